package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"alcove/internal/policy"
)

// Policies gives the part of the database that package policy asks for.
func (db *DB) Policies() policy.Store { return policies{db} }

type policies struct{ db *DB }

const policyHead = `SELECT number, day, cause, matters, note`

func scanHead(r scanner, more ...any) (h policy.Head, err error) {
	var day int64
	err = r.Scan(append([]any{&h.Number, &day, &h.Cause, &h.Matters, &h.Note}, more...)...)
	h.Day = time.Unix(day*86400, 0).UTC().Format(time.DateOnly)
	return h, err
}

// NewestPolicy implements policy.Store.
func (s policies) NewestPolicy(ctx context.Context) (number uint32, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT coalesce(max(number), 0) FROM policy_version`).Scan(&number)
	return number, err
}

// PolicyVersion implements policy.Store.
func (s policies) PolicyVersion(ctx context.Context, number uint32) (v policy.Version, err error) {
	row := s.db.Reader().QueryRowContext(ctx, policyHead+`, facts, substance, words FROM policy_version WHERE number = ?`, number)
	v.Head, err = scanHead(row, asJSON{&v.Facts}, asJSON{&v.Substance}, asJSON{&v.Words})
	if errors.Is(err, sql.ErrNoRows) {
		err = policy.ErrNone
	}
	return v, err
}

// PolicyHeads implements policy.Store.
func (s policies) PolicyHeads(ctx context.Context) ([]policy.Head, error) {
	rows, err := s.db.Reader().QueryContext(ctx, policyHead+` FROM policy_version ORDER BY number DESC`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var heads []policy.Head
	for rows.Next() {
		h, err := scanHead(rows)
		if err != nil {
			return nil, err
		}
		heads = append(heads, h)
	}
	return heads, rows.Err()
}

// AddPolicy implements policy.Store.
func (s policies) AddPolicy(ctx context.Context, v policy.Version) error {
	day, err := time.Parse(time.DateOnly, v.Day)
	if err != nil {
		return err
	}
	var columns [3]string
	for i, part := range []any{v.Facts, v.Substance, v.Words} {
		text, err := json.Marshal(part)
		if err != nil {
			return err
		}
		columns[i] = string(text)
	}
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		var there bool
		if err := tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM policy_version WHERE number >= ?)`, v.Number).Scan(&there); err != nil {
			return err
		}
		if there {
			return policy.ErrMoved
		}
		_, err := tx.Exec(`INSERT INTO policy_version (number, day, cause, matters, note, facts, substance, words) VALUES (?,?,?,?,?,?,?,?)`,
			v.Number, day.Unix()/86400, string(v.Cause), v.Matters, v.Note, columns[0], columns[1], columns[2])
		return err
	})
}
