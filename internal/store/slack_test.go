package store_test

import (
	"bytes"
	"database/sql"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"alcove/internal/store"
)

// SQLite leaves copies of rows behind when it moves them to other pages; what was
// destroyed must not live on in them.
func TestWhatWasDestroyedIsNotLeftOnPagesThatItWasMovedFrom(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db, err := store.Open(ctx, path) // PostgreSQL has its own way
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	random := rand.New(rand.NewPCG(1, 2))
	var destroyed, kept [][]byte
	for place := range int64(600) {
		content := make([]byte, 24+random.IntN(2500))
		for i := range content {
			content[i] = byte(random.Uint32())
		}
		if err := db.Write(ctx, func(tx *sql.Tx) error {
			// By turns into several streams: into the middle of the tree.
			_, err := tx.Exec(`INSERT INTO record (place, kind, epoch, idempotency, ciphertext) VALUES (?, 1, 0, randomblob(16), ?)`, int64(random.IntN(5)+1)<<32|place, content)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		if place%2 == 0 {
			destroyed = append(destroyed, content[:8], content[len(content)/2:][:8])
			continue
		}
		kept = append(kept, content[:8])
	}
	if err := db.Write(ctx, execute(`UPDATE record SET ciphertext = x'' WHERE place & 1 = 0`)); err != nil {
		t.Fatal(err)
	}
	left := func(pieces [][]byte) (n int) {
		if err := db.Scrub(ctx); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, piece := range pieces {
			if bytes.Contains(file, piece) {
				n++
			}
		}
		return n
	}
	if left(destroyed) == 0 {
		t.Fatal("nothing is left to be overwritten: this shows nothing")
	}
	if err := db.ClearSlack(ctx); err != nil {
		t.Fatal(err)
	}
	if n := left(destroyed); n > 0 {
		t.Errorf("%d pieces of what was destroyed are on the disk", n)
	}
	if n := left(kept); n != len(kept) {
		t.Errorf("of %d pieces of what is kept %d are there", len(kept), n)
	}
	var verdict string
	if err := db.Reader().QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		t.Fatal(verdict, err)
	}
	commits := db.Stats().Commits
	if err := db.ClearSlack(ctx); err != nil || db.Stats().Commits != commits {
		t.Errorf("where nothing is left something is written: %v", err)
	}
}
