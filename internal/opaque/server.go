package opaque

import (
	"crypto/rand"
	"crypto/subtle"
	"io"

	"github.com/cloudflare/circl/group"
	"github.com/cloudflare/circl/oprf"
)

// Server is the server's half. It is safe for concurrent use.
type Server struct {
	oprfSeed []byte // 64 bytes
	key      keyPair
	fakeSeed []byte // 64 bytes; makes the records of names that do not exist
	context  []byte
	random   io.Reader
	// Unset in service: then they are the public keys.
	clientIdentity, serverIdentity []byte
}

// NewServer derives everything from one secret of at least 32 bytes. Whoever
// loses the secret loses every registration; whoever steals it together with
// the records can search for passphrases.
func NewServer(secret []byte) (*Server, error) {
	if len(secret) < 32 {
		return nil, ErrMalformed
	}
	prk := extract(secret)
	key, err := deriveKeyPair(expand(prk, "alcove/v1/opaque/key", nSeed))
	if err != nil {
		return nil, err
	}
	return &Server{
		oprfSeed: expand(prk, "alcove/v1/opaque/oprf", nHash),
		fakeSeed: expand(prk, "alcove/v1/opaque/fake", nHash),
		key:      key,
		random:   rand.Reader,
	}, nil
}

// RegistrationResponse answers a RegistrationRequest (§5.2.2). The credential
// identifier has to be the same at every log-in. Errors: ErrMalformed.
func (s *Server) RegistrationResponse(request, credentialIdentifier []byte) ([]byte, error) {
	evaluated, err := s.evaluate(request, credentialIdentifier)
	if err != nil {
		return nil, err
	}
	return append(evaluated, s.key.public...), nil
}

// CheckRecord refuses what is not a RegistrationRecord (§5.2.3).
func (s *Server) CheckRecord(record []byte) error {
	_, err := parseRecord(record)
	return err
}

// LoginStart answers KE1 with KE2 (§6.2.2) and gives the state (128 bytes,
// secret) that LoginFinish needs. A nil record stands for a name that is not
// registered. Errors: ErrMalformed.
func (s *Server) LoginStart(record, credentialIdentifier, ke1 []byte) (state, ke2 []byte, err error) {
	// Made in any case, so that known and unknown names cost the same.
	fake, err := s.fakeRecord(credentialIdentifier)
	if err != nil {
		return nil, nil, err
	}
	if record == nil {
		record = fake
	}
	r, err := parseRecord(record)
	if err != nil {
		return nil, nil, err
	}
	if len(ke1) != KE1Size {
		return nil, nil, ErrMalformed
	}
	credentialResponse, err := s.credentialResponse(r, credentialIdentifier, ke1[:nElement])
	if err != nil {
		return nil, nil, err
	}
	return s.respond(r, ke1, credentialResponse)
}

// LoginFinish verifies KE3 (§6.2.4) and gives the session key (64 bytes).
// Errors: ErrAuthentication.
func (s *Server) LoginFinish(state, ke3 []byte) (sessionKey []byte, err error) {
	if len(state) != StateSize || len(ke3) != KE3Size {
		return nil, ErrAuthentication
	}
	if subtle.ConstantTimeCompare(state[:nHash], ke3) != 1 {
		return nil, ErrAuthentication
	}
	return state[nHash:], nil
}

type record struct {
	clientPublicKey []byte
	maskingKey      []byte
	envelope        []byte
}

func parseRecord(raw []byte) (record, error) {
	if len(raw) != RecordSize {
		return record{}, ErrMalformed
	}
	if _, err := parseElement(raw[:nPublicKey]); err != nil {
		return record{}, err
	}
	return record{
		clientPublicKey: raw[:nPublicKey],
		maskingKey:      raw[nPublicKey : nPublicKey+nHash],
		envelope:        raw[nPublicKey+nHash:],
	}, nil
}

