// Package crash holds nothing but the tests of what must never be lost: a record
// that was acknowledged. The server's process is killed while people write, and
// the power of its disk is cut; then what it still has is compared with
// everything that it ever answered.
//
// # What is checked
//
// Each stream must behave as one log to which records are appended one after the
// other: a checker of linearizability (porcupine) looks for an order of all calls
// that keeps to the time in which they were asked and answered, and explains
// every sequence number and every read. Nothing acknowledged is then lost,
// doubled or moved. An append whose answer never came may have taken place or
// not, wholly; sent again it takes place once. Besides, each stream's numbers are
// without gaps, each record's content is what was sent, and the database passes
// SQLite's own check of its integrity.
//
// Beside the streams people sign up, replace their vaults, upload and delete files, and
// answer surveys (errand). What was answered to them is compared call by call; and in the
// database each account and survey is in the key log and the other way round, batches have
// the root that the log says, and each open survey has its key in ballot.key.
//
// # How long
//
// go test plays a few rounds. make crash plays 50, or as many as ROUNDS says, by
// ALCOVE_CRASH_ROUNDS. Each run says its seed; ALCOVE_CRASH_SEED takes it again.
// What is random is then the same, though not what two processors do in between.
package crash

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"alcove/internal/store"

	_ "modernc.org/sqlite"
)

var ctx = context.Background()

// rounds is how many rounds to play: few, unless the environment asks for more.
func rounds(t *testing.T, few int) int {
	t.Helper()
	asked := os.Getenv("ALCOVE_CRASH_ROUNDS")
	if asked == "" {
		return few
	}
	n, err := strconv.Atoi(asked)
	if err != nil || n < 1 {
		t.Fatalf("ALCOVE_CRASH_ROUNDS is %q, not a number of rounds", asked)
	}
	return n
}

// seeded gives the randomness of a test and says how to have it again.
func seeded(t *testing.T) *rand.Rand {
	t.Helper()
	seed := rand.Uint64()
	if asked := os.Getenv("ALCOVE_CRASH_SEED"); asked != "" {
		var err error
		if seed, err = strconv.ParseUint(asked, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("ALCOVE_CRASH_SEED=%d", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

// checkDatabase looks at the database in folder as it lies there, in a copy: to
// open it repairs it, which is left to the server.
func checkDatabase(t *testing.T, folder string) error {
	t.Helper()
	db, done, err := openCopy(t, folder)
	if err != nil {
		return err
	}
	defer done()
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil {
		return err
	}
	if verdict != "ok" {
		return fmt.Errorf("integrity_check: %s", verdict)
	}
	for what, query := range map[string]string{
		"rows that belong to nothing": `SELECT count(*) FROM pragma_foreign_key_check`,
		"files that are said to be whole and are not": `SELECT count(*) FROM blob WHERE committed = 1
			AND size != (SELECT coalesce(sum(length(ciphertext)), 0) FROM blob_chunk WHERE place >> 16 = blob.key)`,
		"ballots of surveys that are closed": `SELECT count(*) FROM survey_ballot b JOIN survey s ON s.key = b.survey WHERE s.ended != 0`,
		"streams with gaps": `SELECT count(*) FROM stream s WHERE head != (SELECT coalesce(max(place & 4294967295), 0) FROM record WHERE place >> 32 = s.key)
			OR (SELECT count(*) FROM record WHERE place >> 32 = s.key) != head`,
	} {
		var n int
		if err := db.QueryRow(query).Scan(&n); err != nil {
			return err
		}
		if n != 0 {
			return fmt.Errorf("%d %s", n, what)
		}
	}
	return checkConcepts(db, folder)
}

// waitingIn counts the records that were durable in folder and not in their places.
func waitingIn(t *testing.T, folder string) (n int, err error) {
	t.Helper()
	copied, err := copyDatabase(t, folder)
	if err != nil {
		return 0, err
	}
	defer func() { _ = os.RemoveAll(filepath.Dir(copied)) }() // many rounds, many copies
	return store.WaitingIn(ctx, copied)
}

// openCopy opens a copy of the database in folder by SQLite alone.
func openCopy(t *testing.T, folder string) (db *sql.DB, done func(), err error) {
	t.Helper()
	copied, err := copyDatabase(t, folder)
	if err != nil {
		return nil, nil, err
	}
	if db, err = sql.Open("sqlite", copied); err != nil {
		return nil, nil, err
	}
	return db, func() {
		_ = db.Close()
		_ = os.RemoveAll(filepath.Dir(copied)) // many rounds, many copies
	}, nil
}

// copyDatabase copies the database in folder and what lies beside it.
func copyDatabase(t *testing.T, folder string) (copied string, err error) {
	copied = filepath.Join(t.TempDir(), "alcove.db")
	for _, suffix := range []string{"", "-wal", "-arrivals", "-arrivals-wal"} {
		if err := copyFile(copied+suffix, filepath.Join(folder, "alcove.db"+suffix)); err != nil && !os.IsNotExist(err) {
			return "", err
		}
	}
	return copied, nil
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	if _, err := io.Copy(out, in); err != nil {
		_ = out.Close()
		return err
	}
	return out.Close()
}
