package mailer_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/emersion/go-smtp"

	"alcove/internal/account"
	"alcove/internal/fault"
	"alcove/internal/mailer"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

const address = "quiet@example.com"

var heron = mailer.Account{7}

func sessionOf(id mailer.Account) account.Session { return account.Session{AccountID: id} }

// office is a mailer on a real database and a real mail server.
type office struct {
	*mailer.Service
	*mailServer
	data string
	db   *store.DB
	keys mailer.Keys
	logs *guarded

	mu   sync.Mutex
	past time.Duration
	here bool
}

func openOffice(t *testing.T, m *mailServer) *office {
	t.Helper()
	o := &office{mailServer: m, data: t.TempDir(), logs: &guarded{}}
	var err error
	if o.keys, err = mailer.LoadKeys(filepath.Join(o.data, "mail.key")); err != nil {
		t.Fatal(err)
	}
	o.db = storetest.Open(t, filepath.Join(o.data, "alcove.db"))
	t.Cleanup(func() { _ = o.db.Close() })
	for _, id := range []mailer.Account{heron, {8}, {9}, {10}} {
		addAccount(t, o.db, id)
	}
	notes, err := account.NewNoter(o.db.Accounts(), time.Now, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	o.Service = mailer.New(mailer.Config{
		Store: o.db.Mails(), Notes: notes, Keys: o.keys, SMTP: &m.options, Stop: func(token string) string { return "https://talk.example.org/mail/stop/" + token },
		Online: func(mailer.Account) bool { o.mu.Lock(); defer o.mu.Unlock(); return o.here },
		Clock:  func() time.Time { o.mu.Lock(); defer o.mu.Unlock(); return time.Now().Add(o.past) },
		Random: rand.Reader, Log: slog.New(slog.NewTextHandler(o.logs, nil)),
	})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { o.Run(ctx); close(done) }()
	t.Cleanup(func() { cancel(); <-done })
	return o
}

// guarded lets a test read what several goroutines log.
type guarded struct {
	mu sync.Mutex
	w  bytes.Buffer
}

func (g *guarded) Write(p []byte) (int, error) { g.mu.Lock(); defer g.mu.Unlock(); return g.w.Write(p) }
func (g *guarded) String() string              { g.mu.Lock(); defer g.mu.Unlock(); return g.w.String() }

func (o *office) pass(d time.Duration) { o.mu.Lock(); defer o.mu.Unlock(); o.past += d }
func (o *office) setHere(here bool)    { o.mu.Lock(); defer o.mu.Unlock(); o.here = here }

// sealed is what a browser makes of an address.
func (o *office) sealed(t *testing.T, address string) []byte {
	t.Helper()
	recipient, err := age.ParseHybridRecipient(o.keys.Recipient)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, recipient)
	if err != nil {
		t.Fatal(err)
	}
	padded := make([]byte, 256)
	padded[copy(padded, address)] = 0x80
	if _, err := w.Write(padded); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// until waits for the server to have taken so many mails, and gives the newest.
func (o *office) until(t *testing.T, n int) delivered {
	t.Helper()
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if mails := o.taken(); len(mails) == n {
			return mails[n-1]
		}
	}
	t.Fatalf("%d mails came, not %d", len(o.taken()), n)
	return delivered{}
}

func (o *office) untilState(t *testing.T, want mailer.State) {
	t.Helper()
	var got mailer.State
	for end := time.Now().Add(time.Minute); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		var err error
		if got, err = o.State(t.Context(), heron); err != nil {
			t.Fatal(err)
		}
		if got == want {
			return
		}
	}
	t.Fatalf("state %d, want %d", got, want)
}

var digits = regexp.MustCompile(`\b(\d{6})\b`)

// switchOn goes the whole way.
func (o *office) switchOn(t *testing.T) {
	t.Helper()
	before := len(o.taken())
	if err := o.Set(t.Context(), sessionOf(heron), o.sealed(t, address), "en"); err != nil {
		t.Fatal(err)
	}
	code := digits.FindString(o.until(t, before+1).data)
	if err := o.Confirm(t.Context(), heron, code[:3]+" "+code[3:]); err != nil {
		t.Fatal(err)
	}
}

