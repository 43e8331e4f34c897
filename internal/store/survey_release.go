package store

import (
	"bytes"
	"context"
	"database/sql"
	"slices"

	"alcove/internal/keylog"
	"alcove/internal/survey"
)

func (s surveys) Due(ctx context.Context, today int64) (look, closing []survey.ID, err error) {
	if look, err = s.ids(ctx, `SELECT id FROM survey WHERE ended = 0 AND batches = 1 AND looked < ?1 AND closes >= ?1`, today); err != nil {
		return nil, nil, err
	}
	closing, err = s.ids(ctx, `SELECT id FROM survey WHERE ended = 0 AND closes < ?1`, today)
	return look, closing, err
}

func (s surveys) Living(ctx context.Context) ([]survey.ID, error) {
	return s.ids(ctx, `SELECT id FROM survey WHERE ended = 0`)
}

func (s surveys) ids(ctx context.Context, query string, args ...any) ([]survey.ID, error) {
	return all(ctx, s.db, func(r *sql.Rows) (id survey.ID, err error) {
		var raw []byte
		err = r.Scan(&raw)
		copy(id[:], raw)
		return id, err
	}, query, args...)
}

func (s surveys) Forget(ctx context.Context, day int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM survey_response WHERE survey IN (SELECT key FROM survey WHERE ended <> 0 AND ended_day < ?)`, day)
		return err
	})
}

func (s surveys) Release(ctx context.Context, id survey.ID, today int64, closing bool) error {
	return s.db.writeLogged(ctx, func(tx *sql.Tx, l *logging) error {
		r := releasing{tx: tx, log: l}
		var err error
		var looked int64
		if r.survey, err = scanSurvey(tx.QueryRow(surveyColumns+`, s.key, s.looked FROM survey s WHERE s.id = ?`, id[:]), &r.key, &looked); err != nil {
			return err
		}
		if r.survey.Ended != 0 || !closing && looked >= today {
			return nil
		}
		if closing {
			return r.close(today)
		}
		if err := r.exec(`UPDATE survey SET looked = ?2 WHERE key = ?1`, today); err != nil {
			return err
		}
		_, err = r.batch()
		return err
	})
}

// releasing is that of one survey's responses within a transaction.
type releasing struct {
	tx     *sql.Tx
	log    *logging
	survey survey.Survey
	key    int64
}

// exec executes a statement whose ?1 is the survey.
func (r releasing) exec(query string, args ...any) error {
	_, err := r.tx.Exec(query, append([]any{r.key}, args...)...)
	return err
}

// close releases for the last time.
func (r releasing) close(today int64) error {
	rest, err := r.batch()
	if err != nil {
		return err
	}
	var released int
	if err := r.tx.QueryRow(`SELECT count(*) FROM survey_leaf WHERE survey = ?`, r.key).Scan(&released); err != nil {
		return err
	}
	ended := survey.Closed
	if released == 0 {
		ended = survey.TooFew
	} else if err := r.keep(0, rest); err != nil {
		return err
	}
	for _, query := range []string{
		`DELETE FROM survey_response WHERE survey = ?1 AND batch = 0`,
		`DELETE FROM survey_ballot WHERE survey = ?1`,
	} {
		if err := r.exec(query); err != nil {
			return err
		}
	}
	return r.exec(`UPDATE survey SET ended = ?2, ended_day = ?3, ballot_sealed = NULL WHERE key = ?1`, int(ended), today)
}

// batch makes a batch of what is waiting, if it is enough; else it gives the leaves of that.
func (r releasing) batch() (rest []survey.Leaf, err error) {
	leaves, err := r.waiting()
	if err != nil || len(leaves) < r.survey.Smallest {
		return leaves, err
	}
	var number uint32
	if err := r.tx.QueryRow(`SELECT coalesce(max(batch), 0) + 1 FROM survey_leaf WHERE survey = ?`, r.key).Scan(&number); err != nil {
		return nil, err
	}
	if err := r.keep(number, leaves); err != nil {
		return nil, err
	}
	if err := r.exec(r.put(), number); err != nil {
		return nil, err
	}
	root, err := keylog.SurveyBatchValue(leaves)
	if err != nil {
		return nil, err
	}
	return nil, r.log.set(keylog.Survey, keylog.SurveyBatchLabel(r.survey.ID, number), root)
}

// put has the batch's rows say so. With SQLite they lie by their ballots, which are random.
// PostgreSQL lays rows down as they come, and marks each with its transaction: so there
// they are written anew, all by one, in the order of their ballots.
func (r releasing) put() string {
	if !r.log.db.onPostgres() {
		return `UPDATE survey_response SET batch = ?2 WHERE survey = ?1 AND batch = 0 AND withdrawn = 0`
	}
	return `WITH released AS (DELETE FROM survey_response WHERE survey = ?1 AND batch = 0 AND withdrawn = 0 RETURNING *)
		INSERT INTO survey_response (survey, ballot, randomizer, ballot_signature, sealed, signature, batch)
		SELECT survey, ballot, randomizer, ballot_signature, sealed, signature, ?2 FROM released ORDER BY ballot`
}

func (r releasing) keep(batch uint32, leaves []survey.Leaf) error {
	for _, leaf := range leaves {
		if err := r.exec(`INSERT INTO survey_leaf (survey, batch, leaf) VALUES (?1, ?2, ?3)`, batch, leaf[:]); err != nil {
			return err
		}
	}
	return nil
}

// waiting gives the leaves of what is not released yet, ascending.
func (r releasing) waiting() (leaves []survey.Leaf, err error) {
	rows, err := r.tx.Query(`SELECT ballot, sealed FROM survey_response WHERE survey = ? AND batch = 0 AND withdrawn = 0`, r.key)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		one := survey.Response{Survey: r.survey.ID}
		var ballot []byte
		if err := rows.Scan(&ballot, &one.Sealed); err != nil {
			return nil, err
		}
		copy(one.Key[:], ballot)
		leaves = append(leaves, one.LeafOf())
	}
	slices.SortFunc(leaves, func(a, b survey.Leaf) int { return bytes.Compare(a[:], b[:]) })
	return leaves, rows.Err()
}
