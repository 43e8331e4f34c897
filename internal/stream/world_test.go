package stream_test

import (
	"context"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/fault"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

var (
	ctx   = context.Background()
	ada   = stream.AccountID{'a', 'd', 'a'} // a client
	ben   = stream.AccountID{'b', 'e', 'n'} // a practitioner
	eve   = stream.AccountID{'e', 'v', 'e'} // another client
	roles = map[stream.AccountID]stream.Role{ada: stream.Client, ben: stream.Practitioner, eve: stream.Client}
)

// told remembers what the members would have heard.
type told struct {
	mu      sync.Mutex
	seqs    []uint64
	signals int
	changed []stream.Stream
	to      []stream.AccountID
	news    []stream.AccountID
}

func (n *told) RecordsAdded(_ context.Context, to []stream.AccountID, _ stream.ID, records []stream.Record) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.to = to
	for _, r := range records {
		n.seqs = append(n.seqs, r.Seq)
	}
}

func (n *told) Signalled(to []stream.AccountID, _ stream.ID, _ []byte) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.to, n.signals = to, n.signals+1
}

func (n *told) StreamChanged(to []stream.AccountID, s stream.Stream) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.to, n.changed = to, append(n.changed, s)
}

func (n *told) Wrote(_ stream.AccountID, news []stream.AccountID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.news = append(n.news, news...)
}

type world struct {
	*stream.Service
	db   *store.DB
	told *told
	// later is how far the clock was moved; by the test alone, before it goes on.
	later *time.Duration
}

func newWorld(t testing.TB) world {
	t.Helper()
	db := storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	n := &told{}
	roleOf := func(_ context.Context, a stream.AccountID) (stream.Role, error) {
		if r, ok := roles[a]; ok {
			return r, nil
		}
		return 0, fault.New(fault.NotFound, "account_not_found", "")
	}
	later := new(time.Duration)
	now := func() time.Time { return time.Now().Add(*later) }
	return world{stream.New(db.Streams(), roleOf, n, now, attest.Key{}), db, n, later}
}

func key(n byte) stream.Key { return stream.Key{15: n} }

func message(epoch uint64, k stream.Key, text string) stream.NewRecord {
	return stream.NewRecord{Kind: stream.Message, Epoch: epoch, Key: k, Ciphertext: []byte(text)}
}

func commit(epoch uint64, k stream.Key) stream.NewRecord {
	return stream.NewRecord{Kind: stream.Commit, Epoch: epoch, Key: k, Ciphertext: []byte("commit")}
}

func welcome(epoch uint64, k stream.Key) stream.NewRecord {
	return stream.NewRecord{Kind: stream.Welcome, Epoch: epoch, Key: k, Ciphertext: []byte("welcome")}
}

var info = []byte("group info")

func conversation(id byte) stream.NewStream {
	return stream.NewStream{
		ID: stream.ID{id}, Kind: stream.Conversation, Epoch: 1, GroupInfo: info,
		Members: []stream.Member{{Account: ada, Role: stream.Client}, {Account: ben, Role: stream.Practitioner}},
		Records: []stream.NewRecord{commit(0, key(201)), welcome(1, key(202)), message(1, key(203), "request")},
	}
}

func history(id byte, owner stream.AccountID) stream.NewStream {
	return stream.NewStream{ID: stream.ID{id}, Kind: stream.History, Members: []stream.Member{{Account: owner, Role: stream.Owner}}}
}

func (w world) create(t testing.TB, caller stream.AccountID, n stream.NewStream) stream.Stream {
	t.Helper()
	st, err := w.CreateStream(ctx, caller, n)
	if err != nil {
		t.Fatal(err)
	}
	return st
}

func want(t testing.TB, err error, code *fault.Error) {
	t.Helper()
	if !errors.Is(err, code) {
		t.Fatalf("got %v, want %s", err, code.Code)
	}
}
