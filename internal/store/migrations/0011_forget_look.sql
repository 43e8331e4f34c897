-- Conversations of which a member said that it needs less than before, or that a
-- member left: whether there is something that nobody needs is to be looked at. A
-- row goes once there is nothing (more), so that not all streams have to be looked
-- through each time.
CREATE TABLE forget_look (
  stream INTEGER PRIMARY KEY REFERENCES stream (key) ON DELETE CASCADE
) STRICT;
INSERT INTO forget_look SELECT DISTINCT stream FROM member WHERE forget_to > 0;
