-- Streams, who may read and write them, and their records.
--
-- What is deliberately absent: who of the members wrote a record, and when. The
-- server must know neither to do its work; precise times and senders stand
-- inside the ciphertext only.

CREATE TABLE stream (
  -- A short handle for the tables below; grows, never leaves this database.
  key INTEGER PRIMARY KEY,
  -- 16 random bytes chosen by the client that made the stream; the MLS group id of
  -- a conversation. Read by all that touches the stream. Kept until no member is left.
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  -- 1 conversation, 2 history: which rules hold for its records.
  kind INTEGER NOT NULL CHECK (kind IN (1, 2)),
  -- Sequence number of the last record; 0 before the first. The next record gets head + 1.
  head INTEGER NOT NULL DEFAULT 0,
  -- The MLS epoch the group is in; a record of another epoch is refused. 0 for a history.
  epoch INTEGER NOT NULL DEFAULT 0,
  -- 1 once the conversation ended: it can be read, not written.
  closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  -- Days since 1970-01-01 UTC when the stream was made. Read by retention alone;
  -- a date and no time, so that it cannot be matched with when somebody was online.
  created_day INTEGER NOT NULL
) STRICT;

-- Which accounts share a stream. This the server cannot help knowing: it decides
-- who may read and write. A row goes when its account is deleted.
CREATE TABLE member (
  stream INTEGER NOT NULL REFERENCES stream (key) ON DELETE CASCADE,
  -- No foreign key to account: a deleted account's membership is removed in a step
  -- of its own that also closes the conversation.
  account BLOB NOT NULL CHECK (length(account) = 16),
  -- 1 client, 2 practitioner, 3 owner (of a history).
  role INTEGER NOT NULL CHECK (role IN (1, 2, 3)),
  PRIMARY KEY (stream, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_account ON member (account);

-- The MLS GroupInfo (RFC 9420 §12.4.3) of the present epoch of a conversation,
-- replaced by every commit. Read by a member's further device that joins by an
-- external commit. Apart from stream because that row is rewritten with every record.
CREATE TABLE group_info (
  stream INTEGER PRIMARY KEY REFERENCES stream (key) ON DELETE CASCADE,
  -- The epoch it is of.
  epoch INTEGER NOT NULL,
  -- Holds public keys and credentials of the members' devices, no content.
  info BLOB NOT NULL
) STRICT;

CREATE TABLE record (
  -- stream.key * 2^32 + sequence number: the records of a stream lie together and
  -- in order without a second index, and nothing tells in which order records of
  -- different streams were written.
  place INTEGER PRIMARY KEY,
  -- 1 message, 2 commit, 3 welcome: what the server must know to keep the epochs.
  kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
  -- The epoch the record was made in. Read by the members' clients to find the keys.
  epoch INTEGER NOT NULL,
  -- Chosen by the sender: tells a repeated append from a new one. How many records they knew,
  -- in 64s, and random; all random; or keyed.
  idempotency BLOB NOT NULL CHECK (length(idempotency) = 16),
  -- MLS message or history entry, padded before encryption. Read by members alone;
  -- kept until the stream goes.
  ciphertext BLOB NOT NULL
) STRICT;

-- Finds the record of an idempotency key. The key stands behind the stream's so
-- that an append touches pages of its own stream only.
CREATE TABLE record_key (
  stream INTEGER NOT NULL,
  idempotency BLOB NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (stream, idempotency)
) STRICT, WITHOUT ROWID;
