-- Surveys whose responses cannot be traced (docs/surveys.md). Between who was signed a
-- ballot (survey_ballot) and what was answered (survey_response) there is nothing in
-- common but the survey.

CREATE TABLE survey (
  -- A short handle for the tables below.
  key INTEGER PRIMARY KEY,
  -- 16 random bytes, drawn by the owner's browser.
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  owner BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- JSON as it was frozen, and the public key of its ballots (SubjectPublicKeyInfo, DER).
  -- Their hash stands in the key log. The private key is in a file (ballot.key).
  definition BLOB NOT NULL,
  ballot_key BLOB NOT NULL,
  -- From the definition: 1 all clients, 2 a room, 3 a practitioner's clients, 4 the public.
  audience INTEGER NOT NULL CHECK (audience BETWEEN 1 AND 4),
  audience_of BLOB NOT NULL CHECK (length(audience_of) = 16),
  -- Days since 1970-01-01 UTC, the first and the last one.
  opens INTEGER NOT NULL,
  closes INTEGER NOT NULL,
  smallest INTEGER NOT NULL CHECK (smallest >= 5),
  batches INTEGER NOT NULL CHECK (batches IN (0, 1)),
  public_results INTEGER NOT NULL CHECK (public_results IN (0, 1)),
  -- Day on which it was last looked at whether enough were waiting to be released.
  looked INTEGER NOT NULL,
  -- 0 until the close; then 3 closed, 4 closed with too few, and the day of it.
  ended INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 3, 4)),
  ended_day INTEGER NOT NULL DEFAULT 0,
  -- JSON that the owner's browser made; empty while there is nothing published.
  results BLOB NOT NULL DEFAULT x'',
  results_day INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX survey_owner ON survey (owner);
CREATE INDEX survey_ended ON survey (ended);

-- Who was signed a ballot. The rows go at the close.
CREATE TABLE survey_ballot (
  survey INTEGER NOT NULL REFERENCES survey (key) ON DELETE CASCADE,
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- SHA-256 of the blinded ballot: the same one is signed again, another is refused.
  blinded BLOB NOT NULL CHECK (length(blinded) = 32),
  PRIMARY KEY (survey, account_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_ballot_account ON survey_ballot (account_id);

-- Responses, by their ballots' keys, which are random: no order, and no time.
CREATE TABLE survey_response (
  survey INTEGER NOT NULL REFERENCES survey (key) ON DELETE CASCADE,
  -- One-time Ed25519 key, and by what it was signed (RFC 9474).
  ballot BLOB NOT NULL CHECK (length(ballot) = 32),
  randomizer BLOB NOT NULL CHECK (length(randomizer) = 32),
  ballot_signature BLOB NOT NULL,
  -- The answers, an age file to the survey's owner, and the ballot's signature over it.
  -- Both empty once it was withdrawn.
  sealed BLOB NOT NULL,
  signature BLOB NOT NULL,
  -- 0 until it is released.
  batch INTEGER NOT NULL DEFAULT 0,
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  PRIMARY KEY (survey, ballot)
) STRICT, WITHOUT ROWID;
CREATE INDEX survey_response_batch ON survey_response (survey, batch);

-- What was released, or was too few to be, by the hashes that receipts are checked with.
CREATE TABLE survey_leaf (
  survey INTEGER NOT NULL REFERENCES survey (key) ON DELETE CASCADE,
  -- From 1; 0: erased at the close.
  batch INTEGER NOT NULL,
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  withdrawn INTEGER NOT NULL DEFAULT 0 CHECK (withdrawn IN (0, 1)),
  PRIMARY KEY (survey, batch, leaf)
) STRICT, WITHOUT ROWID;
