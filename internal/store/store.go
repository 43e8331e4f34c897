// Package store keeps what the concept packages ask it to keep, in SQL.
//
// One SQLite database in WAL mode with synchronous=FULL holds everything; a
// commit that returned is on the disk. All writes pass through one goroutine
// that puts whatever is waiting into one transaction (group commit): many
// callers share one fsync, and each is answered only after it. Reads use their
// own connections and see committed data only.
//
// Each concept package (account, stream, practice) defines the interface it
// needs; the file here named like it implements it. No SQL stands elsewhere.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"runtime"

	"alcove/internal/fault"

	// The pure Go driver: one static binary without cgo, within 10 % of the cgo driver when commits are grouped.
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// maxGroup bounds how many writes share one transaction, so that one commit
// stays short and its callers' waiting bounded.
const maxGroup = 512

// DB is an open database. It is safe for concurrent use.
type DB struct {
	read  *sql.DB
	write *sql.DB
	jobs  chan *job
	stop  chan struct{} // closed by Close; jobs already taken are finished
	done  chan struct{} // closed when the writer has ended
}

type job struct {
	ctx  context.Context
	run  func(*sql.Tx) error
	err  error
	done chan struct{}
}

// Open opens or creates the database at path and brings its schema up to date.
func Open(ctx context.Context, path string) (*DB, error) {
	write, err := open(path, "immediate", 1)
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, write); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read, err := open(path, "deferred", max(4, runtime.NumCPU()))
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	db := &DB{read: read, write: write, jobs: make(chan *job, maxGroup), stop: make(chan struct{}), done: make(chan struct{})}
	go db.writer()
	return db, nil
}

func open(path, txlock string, conns int) (*sql.DB, error) {
	q := url.Values{"_txlock": {txlock}, "_pragma": {
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)",
		"secure_delete(1)", "temp_store(MEMORY)", "cache_size(-8000)", "wal_autocheckpoint(2000)",
	}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}

// Reader gives the pool for reading committed data.
func (db *DB) Reader() *sql.DB { return db.read }

// Write runs fn inside a transaction that it may share with other writers and
// returns once the transaction is durable. When fn fails, what it did is undone
// and its error returned; the others are unaffected. fn may not keep tx.
// Errors: fault code "storage_full" when the disk is full, "shutting_down"
// after Close.
func (db *DB) Write(ctx context.Context, fn func(*sql.Tx) error) error {
	j := &job{ctx: ctx, run: fn, done: make(chan struct{})}
	select {
	case <-db.stop:
		return errShuttingDown
	case <-ctx.Done():
		return ctx.Err()
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

var errShuttingDown = fault.New(fault.Unavailable, "shutting_down", "The server is restarting. Your message is kept here and will be sent again.")

// Close finishes the writes already accepted and closes the database.
func (db *DB) Close() error {
	close(db.stop)
	<-db.done
	return errors.Join(db.read.Close(), db.write.Close())
}

func (db *DB) writer() {
	defer close(db.done)
	group := make([]*job, 0, maxGroup)
	for {
		group = group[:0]
		select {
		case j := <-db.jobs:
			group = append(group, j)
		case <-db.stop:
			for {
				select {
				case j := <-db.jobs:
					db.commit([]*job{j})
				default:
					return
				}
			}
		}
	more:
		for len(group) < maxGroup {
			select {
			case j := <-db.jobs:
				group = append(group, j)
			default:
				break more
			}
		}
		db.commit(group)
	}
}

// commit runs a group in one transaction, each job inside a savepoint, and
// answers all of them after the commit is durable.
func (db *DB) commit(group []*job) {
	if err := db.commitGroup(group); err != nil {
		err = storageError(err)
		for _, j := range group {
			if j.err == nil {
				j.err = err
			}
		}
	}
	for _, j := range group {
		close(j.done)
	}
}

func (db *DB) commitGroup(group []*job) error {
	ctx := context.Background() // a caller that gives up must not undo the others' work
	tx, err := db.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, j := range group {
		if j.err = j.ctx.Err(); j.err != nil {
			continue
		}
		if len(group) > 1 {
			if _, err := tx.Exec("SAVEPOINT job"); err != nil {
				return err
			}
		}
		j.err = j.run(tx)
		if err := settle(tx, j, len(group) > 1); err != nil {
			return err
		}
	}
	if len(group) == 1 && group[0].err != nil {
		return nil // rolled back by the deferred call
	}
	return tx.Commit()
}

func settle(tx *sql.Tx, j *job, shared bool) error {
	if j.err != nil && isStorageFailure(j.err) {
		return j.err // the whole transaction is in doubt
	}
	if !shared {
		return nil
	}
	if j.err != nil {
		if _, err := tx.Exec("ROLLBACK TO job"); err != nil {
			return err
		}
	}
	_, err := tx.Exec("RELEASE job")
	return err
}

func isStorageFailure(err error) bool {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return false
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOMEM:
		return true
	}
	return false
}

func storageError(err error) error {
	var e *sqlite.Error
	if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL {
		return fault.Wrap(err, fault.Unavailable, "storage_full", "The server's disk is full. Your message is kept here and will be sent again.")
	}
	return fault.Wrap(err, fault.Unavailable, "storage_failed", "The server could not store this. It is kept here and will be sent again.")
}

// isUnique reports whether err is a broken UNIQUE or PRIMARY KEY constraint.
func isUnique(err error) bool {
	var e *sqlite.Error
	return errors.As(err, &e) && (e.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || e.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}
