-- What a browser is told that another device of its account logged out.
CREATE TABLE farewell (
  -- SHA-256 of the token of the session that was ended; only that browser has the
  -- token, so only it can ask.
  token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
  account_id BLOB NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  -- By the account's identity key over the device's id, which is not here. The
  -- browser checks it before it destroys its keys.
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  -- Hours since 1970 after which Sweep deletes the row: no session lives longer.
  expires_hour INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX farewell_by_account ON farewell (account_id);
