package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/account"
)

// EndSessions deletes those sessions that are the account's, and keeps the
// farewells; of more than most, the oldest go.
func (s Accounts) EndSessions(ctx context.Context, id account.ID, farewells []account.FarewellRow, most int, n account.Note) (ended [][32]byte, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		ended = nil
		for _, f := range farewells {
			gone, err := endSession(tx, id, f)
			if err != nil {
				return err
			}
			if gone {
				ended = append(ended, f.TokenHash)
				continue
			}
			// Its device got another token for it, and could not or would not say so.
			if f.TokenHash, gone, err = renewedFrom(tx, id, f.TokenHash); err != nil {
				return err
			}
			if gone {
				if _, err := endSession(tx, id, f); err != nil {
					return err
				}
				ended = append(ended, f.TokenHash)
			}
		}
		if len(ended) > 0 {
			if err := insertNote(tx, id, n); err != nil {
				return err
			}
		}
		_, err := tx.Exec(`DELETE FROM farewell WHERE account_id = ?1 AND token_hash NOT IN
			(SELECT token_hash FROM farewell WHERE account_id = ?1 ORDER BY expires_hour DESC LIMIT ?2)`, id[:], most)
		return err
	})
	return ended, err
}

func endSession(tx *sql.Tx, id account.ID, f account.FarewellRow) (gone bool, err error) {
	if _, err := tx.Exec(`DELETE FROM push WHERE account_id = ? AND token_hash = ?`, id[:], f.TokenHash[:]); err != nil {
		return false, err
	}
	done, err := tx.Exec(`DELETE FROM session WHERE account_id = ? AND token_hash = ?`, id[:], f.TokenHash[:])
	if err != nil {
		return false, err
	}
	n, err := done.RowsAffected()
	if err != nil {
		return false, err
	}
	// Another account's session is not touched, and what was once said stays said.
	_, err = tx.Exec(`INSERT INTO farewell (token_hash, account_id, signature, expires_hour)
		SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM session WHERE token_hash = ?1) ON CONFLICT DO NOTHING`,
		f.TokenHash[:], id[:], f.Signature, f.ExpiresHour)
	return n > 0, err
}

// Farewell returns what was left for a token.
func (s Accounts) Farewell(ctx context.Context, tokenHash [32]byte) (signature []byte, err error) {
	err = s.db.reader(nil).row(ctx, `SELECT signature FROM farewell WHERE token_hash = ?`, tokenHash[:]).Scan(&signature)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, account.ErrNotFound
	}
	return signature, err
}
