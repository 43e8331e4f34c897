package account

import (
	"context"
	"crypto/subtle"
	"errors"
)

// A login name has Slots slots: places for an account of its own each, with its
// own OPAQUE record, vault and recovery. A client's name has both filled from the
// beginning, one with the account that is used and one with an account of the
// same shape whose passphrase nobody knows until its owner sets one. Which of the
// two is which is known to nobody but the owner; the server tells them apart only
// by what is done with them.
//
// Nothing links the two rows: each slot has a keyed name of its own, and only who
// has both the key of the hash and the login name can tell that they are one
// name's. So it is the client that reaches from one account into the other, by
// the other's recovery code (web/core/second_account.ts); the server would not
// know which of them may.
const Slots = 2

const purposeSlot = "alcove/v1/state/slot"

// slotNames are the keyed hashes of the slots of a login name, of each in every
// generation: nameKeys of name hash || number, in the second slot with "/2" behind
// the digits. Without the peppers the database cannot be searched for a pseudonym.
func (k Keys) slotNames(nameHash []byte, number string) (names [Slots][][]byte) {
	for i, suffix := range [Slots]string{"", "/2"} {
		names[i] = k.nameKeys(nameHash, []byte(number), []byte(suffix))
	}
	return names
}

// slotKeys are those under which the accounts of a login name are found now.
func (k Keys) slotKeys(nameHash []byte, number string) (keys [Slots][]byte) {
	for i, all := range k.slotNames(nameHash, number) {
		keys[i] = all[len(all)-1]
	}
	return keys
}

// validName refuses what could not be a name hash and the digits added to it;
// with anything but digits one slot could pass for another.
func validName(nameHash []byte, number string) bool {
	if len(nameHash) != 32 || len(number) > 12 {
		return false
	}
	for _, c := range number {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// slotsFor is how many accounts become of one registration. Who logs in with a
// second factor is not let in by a passphrase alone, and is known to the public:
// an empty account would not pass for theirs.
func slotsFor(r Role) int {
	if r.NeedsSecondFactor() {
		return 1
	}
	return Slots
}

// FillSlotStart answers an OPAQUE registration request for the other slot of the
// caller's own login name. It fails with code "slot_taken" when that is filled.
func (s *Service) FillSlotStart(ctx context.Context, by Session, nameHash []byte, number string, request []byte) (state, response []byte, err error) {
	if !by.Fresh {
		return nil, nil, errNotFresh
	}
	if by.Role.NeedsSecondFactor() {
		return nil, nil, errNotOffered
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	other, err := s.otherSlot(ctx, by, nameHash, number)
	if err != nil {
		return nil, nil, err
	}
	response, err = s.ring.opaqueNow().RegistrationResponse(request, other)
	if err != nil {
		return nil, nil, errBadRequest
	}
	state, err = s.ring.seal.close(purposeSlot, append(by.TokenHash[:], other...))
	return state, response, err
}

// otherSlot is the key of the slot of this name that is not the caller's, if it is free.
func (s *Service) otherSlot(ctx context.Context, by Session, nameHash []byte, number string) ([]byte, error) {
	if !validName(nameHash, number) {
		return nil, errBadRequest
	}
	own, err := s.Store.AccountByID(ctx, by.AccountID)
	if err != nil {
		return nil, err
	}
	keys := s.ring.slotKeys(nameHash, number)
	other := keys[0]
	switch {
	case subtle.ConstantTimeCompare(own.NameKey, keys[0]) == 1:
		other = keys[1]
	case subtle.ConstantTimeCompare(own.NameKey, keys[1]) != 1:
		return nil, errBadRequest
	}
	_, err = s.Store.AccountByName(ctx, other)
	switch {
	case errors.Is(err, ErrNotFound):
		return other, nil
	case err == nil:
		return nil, errSlotTaken
	}
	return nil, err
}

// FillSlotFinish makes the account and opens its first session.
func (s *Service) FillSlotFinish(ctx context.Context, by Session, state, record []byte, a NewAccount) (Opened, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	bound, err := s.ring.seal.open(purposeSlot, state)
	if err != nil {
		return Opened{}, err
	}
	if len(bound) != 64 || subtle.ConstantTimeCompare(bound[:32], by.TokenHash[:]) != 1 {
		return Opened{}, errStateInvalid
	}
	row, opened, err := s.newAccount(by.Role, bound[32:], record, a)
	if err != nil {
		return Opened{}, err
	}
	err = s.Store.CreateAccounts(ctx, row)
	if errors.Is(err, ErrNameTaken) { // another browser of the caller was first
		err = errSlotTaken
	}
	return opened, err
}
