package store

import (
	"context"
	"database/sql"
	"maps"
	"sync/atomic"
	"time"
)

// Where many append at once, SQLite would write some pages for each record: that of its
// stream's last records, that of its idempotency key, and their neighbours when one is full.
// So records are first written behind one another, into the table arrival, which makes them
// durable by a tenth of the pages; and some time later the writer puts all that arrived
// where it belongs, many of a stream on one page.
//
// Nobody notices: streams are read with what has arrived for them, and before anything else
// is written, or told of what is held, all is put in its place.
const (
	// arrivalsAtOnce are put in place, about 25 µs each, during which others wait.
	arrivalsAtOnce = 1024
	arrivingBytes  = 4 << 20
	// fewArrivals are not worth it, and manyArrivals fill pages by themselves; nor is it worth
	// it while others than appends are written: calm counts the transactions since.
	fewArrivals  = 4
	manyArrivals = 256
	calmEnough   = 16
	// stayAtMost is how long records wait once nobody writes, and stayOnFailure where they
	// could not be put in place.
	stayAtMost    = 20 * time.Millisecond
	stayOnFailure = time.Second
)

// arrivals are the records in the table arrival.
type arrivals struct {
	waiting int
	bytes   int // of their ciphertext
	keys    map[recordKey]uint64
	last    int64 // their newest number
	calm    int
	lost    bool // the streams' heads that they made are not in memory
	// By the transaction under way:
	placed     bool
	added      []arrivedRecord
	addedBytes int
	// shown is what readers look up.
	shown atomic.Pointer[arriving]
}

const knownBefore = `SELECT EXISTS (SELECT 1 FROM arrival a CROSS JOIN record_key k
		ON k.stream = a.place >> 32 AND k.idempotency = a.idempotency WHERE a.n > ?)`

var (
	insertArrivals = severally(`INSERT INTO arrival (n, place, kind, epoch, idempotency, hour, commitment, attest, ciphertext) VALUES `, `(?, ?, ?, ?, ?, ?, ?, ?, ?)`)

	// moveArrivals are the statements that put in place what arrived.
	moveArrivals = []string{
		`INSERT INTO record (place, kind, epoch, idempotency, ciphertext, commitment, attest)
			SELECT place, kind, epoch, idempotency, ciphertext, commitment, attest FROM arrival ORDER BY place`,
		`INSERT INTO record_key (stream, idempotency, seq)
			SELECT place >> 32, idempotency, place & 4294967295 FROM arrival ORDER BY 1, 2`,
		`INSERT INTO record_due (place, hour) SELECT place, hour FROM arrival WHERE hour > 0`,
		`UPDATE stream SET head = a.head FROM (SELECT place >> 32 AS stream, max(place) & 4294967295 AS head FROM arrival GROUP BY 1) a
			WHERE stream.key = a.stream`,
		`DELETE FROM arrival`,
	}
)

// recoverArrivals puts in place what a server that was killed left, before migrations look
// for records in their places.
func recoverArrivals(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	var some bool
	if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'arrival')`).Scan(&some); err != nil || !some {
		return err
	}
	if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM arrival)`).Scan(&some); err != nil || !some {
		return err
	}
	for _, q := range moveArrivals {
		if _, err := tx.ExecContext(ctx, q); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// find counts what a server left that this one could not put in place, for the disk is full:
// it can be read meanwhile.
func (a *arrivals) find(ctx context.Context, db *sql.DB) error {
	shown := a.shown.Load()
	var err error
	a.last, err = shown.read(ctx, db)
	a.waiting = shown.all
	a.lost = a.waiting > 0
	return err
}

// stay is how long the writer waits for others before it puts in place what waits.
func (a *arrivals) stay() time.Duration {
	if a.lost {
		return stayOnFailure
	}
	return stayAtMost
}

// inPlace returns when every record that was acknowledged before is where it is read.
func (db *DB) inPlace(ctx context.Context) error {
	if db.work.shown.Load().none() {
		return nil
	}
	return db.do(db.placing(ctx))
}

func (db *DB) placing(ctx context.Context) *job {
	return &job{ctx: ctx, run: (*work).putInPlace, ofStreams: true, done: make(chan struct{})}
}

// putInPlace is for what arrived before this transaction. It fails when the whole
// transaction is in doubt.
func (w *work) putInPlace() error {
	a := &w.arrivals
	if a.waiting == 0 || a.placed {
		return nil
	}
	if a.waiting < arrivalsAtOnce/4 {
		a.calm = 0 // it was hardly worth it
	}
	if w.broken = w.moveArrivals(); w.broken != nil {
		return w.broken
	}
	a.placed = true
	return nil
}

func (w *work) moveArrivals() error {
	for _, q := range moveArrivals {
		if err := w.execNow(q); err != nil {
			return err
		}
	}
	return nil
}

// mayArrive reports whether a group's records are to wait for their places.
func (w *work) mayArrive() bool {
	a, n := &w.arrivals, len(w.group.records)
	return w.sqlite && !a.placed && !w.group.turned && a.calm >= calmEnough && n < manyArrivals && (a.waiting > 0 || n >= fewArrivals)
}

// arrive writes the group's records behind those that wait, and puts all in place when they
// are many. known: one of them is there already.
func (w *work) arrive() (known bool, err error) {
	a, records := &w.arrivals, w.group.records
	before := a.last
	for chunk := range chunks(records) {
		if err := w.putArriving(chunk); err != nil {
			return false, err
		}
	}
	if err := w.row(background, knownBefore, before).Scan(&known); known || err != nil {
		return known, err
	}
	a.addedBytes = w.group.bytes
	if a.waiting+len(a.added) < arrivalsAtOnce && a.bytes+a.addedBytes < arrivingBytes {
		return false, nil
	}
	if err := w.moveArrivals(); err != nil {
		return false, err
	}
	a.placed, a.added, a.addedBytes = true, a.added[:0], 0
	return false, nil
}

func (w *work) putArriving(records []addition) error {
	defer func() { clear(w.args[:cap(w.args)]) }() // of ciphertext nothing is kept
	w.args = w.args[:0]
	for i := range records {
		r := &records[i]
		w.last++
		w.added = append(w.added, arrivedRecord{r.of.ID, w.last, r.Seq})
		w.args = append(w.args, w.last, r.place(), int64(r.Kind), int64(r.Epoch), r.Key[:], int64(r.ForgetHour), r.Commitment, r.Attest, r.Ciphertext)
	}
	return w.exec(insertArrivals[len(records)], w.args...)
}

// end counts what the transaction changed if it is durable, and forgets it otherwise.
func (a *arrivals) end(durable, plain bool, keys map[recordKey]uint64) {
	defer func() { a.placed, a.added, a.addedBytes = false, a.added[:0], 0 }()
	if !plain || !durable {
		a.calm = 0
	}
	if !durable {
		a.lost = a.waiting > 0
		return
	}
	a.calm++
	if a.placed {
		a.waiting, a.bytes, a.lost = 0, 0, false
		clear(a.keys)
		a.shown.Store(newArriving())
	}
	if len(a.added) > 0 {
		a.waiting += len(a.added)
		a.bytes += a.addedBytes
		maps.Copy(a.keys, keys)
		a.shown.Load().add(a.added)
	}
}
