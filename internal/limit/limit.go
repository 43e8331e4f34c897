// Package limit counts how often something happened lately, in memory only.
//
// A Counter counts by key in fixed windows of time. Keys are whatever bytes the
// caller chooses, hashed ones where they would say something about a person. At
// most maxKeys are kept: beyond that the counter answers as if every new key had
// reached its limit of one window, because forgetting would open the door to
// whoever can make many keys.
package limit

import (
	"math"
	"sync"
	"time"
)

const maxKeys = 200_000

// Counter counts events by key. It is safe for concurrent use.
type Counter struct {
	mu     sync.Mutex
	clock  func() time.Time
	window time.Duration
	counts map[string]*count
}

type count struct {
	n    int
	ends time.Time
}

// New returns a counter whose counts end window after their first event.
func New(clock func() time.Time, window time.Duration) *Counter {
	return &Counter{clock: clock, window: window, counts: map[string]*count{}}
}

// Count returns how many events the key has in its window.
func (c *Counter) Count(key []byte) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.counts[string(key)]; e != nil && !c.over(e, c.clock()) {
		return e.n
	}
	return 0
}

// Add counts one event and returns the new count.
func (c *Counter) Add(key []byte) int { return c.AddMany(key, 1) }

// AddMany counts n events at once and returns the new count.
func (c *Counter) AddMany(key []byte, n int) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := c.clock()
	e := c.counts[string(key)]
	if e == nil || c.over(e, now) {
		if e == nil && len(c.counts) >= maxKeys {
			c.purge(now)
			if len(c.counts) >= maxKeys {
				return math.MaxInt
			}
		}
		e = &count{ends: now.Add(c.window)}
		c.counts[string(key)] = e
	}
	e.n += n
	return e.n
}

// Undo takes back one event, as when an attempt turned out to be rightful.
func (c *Counter) Undo(key []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if e := c.counts[string(key)]; e != nil && e.n > 0 {
		e.n--
	}
}

// over reports whether a window has ended. One that ends later than any that began
// by now was begun by a clock that has been set back since, and would hold for as long.
func (c *Counter) over(e *count, now time.Time) bool {
	return !now.Before(e.ends) || e.ends.After(now.Add(c.window))
}

// Purge forgets the counts whose window has ended.
func (c *Counter) Purge() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.purge(c.clock())
}

func (c *Counter) purge(now time.Time) {
	for k, e := range c.counts {
		if c.over(e, now) {
			delete(c.counts, k)
		}
	}
}
