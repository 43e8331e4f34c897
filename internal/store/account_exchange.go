package store

import (
	"context"
	"database/sql"

	"alcove/internal/account"
)

// RenewRecord replaces record and wrapped key, of an older generation only.
func (s Accounts) RenewRecord(ctx context.Context, id account.ID, p account.Passphrase) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		n, err := affected(tx.Exec(`UPDATE account SET opaque_record = ?, opaque_generation = ? WHERE id = ? AND opaque_generation < ?`,
			p.OpaqueRecord, p.OpaqueGeneration, id[:], p.OpaqueGeneration))
		if err != nil || n == 0 {
			return err
		}
		if _, err := tx.Exec(`UPDATE vault SET key_by_passphrase = ? WHERE account_id = ?`, p.WrappedKey, id[:]); err != nil {
			return err
		}
		return insertNotes(tx, id, p.Notes)
	})
}

const newestGeneration = `SELECT coalesce(max(generation), 1) FROM key_generation`

// Generation is the newest that names and codes are layered in.
func (s Accounts) Generation(ctx context.Context) (n int, err error) {
	err = s.db.Reader().QueryRowContext(ctx, newestGeneration).Scan(&n)
	return n, err
}

// Layer replaces all keyed names and codes. What the log holds of the former ones is
// overwritten before it returns, if nobody reads for long just then.
func (s Accounts) Layer(ctx context.Context, l account.Layering) error {
	s.db.generation.raise(l.To)
	err := s.db.Write(ctx, func(tx *sql.Tx) error {
		var at int
		if err := tx.QueryRow(newestGeneration).Scan(&at); err != nil || at != l.From {
			return err
		}
		for _, keyed := range []struct {
			all, one string
			next     func([]byte) []byte
		}{
			{`SELECT id, name_key FROM account`, `UPDATE account SET name_key = ? WHERE id = ? AND name_key = ?`, l.Name},
			{`SELECT account_id, code_hash FROM one_time_code`, `UPDATE one_time_code SET code_hash = ? WHERE account_id = ? AND code_hash = ?`, l.Code},
		} {
			if err := layer(tx, keyed.all, keyed.one, keyed.next); err != nil {
				return err
			}
		}
		for generation := l.From + 1; generation <= l.To; generation++ {
			if _, err := tx.Exec(`INSERT INTO key_generation (generation, day) VALUES (?, ?)`, generation, l.Day); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		_ = s.db.Scrub(ctx) // the writer does it by itself within half a minute
	}
	return err
}

// layer reads all first: an index that is walked must not be changed meanwhile.
func layer(tx *sql.Tx, all, one string, next func([]byte) []byte) error {
	type row struct{ id, keyed []byte }
	var found []row
	rows, err := tx.Query(all)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var r row
		if err := rows.Scan(&r.id, &r.keyed); err != nil {
			return err
		}
		found = append(found, r)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	statement, err := tx.Prepare(one)
	if err != nil {
		return err
	}
	defer func() { _ = statement.Close() }()
	for _, r := range found {
		if _, err := statement.Exec(next(r.keyed), r.id, r.keyed); err != nil {
			return err
		}
	}
	return nil
}

// Generations counts accounts by generation, and gives the days.
func (s Accounts) Generations(ctx context.Context) (accounts map[int]int, began map[int]int64, err error) {
	accounts, began = map[int]int{}, map[int]int64{}
	rows, err := s.db.Reader().QueryContext(ctx, `SELECT opaque_generation, count(*), 0 FROM account GROUP BY opaque_generation
		UNION ALL SELECT generation, 0, day FROM key_generation`)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var generation, n int
		var day int64
		if err := rows.Scan(&generation, &n, &day); err != nil {
			return nil, nil, err
		}
		accounts[generation] += n
		began[generation] = max(began[generation], day)
	}
	return accounts, began, rows.Err()
}
