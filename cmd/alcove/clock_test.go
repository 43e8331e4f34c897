package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"io"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/blob"
	"alcove/internal/clock"
	"alcove/internal/keylog"
	"alcove/internal/stream"
	"alcove/internal/survey"
)

const (
	day  = 24 * time.Hour
	year = 365 * day
)

// machine is one whose clock can be set without time passing.
type machine struct {
	began   time.Time
	elapsed time.Duration
	wrong   time.Duration // by how much its clock is ahead of the truth
}

func (m *machine) source() clock.Source {
	return clock.Source{
		Wall:    func() time.Time { return m.began.Add(m.elapsed + m.wrong) },
		Elapsed: func() time.Duration { return m.elapsed },
	}
}

// practiceOnDisk is a whole server over a real database, wired as in production
// but for the machine it runs on, with things in it that have an end.
type practiceOnDisk struct {
	*server
	t       *testing.T
	o       options
	machine machine
	log     bytes.Buffer
	token   []byte // of the client's session
	link    string // an invitation's
}

var (
	client       = account.ID{1}
	practitioner = account.ID{2}
	talk         = stream.ID{3}
	soon, file   = stream.Key{4}, blob.ID{5}
	broken       = blob.ID{6}
	asking       = survey.ID{7}
	writeKey     = []byte("write key")
)

func newPracticeOnDisk(t *testing.T, args ...string) *practiceOnDisk {
	t.Helper()
	o, err := parseOptions(append([]string{"-data", t.TempDir()}, args...))
	if err != nil {
		t.Fatal(err)
	}
	p := &practiceOnDisk{t: t, o: o, machine: machine{began: time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC)}, token: bytes.Repeat([]byte{7}, 32)}
	p.start()
	t.Cleanup(func() { _ = p.db.Close() })
	for i, id := range []account.ID{client, practitioner} {
		row := account.NewAccountRow{Vault: account.Vault{Version: 1, Ciphertext: []byte{1}, WrappedKeyPassphrase: []byte{1}, WrappedKeyRecovery: []byte{1}},
			RecoveryID: bytes.Repeat(id[:1], 16), RecoveryAuthHash: bytes.Repeat(id[:1], 32), Now: p.clock.Now()}
		row.AccountRow = account.AccountRow{ID: id, NameKey: bytes.Repeat(id[:1], 32), OpaqueRecord: []byte{1}, Role: account.Role(i + 1),
			Keys: account.PublicKeys{IdentityKey: make([]byte, 32), SealingRecipient: "age1pq1", SealingSignature: make([]byte, 64)}}
		hour := p.clock.Now().Unix() / 3600
		row.Session = account.SessionRow{TokenHash: sha256.Sum256(append(p.token[:31:31], byte(7+i))), AccountID: id, Role: row.Role,
			IdleUntilHour: hour + 12, ExpiresHour: hour + 720}
		p.must(p.db.Accounts().CreateAccounts(t.Context(), row))
	}
	record := func(kind stream.RecordKind, epoch uint64, key stream.Key, end time.Duration) stream.NewRecord {
		r := stream.NewRecord{Kind: kind, Epoch: epoch, Key: key, Ciphertext: []byte("words")}
		if end > 0 {
			r.ForgetHour = uint64(p.clock.Now().Add(end).Unix() / 3600)
		}
		return r
	}
	_, err = p.streams.CreateStream(t.Context(), client, stream.NewStream{
		ID: talk, Kind: stream.Conversation, Epoch: 1, GroupInfo: []byte("group info"),
		Members: []stream.Member{{Account: client, Role: stream.Client}, {Account: practitioner, Role: stream.Practitioner}},
		Records: []stream.NewRecord{record(stream.Commit, 0, stream.Key{1}, 0), record(stream.Welcome, 1, stream.Key{2}, 0), record(stream.Message, 1, stream.Key{3}, 0)},
	})
	p.must(err)
	_, err = p.streams.Append(t.Context(), client, talk, []stream.NewRecord{record(stream.Message, 1, soon, 2*day), record(stream.Message, 1, stream.Key{8}, 40*day)}, nil)
	p.must(err)
	hour := uint64(p.clock.Now().Add(2*day).Unix() / 3600)
	for _, who := range []account.ID{client, practitioner} {
		p.must(p.streams.Forget(t.Context(), who, talk, stream.Forgetting{Marks: []stream.Mark{{UpTo: 3, Hour: hour}}}))
	}
	for _, id := range []blob.ID{file, broken} {
		data := []byte("ciphertext")
		p.must(p.blobs.Create(t.Context(), client, blob.Blob{ID: id, Stream: talk, Size: int64(len(data)), WriteHash: sha256.Sum256(writeKey)}))
		hash := sha256.Sum256(data)
		p.must(p.blobs.PutChunk(t.Context(), client, id, writeKey, 0, data, hash[:]))
	}
	p.must(p.blobs.Commit(t.Context(), client, file, writeKey, hour))
	today := p.clock.Now().Unix() / 86400
	p.must(p.db.Surveys().Create(t.Context(), survey.Frozen{ID: asking, Owner: practitioner, Definition: []byte("{}"), BallotKey: []byte("key"),
		Audience: survey.Audience{Who: survey.Public}, Opens: today, Closes: today + 20, Smallest: 5}, keylog.Value{1}, today))
	_, p.link, err = p.practice.Invite(t.Context(), "colleague", account.Practitioner)
	p.must(err)
	return p
}

