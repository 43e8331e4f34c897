// Package clock keeps the server's own time, by which it destroys what is not to
// be kept any longer.
//
// A machine's clock is sometimes wrong by years: a dead battery, a wrong time
// server, a restored virtual machine. What was destroyed because of that is gone
// for good. So the server's own time goes on with the time that really passes (the
// system's monotonic clock), whatever becomes of the machine's clock, and is kept
// in the database, so that it goes on from there when the server starts again.
//
// Where the machine's clock says something else it is believed once it has stood
// by it for an eighth of the difference. A clock that was set right by a second is
// followed at once; a server that was off for a night has caught up in an hour and
// a half, after two months in a week, and ten years are believed in more than one
// year, before which somebody has looked. Until then nothing is destroyed but what
// is due by the server's own time. The same holds for a clock that is behind. Who
// runs the server and knows that the clock is right says so (Believe).
//
// The price: what fell due while the server was off is destroyed that much later.
//
// On disk: one row, see State. Only package main and tests take time from
// anywhere else: concepts are given Now, or Steady for what they keep in memory.
package clock

import (
	"context"
	"log/slog"
	"os"
	"sync"
	"time"
)

const (
	// share of a difference for which the machine's clock has to stand by it.
	share = 8
	// slack is what clocks differ by in any case, and step what a clock that stands
	// by what it says may still be corrected by.
	slack = 2 * time.Second
	step  = time.Minute
	// tellFrom is how long a clock has to wait before the log speaks of it: a server
	// that was off for some minutes is nothing to look after.
	tellFrom = 10 * time.Minute
	// young is how long after the very first start the machine's clock is followed
	// wherever it goes: a machine without a battery gets its time a moment later, and
	// there is nothing yet that could be destroyed.
	young = 10 * time.Minute
	// lookEvery is how often the machine's clock is looked at.
	lookEvery = 10 * time.Second
)

// Source is where time comes from.
type Source struct {
	Wall    func() time.Time     // what the machine's clock says
	Elapsed func() time.Duration // what really passed since some moment of this process
}

// Machine is the time of the machine that we run on.
func Machine() Source {
	start := time.Now()
	return Source{
		Wall:    func() time.Time { return time.Now().Round(0) },
		Elapsed: func() time.Duration { return time.Since(start) },
	}
}

// State is what outlasts a restart, in seconds since 1970 by the server's own time.
type State struct {
	Known int64 // when it was kept last; 0: never
	Since int64 // since when the machine's clock has stood by something else; 0: it does not
}

// Store keeps the state. internal/store implements it.
type Store interface {
	Clock(ctx context.Context) (State, error)
	PutClock(ctx context.Context, s State) error
}

// Clock is the server's own time. It is safe for concurrent use.
type Clock struct {
	source Source
	store  Store
	log    *slog.Logger

	mu    sync.Mutex
	base  time.Time     // the server's own time ...
	at    time.Duration // ... when so much had elapsed
	ahead time.Duration // of the machine's clock when it was last looked at
	since time.Time     // zero while the machine's clock is believed
	told  bool          // the log has spoken of it
	fresh bool          // there was no time to go on with
	first time.Time     // the server's own time at the beginning
	begun time.Duration
}

// Open goes on with the time that the store knows; where it knows none, the
// machine's clock is all there is.
func Open(ctx context.Context, store Store, source Source, log *slog.Logger) (*Clock, error) {
	kept, err := store.Clock(ctx)
	if err != nil {
		return nil, err
	}
	c := &Clock{source: source, store: store, log: log, base: source.Wall().UTC(), at: source.Elapsed()}
	if c.fresh = kept.Known == 0; !c.fresh {
		c.ahead = c.base.Sub(time.Unix(kept.Known, 0))
		c.base = time.Unix(kept.Known, 0).UTC()
	}
	if kept.Since > 0 {
		c.since = time.Unix(kept.Since, 0).UTC()
	}
	c.first, c.begun = c.base, c.at
	c.Look()
	return c, nil
}

// Now is the server's own time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now()
}

func (c *Clock) now() time.Time { return c.base.Add(c.source.Elapsed() - c.at) }

// Steady is the time by which this process measures what it keeps in memory alone:
// it never moves by anything but what passes.
func (c *Clock) Steady() time.Time { return c.first.Add(c.source.Elapsed() - c.begun) }

// Ahead is by how much the machine's clock is not believed; negative when it is behind.
func (c *Clock) Ahead() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.since.IsZero() {
		return 0
	}
	return c.ahead
}

// Look compares with the machine's clock.
func (c *Clock) Look() {
	c.mu.Lock()
	defer c.mu.Unlock()
	own := c.now()
	ahead := c.source.Wall().Sub(own)
	stands := (ahead - c.ahead).Abs() <= step
	c.ahead = ahead
	switch {
	case ahead.Abs() <= slack, c.fresh && c.source.Elapsed()-c.begun < young:
		c.believe()
	case c.since.IsZero() || !stands:
		c.since = own
		c.tell()
	case own.Sub(c.since) >= ahead.Abs()/share:
		c.believe()
	default:
		c.tell() // of what began before this process did
	}
}

// Believe takes the word of whoever runs the server that the machine's clock is right.
func (c *Clock) Believe(ctx context.Context) error {
	c.mu.Lock()
	c.ahead = c.source.Wall().Sub(c.now())
	c.told = true // that somebody said so is worth a line
	c.believe()
	c.mu.Unlock()
	return c.Save(ctx)
}

func (c *Clock) believe() {
	c.base, c.at = c.source.Wall().UTC(), c.source.Elapsed()
	c.since = time.Time{}
	if c.told {
		c.told = false
		c.log.Info("the machine's clock is believed", "ahead", c.ahead.Round(time.Second).String())
	}
}

// tell says once that the clock is not believed.
func (c *Clock) tell() {
	wait := c.ahead.Abs()/share - c.now().Sub(c.since)
	if c.told || wait < tellFrom {
		return
	}
	c.told = true
	c.log.Warn("the machine's clock is not believed: nothing is destroyed by it", "ahead", c.ahead.Round(time.Second).String(), "wait", wait.Round(time.Second).String())
}

// Save keeps the time for the next start.
func (c *Clock) Save(ctx context.Context) error {
	c.mu.Lock()
	s := State{Known: c.now().Unix()}
	if !c.since.IsZero() {
		s.Since = c.since.Unix()
	}
	c.mu.Unlock()
	return c.store.PutClock(ctx, s)
}

// Run looks at the machine's clock until ctx ends, and believes it whenever
// somebody says so by a signal.
func (c *Clock) Run(ctx context.Context, said <-chan os.Signal) {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			c.Look()
		case <-said:
			if err := c.Believe(ctx); err != nil {
				c.log.Error("keeping the time failed", "cause", err)
			}
		}
	}
}
