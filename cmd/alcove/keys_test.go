package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alcove/internal/account"
	"alcove/internal/certs"
	"alcove/internal/datafolder"
	"alcove/internal/exchange"
	"alcove/internal/fault"
	"alcove/internal/push"
	"alcove/internal/push/pushtest"
	"alcove/internal/store"
)

// keysIn runs the command on a folder whose server is stopped.
func keysIn(t *testing.T, folder string, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(t.Context(), append(append([]string{"keys"}, args...), "-data", folder), &out)
	return out.String(), err
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// namesIn are the keyed names of a folder's database, and its generation.
func namesIn(t *testing.T, folder string) (all string, generation int) {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(folder, datafolder.Database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.Reader().QueryContext(t.Context(), `SELECT name_key FROM account ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name []byte
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		all += fmt.Sprintf("%x ", name)
	}
	if generation, err = db.Accounts().Generation(context.Background()); err != nil || rows.Err() != nil {
		t.Fatal(err, rows.Err())
	}
	return all, generation
}

// The process can end after each thing that an exchange makes durable: the file's new
// generation, and the database's. Whoever starts next finds one of the two.
func TestAnExchangeThatWasBrokenOffIsFinishedByTheNextStart(t *testing.T) {
	p := newPracticeOnDisk(t)
	folder, key := p.o.data, filepath.Join(p.o.data, datafolder.ServerKey)
	p.must(p.db.Close())
	before, _ := namesIn(t, folder)
	first := readFile(t, key)
	others := []string{datafolder.MailKey, datafolder.PushKey, datafolder.AttestKey, datafolder.TLS + "/key.pem", datafolder.TLS + "/cert.pem"}
	former, log := contents(t, folder, others...), readFile(t, filepath.Join(folder, datafolder.KeylogKey))
	said, err := keysIn(t, folder, "exchange")
	if err != nil || !strings.Contains(said, "generation 2") || !strings.Contains(said, "at most 10 accounts") || strings.Count(said, "since 2") != 5 {
		t.Fatalf("%s %v", said, err)
	}
	for name, text := range contents(t, folder, others...) {
		if text == former[name] || strings.HasSuffix(name, ".key") && strings.Count(text, "\n") != 1 {
			t.Errorf("%s was not exchanged", name)
		}
	}
	if readFile(t, filepath.Join(folder, datafolder.KeylogKey)) != log {
		t.Error("the key of the key log is another")
	}
	second := readFile(t, key)
	after, generation := namesIn(t, folder)
	if generation != 2 || after == before || !strings.HasPrefix(second, first) || len(second) != 2*len(first) {
		t.Fatalf("generation %d", generation)
	}
	// As after a kill between the two: the file has a generation more.
	third := second + strings.Repeat("7", 64) + "\n"
	p.must(os.WriteFile(key, []byte(third), 0o600))
	p.start()
	p.must(p.db.Close())
	last, generation := namesIn(t, folder)
	if generation != 3 || last == after {
		t.Errorf("a start left generation %d", generation)
	}
	if said, err := keysIn(t, folder); err != nil || !strings.Contains(said, "generation 3") || readFile(t, key) != third {
		t.Errorf("looking changed something: %s %v", said, err)
	}
	between := contents(t, folder, others...)
	// A key file of before is refused, by a start and by a further exchange, and kept as it is.
	p.must(os.WriteFile(key, []byte(second), 0o600))
	if _, err := keysIn(t, folder, "exchange"); !errors.Is(err, account.ErrOtherKeys) {
		t.Errorf("a former key file was taken: %v", err)
	}
	if now, _ := namesIn(t, folder); now != last || readFile(t, key) != second {
		t.Error("something was changed under a former key file")
	}
	if !maps.Equal(contents(t, folder, others...), between) {
		t.Error("other keys were exchanged under a former key file")
	}
	if _, err := assemble(t.Context(), p.o, p.machine.source(), slog.New(slog.DiscardHandler), rand.Reader); !errors.Is(err, account.ErrOtherKeys) {
		t.Errorf("a server started with a former key file: %v", err)
	}
}

func contents(t *testing.T, folder string, names ...string) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, name := range names {
		all[name] = readFile(t, filepath.Join(folder, name))
	}
	return all
}

// A steward exchanges all of them while the server serves. Where one fails the others
// are exchanged all the same, and trying again exchanges what is left.
func TestAllKeysAreExchangedWhileTheServerServes(t *testing.T) {
	p := newPracticeOnDisk(t)
	steward := account.Session{Role: account.Steward, Fresh: true}
	owner, browser := account.Session{TokenHash: sha256.Sum256(append(p.token[:31:31], 7)), AccountID: client}, pushtest.NewBrowser()
	p.must(p.push.Subscribe(t.Context(), owner, push.Subscription{Endpoint: "https://fcm.googleapis.com/a", PublicKey: browser.Key.PublicKey().Bytes(), Auth: browser.Auth}))
	mail, told := p.mail.Recipient(), p.push.PublicKey()
	certificate := func() *x509.Certificate {
		t.Helper()
		shown, err := certs.InUse(t.Context(), p.own.Config(), "localhost")
		p.must(err)
		return shown
	}
	shown := certificate()
	if _, err := p.keys.Exchange(t.Context(), account.Session{Role: account.Steward}); fault.Of(err).Code != "fresh_login_required" {
		t.Fatalf("exchanged by who logged in long ago: %v", err)
	}

	// Its place is taken by a folder: it cannot be kept.
	attest := filepath.Join(p.o.data, datafolder.AttestKey)
	key := readFile(t, attest)
	p.must(os.Remove(attest))
	p.must(os.MkdirAll(filepath.Join(attest, "in the way"), 0o700))
	if _, err := p.keys.Exchange(t.Context(), steward); fault.Of(err).Code != "keys_not_all_exchanged" {
		t.Fatalf("one failed, and it was said: %v", err)
	}
	state, err := p.keys.State(t.Context())
	p.must(err)
	today := p.clock.Now().Unix() / 86400
	if state.Day != today || state.Generation != 2 || !state.Own || !maps.Equal(state.Days, map[exchange.Name]int64{exchange.Mail: today, exchange.Push: today, exchange.Connection: today}) {
		t.Errorf("%+v", state)
	}
	if p.mail.Recipient() == mail || bytes.Equal(p.push.PublicKey(), told) || certificate().Equal(shown) {
		t.Error("the former keys are in use")
	}
	if on, err := p.push.Subscribed(t.Context(), owner.TokenHash); err != nil || on {
		t.Errorf("a subscription under the former key is kept: %v", err)
	}

	p.must(os.RemoveAll(attest))
	p.must(os.WriteFile(attest, []byte(key), 0o600))
	mail, shown = p.mail.Recipient(), certificate()
	if state, err = p.keys.Exchange(t.Context(), steward); err != nil || state.Generation != 2 || state.Days[exchange.Reports] != today || readFile(t, attest) == key {
		t.Errorf("%+v %v", state, err)
	}
	if p.mail.Recipient() != mail || !certificate().Equal(shown) {
		t.Error("what was of today was exchanged again")
	}
	if _, err := p.keys.Exchange(t.Context(), steward); !errors.Is(err, exchange.ErrToday) {
		t.Errorf("exchanged twice a day: %v", err)
	}
	// The next start takes what was kept.
	mail, told = p.mail.Recipient(), p.push.PublicKey()
	p.must(p.db.Close())
	p.start()
	if p.mail.Recipient() != mail || !bytes.Equal(p.push.PublicKey(), told) || !certificate().Equal(shown) {
		t.Error("a start took other keys")
	}
}

func TestNoKeysAreExchangedWhereThereAreNone(t *testing.T) {
	folder := t.TempDir()
	if _, err := keysIn(t, folder, "exchange"); err == nil {
		t.Error("keys were made in an empty folder")
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	p := newPracticeOnDisk(t)
	release, err := datafolder.Acquire(p.o.data)
	p.must(err)
	defer release()
	if _, err := keysIn(t, p.o.data, "exchange"); !errors.Is(err, datafolder.ErrInUse) {
		t.Errorf("exchanged under a running server: %v", err)
	}
}
