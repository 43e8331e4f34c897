package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/account"
)

// writeNoted changes the row of one account by a statement that returns whose it was,
// and writes the notes of that if there was one to change.
func (db *DB) writeNoted(ctx context.Context, notes []account.Note, query string, args ...any) error {
	return db.Write(ctx, func(tx *sql.Tx) error {
		var id []byte
		err := tx.QueryRow(query, args...).Scan(&id)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		return insertNotes(tx, account.ID(id), notes)
	})
}

func insertNotes(tx *sql.Tx, id account.ID, notes []account.Note) error {
	for _, n := range notes {
		if err := insertNote(tx, id, n); err != nil {
			return err
		}
	}
	return nil
}

// insertNote adds a note to an account's, or counts it: see package account, note.go.
func insertNote(tx *sql.Tx, id account.ID, n account.Note) error {
	var same, all, version int
	if err := tx.QueryRow(`SELECT coalesce((SELECT version FROM vault WHERE account_id = ?1), 0), (SELECT count(*) FROM access_note WHERE account_id = ?1 AND fold = ?2),
		(SELECT count(*) FROM access_note INDEXED BY access_note_fold WHERE account_id = ?1)`, id[:], n.Fold[:]).Scan(&version, &same, &all); err != nil {
		return err
	}
	switch {
	case version <= 1 && !n.Use:
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
func (s Accounts) Notes(ctx context.Context, id account.ID, after uint64, most int) (out account.Noted, err error) {
	if err := s.db.reader(nil).row(ctx, `SELECT noted FROM account WHERE id = ?`, id[:]).Scan(&out.Last); err != nil {
		return out, missing(err)
	}
	// A number that the database cannot hold is none of them; what comes meanwhile is
	// told with the next answer.
	after = min(after, out.Last)
	out.Notes, err = all(ctx, s.db, func(rows *sql.Rows) (n account.NoteRow, err error) {
		err = rows.Scan(&n.Number, &n.Sealed)
		return n, err
	}, `SELECT number, sealed FROM access_note WHERE account_id = ? AND number > ? AND number <= ? ORDER BY number LIMIT ?`, id[:], int64(after), int64(out.Last), most)
	if err != nil {
		return out, err
	}
	out.Counted, err = all(ctx, s.db, func(rows *sql.Rows) (c account.NoteCount, err error) {
		err = rows.Scan(&c.Number, &c.More)
		return c, err
	}, `SELECT number, more FROM access_note WHERE account_id = ? AND more > 0 ORDER BY number`, id[:])
	return out, err
}
