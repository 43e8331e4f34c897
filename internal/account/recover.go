package account

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
)

// Recover opens a session from a recovery code alone (see Recovery). Until a new
// passphrase is set the session may only read the vault and set it. The secret
// has 256 bits, so it need not be slow to check; the proof of work and the limit
// keep machines from trying all the same. It fails with code "recovery_failed".
func (s *Service) Recover(ctx context.Context, proof Proof, recoveryID, auth []byte, address AddressKey) (Opened, error) {
	if len(recoveryID) != 16 || len(auth) != 32 {
		return Opened{}, errRecoveryFailed
	}
	if s.limits.address.Count(address[:]) >= attemptsPerAddress {
		return Opened{}, errTooMany
	}
	if err := s.proofs.spend(proof); err != nil {
		return Opened{}, err
	}
	s.limits.address.Add(address[:])
	account, stored, err := s.Store.AccountByRecovery(ctx, recoveryID)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return Opened{}, err
	}
	if err != nil { // compare with something nobody can present
		stored = make([]byte, sha256.Size)
	}
	presented := sha256.Sum256(auth)
	if subtle.ConstantTimeCompare(presented[:], stored) != 1 {
		return Opened{}, errRecoveryFailed
	}
	s.limits.address.Undo(address[:])
	return s.openSession(ctx, account, RestrictRecovering, NoteRecovered)
}
