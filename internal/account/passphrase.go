package account

import (
	"context"
	"crypto/subtle"
)

const purposePassphrase = "alcove/v1/state/passphrase"

// ChangePassphraseStart answers a new OPAQUE registration request for the
// caller's own name. The state is bound to the session.
func (s *Service) ChangePassphraseStart(ctx context.Context, by Session, request []byte) (state, response []byte, err error) {
	if !by.Fresh {
		return nil, nil, errNotFresh
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	account, err := s.Store.AccountByID(ctx, by.AccountID)
	if err != nil {
		return nil, nil, err
	}
	response, err = s.ring.opaqueNow().RegistrationResponse(request, account.NameKey)
	if err != nil {
		return nil, nil, errBadRequest
	}
	state, err = s.ring.seal.close(purposePassphrase, by.TokenHash[:])
	return state, response, err
}

// ChangePassphraseFinish stores the new record and wrapped vault key, with
// recovery also a new recovery code, and ends all other sessions. With same the
// passphrase is the same as before, and its record is renewed because it is of an
// older generation of the server's secrets: that ends no session, and of a record
// that is not older it changes nothing.
func (s *Service) ChangePassphraseFinish(ctx context.Context, by Session, state, record, wrappedKey []byte, recovery *Recovery, same bool) error {
	if !by.Fresh {
		return errNotFresh
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	bound, err := s.ring.seal.open(purposePassphrase, state)
	if err != nil {
		return err
	}
	if subtle.ConstantTimeCompare(bound, by.TokenHash[:]) != 1 {
		return errStateInvalid
	}
	if err := s.ring.opaqueNow().CheckRecord(record); err != nil || !wrappedKeyOK(wrappedKey) {
		return errBadRequest
	}
	if same && (recovery != nil || by.Recovering) {
		return errBadRequest
	}
	if recovery != nil {
		if err := recovery.validate(); err != nil {
			return err
		}
	}
	next := Passphrase{OpaqueRecord: record, WrappedKey: wrappedKey, OpaqueGeneration: s.ring.Generations(), Recovery: recovery}
	kinds := []NoteKind{NotePassphrase}
	switch {
	case same: // the server cannot know that it is
		kinds = []NoteKind{NoteRenewed}
	case recovery != nil:
		kinds = append(kinds, NoteRecoveryCode)
	}
	for _, kind := range kinds {
		n, err := s.noter.Note(ctx, by.AccountID, kind, by.TokenHash)
		if err != nil {
			return err
		}
		next.Notes = append(next.Notes, n)
	}
	if same {
		return s.Store.RenewRecord(ctx, by.AccountID, next)
	}
	ended, err := s.Store.ChangePassphrase(ctx, by.AccountID, by.TokenHash, next)
	if err != nil {
		return err
	}
	s.ended(by.AccountID, ended)
	return nil
}

// SetRecovery replaces the recovery code: the old one stops working.
func (s *Service) SetRecovery(ctx context.Context, by Session, r Recovery) error {
	if !by.Fresh {
		return errNotFresh
	}
	if err := r.validate(); err != nil {
		return err
	}
	n, err := s.noter.Note(ctx, by.AccountID, NoteRecoveryCode, by.TokenHash)
	if err != nil {
		return err
	}
	return s.Store.SetRecovery(ctx, by.AccountID, r, n)
}
