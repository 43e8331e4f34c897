package api_test

import (
	"bytes"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"
	"filippo.io/age"

	"alcove/internal/account"
	"alcove/internal/mailer"
	"alcove/internal/push/pushtest"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// sealing is what everybody here has things sealed to.
var sealing = sync.OnceValue(func() *age.HybridIdentity {
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		panic(err)
	}
	return identity
})

// noted is what a note says, and how it stands.
type noted struct {
	Kind    account.NoteKind
	Day     int64
	Session string
	number  uint64
	more    uint64
}

// notes opens the notes after a number, as the account's device does.
func (p *person) notes(after uint64) (all []noted, last uint64) {
	t := p.w.t
	t.Helper()
	sizes := map[int]bool{}
	for {
		answer := get[alcovev1.GetNotesResponse](t)(rpc.NewAccessServiceClient(p.w.server.Client(), p.w.server.URL, p.bearer()).
			GetNotes(t.Context(), connect.NewRequest(&alcovev1.GetNotesRequest{After: after})))
		more := map[uint64]uint64{}
		for _, c := range answer.GetCounted() {
			more[c.GetNumber()] = c.GetMore()
		}
		if last = answer.GetLast(); len(answer.GetNotes()) == 0 {
			return all, last
		}
		for _, n := range answer.GetNotes() {
			r, err := age.Decrypt(bytes.NewReader(n.GetSealed()), sealing())
			must(t, err)
			padded, err := io.ReadAll(r)
			must(t, err)
			sizes[len(n.GetSealed())] = true
			one := noted{number: n.GetNumber(), more: more[n.GetNumber()]}
			must(t, json.Unmarshal(bytes.TrimSuffix(bytes.TrimRight(padded, "\x00"), []byte{0x80}), &one))
			all, after = append(all, one), n.GetNumber()
		}
		if len(sizes) > 1 {
			t.Errorf("notes are of the sizes %v", sizes)
		}
	}
}

func kinds(all []noted) (out []account.NoteKind) {
	for _, n := range all {
		out = append(out, n.Kind)
	}
	return out
}

func sessionHash(s *alcovev1.Session) string {
	sum := sha256.Sum256(s.GetToken())
	return hex.EncodeToString(sum[:])
}

// begun is somebody whose account is in use.
func begun(w *world, name string) *person {
	w.t.Helper()
	p := w.become(name, "")
	_, err := p.putVault(1, "mine")
	must(w.t, err)
	return p
}

func TestWhatIsDoneToAnAccountIsNotedForItAlone(t *testing.T) {
	w := newWorld(t)
	ann, bob := begun(w, "quiet-heron"), begun(w, "blue-door")
	desk := ann.elsewhere()
	must(t, desk.changePassphrase("another one for the heron", nil))
	must(t, ann.use(desk.session).endSessions(bytes.Repeat([]byte{7}, 64), mustSession(ann.login("another one for the heron"))(t).GetToken()))
	back := *ann
	back.use(mustSession(back.recover())(t))
	must(t, back.changePassphrase("a third one for the heron", nil))
	ann.newRecovery()
	get[alcovev1.SetRecoveryResponse](t)(back.SetRecovery(t.Context(), connect.NewRequest(&alcovev1.SetRecoveryRequest{Recovery: ann.recovery})))

	all, last := back.notes(0)
	want := []account.NoteKind{"log-in", "passphrase", "log-in", "sessions-ended", "recovered", "passphrase", "recovery-code"}
	if got := kinds(all); !slices.Equal(got, want) || last != uint64(len(want)) {
		t.Fatalf("noted %v up to %d, want %v", got, last, want)
	}
	for i, n := range all {
		if n.number != uint64(i+1) || n.Day != w.clock().Unix()/86400 {
			t.Errorf("note %+v", n)
		}
	}
	if all[0].Session != sessionHash(desk.session) || all[4].Session != sessionHash(back.session) {
		t.Error("a note names another session")
	}
	if rest, _ := back.notes(5); len(rest) != 2 {
		t.Errorf("after 5: %v", kinds(rest))
	}
	if others, last := bob.notes(0); len(others) != 0 || last != 0 {
		t.Errorf("another account is told %v", kinds(others))
	}
}

