package store_test

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alcove/internal/fault"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

var ctx = context.Background()

// eventually waits until something holds.
func eventually(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for until := time.Now().Add(time.Minute); !holds(); time.Sleep(time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal("it never came to that:", what)
		}
	}
}

func open(t testing.TB, path string) *store.DB {
	t.Helper()
	db := storetest.Open(t, path)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// openEither opens a file or a URL.
func openEither(where string) (*store.DB, error) {
	if store.IsPostgres(where) {
		return store.OpenPostgres(ctx, where)
	}
	return store.Open(ctx, where)
}

// openTable opens a fresh database with a table of numbers.
func openTable(t testing.TB) *store.DB {
	t.Helper()
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	createTable(t, db)
	return db
}

func createTable(t testing.TB, db *store.DB) {
	t.Helper()
	create := "CREATE TABLE number (n INTEGER PRIMARY KEY, ballast BLOB) STRICT"
	if storetest.OnPostgres() {
		create = "CREATE TABLE number (n bigint PRIMARY KEY, ballast bytea)"
	}
	if err := db.Write(ctx, execute(create)); err != nil {
		t.Fatal(err)
	}
}

func insert(n int64, ballast int) func(*sql.Tx) error {
	return func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO number (n, ballast) VALUES (?, ?)", n, make([]byte, ballast))
		return err
	}
}

