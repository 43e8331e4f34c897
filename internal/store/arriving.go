package store

import (
	"context"
	"database/sql"
	"strconv"
	"sync"

	"alcove/internal/stream"
)

// arriving is what those who read know of the records that wait for their places. It is
// added to once they are durable. When all are in their places another one takes its stead;
// who still holds this one finds in their places what it names.
type arriving struct {
	mu  sync.RWMutex
	all int
	of  map[stream.ID]*queue
}

// queue is a stream's records that wait.
type queue struct {
	numbers []byte // arrival.n of each, as a list in JSON without its end
	head    uint64
}

// arrivedRecord is one of them.
type arrivedRecord struct {
	of     stream.ID
	number int64
	seq    uint64
}

func newArriving() *arriving { return &arriving{of: map[stream.ID]*queue{}} }

func (a *arriving) add(records []arrivedRecord) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for _, r := range records {
		q := a.of[r.of]
		if q == nil {
			q = &queue{}
			a.of[r.of] = q
		}
		if q.numbers == nil {
			q.numbers = append(q.numbers, '[')
		} else {
			q.numbers = append(q.numbers, ',')
		}
		q.numbers = strconv.AppendInt(q.numbers, r.number, 10)
		q.head = max(q.head, r.seq)
	}
	a.all += len(records)
}

func (a *arriving) none() bool {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.all == 0
}

// head is the number of the stream's newest record, if that waits.
func (a *arriving) head(id stream.ID) uint64 {
	a.mu.RLock()
	defer a.mu.RUnlock()
	if q := a.of[id]; q != nil {
		return q.head
	}
	return 0
}

// numbers lists the stream's records in JSON, or is empty.
func (a *arriving) numbers(id stream.ID) string {
	a.mu.RLock()
	defer a.mu.RUnlock()
	if q := a.of[id]; q != nil {
		return string(q.numbers) + "]"
	}
	return ""
}

// read finds out what is in the table, and the newest number.
func (a *arriving) read(ctx context.Context, db *sql.DB) (newest int64, err error) {
	rows, err := db.QueryContext(ctx, `SELECT a.n, s.id, a.place & 4294967295 FROM arrival a JOIN stream s ON s.key = a.place >> 32 ORDER BY a.n`)
	if err != nil {
		return 0, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var r arrivedRecord
		var id sql.RawBytes
		if err := rows.Scan(&r.number, &id, &r.seq); err != nil {
			return 0, err
		}
		r.of, newest = stream.ID(id), r.number
		a.add([]arrivedRecord{r})
	}
	return newest, rows.Err()
}