// Noise on one day pushes nothing out, and does not hide what else is done: it is counted.
func TestRepetitionsOfADayAreCountedAndPushNothingOut(t *testing.T) {
	w := newWorld(t)
	ann := begun(w, "quiet-heron")
	for range account.MaxNotesFolded + 5 {
		mustSession(ann.login(ann.passphrase))(t)
	}
	must(t, ann.changePassphrase("another one for the heron", nil))
	all, last := ann.notes(0)
	if len(all) != account.MaxNotesFolded+1 || last != uint64(len(all)) {
		t.Fatalf("noted %v", kinds(all))
	}
	if n := all[account.MaxNotesFolded-1]; n.more != 5 {
		t.Errorf("%d more are counted", n.more)
	}
	if n := all[account.MaxNotesFolded]; n.Kind != account.NotePassphrase {
		t.Errorf("the last is %+v", n)
	}
	w.pass(24 * time.Hour)
	mustSession(ann.login("another one for the heron"))(t)
	w.pass((account.NotesDays - 1) * 24 * time.Hour)
	must(t, w.accounts.Sweep(t.Context()))
	ann.use(mustSession(ann.login("another one for the heron"))(t))
	if all, _ := ann.notes(0); len(all) != account.MaxNotesFolded+3 {
		t.Errorf("before their time: %v", kinds(all))
	}
	w.pass(24 * time.Hour)
	must(t, w.accounts.Sweep(t.Context()))
	ann.use(mustSession(ann.login("another one for the heron"))(t))
	all, last = ann.notes(0)
	if len(all) != 3 || all[0].number != uint64(account.MaxNotesFolded+2) || last != all[2].number {
		t.Errorf("after their time: %+v, the last is %d", all, last)
	}
}

// What cannot be noted is not done.
func TestNothingIsDoneThatCouldNotBeNoted(t *testing.T) {
	w := newWorld(t)
	ann := begun(w, "quiet-heron")
	must(t, w.db.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(`ALTER TABLE access_note RENAME TO access_note_full`)
		return err
	}))
	before := w.count("session")
	_, err := ann.login(ann.passphrase)
	refused(t, err, "internal")
	_, err = ann.recover()
	refused(t, err, "internal")
	refused(t, ann.changePassphrase("another one for the heron", nil), "internal")
	if n := w.count("session"); n != before {
		t.Errorf("%d sessions, before there were %d", n, before)
	}
	w.log.Reset() // the failures were meant
	must(t, w.db.Write(t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(`ALTER TABLE access_note_full RENAME TO access_note`)
		return err
	}))
	mustSession(ann.login(ann.passphrase))(t)
	if all, _ := ann.notes(0); !slices.Equal(kinds(all), []account.NoteKind{"log-in"}) {
		t.Errorf("noted %v", kinds(all))
	}
}

// Nobody has used the account yet: that its passphrase was set, as the owner of the name
// can, is not in the tables; whoever logs in first begins its log.
func TestOfAnAccountThatNobodyUsesOnlyALogInIsNoted(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	ann.use(mustSession(ann.recover())(t))
	must(t, ann.changePassphrase("another one for the heron", nil))
	if all, last := ann.notes(0); len(all) != 0 || last != 0 {
		t.Errorf("noted %v", kinds(all))
	}
	ann.use(mustSession(ann.login("another one for the heron"))(t))
	if all, _ := ann.notes(0); !slices.Equal(kinds(all), []account.NoteKind{"log-in"}) {
		t.Errorf("noted %v", kinds(all))
	}
}

