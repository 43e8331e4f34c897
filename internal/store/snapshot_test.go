package store_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

// A backup reads for long. Meanwhile others write, emptying the log is put off,
// and the snapshot stays what it was.
func TestASnapshotStaysWhatItWasWhileOthersWrite(t *testing.T) {
	storetest.OnlySQLite(t, "of PostgreSQL a snapshot is a copy")
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	if _, err := store.OpenSnapshot(ctx, path+".none"); !os.IsNotExist(err) {
		t.Fatal(err)
	}
	snapshot, err := store.OpenSnapshot(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	before, err := snapshot.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Write(ctx, execute("INSERT INTO stream (id, kind, created_day) VALUES (randomblob(16), 2, 1)")); err != nil {
		t.Fatal(err)
	}
	if err := db.Scrub(ctx); err == nil {
		t.Fatal("the log was emptied under a reader")
	}
	if err := db.Write(ctx, execute("INSERT INTO stream (id, kind, created_day) VALUES (randomblob(16), 2, 2)")); err != nil {
		t.Fatal(err)
	}
	after, err := snapshot.Counts(ctx)
	if err != nil || before["stream"] != 0 || after["stream"] != 0 {
		t.Fatal(before, after, err)
	}
	var image bytes.Buffer
	if err := snapshot.Copy(ctx, &image); err != nil || int64(image.Len()) != snapshot.Size() {
		t.Fatal(image.Len(), snapshot.Size(), err)
	}
	if err := snapshot.Check(ctx); err != nil {
		t.Fatal(err)
	}
	if err := snapshot.Close(); err != nil {
		t.Fatal(err)
	}
	if err := db.Scrub(ctx); err != nil {
		t.Fatal(err)
	}
	var patience int
	if err := db.Write(ctx, func(tx *sql.Tx) error { return tx.QueryRow("PRAGMA busy_timeout").Scan(&patience) }); err != nil || patience != 10000 {
		t.Fatal(patience, err)
	}
}

func execute(q string) func(*sql.Tx) error {
	return func(tx *sql.Tx) error {
		_, err := tx.Exec(q)
		return err
	}
}
