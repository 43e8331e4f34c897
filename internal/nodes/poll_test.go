package nodes_test

import (
	"context"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/attest"
	"alcove/internal/nodes"
	"alcove/internal/relay"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

var ctx = context.Background()

var ada, ben = nodes.Account{1}, nodes.Account{2}

// silence is a node whose hints reach nobody.
type silence struct{}

func (silence) RecordsAdded(context.Context, []stream.AccountID, stream.ID, []stream.Record) {}
func (silence) Signalled([]stream.AccountID, stream.ID, []byte)                              {}
func (silence) StreamChanged([]stream.AccountID, stream.Stream)                              {}
func (silence) Wrote(stream.AccountID, []stream.AccountID)                                   {}

// world is two nodes on one database, of which the one does not hear the other.
type world struct {
	db    *store.DB
	there *stream.Service // writes
	asked relay.Rekeying
	*nodes.Poller
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{db: storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))}
	t.Cleanup(func() { _ = w.db.Close() })
	roleOf := func(_ context.Context, id stream.AccountID) (stream.Role, error) {
		return map[stream.AccountID]stream.Role{ada: stream.Client, ben: stream.Practitioner}[id], nil
	}
	w.there = stream.New(w.db.Streams(), roleOf, silence{}, time.Now, attest.Key{})
	w.Poller = &nodes.Poller{
		Hub: relay.New(), Store: w.db.Nodes(), Streams: stream.New(w.db.Streams(), roleOf, silence{}, time.Now, attest.Key{}),
		Asked:  func(context.Context) (relay.Rekeying, error) { return w.asked, nil },
		Steady: time.Now, Log: slog.New(slog.NewTextHandler(io.Discard, nil)),
	}
	return w
}

// ear is a subscriber that remembers.
type ear struct {
	mu    sync.Mutex
	heard []relay.Event
}

