package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
)

// ErrOtherSecrets: a node was given other key files than the one that began.
var ErrOtherSecrets = errors.New("this database was begun with other secrets: stop this node, copy all *.key files of the first node's data folder into its own, and start it again")

// Begin ties a database of PostgreSQL to the secrets of the first node that serves from
// it, and refuses a node that has others: it would find no name, and sign another key
// log. A database of SQLite lies beside its secrets.
func (db *DB) Begin(ctx context.Context, fingerprint [32]byte) error {
	if !db.onPostgres() {
		return nil
	}
	return db.Write(ctx, func(tx *sql.Tx) error {
		var begun []byte
		if err := tx.QueryRow(`SELECT secrets FROM installation`).Scan(&begun); err != nil {
			return err
		}
		switch {
		case begun == nil:
			_, err := tx.Exec(`UPDATE installation SET secrets = ?`, fingerprint[:])
			return err
		case !bytes.Equal(begun, fingerprint[:]):
			return ErrOtherSecrets
		}
		return nil
	})
}

// onPostgres tells the engine where something is done in one of them only.
func (db *DB) onPostgres() bool { return db.vacuum != nil }
