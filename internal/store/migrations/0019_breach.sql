-- The breach register, and what those are told whom a breach concerns.

CREATE TABLE breach (
  -- 16 random bytes, drawn by the steward's browser.
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  version INTEGER NOT NULL CHECK (version > 0),
  -- What happened, when, whom it concerns, what was done: an age file to all stewards.
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE breach_notice (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  breach BLOB NOT NULL REFERENCES breach (id),
  -- 1 everybody, 2 a practitioner's clients, 3 who is in a room, 4 single accounts.
  audience INTEGER NOT NULL CHECK (audience BETWEEN 1 AND 4),
  -- Days since 1970-01-01 UTC.
  day INTEGER NOT NULL,
  -- What they are told, in clear: so many know it. Empty for single accounts, and once
  -- the notice was withdrawn or its time is over.
  text BLOB NOT NULL,
  told INTEGER NOT NULL,
  confirmed INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1))
) STRICT;

-- Whom a notice is addressed to. The rows go with the account, when the notice is
-- withdrawn, and when its time is over.
CREATE TABLE breach_told (
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  notice INTEGER NOT NULL REFERENCES breach_notice (key) ON DELETE CASCADE,
  -- For single accounts: what they are told, an age file to the account.
  sealed BLOB NOT NULL,
  -- Whether the account said that it was read; not when.
  confirmed INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
  PRIMARY KEY (account_id, notice)
) STRICT, WITHOUT ROWID;
CREATE INDEX breach_told_notice ON breach_told (notice);

-- One row once a steward froze or freed sign-ups.
CREATE TABLE breach_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  signups_frozen INTEGER NOT NULL CHECK (signups_frozen IN (0, 1))
) STRICT;
