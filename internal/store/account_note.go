package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/account"
)

// insertNote adds a note to an account's, or counts it: see package account, note.go.
func insertNote(tx *sql.Tx, id account.ID, n account.Note) error {
	var same, all, version int
	if err := tx.QueryRow(`SELECT coalesce((SELECT version FROM vault WHERE account_id = ?1), 0), (SELECT count(*) FROM access_note WHERE account_id = ?1 AND fold = ?2),
		(SELECT count(*) FROM access_note INDEXED BY access_note_fold WHERE account_id = ?1)`, id[:], n.Fold[:]).Scan(&version, &same, &all); err != nil {
		return err
	}
	switch {
	case version <= 1:
		return nil
	case same >= account.MaxNotesFolded:
		_, err := tx.Exec(`UPDATE access_note SET more = more + 1 WHERE account_id = ?1
			AND number = (SELECT max(number) FROM access_note WHERE account_id = ?1 AND fold = ?2)`, id[:], n.Fold[:])
		return err
	case all >= account.MaxNotes:
		_, err := tx.Exec(`UPDATE access_note SET more = more + 1 WHERE account_id = ?1
			AND number = (SELECT max(number) FROM access_note WHERE account_id = ?1)`, id[:])
		return err
	}
	var number int64
	err := tx.QueryRow(`UPDATE account SET noted = noted + 1 WHERE id = ? RETURNING noted`, id[:]).Scan(&number)
	if err != nil {
		return missing(err)
	}
	_, err = tx.Exec(`INSERT INTO access_note (account_id, number, fold, day, sealed) VALUES (?,?,?,?,?)`, id[:], number, n.Fold[:], n.Day, n.Sealed)
	return err
}

// Notes implements account.Store.
func (s Accounts) Notes(ctx context.Context, id account.ID, after uint64, most int) (notes []account.NoteRow, last uint64, err error) {
	if err := s.db.reader(nil).row(ctx, `SELECT noted FROM account WHERE id = ?`, id[:]).Scan(&last); err != nil {
		return nil, 0, missing(err)
	}
	if after >= last {
		after = last // nothing, and no number that the database cannot hold
	}
	rows, err := s.db.reader(nil).query(ctx, `SELECT number, more, sealed FROM access_note WHERE account_id = ? AND number > ? ORDER BY number LIMIT ?`,
		id[:], int64(after), most)
	if err != nil {
		return nil, 0, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		var n account.NoteRow
		if err := rows.Scan(&n.Number, &n.More, &n.Sealed); err != nil {
			return nil, 0, err
		}
		notes = append(notes, n)
	}
	return notes, last, rows.Err()
}