func codeOf(err error) string {
	if err == nil {
		return ""
	}
	return fault.Of(err).Code
}

func TestSomebodyIsToldWithoutContentOverEveryKindOfTLS(t *testing.T) {
	for _, mode := range []string{"implicit", "starttls", "none"} {
		t.Run(mode, func(t *testing.T) {
			o := openOffice(t, startMailServer(t, mode))
			o.switchOn(t)
			o.Tell(t.Context(), heron)
			m := o.until(t, 2)
			if m.to != address || m.from != "office@example.org" {
				t.Errorf("from %q to %q", m.from, m.to)
			}
			if m.header("Subject") != "One new item" || m.header("List-Unsubscribe-Post") != "List-Unsubscribe=One-Click" || m.header("Auto-Submitted") != "auto-generated" {
				t.Errorf("headers: %s", m.data)
			}
			body := m.data[strings.Index(m.data, "\r\n\r\n"):]
			if strings.Contains(body, "http") || strings.Contains(body, "Practice") || digits.MatchString(body) {
				t.Errorf("the mail says too much: %s", body)
			}
			// As a word: a machine may be called by two letters, which come up by chance.
			if name, err := os.Hostname(); err == nil && regexp.MustCompile(`\b`+regexp.QuoteMeta(name)+`\b`).MatchString(m.data) {
				t.Error("the mail names the machine")
			}
		})
	}
}

func TestTheAddressIsNowhereOnTheDiskNorInTheLog(t *testing.T) {
	storetest.OnlySQLite(t, "it looks into the database's file")
	o := openOffice(t, startMailServer(t, "starttls"))
	o.switchOn(t)
	o.answer(&smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no " + address + " here"})
	o.Tell(t.Context(), heron)
	o.untilState(t, mailer.Refused)
	o.answer(&smtp.SMTPError{Code: 451, EnhancedCode: smtp.EnhancedCode{4, 3, 0}, Message: "later, " + address})
	if err := o.Set(t.Context(), sessionOf(heron), o.sealed(t, address), "en"); err != nil {
		t.Fatal(err)
	}
	untilTrouble(t, o, "not_taken")
	files, err := filepath.Glob(filepath.Join(o.data, "*"))
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(content, []byte(address)) {
			t.Errorf("%s holds the address", name)
		}
	}
	if strings.Contains(o.logs.String(), address) {
		t.Error("the log holds the address")
	}
}

func untilTrouble(t *testing.T, o *office, want mailer.Trouble) {
	t.Helper()
	for end := time.Now().Add(time.Minute); o.Trouble() != want; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("trouble %q, want %q", o.Trouble(), want)
		}
	}
}

func TestNoMailBeforeTheCodeAndNoneToWhoIsHere(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	if err := o.Set(t.Context(), sessionOf(heron), o.sealed(t, address), "de"); err != nil {
		t.Fatal(err)
	}
	code := digits.FindString(o.until(t, 1).data)
	o.Tell(t.Context(), heron)
	for range 5 {
		if got := codeOf(o.Confirm(t.Context(), heron, "000000")); got != "mail_code_wrong" && code != "000000" {
			t.Fatalf("a wrong code gave %q", got)
		}
	}
	if got := codeOf(o.Confirm(t.Context(), heron, code)); got != "mail_code_wrong" {
		t.Fatalf("after five attempts the code gave %q", got)
	}
	o.switchOn(t)
	o.setHere(true)
	o.Tell(t.Context(), heron)
	o.switchOn(t) // codes come to who is here; what was written for the address before does not
	o.setHere(false)
	o.Tell(t.Context(), heron)
	o.until(t, 4)
}

