package crash

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/anishathalye/porcupine"

	alcovev1 "alcove/proto/alcove/v1"
)

// key is a record's idempotency key, by which the check knows it again.
type key = [16]byte

// history is what was asked of one stream and what was answered, in the order of
// a clock that ticks with each of both.
type history struct {
	mu     sync.Mutex
	now    int64
	before []key // the log as it was found right the last time
	calls  []*call
}

// call is one call of a stream, and what came of it.
type call struct {
	in              question
	out             answer
	records         []*alcovev1.NewRecord // what was sent, to send it again
	asked, answered int64                 // answered is 0 while nobody knows what became of it
}

// question is either an append of records (keys) or a read of what follows after.
type question struct {
	keys  []key
	after int
}

// answer is the sequence numbers of what was appended, or what was read.
type answer struct {
	seqs []uint64
	read []key
	head uint64
}

func (h *history) ask(in question) *call {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now++
	c := &call{in: in, asked: h.now}
	h.calls = append(h.calls, c)
	return c
}

func (h *history) answer(c *call, out answer) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.now++
	c.out, c.answered = out, h.now
}

func (h *history) unanswered() (open []*call) {
	for _, c := range h.calls {
		if c.answered == 0 {
			open = append(open, c)
		}
	}
	return open
}

// settle takes in what the stream held after everything had ended, and decides
// the calls that were never answered. What is found there took place before it
// was found; what is not there never will, for whoever could have done it is
// dead. Half an append is neither.
func (h *history) settle(log []key) error {
	place := make(map[key]uint64, len(log))
	for i, k := range log {
		place[k] = uint64(i + 1)
	}
	for _, c := range h.unanswered() {
		var seqs []uint64
		for _, k := range c.in.keys {
			if seq, found := place[k]; found {
				seqs = append(seqs, seq)
			}
		}
		switch {
		case len(c.in.keys) > 0 && len(seqs) == len(c.in.keys):
			h.answer(c, answer{seqs: seqs})
		case len(seqs) > 0:
			return fmt.Errorf("%d of the %d records of one append are there", len(seqs), len(c.in.keys))
		}
	}
	h.calls = slices.DeleteFunc(h.calls, func(c *call) bool { return c.answered == 0 })
	h.answer(h.ask(question{}), answer{read: log, head: uint64(len(log))})
	return nil
}

// check asks whether one log without gaps, to which one append after the other
// was added between its question and its answer, explains everything that was
// answered (Herlihy and Wing: linearizability).
func (h *history) check() error {
	known := make(map[key]int, len(h.before))
	for i, k := range h.before {
		known[k] = i
	}
	type log = string // the keys behind before, one after the other: a state must not change
	at := func(l log, i int) (k key) {
		if i < len(h.before) {
			return h.before[i]
		}
		copy(k[:], l[(i-len(h.before))*len(k):])
		return k
	}
	length := func(l log) int { return len(h.before) + len(l)/len(key{}) }
	find := func(l log, k key) int {
		if i, ok := known[k]; ok {
			return i
		}
		for i := length(l) - 1; i >= len(h.before); i-- {
			if at(l, i) == k {
				return i
			}
		}
		return -1
	}
	model := porcupine.Model{
		Init: func() any { return log("") },
		Step: func(state, input, output any) (bool, any) {
			l, in, out := state.(log), input.(question), output.(answer)
			if len(in.keys) == 0 { // a read; it may be cut short, but the head it tells is that of its moment
				if out.head != uint64(length(l)) || in.after+len(out.read) > length(l) {
					return false, l
				}
				for i, k := range out.read {
					if at(l, in.after+i) != k {
						return false, l
					}
				}
				return true, l
			}
			if len(out.seqs) != len(in.keys) {
				return false, l
			}
			for i, k := range in.keys {
				place := find(l, k) // there already: it was sent again
				if place < 0 {
					place, l = length(l), l+string(k[:])
				}
				if out.seqs[i] != uint64(place+1) {
					return false, state
				}
			}
			return true, l
		},
	}
	ops := make([]porcupine.Operation, len(h.calls))
	for i, c := range h.calls {
		ops[i] = porcupine.Operation{Input: c.in, Output: c.out, Call: c.asked, Return: c.answered}
	}
	switch result := porcupine.CheckOperationsTimeout(model, ops, time.Minute); result {
	case porcupine.Ok:
		return nil
	case porcupine.Illegal:
		return fmt.Errorf("what was answered cannot have happened: no order of the %d calls explains it", len(ops))
	case porcupine.Unknown:
		return fmt.Errorf("%d calls could not be checked within a minute", len(ops))
	default:
		return fmt.Errorf("the checker answered %q", result)
	}
}

// next begins the next round: what was found right is what it starts from.
func (h *history) next(log []key) { h.before, h.calls = log, nil }

// A check that cannot fail shows nothing: each kind of damage is found.
func TestTheCheckFindsDamage(t *testing.T) {
	a, b, c, d := key{1}, key{2}, key{3}, key{4}
	play := func(log ...key) error {
		h := &history{before: []key{a}}
		first, second, unheard := h.ask(question{keys: []key{b}}), h.ask(question{keys: []key{c}}), h.ask(question{keys: []key{d}})
		h.answer(second, answer{seqs: []uint64{2}}) // both were under way: either order is right
		h.answer(first, answer{seqs: []uint64{3}})
		h.answer(h.ask(question{keys: []key{c}}), answer{seqs: []uint64{2}}) // sent again
		h.answer(h.ask(question{after: 2}), answer{read: []key{b}, head: 3})
		_ = unheard
		if err := h.settle(log); err != nil {
			return err
		}
		return h.check()
	}
	for _, log := range [][]key{{a, c, b}, {a, c, b, d}} {
		if err := play(log...); err != nil {
			t.Errorf("a right log %v: %v", log, err)
		}
	}
	for name, log := range map[string][]key{
		"lost": {a, c}, "lost in the middle": {a, b}, "lost from before": {c, b}, "doubled": {a, c, b, b}, "reordered": {a, b, c},
		"never sent": {a, c, b, {9}}, "empty": {}, "the unheard one before what was acknowledged": {a, d, c, b},
	} {
		if play(log...) == nil {
			t.Errorf("not found: %s", name)
		}
	}
	h := &history{}
	h.ask(question{keys: []key{a, b}})
	if h.settle([]key{a}) == nil {
		t.Error("not found: half an append")
	}
	// An acknowledgement must not overtake what was acknowledged before it was asked for.
	h = &history{}
	h.answer(h.ask(question{keys: []key{a}}), answer{seqs: []uint64{2}})
	h.answer(h.ask(question{keys: []key{b}}), answer{seqs: []uint64{1}})
	if err := h.settle([]key{b, a}); err != nil {
		t.Fatal(err)
	}
	if h.check() == nil {
		t.Error("not found: an order against time")
	}
}
