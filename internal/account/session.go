package account

import (
	"context"
	"crypto/sha256"
	"errors"
	"time"
)

const tokenSize = 32

// MaxRenewals is how often a session can get another token: far more often than somebody
// presents a second factor while it lasts. It bounds what is kept of its former ones.
const MaxRenewals = 1000

func hourUp(t time.Time) int64   { return (t.Unix() + 3599) / 3600 }
func hourDown(t time.Time) int64 { return t.Unix() / 3600 }

// within reports whether an end is still to come, and not much later than what began
// by now can end: a clock that was set back since must not make it last for years.
func within(now, end time.Time, lifetime time.Duration) bool {
	return now.Before(end) && !end.After(now.Add(lifetime+SetBack))
}

// Authenticate finds the session of a bearer token and keeps it from idling out.
// It fails with code "not_logged_in", whatever is wrong with the token.
func (s *Service) Authenticate(ctx context.Context, token []byte) (Session, error) {
	if len(token) != tokenSize {
		return Session{}, errNotLoggedIn
	}
	return s.Resume(ctx, sha256.Sum256(token))
}

// Resume is Authenticate for who has shown the token before, by its hash.
func (s *Service) Resume(ctx context.Context, tokenHash [32]byte) (Session, error) {
	row, err := s.Store.Session(ctx, tokenHash)
	if errors.Is(err, ErrNotFound) {
		return Session{}, errNotLoggedIn
	}
	if err != nil {
		return Session{}, err
	}
	now := s.Clock()
	if !within(now, time.Unix(row.ExpiresHour*3600, 0), SessionLifetime) || now.Unix() >= row.IdleUntilHour*3600 {
		return Session{}, errNotLoggedIn
	}
	if idle := hourUp(now.Add(SessionIdle)); idle > row.IdleUntilHour {
		if err := s.Store.TouchSession(ctx, row.TokenHash, idle); err != nil {
			return Session{}, err
		}
	}
	return s.session(row), nil
}

func (s *Service) session(row SessionRow) Session {
	return Session{
		TokenHash: row.TokenHash, AccountID: row.AccountID, Role: row.Role,
		SecondFactorRequired: row.Restrictions&RestrictRequired != 0,
		SecondFactorMissing:  row.Restrictions&RestrictMissing != 0,
		Recovering:           row.Restrictions&RestrictRecovering != 0,
		Fresh:                within(s.Clock(), time.Unix(row.FreshUntilUnix, 0), FreshFor),
		Expires:              time.Unix(row.ExpiresHour*3600, 0),
	}
}

// newSession makes a session's row and token; storing it is the caller's.
func (s *Service) newSession(id ID, role Role, restrictions int) (SessionRow, Opened, error) {
	token, err := s.randomBytes(tokenSize)
	if err != nil {
		return SessionRow{}, Opened{}, err
	}
	now := s.Clock()
	row := SessionRow{
		TokenHash: sha256.Sum256(token), AccountID: id, Role: role, Restrictions: restrictions,
		FreshUntilUnix: now.Add(FreshFor).Unix(),
		IdleUntilHour:  hourUp(now.Add(SessionIdle)),
		ExpiresHour:    hourDown(now.Add(SessionLifetime)),
	}
	return row, Opened{s.session(row), token}, nil
}

// openSession opens a session of an account that has just proved who it is.
func (s *Service) openSession(ctx context.Context, a AccountRow, restrictions int, how NoteKind) (Opened, error) {
	if a.Role.NeedsSecondFactor() {
		has, err := s.Store.HasPasskey(ctx, a.ID)
		if err != nil {
			return Opened{}, err
		}
		if has {
			restrictions |= RestrictRequired
		} else {
			restrictions |= RestrictMissing
		}
	}
	row, opened, err := s.newSession(a.ID, a.Role, restrictions)
	if err != nil {
		return Opened{}, err
	}
	n, err := s.noter.noteFor(a, how, row.TokenHash)
	if err != nil {
		return Opened{}, err
	}
	return opened, s.keep(ctx, row, n)
}

// keep stores a session that was opened.
func (s *Service) keep(ctx context.Context, row SessionRow, n Note) error {
	ended, err := s.Store.CreateSession(ctx, row, n)
	if err != nil {
		return err // and nothing ended
	}
	s.ended(row.AccountID, ended)
	return nil
}

// renew gives a session another token once who has it proved more of who they are:
// the former one, which may have been seen or planted before, opens nothing from then on.
func (s *Service) renew(ctx context.Context, by Session, lift int) (Opened, error) {
	token, err := s.randomBytes(tokenSize)
	if err != nil {
		return Opened{}, err
	}
	hash := sha256.Sum256(token)
	err = s.Store.RenewSession(ctx, by.TokenHash, hash, lift, s.Clock().Add(FreshFor).Unix())
	if errors.Is(err, ErrNotFound) {
		return Opened{}, errNotLoggedIn
	}
	if err != nil {
		return Opened{}, err
	}
	s.ended(by.AccountID, [][32]byte{by.TokenHash})
	row, err := s.Store.Session(ctx, hash)
	return Opened{s.session(row), token}, err
}

// LogOut ends the session.
func (s *Service) LogOut(ctx context.Context, by Session) error {
	if err := s.Store.DeleteSession(ctx, by.TokenHash); err != nil {
		return err
	}
	s.ended(by.AccountID, [][32]byte{by.TokenHash})
	return nil
}

// EndOtherSessions ends all sessions of the account but this one and returns how many.
func (s *Service) EndOtherSessions(ctx context.Context, by Session) (int, error) {
	n, err := s.noter.Note(ctx, by.AccountID, NoteEnded, by.TokenHash)
	if err != nil {
		return 0, err
	}
	ended, err := s.Store.DeleteOtherSessions(ctx, by.AccountID, by.TokenHash, n)
	if err != nil {
		return 0, err
	}
	s.ended(by.AccountID, ended)
	return len(ended), nil
}

// EndEverySession ends all sessions of all accounts but this one and returns how many.
func (s *Service) EndEverySession(ctx context.Context, by Session) (int, error) {
	return s.noter.EndEverySession(ctx, by.TokenHash, s.ended)
}

// EndEverySession ends all sessions of all accounts but one and returns how many. Each
// account's are ended and noted by themselves: a failure leaves the rest as they were,
// and it can be done again.
func (s *Noter) EndEverySession(ctx context.Context, keep [32]byte, told func(ID, [][32]byte)) (n int, err error) {
	ids, err := s.store.SessionHolders(ctx, keep)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		note, err := s.Note(ctx, id, NoteAllEnded, NoSession)
		if errors.Is(err, ErrNotFound) { // it was deleted just now
			continue
		}
		if err != nil {
			return n, err
		}
		ended, err := s.store.DeleteOtherSessions(ctx, id, keep, note)
		if err != nil {
			return n, err
		}
		told(id, ended)
		n += len(ended)
	}
	return n, nil
}

func (s *Service) ended(id ID, hashes [][32]byte) {
	if len(hashes) > 0 {
		s.Events.SessionsEnded(id, hashes)
	}
}

// Sweep deletes what has expired, on disk and in memory. To be called every few minutes.
func (s *Service) Sweep(ctx context.Context) error {
	s.proofs.purge()
	s.limits.name.Purge()
	s.limits.address.Purge()
	s.limits.code.Purge()
	s.limits.claim.Purge()
	s.limits.link.Purge()
	s.limits.held.Purge()
	if err := s.endUnused(ctx); err != nil {
		return err
	}
	return s.Store.SweepSessions(ctx, s.Clock())
}
