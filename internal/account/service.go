package account

import (
	"context"
	"io"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"alcove/internal/limit"
	"alcove/internal/opaque"
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
	seal     sealer
	opaque   *opaque.Server
	proofs   *proofs
	limits   limits
	webauthn *webauthn.WebAuthn
}

// New returns a service.
func New(c Config) (*Service, error) {
	seal, err := newSealer(c.Keys.sealing, c.Random, c.Clock)
	if err != nil {
		return nil, err
	}
	server, err := opaque.NewServer(c.Keys.Opaque[:])
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
	return &Service{
		Config: c, seal: seal, opaque: server, webauthn: w,
		proofs: &proofs{key: c.Keys.proof, clock: c.Clock, random: c.Random, difficulty: c.Difficulty, spent: map[string]time.Time{}},
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
