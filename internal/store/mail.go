package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/account"
	"alcove/internal/mailer"
)

// Mails gives the part of the database that package mailer asks for.
func (db *DB) Mails() mailer.Store { return mails{db} }

type mails struct{ db *DB }

func (s mails) Mail(ctx context.Context, account mailer.Account) (mailer.Row, error) {
	r := mailer.Row{Account: account}
	var stop []byte
	err := s.db.reader(nil).row(ctx, `SELECT address, language, state, code, salt, stop, expires_hour FROM mail WHERE account_id = ?`, account[:]).
		Scan(&r.Address, &r.Language, &r.State, &r.Code, &r.Salt, &stop, &r.ExpiresHour)
	if errors.Is(err, sql.ErrNoRows) {
		return r, mailer.ErrNotFound
	}
	copy(r.Stop[:], stop)
	return r, err
}

func (s mails) PutMail(ctx context.Context, r mailer.Row, notes ...account.Note) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`INSERT INTO mail (account_id, address, language, state, code, tries, salt, stop, expires_hour) VALUES (?,?,?,?,?,0,?,?,?)
			ON CONFLICT (account_id) DO UPDATE SET address = excluded.address, language = excluded.language, state = excluded.state,
				code = excluded.code, tries = 0, salt = excluded.salt, stop = excluded.stop, expires_hour = excluded.expires_hour`,
			r.Account[:], r.Address, r.Language, r.State, r.Code, r.Salt, r.Stop[:], r.ExpiresHour); err != nil {
			return err
		}
		return insertNotes(tx, r.Account, notes)
	})
}

func (s mails) DeleteMail(ctx context.Context, id mailer.Account, n account.Note) error {
	return s.db.writeNoted(ctx, []account.Note{n}, `DELETE FROM mail WHERE account_id = ? RETURNING account_id`, id[:])
}

func (s mails) ConfirmMail(ctx context.Context, account mailer.Account, code []byte, most int) (ok bool, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		ok = false
		done, err := tx.Exec(`UPDATE mail SET state = ?, code = ?, expires_hour = 0 WHERE account_id = ? AND state = ? AND code = ? AND tries < ?`,
			mailer.On, empty, account[:], mailer.Asked, code, most)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n > 0 {
			ok = err == nil
			return err
		}
		_, err = tx.Exec(`UPDATE mail SET tries = tries + 1 WHERE account_id = ? AND state = ?`, account[:], mailer.Asked)
		return err
	})
	return ok, err
}

func (s mails) Owner(ctx context.Context, stop [32]byte) (owner mailer.Account, err error) {
	var id []byte
	err = s.db.reader(nil).row(ctx, `SELECT account_id FROM mail WHERE stop = ? AND state IN (?, ?)`, stop[:], mailer.Asked, mailer.On).Scan(&id)
	if errors.Is(err, sql.ErrNoRows) {
		return owner, mailer.ErrNotFound
	}
	copy(owner[:], id)
	return owner, err
}

func (s mails) EndMail(ctx context.Context, stop [32]byte, state mailer.State, notes ...account.Note) error {
	return s.db.writeNoted(ctx, notes, `UPDATE mail SET state = ?, address = ?, code = ?, expires_hour = 0 WHERE stop = ? AND state IN (?, ?) RETURNING account_id`,
		state, empty, empty, stop[:], mailer.Asked, mailer.On)
}

func (s mails) SweepMail(ctx context.Context, hour int64) error {
	return s.write(ctx, `DELETE FROM mail WHERE state = ? AND expires_hour < ?`, mailer.Asked, hour)
}

func (s mails) Addresses(ctx context.Context) ([]mailer.Row, error) {
	return all(ctx, s.db, func(rows *sql.Rows) (r mailer.Row, err error) {
		var account []byte
		err = rows.Scan(&account, &r.Address, &r.Salt)
		copy(r.Account[:], account)
		return r, err
	}, `SELECT account_id, address, salt FROM mail WHERE length(address) > 0`)
}

func (s mails) Reseal(ctx context.Context, former []byte, next mailer.Row) error {
	return s.write(ctx, `UPDATE mail SET address = ?, stop = ? WHERE account_id = ? AND address = ?`, next.Address, next.Stop[:], next.Account[:], former)
}

func (s mails) write(ctx context.Context, query string, args ...any) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(query, args...)
		return err
	})
}
