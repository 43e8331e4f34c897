package account

import "context"

// DeleteAccount destroys the account. What other concepts hold about it goes
// first and the account's own rows last, in one transaction: should the server
// stop in between, the session still works and the deletion can be repeated.
// It fails with code "last_steward" when nobody could run the practice afterwards.
func (s *Service) DeleteAccount(ctx context.Context, by Session) error {
	if !by.Fresh {
		return errNotFresh
	}
	if by.Role == Steward {
		n, err := s.Store.StewardCount(ctx)
		if err != nil {
			return err
		}
		if n <= 1 {
			return errLastSteward
		}
	}
	// Other sessions end first, or one of them could still write what would remain.
	n, err := s.noter.Note(ctx, by.AccountID, NoteEnded, by.TokenHash)
	if err != nil {
		return err
	}
	ended, err := s.Store.DeleteOtherSessions(ctx, by.AccountID, by.TokenHash, n)
	if err != nil {
		return err
	}
	for _, f := range s.Forget {
		if err := f.ForgetAccount(ctx, by.AccountID); err != nil {
			return err
		}
	}
	ok, err := s.Store.DeleteAccount(ctx, by.AccountID)
	if err != nil {
		return err
	}
	if !ok { // two stewards deleted themselves at once: this one was second
		return errLastSteward
	}
	s.ended(by.AccountID, append(ended, by.TokenHash))
	return nil
}
