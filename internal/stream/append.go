package stream

import (
	"context"
	"slices"
	"sync"
)

// Append adds records to a stream that account is a member of and returns their
// sequence numbers once they are durable, or adds none. groupInfo belongs to a
// commit: it is given exactly when the records hold one.
//
// Errors: ErrNotFound, ErrClosed, ErrEpochStale (with the present epoch),
// ErrMalformed, ErrRecordTooLarge, ErrTooManyRecords, ErrTooMuch,
// ErrModeratorsOnly, ErrFlooding, and those of the store.
func (s *Service) Append(ctx context.Context, account AccountID, id ID, records []NewRecord, groupInfo []byte) ([]uint64, error) {
	return s.AppendChange(ctx, account, id, records, groupInfo, Change{})
}

// AppendChange is Append with the commit of a room's moderator that lets
// somebody in or out: both happen or neither.
//
// Further errors: ErrNotAsking, ErrRoomFull, ErrTooManyStreams, ErrWrongMembers.
func (s *Service) AppendChange(ctx context.Context, account AccountID, id ID, records []NewRecord, groupInfo []byte, change Change) ([]uint64, error) {
	if len(records) == 0 || change.size() > MaxAdmit {
		return nil, ErrMalformed
	}
	if err := checkRecords(records, groupInfo); err != nil {
		return nil, err
	}
	if err := s.checkPractitioners(ctx, change.Appoint); err != nil {
		return nil, err
	}
	if err := s.admit(account, records); err != nil {
		return nil, err
	}
	attesting, err := s.attesting(id, records)
	if err != nil {
		return nil, err
	}
	var (
		to    []AccountID
		seqs  []uint64
		added []Record
		moves moved
		// The limit counts once what is appended, also where this runs again.
		count    sync.Once
		flooding error
	)
	err = s.store.Update(ctx, func(tx Tx) error {
		st, err := tx.Stream(id)
		if err != nil {
			return err
		}
		by, ok := st.Member(account)
		if !ok {
			return ErrNotFound
		}
		if err := mayAppend(st, by.Role, records, change); err != nil {
			return err
		}
		count.Do(func() { flooding = s.admitToRoom(st, by, records) })
		if flooding != nil {
			return flooding
		}
		seqs, added, err = place(st.writableBy(by.Role, records), records, func(k Key) (uint64, bool, error) { return tx.Seq(id, k) })
		if err != nil {
			return err
		}
		in, err := s.attestingNow(id, attesting)
		if err != nil {
			return err
		}
		attestAll(in, added, by)
		if err := keep(tx, st, added, groupInfo); err != nil {
			return err
		}
		moves, err = st.move(tx, added, change)
		to = moves.room.accounts()
		return err
	}, func() {
		if len(added) > 0 {
			s.tellMoved(moves)
			s.notify.RecordsAdded(ctx, to, id, added)
			s.notify.Wrote(account, newsFor(to, account, added))
		}
	})
	if err != nil {
		return nil, err
	}
	return seqs, nil
}

// newsFor names the others, if there is something among the records that they may be told of.
func newsFor(members []AccountID, by AccountID, records []Record) []AccountID {
	if !slices.ContainsFunc(records, func(r Record) bool { return r.News && r.Kind == Message }) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(members), func(a AccountID) bool { return a == by })
}

// checkRecords holds the rules that need no look at the stream.
func checkRecords(records []NewRecord, groupInfo []byte) error {
	if len(records) > MaxRecords {
		return ErrTooManyRecords
	}
	commits, total := 0, 0
	keys := make(map[Key]struct{}, len(records))
	for _, r := range records {
		if len(r.Ciphertext) > MaxCiphertext {
			return ErrRecordTooLarge
		}
		total += len(r.Ciphertext)
		keys[r.Key] = struct{}{}
		switch r.Kind {
		case Commit:
			commits++
		case Welcome:
			if commits == 0 {
				return ErrMalformed
			}
		case Message:
		default:
			return ErrMalformed
		}
		if r.ForgetHour > maxHour || r.ForgetHour > 0 && r.Kind != Message {
			return ErrMalformed
		}
		if len(r.Ciphertext) == 0 || len(r.Commitment) > 0 && len(r.Commitment) != commitmentSize {
			return ErrMalformed
		}
	}
	switch {
	case total > MaxAppend || len(groupInfo) > MaxGroupInfo:
		return ErrRecordTooLarge
	case commits > 1, len(keys) != len(records), (commits == 1) != (len(groupInfo) > 0):
		return ErrMalformed
	}
	return nil
}

// place gives each record its sequence number: that of the first record with
// its key, or the next free one if the stream may take it where it stands.
func place(st Stream, records []NewRecord, seqOf func(Key) (uint64, bool, error)) (seqs []uint64, added []Record, err error) {
	seqs = make([]uint64, 0, len(records))
	head, epoch := st.Head, st.Epoch
	for _, r := range records {
		seq, found, err := seqOf(r.Key)
		if err != nil {
			return nil, nil, err
		}
		if found {
			seqs = append(seqs, seq)
			continue
		}
		if epoch, err = take(st, r, epoch); err != nil {
			return nil, nil, err
		}
		head++
		seqs = append(seqs, head)
		added = append(added, Record{Seq: head, NewRecord: r})
	}
	return seqs, added, nil
}

// take decides whether a stream that has come to epoch takes r, and returns the
// epoch after it.
func take(st Stream, r NewRecord, epoch uint64) (uint64, error) {
	switch {
	case st.Closed:
		return 0, ErrClosed
	case st.Kind == History && (r.Kind != Message || r.Epoch != 0):
		return 0, ErrMalformed
	case r.Kind == Welcome && epoch == st.Epoch:
		return 0, ErrMalformed // its commit was stored earlier, and the welcome with it
	case (st.Kind == Room && r.Kind == Message) != (len(r.Commitment) > 0):
		return 0, ErrMalformed
	case r.Epoch != epoch:
		return 0, ErrEpochStale.At(st.Epoch)
	case r.Kind == Commit:
		return epoch + 1, nil
	}
	return epoch, nil
}

// keep writes what place found to be new.
func keep(tx Tx, st Stream, added []Record, groupInfo []byte) error {
	if len(added) == 0 {
		return nil
	}
	head, epoch, committed := st.Head, st.Epoch, false
	for _, r := range added {
		if err := tx.Add(st.ID, r); err != nil {
			return err
		}
		head = r.Seq
		if r.Kind == Commit {
			epoch, committed = epoch+1, true
		}
	}
	if committed {
		if err := tx.SetGroupInfo(st.ID, epoch, groupInfo); err != nil {
			return err
		}
	}
	return tx.SetHead(st.ID, head, epoch)
}
