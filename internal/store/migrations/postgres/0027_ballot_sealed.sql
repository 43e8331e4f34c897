-- See the file of the same name for SQLite.
ALTER TABLE survey ADD COLUMN ballot_sealed bytea;
