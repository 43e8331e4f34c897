-- See the file of the same name for SQLite. Here it stays empty: rows are not written page
-- by page.
CREATE TABLE arrival (
  n bigint PRIMARY KEY,
  place bigint NOT NULL,
  kind bigint NOT NULL,
  epoch bigint NOT NULL,
  idempotency bytea NOT NULL,
  hour bigint NOT NULL,
  commitment bytea,
  attest bytea,
  ciphertext bytea NOT NULL
);
