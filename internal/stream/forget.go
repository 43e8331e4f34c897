package stream

import (
	"context"
	"time"
)

// Forgetting is the destruction of ciphertext whose time has come, whether or
// not any client ever comes back. A message may carry the hour at its append. A
// member may also say, now or for a later hour, that it needs nothing up to a
// record; what no member of a conversation needs is destroyed, so a stolen
// session alone destroys nothing for the other side. It says so of all up to a
// record, or of single ones. A history has but one member, who names its records
// by their idempotency keys. In a room the moderators take messages down, for all
// and now; what ends by itself there carries its hour.
//
// Of the record stay its number, kind, epoch, idempotency key and the SHA-256 of
// its ciphertext: the log keeps its order, a repeated append is still known, and
// the members can tell that nothing was put in another's place. Commits and
// welcomes stay whole: they hold no words, and later devices follow them.

// Mark says that a member needs no message up to UpTo from Hour on.
type Mark struct {
	UpTo uint64
	Hour uint64 // since 1970; 0 means now
}

// Forgetting is what one Forget asks for.
type Forgetting struct {
	Marks []Mark   // in a conversation
	Keys  []Key    // in a history
	Seqs  []uint64 // in a conversation or a room
	Hour  uint64   // for keys and seqs; 0 means now
}

const (
	// maxHour is far beyond every end that means anything.
	maxHour = 1 << 32
	// maxMarks bounds the marks a member has waiting in one conversation.
	maxMarks = 64
)

// Forget keeps what account asks for and destroys what is due now. Marks beyond
// the head count up to the head.
//
// Errors: ErrNotFound, ErrMalformed, ErrTooManyRecords, ErrModeratorsOnly, and those of the store.
func (s *Service) Forget(ctx context.Context, account AccountID, id ID, what Forgetting) error {
	if len(what.Marks) > MaxMarks || len(what.Keys) > MaxForget || len(what.Seqs) > MaxForget {
		return ErrTooManyRecords
	}
	now := s.hour()
	err := s.store.Update(ctx, func(tx Tx) error {
		st, err := tx.Stream(id)
		if err != nil {
			return err
		}
		role, ok := st.Role(account)
		switch {
		case !ok:
			return ErrNotFound
		case role == RoomMember:
			return ErrModeratorsOnly
		case st.Kind == Room && len(what.Marks) > 0:
			return ErrMalformed
		}
		if st.Kind == History && len(what.Marks)+len(what.Seqs) > 0 || st.Kind != History && len(what.Keys) > 0 || what.Hour > maxHour {
			return ErrMalformed
		}
		for _, k := range what.Keys {
			if err := tx.Due(id, k, atLeast(what.Hour, now)); err != nil {
				return err
			}
		}
		for _, seq := range what.Seqs {
			if seq == 0 || seq > st.Head {
				return ErrMalformed
			}
			if err := forgetOne(tx, st, account, seq, atLeast(what.Hour, now)); err != nil {
				return err
			}
		}
		for _, m := range what.Marks {
			if m.Hour > maxHour {
				return ErrMalformed
			}
			n, err := tx.Mark(id, account, Mark{UpTo: min(m.UpTo, st.Head), Hour: atLeast(m.Hour, now)})
			if err != nil {
				return err
			}
			if n > maxMarks {
				return ErrTooManyRecords
			}
		}
		return nil
	}, func() {})
	if err != nil {
		return err
	}
	return s.destroy(ctx)
}

func forgetOne(tx Tx, st Stream, account AccountID, seq, hour uint64) error {
	if st.Kind == Room {
		return tx.DueAt(st.ID, seq, hour)
	}
	return tx.Wish(st.ID, account, seq, hour, len(st.Members))
}

// Sweep destroys what is due, and forgets what accounts wrote long ago.
func (s *Service) Sweep(ctx context.Context) error {
	s.written.Purge()
	return s.destroy(ctx)
}

// Forgotten is how many records lost their ciphertext since the server started.
func (s *Service) Forgotten() uint64 { return s.forgotten.Load() }

// destroy works in short steps, so that who writes waits a moment at most.
func (s *Service) destroy(ctx context.Context) error {
	for {
		var n int
		err := s.store.Update(ctx, func(tx Tx) (err error) {
			n, err = tx.Destroy(s.hour())
			return err
		}, func() {})
		if err != nil || n == 0 {
			return err
		}
		s.forgotten.Add(uint64(n))
	}
}

func (s *Service) hour() uint64 { return uint64(s.now().Unix() / int64(time.Hour/time.Second)) }

func atLeast(hour, now uint64) uint64 { return max(hour, now) }
