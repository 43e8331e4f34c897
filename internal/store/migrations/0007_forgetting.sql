-- Forgetting: from when on ciphertext is destroyed, and what is left of it then.

-- Records whose ciphertext has an end. A row goes with the ciphertext.
CREATE TABLE record_due (
  -- record.place.
  place INTEGER PRIMARY KEY,
  -- Hours since 1970-01-01 UTC, rounded up by the client, to a day when it lies more
  -- than a week ahead. With how long messages are kept in a conversation, which the
  -- server is not told, it would say when the record was written.
  hour INTEGER NOT NULL
) STRICT;
CREATE INDEX record_due_hour ON record_due (hour);

-- What is left of a record whose ciphertext was destroyed (record.ciphertext is
-- empty then): enough for the members to see that it was the record they knew.
CREATE TABLE tombstone (
  -- record.place. Kept until the stream goes.
  place INTEGER PRIMARY KEY,
  -- Of the ciphertext that was there.
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32)
) STRICT;

-- Up to which record a member of a conversation needs its messages no longer.
-- What no member needs is destroyed.
ALTER TABLE member ADD COLUMN forget_to INTEGER NOT NULL DEFAULT 0;

-- The same, from a later hour on. A row goes when its hour comes.
CREATE TABLE forget_mark (
  stream INTEGER NOT NULL,
  account BLOB NOT NULL CHECK (length(account) = 16),
  hour INTEGER NOT NULL,
  up_to INTEGER NOT NULL,
  PRIMARY KEY (stream, account, hour),
  FOREIGN KEY (stream, account) REFERENCES member (stream, account) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX forget_mark_hour ON forget_mark (hour);

-- Up to here the messages are destroyed because no member needs them.
ALTER TABLE stream ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0;

-- Hours since 1970-01-01 UTC from which on the blob is collected; null: it is kept.
ALTER TABLE blob ADD COLUMN forget_hour INTEGER;
CREATE INDEX blob_forget_hour ON blob (forget_hour) WHERE forget_hour IS NOT NULL;
