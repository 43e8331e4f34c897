-- The intake cards of a room's members. One is written when they are let in, from
-- what they left at the door, replaced by its member, and gone with the membership.
CREATE TABLE room_card (
  stream INTEGER NOT NULL REFERENCES stream (key) ON DELETE CASCADE,
  account BLOB NOT NULL CHECK (length(account) = 16),
  -- An age file to the room's moderators.
  sealed BLOB NOT NULL,
  PRIMARY KEY (stream, account),
  FOREIGN KEY (stream, account) REFERENCES member (stream, account) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
