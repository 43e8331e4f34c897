package room

import (
	"context"
	"io"
	"time"

	"alcove/internal/fault"
	"alcove/internal/stream"
)

// The refusals of this package. Codes are stable; see docs/protocol.md.
var (
	// ErrNotFound: there is no such room, or it is not open to be looked at.
	ErrNotFound = fault.New(fault.NotFound, "room_not_found", "This room does not exist.")
	// ErrNotAsked: the room takes nobody in at present.
	ErrNotAsked = fault.New(fault.Precondition, "room_takes_nobody", "This room takes nobody in at the moment.")
	// ErrNotLetIn: the moderators do not want to be asked again.
	ErrNotLetIn = fault.New(fault.Forbidden, "room_entry_refused", "The people who lead this room do not let you in.")
	// ErrTooManyAsking: too many stand at the door, or the account stands at too many.
	ErrTooManyAsking = fault.New(fault.Exhausted, "room_too_many_asking", "Too many are waiting to be let in. Please try again later.")
	// ErrTooLarge: a face or what is left at the door is longer than MaxFace or MaxSealed.
	ErrTooLarge = fault.New(fault.Exhausted, "room_too_large", "This is too long.")
)

// Store keeps rooms. internal/store implements it.
type Store interface {
	// Update runs fn once in a transaction and returns when that is durable; then it
	// runs after, as stream.Store does.
	Update(ctx context.Context, fn func(Tx) error, after func()) error
	// Listed gives the rooms that everybody may see.
	Listed(ctx context.Context) ([]Room, error)
	// Room answers ErrNotFound when there is none.
	Room(ctx context.Context, id stream.ID) (Room, error)
	// Standing answers Outside also for a room that does not exist.
	Standing(ctx context.Context, account stream.AccountID, id stream.ID) (Standing, error)
	// Asking gives those at the door, the longest there first.
	Asking(ctx context.Context, id stream.ID) ([]Asking, error)
	// Cards gives the intake cards of a room's members.
	Cards(ctx context.Context, id stream.ID) ([]Card, error)
	// Bans gives the handles of those who are not let in any more.
	Bans(ctx context.Context, id stream.ID) ([]stream.Handle, error)
	// Stream answers stream.ErrNotFound unless account is in it.
	Stream(ctx context.Context, account stream.AccountID, id stream.ID) (stream.Stream, error)
}

// Tx is what happens inside one Update.
type Tx interface {
	// Stream answers stream.ErrNotFound when there is none.
	Stream(id stream.ID) (stream.Stream, error)
	// Room answers ErrNotFound when there is none.
	Room(id stream.ID) (Room, error)
	PutRoom(r Room) error
	IsBanned(id stream.ID, account stream.AccountID) (bool, error)
	// CountAsking tells how many stand at the door, and at how many the account does.
	CountAsking(id stream.ID, account stream.AccountID) (there, own int, err error)
	// PutAsking replaces what the account left at this door.
	PutAsking(id stream.ID, account stream.AccountID, a Asking) error
	Withdraw(id stream.ID, account stream.AccountID) error
	// Asker answers stream.ErrNotAsking when nobody is named so.
	Asker(id stream.ID, h stream.Handle) (stream.AccountID, error)
	// Decline keeps that the one named so was declined, and nothing that they left.
	Decline(id stream.ID, h stream.Handle) error
	Ban(id stream.ID, account stream.AccountID, h stream.Handle) error
	LiftBan(id stream.ID, h stream.Handle) error
	// PutCard replaces a member's intake card.
	PutCard(id stream.ID, account stream.AccountID, sealed []byte) error
	// SweepAsking removes who asked before a day.
	SweepAsking(day int64) error
}

// Notifier tells moderators who are connected. Implemented by package stream.
type Notifier interface {
	TellModerators(room stream.Stream, asking stream.AccountID)
}

// Service holds the rules of doors. It is safe for concurrent use.
type Service struct {
	store  Store
	notify Notifier
	now    func() time.Time
	random io.Reader
}

