package store

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
	"time"

	"alcove/internal/account"
)

func insertSession(tx *sql.Tx, s account.SessionRow) error {
	_, err := tx.Exec(`INSERT INTO session (token_hash, account_id, restrictions, fresh_until_unix, idle_until_hour, expires_hour)
		VALUES (?,?,?,?,?,?)`, s.TokenHash[:], s.AccountID[:], s.Restrictions, s.FreshUntilUnix, s.IdleUntilHour, s.ExpiresHour)
	return err
}

// CreateSession stores a session and ends those that are too many beside it. Browsers
// that are told of news go on being told, as when a session idles out.
func (s Accounts) CreateSession(ctx context.Context, row account.SessionRow, n account.Note) (ended [][32]byte, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		if ended, err = leastUsedSessions(tx, row.AccountID, account.MaxSessions-1); err != nil {
			return err
		}
		for _, hash := range ended {
			if _, err := tx.Exec(`DELETE FROM session WHERE token_hash = ?`, hash[:]); err != nil {
				return err
			}
		}
		if err := insertSession(tx, row); err != nil {
			return err
		}
		return insertNote(tx, row.AccountID, n)
	})
	return ended, err
}

// leastUsedSessions are all but so many of an account, the ones that count most left out.
func leastUsedSessions(tx *sql.Tx, id account.ID, but int) ([][32]byte, error) {
	hashes, err := tokenHashes(tx.Query(`SELECT token_hash FROM session WHERE account_id = ?
		ORDER BY CASE restrictions WHEN 0 THEN 0 ELSE 1 END, idle_until_hour DESC, expires_hour DESC, token_hash`, id[:]))
	return hashes[min(but, len(hashes)):], err
}

// Session finds a session, expired ones too.
func (s Accounts) Session(ctx context.Context, tokenHash [32]byte) (account.SessionRow, error) {
	row, found, now := s.db.sessions.get(tokenHash)
	if found {
		return row, nil
	}
	row.TokenHash = tokenHash
	var id []byte
	var role int
	err := s.db.reader(nil).row(ctx, `SELECT account_id, role, restrictions, fresh_until_unix, idle_until_hour, expires_hour
		FROM session JOIN account ON account.id = account_id WHERE token_hash = ?`, tokenHash[:]).
		Scan(&id, &role, &row.Restrictions, &row.FreshUntilUnix, &row.IdleUntilHour, &row.ExpiresHour)
	if err != nil {
		return row, missing(err)
	}
	row.AccountID, row.Role = account.ID(id), account.Role(role)
	s.db.sessions.put(row, now)
	return row, nil
}

// TouchSession moves the idle expiry on, never back.
func (s Accounts) TouchSession(ctx context.Context, tokenHash [32]byte, idleUntilHour int64) error {
	return s.exec(ctx, `UPDATE session SET idle_until_hour = ?1 WHERE token_hash = ?2 AND idle_until_hour < ?1`, idleUntilHour, tokenHash[:])
}

// RenewSession gives a session another token, clears bits and makes it fresh.
func (s Accounts) RenewSession(ctx context.Context, former, next [32]byte, lift int, freshUntilUnix int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		var before []byte
		if err := tx.QueryRow(`SELECT former FROM session WHERE token_hash = ?`, former[:]).Scan(&before); err != nil {
			return missing(err)
		}
		if len(before) >= account.MaxRenewals*len(former) {
			return account.ErrNotFound
		}
		_, err := tx.Exec(`UPDATE session SET token_hash = ?, former = ?, restrictions = restrictions & ?, fresh_until_unix = ? WHERE token_hash = ?`,
			next[:], append(before, former[:]...), ^lift, freshUntilUnix, former[:])
		return err
	})
}

// renewedFrom is the present hash of the account's session that had this one before.
func renewedFrom(tx *sql.Tx, id account.ID, former [32]byte) (hash [32]byte, found bool, err error) {
	rows, err := tx.Query(`SELECT token_hash, former FROM session WHERE account_id = ? AND former IS NOT NULL`, id[:])
	if err != nil {
		return hash, false, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var present, before []byte
		if err := rows.Scan(&present, &before); err != nil {
			return hash, false, err
		}
		for each := range slices.Chunk(before, len(former)) {
			if bytes.Equal(each, former[:]) {
				hash, found = [32]byte(present), true
			}
		}
	}
	return hash, found, rows.Err()
}