func TestRefusedForGoodSwitchesOffAndLaterIsTriedAgain(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	o.switchOn(t)
	o.answer(&smtp.SMTPError{Code: 450, EnhancedCode: smtp.EnhancedCode{4, 2, 1}, Message: "greylisted"})
	o.Tell(t.Context(), heron)
	untilTrouble(t, o, "not_taken")
	o.answer(nil)
	o.pass(time.Minute)
	o.until(t, 2)
	untilTrouble(t, o, "")
	o.answer(&smtp.SMTPError{Code: 550, EnhancedCode: smtp.EnhancedCode{5, 1, 1}, Message: "no such mailbox"})
	o.Tell(t.Context(), heron)
	o.untilState(t, mailer.Refused)
	o.answer(nil)
	o.Tell(t.Context(), heron)
	row, err := o.db.Mails().Mail(t.Context(), heron)
	if err != nil || len(row.Address) > 0 {
		t.Fatalf("the address is still there: %v %v", row, err)
	}
	o.switchOn(t)
}

func TestTheLinkInAMailStopsThem(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	o.switchOn(t)
	o.Tell(t.Context(), heron)
	link := strings.Trim(o.until(t, 2).header("List-Unsubscribe"), "<>")
	token, ok := strings.CutPrefix(link, "https://talk.example.org/mail/stop/")
	if !ok || len(token) < 20 {
		t.Fatalf("link %q", link)
	}
	for _, each := range []string{"", "x", token, token} {
		if err := o.StopBy(t.Context(), each); err != nil {
			t.Fatal(err)
		}
	}
	o.untilState(t, mailer.Stopped)
	o.Tell(t.Context(), heron)
	if err := o.Remove(t.Context(), sessionOf(heron)); err != nil {
		t.Fatal(err)
	}
	o.untilState(t, mailer.None)
	if len(o.taken()) != 2 {
		t.Fatal("a mail was sent after the link was followed")
	}
}

func TestNobodyIsBotheredByWayOfThePractice(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	for i := range 4 {
		want := ""
		if i == 3 {
			want = "too_many_mails"
		}
		if got := codeOf(o.Set(t.Context(), sessionOf(heron), o.sealed(t, address), "en")); got != want {
			t.Fatalf("code %d gave %q", i, got)
		}
		if i < 3 {
			o.until(t, i+1)
		}
	}
	other := mailer.Account{8}
	if err := o.Set(t.Context(), sessionOf(other), o.sealed(t, strings.ToUpper(address)), "en"); err != nil {
		t.Fatal(err)
	}
	if err := o.Set(t.Context(), sessionOf(mailer.Account{9}), o.sealed(t, "other@example.com"), "en"); err != nil {
		t.Fatal(err)
	}
	if m := o.until(t, 4); m.to != "other@example.com" {
		t.Fatalf("the fourth code went to %s", m.to)
	}
}

func TestWhatIsNoAddressIsSwitchedOff(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	for _, content := range []string{"no address", "a@example.com\r\nBcc: b@example.com", "Name <a@example.com>", ""} {
		o.pass(25 * time.Hour)
		if err := o.Set(t.Context(), sessionOf(heron), o.sealed(t, content), "en"); err != nil {
			t.Fatal(err)
		}
		o.untilState(t, mailer.Refused)
	}
	if got := codeOf(o.Set(t.Context(), sessionOf(mailer.Account{8}), []byte("x"), "xx")); got != "malformed_address" {
		t.Fatalf("an unknown language gave %q", got)
	}
	if len(o.taken()) > 0 {
		t.Fatal("mail was sent")
	}
}

