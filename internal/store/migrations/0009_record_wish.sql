-- From which hour on single members of a conversation do not need a message any
-- more. Once all of them said so it is due (record_due). Rows go with the ciphertext.
CREATE TABLE record_wish (
  -- record.place.
  place INTEGER NOT NULL,
  account BLOB NOT NULL CHECK (length(account) = 16),
  -- Hours since 1970-01-01 UTC.
  hour INTEGER NOT NULL,
  PRIMARY KEY (place, account)
) STRICT, WITHOUT ROWID;
