package store

import (
	"context"
	"database/sql"
	"time"

	"alcove/internal/account"
	"alcove/internal/push"
)

// Pushes gives the part of the database that package push asks for.
func (db *DB) Pushes() push.Store { return pushes{db} }

type pushes struct{ db *DB }

func (s pushes) Put(ctx context.Context, p push.Sealed, notes ...account.Note) error {
	return s.db.writeNoted(ctx, notes, `INSERT INTO push (token_hash, account_id, sealed, expires_hour) SELECT token_hash, account_id, ?2, expires_hour FROM session WHERE token_hash = ?1
		ON CONFLICT (token_hash) DO UPDATE SET sealed = excluded.sealed RETURNING account_id`, p.Owner[:], p.Bytes)
}

func (s pushes) Delete(ctx context.Context, owner push.Session, n account.Note) error {
	return s.db.writeNoted(ctx, []account.Note{n}, `DELETE FROM push WHERE token_hash = ? RETURNING account_id`, owner[:])
}

func (s pushes) DeleteSame(ctx context.Context, p push.Sealed) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM push WHERE token_hash = ? AND sealed = ?`, p.Owner[:], p.Bytes)
		return err
	})
}

func (s pushes) DeleteAll(ctx context.Context) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM push`)
		return err
	})
}

func (s pushes) Has(ctx context.Context, owner push.Session) (has bool, err error) {
	err = s.db.reader(nil).row(ctx, `SELECT EXISTS (SELECT 1 FROM push WHERE token_hash = ?)`, owner[:]).Scan(&has)
	return has, err
}

func (s pushes) Of(ctx context.Context, account push.Account, now time.Time) (out []push.Sealed, err error) {
	hour := now.Unix() / 3600
	rows, err := s.db.reader(nil).query(ctx, `SELECT token_hash, sealed FROM push WHERE account_id = ? AND expires_hour > ? ORDER BY expires_hour DESC`, account[:], hour)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var owner, sealed []byte
		if err := rows.Scan(&owner, &sealed); err != nil {
			return nil, err
		}
		out = append(out, push.Sealed{Owner: push.Session(owner), Bytes: sealed})
	}
	return out, rows.Err()
}
