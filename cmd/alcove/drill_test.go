package main

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"errors"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/datafolder"
	"alcove/internal/store"
)

// files are all that lies in a data folder, byte for byte.
func files(t *testing.T, data string) map[string][32]byte {
	t.Helper()
	found := map[string][32]byte{}
	err := filepath.WalkDir(data, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		found[path] = sha256.Sum256(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// madeFolder is the data folder of a server that ran and was stopped, and the key of its log.
func madeFolder(t *testing.T, client *http.Client) (data, logKey string) {
	t.Helper()
	data = t.TempDir()
	t.Run("a practice before", func(t *testing.T) {
		real := startServing(t, data)
		for _, path := range []string{"/", "/app"} {
			if strings.Contains(get(t, client, real, path), "Drill") {
				t.Errorf("%s: the practice itself is marked", path)
			}
		}
		logKey = get(t, client, real, "/log/key")
	})
	// The first sweep may be reading as the server stops; what it reads is then closed a moment later.
	for wal := filepath.Join(data, datafolder.Database+"-wal"); ; time.Sleep(time.Millisecond) {
		if _, err := os.Stat(wal); errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	return data, logKey
}

func get(t *testing.T, client *http.Client, at, path string) string {
	t.Helper()
	r, err := client.Get("https://" + at + path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = r.Body.Close() }()
	b, err := io.ReadAll(r.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestADrillIsMarkedTouchesNothingAndLeavesNothing(t *testing.T) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}} //nolint:gosec // its own certificate
	data, logKey := madeFolder(t, client)
	before := files(t, data)
	parent, address := t.TempDir(), freeAddress(t)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	said := untilListening(t, func(_ context.Context, out io.Writer) error {
		defer close(ended)
		return runDrill(ctx, []string{"-data", data, "-listen", address, "-in", parent}, out)
	})
	folder := regexp.MustCompile(`the copy is in (\S+)`).FindStringSubmatch(said)[1]
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 || filepath.Dir(folder) != parent {
		t.Errorf("the copy's folder: %v %v", info, err)
	}
	for _, name := range []string{datafolder.KeylogKey, datafolder.MailKey, datafolder.PushKey} {
		a, _ := os.ReadFile(filepath.Join(data, name))
		b, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil || string(a) == string(b) {
			t.Errorf("the copy has the practice's %s, or none: %v", name, err)
		}
	}
	for _, path := range []string{"/", "/privacy", "/log", "/no-such-page", "/app", "/app/practice"} {
		if !strings.Contains(get(t, client, address, path), "Drill: a copy.") {
			t.Errorf("%s is not marked", path)
		}
	}
	if !strings.Contains(get(t, client, address, "/app?lang=ar"), `dir="rtl"><strong>تدريب`) {
		t.Error("the mark does not speak Arabic")
	}
	if key := get(t, client, address, "/log/key"); !strings.HasPrefix(key, "drill.localhost:") || key == logKey {
		t.Errorf("the copy's log is called %q", key)
	}
	if err := runDoctor(t.Context(), []string{"-insecure", "https://" + address}, io.Discard); err != nil {
		t.Errorf("two people could not use the copy: %v", err)
	}
	stop()
	<-ended
	if _, err := os.Stat(folder); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the copy is still there")
	}
	if after := files(t, data); !maps.Equal(before, after) {
		t.Errorf("the practice's folder was %v, is %v", slices.Sorted(maps.Keys(before)), slices.Sorted(maps.Keys(after)))
	}
}

func TestADrillIsForThisMachineAlone(t *testing.T) {
	err := runDrill(t.Context(), []string{"-data", t.TempDir(), "-listen", "0.0.0.0:9443"}, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "loopback") {
		t.Errorf("got %v", err)
	}
}

// The copy is of a moment between the two steps of an exchange: its code has to be one
// that the newest secrets know.
func TestADrillFinishesAnExchangeThatWasBrokenOffAndLetsStaffIn(t *testing.T) {
	p := newPracticeOnDisk(t)
	key := filepath.Join(p.o.data, datafolder.ServerKey)
	p.must(os.WriteFile(key, []byte(readFile(t, key)+strings.Repeat("7", 64)+"\n"), 0o600))
	folder := t.TempDir()
	code, err := copyForDrill(t.Context(), p.o.data, "", folder)
	p.must(err)
	if _, generation := namesIn(t, folder); generation != 2 {
		t.Errorf("the copy is of generation %d", generation)
	}
	openRehearsed(t, folder, code)
}

// openRehearsed opens a drill's copy, in which the practitioner's code has to be taken.
func openRehearsed(t *testing.T, folder, code string) *store.DB {
	t.Helper()
	keys, err := account.LoadKeys(filepath.Join(folder, datafolder.ServerKey), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), filepath.Join(folder, datafolder.Database))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	if _, err := db.Accounts().UseCode(t.Context(), practitioner, keys.CodeHash(practitioner, code), account.Note{}); err != nil {
		t.Errorf("a practitioner's code is not taken: %v", err)
	}
	return db
}
