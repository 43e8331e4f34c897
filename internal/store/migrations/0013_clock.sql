-- The server's own time (package clock), kept every few minutes whatever happens,
-- so that it says nothing of anybody.
CREATE TABLE clock (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  known_unix INTEGER NOT NULL,
  -- Since when the machine's clock has stood by something else; 0: it does not.
  since_unix INTEGER NOT NULL
) STRICT;
