package backup_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"filippo.io/age"

	"alcove/internal/backup"
	"alcove/internal/datafolder"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

var day = time.Date(2026, 11, 23, 10, 17, 5, 0, time.UTC)

func silent(backup.Step, int64, int64) {}

func database() backup.Database {
	return backup.Database{Schema: store.Schema(), Open: func(ctx context.Context, path string) (backup.Snapshot, error) {
		return store.OpenSnapshot(ctx, path)
	}}
}

// world is the data folder of a running server and a steward with a key.
type world struct {
	t        *testing.T
	data     string
	safe     string // where backups go
	db       *store.DB
	identity *age.HybridIdentity
}

func newWorld(t *testing.T) *world {
	t.Helper()
	folder := t.TempDir()
	w := &world{t: t, data: filepath.Join(folder, "data"), safe: filepath.Join(folder, "safe")}
	must(t, errors.Join(os.MkdirAll(filepath.Join(w.data, "tls"), 0o700), os.Mkdir(w.safe, 0o700)))
	for name, text := range map[string]string{"server.key": "secret\n", "mail.key": "mail\n", "tls/key.pem": "tls\n"} {
		must(t, os.WriteFile(filepath.Join(w.data, name), []byte(text), 0o640))
	}
	w.db = storetest.Open(t, filepath.Join(w.data, datafolder.Database))
	t.Cleanup(func() { must(t, w.db.Close()) })
	must(t, w.db.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO stream (key, id, kind, created_day) VALUES (1, randomblob(16), 2, 20000)")
		return err
	}))
	var err error
	w.identity, err = age.GenerateHybridIdentity()
	must(t, err)
	return w
}

func (w *world) plan() backup.Plan {
	return backup.Plan{Data: w.data, To: w.safe, Recipients: []age.Recipient{w.identity.Recipient()}, Database: database(), Now: day, Progress: silent}
}

func (w *world) source(path string) backup.Source {
	return backup.Source{Path: path, Identities: []age.Identity{w.identity}, Database: database(), Progress: silent}
}

func (w *world) backUp() backup.Made {
	w.t.Helper()
	made, err := backup.Make(w.t.Context(), w.plan())
	must(w.t, err)
	return made
}

// append stores one record, as a history entry is.
func (w *world) append(seq int64, ciphertext []byte) {
	w.t.Helper()
	must(w.t, w.db.Write(context.Background(), func(tx *sql.Tx) error {
		_, err := tx.Exec("INSERT INTO record (place, kind, epoch, idempotency, ciphertext) VALUES (?, 1, 0, randomblob(16), ?)", 1<<32|seq, ciphertext)
		return err
	}))
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, folder string) (out []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return out
}

// random is what ciphertext looks like.
func random(n int) []byte {
	b := make([]byte, n)
	_, _ = rand.Read(b)
	return b
}

func TestABackupHoldsWhatWasAcknowledgedBeforeItBegan(t *testing.T) {
	w := newWorld(t)
	var acknowledged atomic.Int64
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for seq := int64(1); ; seq++ {
			w.append(seq, random(2000))
			acknowledged.Store(seq)
			select {
			case <-stop:
				return
			default:
			}
		}
	}()
	for acknowledged.Load() < 200 {
		time.Sleep(time.Millisecond)
	}
	before := acknowledged.Load()
	during := int64(0)
	plan := w.plan()
	plan.Progress = func(step backup.Step, _, _ int64) {
		if step == backup.Writing && during == 0 { // somebody writes while the pages are read
			for n := acknowledged.Load(); acknowledged.Load() < n+20; {
				time.Sleep(time.Millisecond)
			}
			during = acknowledged.Load()
		}
	}
	made, err := backup.Make(t.Context(), plan)
	close(stop)
	<-done
	must(t, err)
	if during == 0 || made.Path != filepath.Join(w.safe, "alcove-20261123T101705Z.age") || made.Manifest.Schema != store.Schema() {
		t.Fatalf("%+v", made)
	}
	if got := names(t, w.safe); !slices.Equal(got, []string{filepath.Base(made.Path)}) {
		t.Fatalf("left behind: %q", got)
	}

	restored := filepath.Join(t.TempDir(), "new")
	m, err := backup.Restore(t.Context(), w.source(made.Path), restored)
	must(t, err)
	if !maps.Equal(m.Rows, made.Manifest.Rows) || m.Rows["record"] < before {
		t.Fatalf("%d acknowledged before, %v restored", before, m.Rows)
	}
	release, err := datafolder.Acquire(restored)
	must(t, err)
	defer release()
	db, err := store.Open(t.Context(), filepath.Join(restored, datafolder.Database))
	must(t, err)
	defer func() { must(t, db.Close()) }()
	var n, highest int64
	must(t, db.Reader().QueryRow("SELECT count(*), max(place) - (1 << 32) FROM record").Scan(&n, &highest))
	if n != highest || n != m.Rows["record"] {
		t.Fatalf("%d records up to %d, %v", n, highest, m.Rows)
	}
}

