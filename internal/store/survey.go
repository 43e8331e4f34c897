package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"

	"alcove/internal/account"
	"alcove/internal/keylog"
	"alcove/internal/survey"
)

// Surveys gives the part of the database that package survey asks for.
func (db *DB) Surveys() survey.Store { return surveys{db} }

type surveys struct{ db *DB }

const surveyColumns = `SELECT s.id, s.owner, s.definition, s.ballot_key, s.audience, s.audience_of, s.opens, s.closes, s.smallest,
	s.batches, s.public_results, s.ended, length(s.results) > 0 `

func scanSurvey(r scanner, also ...any) (s survey.Survey, err error) {
	var id, owner, of []byte
	err = r.Scan(append([]any{&id, &owner, &s.Definition, &s.BallotKey, &s.Audience.Who, &of, &s.Opens, &s.Closes, &s.Smallest,
		&s.Batches, &s.PublicResults, &s.Ended, &s.HasResults}, also...)...)
	copy(s.ID[:], id)
	copy(s.Owner[:], owner)
	copy(s.Audience.Of[:], of)
	return s, noSurvey(err)
}

func noSurvey(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return survey.ErrNotFound
	}
	return err
}

func (s surveys) Create(ctx context.Context, f survey.Frozen, value keylog.Value, today int64) error {
	return s.db.writeLogged(ctx, func(tx *sql.Tx, l *logging) error {
		var there bool
		var owned, open int
		if err := tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM survey WHERE id = ?1), (SELECT count(*) FROM survey WHERE owner = ?2),
			(SELECT count(*) FROM survey WHERE ended = 0)`, f.ID[:], f.Owner[:]).Scan(&there, &owned, &open); err != nil {
			return err
		}
		said, err := l.now()
		if err != nil {
			return err
		}
		// One that was deleted stands in the key log for ever.
		if _, version := said.Lookup(keylog.SurveyLabel(f.ID)); there || version > 0 {
			return survey.ErrFrozen
		}
		if owned >= survey.MaxOwned || open >= survey.MaxOpen {
			return survey.ErrFull
		}
		if _, err := tx.Exec(`INSERT INTO survey (id, owner, definition, ballot_key, audience, audience_of, opens, closes, smallest, batches, public_results, looked, ballot_sealed)
			VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)`, f.ID[:], f.Owner[:], f.Definition, f.BallotKey, int(f.Audience.Who), f.Audience.Of[:],
			f.Opens, f.Closes, f.Smallest, f.Batches, f.PublicResults, max(f.Opens, today), f.SealedKey); err != nil {
			return err
		}
		return l.set(keylog.Survey, keylog.SurveyLabel(f.ID), value)
	})
}

func (s surveys) Survey(ctx context.Context, id survey.ID) (survey.Survey, error) {
	return scanSurvey(s.db.Reader().QueryRowContext(ctx, surveyColumns+`FROM survey s WHERE s.id = ?`, id[:]))
}

// reached are the accounts of each audience, of ?1. A key is longer than an id: so all
// clients are reached, and ?1 has a type.
var reached = map[survey.Who]string{
	survey.Clients: `SELECT m.account FROM member m JOIN stream t ON t.key = m.stream AND t.kind = 1 JOIN account a ON a.id = m.account AND a.role = 1
		WHERE m.role = 1 AND a.identity_key <> ?1`,
	survey.Room: `SELECT m.account FROM stream t JOIN member m ON m.stream = t.key WHERE t.id = ?1 AND t.kind = 3 AND m.role = 5`,
	survey.Practitioner: `SELECT m.account FROM member p JOIN stream t ON t.key = p.stream AND t.kind = 1 JOIN member m ON m.stream = p.stream AND m.role = 1
		JOIN account a ON a.id = m.account AND a.role = 1 JOIN account b ON b.id = p.account AND b.role = 2 WHERE p.account = ?1 AND p.role = 2`,
}

func (s surveys) Reaches(ctx context.Context, a survey.Audience) (n int, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT count(DISTINCT account) FROM (`+reached[a.Who]+`) AS r`, a.Of[:]).Scan(&n)
	return n, err
}

