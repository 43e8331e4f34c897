// Package storetest opens databases for tests, without taking each of them
// through every migration there ever was.
package storetest

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"alcove/internal/store"
)

// empty gives the bytes of a database with today's schema and nothing in it.
var empty = sync.OnceValues(func() (bytes []byte, err error) {
	folder, err := os.MkdirTemp("", "alcove-store-")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	path := filepath.Join(folder, "alcove.db")
	db, err := store.Open(context.Background(), path)
	if err != nil {
		return nil, err
	}
	if err := db.Close(); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

// Open opens the database at path, a new one if there is none, or fails the
// test. Whoever opened it closes it. With ALCOVE_TEST_STORE=postgres it is one of
// PostgreSQL that stands for the path.
func Open(t testing.TB, path string) *store.DB {
	t.Helper()
	if OnPostgres() {
		db, err := store.OpenPostgres(context.Background(), URL(t, path))
		if err != nil {
			t.Fatal(err)
		}
		return db
	}
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		bytes, err := empty()
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	db, err := store.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return db
}
