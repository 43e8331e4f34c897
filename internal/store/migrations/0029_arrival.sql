-- Records that are durable and not in their places yet. A record's place is on a page of
-- its stream's, so many streams' records cost a page and more each; behind one another
-- they share pages, and are put in place together (arrivals.go). Rows are here for a
-- moment, or until the next start where the server was killed.
CREATE TABLE arrival (
  n INTEGER PRIMARY KEY,
  -- As in record.
  place INTEGER NOT NULL,
  kind INTEGER NOT NULL CHECK (kind IN (1, 2, 3)),
  epoch INTEGER NOT NULL,
  idempotency BLOB NOT NULL CHECK (length(idempotency) = 16),
  -- As in record_due, or 0.
  hour INTEGER NOT NULL,
  commitment BLOB CHECK (commitment IS NULL OR length(commitment) = 32),
  attest BLOB CHECK (attest IS NULL OR length(attest) = 45),
  ciphertext BLOB NOT NULL
) STRICT;