// isReached reports whether an account is of an audience; a public one reaches nobody in
// particular.
func isReached(ctx context.Context, q rowQuerier, a survey.Audience, id account.ID) (yes bool, err error) {
	if a.Who == survey.Public {
		return false, nil
	}
	err = q.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM (`+reached[a.Who]+` AND m.account = ?2) AS r)`, a.Of[:], id[:]).Scan(&yes)
	return yes, err
}

// rowQuerier is a pool or a transaction.
type rowQuerier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func (s surveys) Leads(ctx context.Context, id account.ID, room [16]byte) (yes bool, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM stream t JOIN member m ON m.stream = t.key
		WHERE t.id = ? AND t.kind = 3 AND m.account = ? AND m.role = 4)`, room[:], id[:]).Scan(&yes)
	return yes, err
}

func (s surveys) ToAnswer(ctx context.Context, id account.ID, today, since int64) (out []survey.Survey, err error) {
	// By id, which is random: the order tells nothing.
	open, err := all(ctx, s.db, func(r *sql.Rows) (survey.Survey, error) { return scanSurvey(r) },
		surveyColumns+`FROM survey s WHERE s.audience <> 4 AND s.opens <= ?1 AND (s.ended = 0 OR s.ended_day >= ?2) ORDER BY s.id`, today, since)
	if err != nil {
		return nil, err
	}
	for _, one := range open {
		yes, err := isReached(ctx, s.db.Reader(), one.Audience, id)
		if err != nil {
			return nil, err
		}
		if yes {
			out = append(out, one)
		}
	}
	return out, nil
}

func (s surveys) Own(ctx context.Context, owner account.ID) ([]survey.Owned, error) {
	return all(ctx, s.db, func(r *sql.Rows) (o survey.Owned, err error) {
		var answered uint64
		if o.Survey, err = scanSurvey(r, &answered, &o.Batches); err == nil {
			o.AnsweredAbout = answered - answered%uint64(o.Smallest)
		}
		return o, err
	}, surveyColumns+`, (SELECT count(*) FROM survey_response r WHERE r.survey = s.key AND r.batch = 0 AND r.withdrawn = 0)
			+ (SELECT count(*) FROM survey_leaf l WHERE l.survey = s.key AND l.batch > 0 AND l.withdrawn = 0),
		(SELECT coalesce(max(batch), 0) FROM survey_leaf l WHERE l.survey = s.key)
		FROM survey s WHERE s.owner = ? ORDER BY s.key DESC`, owner[:])
}

// takingSurvey gives a survey within a transaction that takes ballots and responses on the day.
func takingSurvey(tx *sql.Tx, id survey.ID, today int64) (found survey.Survey, key int64, err error) {
	found, err = scanSurvey(tx.QueryRow(surveyColumns+`, s.key FROM survey s WHERE s.id = ?`, id[:]), &key)
	if err == nil && (found.Ended != 0 || today < found.Opens || today > found.Closes) {
		err = survey.ErrClosed
	}
	return found, key, err
}

func (s surveys) TakeBallot(ctx context.Context, id survey.ID, by account.ID, hash [32]byte, today int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		found, key, err := takingSurvey(tx, id, today)
		if err != nil {
			return err
		}
		yes, err := isReached(ctx, tx, found.Audience, by)
		if err != nil {
			return err
		}
		if !yes {
			return survey.ErrNotAsked
		}
		var taken []byte
		err = tx.QueryRow(`SELECT blinded FROM survey_ballot WHERE survey = ? AND account_id = ?`, key, by[:]).Scan(&taken)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			_, err = tx.Exec(`INSERT INTO survey_ballot (survey, account_id, blinded) VALUES (?,?,?)`, key, by[:], hash[:])
		case err == nil && !bytes.Equal(taken, hash[:]):
			err = survey.ErrTaken
		}
		return err
	})
}

func (s surveys) Answer(ctx context.Context, r survey.Response, today int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, key, err := takingSurvey(tx, r.Survey, today)
		if err != nil {
			return err
		}
		var sealed []byte
		err = tx.QueryRow(`SELECT sealed FROM survey_response WHERE survey = ? AND ballot = ?`, key, r.Key[:]).Scan(&sealed)
		switch {
		case err == nil && bytes.Equal(sealed, r.Sealed):
			return nil
		case err == nil:
			return survey.ErrUsed
		case !errors.Is(err, sql.ErrNoRows):
			return err
		}
		var count int
		if err := tx.QueryRow(`SELECT count(*) FROM survey_response WHERE survey = ?`, key).Scan(&count); err != nil {
			return err
		}
		if count >= survey.MaxResponses {
			return survey.ErrFull
		}
		_, err = tx.Exec(`INSERT INTO survey_response (survey, ballot, randomizer, ballot_signature, sealed, signature) VALUES (?,?,?,?,?,?)`,
			key, r.Key[:], r.Randomizer, r.Ballot.Signature, r.Sealed, r.Signature)
		return err
	})
}

