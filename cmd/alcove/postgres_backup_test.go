package main

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/clock"
	"alcove/internal/datafolder"
	"alcove/internal/disclosure"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// operated is a practice that serves while the commands of an operator run.
type operated struct {
	*practiceOnDisk
	url, safe, recipient string
}

func newInPostgres(t *testing.T) *operated {
	t.Helper()
	storetest.OnlyPostgres(t)
	return newOperated(t, storetest.URL(t, t.TempDir()))
}

// newOperated is kept in the PostgreSQL database that url names, or in SQLite.
func newOperated(t *testing.T, url string) *operated {
	t.Helper()
	safe := t.TempDir()
	p := &operated{newPracticeOnDisk(t, "-store", url), url, safe, ""}
	var said bytes.Buffer
	p.must(runBackupKey([]string{filepath.Join(safe, "key")}, &said))
	p.recipient = strings.TrimSpace(said.String())
	return p
}

func (p *operated) backUp(to string) error {
	return runBackup(p.t.Context(), []string{"-data", p.o.data, "-store", p.url, "-to", filepath.Join(p.safe, to), "-recipient", p.recipient}, io.Discard, os.Stderr)
}

func (p *operated) restore(from string, args ...string) error {
	args = append(args, "-identity", filepath.Join(p.safe, "key"), filepath.Join(p.safe, from))
	return runRestore(p.t.Context(), args, io.Discard, os.Stderr)
}

// reopened is what a server has of the conversation that starts from what was restored.
func (p *operated) reopened(args ...string) []stream.Record {
	p.t.Helper()
	o, err := parseOptions(args)
	p.must(err)
	s, err := assemble(p.t.Context(), o, clock.Machine(), slog.New(slog.DiscardHandler), rand.Reader)
	p.must(err)
	p.t.Cleanup(func() { _ = s.db.Close() })
	page, err := s.streams.Read(p.t.Context(), client, talk, stream.Range{Limit: 10000})
	p.must(err)
	return page.Records
}

// writing appends until what it returns is called, and counts what was acknowledged.
func (p *operated) writing(acked *atomic.Int64) (end func()) {
	stop := make(chan struct{})
	var group sync.WaitGroup
	for w := range byte(8) {
		group.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-stop:
					return
				default:
				}
				key := stream.Key{100 + w, byte(n), byte(n >> 8)}
				if _, err := p.streams.Append(p.t.Context(), client, talk, []stream.NewRecord{{Kind: stream.Message, Epoch: 1, Key: key, Ciphertext: key[:]}}, nil); err != nil {
					p.t.Error(err)
					return
				}
				acked.Add(1)
			}
		})
	}
	return func() { close(stop); group.Wait() }
}

// backUpWhileWriting makes one.age, and looks that it has left nothing else.
func (p *operated) backUpWhileWriting() (acked int) {
	p.t.Helper()
	release, err := datafolder.Lock(p.o.data) // as the server has it
	p.must(err)
	defer release()
	var counted atomic.Int64
	end := p.writing(&counted)
	for counted.Load() < 200 {
		time.Sleep(time.Millisecond)
	}
	acked = int(counted.Load()) + 5 // those of newPracticeOnDisk
	err = p.backUp("one.age")
	end()
	p.must(err)
	if left, err := filepath.Glob(filepath.Join(p.o.data, ".*")); err != nil || len(left) > 0 {
		p.t.Error("left in the data folder:", left, err)
	}
	return acked
}

// restoreIntoBoth compares what servers have that start from one.age in each store.
func (p *operated) restoreIntoBoth(acked int) {
	p.t.Helper()
	into, beside, target := filepath.Join(p.t.TempDir(), "sqlite"), filepath.Join(p.t.TempDir(), "postgres"), storetest.EmptyURL(p.t)
	p.must(p.restore("one.age", "-data", into))
	p.must(p.restore("one.age", "-data", beside, "-store", target))
	if _, err := os.Stat(filepath.Join(beside, datafolder.Database)); !errors.Is(err, os.ErrNotExist) {
		p.t.Error("a database lies beside the secrets of one in PostgreSQL", err)
	}
	inSQLite, moved := p.reopened("-data", into), p.reopened("-data", beside, "-store", target)
	if len(inSQLite) < acked || !reflect.DeepEqual(inSQLite, moved) {
		p.t.Errorf("%d were acknowledged before; %d are in SQLite, and %d in PostgreSQL", acked, len(inSQLite), len(moved))
	}
	for i, r := range inSQLite {
		if r.Seq != uint64(i+1) {
			p.t.Fatalf("record %d has number %d", i+1, r.Seq)
		}
	}
}

