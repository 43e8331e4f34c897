package stream

import (
	"context"
	"sync/atomic"
	"time"

	"alcove/internal/attest"
	"alcove/internal/limit"
)

// Store keeps streams. internal/store implements it.
type Store interface {
	// Update runs fn in a transaction and returns when that is durable. Then, and in
	// the order of the commits, it runs after, which must not block. When fn fails
	// nothing of what it did remains and after does not run. Several Updates share a
	// transaction, and an append may be told wrongly that a record is not there yet:
	// then it and others that had part in that transaction are run again, also those
	// that failed, and what they did before was not done.
	Update(ctx context.Context, fn func(Tx) error, after func()) error
	// Stream answers ErrNotFound unless account is a member.
	Stream(ctx context.Context, account AccountID, id ID) (Stream, error)
	// StreamsOf answers in no particular order.
	StreamsOf(ctx context.Context, account AccountID) ([]Stream, error)
	// Read takes all from one snapshot and answers ErrNotFound unless account is
	// a member. r.Limit is set; the records together hold at most MaxReadBytes
	// unless there is but one.
	Read(ctx context.Context, account AccountID, id ID, r Range) (Page, error)
	// Share reports whether a and b talk in one conversation. Who is in one room is
	// nobody's to know.
	Share(ctx context.Context, a, b AccountID) (bool, error)
	// GroupInfo answers ErrNotFound unless account is a member of a stream that has one.
	GroupInfo(ctx context.Context, account AccountID, id ID) (epoch uint64, info []byte, err error)
	// Attestation is empty where there never was a message.
	Attestation(ctx context.Context, id ID, seq uint64) (Attestation, error)
	// Reattest goes through all attestations of all rooms, between what others write,
	// and keeps what is answered in their place. What was written before it began is
	// among them.
	Reattest(ctx context.Context, of func(id ID) (renew func(seq uint64, commitment, attestation []byte) ([]byte, bool), err error)) error
}

// Tx is what happens inside one Update.
type Tx interface {
	// Stream answers ErrNotFound when there is none.
	Stream(id ID) (Stream, error)
	StreamsOf(account AccountID) ([]Stream, error)
	CountStreams(account AccountID) (int, error)
	// Admit makes whoever asks by this handle a member of the room, who reads from a
	// record on. It answers ErrNotAsking when nobody does.
	Admit(id ID, h Handle, first uint64) (AccountID, error)
	// AddModerator adds an account that is not in the room.
	AddModerator(id ID, account AccountID, first uint64) error
	HasHistory(account AccountID) (bool, error)
	Create(s Stream, createdDay int64) error
	// Seq tells where the record with this idempotency key is, if it is.
	Seq(id ID, key Key) (seq uint64, found bool, err error)
	Add(id ID, r Record) error
	SetHead(id ID, head, epoch uint64) error
	SetGroupInfo(id ID, epoch uint64, info []byte) error
	// SetClosed ends writing, or begins it again.
	SetClosed(id ID, closed bool) error
	RemoveMember(id ID, account AccountID) error
	// Delete removes the stream with all its records.
	Delete(id ID) error
	// Due keeps the hour from which on the record with this key is destroyed, if
	// there is such a record; an earlier one stays.
	Due(id ID, k Key, hour uint64) error
	// DueAt is Due for the record with this number.
	DueAt(id ID, seq, hour uint64) error
	// ForgetAsking removes where an account asks to be let in, and is not to be.
	ForgetAsking(account AccountID) error
	// Wish keeps from which hour on the member does not need a record. Once as many
	// members as there are said so, it is due at the latest of their hours.
	Wish(id ID, account AccountID, seq, hour uint64, members int) error
	// Mark keeps that the member needs nothing up to this number from this hour on.
	// It answers how many marks of the member there are then.
	Mark(id ID, account AccountID, m Mark) (int, error)
	// Destroy takes the marks whose hour has come and destroys some of the ciphertext
	// that is due, oldest first. It answers how many records lost theirs; none means
	// that nothing is due.
	Destroy(hour uint64) (int, error)
}

// Notifier tells members who are connected now. Its methods return at once and
// may lose what they are told.
type Notifier interface {
	// RecordsAdded says what is durable now, with the context of who appended it.
	RecordsAdded(ctx context.Context, to []AccountID, stream ID, records []Record)
	Signalled(to []AccountID, stream ID, ciphertext []byte)
	StreamChanged(to []AccountID, s Stream)
	// Wrote says that a device of by is at work, and that there is something new for
	// the others named, of which they may be told outside of the app.
	Wrote(by AccountID, news []AccountID)
}

// RoleOf answers Client or Practitioner for an account that may take part in
// conversations and a fault for any other.
type RoleOf func(ctx context.Context, account AccountID) (Role, error)

// Service holds the rules of streams. It is safe for concurrent use.
type Service struct {
	store  Store
	roleOf RoleOf
	notify Notifier
	now    func() time.Time
	attest atomic.Pointer[attest.Key]
	// written counts what accounts wrote lately, against MaxHourly.
	written *limit.Counter
	// flooding counts what members wrote in a room, against MaxRoomMinute.
	flooding *limit.Counter
	// forgotten counts records whose ciphertext was destroyed.
	forgotten atomic.Uint64
}

