-- See the file of the same name for SQLite. Here it stays empty: rows are not written page
-- by page.
CREATE TABLE arrival (
  n bigint PRIMARY KEY,
  place bigint NOT NULL,
  kind bigint NOT NULL CHECK (kind IN (1, 2, 3)),
  epoch bigint NOT NULL,
  idempotency bytea NOT NULL CHECK (length(idempotency) = 16),
  hour bigint NOT NULL,
  commitment bytea CHECK (commitment IS NULL OR length(commitment) = 32),
  attest bytea CHECK (attest IS NULL OR length(attest) = 45),
  ciphertext bytea NOT NULL
);
