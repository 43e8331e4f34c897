// Package notice decides when somebody who is away is told, outside of the app,
// that something is new for them.
//
// The server cannot know what is new: who wrote a record says that it is worth
// telling (NewRecord.news). Somebody is told when, a while after it came, no
// device of theirs has taken it: none is connected, and none has written
// anything since, as every device that takes something does by its receipt. The
// while is partly left to chance, so that who sees a notice pass cannot match it
// with what was written.
//
// How somebody is told is a Way: web push, e-mail. Each has a least time between
// two notices to one account; what comes in between is told once that time is
// over, if it is still news then. Everything here is in memory only: a server
// that restarts forgets whom it was about to tell, which costs a notice and never
// a message.
package notice

import (
	"context"
	"encoding/binary"
	"io"
	"slices"
	"sync"
	"time"
)

// Account names who is told.
type Account = [16]byte

// Way is a way of telling somebody that something is new; never what, or by whom.
type Way interface {
	// Tell is called on one goroutine. It returns soon: what takes time is queued.
	Tell(ctx context.Context, account Account)
	// Every is the least time between two notices to one account.
	Every() time.Duration
}

const (
	// After and Spread: somebody is told between After and After + Spread later.
	After  = 5 * time.Second
	Spread = 15 * time.Second
	// doubt is how long a connection that says nothing may look as if somebody were
	// there: a telephone that was put away does not say goodbye.
	doubt = 2 * time.Minute
	// lookEvery is how often it is looked who is due.
	lookEvery = time.Second
	// maxWaiting bounds the accounts that wait to be told in one way.
	maxWaiting = 100_000
)

// Service keeps in mind who is to be told. It is safe for concurrent use.
type Service struct {
	connected func(Account) bool
	now       func() time.Time
	random    io.Reader

	mu   sync.Mutex
	ways []*way
}

// way is a Way and who waits to be told in it.
type way struct {
	Way
	waiting map[Account]news
	told    map[Account]time.Time // when last; forgotten after Every
}

// news is what somebody is to be told of.
type news struct {
	due      time.Time
	doubtful bool // there was a connection when it was due; looked at once more
}

// New returns a service. connected tells whether a device of an account has an
// open event socket.
func New(connected func(Account) bool, now func() time.Time, random io.Reader, ways ...Way) *Service {
	s := &Service{connected: connected, now: now, random: random}
	for _, w := range ways {
		s.ways = append(s.ways, &way{Way: w, waiting: map[Account]news{}, told: map[Account]time.Time{}})
	}
	return s
}

// Wrote says that a device of by is at work, so that by knows what there is, and
// that there is something new for the others. It returns at once.
func (s *Service) Wrote(by Account, others []Account) {
	later := s.later(len(others))
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range s.ways {
		delete(w.waiting, by)
		for i, a := range others {
			if _, waits := w.waiting[a]; waits || len(w.waiting) >= maxWaiting {
				continue
			}
			due := s.now().Add(later[i])
			if last, told := w.told[a]; told && due.Before(last.Add(w.Every())) {
				due = last.Add(w.Every())
			}
			w.waiting[a] = news{due: due}
		}
	}
}

// later draws how long each of n waits.
func (s *Service) later(n int) []time.Duration {
	drawn := make([]byte, 4*n)
	_, _ = io.ReadFull(s.random, drawn) // without chance it is the shortest
	out := make([]time.Duration, n)
	for i := range out {
		out[i] = After + Spread/1000*time.Duration(binary.BigEndian.Uint32(drawn[4*i:])%1000)
	}
	return out
}

// Run tells those who are due until ctx ends.
func (s *Service) Run(ctx context.Context) {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			s.Look(ctx)
		}
	}
}

// Look tells those who are due now.
func (s *Service) Look(ctx context.Context) {
	s.mu.Lock()
	ways := slices.Clone(s.ways)
	s.mu.Unlock()
	for _, w := range ways {
		for _, a := range s.due(w) {
			w.Tell(ctx, a)
		}
	}
}

// due takes out those who are to be told now.
func (s *Service) due(w *way) (out []Account) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	for a, n := range w.waiting {
		if now.Before(n.due) {
			continue
		}
		here := s.connected(a)
		if here && !n.doubtful {
			w.waiting[a] = news{due: now.Add(doubt), doubtful: true}
			continue
		}
		delete(w.waiting, a)
		if !here {
			w.told[a] = now
			out = append(out, a)
		}
	}
	for a, last := range w.told {
		if !now.Before(last.Add(w.Every())) {
			delete(w.told, a)
		}
	}
	return out
}
