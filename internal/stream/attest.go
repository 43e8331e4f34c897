package stream

import (
	"bytes"
	"context"
	"io"
	"slices"

	"alcove/internal/attest"
)

// commitmentSize is how many bytes a commitment has.
const commitmentSize = len(attest.Commitment{})

// attesting is derived before the transaction, which others wait for. Where nothing
// is committed to there is nothing to attest. In the transaction attestingNow is asked
// for it: the key may have been exchanged in between.
type attesting struct {
	key *attest.Key // nil: nothing is attested
	in  attest.Stream
}

func (s *Service) attesting(id ID, records []NewRecord) (attesting, error) {
	if !slices.ContainsFunc(records, func(r NewRecord) bool { return len(r.Commitment) > 0 }) {
		return attesting{}, nil
	}
	key := s.attest.Load()
	in, err := key.Stream(id)
	return attesting{key, in}, err
}

func (s *Service) attestingNow(id ID, before attesting) (attest.Stream, error) {
	if key := s.attest.Load(); before.key != nil && key != before.key {
		return key.Stream(id)
	}
	return before.in, nil
}

// attestAll says of a room's messages who sent them. A member stands there by the
// handle of now, which is worth nothing once they left; not by the account.
func attestAll(with attest.Stream, added []Record, by Member) {
	sender := attest.Sender{Leads: by.Role == Moderator, ID: by.Handle}
	if sender.Leads {
		sender.ID = by.Account
	}
	for i, r := range added {
		if len(r.Commitment) > 0 {
			added[i].Attest = with.Seal(r.Seq, attest.Commitment(r.Commitment), sender)
		}
	}
}

// Attested tells a moderator of the room who sent the message that a report is
// about, if the server attested it. It works for what was destroyed meanwhile.
//
// Errors: ErrNotFound, ErrModeratorsOnly, ErrMalformed, ErrNotAttested, ErrAttestedBefore.
func (s *Service) Attested(ctx context.Context, account AccountID, id ID, seq uint64, commitment, attestation []byte) (attest.Sender, error) {
	st, err := s.store.Stream(ctx, account, id)
	if err != nil {
		return attest.Sender{}, err
	}
	switch role, _ := st.Role(account); {
	case st.Kind != Room:
		return attest.Sender{}, ErrNotFound
	case role != Moderator:
		return attest.Sender{}, ErrModeratorsOnly
	case len(commitment) != commitmentSize:
		return attest.Sender{}, ErrMalformed
	}
	key := s.attest.Load()
	in, err := key.Stream(id)
	if err != nil {
		return attest.Sender{}, err
	}
	if sender, err := in.Open(seq, attest.Commitment(commitment), attestation); err == nil {
		return sender, nil
	}
	if former, changing, err := key.Former(id); err != nil {
		return attest.Sender{}, err
	} else if changing {
		if sender, err := former.Open(seq, attest.Commitment(commitment), attestation); err == nil {
			return sender, nil
		}
	}
	return s.attestedBefore(ctx, in, id, seq, attest.Commitment(commitment))
}

// attestedBefore tells who sent what was attested under a former key: by what the
// server itself still keeps of that place, which was renewed when the key was exchanged.
func (s *Service) attestedBefore(ctx context.Context, in attest.Stream, id ID, seq uint64, c attest.Commitment) (attest.Sender, error) {
	kept, err := s.store.Attestation(ctx, id, seq)
	switch {
	case err != nil:
		return attest.Sender{}, err
	case kept.Forgotten && kept.Exchanged:
		return attest.Sender{}, ErrAttestedBefore
	case !bytes.Equal(kept.Commitment, c[:]):
		return attest.Sender{}, ErrNotAttested
	}
	sender, err := in.OpenRenewed(seq, c, kept.Attest)
	if err != nil {
		return attest.Sender{}, ErrNotAttested
	}
	return sender, nil
}

// Attestation is what the server still keeps of a place in a room.
type Attestation struct {
	Commitment, Attest []byte
	Forgotten          bool // a message was there, and is destroyed
	Exchanged          bool // the key was exchanged once
}

// ExchangeAttest makes another key for what is said of rooms' messages, and renews what
// the former one attested, while messages are written. One that was broken off is
// finished instead. To be called by one at a time.
func (s *Service) ExchangeAttest(ctx context.Context, random io.Reader) error {
	if key := s.attest.Load(); !key.Changing() {
		next, err := key.Next(random)
		if err != nil {
			return err
		}
		s.attest.Store(&next)
	}
	_, err := s.SettleAttest(ctx)
	return err
}

// SettleAttest finishes an exchange that was broken off; false where there is none.
func (s *Service) SettleAttest(ctx context.Context) (found bool, err error) {
	key := s.attest.Load()
	if !key.Changing() {
		return false, nil
	}
	err = s.store.Reattest(ctx, func(id ID) (func(seq uint64, commitment, attestation []byte) ([]byte, bool), error) {
		former, _, err := key.Former(id)
		if err != nil {
			return nil, err
		}
		in, err := key.Stream(id)
		return func(seq uint64, commitment, attestation []byte) ([]byte, bool) {
			if len(commitment) != commitmentSize {
				return nil, false
			}
			next, err := in.Renew(former, seq, attest.Commitment(commitment), attestation)
			return next, err == nil // else it is of the new key already
		}, err
	})
	if err != nil {
		return true, err
	}
	alone, err := key.Alone()
	if err == nil {
		s.attest.Store(&alone)
	}
	return true, err
}
