package survey

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"slices"

	"alcove/internal/blind"
)

const (
	// sealedOverhead is what an age file to one hybrid recipient has beside its content:
	// header, nonce, and the tag of its one piece (C2SP age).
	sealedOverhead = 1659
	// Content is padded to one of these or a size between that is a power of two.
	smallestBucket, largestBucket = 256, 64 << 10
)

// Ballot is the right to answer once: a key that was signed without being seen.
type Ballot struct {
	Key        [ed25519.PublicKeySize]byte
	Randomizer []byte
	Signature  []byte // RFC 9474, over Randomizer || Key
}

// Response is an answer as it is kept.
type Response struct {
	Survey ID
	Ballot
	Sealed    []byte // an age file to the survey's recipient, padded
	Signature []byte // by the ballot's key
}

// Released is a response as the owner is given it.
type Released struct {
	Response
	Withdrawn bool // afterwards: the content is gone
}

// LeafOf is SHA-256("alcove/v1/survey/leaf" || survey id || ballot's key || SHA-256(sealed)).
func (r Response) LeafOf() Leaf {
	sealed := sha256.Sum256(r.Sealed)
	return sha256.Sum256(slices.Concat([]byte("alcove/v1/survey/leaf"), r.Survey[:], r.Key[:], sealed[:]))
}

// padded reports whether something sealed has one of the sizes that padding leads to, so
// that none stands out by its own.
func padded(sealed []byte) bool {
	bucket := len(sealed) - sealedOverhead
	return bucket >= smallestBucket && bucket <= largestBucket && bucket&(bucket-1) == 0
}

// signs reports whether the ballot's key signed the response.
func (r Response) signed() bool {
	sealed := sha256.Sum256(r.Sealed)
	message := slices.Concat([]byte("alcove/v1/survey/answer"), r.Survey[:], sealed[:])
	return ed25519.Verify(r.Key[:], message, r.Signature)
}

// Answer keeps a response. The same one again changes nothing.
//
// Errors: survey_ballot_invalid, ErrUsed, ErrClosed, ErrFull, ErrNotFound.
func (s *Service) Answer(ctx context.Context, r Response) error {
	if !padded(r.Sealed) {
		return errMalformed
	}
	survey, err := s.settled(ctx, r.Survey)
	if err != nil {
		return err
	}
	if !survey.takes(s.today()) {
		return ErrClosed
	}
	if !r.signed() || blind.Verify(survey.BallotKey, r.Randomizer, r.Key[:], r.Ballot.Signature) != nil {
		return errBallot
	}
	return s.store.Answer(ctx, r, s.today())
}

// Withdraw takes a response away before the close; again, it changes nothing. The ballot
// stays used.
//
// Errors: survey_ballot_invalid, ErrClosed, ErrNotFound.
func (s *Service) Withdraw(ctx context.Context, id ID, key [ed25519.PublicKeySize]byte, signature []byte) error {
	if !ed25519.Verify(key[:], slices.Concat([]byte("alcove/v1/survey/withdraw"), id[:]), signature) {
		return errBallot
	}
	if _, err := s.settled(ctx, id); err != nil {
		return err
	}
	return s.store.Withdraw(ctx, id, key, s.today())
}

// Counted gives what anybody may know of the responses.
func (s *Service) Counted(ctx context.Context, id ID) (Counted, error) {
	survey, err := s.settled(ctx, id)
	if err != nil {
		return Counted{}, err
	}
	counted, err := s.store.Counted(ctx, id)
	counted.State = survey.State(s.today())
	return counted, err
}
