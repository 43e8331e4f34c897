-- The server's keys besides that of names and log-in (key_generation), which were
-- exchanged (package exchange): each with the day on which it was last.
CREATE TABLE key_exchange (
  name TEXT PRIMARY KEY CHECK (name IN ('connection', 'mail', 'push', 'reports')),
  -- Days since 1970-01-01 UTC.
  day INTEGER NOT NULL
) STRICT;
