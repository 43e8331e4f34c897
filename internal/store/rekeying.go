package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/breach"
)

func (s breaches) Rekeying(ctx context.Context) (breach.Rekeying, error) {
	return scanRekeying(s.db.Reader().QueryRowContext(ctx, selectRekeying))
}

func (s breaches) AskRekeying(ctx context.Context, day int64) (r breach.Rekeying, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		if r, err = scanRekeying(tx.QueryRow(selectRekeying)); err != nil {
			return err
		}
		if r.Number > 0 && r.Day == day {
			return breach.ErrRekeyed
		}
		r = breach.Rekeying{Number: r.Number + 1, Day: day}
		_, err := tx.Exec(`INSERT INTO rekeying (id, number, day) VALUES (1, ?, ?)
			ON CONFLICT (id) DO UPDATE SET number = excluded.number, day = excluded.day`, r.Number, r.Day)
		return err
	})
	return r, err
}

const selectRekeying = `SELECT number, day FROM rekeying`

func scanRekeying(row *sql.Row) (r breach.Rekeying, err error) {
	if err = row.Scan(&r.Number, &r.Day); errors.Is(err, sql.ErrNoRows) {
		return breach.Rekeying{}, nil
	}
	return r, err
}
