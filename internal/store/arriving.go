package store

import (
	"sync"

	"alcove/internal/stream"
)

// arriving are the records that are durable and not in their places yet, for those who read.
// Each is here until it is in its place, and for a moment in both: whoever looks here first
// and into the database then misses none.
type arriving struct {
	mu  sync.RWMutex
	of  map[stream.ID][]stream.Record // by number, without gaps, the stream's newest
	all int
}

func newArriving() *arriving { return &arriving{of: map[stream.ID][]stream.Record{}} }

func (a *arriving) add(records []addition) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.all += len(records)
	for _, r := range records {
		r.ForgetHour = 0 // who reads is not told
		a.of[r.of.ID] = append(a.of[r.of.ID], r.Record)
	}
}

// remove forgets records that are in their places, the oldest of each stream's.
func (a *arriving) remove(records []addition) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.all -= len(records)
	for _, r := range records {
		if rest := a.of[r.of.ID][1:]; len(rest) > 0 {
			a.of[r.of.ID] = rest
		} else {
			delete(a.of, r.of.ID)
		}
	}
}

func (a *arriving) count() int {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.all
}

// records are the stream's, in their order. They may not be changed.
func (a *arriving) records(id stream.ID) []stream.Record {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.of[id]
}

// heads are the numbers of the newest records of all streams of which some wait. Taken
// before the database is asked.
func (a *arriving) heads() map[stream.ID]uint64 {
	a.mu.RLock()
	defer a.mu.RUnlock()
	out := make(map[stream.ID]uint64, len(a.of))
	for id, records := range a.of {
		out[id] = records[len(records)-1].Seq
	}
	return out
}

// head is the number of the stream's newest record, if that waits.
func (a *arriving) head(id stream.ID) uint64 {
	records := a.records(id)
	if len(records) == 0 {
		return 0
	}
	return records[len(records)-1].Seq
}
