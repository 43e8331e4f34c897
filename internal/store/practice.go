package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"alcove/internal/practice"
)

// Practice implements practice.Store; profiles are in practice_profile.go.
type Practice struct{ db *DB }

var _ practice.Store = Practice{}

// Practice gives the storage of the practice's public facts.
func (db *DB) Practice() Practice { return Practice{db} }

// Settings answers blank settings while none were saved.
func (s Practice) Settings(ctx context.Context) (practice.Settings, error) {
	var p practice.Settings
	err := s.db.Reader().QueryRowContext(ctx, `SELECT name, languages, contact_email, contact_phone, contact_address,
		jurisdiction, emergency_number, crisis_lines, retention_shortest, retention_longest, retention_standard FROM practice`).Scan(&p.Name, asJSON{&p.Languages}, &p.ContactEmail,
		&p.ContactPhone, &p.ContactAddress, &p.Jurisdiction, &p.EmergencyNumber, asJSON{&p.CrisisLines},
		&p.Retention.Shortest, &p.Retention.Longest, &p.Retention.Standard)
	if errors.Is(err, sql.ErrNoRows) {
		return practice.Settings{}, nil
	}
	p.SetUp = err == nil
	return p, err
}

// PutSettings replaces the settings.
func (s Practice) PutSettings(ctx context.Context, p practice.Settings) error {
	languages, err := toJSON(p.Languages)
	if err != nil {
		return err
	}
	lines, err := toJSON(p.CrisisLines)
	if err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO practice (id, name, languages, contact_email, contact_phone,
			contact_address, jurisdiction, emergency_number, crisis_lines,
			retention_shortest, retention_longest, retention_standard) VALUES (1,?,?,?,?,?,?,?,?,?,?,?)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, languages = excluded.languages, contact_email = excluded.contact_email,
			contact_phone = excluded.contact_phone, contact_address = excluded.contact_address, jurisdiction = excluded.jurisdiction,
			emergency_number = excluded.emergency_number, crisis_lines = excluded.crisis_lines, retention_shortest = excluded.retention_shortest,
			retention_longest = excluded.retention_longest, retention_standard = excluded.retention_standard`,
			p.Name, languages, p.ContactEmail, p.ContactPhone, p.ContactAddress, p.Jurisdiction, p.EmergencyNumber, lines,
			p.Retention.Shortest, p.Retention.Longest, p.Retention.Standard)
		return err
	})
}

// AddInvitation deletes stale invitations and adds one if there is room.
func (s Practice) AddInvitation(ctx context.Context, i practice.Invitation, now, stale time.Time) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(`DELETE FROM invitation WHERE expires_unix < ?`, stale.Unix()); err != nil {
			return err
		}
		var n int
		if err := tx.QueryRow(`SELECT count(*) FROM invitation`).Scan(&n); err != nil {
			return err
		}
		if n >= practice.MaxInvitations {
			return practice.ErrTooManyInvitations
		}
		return insertInvitation(tx, i, now)
	})
}

// ReplaceSetUpInvitation replaces unused invitations of the same label unless
// there is a steward.
func (s Practice) ReplaceSetUpInvitation(ctx context.Context, i practice.Invitation, now time.Time) (bool, error) {
	needed := false
	err := s.db.Write(ctx, func(tx *sql.Tx) error {
		if err := tx.QueryRow(`SELECT NOT EXISTS (SELECT 1 FROM account WHERE role = 3)`).Scan(&needed); err != nil || !needed {
			return err
		}
		if _, err := tx.Exec(`DELETE FROM invitation WHERE label = ? AND used = 0`, i.Label); err != nil {
			return err
		}
		return insertInvitation(tx, i, now)
	})
	return needed && err == nil, err
}

func insertInvitation(tx *sql.Tx, i practice.Invitation, now time.Time) error {
	_, err := tx.Exec(`INSERT INTO invitation (id, token_hash, role, label, expires_unix, used, created_day)
		VALUES (?,?,?,?,?,0,?)`, i.ID[:], i.TokenHash, int(i.Role), i.Label, i.Expires.Unix(), now.Unix()/86400)
	return err
}

const invitationColumns = `SELECT id, token_hash, role, label, expires_unix, used FROM invitation `

// InvitationByToken finds an invitation by the hash of its token.
func (s Practice) InvitationByToken(ctx context.Context, tokenHash []byte) (practice.Invitation, error) {
	return scanInvitation(s.db.Reader().QueryRowContext(ctx, invitationColumns+`WHERE token_hash = ?`, tokenHash))
}

// Invitations lists all that are kept, the newest first.
func (s Practice) Invitations(ctx context.Context) ([]practice.Invitation, error) {
	rows, err := s.db.Reader().QueryContext(ctx, invitationColumns+`ORDER BY created_day DESC, expires_unix DESC, id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []practice.Invitation
	for rows.Next() {
		i, err := scanInvitation(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, i)
	}
	return all, rows.Err()
}

// DeleteInvitation deletes an invitation, if there is such a one.
func (s Practice) DeleteInvitation(ctx context.Context, id [16]byte) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM invitation WHERE id = ?`, id[:])
		return err
	})
}

// scanner is one row of a query, alone or among others.
type scanner interface{ Scan(into ...any) error }

func scanInvitation(r scanner) (practice.Invitation, error) {
	var i practice.Invitation
	var id []byte
	var expires int64
	if err := r.Scan(&id, &i.TokenHash, &i.Role, &i.Label, &expires, &i.Used); err != nil {
		return i, notPublished(err)
	}
	i.ID, i.Expires = [16]byte(id), time.Unix(expires, 0)
	return i, nil
}

// notPublished turns "no row" into the concept's own error.
func notPublished(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return practice.ErrNotFound
	}
	return err
}

// asJSON scans a column of JSON text into what it points to.
type asJSON struct{ into any }

// Scan implements sql.Scanner.
func (j asJSON) Scan(column any) error {
	text, ok := column.(string)
	if !ok {
		return errors.New("a JSON column that is not text")
	}
	return json.Unmarshal([]byte(text), j.into)
}

// toJSON writes a list as JSON text; a nil list as an empty one.
func toJSON[T any](list []T) (string, error) {
	if list == nil {
		list = []T{}
	}
	b, err := json.Marshal(list)
	return string(b), err
}
