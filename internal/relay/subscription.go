package relay

import "sync"

// Subscription is one connection's place in the hub.
type Subscription struct {
	hub     *Hub
	account Account
	session Session
	deliver func(e Event, more bool) error
	cut     func()

	mu      sync.Mutex
	queue   []Event // nil when there is nothing to deliver
	bytes   int     // held by the queue
	running bool    // a goroutine is delivering
	over    bool    // nothing is taken any more
}

// Session is the hash of the session's token.
func (s *Subscription) Session() Session { return s.session }

// Close ends the subscription without calling cut. Calling it again does nothing.
func (s *Subscription) Close() { s.end() }

// end makes this the end and reports whether it had not ended before.
func (s *Subscription) end() bool {
	s.mu.Lock()
	was := s.over
	s.over, s.queue, s.bytes = true, nil, 0
	s.mu.Unlock()
	if !was {
		s.hub.remove(s)
	}
	return !was
}

func (s *Subscription) fail() {
	if s.end() {
		s.cut()
	}
}

// push queues e. The hub's lock is held: nothing here may wait, or take it.
func (s *Subscription) push(e Event) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.over {
		return
	}
	if len(s.queue) >= maxQueue || (len(s.queue) > 0 && s.bytes+e.size() > maxQueueBytes) {
		s.queue, s.bytes = nil, 0
		go s.fail()
		return
	}
	s.queue = append(s.queue, e)
	s.bytes += e.size()
	if !s.running {
		s.running = true
		go s.run()
	}
}

// run delivers until there is nothing left.
func (s *Subscription) run() {
	for {
		s.mu.Lock()
		batch := s.queue
		s.queue, s.bytes = nil, 0
		if len(batch) == 0 {
			s.running = false
			s.mu.Unlock()
			return
		}
		s.mu.Unlock()
		for i, e := range batch {
			_, last := e.(*SessionEnded)
			if err := s.deliver(e, !last && i < len(batch)-1); err != nil || last {
				s.fail()
				return // running stays set: nothing more is delivered
			}
		}
	}
}
