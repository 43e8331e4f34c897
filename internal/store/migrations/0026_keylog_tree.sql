-- Hash of the log's tree (RFC 6962) that ends with the entry: over all entries up to it,
-- so that one comparison at start says that they are those that were written. NULL of
-- entries from before it was kept; those are gone through one by one.
ALTER TABLE keylog_entry ADD COLUMN tree BLOB CHECK (tree IS NULL OR length(tree) = 32);
