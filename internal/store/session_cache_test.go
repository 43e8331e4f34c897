package store_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"alcove/internal/account"
	"alcove/internal/stream"
)

// Whatever changes or ends a session is true for the next call, however often the session
// was read before.
func TestWhatASessionSaysIsNeverOld(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	p := person(1, account.Client)
	if err := db.Accounts().CreateAccounts(ctx, p); err != nil {
		t.Fatal(err)
	}
	hash := p.Session.TokenHash
	read := func() account.SessionRow {
		t.Helper()
		for range 3 {
			if _, err := db.Accounts().Session(ctx, hash); err != nil {
				t.Fatal(err)
			}
		}
		row, _ := db.Accounts().Session(ctx, hash)
		return row
	}
	if read().Restrictions != 0 {
		t.Fatal("restricted")
	}
	if err := db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`UPDATE session SET restrictions = 3`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if read().Restrictions != 3 {
		t.Fatal("what it may not do was forgotten")
	}
	if err := db.Accounts().TouchSession(ctx, hash, 99); err != nil {
		t.Fatal(err)
	}
	if read().IdleUntilHour != 99 {
		t.Fatal("an old end")
	}
	id := stream.ID{1}
	if err := db.Streams().Update(ctx, func(tx stream.Tx) error {
		return tx.Create(stream.Stream{ID: id, Kind: stream.History, Members: []stream.Member{{Account: p.ID, Role: stream.Owner}}}, 1)
	}, func() {}); err != nil {
		t.Fatal(err)
	}
	// It ends while others read it, again and again.
	var readers sync.WaitGroup
	ended := make(chan struct{})
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-ended:
					return
				default:
					_, _ = db.Accounts().Session(ctx, hash)
				}
			}
		})
	}
	if err := db.Accounts().DeleteSession(ctx, hash); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Accounts().Session(ctx, hash); !errors.Is(err, account.ErrNotFound) {
		t.Error("a session that ended is found", err)
	}
	close(ended)
	readers.Wait()
	if _, err := db.Accounts().Session(ctx, hash); !errors.Is(err, account.ErrNotFound) {
		t.Error("a session that ended is back", err)
	}
}
