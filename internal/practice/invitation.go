package practice

import (
	"context"
	"encoding/base64"
	"errors"
	"io"
	"time"

	"alcove/internal/account"
)

const (
	// InvitationLifetime is how long a link works.
	InvitationLifetime = 7 * 24 * time.Hour
	// MaxInvitations bounds how many are kept at once.
	MaxInvitations = 200
	// InvitationKept is how long a stale invitation stays listed before it, and the
	// name that its label may hold, is deleted.
	InvitationKept = 30 * 24 * time.Hour
	setUpLabel     = "set-up"
	tokenSize      = 32
)

// Invitation lets one person make one account of a role.
type Invitation struct {
	ID        [16]byte
	TokenHash []byte // SHA-256, see account.InvitationHash
	Role      account.Role
	Label     string // the steward's own words
	Expires   time.Time
	Used      bool
}

// Invite makes an invitation. The token is base64url and returned only here.
func (s *Service) Invite(ctx context.Context, label string, role account.Role) (Invitation, string, error) {
	if role != account.Practitioner && role != account.Steward {
		return Invitation{}, "", errInvitationRole
	}
	if err := (textRule{max: MaxName}).tidy("label", &label); err != nil {
		return Invitation{}, "", err
	}
	inv, token, err := s.newInvitation(label, role)
	if err != nil {
		return Invitation{}, "", err
	}
	if err := s.store.AddInvitation(ctx, inv, s.clock(), s.clock().Add(-InvitationKept)); err != nil {
		return Invitation{}, "", err
	}
	return inv, token, nil
}

// SetUpToken makes a fresh set-up invitation, replacing earlier ones that nobody
// used, and returns its token. Once there is a steward it returns an empty token.
func (s *Service) SetUpToken(ctx context.Context) (string, error) {
	inv, token, err := s.newInvitation(setUpLabel, account.Steward)
	if err != nil {
		return "", err
	}
	needed, err := s.store.ReplaceSetUpInvitation(ctx, inv, s.clock())
	if err != nil || !needed {
		return "", err
	}
	return token, nil
}

func (s *Service) newInvitation(label string, role account.Role) (Invitation, string, error) {
	var random [16 + tokenSize]byte
	if _, err := io.ReadFull(s.random, random[:]); err != nil {
		return Invitation{}, "", err
	}
	token := base64.RawURLEncoding.EncodeToString(random[16:])
	return Invitation{
		ID: [16]byte(random[:16]), TokenHash: account.InvitationHash(token), Role: role, Label: label,
		Expires: s.clock().Add(InvitationLifetime).Truncate(time.Second),
	}, token, nil
}

// Check tells the role and the end of an invitation that can still be used, or
// fails with account.ErrInvitationInvalid. It implements account.Invitations.
func (s *Service) Check(ctx context.Context, token string) (account.Role, time.Time, error) {
	if len(token) > 128 {
		return 0, time.Time{}, account.ErrInvitationInvalid
	}
	inv, err := s.store.InvitationByToken(ctx, account.InvitationHash(token))
	if errors.Is(err, ErrNotFound) || err == nil && (inv.Used || !s.clock().Before(inv.Expires)) {
		return 0, time.Time{}, account.ErrInvitationInvalid
	}
	return inv.Role, inv.Expires, err
}

// Invitations lists all that are kept, the newest end first.
func (s *Service) Invitations(ctx context.Context) ([]Invitation, error) {
	return s.store.Invitations(ctx)
}

// Revoke deletes an invitation; used ones disappear from the list. Revoking what
// is gone already succeeds.
func (s *Service) Revoke(ctx context.Context, id [16]byte) error {
	return s.store.DeleteInvitation(ctx, id)
}
