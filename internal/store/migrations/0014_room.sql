-- Rooms: who leads and who takes part, who stands at the door, what is told of them.

-- Of a room's members only: by this its moderators name them, without knowing the
-- account. 16 random bytes, new for each time that somebody asks to be let in.
ALTER TABLE member ADD COLUMN handle BLOB CHECK (handle IS NULL OR length(handle) = 16);
-- The first record that the member is given; what was said before is not theirs.
ALTER TABLE member ADD COLUMN first_seq INTEGER NOT NULL DEFAULT 0;

-- Further kinds and roles: 3 room; 4 moderator, 5 member of a room. The tables are
-- large, and nothing that they hold is touched: so their text alone is changed, as
-- described in https://www.sqlite.org/lang_altertable.html#otheralter.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (kind IN (1, 2))', 'CHECK (kind IN (1, 2, 3))') WHERE type = 'table' AND name = 'stream';
UPDATE sqlite_schema SET sql = replace(sql, 'CHECK (role IN (1, 2, 3))', 'CHECK (role IN (1, 2, 3, 4, 5))') WHERE type = 'table' AND name = 'member';
PRAGMA writable_schema = RESET;

CREATE TABLE room (
  stream INTEGER PRIMARY KEY REFERENCES stream (key) ON DELETE CASCADE,
  -- What is told of the room to who is not in it (title, purpose, rules, who leads
  -- it), signed by a moderator: in clear for a listed room, otherwise encrypted under
  -- a key that only the invitation link holds.
  face BLOB NOT NULL,
  -- 1: shown to everybody, who then know that it exists.
  listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
  -- 1: one may ask to be let in.
  asking INTEGER NOT NULL CHECK (asking IN (0, 1))
) STRICT;

-- Who asks to be let into a room. The row goes when they are let in, withdraw, or
-- delete their account, and 30 days after they asked.
CREATE TABLE room_asking (
  handle BLOB PRIMARY KEY CHECK (length(handle) = 16),
  stream INTEGER NOT NULL REFERENCES stream (key) ON DELETE CASCADE,
  account BLOB NOT NULL CHECK (length(account) = 16),
  -- Pseudonym, intake card and key packages, an age file to the moderators. Empty
  -- once they were declined.
  sealed BLOB NOT NULL,
  declined INTEGER NOT NULL DEFAULT 0 CHECK (declined IN (0, 1)),
  -- Days since 1970-01-01 UTC.
  day INTEGER NOT NULL,
  UNIQUE (stream, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_asking_account ON room_asking (account);
CREATE INDEX room_asking_day ON room_asking (day);

-- Who is not let into a room any more, whatever pseudonym they choose. Which one
-- they had is known to its moderators only.
CREATE TABLE room_ban (
  stream INTEGER NOT NULL REFERENCES stream (key) ON DELETE CASCADE,
  account BLOB NOT NULL CHECK (length(account) = 16),
  -- By which the moderators knew them, to lift the ban.
  handle BLOB NOT NULL CHECK (length(handle) = 16),
  PRIMARY KEY (stream, account)
) STRICT, WITHOUT ROWID;
CREATE INDEX room_ban_account ON room_ban (account);