// fakeRecord is that of §6.3.2.2: a key nobody holds, a masking key, an envelope of zeros.
func (s *Server) fakeRecord(credentialIdentifier []byte) ([]byte, error) {
	key, err := deriveKeyPair(expand(s.fakeSeed, string(credentialIdentifier)+"ClientKey", nSeed))
	if err != nil {
		return nil, err
	}
	raw := make([]byte, 0, RecordSize)
	raw = append(raw, key.public...)
	raw = append(raw, expand(s.fakeSeed, string(credentialIdentifier)+"MaskingKey", nHash)...)
	return append(raw, make([]byte, nEnvelope)...), nil
}

// evaluate is the OPRF with a key of its own for each credential identifier (§5.2.2).
func (s *Server) evaluate(blinded, credentialIdentifier []byte) ([]byte, error) {
	element, err := parseElement(blinded)
	if err != nil {
		return nil, err
	}
	seed := expand(s.oprfSeed, string(credentialIdentifier)+"OprfKey", nSeed)
	key, err := oprf.DeriveKey(suite, oprf.BaseMode, seed, []byte("OPAQUE-DeriveKeyPair"))
	if err != nil {
		return nil, err
	}
	evaluation, err := oprf.NewServer(suite, key).Evaluate(&oprf.EvaluationRequest{Elements: []group.Element{element}})
	if err != nil {
		return nil, err
	}
	return evaluation.Elements[0].MarshalBinaryCompress()
}

// credentialResponse is CreateCredentialResponse of §6.3.2.2.
func (s *Server) credentialResponse(r record, credentialIdentifier, blinded []byte) ([]byte, error) {
	evaluated, err := s.evaluate(blinded, credentialIdentifier)
	if err != nil {
		return nil, err
	}
	nonce, err := s.randomBytes(nNonce)
	if err != nil {
		return nil, err
	}
	pad := expand(r.maskingKey, string(nonce)+"CredentialResponsePad", nPublicKey+nEnvelope)
	plain := append(append(make([]byte, 0, len(pad)), s.key.public...), r.envelope...)
	response := append(evaluated, nonce...)
	return append(response, xor(pad, plain)...), nil
}

// respond is AuthServerRespond of §6.4.4.
func (s *Server) respond(r record, ke1, credentialResponse []byte) (state, ke2 []byte, err error) {
	nonce, err := s.randomBytes(nNonce)
	if err != nil {
		return nil, nil, err
	}
	seed, err := s.randomBytes(nSeed)
	if err != nil {
		return nil, nil, err
	}
	ephemeral, err := deriveKeyPair(seed)
	if err != nil {
		return nil, nil, err
	}
	ikm, err := s.tripleDH(ephemeral, ke1[nElement+nNonce:], r.clientPublicKey)
	if err != nil {
		return nil, nil, err
	}
	clientIdentity, serverIdentity := orDefault(s.clientIdentity, r.clientPublicKey), orDefault(s.serverIdentity, s.key.public)
	k := deriveKeys(ikm, preamble(s.context, clientIdentity, ke1, serverIdentity, credentialResponse, nonce, ephemeral.public))
	ke2 = append(credentialResponse, nonce...)
	ke2 = append(ke2, ephemeral.public...)
	ke2 = append(ke2, k.serverMAC...)
	return append(k.expectedClientMAC, k.session...), ke2, nil
}

func (s *Server) tripleDH(ephemeral keyPair, clientKeyshare, clientPublicKey []byte) ([]byte, error) {
	var ikm []byte
	for _, step := range []struct {
		private group.Scalar
		public  []byte
	}{{ephemeral.private, clientKeyshare}, {s.key.private, clientKeyshare}, {ephemeral.private, clientPublicKey}} {
		shared, err := diffieHellman(step.private, step.public)
		if err != nil {
			return nil, err
		}
		ikm = append(ikm, shared...)
	}
	return ikm, nil
}

func (s *Server) randomBytes(n int) ([]byte, error) {
	b := make([]byte, n)
	_, err := io.ReadFull(s.random, b)
	return b, err
}

func orDefault(identity, publicKey []byte) []byte {
	if identity == nil {
		return publicKey
	}
	return identity
}
