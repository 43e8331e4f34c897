-- The exchange of the server's secrets (package account, exchange.go).

-- Of the secrets that the OPAQUE record was made under: it can be used under no other.
ALTER TABLE account ADD COLUMN opaque_generation INTEGER NOT NULL DEFAULT 1 CHECK (opaque_generation > 0);

-- A row for each exchange. The newest is the generation that all name keys and hashes
-- of one-time codes are layered in; without a row it is the first.
CREATE TABLE key_generation (
  generation INTEGER PRIMARY KEY CHECK (generation > 1),
  -- Days since 1970-01-01 UTC.
  day INTEGER NOT NULL
) STRICT;