func (p *practiceOnDisk) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

func (p *practiceOnDisk) start() {
	p.t.Helper()
	var err error
	p.server, err = assemble(p.t.Context(), p.o, p.machine.source(), slog.New(slog.NewJSONHandler(&p.log, nil)), rand.Reader)
	p.must(err)
}

// restart ends the server as an operator does, or as a loss of power does, and
// starts it again after a while.
func (p *practiceOnDisk) restart(off time.Duration, tidy bool) {
	p.t.Helper()
	if tidy {
		p.must(p.clock.Save(p.t.Context()))
	}
	p.must(p.db.Close())
	p.machine.began, p.machine.elapsed = p.machine.began.Add(p.machine.elapsed+off), 0
	p.start()
}

// pass lets time pass, in which the server does a dozen times what it does every few minutes.
func (p *practiceOnDisk) pass(d time.Duration) {
	for range 12 {
		p.machine.elapsed += d / 12
		p.clock.Look()
		p.sweepOnce(context.Background(), slog.New(slog.NewJSONHandler(&p.log, nil)))
	}
}

// left says what is still there of what has an end.
func (p *practiceOnDisk) left() string {
	p.t.Helper()
	page, err := p.streams.Read(p.t.Context(), client, talk, stream.Range{})
	p.must(err)
	var there []string
	for _, r := range page.Records {
		if r.Kind == stream.Message && len(r.Ciphertext) > 0 {
			there = append(there, map[uint64]string{3: "request", 4: "soon", 5: "later"}[r.Seq])
		}
	}
	if _, err := p.blobs.Chunk(p.t.Context(), client, file, 0); err == nil {
		there = append(there, "file")
	}
	if _, _, err := p.blobs.Status(p.t.Context(), client, broken); err == nil {
		there = append(there, "upload")
	}
	if _, _, err := p.practice.Check(p.t.Context(), p.link); err == nil {
		there = append(there, "link")
	}
	if _, err := p.accounts.Authenticate(p.t.Context(), p.token); err == nil {
		there = append(there, "session")
	}
	if asked, err := p.surveys.Survey(p.t.Context(), asking); err == nil && p.surveys.Today(asked) == survey.Open {
		there = append(there, "survey")
	}
	return strings.Join(there, " ")
}

func (p *practiceOnDisk) expect(want, when string) {
	p.t.Helper()
	if got := p.left(); got != want {
		p.t.Fatalf("%s there is %q, want %q", when, got, want)
	}
}

const all = "request soon later file upload link session survey"