func (w *world) listen(t *testing.T, a nodes.Account, session nodes.Session) *ear {
	t.Helper()
	e := &ear{}
	_, err := w.Hub.Subscribe(a, session, &relay.Ready{}, func(ev relay.Event, _ bool) error {
		e.mu.Lock()
		defer e.mu.Unlock()
		e.heard = append(e.heard, ev)
		return nil
	}, func() {})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// take gives what was told until now.
func (w *world) take(t *testing.T, a nodes.Account, e *ear) []relay.Event {
	t.Helper()
	w.Hub.Publish([]nodes.Account{a}, relay.Relayed("until now"))
	for {
		e.mu.Lock()
		if n := len(e.heard); n > 0 {
			if _, all := e.heard[n-1].(relay.Relayed); all {
				defer e.mu.Unlock()
				heard := e.heard[:n-1]
				e.heard = nil
				return heard
			}
		}
		e.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
}

func (w *world) look(t *testing.T) {
	t.Helper()
	if err := w.Look(ctx); err != nil {
		t.Fatal(err)
	}
}

// enrol makes an account with a session.
func (w *world) enrol(t *testing.T, id nodes.Account, role account.Role) nodes.Session {
	t.Helper()
	session := nodes.Session(append(id[:], id[:]...))
	err := w.db.Accounts().CreateAccounts(ctx, account.NewAccountRow{
		AccountRow: account.AccountRow{ID: id, Role: role, NameKey: session[:], OpaqueRecord: []byte{1}, Keys: account.PublicKeys{
			IdentityKey: session[:], SealingRecipient: "age1pq1test", SealingSignature: make([]byte, 64),
		}},
		Vault:      account.Vault{Ciphertext: []byte{1}, WrappedKeyPassphrase: []byte{1}, WrappedKeyRecovery: []byte{1}},
		RecoveryID: id[:], RecoveryAuthHash: session[:],
		Session: account.SessionRow{TokenHash: session, AccountID: id, IdleUntilHour: 1 << 30, ExpiresHour: 1 << 30},
	})
	if err != nil {
		t.Fatal(err)
	}
	return session
}

var talk = stream.ID{9}

func (w *world) converse(t *testing.T) {
	t.Helper()
	_, err := w.there.CreateStream(ctx, ada, stream.NewStream{
		ID: talk, Kind: stream.Conversation, Epoch: 1, GroupInfo: []byte("info"),
		Members: []stream.Member{{Account: ada, Role: stream.Client}, {Account: ben, Role: stream.Practitioner}},
		Records: []stream.NewRecord{{Kind: stream.Commit, Key: stream.Key{1}, Ciphertext: []byte("x")}},
	})
	if err != nil {
		t.Fatal(err)
	}
}

func (w *world) say(t *testing.T, from, until int) {
	t.Helper()
	for i := from; i < until; i++ {
		_, err := w.there.Append(ctx, ada, talk, []stream.NewRecord{{Kind: stream.Message, Epoch: 1, Key: stream.Key{2, byte(i >> 8), byte(i)}, Ciphertext: []byte("x")}}, nil)
		if err != nil {
			t.Fatal(err)
		}
	}
}

func records(heard []relay.Event) (seqs []uint64) {
	for _, e := range heard {
		if r, ok := e.(*relay.RecordAdded); ok {
			seqs = append(seqs, r.Record.Seq)
		}
	}
	return seqs
}

func TestWhatNobodyToldIsFoundInTheDatabase(t *testing.T) {
	w := newWorld(t)
	w.enrol(t, ada, account.Client)
	e := w.listen(t, ben, w.enrol(t, ben, account.Practitioner))
	w.look(t)
	w.take(t, ben, e) // nothing but that it was ready

	w.converse(t)
	w.look(t)
	heard := w.take(t, ben, e)
	if len(records(heard)) != 1 || len(heard) != 2 {
		t.Fatalf("of a new conversation is told %v", heard)
	}
	if c, ok := heard[1].(*relay.StreamChanged); !ok || c.Stream.ID != talk || c.Stream.Head != 1 {
		t.Fatalf("of a new conversation is told %v", heard[1])
	}
	w.say(t, 0, 5)
	w.look(t)
	if got := records(w.take(t, ben, e)); !slices.Equal(got, []uint64{2, 3, 4, 5, 6}) {
		t.Fatalf("told of records %v", got)
	}
	w.look(t)
	if heard := w.take(t, ben, e); len(heard) != 0 {
		t.Fatalf("told again: %v", heard)
	}
	w.say(t, 5, 105) // too many to tell each: the last ones, and who finds a gap reads
	w.look(t)
	if got := records(w.take(t, ben, e)); len(got) == 0 || len(got) > 40 || got[len(got)-1] != 106 || !slices.IsSorted(got) {
		t.Fatalf("told of records %v", got)
	}
	if _, err := w.db.Accounts().PutVault(ctx, ben, 1, []byte{2}); err != nil {
		t.Fatal(err)
	}
	w.asked = relay.Rekeying{Number: 1, Day: 20_000}
	if err := w.there.CloseStream(ctx, ada, talk); err != nil {
		t.Fatal(err)
	}
	w.look(t)
	heard = w.take(t, ben, e)
	if len(heard) != 3 {
		t.Fatalf("told %v", heard)
	}
	asked, first := heard[0].(*relay.RekeyingAsked)
	vault, second := heard[1].(*relay.VaultChanged)
	closed, third := heard[2].(*relay.StreamChanged)
	if !first || !second || !third || asked.Asked != w.asked || vault.Version != 2 || !closed.Stream.Closed {
		t.Fatalf("told %v", heard)
	}
}

func TestASessionEndedElsewhereEndsHere(t *testing.T) {
	w := newWorld(t)
	session := w.enrol(t, ben, account.Practitioner)
	e := w.listen(t, ben, session)
	w.look(t)
	if w.Hub.Subscribers() != 1 {
		t.Fatal("a session that lives was ended")
	}
	if err := w.db.Accounts().DeleteSession(ctx, session); err != nil {
		t.Fatal(err)
	}
	w.look(t)
	for w.Hub.Subscribers() > 0 {
		time.Sleep(time.Millisecond)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if _, ended := e.heard[len(e.heard)-1].(*relay.SessionEnded); !ended {
		t.Fatalf("told %v", e.heard)
	}
}
