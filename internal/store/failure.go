package store

import (
	"database/sql/driver"
	"errors"

	"alcove/internal/fault"

	"github.com/jackc/pgx/v5/pgconn"
	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// isStorageFailure reports whether it is the database that failed, so that the whole
// transaction is in doubt, and not one of the jobs in it.
func isStorageFailure(err error) bool {
	var away lostError
	if errors.As(err, &away) || errors.Is(err, driver.ErrBadConn) {
		return true
	}
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
	if isFull(err) {
		return fault.Wrap(err, fault.Unavailable, "storage_full", "The server's disk is full. Your message is kept here and will be sent again.")
	}
	return fault.Wrap(err, fault.Unavailable, "storage_failed", "The server could not store this. It is kept here and will be sent again.")
}

func isFull(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "53100" // disk_full
	}
	var e *sqlite.Error
	return errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_FULL
}

// isUnique reports whether err is a broken UNIQUE or PRIMARY KEY constraint.
func isUnique(err error) bool {
	var pg *pgconn.PgError
	if errors.As(err, &pg) {
		return pg.Code == "23505" // unique_violation
	}
	var e *sqlite.Error
	return errors.As(err, &e) && (e.Code() == sqlite3.SQLITE_CONSTRAINT_UNIQUE || e.Code() == sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY)
}
