-- See the file of the same name for SQLite.
ALTER TABLE session ADD COLUMN former bytea;