// A clock that jumps by years and comes back, while the server runs, while it
// starts, or across a loss of power, ends nothing that has not ended, and keeps
// nothing that has.
func TestJumpsOfTheClockEndNothing(t *testing.T) {
	for name, jump := range map[string]time.Duration{"ten years ahead": 10 * year, "two months ahead": 60 * day, "ten years back": -10 * year} {
		t.Run(name, func(t *testing.T) {
			p := newPracticeOnDisk(t)
			p.pass(time.Hour)
			p.machine.wrong = jump
			p.pass(5 * time.Hour)
			p.expect(all, "in the jump")
			p.restart(time.Minute, true)
			p.pass(time.Hour)
			p.expect(all, "after a start in the jump")
			// What is asked for now, now is destroyed, and nothing else.
			for _, who := range []account.ID{client, practitioner} {
				p.must(p.streams.Forget(t.Context(), who, talk, stream.Forgetting{Seqs: []uint64{3}}))
			}
			p.expect("soon later file upload link session survey", "after somebody forgot one message")
			p.restart(time.Minute, false)
			p.expect("soon later file upload link session survey", "after a loss of power in the jump")
			if !strings.Contains(p.log.String(), "the machine's clock is not believed") {
				t.Error("the log does not say so")
			}
			figures := httptest.NewRecorder()
			p.adminHandler().ServeHTTP(figures, httptest.NewRequest("GET", "/metrics", nil))
			if strings.Contains(figures.Body.String(), "alcove_clock_ahead_seconds 0\n") {
				t.Error("the figures do not say so")
			}
			p.machine.wrong = 0
			p.pass(time.Hour)
			if p.clock.Ahead() != 0 {
				t.Errorf("the clock is right and not believed: %v", p.clock.Ahead())
			}
			p.pass(2 * day)
			p.expect("later upload link survey", "two days later")
			p.pass(8 * day)
			p.expect("later survey", "after ten days")
			p.pass(31 * day)
			p.expect("", "after 41 days")
		})
	}
}

// A server that really was off catches up: soon after a night, within days after
// two months, or at once when who runs it says that its clock is right.
func TestAServerThatWasOffCatchesUp(t *testing.T) {
	p := newPracticeOnDisk(t)
	p.restart(3*day, true)
	p.pass(8 * time.Hour)
	p.expect(all, "some hours after it was off for three days")
	p.pass(2 * time.Hour)
	p.expect("later upload link survey", "after an eighth of that")

	p.restart(60*day, false)
	p.pass(4 * day)
	p.expect("later upload survey", "days after it was off for two months")
	p.restart(time.Minute, true) // which does not begin the waiting anew
	p.pass(4 * day)
	p.expect("", "a week after it was off for two months")

	p = newPracticeOnDisk(t)
	p.restart(10*year, true)
	p.pass(time.Hour)
	p.expect(all, "after ten years")
	p.must(p.clock.Believe(t.Context()))
	p.pass(time.Hour)
	p.expect("", "after the steward said so")
	if !strings.Contains(p.log.String(), "the machine's clock is believed") {
		t.Error("the log does not say so")
	}
}

// A machine whose clock is wrong for one night does not decide by the names of
// backups which are the oldest.
func TestBackupsAreNamedByTheServersOwnTime(t *testing.T) {
	p := newPracticeOnDisk(t)
	own := time.Now().AddDate(-10, 0, 0)
	p.must(p.db.Clocks().PutClock(t.Context(), clock.State{Known: own.Unix()}))
	key, safe := filepath.Join(t.TempDir(), "key"), t.TempDir()
	var recipient bytes.Buffer
	p.must(run(t.Context(), []string{"backup-key", key}, &recipient))
	p.must(run(t.Context(), []string{"backup", "--data", p.o.data, "--to", safe, "--recipient", strings.TrimSpace(recipient.String())}, io.Discard))
	if made, err := filepath.Glob(filepath.Join(safe, own.UTC().Format("alcove-20060102T150405Z.age"))); err != nil || len(made) != 1 {
		entries, _ := os.ReadDir(safe)
		t.Error(entries, err)
	}
}
