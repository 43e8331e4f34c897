package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"slices"

	"alcove/internal/account"
	"alcove/internal/keylog"
)

// Accounts implements account.Store.
type Accounts struct{ db *DB }

var _ account.Store = Accounts{}

// Accounts gives the storage of accounts.
func (db *DB) Accounts() Accounts { return Accounts{db} }

// CreateAccounts writes accounts, vaults and first sessions, uses up the invitation and
// enters the accounts into the key log, all or nothing.
func (s Accounts) CreateAccounts(ctx context.Context, accounts ...account.NewAccountRow) error {
	// Which of a name's two accounts is used must not show in the log: they are entered
	// in the order of their ids, which are hashes.
	ordered := slices.SortedFunc(slices.Values(accounts), func(a, b account.NewAccountRow) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	return s.db.writeLogged(ctx, func(tx *sql.Tx, l *logging) error {
		for _, a := range ordered {
			if err := underNewest(tx, a.OpaqueGeneration); err != nil {
				return err
			}
			if err := insertAccount(tx, a); err != nil {
				return err
			}
			if err := l.set(keylog.Account, keylog.AccountLabel(a.ID), keylog.AccountValue(a.Keys.IdentityKey, a.Keys.SealingRecipient)); err != nil {
				return err
			}
		}
		return nil
	})
}

func insertAccount(tx *sql.Tx, a account.NewAccountRow) error {
	if a.InvitationHash != nil {
		if err := useInvitation(tx, a); err != nil {
			return err
		}
	}
	if err := accountFree(tx, a); err != nil {
		return err
	}
	if _, err := tx.Exec(`INSERT INTO account (id, name_key, opaque_record, opaque_generation, role, identity_key,
		sealing_recipient, sealing_signature, recovery_id, recovery_auth_hash) VALUES (?,?,?,?,?,?,?,?,?,?)`,
		a.ID[:], a.NameKey, a.OpaqueRecord, max(a.OpaqueGeneration, 1), int(a.Role), a.Keys.IdentityKey,
		a.Keys.SealingRecipient, a.Keys.SealingSignature, a.RecoveryID, a.RecoveryAuthHash); err != nil {
		return err
	}
	if _, err := tx.Exec(`INSERT INTO vault (account_id, version, ciphertext, key_by_passphrase, key_by_recovery)
		VALUES (?,1,?,?,?)`, a.ID[:], a.Vault.Ciphertext, a.Vault.WrappedKeyPassphrase, a.Vault.WrappedKeyRecovery); err != nil {
		return err
	}
	return insertSession(tx, a.Session)
}

// useInvitation marks the invitation used if it still can be.
func useInvitation(tx *sql.Tx, a account.NewAccountRow) error {
	n, err := affected(tx.Exec(`UPDATE invitation SET used = 1
		WHERE token_hash = ? AND role = ? AND used = 0 AND expires_unix > ?`, a.InvitationHash, int(a.Role), a.Now.Unix()))
	if err != nil {
		return err
	}
	if n == 0 {
		return account.ErrInvitationInvalid
	}
	return nil
}

// accountFree says which unique column an account would collide in: a name that
// was given away a moment ago calls for another attempt, anything else means that
// the account was made already.
func accountFree(tx *sql.Tx, a account.NewAccountRow) error {
	var byID, byName bool
	if err := tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM account WHERE id = ? OR recovery_id = ?),
		EXISTS (SELECT 1 FROM account WHERE name_key = ?)`, a.ID[:], a.RecoveryID, a.NameKey).Scan(&byID, &byName); err != nil {
		return err
	}
	switch {
	case byID:
		return account.ErrAccountExists
	case byName:
		return account.ErrNameTaken
	}
	return nil
}

const accountColumns = `SELECT id, name_key, opaque_record, opaque_generation, role, identity_key, sealing_recipient, sealing_signature, recovery_auth_hash FROM account `

// AccountByName finds an account by its keyed name.
func (s Accounts) AccountByName(ctx context.Context, nameKey []byte) (account.AccountRow, error) {
	row, _, err := s.account(ctx, "WHERE name_key = ?", nameKey)
	return row, err
}

// AccountByID finds an account.
func (s Accounts) AccountByID(ctx context.Context, id account.ID) (account.AccountRow, error) {
	row, _, err := s.account(ctx, "WHERE id = ?", id[:])
	return row, err
}

// AccountByRecovery finds an account by its recovery id.
func (s Accounts) AccountByRecovery(ctx context.Context, recoveryID []byte) (account.AccountRow, []byte, error) {
	return s.account(ctx, "WHERE recovery_id = ?", recoveryID)
}

func (s Accounts) account(ctx context.Context, where string, key []byte) (account.AccountRow, []byte, error) {
	var a account.AccountRow
	var id, authHash []byte
	var role int
	err := s.db.Reader().QueryRowContext(ctx, accountColumns+where, key).Scan(&id, &a.NameKey, &a.OpaqueRecord, &a.OpaqueGeneration, &role,
		&a.Keys.IdentityKey, &a.Keys.SealingRecipient, &a.Keys.SealingSignature, &authHash)
	if err != nil {
		return a, nil, missing(err)
	}
	a.ID, a.Role = account.ID(id), account.Role(role)
	return a, authHash, nil
}

// DeleteAccount deletes the account and by its foreign keys all its rows. The key log
// says from then on that what had its label is gone.
func (s Accounts) DeleteAccount(ctx context.Context, id account.ID) (bool, error) {
	ok := false
	err := s.db.writeLogged(ctx, func(tx *sql.Tx, l *logging) error {
		n, err := affected(tx.Exec(`DELETE FROM account WHERE id = ? AND (role <> 3
			OR EXISTS (SELECT 1 FROM account AS other WHERE other.role = 3 AND other.id <> account.id))`, id[:]))
		if ok = n > 0; err != nil || !ok {
			return err
		}
		if err := l.set(keylog.Account, keylog.AccountLabel(id), keylog.Gone); err != nil {
			return err
		}
		return l.setDirectory()
	})
	return ok, err
}

// StewardCount counts the stewards.
func (s Accounts) StewardCount(ctx context.Context) (int, error) {
	var n int
	err := s.db.Reader().QueryRowContext(ctx, `SELECT count(*) FROM account WHERE role = 3`).Scan(&n)
	return n, err
}

// missing turns "no row" into the concept's own error.
func missing(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return account.ErrNotFound
	}
	return err
}

func affected(r sql.Result, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}
