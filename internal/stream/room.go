package stream

import (
	"context"
	"slices"
)

// A room is one MLS group like a conversation, but with members who do not know
// each other's accounts, and with moderators, practitioners, who alone make
// commits. That is checked here and once more by every member's client, which
// trusts nobody's word for it.
//
// Who wants to come in asks at the door (package room) and is named there by a
// handle. A moderator's commit adds their device to the group and in the same
// step makes the account behind the handle a member, who reads from that commit
// on. A commit that removes a device takes the account out in the same way, so
// that it can neither read nor write what follows, whatever its client does.
//
// Moderators see each other's accounts and of the others the handles; a member
// sees of the others nothing at all.

// Change is what a moderator's commit does to who is in the room.
type Change struct {
	Admit  []Handle // who ask to be let in
	Remove []Handle // members
	// Appoint names practitioners who lead the room, too, from this commit on.
	Appoint []AccountID
}

func (c Change) size() int { return len(c.Admit) + len(c.Remove) + len(c.Appoint) }

// moved is a room after a change, and who came or went by it.
type moved struct {
	room Stream
	who  []AccountID
}

func (s *Service) checkModerator(ctx context.Context, members []Member) error {
	if len(members) != 1 || members[0].Role != Moderator {
		return ErrWrongMembers
	}
	return s.checkPractitioners(ctx, []AccountID{members[0].Account})
}

func (s *Service) checkPractitioners(ctx context.Context, accounts []AccountID) error {
	for _, account := range accounts {
		role, err := s.roleOf(ctx, account)
		if err != nil {
			return err
		}
		if role != Practitioner {
			return ErrWrongMembers
		}
	}
	return nil
}

// mayAppend holds what a member's role allows.
func mayAppend(st Stream, role Role, records []NewRecord, change Change) error {
	commits := 0
	for _, r := range records {
		if r.Kind != Message && role == RoomMember {
			return ErrModeratorsOnly
		}
		if r.Kind == Commit {
			commits++
		}
	}
	if change.size() > 0 && (role != Moderator || commits == 0) {
		return ErrMalformed
	}
	return nil
}

// move lets in and out whom a commit names that was taken just now; a repeated
// one did so the first time.
func (s Stream) move(tx Tx, added []Record, change Change) (moved, error) {
	m := moved{room: s}
	first := uint64(0)
	for _, r := range added {
		if r.Kind == Commit {
			first = r.Seq
		}
	}
	if change.size() == 0 || first == 0 {
		return m, nil
	}
	for _, h := range change.Remove {
		account, ok := m.room.Named(h)
		if !ok {
			return m, ErrNotAsking
		}
		if err := tx.RemoveMember(s.ID, account); err != nil {
			return m, err
		}
		m.room.Members = without(m.room.Members, account)
		m.who = append(m.who, account)
	}
	for _, h := range change.Admit {
		account, err := tx.Admit(s.ID, h, first)
		if err != nil {
			return m, err
		}
		n, err := tx.CountStreams(account)
		if err != nil {
			return m, err
		}
		if n > MaxStreams {
			return m, ErrTooManyStreams
		}
		if _, inside := m.room.Role(account); !inside {
			m.room.Members = append(m.room.Members, Member{Account: account, Role: RoomMember, Handle: h, First: first})
		}
		m.who = append(m.who, account)
	}
	for _, account := range change.Appoint {
		if err := m.appoint(tx, account, first); err != nil {
			return m, err
		}
	}
	if len(m.room.Members) > MaxRoom {
		return m, ErrRoomFull
	}
	return m, nil
}

// appoint makes a practitioner a moderator, who must not be in the room.
func (m *moved) appoint(tx Tx, account AccountID, first uint64) error {
	if _, inside := m.room.Role(account); inside {
		return ErrWrongMembers
	}
	if err := tx.AddModerator(m.room.ID, account, first); err != nil {
		return err
	}
	m.room.Members = append(m.room.Members, Member{Account: account, Role: Moderator, First: first})
	m.who = append(m.who, account)
	return nil
}

