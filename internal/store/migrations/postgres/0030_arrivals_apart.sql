-- See the file of the same name for SQLite. Here nothing reads it: records are in
-- their places at once.
DROP TABLE arrival;
CREATE TABLE arrival_mark (
  half bigint PRIMARY KEY CHECK (half IN (0, 1)),
  mark bytea NOT NULL CHECK (length(mark) = 16)
);
