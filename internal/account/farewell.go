package account

import (
	"context"
	"crypto/sha256"
	"errors"
)

// Farewell ends one session and is kept for its browser: a signature by the
// account's identity key, which the browser checks before it believes that
// another device of the account logged it out. The server cannot make one.
type Farewell struct {
	TokenHash [32]byte
	Signature []byte // 64 bytes
}

// FarewellRow is a farewell as stored.
type FarewellRow struct {
	Farewell
	ExpiresHour int64
}

// maxFarewells bounds how many are given at once and kept for an account.
const maxFarewells = 64

// EndSessions ends sessions of the account. What ended before is no error: a
// browser that comes back late is told all the same.
func (s *Service) EndSessions(ctx context.Context, by Session, farewells []Farewell) error {
	if len(farewells) == 0 || len(farewells) > maxFarewells {
		return errBadRequest
	}
	expires := hourUp(s.Clock().Add(SessionLifetime))
	rows := make([]FarewellRow, 0, len(farewells))
	for _, f := range farewells {
		if len(f.Signature) != 64 {
			return errBadRequest
		}
		rows = append(rows, FarewellRow{f, expires})
	}
	n, err := s.noter.Note(ctx, by.AccountID, NoteEnded, by.TokenHash)
	if err != nil {
		return err
	}
	ended, err := s.Store.EndSessions(ctx, by.AccountID, rows, maxFarewells, n)
	if err != nil {
		return err
	}
	s.ended(by.AccountID, ended)
	return nil
}

// Farewell returns what was left for the browser that holds a token; nothing
// when its session was not ended by another device, or never was.
func (s *Service) Farewell(ctx context.Context, token []byte) ([]byte, error) {
	if len(token) != tokenSize {
		return nil, errBadRequest
	}
	signature, err := s.Store.Farewell(ctx, sha256.Sum256(token))
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	return signature, err
}
