package api

import (
	"sync/atomic"
	"time"
)

// Bounds of the workers that wait for the next call: as many as share a transaction, and
// how long at most.
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
	resting atomic.Bool // those who wait will be sent home
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
	for c.socket != nil {
		c.run()
		c = w.wait()
	}
}

// wait returns the next call, or none to whoever is to end.
func (w *workers) wait() call {
	defer w.waiting.Add(-1)
	if w.waiting.Add(1) > maxWaiting {
		return call{}
	}
	w.rest()
	return <-w.next
}

func (w *workers) rest() {
	if w.resting.CompareAndSwap(false, true) {
		time.AfterFunc(waitFor, w.sendHome)
	}
}

func (w *workers) sendHome() {
	w.resting.Store(false)
	for range w.waiting.Load() {
		select {
		case w.next <- call{}:
		default:
		}
	}
	if w.waiting.Load() > 0 { // was about to wait, or came since
		w.rest()
	}
}
