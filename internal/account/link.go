package account

import "context"

// linksPerHour bounds the sessions that one account opens for other browsers.
const linksPerHour = 30

// LinkSession opens a session for another browser of the account. Linking proves
// nothing anew: the session is not fresh, and ends when the one that opened it
// would have, so that a stolen token cannot be made to last by it.
func (s *Service) LinkSession(ctx context.Context, by Session) (Opened, error) {
	if by.Restricted() {
		return Opened{}, errNotOffered
	}
	if s.limits.link.Add(by.AccountID[:]) > linksPerHour {
		return Opened{}, errTooMany
	}
	row, opened, err := s.newSession(by.AccountID, by.Role, 0)
	if err != nil {
		return Opened{}, err
	}
	row.FreshUntilUnix = 0
	if own := hourDown(by.Expires); own < row.ExpiresHour {
		row.ExpiresHour = own
	}
	opened.Session = s.session(row)
	n, err := s.noter.Note(ctx, by.AccountID, NoteLinked, row.TokenHash)
	if err != nil {
		return Opened{}, err
	}
	return opened, s.keep(ctx, row, n)
}
