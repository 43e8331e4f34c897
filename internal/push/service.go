package push

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"
)

// Account and Session name whose a subscription is; a session by its token's hash.
type (
	Account = [16]byte
	Session = [32]byte
)

// Sealed is a subscription as it is stored.
type Sealed struct {
	Owner Session
	Bytes []byte
}

// Store keeps sealed subscriptions, at most one a session, until that is ended on
// purpose or would have ended in any case.
type Store interface {
	// Put keeps or replaces the session's subscription; nothing when the session is over.
	Put(ctx context.Context, s Sealed) error
	Delete(ctx context.Context, owner Session) error
	// DeleteSame deletes it unless it was replaced meanwhile.
	DeleteSame(ctx context.Context, s Sealed) error
	Has(ctx context.Context, owner Session) (bool, error)
	// Of answers with the account's, the newest first.
	Of(ctx context.Context, account Account, now time.Time) ([]Sealed, error)
}

const (
	// every is the least time between two notices to an account.
	every = 5 * time.Minute
	// queued and workers bound what waits, and what is called at once.
	queued  = 1000
	workers = 4
)

// Config is what a Service is made of.
type Config struct {
	Store    Store
	Keys     Keys
	Services Services
	// Contact is where the server is found: "https://talk.example.org".
	Contact string
	Clock   func() time.Time
	Random  io.Reader
	// Roots are the authorities that push services are trusted by; nil for the system's.
	Roots *x509.CertPool
}

// Stats counts what became of notices.
type Stats struct{ Sent, Gone, Failed, Dropped uint64 }

// Service keeps subscriptions and sends notices to them: a notice.Way. It is safe
// for concurrent use.
type Service struct {
	Config
	sender *sender
	queue  chan Account

	sent, gone, failed, dropped atomic.Uint64
}

// New returns a service; it sends while Run runs.
func New(c Config) *Service {
	return &Service{Config: c, sender: newSender(c.Keys, c.Services, c.Contact, c.Roots), queue: make(chan Account, queued)}
}

// PublicKey is what browsers bind their subscription to.
func (s *Service) PublicKey() []byte { return s.Keys.PublicKey() }

// Subscribe keeps the subscription of a session's browser in place of a former one.
func (s *Service) Subscribe(ctx context.Context, owner Session, sub Subscription) error {
	if err := s.Services.Check(sub); err != nil {
		return err
	}
	sealed, err := s.Keys.seal(s.Random, owner, sub)
	if err != nil {
		return err
	}
	return s.Store.Put(ctx, Sealed{owner, sealed})
}

// Unsubscribe forgets it. Doing it again does nothing.
func (s *Service) Unsubscribe(ctx context.Context, owner Session) error {
	return s.Store.Delete(ctx, owner)
}

// Subscribed reports whether the session's browser is told.
func (s *Service) Subscribed(ctx context.Context, owner Session) (bool, error) {
	return s.Store.Has(ctx, owner)
}

// Stats returns the counts of now.
func (s *Service) Stats() Stats {
	return Stats{s.sent.Load(), s.gone.Load(), s.failed.Load(), s.dropped.Load()}
}

// Every implements notice.Way.
func (s *Service) Every() time.Duration { return every }

// Tell implements notice.Way: the account's browsers are told by Run.
func (s *Service) Tell(_ context.Context, account Account) {
	select {
	case s.queue <- account:
	default:
		s.dropped.Add(1)
	}
}

// Run sends what is queued until ctx ends.
func (s *Service) Run(ctx context.Context) {
	var all sync.WaitGroup
	for range workers {
		all.Go(func() {
			for {
				select {
				case <-ctx.Done():
					return
				case account := <-s.queue:
					s.tell(ctx, account)
				}
			}
		})
	}
	all.Wait()
}

func (s *Service) tell(ctx context.Context, account Account) {
	subs, err := s.Store.Of(ctx, account, s.Clock())
	if err != nil {
		s.failed.Add(1)
		return
	}
	seen := map[string]bool{}
	for _, sealed := range subs {
		sub, err := s.Keys.open(sealed.Owner, sealed.Bytes)
		// Sealed under a key that was lost, to a service that was on the list once, or
		// for a browser that has logged in again since.
		if err != nil || s.Services.Check(sub) != nil || seen[sub.Endpoint] {
			err = errGone
		} else {
			seen[sub.Endpoint] = true
			err = s.sender.send(ctx, sub)
		}
		switch {
		case err == nil:
			s.sent.Add(1)
		case errors.Is(err, errGone):
			_ = s.Store.DeleteSame(ctx, sealed) // left over, it is found gone again
			s.gone.Add(1)
		default:
			s.failed.Add(1)
		}
	}
}
