package push

import (
	"context"
	"crypto/x509"
	"errors"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"alcove/internal/account"
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
	// Put keeps or replaces the session's subscription, with the notes of it; nothing when
	// the session is over.
	Put(ctx context.Context, s Sealed, notes ...account.Note) error
	// Delete writes the note if there was any.
	Delete(ctx context.Context, owner Session, n account.Note) error
	// DeleteSame deletes it unless it was replaced meanwhile.
	DeleteSame(ctx context.Context, s Sealed) error
	Has(ctx context.Context, owner Session) (bool, error)
	// DeleteAll deletes everybody's.
	DeleteAll(ctx context.Context) error
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
	Notes    *account.Noter // of what a session does, for its account's access log
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
	keys   atomic.Pointer[Keys] // those of Config, until they are exchanged
	sender *sender
	queue  chan Account

	sent, gone, failed, dropped atomic.Uint64
}

// New returns a service; it sends while Run runs.
func New(c Config) *Service {
	s := &Service{Config: c, sender: newSender(c.Services, c.Contact, c.Roots), queue: make(chan Account, queued)}
	s.keys.Store(&c.Keys)
	return s
}

// Exchange makes another key, after a theft, and destroys all subscriptions: they are
// bound to the former one, with which the thief could go on telling their browsers.
// Each app makes a new one when it connects next, or within the hour. To be called by one at a time.
func (s *Service) Exchange(ctx context.Context) error {
	next, err := s.keys.Load().exchange(s.Random)
	if err != nil {
		return err
	}
	s.keys.Store(&next)
	return s.Store.DeleteAll(ctx)
}

// PublicKey is what browsers bind their subscription to.
func (s *Service) PublicKey() []byte { return s.keys.Load().PublicKey() }

// Subscribe keeps the subscription of a session's browser in place of a former one. That
// is noted where the account's browsers are not told at the same place already: one
// that proves anew who it is, or renews its keys, is no news.
func (s *Service) Subscribe(ctx context.Context, by account.Session, sub Subscription) error {
	if err := s.Services.Check(sub); err != nil {
		return err
	}
	sealed, err := s.keys.Load().seal(s.Random, by.TokenHash, sub)
	if err != nil {
		return err
	}
	before, err := s.Store.Of(ctx, by.AccountID, s.Clock())
	if err != nil {
		return err
	}
	for _, each := range before {
		if there, err := s.keys.Load().open(each.Owner, each.Bytes); err == nil && there.Endpoint == sub.Endpoint {
			if err := s.Store.Put(ctx, Sealed{by.TokenHash, sealed}); err != nil || each.Owner == by.TokenHash {
				return err
			}
			return s.Store.DeleteSame(ctx, each) // the same browser's, from when its session had another token
		}
	}
	n, err := s.Notes.Note(ctx, by.AccountID, account.NotePush, by.TokenHash)
	if err != nil {
		return err
	}
	return s.Store.Put(ctx, Sealed{by.TokenHash, sealed}, n)
}

// Unsubscribe forgets it. Doing it again does nothing.
func (s *Service) Unsubscribe(ctx context.Context, by account.Session) error {
	n, err := s.Notes.Note(ctx, by.AccountID, account.NotePushRemoved, by.TokenHash)
	if err != nil {
		return err
	}
	return s.Store.Delete(ctx, by.TokenHash, n)
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
	keys, seen := s.keys.Load(), map[string]bool{}
	for _, sealed := range subs {
		sub, err := keys.open(sealed.Owner, sealed.Bytes)
		// Sealed under a key that was lost, to a service that was on the list once, or
		// for a browser that has logged in again since.
		if err != nil || s.Services.Check(sub) != nil || seen[sub.Endpoint] {
			err = errGone
		} else {
			seen[sub.Endpoint] = true
			err = s.sender.send(ctx, *keys, sub)
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
