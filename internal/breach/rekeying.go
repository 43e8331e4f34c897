package breach

import (
	"context"

	"alcove/internal/account"
	"alcove/internal/fault"
)

// Rekeying asks all devices to replace their own keys in every conversation, by an
// update of their path (RFC 9420 §12.4): whoever holds copies of the former keys
// reads nothing of what is said afterwards. In a room a member's leaf is replaced by
// a moderator's commit. The server can only ask. Which commits were made for it it
// cannot tell from any others, so it says of nobody that they did.
//
// Devices honour one a day, whatever a server says; so stewards can ask once a day.
type Rekeying struct {
	Number uint32 // how often it was asked for; 0: never
	Day    int64  // when last, in days since 1970
}

// Caller tells all who are connected that they are asked. Implemented by package relay.
type Caller interface {
	RekeyingAsked(number uint32, day int64)
}

// ErrRekeyed is what a Store answers when it was asked for on this day already.
var ErrRekeyed = fault.New(fault.Precondition, "rekeyed_today", "The keys are being replaced already. You can ask for it again tomorrow.")

// Rekey asks for it.
func (s *Service) Rekey(ctx context.Context, by account.Session) (Rekeying, error) {
	if !by.Fresh {
		return Rekeying{}, errNotFresh
	}
	return s.AskRekeying(ctx)
}

// AskRekeying is Rekey by whoever has the machine.
func (s *Service) AskRekeying(ctx context.Context) (Rekeying, error) {
	r, err := s.store.AskRekeying(ctx, s.today())
	if err != nil {
		return Rekeying{}, err
	}
	s.caller.RekeyingAsked(r.Number, r.Day)
	return r, nil
}

// Rekeying tells what was asked for last.
func (s *Service) Rekeying(ctx context.Context) (Rekeying, error) { return s.store.Rekeying(ctx) }