// New returns the service over its store.
func New(store Store, notify Notifier, now func() time.Time, random io.Reader) *Service {
	return &Service{store, notify, now, random}
}

// Listed gives the rooms that everybody may see.
func (s *Service) Listed(ctx context.Context) ([]Room, error) { return s.store.Listed(ctx) }

// Get gives a room to whoever knows its id, and how they stand to it.
//
// Errors: ErrNotFound.
func (s *Service) Get(ctx context.Context, account stream.AccountID, id stream.ID) (Room, Standing, error) {
	r, err := s.store.Room(ctx, id)
	if err != nil {
		return Room{}, 0, err
	}
	standing, err := s.store.Standing(ctx, account, id)
	return r, standing, err
}

// Put keeps what is told of a room.
//
// Errors: stream.ErrNotFound, stream.ErrModeratorsOnly, ErrTooLarge.
func (s *Service) Put(ctx context.Context, account stream.AccountID, r Room) error {
	if len(r.Face) > MaxFace || len(r.Face) == 0 {
		return ErrTooLarge
	}
	return s.store.Update(ctx, func(tx Tx) error {
		if _, err := led(tx, account, r.ID); err != nil {
			return err
		}
		return tx.PutRoom(r)
	}, func() {})
}

// Ask leaves something at the door, in place of what the account left there before.
// Who is inside asks for a further device, under the handle that they have.
//
// Errors: ErrNotFound, ErrNotAsked, ErrNotLetIn, ErrTooManyAsking, ErrTooLarge.
func (s *Service) Ask(ctx context.Context, account stream.AccountID, id stream.ID, sealed []byte) error {
	if len(sealed) > MaxSealed || len(sealed) == 0 {
		return ErrTooLarge
	}
	a := Asking{Sealed: sealed, Day: s.day()}
	if _, err := io.ReadFull(s.random, a.Handle[:]); err != nil {
		return err
	}
	var st stream.Stream
	return s.store.Update(ctx, func(tx Tx) error {
		r, err := tx.Room(id)
		if err != nil {
			return err
		}
		if st, err = tx.Stream(id); err != nil {
			return err
		}
		if err := s.mayAsk(tx, r, st, account); err != nil {
			return err
		}
		// One account is one member, whatever identity its client shows at the door.
		if m, _ := st.Member(account); m.Role == stream.RoomMember {
			a.Handle = m.Handle
		}
		return tx.PutAsking(id, account, a)
	}, func() { s.notify.TellModerators(st, account) })
}

func (s *Service) mayAsk(tx Tx, r Room, st stream.Stream, account stream.AccountID) error {
	if banned, err := tx.IsBanned(r.ID, account); err != nil || banned {
		return either(err, ErrNotLetIn)
	}
	if _, inside := st.Role(account); !inside && !r.Asking {
		return ErrNotAsked
	}
	there, own, err := tx.CountAsking(r.ID, account)
	if err != nil || there >= MaxAsking || own >= MaxAsked {
		return either(err, ErrTooManyAsking)
	}
	return nil
}

// Withdraw takes away what the account left at the door. Where nothing is it does nothing.
func (s *Service) Withdraw(ctx context.Context, account stream.AccountID, id stream.ID) error {
	var st stream.Stream
	return s.store.Update(ctx, func(tx Tx) (err error) {
		if st, err = tx.Stream(id); err != nil {
			return err
		}
		return tx.Withdraw(id, account)
	}, func() { s.notify.TellModerators(st, account) })
}

// Door gives a moderator those who ask, and the handles of those banned.
//
// Errors: stream.ErrNotFound, stream.ErrModeratorsOnly.
func (s *Service) Door(ctx context.Context, account stream.AccountID, id stream.ID) ([]Asking, []stream.Handle, error) {
	st, err := s.store.Stream(ctx, account, id)
	if err == nil {
		err = leads(st, account)
	}
	if err != nil {
		return nil, nil, err
	}
	asking, err := s.store.Asking(ctx, id)
	if err != nil {
		return nil, nil, err
	}
	bans, err := s.store.Bans(ctx, id)
	return asking, bans, err
}

