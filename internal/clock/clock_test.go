package clock_test

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"alcove/internal/clock"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

const (
	day   = 24 * time.Hour
	young = 10 * time.Minute // of a first start, in which the clock is followed
)

var began = time.Date(2026, 11, 26, 10, 0, 0, 0, time.UTC)

// machine runs a clock over a real database, and can be set wrong.
type machine struct {
	t     *testing.T
	db    *store.DB
	log   bytes.Buffer
	on    time.Duration // since the process began
	off   time.Duration // before
	wrong time.Duration
	*clock.Clock
}

func newMachine(t *testing.T) *machine {
	db := storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	t.Cleanup(func() { _ = db.Close() })
	m := &machine{t: t, db: db}
	m.start()
	m.pass(young)
	return m
}

func (m *machine) start() {
	m.t.Helper()
	source := clock.Source{Wall: func() time.Time { return began.Add(m.off + m.on + m.wrong) }, Elapsed: func() time.Duration { return m.on }}
	var err error
	if m.Clock, err = clock.Open(m.t.Context(), m.db.Clocks(), source, slog.New(slog.NewTextHandler(&m.log, nil))); err != nil {
		m.t.Fatal(err)
	}
}

func (m *machine) restart(off time.Duration) {
	m.t.Helper()
	if err := m.Save(m.t.Context()); err != nil {
		m.t.Fatal(err)
	}
	m.off, m.on = m.off+m.on+off, 0
	m.start()
}

func (m *machine) pass(d time.Duration) {
	m.on += d
	m.Look()
}

// behind fails unless the server's own time is that much behind what really passed.
func (m *machine) behind(want time.Duration) {
	m.t.Helper()
	if got := began.Add(m.off + m.on).Sub(m.Now()); (got - want).Abs() > 2*time.Second {
		m.t.Fatalf("the server's own time is %v behind, want %v", got, want)
	}
}

// The machine's clock is believed once it stood an eighth of the difference.
func TestBelievesAClockThatStands(t *testing.T) {
	for _, off := range []time.Duration{time.Second, time.Minute, 10 * time.Hour, 60 * day} {
		m := newMachine(t)
		m.pass(time.Hour)
		m.restart(off)
		m.pass(off/8 - off/100)
		if off > time.Minute {
			m.behind(off)
		}
		m.pass(off / 50)
		m.behind(0)
	}
	m := newMachine(t)
	m.wrong = -8 * time.Hour
	m.pass(time.Minute)
	m.pass(50 * time.Minute)
	m.behind(0)
	m.pass(20 * time.Minute)
	m.behind(8 * time.Hour)
}

// A machine without a battery gets its time a moment after its first start.
func TestAFirstStartFollowsTheClock(t *testing.T) {
	m := newMachine(t)
	if err := m.db.Clocks().PutClock(t.Context(), clock.State{}); err != nil {
		t.Fatal(err)
	}
	m.on, m.wrong = 0, -10*365*day
	m.start()
	m.behind(10 * 365 * day)
	m.on, m.wrong = young/2, 0
	m.Look()
	m.behind(0)
	m.pass(young)
	m.wrong = 10 * 365 * day
	m.pass(time.Minute)
	m.behind(0)
}

// A clock that is set again while it is waited for begins anew; one that stands
// across a restart does not.
func TestWaitsAnewForAClockThatMoves(t *testing.T) {
	m := newMachine(t)
	m.wrong = 8 * day
	m.pass(time.Minute)
	m.pass(20 * time.Hour)
	m.wrong = 9 * day
	m.pass(time.Hour)
	m.pass(20 * time.Hour)
	m.behind(0)
	m.restart(time.Minute)
	m.pass(8 * time.Hour)
	m.behind(-9 * day)
}

// What is kept in memory alone is measured by what passes, whatever is believed.
func TestSteadyTimeOnlyPasses(t *testing.T) {
	m := newMachine(t)
	before := m.Steady()
	for _, wrong := range []time.Duration{3650 * day, -3650 * day} {
		m.wrong = wrong
		if err := m.Believe(t.Context()); err != nil {
			t.Fatal(err)
		}
		m.behind(-wrong)
		m.pass(time.Hour)
	}
	if got := m.Steady().Sub(before); got != 2*time.Hour {
		t.Errorf("%v passed", got)
	}
}

// The log speaks once of a difference that takes long, and not of a short one.
func TestTellsOnceThatTheClockIsNotBelieved(t *testing.T) {
	m := newMachine(t)
	m.restart(time.Minute)
	for range 5 {
		m.pass(time.Minute)
	}
	if m.log.Len() > 0 || m.Ahead() != 0 {
		t.Errorf("after a restart: %v, %s", m.Ahead(), m.log.String())
	}
	m.wrong = 3650 * day
	for range 5 {
		m.pass(time.Minute)
	}
	if n := bytes.Count(m.log.Bytes(), []byte("not believed")); n != 1 || m.Ahead() != 3650*day {
		t.Errorf("%v, said %d times: %s", m.Ahead(), n, m.log.String())
	}
}

// Whoever runs the server confirms the clock by a signal, and a restart knows it.
func TestBelievesWhoeverRunsTheServer(t *testing.T) {
	m := newMachine(t)
	m.wrong = 3650 * day
	m.pass(time.Minute)
	said := make(chan os.Signal)
	ctx, stop := context.WithCancel(t.Context())
	ran := make(chan struct{})
	go func() { m.Run(ctx, said); close(ran) }()
	said <- syscall.SIGUSR1
	for m.Ahead() != 0 {
		time.Sleep(time.Millisecond)
	}
	stop()
	<-ran
	m.restart(time.Minute)
	m.pass(time.Minute)
	m.behind(-3650 * day)
}
