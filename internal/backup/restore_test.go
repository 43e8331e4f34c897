package backup_test

import (
	"archive/tar"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"filippo.io/age"

	"alcove/internal/backup"
	"alcove/internal/datafolder"
)

// refuses holds that neither a restore nor a check takes the file, and that both
// leave nothing.
func (w *world) refuses(s backup.Source, want error) {
	w.t.Helper()
	folder := w.t.TempDir()
	into := filepath.Join(folder, "new")
	if _, err := backup.Restore(w.t.Context(), s, into); !errors.Is(err, want) {
		w.t.Errorf("restore: %v, want %v", err, want)
	}
	if _, err := backup.Check(w.t.Context(), s, folder); !errors.Is(err, want) {
		w.t.Errorf("check: %v, want %v", err, want)
	}
	if left := names(w.t, folder); len(left) > 0 {
		w.t.Errorf("left behind: %q", left)
	}
}

func TestWhatIsNotWholeIsNotRestored(t *testing.T) {
	w := newWorld(t)
	w.append(1, random(50_000))
	whole, err := os.ReadFile(w.backUp().Path)
	must(t, err)
	path := filepath.Join(t.TempDir(), "altered.age")
	try := func(content []byte, want error) {
		t.Helper()
		must(t, os.WriteFile(path, content, 0o600))
		w.refuses(w.source(path), want)
	}
	for _, end := range []int{len(whole) / 2, len(whole) - 1} {
		try(whole[:end], backup.ErrDamaged)
	}
	for _, at := range []int{len(whole) - 1, len(whole) / 2, len(whole) / 3} {
		altered := bytes.Clone(whole)
		altered[at] ^= 1
		try(altered, backup.ErrDamaged)
	}
	try(append(bytes.Clone(whole), 0), backup.ErrDamaged)
	try(nil, backup.ErrNotABackup)
	try([]byte("something else"), backup.ErrNotABackup)
	try(whole[:40], backup.ErrNotABackup)

	must(t, os.WriteFile(path, whole, 0o600))
	source := w.source(path)
	stranger, err := age.GenerateHybridIdentity()
	must(t, err)
	source.Identities = []age.Identity{stranger}
	w.refuses(source, backup.ErrWrongKey)
	source = w.source(path)
	source.Database.Schema = 3
	w.refuses(source, backup.ErrNewer)
	w.refuses(w.source(path+".none"), fs.ErrNotExist)
}