func TestAStewardLearnsWhatIsWrong(t *testing.T) {
	m := startMailServer(t, "implicit")
	o := openOffice(t, m)
	test := func(want string) {
		t.Helper()
		if got := codeOf(o.Test(t.Context(), mailer.Account{10}, o.sealed(t, address), "fr")); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	test("")
	if got := o.until(t, 1).header("Subject"); got != "Un essai" {
		t.Errorf("subject %q", got)
	}
	right := m.options
	m.options.Password = "another one"
	test("mail_failed_login_refused")
	m.options = right
	m.options.Port = 1
	test("mail_failed_unreachable")
	m.options = right
	m.options.CAFile, m.options.From = "", "office@example.org"
	untrusted := mailer.SMTP{Host: right.Host, Port: right.Port, TLS: "implicit", From: right.From, Name: right.Name}
	if err := untrusted.Check(); err != nil {
		t.Fatal(err)
	}
	m.options = untrusted
	test("mail_failed_unreachable")
}

func TestASlowMailServerKeepsNothingElseWaiting(t *testing.T) {
	m := startMailServer(t, "none")
	o := openOffice(t, m)
	release := make(chan struct{})
	m.mu.Lock()
	m.slow = release
	m.mu.Unlock()
	if err := o.Set(t.Context(), sessionOf(heron), o.sealed(t, address), "en"); err != nil {
		t.Fatal(err)
	}
	for range 100 {
		o.Tell(t.Context(), heron) // returns at once
	}
	if state, err := o.State(t.Context(), heron); err != nil || state != mailer.Asked {
		t.Fatal(state, err)
	}
	close(release)
	o.until(t, 1)
}

func TestWhatIsNotConfirmedIsForgotten(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	if err := o.Set(t.Context(), sessionOf(heron), o.sealed(t, address), "en"); err != nil {
		t.Fatal(err)
	}
	o.until(t, 1)
	if err := o.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	o.untilState(t, mailer.Asked)
	o.pass(26 * time.Hour)
	if err := o.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	o.untilState(t, mailer.None)
}

func TestKeysStayAndOptionsAreChecked(t *testing.T) {
	file := filepath.Join(t.TempDir(), "mail.key")
	first, err := mailer.LoadKeys(file)
	if err != nil {
		t.Fatal(err)
	}
	again, err := mailer.LoadKeys(file)
	if err != nil || again.Recipient != first.Recipient || !strings.HasPrefix(first.Recipient, "age1pq1") {
		t.Fatal(err, again.Recipient)
	}
	for _, wrong := range []mailer.SMTP{
		{Host: "mail.example.org", TLS: "none", From: "a@example.org"}, {Host: "h", TLS: "perhaps", From: "a@example.org"},
		{Host: "h", TLS: "implicit", From: "nobody"}, {Host: "h", TLS: "implicit", From: "a@example.org", User: "u"},
		{Host: "h", TLS: "implicit", From: "a@example.org", CAFile: "/nowhere"},
	} {
		if wrong.Check() == nil {
			t.Errorf("accepted: %+v", wrong)
		}
	}
	ports := map[string]int{"implicit": 465, "starttls": 587}
	for _, mode := range slices.Sorted(func(yield func(string) bool) {
		for m := range ports {
			if !yield(m) {
				return
			}
		}
	}) {
		s := mailer.SMTP{Host: "mail.example.org", TLS: mode, From: "a@example.org"}
		if err := s.Check(); err != nil || s.Port != ports[mode] {
			t.Errorf("%s: port %d, %v", mode, s.Port, err)
		}
	}
}

// addAccount makes an account that e-mail can belong to.
func addAccount(t *testing.T, db *store.DB, id mailer.Account) {
	t.Helper()
	filled := func(n int) []byte { return bytes.Repeat(id[:1], n) }
	if err := db.Accounts().CreateAccounts(t.Context(), account.NewAccountRow{
		AccountRow: account.AccountRow{
			ID: id, NameKey: filled(32), OpaqueRecord: filled(1), Role: account.Client,
			Keys: account.PublicKeys{IdentityKey: filled(32), SealingRecipient: "age1pq1", SealingSignature: filled(64)},
		},
		Vault:      account.Vault{Version: 1, Ciphertext: filled(1), WrappedKeyPassphrase: filled(1), WrappedKeyRecovery: filled(1)},
		RecoveryID: filled(16), RecoveryAuthHash: filled(32), Now: time.Now(),
		Session: account.SessionRow{TokenHash: [32]byte(filled(32)), AccountID: id},
	}); err != nil {
		t.Fatal(err)
	}
}
