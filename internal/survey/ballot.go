package survey

import (
	"context"
	"crypto/sha256"

	"alcove/internal/account"
)

// ballotsPerHour bounds signing, which is slow: each of all open surveys, and again on a
// few devices.
const ballotsPerHour = 2 * MaxOpen

// TakeBallot signs one blinded ballot an account and survey. The same one again gets the
// same signature.
//
// Errors: ErrTaken, ErrClosed, ErrNotAsked, ErrNoBallot, ErrNotFound, invalid_request,
// survey_too_often.
func (s *Service) TakeBallot(ctx context.Context, by account.Session, id ID, blinded []byte) ([]byte, error) {
	survey, err := s.settled(ctx, id)
	if err != nil {
		return nil, err
	}
	if survey.Audience.Who == Public {
		return nil, ErrNotAsked
	}
	if s.ballots.Add(by.AccountID[:]) > ballotsPerHour {
		return nil, errTooOften
	}
	return s.sign(ctx, survey, blinded, func() error {
		return s.store.TakeBallot(ctx, id, by.AccountID, sha256.Sum256(blinded), s.today())
	})
}

// TakePublicBallot signs a ballot of a public survey for a proof of work.
//
// Errors: those of proofs of work, ErrClosed, ErrNotAsked, ErrNoBallot, ErrNotFound,
// invalid_request.
func (s *Service) TakePublicBallot(ctx context.Context, id ID, blinded []byte, proof account.Proof) ([]byte, error) {
	survey, err := s.settled(ctx, id)
	if err != nil {
		return nil, err
	}
	if survey.Audience.Who != Public {
		return nil, ErrNotAsked
	}
	return s.sign(ctx, survey, blinded, func() error { return s.proofs.SpendProof(proof) })
}

// sign signs once the ballot is taken, which must be durable: a signature that nobody
// knows of would be a second one.
func (s *Service) sign(ctx context.Context, survey Survey, blinded []byte, take func() error) ([]byte, error) {
	if !survey.takes(s.today()) {
		return nil, ErrClosed
	}
	key, ok, err := s.keys.of(ctx, survey.ID)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, ErrNoBallot
	}
	if !key.Takes(blinded) {
		return nil, errMalformed
	}
	if err := take(); err != nil {
		return nil, err
	}
	return key.Sign(blinded)
}
