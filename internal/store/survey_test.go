package store_test

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"errors"
	"path/filepath"
	"testing"

	"alcove/internal/account"
	"alcove/internal/keylog"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/survey"
)

// owner makes an account that owns surveys.
func owner(t *testing.T, db *store.DB, mark byte) account.ID {
	t.Helper()
	id, hash := account.ID(bytes.Repeat([]byte{mark}, 16)), bytes.Repeat([]byte{mark}, 32)
	if err := db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO account (id, name_key, opaque_record, role, identity_key, sealing_recipient, sealing_signature, recovery_id, recovery_auth_hash)
			VALUES (?,?,?,3,?,'x',?,?,?)`, id[:], hash, hash, hash, bytes.Repeat(hash, 2), id[:], hash)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return id
}

func frozen(by account.ID, number uint64) survey.Frozen {
	f := survey.Frozen{Owner: by, Definition: []byte("{}"), BallotKey: []byte("key"), Audience: survey.Audience{Who: survey.Clients}, Opens: 10, Closes: 20, Smallest: 5}
	binary.BigEndian.PutUint64(f.ID[:], number)
	return f
}

// What is not kept is not in the key log either, and the other way round: also after the
// server was stopped.
func TestASurveyIsInTheKeyLogExactlyIfItIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	by := owner(t, db, 1)
	var kept []survey.ID
	for n := range uint64(survey.MaxOwned + 2) {
		f := frozen(by, n+1)
		err := db.Surveys().Create(ctx, f, keylog.SurveyValue(f.Definition, f.BallotKey), 10)
		if full := n >= survey.MaxOwned; full != errors.Is(err, survey.ErrFull) || !full && err != nil {
			t.Fatalf("survey %d: %v", n, err)
		}
		if err == nil {
			kept = append(kept, f.ID)
		}
		_, version := state(t, db).Lookup(keylog.SurveyLabel(f.ID))
		if (version == 1) != (err == nil) {
			t.Fatalf("survey %d: %v, in the key log %d times", n, err, version)
		}
	}
	// An owner that is not there: the transaction is undone, log and all.
	lost := frozen(account.ID{9}, 1000)
	if err := db.Surveys().Create(ctx, lost, keylog.Value{1}, 10); err == nil {
		t.Fatal("kept for nobody")
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db = open(t, path)
	for _, id := range kept {
		if _, version := state(t, db).Lookup(keylog.SurveyLabel(id)); version != 1 {
			t.Error("a survey is not in the key log after a restart")
		}
	}
	if _, version := state(t, db).Lookup(keylog.SurveyLabel(lost.ID)); version != 0 {
		t.Error("the key log has what is not there")
	}
}

func TestSoManySurveysAreOpenAndNoMore(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	n := uint64(0)
	for mark := byte(1); mark <= 4; mark++ {
		by := owner(t, db, mark)
		for range survey.MaxOwned {
			n++
			if err := db.Surveys().Create(ctx, frozen(by, n), keylog.Value{1}, 10); err != nil {
				t.Fatal(n, err)
			}
		}
	}
	by := owner(t, db, 9)
	if err := db.Surveys().Create(ctx, frozen(by, n+1), keylog.Value{1}, 10); !errors.Is(err, survey.ErrFull) {
		t.Fatal(err)
	}
	if err := db.Surveys().Release(ctx, frozen(by, 1).ID, 15, true); err != nil {
		t.Fatal(err)
	}
	if err := db.Surveys().Create(ctx, frozen(by, n+1), keylog.Value{1}, 10); err != nil {
		t.Error("one was closed, and still there is no room:", err)
	}
}

// How a response is kept tells nothing of when it came: rows lie by their ballots' keys.
func TestResponsesHaveNoOrder(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	f := frozen(owner(t, db, 1), 1)
	if err := db.Surveys().Create(ctx, f, keylog.Value{1}, 10); err != nil {
		t.Fatal(err)
	}
	for _, mark := range []byte{5, 1, 4, 2, 3} {
		r := survey.Response{Survey: f.ID, Ballot: survey.Ballot{Key: [32]byte{mark}, Randomizer: make([]byte, 32), Signature: []byte{mark}}, Sealed: []byte{mark}, Signature: []byte{mark}}
		if err := db.Surveys().Answer(ctx, r, 12); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Surveys().Release(ctx, f.ID, 12, true); err != nil {
		t.Fatal(err)
	}
	released, err := db.Surveys().Released(ctx, f.ID, 1, nil, 100)
	if err != nil || len(released) != 5 {
		t.Fatal(released, err)
	}
	for i, r := range released {
		if r.Key[0] != byte(i+1) {
			t.Errorf("response %d is that of %d", i, r.Key[0])
		}
	}
	after, err := db.Surveys().Released(ctx, f.ID, 1, released[1].Key[:], 2)
	if err != nil || len(after) != 2 || after[0].Key != released[2].Key {
		t.Error("after the second two more:", after, err)
	}
	if storetest.OnPostgres() {
		var wrong int
		if err := db.Reader().QueryRow(`SELECT count(*) FROM survey_response a JOIN survey_response b ON a.xmin <> b.xmin OR a.ballot < b.ballot AND a.ctid > b.ctid`).Scan(&wrong); err != nil || wrong > 0 {
			t.Error("rows of responses lie as they came", wrong, err)
		}
		return
	}
	var plan string
	if err := db.Reader().QueryRow(`SELECT sql FROM sqlite_schema WHERE name = 'survey_response'`).Scan(&plan); err != nil || !bytes.Contains([]byte(plan), []byte("WITHOUT ROWID")) {
		t.Error("rows of responses have numbers")
	}
}
