-- How browsers can be told that something is new. The address of a browser at its
-- maker's push service says which browser it is: so it is sealed, in one size,
-- under a key that is not in the database (push.key).
CREATE TABLE push (
  -- The session in which the browser asked for it. Somebody who is away longer than
  -- a session may idle wants to be told all the same: so no reference, but whatever
  -- ends the session on purpose deletes the row.
  token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL,
  -- That of the session in any case. Sweep deletes the row.
  expires_hour INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX push_by_account ON push (account_id);
