package store

import (
	"context"
	"database/sql"

	"alcove/internal/account"
)

// Vault reads the vault and both wrappings of its key.
func (s Accounts) Vault(ctx context.Context, id account.ID) (account.Vault, error) {
	var v account.Vault
	err := s.db.Reader().QueryRowContext(ctx, `SELECT version, ciphertext, key_by_passphrase, key_by_recovery FROM vault WHERE account_id = ?`, id[:]).
		Scan(&v.Version, &v.Ciphertext, &v.WrappedKeyPassphrase, &v.WrappedKeyRecovery)
	return v, missing(err)
}

// PutVault replaces the vault if its version is still the expected one.
func (s Accounts) PutVault(ctx context.Context, id account.ID, expected uint64, ciphertext []byte) (uint64, error) {
	var version uint64
	err := s.db.Write(ctx, func(tx *sql.Tx) error {
		if err := tx.QueryRow(`SELECT version FROM vault WHERE account_id = ?`, id[:]).Scan(&version); err != nil {
			return missing(err)
		}
		if version != expected {
			return account.ErrVaultConflict.At(version)
		}
		version++
		_, err := tx.Exec(`UPDATE vault SET version = ?, ciphertext = ? WHERE account_id = ?`, version, ciphertext, id[:])
		return err
	})
	return version, err
}

// ChangePassphrase replaces record and wrapped key, ends the other sessions and
// lifts the restriction of a recovering one.
func (s Accounts) ChangePassphrase(ctx context.Context, id account.ID, keep [32]byte, p account.Passphrase) (ended [][32]byte, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		if err := underNewest(tx, p.OpaqueGeneration); err != nil {
			return err
		}
		if _, err := tx.Exec(`UPDATE account SET opaque_record = ?, opaque_generation = ? WHERE id = ?`, p.OpaqueRecord, p.OpaqueGeneration, id[:]); err != nil {
			return err
		}
		if _, err := tx.Exec(`UPDATE vault SET key_by_passphrase = ? WHERE account_id = ?`, p.WrappedKey, id[:]); err != nil {
			return err
		}
		if p.Recovery != nil {
			if err := setRecovery(tx, id, *p.Recovery); err != nil {
				return err
			}
		}
		if _, err := tx.Exec(`UPDATE session SET restrictions = restrictions & ? WHERE token_hash = ?`, ^account.RestrictRecovering, keep[:]); err != nil {
			return err
		}
		if err := insertNotes(tx, id, p.Notes); err != nil {
			return err
		}
		ended, err = deleteOtherSessions(tx, id, keep)
		return err
	})
	return ended, err
}

// SetRecovery replaces the recovery code.
func (s Accounts) SetRecovery(ctx context.Context, id account.ID, r account.Recovery, n account.Note) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		if err := setRecovery(tx, id, r); err != nil {
			return err
		}
		return insertNote(tx, id, n)
	})
}

func setRecovery(tx *sql.Tx, id account.ID, r account.Recovery) error {
	if _, err := tx.Exec(`UPDATE account SET recovery_id = ?, recovery_auth_hash = ? WHERE id = ?`, r.ID, r.AuthHash, id[:]); err != nil {
		if isUnique(err) {
			return account.ErrAccountExists
		}
		return err
	}
	_, err := tx.Exec(`UPDATE vault SET key_by_recovery = ? WHERE account_id = ?`, r.WrappedKey, id[:])
	return err
}
