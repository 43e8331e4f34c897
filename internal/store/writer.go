package store

import (
	"context"
	"database/sql"
	"errors"
	"runtime"
	"slices"
	"time"

	"alcove/internal/fault"
)

// maxGroup bounds how many writes share one transaction, so that one commit
// stays short and its callers' waiting bounded.
const maxGroup = 512

// patience is how often other goroutines are let run before a group is closed.
const patience = 3

// waitAtMost bounds how long a write waits for others to share its transaction.
const waitAtMost = 2 * time.Millisecond

// scrubEvery is how long deleted or replaced data may linger in the log.
const scrubEvery = 30 * time.Second

// How long, in milliseconds, the writing connection waits for others.
const (
	scrubPatience = "PRAGMA busy_timeout = 200"
	writePatience = "PRAGMA busy_timeout = 10000"
)

// job is one call of Write on its way through the writer, or, without run, one
// of Scrub.
type job struct {
	ctx       context.Context
	run       func(*work) error
	ofStreams bool // it touches nothing but streams
	after     func()
	err       error
	done      chan struct{}
}

var errShuttingDown = fault.New(fault.Unavailable, "shutting_down", "The server is restarting. Your message is kept here and will be sent again.")

// Write runs fn inside a transaction that it may share with other writers and
// returns once the transaction is durable. When fn fails, what it did is undone
// and its error returned; the others are unaffected. fn may not keep tx, nor
// call Write, nor wait for anything but tx: all writers wait with it.
//
// Once Write has begun to wait for the disk it does so to the end: an error
// always means that nothing was stored, but for "storage_failed", after which
// nobody can know.
//
// Errors: fault code "storage_full" when the disk is full, "storage_failed"
// when it fails otherwise, "shutting_down" after Close.
func (db *DB) Write(ctx context.Context, fn func(*sql.Tx) error) error {
	return db.WriteThen(ctx, fn, nil)
}

// WriteThen is Write and, when that succeeded, after: called by the writer in
// the order of the commits, before WriteThen returns. It must not block.
func (db *DB) WriteThen(ctx context.Context, fn func(*sql.Tx) error, after func()) error {
	return db.do(&job{ctx: ctx, run: saved(fn), after: after, done: make(chan struct{})})
}

// Scrub moves everything from the write-ahead log into the database and empties
// the log. secure_delete overwrites in the database what was deleted, but the log
// still holds pages as they were before. The writer does this by itself within
// half a minute after something was written; Scrub does it now. PostgreSQL is asked for
// a VACUUM, which it does by itself too, within a minute or so.
func (db *DB) Scrub(ctx context.Context) error {
	if db.onPostgres() {
		return db.vacuum(ctx)
	}
	return db.do(&job{ctx: ctx, done: make(chan struct{})})
}

func (db *DB) do(j *job) error {
	select {
	case <-db.stop:
		return errShuttingDown
	case <-j.ctx.Done():
		return j.ctx.Err()
	case db.jobs <- j:
	}
	select {
	case <-j.done:
		return j.err
	case <-db.done:
		// The writer may have ended between taking its last group and our sending.
		select {
		case <-j.done:
			return j.err
		default:
			return errShuttingDown
		}
	}
}

// writer is the only goroutine that writes to the database.
func (db *DB) writer() {
	defer close(db.done)
	group := make([]*job, 0, maxGroup)
	tick := time.NewTicker(scrubEvery)
	defer tick.Stop()
	scrubbed := uint64(0) // commits that no longer need it
	for {
		var still <-chan time.Time
		db.work.turnIfWorthIt()
		if !db.work.quiet() {
			still = time.After(db.work.stay())
		}
		select {
		case j := <-db.jobs:
			group = db.gather(append(group[:0], j))
			db.commit(group)
		case err := <-db.work.placedBeside():
			_ = db.work.settledBy(err) // what could not be put in place still waits
		case <-still:
			db.rest()
		case <-tick.C:
			if commits := db.commits.Load(); !db.onPostgres() && commits != scrubbed && db.scrub() == nil {
				scrubbed = commits
			}
		case <-db.stop:
			for {
				group = db.gather(group[:0])
				switch {
				case len(group) > 0:
					db.commit(group)
				default:
					db.settle() // if it fails: at the next start
					return
				}
			}
		}
	}
}

// settle puts in place all that waits, and leaves nothing in the journal. What the disk
// refuses is tried again.
func (db *DB) settle() {
	if db.work.waiting() > 0 {
		db.commit([]*job{db.placing(background)})
	}
	for !db.work.quiet() && db.work.waiting() == 0 {
		if db.work.wipe() != nil {
			return
		}
	}
}

