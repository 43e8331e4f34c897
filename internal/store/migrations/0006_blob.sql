-- Ciphertext of files that belong to a conversation. It lies in the database and
-- not in files of its own, so that what is acknowledged is durable by the same
-- commit, what is deleted is overwritten (secure_delete), and one backup holds all.
--
-- What is deliberately absent: whose a file is, what it is called and what it is.

CREATE TABLE blob (
  -- A short handle for the chunks; never leaves this database.
  key INTEGER PRIMARY KEY,
  -- 16 random bytes chosen by the client; named inside the ciphertext of a message.
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  -- The conversation whose members may read it; null once that is gone, then it is collected.
  stream INTEGER REFERENCES stream (key) ON DELETE SET NULL,
  -- Bytes of all chunks together: padded by the client before it encrypts.
  size INTEGER NOT NULL CHECK (size > 0),
  -- SHA-256 of the key that allows writing and deleting.
  write_hash BLOB NOT NULL CHECK (length(write_hash) = 32),
  -- 1 once it is whole and can be read.
  committed INTEGER NOT NULL DEFAULT 0 CHECK (committed IN (0, 1)),
  -- Days since 1970-01-01 UTC when it was announced; an upload that was left is collected by it.
  created_day INTEGER NOT NULL
) STRICT;
CREATE INDEX blob_stream ON blob (stream);

CREATE TABLE blob_chunk (
  -- blob.key * 2^16 + number of the chunk: the chunks of a blob lie together.
  place INTEGER PRIMARY KEY,
  ciphertext BLOB NOT NULL
) STRICT;
