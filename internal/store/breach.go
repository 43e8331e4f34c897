package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/account"
	"alcove/internal/breach"
)

// Breaches gives the part of the database that package breach asks for.
func (db *DB) Breaches() breach.Store { return breaches{db} }

type breaches struct{ db *DB }

func (s breaches) Entries(ctx context.Context) ([]breach.Entry, error) {
	return all(ctx, s.db, func(r *sql.Rows) (e breach.Entry, err error) {
		var id []byte
		err = r.Scan(&id, &e.Version, &e.Sealed)
		copy(e.ID[:], id)
		return e, err
	}, `SELECT id, version, sealed FROM breach ORDER BY number DESC`)
}

func (s breaches) PutEntry(ctx context.Context, e breach.Entry, expected uint64) (next uint64, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		var present, count uint64
		if err := tx.QueryRow(`SELECT coalesce((SELECT version FROM breach WHERE id = ?), 0), (SELECT count(*) FROM breach)`, e.ID[:]).Scan(&present, &count); err != nil {
			return err
		}
		switch {
		case present != expected:
			return breach.ErrConflict.At(present)
		case present == 0 && count >= breach.MaxBreaches:
			return breach.ErrFull
		}
		next = present + 1
		_, err := tx.Exec(`INSERT INTO breach (id, version, sealed, number) VALUES (?,?,?,(SELECT coalesce(max(number), 0) + 1 FROM breach))
			ON CONFLICT (id) DO UPDATE SET version = excluded.version, sealed = excluded.sealed`, e.ID[:], int64(next), e.Sealed)
		return err
	})
	return next, err
}

const keysColumns = `SELECT id, identity_key, sealing_recipient, sealing_signature FROM account `

func scanKeys(r *sql.Rows) (k breach.Keys, err error) {
	var id []byte
	err = r.Scan(&id, &k.IdentityKey, &k.SealingRecipient, &k.SealingSignature)
	copy(k.Account[:], id)
	return k, err
}

func (s breaches) Stewards(ctx context.Context) ([]breach.Keys, error) {
	return all(ctx, s.db, scanKeys, keysColumns+`WHERE role = 3 ORDER BY id`)
}

func (s breaches) Affected(ctx context.Context, ids []account.ID) (out []breach.Keys, err error) {
	for _, id := range ids {
		found, err := all(ctx, s.db, scanKeys, keysColumns+`WHERE id = ? AND role <> 3`, id[:])
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, breach.ErrNoAccount
		}
		out = append(out, found...)
	}
	return out, nil
}

// concerned finds an audience's accounts by ?2; ?1 is the notice. A key is longer than an
// id: so everybody is told, and ?2 has a type.
var concerned = map[breach.Audience]string{
	breach.Everybody: `SELECT id FROM account WHERE role <> 3 AND identity_key <> ?2`,
	breach.ClientsOf: `SELECT DISTINCT other.account AS id FROM member own JOIN stream s ON s.key = own.stream AND s.kind = 1
		JOIN member other ON other.stream = own.stream WHERE own.account = ?2 AND own.role = 2`,
	breach.InRoom: `SELECT DISTINCT m.account AS id FROM member m JOIN stream s ON s.key = m.stream AND s.kind = 3 WHERE s.id = ?2`,
}