func TestARestoredFolderIsForItsOwnerAlone(t *testing.T) {
	w := newWorld(t)
	made := w.backUp()
	folder := filepath.Join(t.TempDir(), "new")
	_, err := backup.Restore(t.Context(), w.source(made.Path), folder)
	must(t, err)
	for name, want := range map[string]string{"server.key": "secret\n", "mail.key": "mail\n", "tls/key.pem": "tls\n", "alcove.db": ""} {
		info, err := os.Stat(filepath.Join(folder, name))
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %v", name, info.Mode())
		}
		if text, _ := os.ReadFile(filepath.Join(folder, name)); want != "" && string(text) != want {
			t.Errorf("%s holds %q", name, text)
		}
	}
	if info, err := os.Stat(made.Path); err != nil || info.Mode().Perm() != 0o600 {
		t.Error(info, err)
	}
	if got := names(t, folder); !slices.Equal(got, []string{"alcove.db", "lock", "mail.key", "server.key", "tls"}) {
		t.Errorf("%q", got)
	}
}

func TestABackupIsAnAgeFileWithATarInside(t *testing.T) {
	w := newWorld(t)
	f, err := os.Open(w.backUp().Path)
	must(t, err)
	defer func() { _ = f.Close() }()
	plain, err := age.Decrypt(f, w.identity)
	must(t, err)
	text, err := io.ReadAll(plain)
	must(t, err)
	for _, want := range []string{"backup.json", "SHA256SUMS", "  alcove.db\n", "  server.key\n", "SQLite format 3"} {
		if !bytes.Contains(text, []byte(want)) {
			t.Errorf("no %q in it", want)
		}
	}
}

