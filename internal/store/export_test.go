package store

import "time"

// AnswerWithin sets how long a node waits for its database, and gives back what it was.
func AnswerWithin(d time.Duration) (was time.Duration) {
	was, answerWithin = answerWithin, d
	return was
}

// Queued is how many wait for the writer.
func (db *DB) Queued() int { return len(db.jobs) }

// ToPostgres is the store's own.
var ToPostgres = toPostgres
