package account

import (
	"context"
	"io"
	"sync"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"alcove/internal/limit"
)

// Config is what a Service is made of.
type Config struct {
	Store       Store
	Keys        Keys
	Invitations Invitations
	Streams     Streams
	SignUps     SignUps
	Forget      []Forgetter // called, in order, before an account is deleted
	Events      Events
	Clock       func() time.Time
	Random      io.Reader
	// Difficulty is the number of leading zero bits a proof of work needs.
	Difficulty uint32
	// RPID and Origins bind passkeys to this site (WebAuthn relying party id and origins).
	RPID    string
	Origins []string
}

// DefaultDifficulty takes a phone well under a second and a farm of names its time.
const DefaultDifficulty = 16

// Service holds the rules for accounts. It is safe for concurrent use.
type Service struct {
	Config
	proofs   *proofs
	limits   limits
	webauthn *webauthn.WebAuthn
	noter    *Noter

	mu   sync.RWMutex // held for writing while the secrets are exchanged
	ring ring
	// kept are the secrets of the file: one generation more than ring when an exchange failed.
	kept Keys
	// unused are the generations under which there was nobody left at the last sweep.
	unused map[int]bool
}

// New returns a service. An exchange of the server's secrets that was broken off is
// finished before.
func New(ctx context.Context, c Config) (*Service, error) {
	if err := c.Keys.Settle(ctx, c.Store, c.Clock()); err != nil {
		return nil, err
	}
	inUse, err := c.newRing(c.Keys, c.Keys.Generations())
	if err != nil {
		return nil, err
	}
	w, err := webauthn.New(&webauthn.Config{
		RPID: c.RPID, RPDisplayName: "Alcove", RPOrigins: c.Origins,
		AttestationPreference: protocol.PreferNoAttestation, // which make of key somebody owns is none of our business
		AuthenticatorSelection: protocol.AuthenticatorSelection{
			ResidentKey:      protocol.ResidentKeyRequirementPreferred,
			UserVerification: protocol.VerificationRequired,
		},
	})
	if err != nil {
		return nil, err
	}
	noter, err := NewNoter(c.Store, c.Clock, c.Random)
	if err != nil {
		return nil, err
	}
	return &Service{
		Config: c, noter: noter, webauthn: w, ring: inUse, kept: c.Keys, unused: map[int]bool{},
		proofs: &proofs{key: inUse.newest().proof, clock: c.Clock, random: c.Random, difficulty: c.Difficulty, spent: map[string]time.Time{}},
		limits: limits{
			name:    limit.New(c.Clock, time.Hour),
			address: limit.New(c.Clock, time.Hour),
			code:    limit.New(c.Clock, time.Hour),
			claim:   limit.New(c.Clock, time.Hour),
			link:    limit.New(c.Clock, time.Hour),
			held:    limit.New(c.Clock, time.Hour),
		},
	}, nil
}

func (s *Service) randomBytes(n int) ([]byte, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(s.Random, b)
	return b, err
}

// Role returns the role of an account; code "account_not_found" if there is none.
func (s *Service) Role(ctx context.Context, id ID) (Role, error) {
	row, err := s.Store.AccountByID(ctx, id)
	return row.Role, err
}