func TestOnlyTheNewestBackupsStay(t *testing.T) {
	w := newWorld(t)
	stranger := filepath.Join(w.safe, "notes.age")
	must(t, os.WriteFile(stranger, nil, 0o600))
	// What a killed backup left is taken over.
	must(t, os.WriteFile(filepath.Join(w.safe, ".alcove-backup.partial"), random(1<<20), 0o644))
	for i := range 4 {
		plan := w.plan()
		plan.Now, plan.Keep = day.AddDate(0, 0, i), 2
		_, err := backup.Make(t.Context(), plan)
		must(t, err)
	}
	plan := w.plan() // the clock was set back: the new one stays all the same
	plan.Now, plan.Keep = day.AddDate(-1, 0, 0), 2
	made, err := backup.Make(t.Context(), plan)
	must(t, err)
	if !slices.Equal(made.Removed, []string{"alcove-20261125T101705Z.age"}) {
		t.Errorf("removed %q", made.Removed)
	}
	if got, want := names(t, w.safe), []string{"alcove-20251123T101705Z.age", "alcove-20261126T101705Z.age", "notes.age"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// What was destroyed lives on in backups no longer than that, also when nights were left
// out. One that is dated long before all others removes none of them.
func TestBackupsThatAreTooOldGo(t *testing.T) {
	w := newWorld(t)
	back := func(after int) []string {
		plan := w.plan()
		plan.Now, plan.KeepDays = day.AddDate(0, 0, after), 14
		made, err := backup.Make(t.Context(), plan)
		must(t, err)
		return made.Removed
	}
	for _, c := range []struct {
		after int
		gone  []string
	}{
		{0, nil}, {1, nil}, {14, nil},
		{20, []string{"alcove-20261123T101705Z.age", "alcove-20261124T101705Z.age"}},
		{-3650, nil},
		{365, []string{"alcove-20161125T101705Z.age", "alcove-20261207T101705Z.age", "alcove-20261213T101705Z.age"}},
	} {
		if gone := back(c.after); !slices.Equal(gone, c.gone) {
			t.Errorf("after %d days %q are removed, want %q", c.after, gone, c.gone)
		}
	}
	if got := names(t, w.safe); !slices.Equal(got, []string{"alcove-20271123T101705Z.age"}) {
		t.Errorf("%q", got)
	}
}

func TestTheServerIsToldOfTheLastBackup(t *testing.T) {
	w := newWorld(t)
	if last, err := backup.Last(w.data); err != nil || last != "" {
		t.Fatal(last, err)
	}
	for _, now := range []time.Time{day, day.AddDate(0, 0, 3)} {
		p := w.plan()
		p.Now = now
		made, err := backup.Make(t.Context(), p)
		must(t, err)
		if last, err := backup.Last(w.data); err != nil || last != now.Format(time.DateOnly) {
			t.Errorf("%q %v", last, err)
		}
		if len(made.Unknown) > 0 {
			t.Errorf("taken for something that nobody knows: %q", made.Unknown)
		}
	}
	info, err := os.Stat(filepath.Join(w.data, datafolder.LastBackup))
	must(t, err)
	if info.Mode().Perm() != 0o644 {
		t.Errorf("a server of another user cannot read it: %v", info.Mode())
	}
	must(t, os.WriteFile(filepath.Join(w.data, datafolder.LastBackup), []byte("yesterday\n"), 0o644))
	if last, err := backup.Last(w.data); err == nil {
		t.Errorf("%q is taken for a day", last)
	}
}

// Then the backup is there all the same, and whoever made it is told.
func TestABackupOfWhichTheServerCannotBeToldIsThere(t *testing.T) {
	w := newWorld(t)
	must(t, os.MkdirAll(filepath.Join(w.data, datafolder.LastBackup, "in the way"), 0o700))
	made, err := backup.Make(t.Context(), w.plan())
	if err == nil || !strings.Contains(err.Error(), "could not be told") || made.Path == "" {
		t.Fatal(made, err)
	}
	if _, err := backup.Restore(t.Context(), w.source(made.Path), filepath.Join(t.TempDir(), "restored")); err != nil {
		t.Error(err)
	}
	if slices.ContainsFunc(names(t, w.data), func(name string) bool { return strings.HasPrefix(name, datafolder.LastBackup+".") }) {
		t.Error("something is left of it in the data folder")
	}
}

func TestWhatIsNotMadeLeavesNothing(t *testing.T) {
	classic, err := age.GenerateX25519Identity()
	must(t, err)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for name, c := range map[string]struct {
		change func(*world, *backup.Plan)
		want   string
	}{
		"nobody could open it":     {func(_ *world, p *backup.Plan) { p.Recipients = nil }, "to whom"},
		"in the data folder":       {func(w *world, p *backup.Plan) { p.To = filepath.Join(w.data, "b.age") }, "data folder itself"},
		"without the server's key": {func(w *world, _ *backup.Plan) { must(w.t, os.Remove(filepath.Join(w.data, "server.key"))) }, "server.key"},
		"of no data folder":        {func(w *world, p *backup.Plan) { p.Data = w.safe; p.To = t.TempDir() }, "alcove.db"},
		"of a newer schema":        {func(_ *world, p *backup.Plan) { p.Database.Schema = 3 }, "newer alcove"},
		"mixed recipients":         {func(_ *world, p *backup.Plan) { p.Recipients = append(p.Recipients, classic.Recipient()) }, "post-quantum"},
		"over another file": {func(w *world, p *backup.Plan) {
			p.To = filepath.Join(t.TempDir(), "there")
			must(w.t, os.WriteFile(p.To, []byte("precious"), 0o600))
		}, "there already"},
		"keeping of a file": {func(_ *world, p *backup.Plan) { p.To, p.Keep = filepath.Join(p.To, "b.age"), 2 }, "of a folder"},
		"a damaged database": {func(w *world, _ *backup.Plan) {
			must(w.t, w.db.Write(context.Background(), func(tx *sql.Tx) error {
				_, err := tx.Exec("PRAGMA ignore_check_constraints = 1; INSERT INTO tombstone (place, sha256) VALUES (1, x'00')")
				return err
			}))
		}, "damaged"},
		"while the keys are exchanged": {func(w *world, p *backup.Plan) {
			p.Progress = func(step backup.Step, _, _ int64) {
				if step == backup.Checking {
					must(w.t, os.WriteFile(filepath.Join(w.data, "server.key"), []byte("another generation"), 0o600))
				}
			}
		}, "changed meanwhile"},
		"broken off": {func(_ *world, p *backup.Plan) {
			p.Progress = func(step backup.Step, _, _ int64) {
				if step == backup.Writing {
					cancel()
				}
			}
		}, "cancel"},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			for seq := range int64(4) {
				w.append(seq+1, random(200_000))
			}
			plan := w.plan()
			c.change(w, &plan)
			inner := context.Background()
			if name == "broken off" {
				inner = ctx
			}
			made, err := backup.Make(inner, plan)
			if err == nil || !strings.Contains(err.Error(), c.want) || made.Path != "" {
				t.Fatalf("%+v, %v", made, err)
			}
			if got := names(t, w.safe); len(got) != 0 {
				t.Fatalf("left behind: %q", got)
			}
		})
	}
}

