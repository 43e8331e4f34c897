package store_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alcove/internal/attest"
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

// A database of any earlier version comes to the same schema as a fresh one.
func TestMigratesFromEachVersion(t *testing.T) {
	storetest.OnlySQLite(t, "PostgreSQL begins with a later version")
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	slices.Sort(files)
	want := schema(t, open(t, filepath.Join(t.TempDir(), "fresh.db")).Reader())
	for version := range len(files) + 1 {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "old.db")
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
			if _, err := old.Exec(fmt.Sprintf("PRAGMA user_version = %d", version)); err != nil {
				t.Fatal(err)
			}
			if err := old.Close(); err != nil {
				t.Fatal(err)
			}
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

// What was written before anything could be forgotten can be forgotten.
func TestForgetsWhatAnEarlierVersionWrote(t *testing.T) {
	storetest.OnlySQLite(t, "PostgreSQL begins with a later version")
	path := filepath.Join(t.TempDir(), "old.db")
	old, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"0001_account", "0002_stream", "0003_practice", "0004_availability", "0005_farewell", "0006_blob"} {
		script, err := os.ReadFile("migrations/" + f + ".sql")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := old.Exec(string(script)); err != nil {
			t.Fatal(err)
		}
	}
	id, me := stream.ID{1}, stream.AccountID{2}
	for _, step := range []struct {
		q    string
		args []any
	}{
		{"PRAGMA user_version = 6", nil},
		{"INSERT INTO stream (key, id, kind, head, created_day) VALUES (1, ?, 2, 1, 20000)", []any{id[:]}},
		{"INSERT INTO member (stream, account, role) VALUES (1, ?, 3)", []any{me[:]}},
		{"INSERT INTO record (place, kind, epoch, idempotency, ciphertext) VALUES (4294967297, 1, 0, ?, x'776f726473')", []any{id[:]}},
		{"INSERT INTO record_key (stream, idempotency, seq) VALUES (1, ?, 1)", []any{id[:]}},
	} {
		if _, err := old.Exec(step.q, step.args...); err != nil {
			t.Fatal(err)
		}
	}
	if err := old.Close(); err != nil {
		t.Fatal(err)
	}
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
