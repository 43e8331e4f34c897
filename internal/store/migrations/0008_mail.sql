-- E-mail that tells somebody that something is new.
CREATE TABLE mail (
  account_id BLOB PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  -- An age file that only mail.key opens; empty once it is not used any more.
  address BLOB NOT NULL,
  -- In which the mails are written, as chosen in the app.
  language TEXT NOT NULL,
  -- 1 a code was mailed, 2 on, 3 refused by a mail server, 4 stopped by the link in a mail.
  state INTEGER NOT NULL,
  -- HMAC of the mailed code, under a key that is not in the database.
  code BLOB NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  -- What the link in each mail is made from, and SHA-256 of its token.
  salt BLOB NOT NULL,
  stop BLOB NOT NULL UNIQUE CHECK (length(stop) = 32),
  -- Hours since 1970 after which Sweep deletes what was not confirmed.
  expires_hour INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