// PutCard replaces a member's intake card.
//
// Errors: stream.ErrNotFound, ErrTooLarge.
func (s *Service) PutCard(ctx context.Context, account stream.AccountID, id stream.ID, sealed []byte) error {
	if len(sealed) > MaxSealed || len(sealed) == 0 {
		return ErrTooLarge
	}
	var st stream.Stream
	return s.store.Update(ctx, func(tx Tx) (err error) {
		if st, err = tx.Stream(id); err != nil {
			return err
		}
		if role, _ := st.Role(account); role != stream.RoomMember {
			return stream.ErrNotFound
		}
		return tx.PutCard(id, account, sealed)
	}, func() { s.notify.TellModerators(st, account) })
}

// Cards gives a moderator the members' intake cards.
//
// Errors: stream.ErrNotFound, stream.ErrModeratorsOnly.
func (s *Service) Cards(ctx context.Context, account stream.AccountID, id stream.ID) ([]Card, error) {
	st, err := s.store.Stream(ctx, account, id)
	if err == nil {
		err = leads(st, account)
	}
	if err != nil {
		return nil, err
	}
	return s.store.Cards(ctx, id)
}

// Decline answers somebody at the door with no. They may ask again.
//
// Errors: stream.ErrNotFound, stream.ErrModeratorsOnly, stream.ErrNotAsking.
func (s *Service) Decline(ctx context.Context, account stream.AccountID, id stream.ID, h stream.Handle) error {
	return s.store.Update(ctx, func(tx Tx) error {
		if _, err := led(tx, account, id); err != nil {
			return err
		}
		if _, err := tx.Asker(id, h); err != nil {
			return err
		}
		return tx.Decline(id, h)
	}, func() {})
}

// Ban keeps the account behind a handle, of a member or of somebody who asks, from
// asking again. Out of the room it is taken by a commit.
//
// Errors: stream.ErrNotFound, stream.ErrModeratorsOnly, stream.ErrNotAsking.
func (s *Service) Ban(ctx context.Context, account stream.AccountID, id stream.ID, h stream.Handle) error {
	return s.store.Update(ctx, func(tx Tx) error {
		st, err := led(tx, account, id)
		if err != nil {
			return err
		}
		if who, inside := st.Named(h); inside {
			return tx.Ban(id, who, h)
		}
		who, err := tx.Asker(id, h)
		if err != nil {
			return err
		}
		if err := tx.Decline(id, h); err != nil {
			return err
		}
		return tx.Ban(id, who, h)
	}, func() {})
}

// LiftBan lets somebody ask again. Where there is no such ban it does nothing.
//
// Errors: stream.ErrNotFound, stream.ErrModeratorsOnly.
func (s *Service) LiftBan(ctx context.Context, account stream.AccountID, id stream.ID, h stream.Handle) error {
	return s.store.Update(ctx, func(tx Tx) error {
		if _, err := led(tx, account, id); err != nil {
			return err
		}
		return tx.LiftBan(id, h)
	}, func() {})
}

// Sweep removes who has stood at a door for too long.
func (s *Service) Sweep(ctx context.Context) error {
	return s.store.Update(ctx, func(tx Tx) error { return tx.SweepAsking(s.day() - AskedDays) }, func() {})
}

func (s *Service) day() int64 { return s.now().Unix() / 86400 }

// led gives the room's stream to who leads it.
func led(tx Tx, account stream.AccountID, id stream.ID) (stream.Stream, error) {
	st, err := tx.Stream(id)
	if err != nil {
		return st, err
	}
	return st, leads(st, account)
}

func leads(st stream.Stream, account stream.AccountID) error {
	switch role, inside := st.Role(account); {
	case !inside || st.Kind != stream.Room:
		return stream.ErrNotFound
	case role != stream.Moderator:
		return stream.ErrModeratorsOnly
	}
	return nil
}

func either(err, otherwise error) error {
	if err != nil {
		return err
	}
	return otherwise
}