// Who is told of news at a place where nobody was told yet could be somebody else: noted.
// That a browser which is told already proves anew who it is, is not.
func TestThatABrowserIsToldIsNotedOnce(t *testing.T) {
	p := newPosts(t)
	ann := begun(p.world, "quiet-heron")
	one, two := pushtest.NewBrowser(), pushtest.NewBrowser()
	p.subscribe(ann, one, "/one")
	p.subscribe(ann, pushtest.Browser{Key: two.Key, Auth: one.Auth}, "/one") // its keys were renewed
	desk := ann.elsewhere()
	p.subscribe(desk, one, "/one")
	p.subscribe(desk, two, "/two")
	for range 2 {
		_, err := p.as(desk).DeletePush(t.Context(), connect.NewRequest(&alcovev1.DeletePushRequest{}))
		must(t, err)
	}
	all, _ := ann.notes(0)
	if want := []account.NoteKind{"push", "log-in", "push", "push-removed"}; !slices.Equal(kinds(all), want) || all[0].Session != sessionHash(ann.session) || all[3].Session != sessionHash(desk.session) {
		t.Errorf("noted %+v, want %v", all, want)
	}
}

// Where the mails go is the account's to know, whichever of its sessions says it.
func TestThatMailsGoElsewhereIsNoted(t *testing.T) {
	w := newWorld(t)
	ann := begun(w, "quiet-heron")
	keys, err := mailer.LoadKeys(filepath.Join(t.TempDir(), "mail.key"))
	must(t, err)
	notes, err := account.NewNoter(w.db.Accounts(), w.clock, rand.Reader)
	must(t, err)
	mail := mailer.New(mailer.Config{Store: w.db.Mails(), Notes: notes, Keys: keys, SMTP: &mailer.SMTP{}, Clock: w.clock, Random: rand.Reader, Log: slog.New(slog.DiscardHandler)})
	by := account.Session{AccountID: account.ID(ann.session.GetAccountId()), TokenHash: sha256.Sum256(ann.session.GetToken())}
	must(t, mail.Remove(t.Context(), by)) // there was none
	must(t, mail.Set(t.Context(), by, []byte("sealed"), "en"))
	must(t, mail.Set(t.Context(), by, []byte("to somebody else"), "en"))
	must(t, mail.Remove(t.Context(), by))
	// The link in a mail is followed without a session.
	token := strings.Repeat("a", 22)
	must(t, w.db.Mails().PutMail(t.Context(), mailer.Row{
		Account: mailer.Account(by.AccountID), Address: []byte("sealed"), Language: "en", State: mailer.On, Code: []byte{}, Salt: []byte{1}, Stop: sha256.Sum256([]byte(token)),
	}))
	for range 2 {
		must(t, mail.StopBy(t.Context(), token))
	}
	all, _ := ann.notes(0)
	if want := []account.NoteKind{"mail", "mail", "mail-removed", "mail-removed"}; !slices.Equal(kinds(all), want) || all[1].Session != sessionHash(ann.session) || all[3].Session != hex.EncodeToString(account.NoSession[:]) {
		t.Errorf("noted %+v, want %v", all, want)
	}
}

// Everybody is told that a steward ended their sessions, and nobody which session did.
func TestThatAllSessionsWereEndedIsNotedForEachAccount(t *testing.T) {
	w := newWorld(t)
	ann, bob := begun(w, "quiet-heron"), begun(w, "blue-door")
	ann.elsewhere()
	before := w.count("session")
	n, err := w.accounts.EndEverySession(t.Context(), account.Session{TokenHash: sha256.Sum256(bob.session.GetToken())})
	must(t, err)
	if n != before-1 || w.count("session") != 1 {
		t.Errorf("%d were ended, %d are left", n, w.count("session"))
	}
	if all, _ := bob.notes(0); len(all) != 0 {
		t.Errorf("who kept their only session is told %v", kinds(all))
	}
	ann.use(mustSession(ann.login(ann.passphrase))(t))
	all, _ := ann.notes(0)
	if want := []account.NoteKind{"log-in", "all-ended", "log-in"}; !slices.Equal(kinds(all), want) || all[1].Session != hex.EncodeToString(account.NoSession[:]) {
		t.Errorf("noted %+v, want %v", all, want)
	}
}
