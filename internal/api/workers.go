package api

import (
	"sync/atomic"
	"time"
)

// Bounds of the workers that wait for the next call: as many as share a transaction, and
// how long.
const (
	maxWaiting = 512
	waitFor    = time.Second
)

// workers run calls of event sockets. They wait a moment for the next one, because what a
// call costs is to a good part the growing of a new goroutine's stack; when nothing
// happens there are none.
type workers struct {
	next    chan call
	waiting atomic.Int32
}

func newWorkers() *workers { return &workers{next: make(chan call)} }

// do has somebody run the call.
func (w *workers) do(c call) {
	select {
	case w.next <- c:
	default:
		go w.work(c)
	}
}

func (w *workers) work(c call) {
	patience := time.NewTimer(waitFor)
	defer patience.Stop()
	for again := true; again; {
		c.run()
		c = call{}
		patience.Reset(waitFor)
		c, again = w.wait(patience.C)
	}
}

func (w *workers) wait(over <-chan time.Time) (c call, some bool) {
	defer w.waiting.Add(-1)
	if w.waiting.Add(1) > maxWaiting {
		return c, false
	}
	select {
	case c = <-w.next:
		return c, true
	case <-over:
		return c, false
	}
}
