package account

import (
	"bytes"
	"context"
	"errors"

	"alcove/internal/opaque"
)

const purposeLogin = "alcove/v1/state/login"

// LoginStart is the first message of OPAQUE's online stage (RFC 9807 §6), once
// for each slot of the name: whole runs of the protocol beside each other, of
// which the client finishes at most one.
type LoginStart struct {
	NameHash   []byte // 32 bytes
	NameNumber string
	KE1        [][]byte // one for each slot
	// Older is by how many of the generations that live the secrets are to be older
	// than the newest: 0, and then one more each time, for who was not let in.
	Older   uint32
	Proof   *Proof // needed after the error proof_required
	Address AddressKey
}

// LoginStarted is the answer. Older is how many generations of the server's secrets
// live beside the newest: the same to everybody.
type LoginStarted struct {
	State []byte
	KE2   [][]byte
	Older uint32
}

// LoginStart answers with a KE2 for each slot and a sealed state. For an empty
// slot, and so for each of an unknown name, and for one whose record is of another
// generation than is asked for, the record is a fake one (RFC 9807 §10.9) that stays
// the same for that slot, and state and KE2 have the sizes of a real answer. However
// many slots there are, it is one attempt.
func (s *Service) LoginStart(ctx context.Context, r LoginStart) (LoginStarted, error) {
	if !validName(r.NameHash, r.NameNumber) || len(r.KE1) != Slots {
		return LoginStarted{}, errBadRequest
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	generation, ok := s.ring.older(r.Older)
	if !ok {
		return LoginStarted{}, errBadRequest
	}
	names := s.ring.slotNames(r.NameHash, r.NameNumber)
	p := pendingLogin{nameKey: names[0][0], address: r.Address}
	if err := s.admit(p.nameKey, r.Address, r.Proof); err != nil {
		return LoginStarted{}, err
	}
	started := LoginStarted{Older: uint32(len(s.ring.Living()) - 1)}
	for i, name := range names {
		answer, err := s.answerSlot(ctx, name, generation, r.KE1[i], &p.slots[i])
		if err != nil {
			return LoginStarted{}, err
		}
		started.KE2 = append(started.KE2, answer)
	}
	once, err := s.randomBytes(16)
	if err != nil {
		return LoginStarted{}, err
	}
	p.once = [16]byte(once)
	started.State, err = s.ring.seal.close(purposeLogin, p.encode())
	return started, err
}

// answerSlot runs OPAQUE under one generation; name is the keyed name in each.
func (s *Service) answerSlot(ctx context.Context, name [][]byte, generation int, ke1 []byte, p *pendingSlot) (ke2 []byte, err error) {
	var record []byte // none: a fake one
	found, err := s.Store.AccountByName(ctx, last(name))
	switch {
	case err == nil && found.OpaqueGeneration == generation:
		record, p.known, p.account = found.OpaqueRecord, 1, found.ID
	case err != nil && !errors.Is(err, ErrNotFound):
		return nil, err
	}
	p.opaque, ke2, err = s.ring.opaque[generation-1].LoginStart(record, name[generation-1], ke1)
	if err != nil {
		return nil, errBadRequest
	}
	return ke2, nil
}

// LoginFinish checks KE3 against every slot and opens a session of the account
// whose it is, which is restricted while a second factor is required or missing.
// Whatever is wrong, the code is "login_failed". A state can be finished once: a
// recorded request opens nothing. It says whether the client is to renew its record,
// which is of an older generation.
func (s *Service) LoginFinish(ctx context.Context, state, ke3 []byte) (opened Opened, renew bool, err error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	raw, err := s.ring.seal.open(purposeLogin, state)
	if err != nil {
		return Opened{}, false, err
	}
	p, err := decodeLogin(raw)
	if err != nil {
		return Opened{}, false, err
	}
	if err := s.proofs.once("login"+string(p.once[:]), s.Clock().Add(stateLifetime)); err != nil {
		return Opened{}, false, errStateInvalid
	}
	var proved *pendingSlot
	proving := s.ring.opaqueNow() // the state says all that is needed of the generation
	for i := range p.slots {
		if _, err := proving.LoginFinish(p.slots[i].opaque, ke3); err == nil && p.slots[i].known == 1 {
			proved = &p.slots[i]
		}
	}
	if proved == nil {
		return Opened{}, false, errLoginFailed
	}
	account, err := s.Store.AccountByID(ctx, proved.account)
	if errors.Is(err, ErrNotFound) {
		return Opened{}, false, errLoginFailed
	}
	if err != nil {
		return Opened{}, false, err
	}
	s.limits.name.Undo(p.nameKey)
	s.limits.address.Undo(p.address[:])
	opened, err = s.openSession(ctx, account, 0, NoteLogIn)
	return opened, account.OpaqueGeneration < s.ring.Generations(), err
}

// pendingLogin is what LoginFinish must know of LoginStart: once (16 bytes) ||
// address key (16) || name key (32) || each slot.
type pendingLogin struct {
	once    [16]byte
	address AddressKey
	nameKey []byte
	slots   [Slots]pendingSlot
}

// pendingSlot is known (1 byte) || account id (16, zero if unknown) || OPAQUE state.
type pendingSlot struct {
	known   byte
	account ID
	opaque  []byte
}

const (
	loginHead = 16 + 16 + 32
	loginSlot = 1 + 16 + opaque.StateSize
)

func (p pendingLogin) encode() []byte {
	out := bytes.Join([][]byte{p.once[:], p.address[:], p.nameKey}, nil)
	for _, slot := range p.slots {
		out = append(out, slot.known)
		out = append(out, slot.account[:]...)
		out = append(out, slot.opaque...)
	}
	return out
}

func decodeLogin(b []byte) (pendingLogin, error) {
	if len(b) != loginHead+Slots*loginSlot {
		return pendingLogin{}, errStateInvalid
	}
	p := pendingLogin{once: [16]byte(b[:16]), address: AddressKey(b[16:32]), nameKey: b[32:loginHead]}
	for i := range p.slots {
		slot := b[loginHead+i*loginSlot:][:loginSlot]
		p.slots[i] = pendingSlot{known: slot[0], account: ID(slot[1:17]), opaque: slot[17:]}
	}
	return p, nil
}
