package store

import (
	"context"
	"database/sql"

	"alcove/internal/exchange"
)

// Exchanges gives the part of the database that package exchange asks for.
func (db *DB) Exchanges() exchange.Store { return exchanges{db} }

type exchanges struct{ db *DB }

func (s exchanges) Exchanged(ctx context.Context) (map[exchange.Name]int64, error) {
	type row struct {
		name exchange.Name
		day  int64
	}
	rows, err := all(ctx, s.db, func(r *sql.Rows) (each row, err error) {
		err = r.Scan(&each.name, &each.day)
		return each, err
	}, `SELECT name, day FROM key_exchange`)
	days := map[exchange.Name]int64{}
	for _, each := range rows {
		days[each.name] = each.day
	}
	return days, err
}

func (s exchanges) PutExchanged(ctx context.Context, name exchange.Name, day int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO key_exchange (name, day) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET day = excluded.day`, string(name), day)
		return err
	})
}
