package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/account"
	"alcove/internal/practice"
)

// profileQuery reads profiles with the public keys of their accounts and the
// current consent text; practitioners without a row have a blank profile.
const profileQuery = `SELECT a.id, a.identity_key, a.sealing_recipient, a.sealing_signature,
	coalesce(p.display_name, ''), coalesce(p.profession, ''), coalesce(p.registration_body, ''),
	coalesce(p.registration_number, ''), coalesce(p.languages, '[]'), coalesce(p.specialities, '[]'),
	coalesce(p.about, ''), coalesce(p.modality, ''), coalesce(p.accepting, 0), p.photo IS NOT NULL,
	coalesce(p.hours, ''), coalesce(p.away_until, ''), coalesce(p.urgent, ''),
	coalesce(p.credentials_confirmed, 0), coalesce(p.published, 0),
	coalesce(c.version, 0), coalesce(c.language, ''), coalesce(c.credentials, ''), coalesce(c.risks_and_benefits, ''),
	coalesce(c.limits_of_confidentiality, ''), coalesce(c.response_times, ''), coalesce(c.technology_failure, ''),
	coalesce(c.emergencies, ''), coalesce(c.fees, ''), coalesce(c.record_keeping, ''), coalesce(c.record_years, 0)
	FROM account a LEFT JOIN profile p ON p.account_id = a.id
	LEFT JOIN consent_text c ON c.account_id = a.id
		AND c.version = (SELECT max(version) FROM consent_text WHERE account_id = a.id)
	WHERE a.role = 2 `

func scanProfile(r scanner) (practice.Profile, error) {
	var p practice.Profile
	var c practice.ConsentText
	var id []byte
	if err := r.Scan(&id, &p.Keys.IdentityKey, &p.Keys.SealingRecipient, &p.Keys.SealingSignature,
		&p.DisplayName, &p.Credential.Profession, &p.Credential.RegistrationBody,
		&p.Credential.RegistrationNumber, asJSON{&p.Languages}, asJSON{&p.Specialities},
		&p.About, &p.Modality, &p.Accepting, &p.HasPhoto,
		&p.Availability.Hours, &p.Availability.AwayUntil, &p.Availability.Urgent, &p.CredentialsConfirmed, &p.Published,
		&c.Version, &c.Language, &c.Credentials, &c.RisksAndBenefits, &c.LimitsOfConfidentiality,
		&c.ResponseTimes, &c.TechnologyFailure, &c.Emergencies, &c.Fees, &c.RecordKeeping, &c.RecordYears); err != nil {
		return p, notPublished(err)
	}
	p.AccountID = account.ID(id)
	if c.Version > 0 {
		p.Consent = &c
	}
	return p, nil
}

// Profile answers a blank profile for a practitioner who has not written one.
func (s Practice) Profile(ctx context.Context, id account.ID) (practice.Profile, error) {
	return scanProfile(s.db.Reader().QueryRowContext(ctx, profileQuery+`AND a.id = ?`, id[:]))
}

