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
	NameHash   []byte   // 32 bytes
	Requests   [][]byte // OPAQUE RegistrationRequests, one for each slot
	Invitation string   // empty: a client
	Address    AddressKey
}

// RegisterStarted is the answer. NameNumber is chosen so that the login name is
// free: as everybody gets one, nobody can find out whether a pseudonym is taken.
type RegisterStarted struct {
	State      []byte
	NameNumber string
	Responses  [][]byte // OPAQUE RegistrationResponses
}

// RegisterStart spends the proof of work, checks the invitation and answers the
// OPAQUE requests. Nothing is stored.
func (s *Service) RegisterStart(ctx context.Context, r RegisterStart) (RegisterStarted, error) {
	if len(r.NameHash) != 32 {
		return RegisterStarted{}, errBadRequest
	}
	if err := s.proofs.spend(r.Proof); err != nil {
		return RegisterStarted{}, err
	}
	if err := s.signUpsOpen(ctx); err != nil {
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
	if len(r.Requests) != slotsFor(p.role) {
		return RegisterStarted{}, errBadRequest
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	started := RegisterStarted{}
	var err error
	if started.NameNumber, p.slotKeys, err = s.pickNumber(ctx, r.NameHash); err != nil {
		return RegisterStarted{}, err
	}
	for i, request := range r.Requests {
		response, err := s.ring.opaqueNow().RegistrationResponse(request, p.slotKeys[i])
		if err != nil {
			return RegisterStarted{}, errBadRequest
		}
		started.Responses = append(started.Responses, response)
	}
	started.State, err = s.ring.seal.close(purposeRegister, p.encode())
	return started, err
}

// signUpsOpen refuses while the stewards have frozen sign-ups.
func (s *Service) signUpsOpen(ctx context.Context) error {
	frozen, err := s.SignUps.Frozen(ctx)
	if err == nil && frozen {
		err = errFrozen
	}
	return err
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

// pickNumber draws numbers until one makes the name free in every slot. The candidates
// are looked up all of them, so that a taken name takes no longer than a free one.
func (s *Service) pickNumber(ctx context.Context, nameHash []byte) (number string, slotKeys [Slots][]byte, err error) {
	random, err := s.randomBytes(8 * 4)
	if err != nil {
		return "", slotKeys, err
	}
	for i := range 8 {
		low, span := uint64(1000), uint64(9000)
		if i >= 5 { // so many people with one pseudonym: a longer number
			low, span = 100_000, 900_000
		}
		candidate := fmt.Sprint(low + uint64(binary.BigEndian.Uint32(random[4*i:]))%span)
		keys, free := s.ring.slotKeys(nameHash, candidate), true
		for _, key := range keys {
			_, err := s.Store.AccountByName(ctx, key)
			if err != nil && !errors.Is(err, ErrNotFound) {
				return "", slotKeys, err
			}
			free = free && err != nil
		}
		if free && number == "" {
			number, slotKeys = candidate, keys
		}
	}
	if number == "" {
		return "", slotKeys, ErrNameTaken
	}
	return number, slotKeys, nil
}

// RegisterFinish makes the accounts of all slots in one step, uses up the
// invitation and opens a session of each: which of them goes on being used is
// the client's to know.
func (s *Service) RegisterFinish(ctx context.Context, state []byte, records [][]byte, accounts []NewAccount) ([]Opened, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	raw, err := s.ring.seal.open(purposeRegister, state)
	if err != nil {
		return nil, err
	}
	p, err := decodePending(raw)
	if err != nil {
		return nil, err
	}
	if err := s.signUpsOpen(ctx); err != nil {
		return nil, err
	}
	if n := slotsFor(p.role); len(records) != n || len(accounts) != n {
		return nil, errBadAccount
	}
	var rows []NewAccountRow
	var all []Opened
	for i, a := range accounts {
		row, opened, err := s.newAccount(p.role, p.slotKeys[i], records[i], a)
		if err != nil {
			return nil, err
		}
		row.InvitationHash = p.invitation
		rows, all = append(rows, row), append(all, opened)
	}
	return all, s.Store.CreateAccounts(ctx, rows...)
}

// newAccount checks what a client sent for one slot, and makes its row and first session.
func (s *Service) newAccount(role Role, nameKey, record []byte, a NewAccount) (NewAccountRow, Opened, error) {
	if err := s.ring.opaqueNow().CheckRecord(record); err != nil {
		return NewAccountRow{}, Opened{}, errBadAccount
	}
	if err := a.Validate(); err != nil {
		return NewAccountRow{}, Opened{}, err
	}
	restrictions := 0
	if role.NeedsSecondFactor() {
		restrictions = RestrictMissing
	}
	session, opened, err := s.newSession(IDOf(a.IdentityKey), role, restrictions)
	return NewAccountRow{
		AccountRow:       AccountRow{ID: opened.AccountID, NameKey: nameKey, OpaqueRecord: record, OpaqueGeneration: s.ring.Generations(), Role: role, Keys: a.PublicKeys},
		Vault:            Vault{Ciphertext: a.Vault, WrappedKeyPassphrase: a.WrappedKeyPassphrase, WrappedKeyRecovery: a.Recovery.WrappedKey},
		RecoveryID:       a.Recovery.ID,
		RecoveryAuthHash: a.Recovery.AuthHash,
		Now:              s.Clock(),
		Session:          session,
	}, opened, err
}

// pendingAccount is what RegisterFinish must know of RegisterStart:
// role (1 byte) || key of each slot (32 each) || invitation hash (0 or 32).
type pendingAccount struct {
	role       Role
	slotKeys   [Slots][]byte
	invitation []byte
}

func (p pendingAccount) encode() []byte {
	return bytes.Join([][]byte{{byte(p.role)}, bytes.Join(p.slotKeys[:], nil), p.invitation}, nil)
}

func decodePending(b []byte) (pendingAccount, error) {
	const keys = 1 + Slots*32
	if len(b) != keys && len(b) != keys+32 {
		return pendingAccount{}, errStateInvalid
	}
	p := pendingAccount{role: Role(b[0])}
	for i := range p.slotKeys {
		p.slotKeys[i] = b[1+32*i : 33+32*i]
	}
	if len(b) > keys {
		p.invitation = b[keys:]
	}
	return p, nil
}