// rest does what is left to be done while nobody writes.
func (db *DB) rest() {
	if db.work.lost && db.work.waiting() > 0 {
		db.commit([]*job{db.placing(background)})
		return
	}
	_ = db.work.rest() // tried again
}

// gather adds what is waiting and, where others wrote a moment ago, what they bring next:
// whoever is answered often comes again, and one transaction for all takes hardly longer
// than one for half of them. It waits for them no longer than the last one took, which is
// what they save, and for nobody who did not come the last time.
func (db *DB) gather(group []*job) []*job {
	group = db.take(group)
	expected := min(db.expected, maxGroup)
	if len(group) >= expected {
		return group
	}
	enough := time.NewTimer(min(db.took, waitAtMost))
	defer enough.Stop()
	for len(group) < expected {
		select {
		case j := <-db.jobs:
			group = append(group, j)
		case <-enough.C:
			return group
		}
	}
	return db.take(group)
}

// take adds what is waiting now. Callers that can run are let run first, for under load they
// are about to bring theirs; it costs nothing when nobody else is there.
func (db *DB) take(group []*job) []*job {
	for quiet := 0; quiet < patience && len(group) < maxGroup; {
		select {
		case j := <-db.jobs:
			group = append(group, j)
		default:
			quiet++
			runtime.Gosched()
		}
	}
	return group
}

// errScrubBusy: somebody read for longer than scrub waits. It is tried again.
var errScrubBusy = errors.New("the log could not be emptied: it is being read")

// scrub runs between transactions. It waits a moment for readers: ours are short,
// and all that is written waits with it. A backup reads for long; then the log
// grows until it has ended.
func (db *DB) scrub() (err error) {
	db.settle() // its journal holds records as they were before, too
	if _, err := db.write.Exec(scrubPatience); err != nil {
		return err
	}
	defer func() {
		_, undone := db.write.Exec(writePatience)
		err = errors.Join(err, undone)
	}()
	return emptyLog(db.write)
}

// emptyLog moves a write-ahead log into its database and empties it.
func emptyLog(db *sql.DB) error {
	var busy bool
	var inLog, moved int64
	if err := db.QueryRow("PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &inLog, &moved); err != nil {
		return err
	}
	if busy {
		return errScrubBusy
	}
	// Of the pages that it keeps nobody may need any for long; the system has them too.
	_, err := db.Exec("PRAGMA shrink_memory")
	return err
}

// commit runs a group in one transaction and answers all of it after that is durable.
func (db *DB) commit(group []*job) {
	defer clear(group) // they hold what was written
	begun := time.Now()
	err := db.commitGroup(group)
	db.took, db.expected = time.Since(begun), len(group)+len(db.jobs)
	if err != nil {
		db.failures.Add(1)
		err = storageError(err)
		for _, j := range group {
			if j.err == nil || isStorageFailure(j.err) {
				j.err = err
			}
		}
	}
	if slices.ContainsFunc(group, func(j *job) bool { return !j.ofStreams }) {
		db.sessions.empty()
	}
	for _, j := range group {
		if j.err == nil && j.run == nil {
			j.err = db.scrub()
		}
		if j.err == nil && j.after != nil {
			j.after()
		}
		close(j.done)
	}
}

// commitGroup runs the jobs together and, where a record that one of them added is there
// already, once more with savepoints.
func (db *DB) commitGroup(group []*job) error {
	again, err := db.try(group, (*work).do)
	if again {
		_, err = db.try(group, (*work).doSaved)
	}
	return err
}

func (db *DB) try(group []*job, do func(*work, *job) error) (again bool, err error) {
	w := db.work
	defer func() { w.end(err == nil && !again) }()
	if err := w.begin(); err != nil {
		return false, err
	}
	for _, j := range group {
		if j.err = j.ctx.Err(); j.err == nil && j.run != nil { // a caller that gives up later must not undo the others' work
			if err := do(w, j); err != nil {
				return false, err
			}
		}
	}
	if again, err := w.finish(); again || err != nil {
		return again, err
	}
	wrote := uint64(0)
	for _, j := range group {
		if j.err == nil && j.run != nil {
			wrote++
		}
	}
	if wrote == 0 && !w.placed {
		return false, nil // undone by the deferred call
	}
	if w.tx != nil || len(w.added.records) > 0 { // otherwise all of it was there already
		if err := w.commit(); err != nil {
			return false, err
		}
		db.commits.Add(1)
	}
	db.writes.Add(wrote)
	return false, nil
}

// count counts a transaction that was made beside the writer.
func (db *DB) count(err error) {
	if err != nil {
		db.failures.Add(1)
		return
	}
	db.commits.Add(1)
}
