//go:build linux && amd64

package crash

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"connectrpc.com/connect"

	"alcove/internal/crash/disk"
	"alcove/internal/crash/syscalls"
)

// failure is a way in which a disk fails, and in which calls.
type failure struct {
	name  string
	how   disk.Fault
	kinds []syscalls.Kind
}

var failures = []failure{
	{"a full disk", disk.Full, []syscalls.Kind{syscalls.Write, syscalls.Create}},
	{"short writes", disk.Short, []syscalls.Kind{syscalls.Write}},
	{"I/O errors", disk.Error, []syscalls.Kind{syscalls.Write, syscalls.Truncate, syscalls.Sync, syscalls.Create, syscalls.Rename, syscalls.Remove}},
}

// nth fails the n-th of the calls that a failure is about, once.
type nth struct {
	failure
	mu    sync.Mutex
	left  int
	fired *syscalls.Call
	rest  bool // of a short write: who writes on is told that there is no room
}

func (n *nth) arm(left int) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.left, n.fired, n.rest = left, nil, false
}

// disarm says what failed, if anything did.
func (n *nth) disarm() *syscalls.Call {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.left, n.rest = 0, false
	return n.fired
}

func (n *nth) decide(c syscalls.Call) disk.Fault {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.rest && c.Kind == syscalls.Write {
		n.rest = false
		return disk.Full
	}
	if n.left == 0 || !slices.Contains(n.kinds, c.Kind) {
		return disk.None
	}
	if n.left--; n.left > 0 {
		return disk.None
	}
	n.fired, n.rest = &c, n.how == disk.Short
	return n.how
}

// deed is one step of a fixed workload; repeated, it does what was not answered again.
type deed struct {
	name string
	do   func() error
}

// workloads are what is done once for each n. What is slow is apart.
func (s *stage) workloads(random *rand.Rand) map[string][]deed {
	var quick, slow []deed
	for _, k := range []*talk{s.talks[0], s.talks[len(s.talks)-1]} {
		quick = append(quick, deed{"append", func() error { return k.write(random) }})
	}
	for _, e := range s.errands {
		d := deed{fmt.Sprintf("%T", e), func() error { return e.step(ctx) }}
		switch e.(type) {
		case *fileErrand:
			quick = append(quick, slices.Repeat([]deed{d}, 5)...)
		case *surveyErrand:
			slow = append(slow, slices.Repeat([]deed{d}, surveySteps)...)
		default:
			quick = append(quick, d)
		}
	}
	return map[string][]deed{"talk": quick, "a survey": slow}
}

// write appends something new, or what was cut off before.
func (k *talk) write(random *rand.Rand) error {
	if open := k.unanswered(); len(open) > 0 {
		return k.try(k.Person, open[0], open[0].records...)
	}
	return k.append(k.Person, random)
}

// Of all system calls by which a fixed workload changes files, the n-th fails, for each
// n: somebody is told clearly or nobody need be, what was refused is done when it is
// asked again, by the same process, and all that was acknowledged is there, also after a
// loss of power.
func TestEachCallThatFailsIsSaidAndOvercome(t *testing.T) {
	random := seeded(t)
	w, s := newWatched(t)
	if err := w.Resume(ctx); err != nil {
		t.Fatal(err)
	}
	for _, f := range failures {
		for name, deeds := range s.workloads(random) {
			t.Run(f.name+", "+name, func(t *testing.T) {
				if err := failEach(t, w, s, f, deeds, random); err != nil {
					t.Fatal(err)
				}
			})
		}
	}
}

// life is how many of them are played by one process: surveys are bounded by the hour.
const life = 8

// stride is how much further n goes each time: all of a thousand rounds, few of one.
func stride(t *testing.T) int {
	t.Helper()
	return min(400, max(1, 1000/rounds(t, 1)))
}

func failEach(t *testing.T, w *watched, s *stage, f failure, deeds []deed, random *rand.Rand) error {
	t.Helper()
	failing := &nth{failure: f}
	w.failing.Store(failing)
	told, played := 0, 0
	for n := 1 + random.IntN(stride(t)); ; n += stride(t) {
		failing.arm(n)
		refused, err := doAll(deeds)
		fired := failing.disarm()
		if err != nil {
			return fmt.Errorf("call %d (%+v): %w", n, fired, err)
		}
		if fired == nil {
			t.Logf("%d of about %d calls failed; of that %d times somebody was told", played, n, told)
			return w.examineAfterCut(t, s, random)
		}
		played++
		told += refused
		if played%life == 0 {
			if err := w.examineAfterCut(t, s, random); err != nil {
				return fmt.Errorf("after call %d (%+v): %w", n, fired, err)
			}
		}
	}
}

// doAll does one deed after the other, each a second time if it was refused: then it
// must be done.
func doAll(deeds []deed) (refused int, err error) {
	for _, d := range deeds {
		if err := d.do(); err != nil {
			if !isClear(err) {
				return refused, fmt.Errorf("%s: not said clearly: %w", d.name, err)
			}
			refused++
			if err := d.do(); err != nil {
				return refused, fmt.Errorf("%s: the disk is well again, and still: %w", d.name, err)
			}
		}
	}
	return refused, nil
}

// isClear reports whether somebody was told what the matter is: that the disk fails, and
// that it may be tried again.
func isClear(err error) bool {
	code := codeOf(err)
	return connect.CodeOf(err) == connect.CodeUnavailable && (code == "storage_full" || code == "storage_failed")
}

func (w *watched) examineAfterCut(t *testing.T, s *stage, random *rand.Rand) error {
	t.Helper()
	if err := w.cut(random); err != nil {
		return err
	}
	return errors.Join(checkDatabase(t, w.Folder), w.Resume(ctx), s.examine(random, &tally{}))
}
