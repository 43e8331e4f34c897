package crash

import (
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"alcove/internal/datafolder"
	"alcove/internal/keylog"
)

// checkConcepts holds what must be true across tables and files at every moment: the
// key log follows from its entries and says what the tables say, and the key of an open
// survey's ballots is on the disk.
func checkConcepts(db *sql.DB, folder string) error {
	var state keylog.State
	if err := each(db, `SELECT place, kind, label, version, value, root FROM keylog_entry ORDER BY place`, func(r *sql.Rows) error {
		var e keylog.Entry
		var place int64
		var label, value, root []byte
		if err := r.Scan(&place, &e.Kind, &label, &e.Version, &value, &root); err != nil {
			return err
		}
		e.Label, e.Value, e.Root = keylog.Label(label), keylog.Value(value), [32]byte(root)
		if place != state.Size() {
			return fmt.Errorf("entry %d of the key log is missing", state.Size())
		}
		next, err := state.Replay(e)
		state = next
		return err
	}); err != nil {
		return err
	}
	said := map[keylog.Label]bool{}
	says := func(what string, label keylog.Label, want keylog.Value) error {
		if value, _ := state.Lookup(label); value != want {
			return fmt.Errorf("the key log does not say of %s what the database does", what)
		}
		said[label] = true
		return nil
	}
	if err := errors.Join(checkAccounts(db, says), checkSurveys(db, folder, says)); err != nil {
		return err
	}
	for _, e := range state.Entries(0) {
		value, _ := state.Lookup(e.Label)
		if e.Kind == keylog.Account && value != keylog.Gone && !said[e.Label] {
			return errors.New("an account is in the key log and not in the database")
		}
	}
	return nil
}

// saying compares the key log with what the database has.
type saying func(what string, label keylog.Label, want keylog.Value) error

func checkAccounts(db *sql.DB, says saying) error {
	return each(db, `SELECT id, identity_key, sealing_recipient FROM account`, func(r *sql.Rows) error {
		var id, identity []byte
		var recipient string
		if err := r.Scan(&id, &identity, &recipient); err != nil {
			return err
		}
		return says("an account", keylog.AccountLabel([16]byte(id)), keylog.AccountValue(identity, recipient))
	})
}

func checkSurveys(db *sql.DB, folder string, says saying) error {
	keys, err := os.ReadFile(filepath.Join(folder, datafolder.BallotKey))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := each(db, `SELECT id, definition, ballot_key, ended FROM survey`, func(r *sql.Rows) error {
		var id, definition, key []byte
		var ended int
		if err := r.Scan(&id, &definition, &key, &ended); err != nil {
			return err
		}
		if ended == 0 && !strings.Contains(string(keys), hex.EncodeToString(id)) {
			return errors.New("the key of an open survey is not in " + datafolder.BallotKey)
		}
		return says("a survey", keylog.SurveyLabel([16]byte(id)), keylog.SurveyValue(definition, key))
	}); err != nil {
		return err
	}
	type batch struct {
		survey [16]byte
		number uint32
	}
	leaves := map[batch][][32]byte{}
	if err := each(db, `SELECT s.id, l.batch, l.leaf FROM survey s JOIN survey_leaf l ON l.survey = s.key WHERE l.batch > 0 ORDER BY l.batch, l.leaf`, func(r *sql.Rows) error {
		var id, leaf []byte
		var b batch
		if err := r.Scan(&id, &b.number, &leaf); err != nil {
			return err
		}
		b.survey = [16]byte(id)
		leaves[b] = append(leaves[b], [32]byte(leaf))
		return nil
	}); err != nil {
		return err
	}
	for b, all := range leaves {
		root, err := keylog.SurveyBatchValue(all)
		if err != nil {
			return err
		}
		if err := says("a batch of responses", keylog.SurveyBatchLabel(b.survey, b.number), root); err != nil {
			return err
		}
	}
	return nil
}

func each(db *sql.DB, query string, row func(*sql.Rows) error) error {
	rows, err := db.Query(query)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := row(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
