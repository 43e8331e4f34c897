-- What waits for its place lies in a database of its own from now on (arrivals.go), so that
-- putting it there and receiving more go on at once. What a server that was killed left in
-- the table that was there before is put in its place here.
INSERT INTO record (place, kind, epoch, idempotency, ciphertext, commitment, attest)
  SELECT place, kind, epoch, idempotency, ciphertext, commitment, attest FROM arrival ORDER BY place;
INSERT INTO record_key (stream, idempotency, seq)
  SELECT place >> 32, idempotency, place & 4294967295 FROM arrival ORDER BY 1, 2;
INSERT INTO record_due (place, hour) SELECT place, hour FROM arrival WHERE hour > 0;
UPDATE stream SET head = a.head FROM (SELECT place >> 32 AS stream, max(place) & 4294967295 AS head FROM arrival GROUP BY 1) a
  WHERE stream.key = a.stream;
DROP TABLE arrival;

-- The marks by which is known which of the records there are not in their places yet: each
-- time all of one half are, it gets another one.
CREATE TABLE arrival_mark (
  half INTEGER PRIMARY KEY CHECK (half IN (0, 1)),
  mark BLOB NOT NULL CHECK (length(mark) = 16)
) STRICT;