func count(t testing.TB, db *store.DB) (n int) {
	t.Helper()
	if err := db.Reader().QueryRow("SELECT count(*) FROM number").Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestWritersShareCommitsAndNothingElse(t *testing.T) {
	db := openTable(t)
	before := db.Stats()
	var wg sync.WaitGroup
	var refused atomic.Int64
	errNo := fault.New(fault.Invalid, "no", "")
	for w := range 64 {
		wg.Go(func() {
			for i := range 20 {
				n := int64(w*1000 + i)
				err := db.Write(ctx, func(tx *sql.Tx) error {
					if err := insert(n, 1)(tx); err != nil {
						return err
					}
					switch i % 5 {
					case 3:
						return errNo // after having written
					case 4:
						panic("a bug in one write")
					}
					return nil
				})
				switch {
				case i%5 == 3 && !errors.Is(err, errNo), i%5 == 4 && err == nil, i%5 < 3 && err != nil:
					t.Errorf("write %d: %v", n, err)
				case err != nil:
					refused.Add(1)
				}
			}
		})
	}
	wg.Wait()
	if n := count(t, db); n != 64*12 || refused.Load() != 64*8 {
		t.Fatalf("%d rows, %d refused", n, refused.Load())
	}
	after := db.Stats()
	commits, writes := after.Commits-before.Commits, after.Writes-before.Writes
	if writes != 64*12 || commits == 0 || commits >= writes {
		t.Fatalf("%d commits for %d writes", commits, writes)
	}
}

func TestWhatComesAfterACommitComesInOrder(t *testing.T) {
	db := openTable(t)
	var order []int64 // appended to by the writer alone
	var next int64
	var wg sync.WaitGroup
	for range 200 {
		wg.Go(func() {
			var n int64
			err := db.WriteThen(ctx, func(tx *sql.Tx) error { next++; n = next; return insert(n, 1)(tx) }, func() { order = append(order, n) })
			if err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for i, n := range order {
		if n != int64(i+1) {
			t.Fatalf("after-call %d was that of write %d", i, n)
		}
	}
}

func TestCallerThatGaveUpBeforehandWritesNothing(t *testing.T) {
	db := openTable(t)
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if err := db.Write(gone, insert(1, 1)); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if count(t, db) != 0 {
		t.Fatal("written all the same")
	}
}

func TestCloseFinishesWhatWasAccepted(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	createTable(t, db)
	var acked atomic.Int64
	var wg sync.WaitGroup
	for w := range 50 {
		wg.Go(func() {
			for i := range 1000 {
				err := db.Write(ctx, insert(int64(w*1000+i), 1))
				if err != nil {
					if f := fault.Of(err); f.Code != "shutting_down" {
						t.Error(err)
					}
					return
				}
				acked.Add(1)
			}
		})
	}
	time.Sleep(20 * time.Millisecond)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	wg.Wait()
	if err := db.Write(ctx, insert(-1, 1)); fault.Of(err).Code != "shutting_down" {
		t.Fatal(err)
	}
	if n := count(t, open(t, path)); int64(n) != acked.Load() {
		t.Fatalf("%d rows for %d acknowledgements", n, acked.Load())
	}
}

func TestFullDiskIsSaidAndOvercome(t *testing.T) {
	storetest.OnlySQLite(t, "a pragma fills its disk")
	db := openTable(t)
	limit := func(pages int) {
		t.Helper()
		// A pragma of the one connection that writes: as good as a full disk, and no root needed.
		if err := db.Write(ctx, func(tx *sql.Tx) error {
			_, err := tx.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
			return errors.Join(err, insert(int64(-pages), 1)(tx))
		}); err != nil {
			t.Fatal(err)
		}
	}
	limit(300)
	acked, full := 0, false
	for n := range int64(1000) {
		err := db.Write(ctx, insert(n, 10_000))
		if err == nil {
			acked++
			continue
		}
		f := fault.Of(err)
		if f.Kind != fault.Unavailable || f.Code != "storage_full" {
			t.Fatalf("got %v", err)
		}
		full = true
		break
	}
	if !full || acked == 0 || count(t, db) != acked+1 {
		t.Fatalf("full %v, acknowledged %d, stored %d", full, acked, count(t, db)-1)
	}
	if err := db.Write(ctx, insert(5000, 1_000_000)); fault.Of(err).Code != "storage_full" {
		t.Fatal(err)
	}
	// Room is made: everything goes on without a restart.
	if err := db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec("DELETE FROM number WHERE n >= 0"); return err }); err != nil {
		t.Fatal(err)
	}
	if err := db.Write(ctx, insert(6000, 10_000)); err != nil {
		t.Fatal(err)
	}
}

func TestScrubLeavesNothingOfWhatWasDeleted(t *testing.T) {
	storetest.OnlySQLite(t, "what PostgreSQL leaves in its files is said in docs/operations.md")
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	secret := []byte("a wrapped key that was replaced")
	found := func() (n int) {
		t.Helper()
		for _, file := range []string{path, path + "-wal"} {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			n += bytes.Count(raw, secret)
		}
		return n
	}
	steps := []string{"CREATE TABLE secret (k BLOB)", "INSERT INTO secret VALUES (?1)", "DELETE FROM secret"}
	for _, step := range steps {
		if err := db.Write(ctx, func(tx *sql.Tx) error {
			_, err := tx.Exec(step, secret)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	}
	if found() == 0 {
		t.Fatal("the test looks in the wrong place")
	}
	if err := db.Scrub(ctx); err != nil {
		t.Fatal(err)
	}
	if n := found(); n != 0 {
		t.Fatalf("found %d times", n)
	}
	if err := db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec("DROP TABLE secret"); return err }); err != nil {
		t.Fatal(err)
	}
}

const childEnv = "ALCOVE_STORE_TEST_WRITES_TO"

// TestMain lets the test binary be the process that is killed while writing.
func TestMain(m *testing.M) {
	if path := os.Getenv(childEnv); path != "" {
		writeForEver(path)
	}
	os.Exit(m.Run())
}

func writeForEver(path string) {
	db, err := openEither(path)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	var mu sync.Mutex
	for w := range int64(32) {
		go func() {
			for n := w; ; n += 32 {
				if err := db.Write(ctx, insert(n, 300)); err != nil {
					continue
				}
				mu.Lock()
				fmt.Println(n)
				mu.Unlock()
			}
		}()
	}
	select {}
}

func TestKilledWhileWritingKeepsWhatItAcknowledged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	createTable(t, db)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	where := path
	if storetest.OnPostgres() {
		where = storetest.URL(t, path)
	}
	acked := map[int64]bool{}
	for round := range 3 {
		child := exec.Command(os.Args[0])
		child.Env = append(os.Environ(), childEnv+"="+where)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		for i := 0; lines.Scan(); i++ {
			if n, err := strconv.ParseInt(strings.TrimSpace(lines.Text()), 10, 64); err == nil {
				acked[n] = true
			}
			if i == 500*(round+1) {
				if err := child.Process.Kill(); err != nil { // SIGKILL: no chance to tidy up
					t.Fatal(err)
				}
			}
		}
		_ = child.Wait()
	}
	db = open(t, path)
	rows, err := db.Reader().Query("SELECT n FROM number")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var n int64
		if err := rows.Scan(&n); err != nil {
			t.Fatal(err)
		}
		delete(acked, n)
	}
	if err := rows.Err(); err != nil || len(acked) > 0 {
		t.Fatalf("%d acknowledged rows are missing, %v", len(acked), err)
	}
	if storetest.OnPostgres() {
		return
	}
	var ok string
	if err := db.Reader().QueryRow("PRAGMA integrity_check").Scan(&ok); err != nil || ok != "ok" {
		t.Fatal(ok, err)
	}
}