func TestARestoreTakesNothingsPlace(t *testing.T) {
	w := newWorld(t)
	source := w.source(w.backUp().Path)
	if _, err := backup.Restore(t.Context(), source, w.data); !errors.Is(err, backup.ErrNotEmpty) {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(filepath.Join(w.data, "server.key")); err != nil || string(text) != "secret\n" {
		t.Fatal(text, err)
	}
	release, err := datafolder.Lock(w.data) // as a server does
	must(t, err)
	if _, err := backup.Restore(t.Context(), source, w.data); !errors.Is(err, datafolder.ErrInUse) {
		t.Fatal(err)
	}
	release()
	// A folder that was made beforehand, as systemd does, is as good as none.
	empty := t.TempDir()
	must(t, os.Mkdir(filepath.Join(empty, "lost+found"), 0o700))
	_, err = backup.Restore(t.Context(), source, empty)
	must(t, err)
}

func TestARestoreThatWasBrokenOffIsBegunAnew(t *testing.T) {
	w := newWorld(t)
	source := w.source(w.backUp().Path)
	// As a killed process leaves it: some files have their place, others not yet.
	folder := t.TempDir()
	must(t, os.Mkdir(filepath.Join(folder, datafolder.Restoring), 0o700))
	for _, name := range []string{"server.key", "lock", datafolder.Restoring + "/alcove.db"} {
		must(t, os.WriteFile(filepath.Join(folder, name), []byte("half"), 0o600))
	}
	if _, err := datafolder.Acquire(folder); !errors.Is(err, datafolder.ErrHalfRestored) {
		t.Fatal(err)
	}
	_, err := backup.Restore(t.Context(), source, folder)
	must(t, err)
	if text, err := os.ReadFile(filepath.Join(folder, "server.key")); err != nil || string(text) != "secret\n" {
		t.Fatal(text, err)
	}
	release, err := datafolder.Acquire(folder)
	must(t, err)
	release()

	// One that is told to end leaves the folder as it was.
	ctx, cancel := context.WithCancel(t.Context())
	source.Progress = func(step backup.Step, _, _ int64) { cancel() }
	folder = t.TempDir()
	if _, err := backup.Restore(ctx, source, folder); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if got := names(t, folder); !slices.Equal(got, []string{"lock"}) {
		t.Fatalf("left behind: %q", got)
	}
}

type entry struct {
	name string
	text string
	kind byte
}

// archive writes entries and, at its end, their sums.
func archive(t testing.TB, entries []entry) []byte {
	t.Helper()
	var out, sums bytes.Buffer
	w := tar.NewWriter(&out)
	for _, e := range append(entries, entry{name: "SHA256SUMS"}) {
		if e.name == "SHA256SUMS" {
			e.text = sums.String()
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256([]byte(e.text)), e.name)
		h := &tar.Header{Name: e.name, Typeflag: e.kind, Mode: 0o777, Size: int64(len(e.text))}
		if e.kind == tar.TypeSymlink {
			h.Linkname, h.Size = "/etc", 0
		}
		must(t, w.WriteHeader(h))
		if h.Size > 0 {
			_, err := w.Write([]byte(e.text))
			must(t, err)
		}
	}
	must(t, w.Close())
	return out.Bytes()
}

// Whoever knows a recipient can encrypt anything to it.
func TestWhatOthersMadeWritesNothingElsewhere(t *testing.T) {
	w := newWorld(t)
	head := entry{name: "backup.json", text: `{"format":1,"schema":1,"made":"2026-11-23T10:17:05Z","rows":{}}`}
	for name, c := range map[string]struct {
		entries []entry
		want    error
	}{
		"a name that leads out":  {[]entry{head, {name: "../server.key", text: "x"}}, backup.ErrNotABackup},
		"an absolute name":       {[]entry{head, {name: "/tmp/server.key", text: "x"}}, backup.ErrNotABackup},
		"a link":                 {[]entry{head, {name: "tls/x", kind: tar.TypeSymlink}, {name: "tls/x/y", text: "x"}}, backup.ErrNotABackup},
		"a file nobody knows":    {[]entry{head, {name: "alcove.db-wal", text: "x"}}, backup.ErrNotABackup},
		"one file twice":         {[]entry{head, {name: "server.key", text: "x"}, {name: "server.key", text: "y"}}, backup.ErrNotABackup},
		"a large key":            {[]entry{head, {name: "server.key", text: string(make([]byte, 2<<20))}}, backup.ErrNotABackup},
		"no database":            {[]entry{head, {name: "server.key", text: "x"}}, backup.ErrNotABackup},
		"no manifest":            {[]entry{{name: "server.key", text: "x"}}, backup.ErrNotABackup},
		"a newer format":         {[]entry{{name: "backup.json", text: `{"format":2,"what":"ever"}`}}, backup.ErrNewer},
		"a manifest of nonsense": {[]entry{{name: "backup.json", text: `{`}}, backup.ErrNotABackup},
	} {
		t.Run(name, func(t *testing.T) {
			w := &world{t: t, identity: w.identity}
			path := filepath.Join(t.TempDir(), "made.age")
			w.encrypt(path, archive(t, c.entries))
			w.refuses(w.source(path), c.want)
		})
	}
}

func (w *world) encrypt(path string, plain []byte) {
	w.t.Helper()
	f, err := os.Create(path)
	must(w.t, err)
	e, err := age.Encrypt(f, w.identity.Recipient())
	must(w.t, err)
	_, err = e.Write(plain)
	must(w.t, errors.Join(err, e.Close(), f.Close()))
}
