-- Counts the entries of the register: the order they are told in. SQLite's rowid did
-- that, which no other engine has.
ALTER TABLE breach ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE breach SET number = rowid;
