package main

import (
	"context"
	"encoding/binary"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/datafolder"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// listener is told of what is written, and does nothing.
type listener struct{}

func (listener) RecordsAdded(context.Context, []stream.AccountID, stream.ID, []stream.Record) {}
func (listener) Signalled([]stream.AccountID, stream.ID, []byte)                              {}
func (listener) StreamChanged([]stream.AccountID, stream.Stream)                              {}
func (listener) Wrote(stream.AccountID, []stream.AccountID)                                   {}

// A copy has all that was acknowledged before it was begun, while the server runs, and where
// it was killed before that was in its place and did not start again.
func TestACopyHasAllThatWasAcknowledged(t *testing.T) {
	running, folder := t.TempDir(), t.TempDir()
	path := filepath.Join(running, datafolder.Database)
	release, err := datafolder.Lock(running)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	copied := filepath.Join(folder, datafolder.Database)
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	streams := stream.New(db.Streams(), nil, listener{}, time.Now, attest.Key{})
	var acknowledged atomic.Int64
	var all sync.WaitGroup
	var stop atomic.Bool
	for i := range byte(12) {
		account, id := stream.AccountID{i}, stream.ID{i}
		if _, err := streams.CreateStream(t.Context(), account, stream.NewStream{
			ID: id, Kind: stream.History, Members: []stream.Member{{Account: account, Role: stream.Owner}},
		}); err != nil {
			t.Fatal(err)
		}
		all.Go(func() {
			for n := uint64(1); !stop.Load(); n++ {
				var k stream.Key
				binary.BigEndian.PutUint64(k[:], n)
				if _, err := streams.Append(t.Context(), account, id, []stream.NewRecord{{Kind: stream.Message, Key: k, Ciphertext: k[:]}}, nil); err != nil {
					t.Error(err)
					return
				}
				acknowledged.Add(1)
			}
		})
	}
	expectCopied := func(folder string, known int64) {
		t.Helper()
		snapshot, err := source{data: folder}.snapshot(t.Context(), "", nil)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = snapshot.Close() }()
		counts, err := snapshot.Counts(t.Context())
		if err != nil || counts["record"] < known {
			t.Errorf("%d of %d records, %v", counts["record"], known, err)
		}
	}
	for range 5 {
		time.Sleep(20 * time.Millisecond)
		expectCopied(running, acknowledged.Load())
	}
	var known int64
	for until := time.Now().Add(time.Minute); ; {
		known = acknowledged.Load()
		if db.Stats().Waiting > 0 && storetest.Killed(t, path, copied) {
			break
		}
		if time.Now().After(until) {
			t.Fatal("no records were waiting")
		}
	}
	stop.Store(true)
	all.Wait()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	expectCopied(folder, known)
	if n, err := store.WaitingIn(t.Context(), copied); err != nil || n > 0 {
		t.Errorf("%d records are in no copy, %v", n, err)
	}
}
