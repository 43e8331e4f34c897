-- What the server notes for an account's access log (package account, note.go).

-- How many there have been: the number of the last.
ALTER TABLE account ADD COLUMN noted INTEGER NOT NULL DEFAULT 0;

-- Only ever added to; time deletes, and the account's own end.
CREATE TABLE access_note (
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  -- Keyed hash of kind and day, whose key is lost on restart: by it repetitions are found.
  fold BLOB NOT NULL CHECK (length(fold) = 16),
  -- Days since 1970-01-01 UTC.
  day INTEGER NOT NULL,
  -- How often something was done after it that has no row of its own.
  more INTEGER NOT NULL DEFAULT 0,
  -- What was done, on which day and by which session: an age file to the account.
  sealed BLOB NOT NULL,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX access_note_fold ON access_note (account_id, fold);
CREATE INDEX access_note_day ON access_note (day);
