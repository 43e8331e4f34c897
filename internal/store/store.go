// Package store keeps what the concept packages ask it to keep, in SQL.
//
// One SQLite database in WAL mode with synchronous=FULL holds everything; a
// commit that returned is on the disk. All writes pass through one goroutine
// that puts whatever is waiting into one transaction (group commit): many
// callers share one fsync, and each is answered only after it. Reads use their
// own connections and see committed data only. Where many append at once, their
// records are durable in a second database first, and for moments read from
// memory (arrivals.go).
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
	"sync"
	"sync/atomic"
	"time"

	// The pure Go driver: one static binary without cgo, within 10 % of the cgo driver when commits are grouped.
	"modernc.org/sqlite"
)

// A commit waits for the bytes of the log and its length to be on the disk, not for the time
// at which it was changed, as SQLite does wherever it is built for a system with fdatasync.
func init() { _, _ = sqlite.Fdatasync(true) } // where there is none it goes on with fsync

// DB is an open database. It is safe for concurrent use.
type DB struct {
	read       *sql.DB
	write      *sql.DB // one connection, used by the writer alone
	probe      *sql.DB // another one of his, for what is committed; nil with PostgreSQL
	readStmts  *statements
	writeStmts *statements
	work       *work // the writer's alone
	jobs       chan *job
	took       time.Duration // the last transaction
	expected   int           // to share the next one: who shared it, and who waited meanwhile
	stop       chan struct{} // closed by Close; jobs already taken are finished
	stopOnce   sync.Once
	done       chan struct{} // closed when the writer has ended
	commits    atomic.Uint64
	writes     atomic.Uint64
	failures   atomic.Uint64
	keylog     keylogStates
	sessions   sessionCache
	// vacuum is PostgreSQL's way to take away what is left of deleted data; nil with SQLite.
	vacuum     func(context.Context) error
	generation *generation
	// slackFrom is before which page ClearSlack goes on.
	slackFrom int64
}

// Stats counts what the database has done since it was opened.
type Stats struct {
	Commits uint64 // transactions made durable, each by one fsync of the log
	Writes  uint64 // calls of Write that were part of them, and the writer's own
	// Failures are transactions that did not become durable because the disk or the
	// database failed.
	Failures uint64
	// Waiting are records that are durable and not in their places yet.
	Waiting uint64
}

// Open opens or creates the database at path and brings its schema up to date.
func Open(ctx context.Context, path string) (*DB, error) {
	write, err := open(path, "immediate", 1, 8000)
	if err != nil {
		return nil, err
	}
	if err := migrate(ctx, write); err != nil {
		return nil, errors.Join(err, write.Close())
	}
	read, err := open(path, "deferred", max(4, runtime.NumCPU()), 1000)
	if err != nil {
		return nil, errors.Join(err, write.Close())
	}
	// Who reads may wait for the writer, so he does not wait for a connection of theirs.
	probe, err := open(path, "deferred", 1, 2000)
	if err != nil {
		return nil, errors.Join(err, read.Close(), write.Close())
	}
	db := newDB(read, write)
	db.probe = probe
	db.sessions.enable()
	db.work.beside(path, probe)
	db.work.count = db.count
	if err := db.work.recover(ctx, probe); err != nil {
		return nil, errors.Join(err, db.closeAll())
	}
	if db.work.waiting() > 0 {
		db.commit([]*job{db.placing(background)}) // where the disk is full it is read meanwhile
	}
	return db.start(), nil
}

func newDB(read, write *sql.DB) *DB {
	writeStmts := newStatements(write)
	return &DB{read: read, write: write, readStmts: newStatements(read), writeStmts: writeStmts, work: newWork(writeStmts),
		jobs: make(chan *job, maxGroup), stop: make(chan struct{}), done: make(chan struct{}), generation: &generation{}}
}

// start has what is kept in memory read, and the writer begin.
func (db *DB) start() *DB {
	db.keylog.loaded = make(chan struct{})
	go db.loadKeylog()
	go db.writer()
	return db
}

// open makes a pool of connections, each of which keeps so many KiB of pages to itself:
// the writer much, a reader little, which the system has in memory too.
func open(path, txlock string, conns, cache int) (*sql.DB, error) {
	q := url.Values{"_txlock": {txlock}, "_pragma": {
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)",
		"secure_delete(1)", "temp_store(MEMORY)", fmt.Sprintf("cache_size(-%d)", cache), "wal_autocheckpoint(4000)",
	}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	db.SetMaxOpenConns(conns)
	db.SetMaxIdleConns(conns)
	return db, nil
}

// empty is what stands where bytes were taken away. As a parameter: each engine has a
// literal of its own for it.
var empty = []byte{}

// Reader gives the pool for reading committed data.
func (db *DB) Reader() *sql.DB { return db.read }

// Stats returns the counts of now.
func (db *DB) Stats() Stats {
	return Stats{Commits: db.commits.Load(), Writes: db.writes.Load(), Failures: db.failures.Load(), Waiting: uint64(db.work.shown.count())}
}

// Close finishes the writes already accepted and closes the database. Calling
// it again does nothing.
func (db *DB) Close() error {
	first := false
	db.stopOnce.Do(func() { first = true; close(db.stop) })
	<-db.done
	<-db.keylog.loaded
	if !first {
		return nil
	}
	return db.closeAll()
}

func (db *DB) closeAll() error {
	err := errors.Join(db.read.Close(), db.write.Close(), db.work.journal.close())
	if db.probe != nil {
		err = errors.Join(err, db.probe.Close())
	}
	return err
}
