package store_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/attest"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

var itsSecrets = store.Secrets{Fingerprint: [32]byte{1}, Generations: 1}

// served is a database that nodes with itsSecrets serve from.
func served(t *testing.T) (db *store.DB, url string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "alcove.db")
	db, url = open(t, path), storetest.URL(t, path)
	if err := db.Begin(ctx, itsSecrets.Fingerprint); err != nil {
		t.Fatal(err)
	}
	return db, url
}

func source(t *testing.T, url string) *store.PostgresSource {
	t.Helper()
	s, err := store.OpenPostgresSource(ctx, url, itsSecrets)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

func untold(int64, int64) {}

// toSQLite gives the database of SQLite that a backup would hold.
func toSQLite(t *testing.T, s *store.Snapshot) *store.DB {
	t.Helper()
	path := filepath.Join(t.TempDir(), "alcove.db")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(s.Check(ctx), s.Copy(ctx, f), f.Close()); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

func empty(t *testing.T, folder string) {
	t.Helper()
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

// While two nodes append, copies are made. Each has all that was acknowledged before it,
// in streams without a gap, and nothing lies where it was made.
func TestACopyOfPostgresHasAllThatWasAcknowledgedWhileOthersWrite(t *testing.T) {
	storetest.OnlyPostgres(t)
	path := filepath.Join(t.TempDir(), "alcove.db")
	nodes := []*store.DB{open(t, path), open(t, path)}
	if err := nodes[0].Begin(ctx, itsSecrets.Fingerprint); err != nil {
		t.Fatal(err)
	}
	const streams = 8
	var acked [streams]atomic.Uint64
	services := make([]*stream.Service, len(nodes))
	for i, db := range nodes {
		services[i] = stream.New(db.Streams(), nil, quiet{}, time.Now, attest.Key{})
	}
	me := func(i int) stream.AccountID { return stream.AccountID{byte(i + 1)} } // each has one history
	for i := range streams {
		if _, err := services[0].CreateStream(ctx, me(i), stream.NewStream{ID: stream.ID{byte(i + 1)}, Kind: stream.History, Members: []stream.Member{{Account: me(i), Role: stream.Owner}}}); err != nil {
			t.Fatal(err)
		}
	}
	stop := make(chan struct{})
	var group sync.WaitGroup
	for i := range streams {
		group.Go(func() {
			for n := uint64(1); ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				key := stream.Key{byte(i), byte(n), byte(n >> 8), byte(n >> 16)}
				if _, err := services[i%len(nodes)].Append(ctx, me(i), stream.ID{byte(i + 1)}, []stream.NewRecord{{Key: key, Kind: stream.Message, Ciphertext: bytes.Repeat(key[:], 50)}}, nil); err != nil {
					t.Error(err)
					return
				}
				acked[i].Store(n)
			}
		})
	}
	defer group.Wait()
	defer sync.OnceFunc(func() { close(stop) })()
	from, within := source(t, storetest.URL(t, path)), t.TempDir()
	for range 3 {
		for acked[0].Load()%50 < 25 {
			time.Sleep(time.Millisecond)
		}
		var before [streams]uint64
		for i := range before {
			before[i] = acked[i].Load()
		}
		snapshot, err := from.Snapshot(ctx, within, untold)
		if err != nil {
			t.Fatal(err)
		}
		empty(t, within)
		db := toSQLite(t, snapshot)
		for i := range streams {
			id := stream.ID{byte(i + 1)}
			var seen uint64
			for {
				page, err := db.Streams().Read(ctx, me(i), id, stream.Range{After: seen, Limit: 1000})
				if err != nil {
					t.Fatal(err)
				}
				for _, r := range page.Records {
					if seen++; r.Seq != seen {
						t.Fatalf("after record %d comes %d", seen-1, r.Seq)
					}
				}
				if len(page.Records) == 0 {
					break
				}
			}
			if seen < before[i] {
				t.Errorf("%d of %d acknowledged records are in the copy", seen, before[i])
			}
		}
		if err := snapshot.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Whatever is in a table arrives; what was destroyed does not.
func TestACopyOfPostgresIsWhatThePracticeIs(t *testing.T) {
	storetest.OnlyPostgres(t)
	db, url := served(t)
	ann, bob := newSomebody('a'), newSomebody('b')
	fill(t, db, ann, 1, bob, 20)
	fill(t, db, bob, 7, newSomebody('y'), 1200)
	destroyed := bytes.Repeat([]byte("destroyed"), 20)
	if err := db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`UPDATE record SET ciphertext = ? WHERE place % 3 = 0`, destroyed)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if err := db.Write(ctx, execute("DELETE FROM record WHERE place % 3 = 0")); err != nil {
		t.Fatal(err)
	}
	from, within := source(t, url), t.TempDir()
	var copied, all, sum int64
	snapshot, err := from.Snapshot(ctx, within, func(rows, of int64) { copied, all = rows, of })
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = snapshot.Close() }()
	counts, err := snapshot.Counts(ctx)
	if err != nil || snapshot.Schema() != store.Schema() {
		t.Fatal(snapshot.Schema(), err)
	}
	for table, n := range counts {
		sum += n
		var here int64
		if err := db.Reader().QueryRowContext(ctx, "SELECT count(*) FROM "+table).Scan(&here); err != nil || here != n {
			t.Errorf("%s has %d rows, in the copy %d: %v", table, here, n, err)
		}
	}
	if all != sum || copied > all || all-copied > 100 {
		t.Errorf("told of %d rows of %d, where there are %d", copied, all, sum)
	}
	var image bytes.Buffer
	if err := snapshot.Copy(ctx, &image); err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(image.Bytes(), destroyed) || !bytes.Contains(image.Bytes(), bob.long()) {
		t.Error("the copy has what was destroyed, or not what is there")
	}
	now, _ := state(t, toSQLite(t, snapshot)).Tree()
	if was, _ := state(t, db).Tree(); was != now {
		t.Error("another key log")
	}
	// The other way round it is as it was.
	target := storetest.EmptyURL(t)
	if _, err := store.Move(ctx, snapshot, target, itsSecrets.Fingerprint, untold); err != nil {
		t.Fatal(err)
	}
	if again, _ := state(t, openURL(t, target)).Tree(); again != now {
		t.Error("another key log after the way back")
	}
}

func openURL(t *testing.T, url string) *store.DB {
	t.Helper()
	db, err := store.OpenPostgres(ctx, url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// Broken off, it leaves neither a file nor anything in PostgreSQL.
func TestACopyOfPostgresThatIsBrokenOffLeavesNothing(t *testing.T) {
	storetest.OnlyPostgres(t)
	db, url := served(t)
	fill(t, db, newSomebody('a'), 1, newSomebody('b'), 1500)
	within := t.TempDir()
	for _, at := range []int64{0, 1000} {
		from := source(t, url)
		if err := from.Reserve(ctx); err != nil {
			t.Fatal(err)
		}
		broken, cancel := context.WithCancel(ctx)
		if _, err := from.Snapshot(broken, within, func(rows, _ int64) {
			if rows >= at {
				cancel()
			}
		}); !errors.Is(err, context.Canceled) {
			t.Errorf("%d: %v", at, err)
		}
		cancel()
		if err := from.Close(); err != nil {
			t.Error(err)
		}
		empty(t, within)
	}
	// What was closed is still counted until its process has ended.
	eventually(t, "no connection is left behind", func() bool {
		alone, err := db.Alone(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return alone
	})
	again := source(t, url)
	if err := again.Reserve(ctx); err != nil {
		t.Error(err)
	}
	if err := source(t, url).Reserve(ctx); !errors.Is(err, store.ErrBackupRuns) {
		t.Error("two backups at once:", err)
	}
}

// A copy that nobody could log in to is not made.
func TestOnlyThePracticeOfTheSecretsIsCopied(t *testing.T) {
	storetest.OnlyPostgres(t)
	_, url := served(t)
	for _, c := range []struct {
		url     string
		secrets store.Secrets
		before  string
		want    error
	}{
		{storetest.EmptyURL(t), itsSecrets, "", store.ErrNoPractice},
		{url, store.Secrets{Fingerprint: [32]byte{2}, Generations: 1}, "", store.ErrOtherSecrets},
		{url, itsSecrets, "INSERT INTO key_generation (generation, day) VALUES (2, 1)", account.ErrOtherKeys},
		{url, itsSecrets, fmt.Sprintf("DELETE FROM key_generation; UPDATE installation SET schema = %d", store.Schema()+1), store.ErrOtherSchema},
	} {
		if c.before != "" {
			storetest.Run(t, c.url, c.before)
		}
		if _, err := store.OpenPostgresSource(ctx, c.url, c.secrets); !errors.Is(err, c.want) {
			t.Errorf("%v, not %v", err, c.want)
		}
	}
}

// Who comes when one backup is over is not told that it is still being made.
func TestWhenOneBackupIsOverAnotherCanBegin(t *testing.T) {
	storetest.OnlyPostgres(t)
	_, url := served(t)
	one := source(t, url)
	if err := one.Reserve(ctx); err != nil {
		t.Fatal(err)
	}
	for range 20 {
		next := source(t, url)
		if err := next.Reserve(ctx); !errors.Is(err, store.ErrBackupRuns) {
			t.Fatal("two at once:", err)
		}
		if err := one.Close(); err != nil {
			t.Fatal(err)
		}
		if err := next.Reserve(ctx); err != nil {
			t.Fatal(err)
		}
		one = next
	}
}

// The nodes tell of the last backup; and what somebody else said of the table is no day.
func TestTheDayOfABackupIsToldToAllNodes(t *testing.T) {
	storetest.OnlyPostgres(t)
	db, url := served(t)
	from := source(t, url)
	if alone, err := db.Alone(ctx); err != nil || alone {
		t.Error("keys could be exchanged while a backup is made", err)
	}
	last := func(want string) {
		t.Helper()
		if day, err := db.LastBackup(ctx); err != nil || day != want {
			t.Errorf("%q %v", day, err)
		}
	}
	last("")
	storetest.Run(t, url, "COMMENT ON TABLE installation IS 'backed up by pg_dump'")
	last("")
	if err := from.NoteBackup(ctx, time.Date(2026, 11, 28, 23, 59, 0, 0, time.FixedZone("", -3600))); err != nil {
		t.Fatal(err)
	}
	last("2026-11-29")
}
