package exchange_test

import (
	"context"
	"crypto/rand"
	"errors"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/exchange"
	"alcove/internal/fault"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

var errDisk = errors.New("no space left on device")

// safe is a server's secrets: those of log-in for real, the others only say that they
// were exchanged, or fail.
type safe struct {
	t       *testing.T
	db      *store.DB
	logIn   *account.Service
	now     time.Time
	done    []exchange.Name
	failing map[exchange.Name]bool
	broken  map[exchange.Name]bool // off, and to be finished by Settle
	service *exchange.Service
}

func newSafe(t *testing.T) *safe {
	t.Helper()
	s := &safe{t: t, now: time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC), failing: map[exchange.Name]bool{}, broken: map[exchange.Name]bool{}}
	s.db = storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	t.Cleanup(func() {
		if err := s.db.Close(); err != nil {
			t.Error(err)
		}
	})
	keys, err := account.LoadKeys(filepath.Join(t.TempDir(), "server.key"), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	clock := func() time.Time { return s.now }
	s.logIn, err = account.New(t.Context(), account.Config{
		Store: s.db.Accounts(), Keys: keys, Clock: clock, Random: rand.Reader, Difficulty: 4, RPID: "localhost", Origins: []string{"https://localhost:8443"},
	})
	if err != nil {
		t.Fatal(err)
	}
	var secrets []exchange.Secret
	for _, name := range []exchange.Name{exchange.Mail, exchange.Push, exchange.Reports} {
		secret := exchange.Secret{Name: name, Exchange: func(context.Context) error {
			if s.failing[name] {
				return errDisk
			}
			s.done = append(s.done, name)
			return nil
		}}
		if name != exchange.Push { // which is whole or was not
			secret.Settle = func(context.Context) (bool, error) {
				found := s.broken[name]
				delete(s.broken, name)
				return found, nil
			}
		}
		secrets = append(secrets, secret)
	}
	s.service = exchange.New(s.db.Exchanges(), s.logIn, clock, secrets...)
	return s
}

// fresh is a steward who logged in just now.
var fresh = account.Session{Role: account.Steward, Fresh: true}

func (s *safe) state() exchange.State {
	s.t.Helper()
	state, err := s.service.State(s.t.Context())
	if err != nil {
		s.t.Fatal(err)
	}
	return state
}

// today is all that were exchanged on the present day, by log-in's generation and the others' days.
func (s *safe) today() (generation int, names []exchange.Name) {
	state := s.state()
	for name, day := range state.Days {
		if day == s.now.Unix()/86400 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return state.Generation, names
}

var all = []exchange.Name{exchange.Mail, exchange.Push, exchange.Reports}

func TestAllSecretsAreExchangedOnceADay(t *testing.T) {
	s := newSafe(t)
	if state := s.state(); state.Generation != 1 || len(state.Days) != 0 || state.Own {
		t.Fatalf("before: %+v", state)
	}
	if _, err := s.service.Exchange(t.Context(), account.Session{Role: account.Steward}); fault.Of(err).Code != "fresh_login_required" || len(s.done) != 0 {
		t.Fatalf("by who logged in long ago: %v, %q", err, s.done)
	}
	state, err := s.service.Exchange(t.Context(), fresh)
	if err != nil || state.Generation != 2 || !slices.Equal(s.done, all) {
		t.Fatalf("%+v, %v, %q", state, err, s.done)
	}
	if _, names := s.today(); !slices.Equal(names, all) {
		t.Errorf("of today: %q", names)
	}
	if _, err := s.service.Exchange(t.Context(), fresh); !errors.Is(err, exchange.ErrToday) || len(s.done) != len(all) {
		t.Errorf("again on the day: %v, %q", err, s.done)
	}
	s.now = s.now.Add(24 * time.Hour)
	if state, err := s.service.Exchange(t.Context(), fresh); err != nil || state.Generation != 3 || len(s.done) != 2*len(all) {
		t.Errorf("on the next day: %+v, %v, %q", state, err, s.done)
	}
}

// One that fails keeps no other from being exchanged, and trying again exchanges what is left.
func TestWhatFailedIsExchangedByTryingAgain(t *testing.T) {
	s := newSafe(t)
	s.failing[exchange.Push] = true
	_, err := s.service.Exchange(t.Context(), fresh)
	if f := fault.Of(err); f.Code != "keys_not_all_exchanged" || !errors.Is(err, errDisk) {
		t.Fatalf("%v", err)
	}
	if generation, names := s.today(); generation != 2 || !slices.Equal(names, []exchange.Name{exchange.Mail, exchange.Reports}) {
		t.Errorf("of today: %d, %q", generation, names)
	}
	s.failing[exchange.Push], s.done = false, nil
	if _, err := s.service.Exchange(t.Context(), fresh); err != nil || !slices.Equal(s.done, []exchange.Name{exchange.Push}) {
		t.Errorf("%v, %q", err, s.done)
	}
	if generation, names := s.today(); generation != 2 || !slices.Equal(names, all) {
		t.Errorf("of today: %d, %q", generation, names)
	}
}

// What follows from the secret of log-in is made anew by trying again, though that was exchanged.
func TestWhatFollowsFromAnExchangeIsTriedAgain(t *testing.T) {
	s := newSafe(t)
	told, failing := 0, errDisk
	s.service.Exchanged = func() error { told++; return failing }
	for range 2 {
		if _, err := s.service.Exchange(t.Context(), fresh); fault.Of(err).Code != "keys_not_all_exchanged" {
			t.Fatal(err)
		}
	}
	failing = nil
	if _, err := s.service.Exchange(t.Context(), fresh); !errors.Is(err, exchange.ErrToday) || told != 3 {
		t.Errorf("told %d times, %v", told, err)
	}
	if generation, names := s.today(); generation != 2 || !slices.Equal(names, all) || len(s.done) != len(all) {
		t.Errorf("of today: %d, %q, of %q", generation, names, s.done)
	}
}

// Nobody waits any more: it goes on all the same, for half of it would help nobody.
func TestAnExchangeOutlivesWhoAskedForIt(t *testing.T) {
	s := newSafe(t)
	gone, leave := context.WithCancel(t.Context())
	leave()
	if _, err := s.service.Exchange(gone, fresh); err != nil {
		t.Fatal(err)
	}
	if generation, names := s.today(); generation != 2 || !slices.Equal(names, all) {
		t.Errorf("of today: %d, %q", generation, names)
	}
}

func TestWhoeverHasTheMachineExchangesAsOftenAsNeedBe(t *testing.T) {
	s := newSafe(t)
	for generation := 2; generation <= 3; generation++ {
		if err := s.service.ExchangeAll(t.Context()); err != nil {
			t.Fatal(err)
		}
		if now, names := s.today(); now != generation || !slices.Equal(names, all) {
			t.Errorf("of today: %d, %q", now, names)
		}
	}
}

// A start finishes what a loss of power broke off, and it counts as of that day.
func TestAStartFinishesWhatWasBrokenOff(t *testing.T) {
	s := newSafe(t)
	s.broken[exchange.Reports] = true
	for range 2 {
		if err := s.service.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, names := s.today(); !slices.Equal(names, []exchange.Name{exchange.Reports}) {
			t.Errorf("of today: %q", names)
		}
	}
}