// DeleteSession ends a session.
func (s Accounts) DeleteSession(ctx context.Context, tokenHash [32]byte) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`DELETE FROM push WHERE token_hash = ?`, tokenHash[:]); err != nil {
			return err
		}
		_, err := tx.Exec(`DELETE FROM session WHERE token_hash = ?`, tokenHash[:])
		return err
	})
}

// DeleteOtherSessions ends all sessions of the account but one.
func (s Accounts) DeleteOtherSessions(ctx context.Context, id account.ID, keep [32]byte, n account.Note) (ended [][32]byte, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		if ended, err = deleteOtherSessions(tx, id, keep); err != nil || len(ended) == 0 {
			return err
		}
		return insertNote(tx, id, n)
	})
	return ended, err
}

// SessionHolders gives the accounts that have sessions besides keep, or had some whose
// browsers are still told of news.
func (s Accounts) SessionHolders(ctx context.Context, keep [32]byte) ([]account.ID, error) {
	return all(ctx, s.db, func(rows *sql.Rows) (id account.ID, err error) {
		var bytes []byte
		err = rows.Scan(&bytes)
		copy(id[:], bytes)
		return id, err
	}, `SELECT account_id FROM session WHERE token_hash <> ?1 UNION SELECT account_id FROM push WHERE token_hash <> ?1`, keep[:])
}

func deleteOtherSessions(tx *sql.Tx, id account.ID, keep [32]byte) ([][32]byte, error) {
	if _, err := tx.Exec(`DELETE FROM push WHERE account_id = ? AND token_hash <> ?`, id[:], keep[:]); err != nil {
		return nil, err
	}
	return tokenHashes(tx.Query(`DELETE FROM session WHERE account_id = ? AND token_hash <> ? RETURNING token_hash`, id[:], keep[:]))
}

func tokenHashes(rows *sql.Rows, err error) ([][32]byte, error) {
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var hashes [][32]byte
	for rows.Next() {
		var h []byte
		if err := rows.Scan(&h); err != nil {
			return nil, err
		}
		hashes = append(hashes, [32]byte(h))
	}
	return hashes, rows.Err()
}

// SweepSessions deletes sessions that expired, or were made by a clock that has been
// set back since, expired farewells and old notes, and forgets past freshness and the
// ceremonies that belonged to it.
func (s Accounts) SweepSessions(ctx context.Context, now time.Time) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		hour := now.Unix() / 3600
		latest := now.Add(account.SessionLifetime+account.SetBack).Unix() / 3600
		if _, err := tx.Exec(`DELETE FROM session WHERE expires_hour <= ? OR idle_until_hour <= ? OR expires_hour > ?`, hour, hour, latest); err != nil {
			return err
		}
		for _, left := range []string{`DELETE FROM farewell WHERE expires_hour <= ?`, `DELETE FROM push WHERE expires_hour <= ?`} {
			if _, err := tx.Exec(left, hour); err != nil {
				return err
			}
		}
		if _, err := tx.Exec(`DELETE FROM access_note WHERE day < ?`, now.Unix()/86400-account.NotesDays); err != nil {
			return err
		}
		_, err := tx.Exec(`UPDATE session SET fresh_until_unix = 0 WHERE fresh_until_unix > 0 AND (fresh_until_unix <= ? OR fresh_until_unix > ?)`,
			now.Unix(), now.Add(account.FreshFor+account.SetBack).Unix())
		return err
	})
}

// PutCeremony keeps the state of a WebAuthn ceremony with the session.
func (s Accounts) PutCeremony(ctx context.Context, tokenHash [32]byte, ceremony []byte) error {
	return s.exec(ctx, `UPDATE session SET ceremony = ? WHERE token_hash = ?`, ceremony, tokenHash[:])
}

// TakeCeremony returns the state and empties it.
func (s Accounts) TakeCeremony(ctx context.Context, tokenHash [32]byte) (ceremony []byte, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		if err := tx.QueryRow(`SELECT ceremony FROM session WHERE token_hash = ?`, tokenHash[:]).Scan(&ceremony); err != nil {
			return missing(err)
		}
		_, err := tx.Exec(`UPDATE session SET ceremony = NULL WHERE token_hash = ?`, tokenHash[:])
		return err
	})
	return ceremony, err
}

func (s Accounts) exec(ctx context.Context, query string, args ...interface{}) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(query, args...)
		return err
	})
}
