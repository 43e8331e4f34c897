package store

import (
	"context"
	"database/sql"

	"alcove/internal/account"
)

// Rehearse makes a copy fit for a drill: nobody is logged in, nobody can be told
// anything outside of the app, its key log begins anew, no ballot can be signed that the
// practice would count, and each practitioner
// and steward has a one-time code, hashed by hash. Never to be called on a practice's own database.
func (db *DB) Rehearse(ctx context.Context, hash func(account.ID) []byte) error {
	return db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`DELETE FROM push; DELETE FROM mail; DELETE FROM session; DELETE FROM keylog_entry; UPDATE survey SET ballot_sealed = NULL`); err != nil {
			return err
		}
		staff, err := addedTold(tx.Query(`SELECT id FROM account WHERE role IN (2, 3)`))
		if err != nil {
			return err
		}
		for _, id := range staff {
			if _, err := tx.Exec(`INSERT INTO one_time_code (account_id, code_hash) VALUES (?,?)`, id[:], hash(id)); err != nil {
				return err
			}
		}
		return nil
	})
}
