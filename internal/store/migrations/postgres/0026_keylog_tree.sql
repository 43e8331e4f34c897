-- See the file of the same name for SQLite.
ALTER TABLE keylog_entry ADD COLUMN tree bytea CHECK (tree IS NULL OR length(tree) = 32);
