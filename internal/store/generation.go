package store

import (
	"context"
	"sync/atomic"

	"github.com/jackc/pgx/v5"

	"alcove/internal/fault"
	"alcove/internal/nodes"
)

// generation is that of the server's secrets which this process has. Where several nodes
// serve from one database, a node that has no connection with it is not counted (Alone),
// and another may exchange the secrets meanwhile. So each new connection compares, before
// anything is read or written under former secrets.
type generation struct{ own atomic.Int64 }

// raise is told before a later generation is written by this process.
func (g *generation) raise(to int) {
	if int64(to) > g.own.Load() {
		g.own.Store(int64(to))
	}
}

// check fails with nodes.ErrBehind where the database is of a later generation.
func (g *generation) check(ctx context.Context, conn *pgx.Conn) error {
	var newest int64
	if err := conn.QueryRow(ctx, newestGeneration).Scan(&newest); err != nil {
		return lost(err)
	}
	if newest > g.own.Load() {
		return fault.Wrap(lostError{nodes.ErrBehind}, fault.Unavailable, "storage_away", away)
	}
	return nil
}