func (s breaches) Publish(ctx context.Context, n breach.Notice, day int64) (told []account.ID, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		told = nil
		var there, known bool
		var count int
		if err := tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM breach_notice WHERE id = ?1), EXISTS (SELECT 1 FROM breach WHERE id = ?2),
			(SELECT count(*) FROM breach_notice)`, n.ID[:], n.Breach[:]).Scan(&there, &known, &count); err != nil {
			return err
		}
		switch {
		case there:
			return nil
		case !known:
			return breach.ErrNotFound
		case count >= breach.MaxNotices:
			return breach.ErrFull
		}
		var key int64
		if err := tx.QueryRow(`INSERT INTO breach_notice (id, breach, audience, day, text, told) VALUES (?,?,?,?,?,0) RETURNING key`,
			n.ID[:], n.Breach[:], int(n.Audience), day, append([]byte{}, n.Text...)).Scan(&key); err != nil {
			return err
		}
		if told, err = address(tx, key, n); err != nil {
			return err
		}
		if len(told) == 0 {
			return breach.ErrNobody
		}
		_, err = tx.Exec(`UPDATE breach_notice SET told = ? WHERE key = ?`, len(told), key)
		return err
	})
	return told, err
}

// address writes a row for each account concerned.
func address(tx *sql.Tx, key int64, n breach.Notice) (told []account.ID, err error) {
	if n.Audience != breach.Accounts {
		return addedTold(tx.Query(`INSERT INTO breach_told (account_id, notice, sealed) SELECT c.id, ?1, ?3 FROM (`+
			concerned[n.Audience]+`) AS c JOIN account a ON a.id = c.id WHERE a.role <> 3 RETURNING account_id`, key, n.Of[:], empty))
	}
	for _, a := range n.Addressed {
		added, err := addedTold(tx.Query(`INSERT INTO breach_told (account_id, notice, sealed)
			SELECT id, ?1, ?3 FROM account WHERE id = ?2 AND role <> 3 RETURNING account_id`, key, a.Account[:], a.Sealed))
		if err != nil {
			return nil, err
		}
		if len(added) == 0 {
			return nil, breach.ErrNoAccount
		}
		told = append(told, added...)
	}
	return told, nil
}

func addedTold(rows *sql.Rows, err error) (told []account.ID, _ error) {
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id []byte
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		told = append(told, account.ID(id))
	}
	return told, rows.Err()
}

func (s breaches) Withdraw(ctx context.Context, id breach.ID) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		n, err := affected(tx.Exec(`UPDATE breach_notice SET withdrawn = 1, text = ? WHERE id = ?`, empty, id[:]))
		if err == nil && n == 0 {
			err = breach.ErrNotFound
		}
		if err != nil {
			return err
		}
		_, err = tx.Exec(`DELETE FROM breach_told WHERE notice = (SELECT key FROM breach_notice WHERE id = ?)`, id[:])
		return err
	})
}

func (s breaches) Published(ctx context.Context) ([]breach.Published, error) {
	return all(ctx, s.db, func(r *sql.Rows) (p breach.Published, err error) {
		var id, of []byte
		err = r.Scan(&id, &of, &p.Audience, &p.Day, &p.Told, &p.Confirmed, &p.Withdrawn)
		copy(p.ID[:], id)
		copy(p.Breach[:], of)
		return p, err
	}, `SELECT id, breach, audience, day, told, confirmed, withdrawn FROM breach_notice ORDER BY key DESC`)
}

func (s breaches) Told(ctx context.Context, id account.ID) ([]breach.Told, error) {
	return all(ctx, s.db, func(r *sql.Rows) (t breach.Told, err error) {
		var notice []byte
		err = r.Scan(&notice, &t.Day, &t.Confirmed, &t.Text, &t.Sealed)
		copy(t.ID[:], notice)
		return t, err
	}, `SELECT n.id, n.day, t.confirmed, n.text, t.sealed FROM breach_told t JOIN breach_notice n ON n.key = t.notice
		WHERE t.account_id = ? ORDER BY t.notice DESC`, id[:])
}

func (s breaches) Confirm(ctx context.Context, id account.ID, notice breach.ID) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		var key int64
		var confirmed bool
		err := tx.QueryRow(`SELECT t.notice, t.confirmed FROM breach_told t JOIN breach_notice n ON n.key = t.notice
			WHERE t.account_id = ? AND n.id = ?`, id[:], notice[:]).Scan(&key, &confirmed)
		if errors.Is(err, sql.ErrNoRows) {
			return breach.ErrNotFound
		}
		if err != nil || confirmed {
			return err
		}
		if _, err := tx.Exec(`UPDATE breach_told SET confirmed = 1 WHERE account_id = ? AND notice = ?`, id[:], key); err != nil {
			return err
		}
		_, err = tx.Exec(`UPDATE breach_notice SET confirmed = confirmed + 1 WHERE key = ?`, key)
		return err
	})
}

func (s breaches) Forget(ctx context.Context, day int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`DELETE FROM breach_told WHERE notice IN (SELECT key FROM breach_notice WHERE day < ?)`, day); err != nil {
			return err
		}
		_, err := tx.Exec(`UPDATE breach_notice SET text = ? WHERE day < ? AND length(text) > 0`, empty, day)
		return err
	})
}

func (s breaches) Frozen(ctx context.Context) (frozen bool, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM breach_state WHERE signups_frozen = 1)`).Scan(&frozen)
	return frozen, err
}

func (s breaches) Freeze(ctx context.Context, frozen bool) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO breach_state (id, signups_frozen) VALUES (1, ?)
			ON CONFLICT (id) DO UPDATE SET signups_frozen = excluded.signups_frozen`, frozen)
		return err
	})
}

// all reads what a query gives.
func all[T any](ctx context.Context, db *DB, scan func(*sql.Rows) (T, error), query string, args ...any) (out []T, err error) {
	rows, err := db.Reader().QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, rows.Err()
}
