package account

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"
)

// One-time codes stand in for a lost passkey: Crockford base32 characters of 120 bits,
// tried at most codeAttempts times an hour, kept as an HMAC. From 112 bits on nobody
// guesses one, not even who has the HMAC and its key, so it need not be a slow one
// (ASVS 6.5.2). Those of ten characters, which were handed out before, go on until they
// are used.
const (
	crockford  = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeGroups = 6
	codeGroup  = 4 // characters of 5 bits
)

// newCodes makes the one-time codes of an account and what is stored of them.
func (s *Service) newCodes(id ID) (codes []string, hashes [][]byte, err error) {
	for range oneTimeCodes {
		code, err := NewCode(s.Random)
		if err != nil {
			return nil, nil, err
		}
		codes = append(codes, code)
		hashes = append(hashes, s.ring.CodeHash(id, code))
	}
	return codes, hashes, nil
}

// NewCode draws a one-time code, with dashes between its groups: "7Q2M-4KZX-…".
func NewCode(random io.Reader) (string, error) {
	b := make([]byte, codeGroups*codeGroup)
	if _, err := io.ReadFull(random, b); err != nil {
		return "", err
	}
	for i := range b {
		b[i] = crockford[b[i]&31]
	}
	var groups []string
	for group := range slices.Chunk(b, codeGroup) {
		groups = append(groups, string(group))
	}
	return strings.Join(groups, "-"), nil
}

// CodeHash is what is stored of an account's one-time code, however it was copied.
func (k Keys) CodeHash(id ID, code string) []byte {
	return last(k.codeKeys(id[:], []byte(foldCode(code))))
}

// foldCode accepts a code as people copy it: any case, with spaces or dashes, O
// for 0 and I or L for 1.
func foldCode(code string) string {
	return strings.NewReplacer(" ", "", "-", "", "O", "0", "I", "1", "L", "1").Replace(strings.ToUpper(code))
}

// UseOneTimeCode accepts a one-time code once, makes the session whole under another
// token and returns how many codes are left.
func (s *Service) UseOneTimeCode(ctx context.Context, by Session, code string) (int, Opened, error) {
	if !by.SecondFactorRequired {
		return 0, Opened{}, errNotOffered
	}
	if s.limits.code.Add(by.AccountID[:]) > codeAttempts {
		return 0, Opened{}, errTooMany
	}
	if len(code) > 64 {
		return 0, Opened{}, errSecondFactor
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	n, err := s.noter.Note(ctx, by.AccountID, NoteOneTimeCode, by.TokenHash)
	if err != nil {
		return 0, Opened{}, err
	}
	remaining, err := s.Store.UseCode(ctx, by.AccountID, s.ring.CodeHash(by.AccountID, code), n)
	if errors.Is(err, ErrNotFound) {
		return 0, Opened{}, errSecondFactor
	}
	if err != nil {
		return 0, Opened{}, err
	}
	opened, err := s.renew(ctx, by, RestrictRequired)
	return remaining, opened, err
}
