-- When a practitioner answers: written by them, public with the profile, kept until
-- the account is deleted. Blank until written.
ALTER TABLE profile ADD COLUMN hours TEXT NOT NULL DEFAULT '';
-- The last day of an absence, YYYY-MM-DD.
ALTER TABLE profile ADD COLUMN away_until TEXT NOT NULL DEFAULT '';
-- What to do when it cannot wait.
ALTER TABLE profile ADD COLUMN urgent TEXT NOT NULL DEFAULT '';
