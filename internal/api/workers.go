package api

import "sync/atomic"

// maxWaiting bounds the workers that wait for the next call.
const maxWaiting = 64

// workers run calls of event sockets. A few of them wait for the next call when they are
// done with one, because what a call costs is to a good part the growing of a new
// goroutine's stack.
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
	for {
		c.run()
		if w.waiting.Add(1) > maxWaiting {
			w.waiting.Add(-1)
			return
		}
		c = <-w.next
		w.waiting.Add(-1)
	}
}
