-- Every version of the privacy policy, as it was published: added, never changed, and
-- kept as long as the server. Public as a whole. Who agreed to which is not here: that
-- is in the accounts' vaults.
CREATE TABLE policy_version (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  -- Days since 1970.
  day INTEGER NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('first', 'server', 'settings', 'steward')),
  -- 1: people are asked again.
  matters INTEGER NOT NULL CHECK (matters IN (0, 1)),
  -- A steward's sentence on what changed; blank where the server made it by itself.
  note TEXT NOT NULL,
  -- JSON: the practice's own facts, what is compared, and the text by language
  -- (policy.Facts, policy.Substance, policy.Words).
  facts TEXT NOT NULL,
  substance TEXT NOT NULL,
  words TEXT NOT NULL
) STRICT;
