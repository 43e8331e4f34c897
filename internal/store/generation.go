package store

import (
	"context"
	"database/sql"
	"errors"
	"strconv"
	"sync/atomic"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"alcove/internal/fault"
	"alcove/internal/nodes"
)

// generation is that of the server's secrets which this process has. Where several nodes
// serve from one database, a node that has no connection with it is not counted (Alone),
// and another may exchange the secrets meanwhile; so may it while this one is starting,
// and has read its key files already. So each new connection compares, before anything is
// read or written under former secrets, each transaction once more, and whoever asks for
// what other nodes stored (package nodes).
type generation struct{ own atomic.Int64 }

// raise is told before a later generation is written by this process.
func (g *generation) raise(to int) {
	if int64(to) > g.own.Load() {
		g.own.Store(int64(to))
	}
}

// errBehind is nodes.ErrBehind, as an error of the database.
var errBehind = fault.Wrap(lostError{nodes.ErrBehind}, fault.Unavailable, "storage_away", away)

func (g *generation) holds(newest int64) error {
	if newest > g.own.Load() {
		return errBehind
	}
	return nil
}

// check fails with nodes.ErrBehind where the database is of a later generation.
func (g *generation) check(ctx context.Context, conn *pgx.Conn) error {
	var newest int64
	if err := conn.QueryRow(ctx, newestGeneration).Scan(&newest); err != nil {
		return lost(err)
	}
	return g.holds(newest)
}

// compare is check for a transaction that began: the last of what it was answered is the
// database's generation.
func (g *generation) compare(began []*pgconn.Result) error {
	last := began[len(began)-1].Rows
	if len(last) != 1 || len(last[0]) != 1 {
		return errNoGeneration
	}
	newest, err := strconv.ParseInt(string(last[0][0]), 10, 64)
	if err != nil {
		return errNoGeneration
	}
	return g.holds(newest)
}

var errNoGeneration = errors.New("store: a transaction began without telling of which generation the secrets are")

// look is check for whoever has no connection of its own.
func (db *DB) look(ctx context.Context) error {
	if !db.onPostgres() {
		return nil // another process cannot have the data folder
	}
	var newest int64
	if err := db.read.QueryRowContext(ctx, newestGeneration).Scan(&newest); err != nil {
		return err
	}
	return db.generation.holds(newest)
}

// underNewest refuses what was made under a former generation of the secrets: nobody
// would find it any more.
func underNewest(tx *sql.Tx, made int) error {
	var newest int
	if err := tx.QueryRow(newestGeneration).Scan(&newest); err != nil {
		return err
	}
	if max(made, 1) < newest {
		return errBehind
	}
	return nil
}
