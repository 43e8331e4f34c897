package storetest

import (
	"context"
	"errors"
	"os"
	"testing"

	"alcove/internal/store"
)

// Killed copies the database that is open at path, as a server that was killed would leave
// it, and reports whether records wait for their places there.
func Killed(t testing.TB, path, copied string) bool {
	t.Helper()
	// While somebody reads them, no log is begun anew: copied after its database it makes that
	// whole. What waits goes last: what was put in its place before it was copied is not taken
	// for anything that waits.
	for _, name := range []string{"", "-arrivals"} {
		if err := whileRead(path+name, func() (err error) {
			for _, suffix := range []string{"", "-wal"} {
				content, failed := os.ReadFile(path + name + suffix)
				err = errors.Join(err, failed, os.WriteFile(copied+name+suffix, content, 0o600))
			}
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	n, err := store.WaitingIn(context.Background(), copied)
	return err == nil && n > 0 // it may have been put in its place in between
}

func whileRead(path string, do func() error) (err error) {
	held, err := store.OpenSnapshot(context.Background(), path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, held.Close()) }()
	return do()
}
