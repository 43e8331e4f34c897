-- Where several nodes sign ballots: the survey's private key, sealed under the server's
-- secrets (PKCS #8 in AES-256-GCM). Empty with SQLite, where it is in a file (ballot.key),
-- and once the survey is closed.
ALTER TABLE survey ADD COLUMN ballot_sealed BLOB;
