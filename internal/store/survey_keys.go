package store

import (
	"context"
	"database/sql"

	"alcove/internal/survey"
)

// BallotKeys gives the part of the database that survey.SharedKeys asks for.
func (db *DB) BallotKeys() survey.KeyStore { return ballotKeys{db} }

type ballotKeys struct{ db *DB }

func (s ballotKeys) BallotKey(ctx context.Context, id survey.ID) (sealed []byte, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT ballot_sealed FROM survey WHERE id = ? AND ended = 0`, id[:]).Scan(&sealed)
	if err == nil && sealed == nil {
		err = sql.ErrNoRows
	}
	return sealed, noSurvey(err)
}

func (s ballotKeys) ReplaceBallotKeys(ctx context.Context, seal func(id survey.ID, sealed []byte) ([]byte, error)) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		former, err := sealedKeys(tx)
		if err != nil {
			return err
		}
		for id, sealed := range former {
			anew, err := seal(id, sealed)
			if err != nil {
				return err
			}
			if anew == nil {
				continue
			}
			var value any // NULL for an empty one
			if len(anew) > 0 {
				value = anew
			}
			if _, err := tx.Exec(`UPDATE survey SET ballot_sealed = ? WHERE id = ?`, value, id[:]); err != nil {
				return err
			}
		}
		return nil
	})
}

func sealedKeys(tx *sql.Tx) (map[survey.ID][]byte, error) {
	rows, err := tx.Query(`SELECT id, ballot_sealed FROM survey WHERE ended = 0`)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	all := map[survey.ID][]byte{}
	for rows.Next() {
		var id, sealed []byte
		if err := rows.Scan(&id, &sealed); err != nil {
			return nil, err
		}
		all[survey.ID(id)] = sealed
	}
	return all, rows.Err()
}
