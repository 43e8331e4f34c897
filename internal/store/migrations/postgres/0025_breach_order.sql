-- See the file of the same name for SQLite.
ALTER TABLE breach ADD COLUMN number bigint NOT NULL DEFAULT 0;