// Appoint makes a practitioner a moderator of a room, by the practice and not by
// those who lead it: for one whose moderators are gone. They read from then on.
// In the room's group they are nobody until its members' devices take their commit.
//
// Errors: ErrNotFound, ErrWrongMembers, ErrTooManyStreams, ErrRoomFull.
func (s *Service) Appoint(ctx context.Context, id ID, account AccountID) error {
	if err := s.checkPractitioners(ctx, []AccountID{account}); err != nil {
		return err
	}
	var m moved
	return s.store.Update(ctx, func(tx Tx) error {
		st, err := tx.Stream(id)
		if err != nil {
			return err
		}
		if st.Kind != Room {
			return ErrNotFound
		}
		n, err := tx.CountStreams(account)
		if err != nil {
			return err
		}
		if n >= MaxStreams {
			return ErrTooManyStreams
		}
		if len(st.Members) >= MaxRoom {
			return ErrRoomFull
		}
		m = moved{room: st}
		return m.appoint(tx, account, st.Head+1)
	}, func() { s.tellMoved(m) })
}

// writableBy is the stream as somebody finds it who wants to append: of a closed
// room its moderators go on writing, so that they can see to its members.
func (s Stream) writableBy(role Role, records []NewRecord) Stream {
	other := func(r NewRecord) bool { return r.Kind != Message }
	if s.Kind == Room && role == Moderator && !slices.ContainsFunc(records, other) {
		s.Closed = false
	}
	return s
}

// Named finds a member by its handle.
func (s Stream) Named(h Handle) (AccountID, bool) {
	for _, m := range s.Members {
		if m.Role == RoomMember && m.Handle == h {
			return m.Account, true
		}
	}
	return AccountID{}, false
}

func (s Stream) moderators() []AccountID {
	var out []AccountID
	for _, m := range s.Members {
		if m.Role == Moderator {
			out = append(out, m.Account)
		}
	}
	return out
}

func (s Stream) isLed() bool { return len(s.moderators()) > 0 }

// seenBy is what account may know of the stream. Of a room that it left it learns
// that it is not in it.
func (s Stream) seenBy(account AccountID) Stream {
	if s.Kind != Room {
		return s
	}
	own, _ := s.Member(account)
	s.First = own.First
	var shown []Member
	for _, m := range s.Members {
		if m.Account != account && own.Role != Moderator {
			continue
		}
		if m.Account != account && m.Role == RoomMember {
			m.Account = AccountID{}
		}
		shown = append(shown, m)
	}
	s.Members = shown
	return s
}

// tellMoved tells those who came and went, and the moderators. The others see it
// by the commit.
func (s *Service) tellMoved(m moved) {
	if len(m.who) > 0 {
		s.tellEach(m.room, append(m.room.moderators(), m.who...))
	}
}

func (s *Service) tellEach(room Stream, to []AccountID) {
	for _, account := range to {
		s.notify.StreamChanged([]AccountID{account}, room.seenBy(account))
	}
}

// TellModerators tells those who lead a room that something at its door changed,
// and that somebody asks, if so.
func (s *Service) TellModerators(room Stream, asking AccountID) {
	s.tellEach(room, room.moderators())
	s.notify.Wrote(asking, room.moderators())
}

// OpenStream opens a closed room again.
//
// Errors: ErrNotFound, ErrMalformed, ErrModeratorsOnly.
func (s *Service) OpenStream(ctx context.Context, account AccountID, id ID) error {
	return s.setClosed(ctx, account, id, false)
}

// LeaveStream takes account out of a room. Its devices stay in the group until a
// moderator's commit removes them, but are given nothing any more.
//
// Errors: ErrNotFound, ErrMalformed, ErrLastModerator.
func (s *Service) LeaveStream(ctx context.Context, account AccountID, id ID) error {
	var left Stream
	return s.store.Update(ctx, func(tx Tx) error {
		st, err := tx.Stream(id)
		if err != nil {
			return err
		}
		if _, ok := st.Role(account); !ok {
			return ErrNotFound
		}
		if st.Kind != Room {
			return ErrMalformed
		}
		st.Members = without(st.Members, account)
		if !st.isLed() {
			return ErrLastModerator
		}
		left = st
		return tx.RemoveMember(id, account)
	}, func() { s.tellEach(left, append(left.moderators(), account)) })
}
