package store

import (
	"context"
	"database/sql"

	"alcove/internal/account"
)

// Passkeys reads the credential records of an account.
func (s Accounts) Passkeys(ctx context.Context, id account.ID) ([][]byte, error) {
	rows, err := s.db.Reader().QueryContext(ctx, `SELECT credential FROM passkey WHERE account_id = ? ORDER BY credential_id`, id[:])
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var all [][]byte
	for rows.Next() {
		var c []byte
		if err := rows.Scan(&c); err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	return all, rows.Err()
}

// HasPasskey reports whether the account has any.
func (s Accounts) HasPasskey(ctx context.Context, id account.ID) (has bool, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM passkey WHERE account_id = ?)`, id[:]).Scan(&has)
	return has, err
}

// AddPasskey stores a credential, and the codes when it is the first.
func (s Accounts) AddPasskey(ctx context.Context, id account.ID, credentialID, credential []byte, codeHashes [][]byte, n account.Note) (first bool, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		if err := tx.QueryRow(`SELECT NOT EXISTS (SELECT 1 FROM passkey WHERE account_id = ?)`, id[:]).Scan(&first); err != nil {
			return err
		}
		if _, err := tx.Exec(`INSERT INTO passkey (credential_id, account_id, credential) VALUES (?,?,?)`, credentialID, id[:], credential); err != nil {
			if isUnique(err) {
				return account.ErrPasskeyKnown
			}
			return err
		}
		if err := insertNote(tx, id, n); err != nil || !first {
			return err
		}
		if _, err := tx.Exec(`DELETE FROM one_time_code WHERE account_id = ?`, id[:]); err != nil {
			return err
		}
		for _, h := range codeHashes {
			if _, err := tx.Exec(`INSERT INTO one_time_code (account_id, code_hash) VALUES (?,?)`, id[:], h); err != nil {
				return err
			}
		}
		return nil
	})
	return first, err
}

// UpdatePasskey writes a credential record back after an assertion.
func (s Accounts) UpdatePasskey(ctx context.Context, id account.ID, credentialID, credential []byte) error {
	return s.exec(ctx, `UPDATE passkey SET credential = ? WHERE credential_id = ? AND account_id = ?`, credential, credentialID, id[:])
}

// UseCode deletes a one-time code and counts the rest.
func (s Accounts) UseCode(ctx context.Context, id account.ID, codeHash []byte, note account.Note) (remaining int, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		n, err := affected(tx.Exec(`DELETE FROM one_time_code WHERE account_id = ? AND code_hash = ?`, id[:], codeHash))
		if err != nil {
			return err
		}
		if n == 0 {
			return account.ErrNotFound
		}
		if err := insertNote(tx, id, note); err != nil {
			return err
		}
		return tx.QueryRow(`SELECT count(*) FROM one_time_code WHERE account_id = ?`, id[:]).Scan(&remaining)
	})
	return remaining, err
}
