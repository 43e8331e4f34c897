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
//
// Of several nodes the one where something was written tells of it. The others tell it
// what it cannot know, who is connected to them, who is at work there and whom they
// told; what does not reach it costs a notice too many, never one too few.
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

// Others are the other nodes. Implementations must not block. Implemented by package nodes.
type Others interface {
	AtWork(Account)
	Told(account Account, way uint8)
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
	here   func(context.Context, []Account) []Account
	now    func() time.Time
	random io.Reader
	others Others // nil where there are none

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

// New returns a service. here tells of which accounts a device has an open event socket.
func New(here func(context.Context, []Account) []Account, now func() time.Time, random io.Reader, ways ...Way) *Service {
	s := &Service{here: here, now: now, random: random}
	for _, w := range ways {
		s.ways = append(s.ways, &way{Way: w, waiting: map[Account]news{}, told: map[Account]time.Time{}})
	}
	return s
}

// Join has other nodes hear of what devices do at this one. To be called before Run.
func (s *Service) Join(others Others) { s.others = others }

// Wrote says that a device of by is at work, so that by knows what there is, and
// that there is something new for the others. It returns at once.
func (s *Service) Wrote(by Account, others []Account) {
	s.HeardOf(by)
	if s.others != nil {
		s.others.AtWork(by)
	}
	later := s.later(len(others))
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range s.ways {
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

// HeardOf says that a device of the account is at work, here or at another node.
func (s *Service) HeardOf(account Account) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, w := range s.ways {
		delete(w.waiting, account)
	}
}

// Told says that another node told the account, in the way of this number.
func (s *Service) Told(account Account, way uint8) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if int(way) >= len(s.ways) {
		return // a newer node
	}
	w := s.ways[way]
	w.told[account] = s.now()
	if n, waits := w.waiting[account]; waits && n.due.Before(s.now().Add(w.Every())) {
		w.waiting[account] = news{due: s.now().Add(w.Every())}
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
	for i, w := range ways {
		due := s.due(w)
		if len(due) == 0 {
			continue
		}
		for _, a := range s.settle(w, due, s.here(ctx, due)) {
			w.Tell(ctx, a)
			if s.others != nil {
				s.others.Told(a, uint8(i))
			}
		}
	}
}

// due names those who are to be told now, and forgets whom it was told long ago.
func (s *Service) due(w *way) (out []Account) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	for a, n := range w.waiting {
		if !now.Before(n.due) {
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

// settle takes out those of due who are told, being not here, and those who are not.
func (s *Service) settle(w *way, due, here []Account) (away []Account) {
	connected := make(map[Account]bool, len(here))
	for _, a := range here {
		connected[a] = true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.now()
	for _, a := range due {
		n, waits := w.waiting[a]
		switch {
		case !waits || now.Before(n.due): // at work meanwhile, or told by another node
		case connected[a] && !n.doubtful:
			w.waiting[a] = news{due: now.Add(doubt), doubtful: true}
		case connected[a]:
			delete(w.waiting, a)
		default:
			delete(w.waiting, a)
			w.told[a] = now
			away = append(away, a)
		}
	}
	return away
}
