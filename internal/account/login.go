package account

import (
	"bytes"
	"context"
	"errors"
)

const purposeLogin = "alcove/v1/state/login"

// LoginStart is the first message of OPAQUE's online stage (RFC 9807 §6).
type LoginStart struct {
	NameHash   []byte // 32 bytes
	NameNumber string
	KE1        []byte
	Proof      *Proof // needed after the error proof_required
	Address    AddressKey
}

// LoginStart answers with KE2 and a sealed state. For an unknown name the record
// is a fake one (RFC 9807 §10.9) that stays the same for that name, and state and
// KE2 have the sizes of a real answer.
func (s *Service) LoginStart(ctx context.Context, r LoginStart) (state, ke2 []byte, err error) {
	if len(r.NameHash) != 32 || len(r.NameNumber) > 12 {
		return nil, nil, errBadRequest
	}
	nameKey := s.nameKey(r.NameHash, r.NameNumber)
	if err := s.admit(nameKey, r.Address, r.Proof); err != nil {
		return nil, nil, err
	}
	p := pendingLogin{nameKey: nameKey, address: r.Address}
	var record []byte // none: a fake one
	found, err := s.Store.AccountByName(ctx, nameKey)
	switch {
	case err == nil:
		record, p.known, p.account = found.OpaqueRecord, 1, found.ID
	case !errors.Is(err, ErrNotFound):
		return nil, nil, err
	}
	p.opaque, ke2, err = s.opaque.LoginStart(record, nameKey, r.KE1)
	if err != nil {
		return nil, nil, errBadRequest
	}
	once, err := s.randomBytes(16)
	if err != nil {
		return nil, nil, err
	}
	p.once = [16]byte(once)
	state, err = s.seal.close(purposeLogin, p.encode())
	return state, ke2, err
}

// LoginFinish checks KE3 and opens a session, which is restricted while a second
// factor is required or missing. Whatever is wrong, the code is "login_failed".
// A state can be finished once: a recorded request opens nothing.
func (s *Service) LoginFinish(ctx context.Context, state, ke3 []byte) (Opened, error) {
	raw, err := s.seal.open(purposeLogin, state)
	if err != nil {
		return Opened{}, err
	}
	p, err := decodeLogin(raw)
	if err != nil {
		return Opened{}, err
	}
	if err := s.proofs.once("login"+string(p.once[:]), s.Clock().Add(stateLifetime)); err != nil {
		return Opened{}, errStateInvalid
	}
	if _, err := s.opaque.LoginFinish(p.opaque, ke3); err != nil || p.known != 1 {
		return Opened{}, errLoginFailed
	}
	account, err := s.Store.AccountByID(ctx, p.account)
	if errors.Is(err, ErrNotFound) {
		return Opened{}, errLoginFailed
	}
	if err != nil {
		return Opened{}, err
	}
	s.limits.name.Undo(p.nameKey)
	s.limits.address.Undo(p.address[:])
	return s.openSession(ctx, account, 0)
}

// pendingLogin is what LoginFinish must know of LoginStart: known (1 byte) ||
// account id (16, zero if unknown) || once (16) || address key (16) ||
// name key (32) || OPAQUE state.
type pendingLogin struct {
	known   byte
	account ID
	once    [16]byte
	address AddressKey
	nameKey []byte
	opaque  []byte
}

func (p pendingLogin) encode() []byte {
	return bytes.Join([][]byte{{p.known}, p.account[:], p.once[:], p.address[:], p.nameKey, p.opaque}, nil)
}

func decodeLogin(b []byte) (pendingLogin, error) {
	if len(b) < 81 {
		return pendingLogin{}, errStateInvalid
	}
	return pendingLogin{
		known: b[0], account: ID(b[1:17]), once: [16]byte(b[17:33]), address: AddressKey(b[33:49]),
		nameKey: b[49:81], opaque: b[81:],
	}, nil
}
