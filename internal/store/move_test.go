package store_test

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// A practice with rows in each table is moved, and what was counted goes on.
func TestAPracticeIsMovedToPostgres(t *testing.T) {
	storetest.OnlyPostgres(t)
	path := filepath.Join(t.TempDir(), "alcove.db")
	db, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	ann, bob := newSomebody('a'), newSomebody('b')
	fill(t, db, ann, 1, bob, 20)
	fill(t, db, bob, 7, newSomebody('y'), 1200)
	if err := db.Accounts().CreateAccounts(ctx, person(1, 1), person(2, 1)); err != nil {
		t.Fatal(err)
	}
	was, _ := state(t, db).Tree()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	addAsAReplicatorDoes(t, path)
	snapshot, err := store.OpenSnapshot(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = snapshot.Close() }()
	counts, err := snapshot.Counts(ctx)
	if err != nil {
		t.Fatal(err)
	}
	delete(counts, "_litestream_seq")
	url, rows, all := storetest.EmptyURL(t), int64(0), int64(0)
	for n := range maps.Values(counts) {
		rows += n
	}
	// One that is broken off leaves nothing in the way of the next.
	broken, cancel := context.WithCancel(ctx)
	if _, err := store.Move(broken, snapshot, url, [32]byte{1}, func(rows, _ int64) {
		if rows > 500 {
			cancel()
		}
	}); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	moved, err := store.Move(ctx, snapshot, url, [32]byte{1}, func(_, of int64) { all = of })
	if err != nil || moved.Rows != rows || moved.Tables != len(counts) || all != rows || !slices.Equal(moved.Left, []string{"_litestream_seq"}) {
		t.Fatalf("%+v of %d rows in %d tables, told of %d: %v", moved, rows, len(counts), all, err)
	}
	if _, err := store.Move(ctx, snapshot, url, [32]byte{1}, untold); !errors.Is(err, store.ErrNotEmpty) {
		t.Fatal(err)
	}
	db, err = store.OpenPostgres(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if now, _ := state(t, db).Tree(); now != was {
		t.Error("another key log")
	}
	if err := db.Begin(ctx, [32]byte{2}); !errors.Is(err, store.ErrOtherSecrets) {
		t.Error("other secrets:", err)
	}
	if err := db.Begin(ctx, [32]byte{1}); err != nil {
		t.Error(err)
	}
	page, err := db.Streams().Read(ctx, bob.id, bob.stream, stream.Range{Limit: 2000})
	if err != nil || len(page.Records) != 1200 || !slices.Equal(page.Records[1199].Ciphertext, bob.long()) {
		t.Fatal(len(page.Records), err)
	}
	if err := db.Streams().Update(ctx, func(tx stream.Tx) error {
		return tx.Create(stream.Stream{ID: stream.ID{99}, Kind: stream.History, Members: []stream.Member{{Account: ann.id, Role: stream.Owner}}}, 1)
	}, nil); err != nil {
		t.Error("no number is left for another stream:", err)
	}
}

// addAsAReplicatorDoes adds a table that is nothing of Alcove's.
func addAsAReplicatorDoes(t *testing.T, path string) {
	t.Helper()
	raw, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = raw.Close() }()
	if _, err := raw.Exec(`CREATE TABLE _litestream_seq (id INTEGER PRIMARY KEY, seq INTEGER); INSERT INTO _litestream_seq VALUES (1, 1)`); err != nil {
		t.Fatal(err)
	}
}
