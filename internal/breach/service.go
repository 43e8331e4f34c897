package breach

import (
	"context"
	"time"

	"alcove/internal/account"
)

// Store keeps register and notices. internal/store implements it. What returned nil
// is durable.
type Store interface {
	Entries(ctx context.Context) ([]Entry, error)
	// PutEntry keeps the entry if expected is its present version, 0 for a new one, and
	// answers the next. Else it is ErrConflict.
	PutEntry(ctx context.Context, e Entry, expected uint64) (uint64, error)
	// Stewards gives the keys of all stewards.
	Stewards(ctx context.Context) ([]Keys, error)
	// Affected gives the keys of accounts; ErrNoAccount if one of them is not there.
	Affected(ctx context.Context, ids []account.ID) ([]Keys, error)
	// Publish finds who is concerned and addresses the notice to them, in one step, and
	// answers who they are; nobody when the notice is there already.
	Publish(ctx context.Context, n Notice, day int64) ([]account.ID, error)
	// Withdraw takes the notice from everybody; its counts stay.
	Withdraw(ctx context.Context, id ID) error
	Published(ctx context.Context) ([]Published, error)
	Told(ctx context.Context, id account.ID) ([]Told, error)
	Confirm(ctx context.Context, id account.ID, notice ID) error
	// Forget deletes the texts and addresses of notices from before the day.
	Forget(ctx context.Context, day int64) error
	Frozen(ctx context.Context) (bool, error)
	Freeze(ctx context.Context, frozen bool) error
	Rekeying(ctx context.Context) (Rekeying, error)
	// AskRekeying counts one more; ErrRekeyed if there was one on this day.
	AskRekeying(ctx context.Context, day int64) (Rekeying, error)
}

// Teller tells those who are away, without content, that something is new.
// Implemented by package notice.
type Teller interface {
	Wrote(by [16]byte, others [][16]byte)
}

// Sessions ends them. Implemented by package account.
type Sessions interface {
	EndEverySession(ctx context.Context, by account.Session) (int, error)
}

// Service holds the rules. It is safe for concurrent use.
type Service struct {
	store    Store
	teller   Teller
	sessions Sessions
	caller   Caller
	clock    func() time.Time
}

// New returns a service over its store.
func New(store Store, teller Teller, sessions Sessions, caller Caller, clock func() time.Time) *Service {
	return &Service{store, teller, sessions, caller, clock}
}

// Register is all that stewards are told.
type Register struct {
	Entries  []Entry
	Stewards []Keys
	Notices  []Published
	Frozen   bool
	Rekeying Rekeying
}

// Register gives it.
func (s *Service) Register(ctx context.Context) (r Register, err error) {
	if r.Entries, err = s.store.Entries(ctx); err != nil {
		return r, err
	}
	if r.Stewards, err = s.store.Stewards(ctx); err != nil {
		return r, err
	}
	if r.Notices, err = s.store.Published(ctx); err != nil {
		return r, err
	}
	if r.Frozen, err = s.store.Frozen(ctx); err != nil {
		return r, err
	}
	r.Rekeying, err = s.store.Rekeying(ctx)
	return r, err
}

// Put keeps an entry of the register.
func (s *Service) Put(ctx context.Context, e Entry, expected uint64) (uint64, error) {
	switch {
	case len(e.Sealed) == 0:
		return 0, errMalformed
	case len(e.Sealed) > MaxSealed:
		return 0, errTooLarge
	}
	return s.store.PutEntry(ctx, e, expected)
}

// Affected gives the keys of single accounts.
func (s *Service) Affected(ctx context.Context, ids []account.ID) ([]Keys, error) {
	if len(ids) > MaxAddressed {
		return nil, errTooLarge
	}
	return s.store.Affected(ctx, ids)
}

// Publish tells those affected, and answers how many they are. Those who are away
// are told that something is new; never what.
func (s *Service) Publish(ctx context.Context, by account.Session, n Notice) (int, error) {
	if !by.Fresh {
		return 0, errNotFresh
	}
	if err := n.Validate(); err != nil {
		return 0, err
	}
	told, err := s.store.Publish(ctx, n, s.today())
	if err != nil {
		return 0, err
	}
	s.teller.Wrote(by.AccountID, told)
	return len(told), nil
}

// Withdraw takes a notice back.
func (s *Service) Withdraw(ctx context.Context, by account.Session, id ID) error {
	if !by.Fresh {
		return errNotFresh
	}
	return s.store.Withdraw(ctx, id)
}

// Told gives what an account was told.
func (s *Service) Told(ctx context.Context, id account.ID) ([]Told, error) {
	return s.store.Told(ctx, id)
}

// Confirm says that an account read a notice.
func (s *Service) Confirm(ctx context.Context, id account.ID, notice ID) error {
	return s.store.Confirm(ctx, id, notice)
}

// EndEverySession ends all sessions but the steward's own.
func (s *Service) EndEverySession(ctx context.Context, by account.Session) (int, error) {
	if !by.Fresh {
		return 0, errNotFresh
	}
	return s.sessions.EndEverySession(ctx, by)
}

// Freeze refuses new accounts from now on, or takes them again. It needs no fresh
// session: it harms nobody who is there, and must be quick.
func (s *Service) Freeze(ctx context.Context, frozen bool) error {
	return s.store.Freeze(ctx, frozen)
}

// Frozen implements account.SignUps.
func (s *Service) Frozen(ctx context.Context) (bool, error) { return s.store.Frozen(ctx) }

// Sweep forgets notices whose time is over.
func (s *Service) Sweep(ctx context.Context) error {
	return s.store.Forget(ctx, s.today()-KeptDays)
}

func (s *Service) today() int64 { return s.clock().Unix() / 86400 }
