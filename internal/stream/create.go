package stream

import "context"

// NewStream is a stream to be made, with its first records.
type NewStream struct {
	ID        ID
	Kind      Kind
	Members   []Member
	Epoch     uint64 // where the records lead to
	GroupInfo []byte // of that epoch; a history has none
	Records   []NewRecord
}

// CreateStream makes a stream and its first records in one durable step. The
// caller is a member; a conversation has one client and one practitioner whose
// accounts have these roles, and its first records hold the commit that brought
// them together; a room begins with its moderator alone and no records. Repeating
// it answers with where the stream stands now.
//
// Errors: ErrNotAMember, ErrWrongMembers, ErrExists, ErrHistoryExists,
// ErrTooManyStreams, and those of Append.
func (s *Service) CreateStream(ctx context.Context, caller AccountID, n NewStream) (Stream, error) {
	if err := s.checkMembers(ctx, caller, n); err != nil {
		return Stream{}, err
	}
	if err := checkStart(n); err != nil {
		return Stream{}, err
	}
	if err := s.admit(caller, n.Records); err != nil {
		return Stream{}, err
	}
	st := Stream{ID: n.ID, Kind: n.Kind, Members: n.Members}
	none := func(Key) (uint64, bool, error) { return 0, false, nil }
	_, added, err := place(st, n.Records, none)
	if err != nil {
		return Stream{}, err
	}
	commits := uint64(0)
	for _, r := range added {
		if r.Kind == Commit {
			commits++
		}
	}
	if n.Epoch != commits || (n.Kind == Conversation && commits == 0) {
		return Stream{}, ErrMalformed
	}
	day := s.now().Unix() / 86400
	fresh := false
	err = s.store.Update(ctx, func(tx Tx) error {
		there, err := tx.Stream(n.ID)
		if err == nil {
			st = there
			return sameStart(tx, there, n)
		}
		if !ErrNotFound.Is(err) {
			return err
		}
		if err := fits(tx, n); err != nil {
			return err
		}
		if err := tx.Create(st, day); err != nil {
			return err
		}
		if n.Kind == Room {
			if err := tx.SetGroupInfo(n.ID, 0, n.GroupInfo); err != nil {
				return err
			}
		}
		if err := keep(tx, st, added, n.GroupInfo); err != nil {
			return err
		}
		st.Head, st.Epoch, fresh = uint64(len(added)), n.Epoch, true
		return nil
	}, func() {
		if fresh {
			s.tellChanged([]Stream{st})
			s.notify.Wrote(caller, newsFor(st.accounts(), caller, added))
		}
	})
	if err != nil {
		return Stream{}, err
	}
	return st, nil
}

// checkStart holds the rules for a stream's first records that need no look at the database.
func checkStart(n NewStream) error {
	if n.Kind != Room {
		return checkRecords(n.Records, n.GroupInfo)
	}
	if len(n.Records) > 0 || len(n.GroupInfo) == 0 {
		return ErrMalformed
	}
	if len(n.GroupInfo) > MaxGroupInfo {
		return ErrRecordTooLarge
	}
	return nil
}

func (s *Service) checkMembers(ctx context.Context, caller AccountID, n NewStream) error {
	if _, ok := (Stream{Members: n.Members}).Role(caller); !ok {
		return ErrNotAMember
	}
	switch n.Kind {
	case History:
		if len(n.Members) != 1 || n.Members[0].Role != Owner {
			return ErrWrongMembers
		}
		return nil
	case Room:
		return s.checkModerator(ctx, n.Members)
	case Conversation:
	default:
		return ErrMalformed
	}
	if len(n.Members) != 2 || n.Members[0].Role+n.Members[1].Role != Client+Practitioner {
		return ErrWrongMembers
	}
	for _, m := range n.Members {
		role, err := s.roleOf(ctx, m.Account)
		if err != nil {
			return err
		}
		if role != m.Role {
			return ErrWrongMembers
		}
	}
	return nil
}

// fits tells whether each member may be in one more stream.
func fits(tx Tx, n NewStream) error {
	for _, m := range n.Members {
		count, err := tx.CountStreams(m.Account)
		if err != nil {
			return err
		}
		if count >= MaxStreams {
			return ErrTooManyStreams
		}
		if n.Kind != History {
			continue
		}
		has, err := tx.HasHistory(m.Account)
		if err != nil {
			return err
		}
		if has {
			return ErrHistoryExists
		}
	}
	return nil
}

// sameStart tells a repeated creation from a clash: same kind, same members,
// same first records by their keys.
func sameStart(tx Tx, there Stream, n NewStream) error {
	if there.Kind != n.Kind || len(there.Members) != len(n.Members) {
		return ErrExists
	}
	for _, m := range n.Members {
		if role, ok := there.Role(m.Account); !ok || role != m.Role {
			return ErrExists
		}
	}
	for i, r := range n.Records {
		seq, found, err := tx.Seq(n.ID, r.Key)
		if err != nil {
			return err
		}
		if !found || seq != uint64(i+1) {
			return ErrExists
		}
	}
	return nil
}
