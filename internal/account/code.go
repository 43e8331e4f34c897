package account

import (
	"context"
	"errors"
	"io"
	"strings"
)

// One-time codes stand in for a lost passkey: ten Crockford base32 characters
// (50 bits), tried at most codeAttempts times an hour, kept as an HMAC.
const (
	crockford  = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLength = 10
)

// newCodes makes the one-time codes of an account and what is stored of them.
func (s *Service) newCodes(id ID) (codes []string, hashes [][]byte, err error) {
	for range oneTimeCodes {
		code, err := NewCode(s.Random)
		if err != nil {
			return nil, nil, err
		}
		codes = append(codes, code)
		hashes = append(hashes, s.codeHash(id, code))
	}
	return codes, hashes, nil
}

// NewCode draws a one-time code.
func NewCode(random io.Reader) (string, error) {
	b := make([]byte, codeLength)
	if _, err := io.ReadFull(random, b); err != nil {
		return "", err
	}
	for i := range b {
		b[i] = crockford[b[i]&31]
	}
	return string(b), nil
}

func (s *Service) codeHash(id ID, code string) []byte { return s.ring.CodeHash(id, code) }

// CodeHash is what is stored of an account's one-time code.
func (k Keys) CodeHash(id ID, code string) []byte { return last(k.codeKeys(id[:], []byte(code))) }

// foldCode accepts a code as people copy it: any case, with spaces or dashes, O
// for 0 and I or L for 1.
func foldCode(code string) string {
	return strings.NewReplacer(" ", "", "-", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
}

// UseOneTimeCode accepts a one-time code once, makes the session whole and
// returns how many codes are left.
func (s *Service) UseOneTimeCode(ctx context.Context, by Session, code string) (int, error) {
	if !by.SecondFactorRequired {
		return 0, errNotOffered
	}
	if s.limits.code.Add(by.AccountID[:]) > codeAttempts {
		return 0, errTooMany
	}
	if len(code) > 64 {
		return 0, errSecondFactor
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	n, err := s.noter.Note(ctx, by.AccountID, NoteOneTimeCode, by.TokenHash)
	if err != nil {
		return 0, err
	}
	remaining, err := s.Store.UseCode(ctx, by.AccountID, s.codeHash(by.AccountID, foldCode(code)), n)
	if errors.Is(err, ErrNotFound) {
		return 0, errSecondFactor
	}
	if err != nil {
		return 0, err
	}
	return remaining, s.lift(ctx, by, RestrictRequired)
}
