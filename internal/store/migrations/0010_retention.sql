-- How long conversations may be kept, in days: bounds that a steward sets and that
-- clients hold to. Public. What a conversation is set to stands in its ciphertext only.
ALTER TABLE practice ADD COLUMN retention_shortest INTEGER NOT NULL DEFAULT 1 CHECK (retention_shortest >= 1);
-- 0: no bound, and keeping without end is allowed.
ALTER TABLE practice ADD COLUMN retention_longest INTEGER NOT NULL DEFAULT 0;
-- For new conversations; 0: without end.
ALTER TABLE practice ADD COLUMN retention_standard INTEGER NOT NULL DEFAULT 0;
-- For how many years the practitioner keeps a sealed record; 0: none. Part of what is agreed to.
ALTER TABLE consent_text ADD COLUMN record_years INTEGER NOT NULL DEFAULT 0;
