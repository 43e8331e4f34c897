package store_test

import (
	"context"
	"errors"
	"io"
	"net"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/attest"
	"alcove/internal/fault"
	"alcove/internal/keylog"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// Two nodes append to one stream and enter things into one key log, at once.
func TestTwoNodesWriteOneAfterTheOther(t *testing.T) {
	storetest.OnlyPostgres(t)
	path := filepath.Join(t.TempDir(), "alcove.db")
	nodes := []*store.DB{open(t, path), open(t, path)}
	me, id := stream.AccountID{1}, stream.ID{1}
	services := make([]*stream.Service, len(nodes))
	for i, db := range nodes {
		services[i] = stream.New(db.Streams(), nil, quiet{}, time.Now, attest.Key{})
	}
	if _, err := services[0].CreateStream(ctx, me, stream.NewStream{ID: id, Kind: stream.History, Members: []stream.Member{{Account: me, Role: stream.Owner}}}); err != nil {
		t.Fatal(err)
	}
	const writers, each = 8, 25
	var group sync.WaitGroup
	for w := range writers {
		node := w % len(nodes)
		group.Go(func() {
			for i := range each {
				key := stream.Key{byte(w), byte(i)}
				if _, err := services[node].Append(ctx, me, id, []stream.NewRecord{{Key: key, Kind: stream.Message, Ciphertext: key[:]}}, nil); err != nil {
					t.Error(err)
				}
				if err := nodes[node].Keylog().Append(ctx, keylog.Release, keylog.Label{byte(w), byte(i)}, keylog.Value{1}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	seen := map[stream.Key]bool{}
	page, err := services[1].Read(ctx, me, id, stream.Range{Limit: writers * each})
	if err != nil || len(page.Records) != writers*each {
		t.Fatal(len(page.Records), err)
	}
	for i, r := range page.Records {
		if r.Seq != uint64(i+1) || seen[r.Key] {
			t.Fatalf("record %d has number %d", i+1, r.Seq)
		}
		seen[r.Key] = true
	}
	a, _ := state(t, nodes[0]).Tree()
	b, _ := state(t, nodes[1]).Tree()
	if a != b || state(t, nodes[0]).Size() != writers*each {
		t.Errorf("the nodes know of different key logs, of %d entries", state(t, nodes[0]).Size())
	}
}

// What one node tried in vain, while another wrote, is in no log of either.
func TestAKeyLogEntryThatWasUndoneIsNotTakenForAnothersOfItsPlace(t *testing.T) {
	storetest.OnlyPostgres(t)
	path := filepath.Join(t.TempDir(), "alcove.db")
	a, b := open(t, path), open(t, path)
	enter := func(db *store.DB, label byte) {
		t.Helper()
		if err := db.Keylog().Append(ctx, keylog.Release, keylog.Label{label}, keylog.Value{label + 1}); err != nil {
			t.Fatal(err)
		}
	}
	for label := range byte(5) {
		enter(a, label)
	}
	p := person(1, account.Client)
	twin := p
	twin.ID, twin.RecoveryID = account.ID{0xff}, p.NameKey[:16] // the second to be entered
	if err := a.Accounts().CreateAccounts(ctx, p, twin); err == nil {
		t.Fatal("an account was made twice")
	}
	enter(b, 5)
	state(t, a) // as somebody asks for it
	enter(a, 6)
	enter(b, 7)
	at, _ := state(t, a).Tree()
	if bt, _ := state(t, b).Tree(); at != bt || at.N != 8 {
		t.Errorf("the nodes know of different key logs, of %d and %d entries", at.N, bt.N)
	}
	if again, _ := state(t, open(t, path)).Tree(); again != at {
		t.Error("another log after a restart")
	}
}

type quiet struct{}

func (quiet) RecordsAdded(context.Context, []stream.AccountID, stream.ID, []stream.Record) {}
func (quiet) Signalled([]stream.AccountID, stream.ID, []byte)                              {}
func (quiet) StreamChanged([]stream.AccountID, stream.Stream)                              {}
func (quiet) Wrote(stream.AccountID, []stream.AccountID)                                   {}

// A server that crashes makes errors of what was under way, and goes on when it is back.
func TestACrashedServerLosesNothingAcknowledged(t *testing.T) {
	storetest.OnlyPostgres(t)
	cluster, err := storetest.StartCluster()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cluster.Close() }()
	db, err := store.OpenPostgres(ctx, cluster.URL("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	createTable(t, db)
	var acked, failed atomic.Int64
	var group sync.WaitGroup
	for w := range int64(16) {
		group.Go(func() {
			for n := w * 1_000_000; failed.Load() < 100; n++ {
				switch err := db.Write(ctx, insert(n, 100)); {
				case err == nil:
					acked.Add(1)
				case fault.Of(err).Code == "storage_failed":
					failed.Add(1)
				default:
					t.Error(err)
				}
				if n == 20 && w == 0 {
					if err := cluster.Kill(); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	group.Wait()
	if err := cluster.Start(); err != nil {
		t.Fatal(err)
	}
	if err := db.Write(ctx, insert(-1, 1)); err != nil {
		t.Fatal("it is back, and still:", err)
	}
	// Of those whose commit was cut off nobody knew.
	if n := int64(count(t, db)) - 1; n < acked.Load() || n > acked.Load()+16 {
		t.Fatalf("%d rows for %d acknowledgements", n, acked.Load())
	}
}

// A node whose database does not answer any more acknowledges nothing, and says so in
// bounded time.
func TestACutOffNodeAcknowledgesNothing(t *testing.T) {
	storetest.OnlyPostgres(t)
	line := lineTo(t, storetest.EmptyURL(t))
	db, err := store.OpenPostgres(ctx, line.url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	createTable(t, db)
	was := store.AnswerWithin(time.Second)
	defer store.AnswerWithin(was)
	line.cut.Store(true)
	if _, err := db.Streams().StreamsOf(ctx, stream.AccountID{1}); fault.Of(err).Code != "storage_away" {
		t.Fatal(err)
	}
	for n := range int64(2) {
		if err := db.Write(ctx, insert(n, 1)); fault.Of(err).Code != "storage_failed" {
			t.Fatal(err)
		}
	}
	line.cut.Store(false)
	if err := db.Write(ctx, insert(5, 1)); err != nil {
		t.Fatal("it is back, and still:", err)
	}
}

// line carries bytes to a server, until it is cut: then they go nowhere. Or until it ends.
type line struct {
	url string
	cut atomic.Bool

	listener net.Listener
	mu       sync.Mutex
	ends     []net.Conn
}

// end refuses whoever comes, and closes what was open.
func (l *line) end() {
	_ = l.listener.Close()
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, c := range l.ends {
		_ = c.Close()
	}
}

func lineTo(t *testing.T, url string) *line {
	t.Helper()
	at, host, _ := strings.Cut(url, "?host=")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &line{url: strings.Replace(at, "@/", "@"+listener.Addr().String()+"/", 1) + "?sslmode=disable", listener: listener}
	t.Cleanup(l.end)
	go func() {
		for {
			near, err := listener.Accept()
			if err != nil {
				return
			}
			far, err := net.Dial("unix", filepath.Join(host, ".s.PGSQL.5432"))
			if err != nil {
				t.Error(err)
				return
			}
			l.mu.Lock()
			l.ends = append(l.ends, near, far)
			l.mu.Unlock()
			go l.carry(near, far)
			go l.carry(far, near)
		}
	}()
	return l
}

func (l *line) carry(to, from net.Conn) {
	defer func() { _ = to.Close() }()
	bytes := make([]byte, 32<<10)
	for {
		n, err := from.Read(bytes)
		if err != nil {
			return
		}
		if l.cut.Load() {
			continue
		}
		if _, err := to.Write(bytes[:n]); err != nil && !errors.Is(err, io.EOF) {
			return
		}
	}
}

// PostgreSQL calls a commit a success when its waiting for a standby is cancelled.
func TestACommitThatNoStandbyConfirmedIsNotAcknowledged(t *testing.T) {
	storetest.OnlyPostgres(t)
	cluster, err := storetest.StartCluster()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cluster.Close() }()
	url := cluster.URL("postgres")
	db, err := store.OpenPostgres(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	createTable(t, db)
	storetest.Run(t, url, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
	storetest.Run(t, url, "ALTER SYSTEM SET synchronous_commit = local") // what the store does not go by
	storetest.Run(t, url, "SELECT pg_reload_conf()")
	done := make(chan error, 1)
	go func() {
		var err error
		for n := int64(0); err == nil && n < 1000; n++ { // until the setting has arrived
			err = db.Write(ctx, insert(n, 1))
		}
		done <- err
	}()
	for {
		select {
		case err := <-done:
			if fault.Of(err).Code != "storage_failed" || !strings.Contains(errors.Unwrap(err).Error(), "standby") {
				t.Fatal(err)
			}
			return
		case <-time.After(20 * time.Millisecond):
			storetest.Run(t, url, `SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'`)
		}
	}
}

func TestAServerThatWouldLoseACommitIsRefused(t *testing.T) {
	storetest.OnlyPostgres(t)
	cluster, err := storetest.StartCluster("fsync=off")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = cluster.Close() }()
	if db, err := store.OpenPostgres(ctx, cluster.URL("postgres")); err == nil || !strings.Contains(err.Error(), "fsync") {
		_ = db.Close()
		t.Error(err)
	}
}

// What is asked of PostgreSQL is what was meant, also where a name holds a mark.
func TestStatementsAreTranslated(t *testing.T) {
	for query, want := range map[string]string{
		`SELECT a FROM t WHERE b = ? AND c = ?`:               `SELECT a FROM t WHERE b = $1 AND c = $2`,
		`SELECT ?2, ?1 WHERE x = ?2`:                          `SELECT $2, $1 WHERE x = $2`,
		`SELECT '?', "?" || ? FROM t INDEXED BY some WHERE ?`: `SELECT '?', "?" || $1 FROM t WHERE $2`,
		`SELECT '`: `SELECT '`,
		``:         ``,
	} {
		if got := store.ToPostgres(query); got != want {
			t.Errorf("%q became %q", query, got)
		}
	}
}
