package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/clock"
)

// Clocks gives the part of the database that package clock asks for.
func (db *DB) Clocks() clock.Store { return clocks{db} }

type clocks struct{ db *DB }

func (s clocks) Clock(ctx context.Context) (c clock.State, err error) {
	err = s.db.reader(nil).row(ctx, `SELECT known_unix, since_unix FROM clock`).Scan(&c.Known, &c.Since)
	if errors.Is(err, sql.ErrNoRows) {
		return clock.State{}, nil
	}
	return c, err
}

func (s clocks) PutClock(ctx context.Context, c clock.State) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO clock (id, known_unix, since_unix) VALUES (1, ?, ?)
			ON CONFLICT (id) DO UPDATE SET known_unix = excluded.known_unix, since_unix = excluded.since_unix`, c.Known, c.Since)
		return err
	})
}
