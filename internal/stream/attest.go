package stream

import (
	"context"
	"slices"

	"alcove/internal/attest"
)

// commitmentSize is how many bytes a commitment has.
const commitmentSize = len(attest.Commitment{})

// attesting is derived before the transaction, which others wait for. Where nothing
// is committed to there is nothing to attest.
func (s *Service) attesting(id ID, records []NewRecord) (attest.Stream, error) {
	if !slices.ContainsFunc(records, func(r NewRecord) bool { return len(r.Commitment) > 0 }) {
		return attest.Stream{}, nil
	}
	return s.attest.Stream(id)
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
// Errors: ErrNotFound, ErrModeratorsOnly, ErrMalformed, ErrNotAttested.
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
	in, err := s.attest.Stream(id)
	if err != nil {
		return attest.Sender{}, err
	}
	sender, err := in.Open(seq, attest.Commitment(commitment), attestation)
	if err != nil {
		return attest.Sender{}, ErrNotAttested
	}
	return sender, nil
}
