package account

import (
	"alcove/internal/limit"
)

// limits count attempts of the last hour. An attempt counts when it starts: with
// OPAQUE whoever guesses learns from the server's answer whether the guess was
// right and need never finish. A log-in that succeeds takes its count back.
type limits struct {
	name    *limit.Counter // by keyed name
	address *limit.Counter // by address key
	code    *limit.Counter // second factors, by account
	claim   *limit.Counter // key packages, by caller
	link    *limit.Counter // sessions for other browsers, by account
	held    *limit.Counter // countings of what is held, by account
}

const (
	freeAttempts       = 5   // then a proof of work is needed
	attemptsPerName    = 100 // high: whoever knows a name must not be able to lock its owner out cheaply
	attemptsPerAddress = 200 // many people may share one address
	codeAttempts       = 10
	claimsPerHour      = 60
)

// AddressKey stands for the caller's network address without being it: an HMAC
// under a key that lives only in memory and for an hour.
type AddressKey = [16]byte

// admit counts an attempt to log in. Beyond freeAttempts it wants a proof, beyond
// the hourly limit it refuses.
func (s *Service) admit(nameKey []byte, address AddressKey, proof *Proof) error {
	n, a := s.limits.name.Count(nameKey), s.limits.address.Count(address[:])
	if n >= attemptsPerName || a >= attemptsPerAddress {
		return errTooMany
	}
	if n >= freeAttempts || a >= freeAttempts {
		if proof == nil {
			return errProofRequired
		}
		if err := s.proofs.spend(*proof); err != nil {
			return err
		}
	}
	s.limits.name.Add(nameKey)
	s.limits.address.Add(address[:])
	return nil
}