// Profiles lists profiles by name.
func (s Practice) Profiles(ctx context.Context, publishedOnly bool) ([]practice.Profile, error) {
	rows, err := s.db.Reader().QueryContext(ctx, profileQuery+
		`AND coalesce(p.published, 0) >= ? ORDER BY lower(coalesce(p.display_name, '')), a.id`, publishedOnly)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []practice.Profile
	for rows.Next() {
		p, err := scanProfile(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, rows.Err()
}

// UpdateProfile reads, changes and writes a profile in one transaction, and with it
// what the key log says of who is listed.
func (s Practice) UpdateProfile(ctx context.Context, id account.ID, change func(*practice.Profile) error) (practice.Profile, error) {
	var p practice.Profile
	err := s.db.writeLogged(ctx, func(tx *sql.Tx, l *logging) error {
		var err error
		if p, err = scanProfile(tx.QueryRow(profileQuery+`AND a.id = ?`, id[:])); err != nil {
			return err
		}
		if err := change(&p); err != nil {
			return err
		}
		languages, err := toJSON(p.Languages)
		if err != nil {
			return err
		}
		specialities, err := toJSON(p.Specialities)
		if err != nil {
			return err
		}
		if _, err := tx.Exec(`INSERT INTO profile (account_id) VALUES (?) ON CONFLICT DO NOTHING`, id[:]); err != nil {
			return err
		}
		_, err = tx.Exec(`UPDATE profile SET display_name = ?, profession = ?, registration_body = ?, registration_number = ?,
			languages = ?, specialities = ?, about = ?, modality = ?, accepting = ?, hours = ?, away_until = ?, urgent = ?,
			credentials_confirmed = ?, published = ?
			WHERE account_id = ?`, p.DisplayName, p.Credential.Profession, p.Credential.RegistrationBody,
			p.Credential.RegistrationNumber, languages, specialities, p.About, p.Modality, p.Accepting,
			p.Availability.Hours, p.Availability.AwayUntil, p.Availability.Urgent, p.CredentialsConfirmed, p.Published, id[:])
		if err != nil {
			return err
		}
		return l.setDirectory()
	})
	return p, err
}

// Photo answers the photograph of a profile.
func (s Practice) Photo(ctx context.Context, id account.ID, publishedOnly bool) ([]byte, error) {
	var photo []byte
	err := s.db.Reader().QueryRowContext(ctx,
		`SELECT photo FROM profile WHERE account_id = ? AND published >= ? AND photo IS NOT NULL`, id[:], publishedOnly).Scan(&photo)
	return photo, notPublished(err)
}

// PutPhoto replaces a practitioner's photograph.
func (s Practice) PutPhoto(ctx context.Context, id account.ID, jpeg []byte) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		n, err := affected(tx.Exec(`INSERT INTO profile (account_id, photo) SELECT id, ? FROM account WHERE id = ? AND role = 2
			ON CONFLICT (account_id) DO UPDATE SET photo = excluded.photo`, jpeg, id[:]))
		if err == nil && n == 0 {
			return practice.ErrNotFound
		}
		return err
	})
}

const consentColumns = `SELECT version, language, credentials, risks_and_benefits, limits_of_confidentiality, response_times,
	technology_failure, emergencies, fees, record_keeping, record_years FROM consent_text WHERE account_id = ? `

func scanConsent(r scanner) (c practice.ConsentText, err error) {
	err = r.Scan(&c.Version, &c.Language, &c.Credentials, &c.RisksAndBenefits, &c.LimitsOfConfidentiality,
		&c.ResponseTimes, &c.TechnologyFailure, &c.Emergencies, &c.Fees, &c.RecordKeeping, &c.RecordYears)
	return c, notPublished(err)
}

// AddConsentText adds a version after the current one unless they say the same.
func (s Practice) AddConsentText(ctx context.Context, id account.ID, c practice.ConsentText) (uint32, error) {
	err := s.db.Write(ctx, func(tx *sql.Tx) error {
		current, err := scanConsent(tx.QueryRow(consentColumns+`ORDER BY version DESC LIMIT 1`, id[:]))
		if err != nil && !errors.Is(err, practice.ErrNotFound) {
			return err
		}
		if c.Version = current.Version; err == nil && c == current {
			return nil
		}
		if c.Version++; c.Version > practice.MaxConsentVersions {
			return practice.ErrTooManyVersions
		}
		n, err := affected(tx.Exec(`INSERT INTO consent_text (account_id, version, language, credentials, risks_and_benefits,
			limits_of_confidentiality, response_times, technology_failure, emergencies, fees, record_keeping, record_years)
			SELECT id, ?,?,?,?,?,?,?,?,?,?,? FROM account WHERE id = ? AND role = 2`, c.Version, c.Language, c.Credentials,
			c.RisksAndBenefits, c.LimitsOfConfidentiality, c.ResponseTimes, c.TechnologyFailure, c.Emergencies, c.Fees,
			c.RecordKeeping, c.RecordYears, id[:]))
		if err == nil && n == 0 {
			return practice.ErrNotFound
		}
		return err
	})
	return c.Version, err
}

// ConsentText answers any version.
func (s Practice) ConsentText(ctx context.Context, id account.ID, version uint32) (practice.ConsentText, error) {
	return scanConsent(s.db.Reader().QueryRowContext(ctx, consentColumns+`AND version = ?`, id[:], version))
}
