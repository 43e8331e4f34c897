-- Hashes of the tokens that the session had before a second factor gave it another, one
-- behind the other: who logs a device out may know it by one of these only.
ALTER TABLE session ADD COLUMN former BLOB;
