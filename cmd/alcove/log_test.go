package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/tls"
	"database/sql"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"alcove/internal/datafolder"
	"alcove/internal/keylog"
	"alcove/internal/store"
	"alcove/internal/webapp"
)

// verify runs the command as somebody outside does.
func verify(t *testing.T, address string, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(t.Context(), append(append([]string{"log", "verify", "--insecure"}, args...), "https://"+address), &out)
	return out.String(), err
}

// opened is the database of a data folder that no server uses now.
func opened(t *testing.T, data string, use func(*store.DB)) {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(data, datafolder.Database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	use(db)
}

// enter makes entries in a data folder.
func enter(t *testing.T, data string, n int) {
	t.Helper()
	opened(t, data, func(db *store.DB) {
		for range n {
			var label keylog.Label
			_, _ = rand.Read(label[:])
			if err := db.Keylog().Append(t.Context(), keylog.Account, label, keylog.Value(label)); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// copied is a data folder like another one.
func copied(t *testing.T, data string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(data)); err != nil {
		t.Fatal(err)
	}
	return to
}

// release enters the web client, as each start of a server does.
func release(t *testing.T, data string) {
	t.Helper()
	client, err := webapp.ReadRelease()
	if err != nil {
		t.Fatal(err)
	}
	opened(t, data, func(db *store.DB) {
		if err := enterInKeylog(t.Context(), db.Keylog(), client); err != nil {
			t.Fatal(err)
		}
	})
}

// A server whose key log is another one than it wrote signs nothing, and ends by saying so.
func TestAServerEndsWhoseKeyLogWasChanged(t *testing.T) {
	data := t.TempDir()
	enter(t, data, 3)
	opened(t, data, func(db *store.DB) {
		if err := db.Write(t.Context(), func(tx *sql.Tx) error {
			_, err := tx.Exec(`UPDATE keylog_entry SET value = zeroblob(32) WHERE place = 1`)
			return err
		}); err != nil {
			t.Fatal(err)
		}
	})
	o, err := parseOptions([]string{"-data", data, "-listen", freeAddress(t), "-metrics", ""})
	if err != nil {
		t.Fatal(err)
	}
	if err := serve(t.Context(), o, io.Discard); err == nil || !strings.Contains(err.Error(), "key log") {
		t.Fatal(err)
	}
}

func TestTheKeyLogIsVerifiedFromOutside(t *testing.T) {
	data := t.TempDir()
	enter(t, data, 300)
	release(t, data)
	if _, err := keylog.LoadKey(filepath.Join(data, datafolder.KeylogKey), "talk.example.org/log", rand.Reader); err != nil {
		t.Fatal(err)
	}
	before := copied(t, data)
	state := filepath.Join(t.TempDir(), "seen.json")
	address := startServing(t, data)
	said, err := verify(t, address, "--state", state)
	if err != nil || !strings.Contains(said, "the log holds: 301 entries") || !strings.Contains(said, "accounts: 300, and 0 that are gone") {
		t.Fatal(said, err)
	}

	forked, older := copied(t, before), copied(t, before)
	enter(t, before, 5)
	t.Run("it has grown", func(t *testing.T) {
		grown := startServing(t, before)
		if said, err := verify(t, grown, "--state", state); err != nil || !strings.Contains(said, "goes on from the 301 entries") {
			t.Fatal(said, err)
		}
	})
	t.Run("it was forked", func(t *testing.T) {
		enter(t, forked, 9)
		if said, err := verify(t, startServing(t, forked), "--state", state); err == nil || !strings.Contains(err.Error(), "another one") {
			t.Fatal(said, err)
		}
	})
	t.Run("it is an earlier one", func(t *testing.T) {
		if said, err := verify(t, startServing(t, older), "--state", state); err == nil || !strings.Contains(err.Error(), "older") {
			t.Fatal(said, err)
		}
	})
	t.Run("another key signs it", func(t *testing.T) {
		other := copied(t, before)
		if err := os.Remove(filepath.Join(other, datafolder.KeylogKey)); err != nil {
			t.Fatal(err)
		}
		if said, err := verify(t, startServing(t, other), "--state", state); err == nil || !strings.Contains(err.Error(), "another key") {
			t.Fatal(said, err)
		}
	})
}

// lying is a server in front of another one, which changes some of its answers.
func lying(t *testing.T, address string, change func(path string, body []byte) []byte) string {
	t.Helper()
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
	front := httptest.NewTLSServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		req, _ := http.NewRequestWithContext(r.Context(), r.Method, "https://"+address+r.URL.Path, r.Body)
		req.Header = r.Header
		answer, err := client.Do(req)
		if err != nil {
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		defer func() { _ = answer.Body.Close() }()
		body, _ := io.ReadAll(answer.Body)
		for _, name := range []string{"Content-Type"} {
			w.Header().Set(name, answer.Header.Get(name))
		}
		w.WriteHeader(answer.StatusCode)
		_, _ = w.Write(change(r.URL.Path, body))
	}))
	t.Cleanup(front.Close)
	return strings.TrimPrefix(front.URL, "https://")
}

func TestAServerThatLiesOfItsKeyLogIsFound(t *testing.T) {
	data := t.TempDir()
	enter(t, data, 20)
	address := startServing(t, data)
	for name, change := range map[string]func(path string, body []byte) []byte{
		"a key swapped in an entry": func(path string, body []byte) []byte {
			if strings.Contains(path, "/tile/entries/") {
				body[2+40] ^= 1
			}
			return body
		},
		"a root of the map": func(path string, body []byte) []byte {
			if strings.Contains(path, "/tile/entries/") {
				body[len(body)-1] ^= 1
			}
			return body
		},
		"a hash of a tile": func(path string, body []byte) []byte {
			if strings.Contains(path, "/tile/0/") {
				body[7] ^= 1
			}
			return body
		},
		"the checkpoint": func(path string, body []byte) []byte {
			if strings.HasSuffix(path, "/checkpoint") {
				return bytes.Replace(body, []byte("\n21\n"), []byte("\n20\n"), 1)
			}
			return body
		},
		"an entry left out": func(path string, body []byte) []byte {
			if strings.Contains(path, "/tile/entries/") {
				return body[:len(body)-2-keylog.EntrySize]
			}
			return body
		},
	} {
		if said, err := verify(t, lying(t, address, change)); err == nil {
			t.Errorf("%s: %s", name, said)
		}
	}
	if said, err := verify(t, lying(t, address, func(_ string, body []byte) []byte { return body })); err != nil {
		t.Errorf("what was not changed: %s, %v", said, err)
	}
}

// startWitness runs the command until the test ends, and gives its key and address.
func startWitness(t *testing.T, args ...string) (key, address string) {
	t.Helper()
	address = freeAddress(t)
	heard := untilListening(t, func(ctx context.Context, out io.Writer) error {
		return run(ctx, append([]string{"witness", "--listen", address}, args...), out)
	})
	key, _, _ = strings.Cut(strings.TrimPrefix(heard, "key: "), "\n")
	return key, address
}

// A witness cosigns one history of a log, and no other that the same server shows to
// somebody else.
func TestAWitnessCatchesASplitView(t *testing.T) {
	data, folder := t.TempDir(), t.TempDir()
	enter(t, data, 3)
	split := copied(t, data)
	// The log's key is made at the first start.
	log, err := keylog.LoadKey(filepath.Join(data, datafolder.KeylogKey), "talk.example.org/log", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(filepath.Join(data, datafolder.KeylogKey))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(split, datafolder.KeylogKey), b, 0o600); err != nil {
		t.Fatal(err)
	}
	enter(t, data, 2)
	enter(t, split, 4)

	key, at := startWitness(t, "--data", folder, "--name", "witness.example.org", "--log", log.Verifier())
	ca := filepath.Join(folder, "tls", "cert.pem")
	_, port, _ := net.SplitHostPort(at)
	asked := []string{"--witness", key + ",https://localhost:" + port, "--witness-ca", ca}
	honest := startServing(t, data, asked...)
	var said string
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if said, err = verify(t, honest, "--witness", key); err == nil {
			break
		}
	}
	if err != nil || !strings.Contains(said, "cosigned by witness.example.org at 20") {
		t.Fatal(said, err)
	}
	// Another computer shows to whoever looks there what it cosigned, and when.
	witness, server := outside{t, at}, outside{t, honest}
	s, _ := server.ask()
	page := strings.ReplaceAll(string(witness.read("/")), "<wbr>", "") // as it is copied
	for _, told := range []string{`<html lang="en">`, "talk.example.org/log</h2>", s.KeyLog.Root, "<dd>" + strconv.FormatInt(s.KeyLog.Size, 10) + "</dd>", `<time datetime="20`} {
		if !strings.Contains(page, told) {
			t.Errorf("the witness's page does not say %q: %s", told, page)
		}
	}
	if h := witness.get("/").Header; h.Get("Content-Security-Policy") != server.get("/security").Header.Get("Content-Security-Policy") || h.Get("X-Frame-Options") != "DENY" {
		t.Errorf("the witness's page is sent with %v", h)
	}
	// By itself the other history looks as good; but nobody cosigned it, nor will.
	other := startServing(t, split, asked...)
	if said, err := verify(t, other); err != nil {
		t.Fatal(said, err)
	}
	if said, err := verify(t, other, "--witness", key); err == nil || !strings.Contains(err.Error(), "no witness") {
		t.Fatal(said, err)
	}
}
