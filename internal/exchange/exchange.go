// Package exchange replaces the server's secrets after a theft: that of names and
// log-in, which package account knows how to exchange without anybody's help, and one
// after another those of e-mail, of push, of reports from rooms, and of a certificate
// that the server made itself. Each concept's package says what an exchange costs.
//
// Not among them: the key log's (clients and witnesses hold to it, and would have to
// take another key for a fraud), and a certificate that somebody else issued.
//
// It is kept of each on which day it was exchanged, for stewards to see, and so that
// who tries again after a failure exchanges only what is left.
package exchange

import (
	"context"
	"errors"
	"sync"
	"time"

	"alcove/internal/account"
	"alcove/internal/fault"
)

// Name is how a secret is called in the database.
type Name string

// The secrets besides that of names and log-in.
const (
	Mail       Name = "mail"
	Push       Name = "push"
	Reports    Name = "reports"
	Connection Name = "connection"
)

// Secret is one that can be exchanged. An exchange that failed is begun again, or gone
// on with; Settle finishes at a start what was broken off, and says whether there was
// something.
type Secret struct {
	Name     Name
	Exchange func(ctx context.Context) error
	Settle   func(ctx context.Context) (bool, error) // nil: an exchange is whole or was not
}

// LogIn is the secret of names and log-in. Implemented by account.Service.
type LogIn interface {
	ExchangeKeys(ctx context.Context) (generation int, err error)
	KeysState(ctx context.Context) (account.KeysState, error)
}

// Store keeps on which day each was exchanged last, in days since 1970.
type Store interface {
	Exchanged(ctx context.Context) (map[Name]int64, error)
	PutExchanged(ctx context.Context, name Name, day int64) error
}

var (
	errNotFresh = fault.New(fault.Precondition, "fresh_login_required", "Please log in again before you do this.")
	// ErrOthers: other nodes would go on with the former secrets.
	ErrOthers = fault.New(fault.Precondition, "other_nodes_running", "Several servers of this practice are running. Please have all but one stopped, and try again.")
	// ErrToday: all of them were exchanged on this day.
	ErrToday = fault.New(fault.Precondition, "keys_exchanged_today", "All keys are of today. You can exchange them again tomorrow.")
)

// Service exchanges secrets. It is safe for concurrent use.
type Service struct {
	store   Store
	logIn   LogIn
	secrets []Secret
	clock   func() time.Time

	// Alone reports whether no other node of the practice runs; nil where there can be
	// none. Exchanged is told that the secret of log-in was, once or more often.
	Alone     func(context.Context) (bool, error)
	Exchanged func() error

	mu sync.Mutex // held while secrets are exchanged
}

// New returns a service; the secrets are exchanged in this order, that of log-in first.
func New(store Store, logIn LogIn, clock func() time.Time, secrets ...Secret) *Service {
	return &Service{store: store, logIn: logIn, secrets: secrets, clock: clock}
}

// State says how far all of it is.
type State struct {
	account.KeysState
	// Days on which the others were exchanged last. Without an entry: never; of a
	// certificate that is not the server's own there is none either.
	Days map[Name]int64
	// Own reports whether the certificate is among the secrets.
	Own bool
}

// State gives it.
func (s *Service) State(ctx context.Context) (state State, err error) {
	if state.KeysState, err = s.logIn.KeysState(ctx); err != nil {
		return state, err
	}
	state.Days, err = s.store.Exchanged(ctx)
	for _, secret := range s.secrets {
		state.Own = state.Own || secret.Name == Connection
	}
	return state, err
}

// Exchange exchanges what was not exchanged on this day. It goes on when one fails, and
// when nobody waits for it any more.
//
// Errors: ErrOthers, ErrToday, fresh_login_required, keys_not_all_exchanged, account.ErrTooManyGenerations.
func (s *Service) Exchange(ctx context.Context, by account.Session) (State, error) {
	if !by.Fresh {
		return State{}, errNotFresh
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	ctx = context.WithoutCancel(ctx)
	if err := s.alone(ctx); err != nil {
		return State{}, err
	}
	state, err := s.State(ctx)
	if err != nil {
		return state, err
	}
	today := s.today()
	done := map[Name]bool{}
	for name, day := range state.Days {
		done[name] = day == today
	}
	all := state.Day == today && s.every(done)
	if err := s.exchange(ctx, state.Day == today, done); err != nil {
		if f := fault.Of(err); f.Kind != fault.Internal {
			return state, f
		}
		return state, fault.Wrap(err, fault.Internal, "keys_not_all_exchanged", "Some of the keys could not be exchanged. Those that are new stay; please try again.")
	}
	if all {
		return state, ErrToday
	}
	return s.State(ctx)
}

// alone fails with ErrOthers where other nodes run.
func (s *Service) alone(ctx context.Context) error {
	if s.Alone == nil {
		return nil
	}
	alone, err := s.Alone(ctx)
	if err == nil && !alone {
		err = ErrOthers
	}
	return err
}

func (s *Service) every(done map[Name]bool) bool {
	for _, secret := range s.secrets {
		if !done[secret.Name] {
			return false
		}
	}
	return true
}

// ExchangeAll exchanges all of them, by whoever has the machine; ErrOthers where nodes run.
func (s *Service) ExchangeAll(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.alone(ctx); err != nil {
		return err
	}
	return s.exchange(ctx, false, nil)
}

func (s *Service) exchange(ctx context.Context, loggedIn bool, done map[Name]bool) (err error) {
	if !loggedIn {
		_, err = s.logIn.ExchangeKeys(ctx)
	}
	if err == nil && s.Exchanged != nil { // also where it failed after an exchange earlier on this day
		err = s.Exchanged()
	}
	for _, secret := range s.secrets {
		if done[secret.Name] {
			continue
		}
		failed := secret.Exchange(ctx)
		if failed == nil {
			failed = s.store.PutExchanged(ctx, secret.Name, s.today())
		}
		err = errors.Join(err, failed)
	}
	return err
}

// Settle finishes what was broken off, before anybody is served.
func (s *Service) Settle(ctx context.Context) error {
	for _, secret := range s.secrets {
		if secret.Settle == nil {
			continue
		}
		found, err := secret.Settle(ctx)
		if err == nil && found {
			err = s.store.PutExchanged(ctx, secret.Name, s.today())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) today() int64 { return s.clock().Unix() / 86400 }