func TestTwoBackupsIntoOneFolderDoNotMeet(t *testing.T) {
	w := newWorld(t)
	plan := w.plan()
	var second error
	plan.Progress = func(step backup.Step, _, _ int64) {
		if step == backup.Writing && second == nil {
			other := w.plan()
			other.Now = day.Add(time.Hour)
			_, second = backup.Make(t.Context(), other)
		}
	}
	_, err := backup.Make(t.Context(), plan)
	must(t, err)
	if second == nil || !strings.Contains(second.Error(), "another backup") {
		t.Fatal(second)
	}
	if got := names(t, w.safe); len(got) != 1 {
		t.Fatalf("%q", got)
	}
}

func TestAKeyIsMadeOnceAndOpensWhatIsEncryptedToIt(t *testing.T) {
	w := newWorld(t)
	path := filepath.Join(t.TempDir(), "steward.key")
	recipient, err := backup.NewKey(path)
	must(t, err)
	if _, err := backup.NewKey(path); err == nil {
		t.Fatal("a key was overwritten")
	}
	plan := w.plan()
	plan.Recipients, err = backup.ParseRecipients(strings.NewReader("# steward\n" + recipient + "\n"))
	must(t, err)
	made, err := backup.Make(t.Context(), plan)
	must(t, err)
	text, err := os.ReadFile(path)
	must(t, err)
	source := w.source(made.Path)
	source.Identities, err = backup.ParseIdentities(bytes.NewReader(text))
	must(t, err)
	_, err = backup.Check(t.Context(), source, t.TempDir())
	must(t, err)
	if _, err := backup.ParseRecipients(bytes.NewReader(text)); err == nil || strings.Contains(err.Error(), "AGE-SECRET") {
		t.Fatal(err)
	}
}
