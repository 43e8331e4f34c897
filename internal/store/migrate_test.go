package store_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// schema returns what defines the database, sorted.
func schema(t *testing.T, db *sql.DB) []string {
	t.Helper()
	rows, err := db.Query("SELECT coalesce(sql, name) FROM sqlite_schema")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var out []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		out = append(out, s)
	}
	slices.Sort(out)
	return out
}

// step is a statement with its arguments.
type step struct {
	q    string
	args []any
}

// makeOld makes a database as a program of that version did, with this in it.
func makeOld(t *testing.T, path string, version int, content ...step) {
	t.Helper()
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) < version {
		t.Fatal(files, err)
	}
	slices.Sort(files)
	old, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files[:version] {
		script, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := old.Exec(string(script)); err != nil {
			t.Fatal(err)
		}
	}
	for _, s := range append(content, step{fmt.Sprintf("PRAGMA user_version = %d", version), nil}) {
		if _, err := old.Exec(s.q, s.args...); err != nil {
			t.Fatal(s.q, err)
		}
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
}

// A database of any earlier version comes to the same schema as a fresh one.
func TestMigratesFromEachVersion(t *testing.T) {
	storetest.OnlySQLite(t, "PostgreSQL begins with a later version")
	want := schema(t, open(t, filepath.Join(t.TempDir(), "fresh.db")).Reader())
	for version := range store.Schema() + 1 {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "old.db")
			makeOld(t, path, version)
			for range 2 { // the second time there is nothing to do
				db := open(t, path)
				if got := schema(t, db.Reader()); !slices.Equal(got, want) {
					t.Fatalf("schema\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
				if err := db.Close(); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// oneRecord is a history of me with one record, whose key is the stream's id.
func oneRecord(id stream.ID, me stream.AccountID) []step {
	return []step{
		{"INSERT INTO stream (key, id, kind, head, created_day) VALUES (1, ?, 2, 1, 20000)", []any{id[:]}},
		{"INSERT INTO member (stream, account, role) VALUES (1, ?, 3)", []any{me[:]}},
		{"INSERT INTO record (place, kind, epoch, idempotency, ciphertext) VALUES (4294967297, 1, 0, ?, x'776f726473')", []any{id[:]}},
		{"INSERT INTO record_key (stream, idempotency, seq) VALUES (1, ?, 1)", []any{id[:]}},
	}
}

// What was written before anything could be forgotten can be forgotten.
func TestForgetsWhatAnEarlierVersionWrote(t *testing.T) {
	storetest.OnlySQLite(t, "PostgreSQL begins with a later version")
	path := filepath.Join(t.TempDir(), "old.db")
	id, me := stream.ID{1}, stream.AccountID{2}
	makeOld(t, path, 6, oneRecord(id, me)...)
	db := open(t, path)
	service := stream.New(db.Streams(), nil, nil, time.Now, attest.Key{})
	if err := service.Forget(ctx, me, id, stream.Forgetting{Keys: []stream.Key{id}}); err != nil {
		t.Fatal(err)
	}
	page, err := service.Read(ctx, me, id, stream.Range{})
	if err != nil || len(page.Records) != 1 || len(page.Records[0].Forgotten) != 32 {
		t.Fatal(page, err)
	}
}

// Records that an earlier version was killed with are in their places after its successor's start.
func TestWhatArrivedAtAnEarlierVersionIsPutInItsPlace(t *testing.T) {
	storetest.OnlySQLite(t, "there records are in place at once")
	path := filepath.Join(t.TempDir(), "old.db")
	id, me := stream.ID{1}, stream.AccountID{2}
	makeOld(t, path, 29, append(oneRecord(id, me),
		step{"INSERT INTO arrival (n, place, kind, epoch, idempotency, hour, ciphertext) VALUES (2, 4294967299, 1, 0, ?, 500000, x'03'), (1, 4294967298, 1, 0, ?, 0, x'02')",
			[]any{bytes.Repeat([]byte{3}, 16), bytes.Repeat([]byte{2}, 16)}},
	)...)
	db := open(t, path)
	page, err := db.Streams().Read(ctx, me, id, stream.Range{Limit: 10})
	if err != nil || page.Head != 3 || len(page.Records) != 3 || page.Records[2].Ciphertext[0] != 3 || page.Records[2].Key[0] != 3 {
		t.Fatalf("%+v, %v", page, err)
	}
	var due, keys int
	if err := db.Reader().QueryRow(`SELECT (SELECT count(*) FROM record_due), (SELECT count(*) FROM record_key)`).Scan(&due, &keys); err != nil || due != 1 || keys != 3 {
		t.Errorf("%d are due, %d keys, %v", due, keys, err)
	}
}

func TestRefusesADatabaseOfANewerVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if storetest.OnPostgres() {
		path = storetest.URL(t, path)
		storetest.Run(t, path, "UPDATE installation SET schema = 9999")
	} else {
		raw, err := sql.Open("sqlite", path)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := raw.Exec("PRAGMA user_version = 9999"); err != nil {
			t.Fatal(err)
		}
		if err := raw.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := openEither(path); err == nil || !strings.Contains(err.Error(), "newer") {
		t.Fatal(err)
	}
}

// Durability and deletion rest on these, per connection: a driver that ignored
// one of them would do so without a word.
func TestDatabaseUsesTheSettingsThatDurabilityNeeds(t *testing.T) {
	storetest.OnlySQLite(t, "the settings are its own; postgres_test.go looks at the others")
	db := openTable(t)
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"} {
		if err := db.Write(ctx, func(tx *sql.Tx) error {
			var got string
			if err := tx.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil {
				return err
			}
			if got != want {
				return fmt.Errorf("%s is %s, want %s", pragma, got, want)
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
	}
}
