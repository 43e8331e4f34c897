package mailer

import (
	"context"
	"errors"
	"time"
)

// letter is a mail that waits to be sent. The address is looked up when it is sent.
type letter struct {
	account Account
	stop    [32]byte // of the row it was written for: another address gets another letter
	code    string   // what it tells; empty for one that says that something is new
	due     time.Time
	tries   int
}

const (
	// maxWaiting bounds the letters; a notice that finds no room is not sent.
	maxWaiting = 10_000
	// senders are how many letters are on their way at once: a slow mail server
	// keeps only so many waiting.
	senders  = 4
	lookMail = time.Second
)

// again is when a letter that failed is tried once more; after the last it is
// given up. By then something new is old.
var again = []time.Duration{time.Minute, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour}

func (s *Service) enqueue(l letter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.queue) >= maxWaiting {
		s.Log.Warn("a mail was not sent", "cause", "too many are waiting")
		return
	}
	s.queue = append(s.queue, l)
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// take gives a letter that is due.
func (s *Service) take() (l letter, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := s.Clock()
	for i, l := range s.queue {
		if !now.Before(l.due) {
			s.queue = append(s.queue[:i], s.queue[i+1:]...)
			return l, true
		}
	}
	return l, false
}

// Run sends what waits until ctx ends.
func (s *Service) Run(ctx context.Context) {
	if !s.Available() {
		return
	}
	places := make(chan struct{}, senders)
	ticker := time.NewTicker(lookMail)
	defer ticker.Stop()
	for {
		for {
			select {
			case places <- struct{}{}:
			case <-ctx.Done():
				return
			}
			l, ok := s.take()
			if !ok {
				<-places
				break
			}
			go func() {
				defer func() { <-places }()
				s.post(ctx, l)
			}()
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		case <-s.wake:
		}
	}
}

// post sends one letter, or sees to it that it is tried again or never more.
func (s *Service) post(ctx context.Context, l letter) {
	row, err := s.Store.Mail(ctx, l.account)
	if err != nil || !sameLink(row.Stop, l.stop) || (l.code == "") != (row.State == On) {
		return // stopped, or another address took its place
	}
	if l.code == "" && s.Online(l.account) {
		return
	}
	t, stop := newsText(row.Language), s.Stop(s.keys.Load().stop(row.Salt))
	if l.code != "" {
		t = codeText(row.Language, l.code)
		if l.tries == 0 && !s.mayWrite(row.Address) {
			return
		}
	}
	err = s.send(ctx, row.Address, t, stop)
	var final refusal
	switch {
	case err == nil:
		s.note(nil)
	case errors.As(err, &final), errors.Is(err, errAddress):
		if err := s.Store.EndMail(ctx, row.Stop, Refused); err != nil {
			s.Log.Error("switching mails off failed", "cause", err)
		}
	default:
		s.note(err)
		s.Log.Warn("a mail was not sent", "cause", err.Error(), "try", l.tries+1)
		if l.tries < len(again) {
			l.due = s.Clock().Add(again[l.tries])
			l.tries++
			s.enqueue(l)
		}
	}
}

// mayWrite counts the codes that one address gets.
func (s *Service) mayWrite(sealed []byte) bool {
	keys := s.keys.Load()
	address, err := keys.open(sealed)
	if err != nil {
		return true // refused when it is sent
	}
	defer clear(address)
	return s.addresses.Add(keys.addressKey(address)) <= mailsPerAddress
}

// send opens the address, sends, and wipes it. Copies that the mail library made
// go with its memory.
func (s *Service) send(ctx context.Context, sealed []byte, t text, stop string) error {
	address, err := s.keys.Load().open(sealed)
	if err != nil {
		return err
	}
	defer clear(address)
	return s.SMTP.deliver(ctx, string(address), t, stop)
}
