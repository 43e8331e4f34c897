package account

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
)

const purposeRegister = "alcove/v1/state/register"

// RegisterStart is the first half of becoming an account.
type RegisterStart struct {
	Proof      Proof
	NameHash   []byte // 32 bytes
	Request    []byte // OPAQUE RegistrationRequest
	Invitation string // empty: a client
	Address    AddressKey
}

// RegisterStarted is the answer. NameNumber is chosen so that the login name is
// free: as everybody gets one, nobody can find out whether a pseudonym is taken.
type RegisterStarted struct {
	State      []byte
	NameNumber string
	Response   []byte // OPAQUE RegistrationResponse
}

// RegisterStart spends the proof of work, checks the invitation and answers the
// OPAQUE request. Nothing is stored.
func (s *Service) RegisterStart(ctx context.Context, r RegisterStart) (RegisterStarted, error) {
	if len(r.NameHash) != 32 {
		return RegisterStarted{}, errBadRequest
	}
	if err := s.proofs.spend(r.Proof); err != nil {
		return RegisterStarted{}, err
	}
	p := pendingAccount{role: Client}
	if r.Invitation != "" {
		role, _, err := s.CheckInvitation(ctx, r.Invitation, r.Address)
		if err != nil {
			return RegisterStarted{}, err
		}
		p.role, p.invitation = role, InvitationHash(r.Invitation)
	}
	number, nameKey, err := s.pickNumber(ctx, r.NameHash)
	if err != nil {
		return RegisterStarted{}, err
	}
	p.nameKey = nameKey
	response, err := s.opaque.RegistrationResponse(r.Request, nameKey)
	if err != nil {
		return RegisterStarted{}, errBadRequest
	}
	state, err := s.seal.close(purposeRegister, p.encode())
	return RegisterStarted{state, number, response}, err
}

// CheckInvitation tells what role a set-up or invitation link gives. Tries that
// miss count against the caller's address.
func (s *Service) CheckInvitation(ctx context.Context, token string, address AddressKey) (Role, int64, error) {
	if s.limits.address.Count(address[:]) >= attemptsPerAddress {
		return 0, 0, errTooMany
	}
	role, expires, err := s.Invitations.Check(ctx, token)
	if err != nil {
		s.limits.address.Add(address[:])
		return 0, 0, err
	}
	return role, expires.Unix(), nil
}

// pickNumber draws numbers until one makes the name free. The candidates are
// looked up all of them, so that a taken name takes no longer than a free one.
func (s *Service) pickNumber(ctx context.Context, nameHash []byte) (number string, nameKey []byte, err error) {
	random, err := s.randomBytes(8 * 4)
	if err != nil {
		return "", nil, err
	}
	for i := range 8 {
		low, span := uint64(1000), uint64(9000)
		if i >= 5 { // so many people with one pseudonym: a longer number
			low, span = 100_000, 900_000
		}
		candidate := fmt.Sprint(low + uint64(binary.BigEndian.Uint32(random[4*i:]))%span)
		key := s.nameKey(nameHash, candidate)
		_, err := s.Store.AccountByName(ctx, key)
		if err != nil && !errors.Is(err, ErrNotFound) {
			return "", nil, err
		}
		if err != nil && number == "" {
			number, nameKey = candidate, key
		}
	}
	if number == "" {
		return "", nil, ErrNameTaken
	}
	return number, nameKey, nil
}

// RegisterFinish makes the account, uses up the invitation and opens the first session.
func (s *Service) RegisterFinish(ctx context.Context, state, record []byte, a NewAccount) (Opened, error) {
	raw, err := s.seal.open(purposeRegister, state)
	if err != nil {
		return Opened{}, err
	}
	p, err := decodePending(raw)
	if err != nil {
		return Opened{}, err
	}
	if err := s.opaque.CheckRecord(record); err != nil {
		return Opened{}, errBadAccount
	}
	if err := a.Validate(); err != nil {
		return Opened{}, err
	}
	restrictions := 0
	if p.role.NeedsSecondFactor() {
		restrictions = RestrictMissing
	}
	session, opened, err := s.newSession(IDOf(a.IdentityKey), p.role, restrictions)
	if err != nil {
		return Opened{}, err
	}
	err = s.Store.CreateAccount(ctx, NewAccountRow{
		AccountRow:       AccountRow{ID: opened.AccountID, NameKey: p.nameKey, OpaqueRecord: record, Role: p.role, Keys: a.PublicKeys},
		Vault:            Vault{Ciphertext: a.Vault, WrappedKeyPassphrase: a.WrappedKeyPassphrase, WrappedKeyRecovery: a.Recovery.WrappedKey},
		RecoveryID:       a.Recovery.ID,
		RecoveryAuthHash: a.Recovery.AuthHash,
		InvitationHash:   p.invitation,
		Now:              s.Clock(),
		Session:          session,
	})
	return opened, err
}

// pendingAccount is what RegisterFinish must know of RegisterStart:
// role (1 byte) || name key (32) || invitation hash (0 or 32).
type pendingAccount struct {
	role       Role
	nameKey    []byte
	invitation []byte
}

func (p pendingAccount) encode() []byte {
	return bytes.Join([][]byte{{byte(p.role)}, p.nameKey, p.invitation}, nil)
}

func decodePending(b []byte) (pendingAccount, error) {
	if len(b) != 33 && len(b) != 65 {
		return pendingAccount{}, errStateInvalid
	}
	p := pendingAccount{role: Role(b[0]), nameKey: b[1:33]}
	if len(b) == 65 {
		p.invitation = b[33:]
	}
	return p, nil
}
