-- The key log: what internal/keylog proves of everybody's public keys. It is public as
-- a whole and only ever grows; deleting an account adds an entry, and takes none away.

CREATE TABLE keylog_entry (
  -- Place in the log, from 0, without gaps.
  place INTEGER PRIMARY KEY,
  -- 1 account, 2 directory of practitioners, 3 release, 4 survey.
  kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 255),
  -- SHA-256 of what it is about: of an account's id, which cannot be guessed.
  label BLOB NOT NULL CHECK (length(label) = 32),
  -- How often the label was set, with this entry.
  version INTEGER NOT NULL CHECK (version > 0),
  -- SHA-256 of what is said (an account's keys); zeros: it is gone.
  value BLOB NOT NULL CHECK (length(value) = 32),
  -- Root of the map from labels to values, with this entry in it.
  root BLOB NOT NULL CHECK (length(root) = 32)
) STRICT;