func TestAPracticeInPostgresIsBackedUpWhileItServesAndRestoredIntoBothStores(t *testing.T) {
	p := newInPostgres(t)
	p.restoreIntoBoth(p.backUpWhileWriting())
	if told, err := p.facts.backup(t.Context()); err != nil || told.MadeBy != disclosure.Alcove || told.Last == "" {
		t.Errorf("the nodes say %+v, %v", told, err)
	}
}

// Also of records that were not in their places when it was made.
func TestABackupOfSQLiteIsRestoredInPostgres(t *testing.T) {
	storetest.OnlyPostgres(t)
	p := newOperated(t, "")
	p.restoreIntoBoth(p.backUpWhileWriting())
}

// A backup that nobody could use, or a target that holds something, is refused, and leaves nothing.
func TestWhatIsNotThePracticeInPostgresIsNeitherBackedUpNorOverwritten(t *testing.T) {
	p := newInPostgres(t)
	p.must(p.backUp("one.age"))
	keys, err := secretsOf(p.o.data)
	p.must(err)
	other, err := store.OpenPostgresSource(t.Context(), p.url, keys)
	p.must(err)
	p.must(other.Reserve(t.Context()))
	refused := func(err error, code string, is error) {
		t.Helper()
		if !errors.Is(err, is) || !strings.Contains(fmt.Sprint(err), code) {
			t.Errorf("%v, not %s", err, code)
		}
	}
	refused(p.backUp("two.age"), "backup_running", store.ErrBackupRuns)
	p.must(other.Close())
	target := filepath.Join(t.TempDir(), "new")
	refused(p.restore("one.age", "-data", target, "-store", p.url), "database_not_empty", store.ErrNotEmpty)
	if _, err := os.Stat(target); !errors.Is(err, os.ErrNotExist) {
		t.Error("a folder was left behind", err)
	}
	here := p.url
	p.url = storetest.EmptyURL(t)
	refused(p.backUp("two.age"), "no_practice", store.ErrNoPractice)
	p.url = here
	p.must(os.Rename(filepath.Join(p.o.data, datafolder.ServerKey), filepath.Join(p.safe, "aside")))
	_, err = account.LoadKeys(filepath.Join(p.o.data, datafolder.ServerKey), rand.Reader)
	p.must(err)
	refused(p.backUp("two.age"), "other_secrets", store.ErrOtherSecrets)
	if names, err := filepath.Glob(filepath.Join(p.safe, "*two*")); err != nil || len(names) > 0 {
		t.Error("left behind:", names, err)
	}
	if err := p.restore("one.age", "-check", "-store", here); err == nil {
		t.Error("a try needs no target")
	}
}

// A drill is on a copy in SQLite, in which nobody can make a ballot that the practice would count.
func TestADrillOfAPracticeInPostgresIsOnACopy(t *testing.T) {
	p := newInPostgres(t)
	storetest.Run(t, p.url, "UPDATE survey SET ballot_sealed = '\\x01'")
	folder := t.TempDir()
	code, err := copyForDrill(t.Context(), p.o.data, p.url, folder)
	p.must(err)
	db := openRehearsed(t, folder, code)
	count := func(db *store.DB, what string) (n int) {
		t.Helper()
		p.must(db.Reader().QueryRowContext(t.Context(), "SELECT count(*) FROM "+what).Scan(&n))
		return n
	}
	for _, what := range []string{"session", "survey WHERE ballot_sealed IS NOT NULL"} {
		if here, there := count(db, what), count(p.db, what); here != 0 || there == 0 {
			t.Errorf("%s: the copy has %d, the practice %d", what, here, there)
		}
	}
	if count(p.db, "one_time_code") != 0 {
		t.Error("the practice itself was changed")
	}
}