func (s surveys) Withdraw(ctx context.Context, id survey.ID, ballot [32]byte, today int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, key, err := takingSurvey(tx, id, today)
		if err != nil {
			return err
		}
		r := survey.Response{Survey: id, Ballot: survey.Ballot{Key: ballot}}
		var batch int64
		var withdrawn bool
		err = tx.QueryRow(`SELECT sealed, batch, withdrawn FROM survey_response WHERE survey = ? AND ballot = ?`, key, ballot[:]).Scan(&r.Sealed, &batch, &withdrawn)
		if err != nil || withdrawn {
			return noSurvey(err)
		}
		if _, err := tx.Exec(`UPDATE survey_response SET withdrawn = 1, sealed = ?, signature = ? WHERE survey = ? AND ballot = ?`, empty, empty, key, ballot[:]); err != nil {
			return err
		}
		leaf := r.LeafOf()
		_, err = tx.Exec(`UPDATE survey_leaf SET withdrawn = 1 WHERE survey = ? AND batch = ? AND leaf = ?`, key, batch, leaf[:])
		return err
	})
}

func (s surveys) Counted(ctx context.Context, id survey.ID) (out survey.Counted, err error) {
	type row struct {
		batch     uint32
		leaf      survey.Leaf
		withdrawn bool
	}
	rows, err := all(ctx, s.db, func(r *sql.Rows) (one row, err error) {
		var leaf []byte
		err = r.Scan(&one.batch, &leaf, &one.withdrawn)
		copy(one.leaf[:], leaf)
		return one, err
	}, `SELECT l.batch, l.leaf, l.withdrawn FROM survey s JOIN survey_leaf l ON l.survey = s.key WHERE s.id = ? ORDER BY l.batch, l.leaf`, id[:])
	for _, r := range rows {
		if r.withdrawn {
			out.Withdrawn = append(out.Withdrawn, r.leaf)
		}
		last := len(out.Batches) - 1
		switch {
		case r.batch == 0:
			out.Erased = append(out.Erased, r.leaf)
		case last >= 0 && out.Batches[last].Number == r.batch:
			out.Batches[last].Leaves = append(out.Batches[last].Leaves, r.leaf)
		default:
			out.Batches = append(out.Batches, survey.Batch{Number: r.batch, Leaves: []survey.Leaf{r.leaf}})
		}
	}
	return out, err
}

func (s surveys) Released(ctx context.Context, id survey.ID, batch uint32, after []byte, most int) ([]survey.Released, error) {
	var there bool
	if err := s.db.Reader().QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM survey s JOIN survey_leaf l ON l.survey = s.key AND l.batch = ?2
		WHERE s.id = ?1 AND ?2 > 0)`, id[:], batch).Scan(&there); err != nil {
		return nil, err
	}
	if !there {
		return nil, survey.ErrNotFound
	}
	return all(ctx, s.db, func(r *sql.Rows) (one survey.Released, err error) {
		one.Survey = id
		var ballot []byte
		err = r.Scan(&ballot, &one.Randomizer, &one.Ballot.Signature, &one.Sealed, &one.Response.Signature, &one.Withdrawn)
		copy(one.Key[:], ballot)
		return one, err
	}, `SELECT r.ballot, r.randomizer, r.ballot_signature, r.sealed, r.signature, r.withdrawn FROM survey s JOIN survey_response r ON r.survey = s.key
		WHERE s.id = ? AND r.batch = ? AND r.ballot > ? ORDER BY r.ballot LIMIT ?`, id[:], batch, append([]byte{}, after...), most)
}

func (s surveys) Results(ctx context.Context, id survey.ID) (results []byte, day int64, err error) {
	err = s.db.Reader().QueryRowContext(ctx, `SELECT results, results_day FROM survey WHERE id = ?`, id[:]).Scan(&results, &day)
	return results, day, noSurvey(err)
}

func (s surveys) Publish(ctx context.Context, id survey.ID, results []byte, day int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`UPDATE survey SET results = ?, results_day = ? WHERE id = ?`, append([]byte{}, results...), day, id[:])
		return err
	})
}

func (s surveys) Delete(ctx context.Context, id survey.ID) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM survey WHERE id = ?`, id[:])
		return err
	})
}

func (s surveys) DeleteOf(ctx context.Context, owner account.ID) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM survey WHERE owner = ?`, owner[:])
		return err
	})
}
