-- What proves, to a room's moderators, that a message was sent there: of a room's
-- messages only, and gone with their ciphertext.

-- HMAC-SHA256 of what is in the ciphertext, under a key that is in there as well.
ALTER TABLE record ADD COLUMN commitment BLOB CHECK (commitment IS NULL OR length(commitment) = 32);
-- Who sent it, encrypted under a key that is not in the database (attest.key), with
-- place and commitment as associated data.
ALTER TABLE record ADD COLUMN attest BLOB CHECK (attest IS NULL OR length(attest) = 45);
