-- That everybody's devices are to replace their keys.

-- One row once a steward asked for it.
CREATE TABLE rekeying (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- How often it was asked for.
  number INTEGER NOT NULL CHECK (number > 0),
  -- When last, in days since 1970-01-01 UTC.
  day INTEGER NOT NULL
) STRICT;
