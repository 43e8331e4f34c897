// Package breach is for the day on which confidentiality was breached: the register
// that a practice has to keep (GDPR Art. 33(5)), the notices to those whom it
// concerns (Art. 34, 45 CFR 164.404), and whether they were read.
//
// The rules:
//   - an entry of the register is sealed to the stewards by a steward's own browser:
//     the server keeps it, knows its version and nothing of it. So the clocks of 72
//     hours and 60 days run in that browser too. An entry is never deleted;
//   - a notice says who is told by a rule (everybody, a practitioner's clients, a
//     room), of which the server knows the members in any case, and is then in clear:
//     what so many are told is no secret. For single accounts it is sealed to each,
//     because a list of these accounts beside what befell them would tell a thief more
//     than there was to steal;
//   - that an account read it is one bit, without a day; the register is told how many;
//   - a notice is kept for KeptDays, then it goes, with all bits; its counts stay.
//
// On disk: the tables of migrations 0019_breach.sql and 0020_rekeying.sql.
package breach

import (
	"alcove/internal/account"
	"alcove/internal/fault"
)

// Limits.
const (
	MaxBreaches  = 200
	MaxSealed    = 128 << 10
	MaxText      = 96 << 10
	MaxNotices   = 500
	MaxAddressed = 100
	// MaxAddressedSealed bounds one account's notice.
	MaxAddressedSealed = 40 << 10
	// KeptDays is how long a notice can be read again.
	KeptDays = 366
)

// ID names a breach or a notice.
type ID = [16]byte

// Audience says whom a notice is for.
type Audience int

// The audiences, as stored and on the wire.
const (
	Everybody Audience = 1
	ClientsOf Audience = 2
	InRoom    Audience = 3
	Accounts  Audience = 4
)

// Entry is an entry of the register, as sealed to the stewards.
type Entry struct {
	ID      ID
	Version uint64
	Sealed  []byte
}

// Keys are an account's, by which something is sealed to it.
type Keys struct {
	Account account.ID
	account.PublicKeys
}

// Notice is what those affected are told.
type Notice struct {
	ID, Breach ID
	Audience   Audience
	Of         [16]byte    // a practitioner's account or a room's stream
	Text       []byte      // in clear; empty for Accounts
	Addressed  []Addressed // for Accounts
}

// Addressed is a notice for one account.
type Addressed struct {
	Account account.ID
	Sealed  []byte
}

// Validate refuses what cannot be published.
func (n Notice) Validate() error {
	switch n.Audience {
	case Everybody, ClientsOf, InRoom:
		if len(n.Text) == 0 || len(n.Addressed) > 0 {
			return errMalformed
		}
	case Accounts:
		if len(n.Text) > 0 || len(n.Addressed) == 0 {
			return errMalformed
		}
	default:
		return errMalformed
	}
	if len(n.Text) > MaxText || len(n.Addressed) > MaxAddressed {
		return errTooLarge
	}
	for _, a := range n.Addressed {
		if len(a.Sealed) == 0 {
			return errMalformed
		}
		if len(a.Sealed) > MaxAddressedSealed {
			return errTooLarge
		}
	}
	return nil
}

// Published is what the register is told of a notice.
type Published struct {
	ID, Breach      ID
	Audience        Audience
	Day             int64
	Told, Confirmed uint64
	Withdrawn       bool
}

// Told is a notice as one of those affected gets it.
type Told struct {
	ID        ID
	Day       int64
	Confirmed bool
	Text      []byte
	Sealed    []byte
}

// Refusals.
var (
	errMalformed = fault.New(fault.Invalid, "invalid_request", "The request is not as it must be.")
	errTooLarge  = fault.New(fault.Exhausted, "breach_too_large", "This is too long. Please shorten it.")
	errNotFresh  = fault.New(fault.Precondition, "fresh_login_required", "Please log in again before you do this.")

	// ErrConflict carries the present version in Current.
	ErrConflict = fault.New(fault.Conflict, "breach_conflict", "Another steward changed this entry first.")
	// ErrNotFound is what a Store answers for a breach, a notice or an audience that is not there.
	ErrNotFound = fault.New(fault.NotFound, "not_found", "There is no such thing here, or no longer.")
	// ErrNobody is what a Store answers when nobody would be told.
	ErrNobody = fault.New(fault.Precondition, "breach_nobody", "Nobody would be told by this.")
	// ErrNoAccount is what a Store answers when one of several accounts is not there.
	ErrNoAccount = fault.New(fault.NotFound, "account_not_found", "There is no such account.")
	// ErrFull is what a Store answers at MaxBreaches or MaxNotices.
	ErrFull = fault.New(fault.Exhausted, "breach_register_full", "The register cannot take any more.")
)