// New returns the service over its store. now is asked for the date and for
// the limits; key attests what is said in rooms.
func New(store Store, roleOf RoleOf, notify Notifier, now func() time.Time, key attest.Key) *Service {
	s := &Service{store: store, roleOf: roleOf, notify: notify, now: now, written: limit.New(now, time.Hour), flooding: limit.New(now, time.Minute)}
	s.attest.Store(&key)
	return s
}

// admit counts what account is about to write.
func (s *Service) admit(account AccountID, records []NewRecord) error {
	cost := 0
	for _, r := range records {
		cost += 1 + len(r.Ciphertext)/hourlyPage
	}
	if s.written.AddMany(account[:], cost) > MaxHourly {
		return ErrTooMuch
	}
	return nil
}

// admitToRoom counts what a member of a room is about to write there.
func (s *Service) admitToRoom(st Stream, by Member, records []NewRecord) error {
	if st.Kind != Room || by.Role != RoomMember {
		return nil
	}
	if s.flooding.AddMany(append(by.Account[:], st.ID[:]...), len(records)) > MaxRoomMinute {
		return ErrFlooding
	}
	return nil
}

// ListStreams returns the streams that account is a member of, as it may see them.
func (s *Service) ListStreams(ctx context.Context, account AccountID) ([]Stream, error) {
	streams, err := s.store.StreamsOf(ctx, account)
	for i, st := range streams {
		streams[i] = st.seenBy(account)
	}
	return streams, err
}

// ShareStream reports whether a and b talk in one conversation.
func (s *Service) ShareStream(ctx context.Context, a, b AccountID) (bool, error) {
	return s.store.Share(ctx, a, b)
}

// Read returns records of a stream that account is a member of.
func (s *Service) Read(ctx context.Context, account AccountID, id ID, r Range) (Page, error) {
	if r.Limit <= 0 || r.Limit > MaxRead {
		r.Limit = MaxRead
	}
	return s.store.Read(ctx, account, id, r)
}

// GetGroupInfo returns the group info of the stream's present epoch.
func (s *Service) GetGroupInfo(ctx context.Context, account AccountID, id ID) (epoch uint64, info []byte, err error) {
	return s.store.GroupInfo(ctx, account, id)
}

// Signal passes ciphertext to the other members' connections and keeps nothing.
func (s *Service) Signal(ctx context.Context, account AccountID, id ID, ciphertext []byte) error {
	if len(ciphertext) > MaxSignal {
		return ErrSignalTooLarge
	}
	st, err := s.store.Stream(ctx, account, id)
	if err != nil {
		return err
	}
	if st.Closed {
		return ErrClosed
	}
	var to []AccountID
	for _, m := range st.Members {
		if m.Account != account {
			to = append(to, m.Account)
		}
	}
	s.notify.Signalled(to, id, ciphertext)
	return nil
}

// CloseStream ends a conversation for both, or closes a room until a moderator
// opens it again. Closing it again does nothing.
//
// Errors: ErrNotFound, ErrMalformed, ErrModeratorsOnly.
func (s *Service) CloseStream(ctx context.Context, account AccountID, id ID) error {
	return s.setClosed(ctx, account, id, true)
}

// setClosed does nothing where it is so already. Only a room is opened again.
func (s *Service) setClosed(ctx context.Context, account AccountID, id ID, closed bool) error {
	var changed []Stream
	return s.store.Update(ctx, func(tx Tx) error {
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
		case st.Kind == History, st.Kind == Conversation && !closed:
			return ErrMalformed
		case st.Closed == closed:
			return nil
		}
		st.Closed = closed
		changed = []Stream{st}
		return tx.SetClosed(id, closed)
	}, func() { s.tellChanged(changed) })
}

// ForgetAccount removes what the streams hold of an account that is being
// deleted: its history goes with all records; its conversations are closed and
// lose it as a member, so that the other side can still read them; its rooms lose
// it as well, and are closed without a moderator; what is without members goes
// with all records. Doing it again does nothing.
func (s *Service) ForgetAccount(ctx context.Context, account AccountID) error {
	var changed []Stream
	return s.store.Update(ctx, func(tx Tx) error {
		var err error
		changed, err = Forget(tx, account)
		return err
	}, func() { s.tellChanged(changed) })
}

// Forget is ForgetAccount within a transaction that deletes more than streams.
// It returns the streams that have members left to be told.
func Forget(tx Tx, account AccountID) (changed []Stream, err error) {
	streams, err := tx.StreamsOf(account)
	if err != nil {
		return nil, err
	}
	for _, st := range streams {
		if len(st.Members) == 1 {
			if err := tx.Delete(st.ID); err != nil {
				return nil, err
			}
			continue
		}
		if err := tx.RemoveMember(st.ID, account); err != nil {
			return nil, err
		}
		st.Members = without(st.Members, account)
		if st.Kind != Room || !st.isLed() {
			st.Closed = true
			if err := tx.SetClosed(st.ID, true); err != nil {
				return nil, err
			}
		}
		changed = append(changed, st)
	}
	return changed, tx.ForgetAsking(account)
}

func without(members []Member, account AccountID) []Member {
	var out []Member
	for _, m := range members {
		if m.Account != account {
			out = append(out, m)
		}
	}
	return out
}

func (s *Service) tellChanged(changed []Stream) {
	for _, st := range changed {
		if st.Kind == Room {
			s.tellEach(st, st.accounts())
			continue
		}
		s.notify.StreamChanged(st.accounts(), st)
	}
}
