package account

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"

	"alcove/internal/fault"
)

// A ceremony (WebAuthn level 3, §7) takes two requests. Between them its
// challenge lies with the session: kind (1 byte) || expiry (8) || JSON.
const (
	ceremonyRegister byte = 1
	ceremonyAssert   byte = 2
	maxCredential         = 64 << 10
)

// passkeyOwner is an account in the eyes of WebAuthn. The server knows no name;
// the client may show its own in the browser's dialogue.
type passkeyOwner struct {
	id          ID
	role        Role
	credentials []webauthn.Credential
}

func (o passkeyOwner) WebAuthnID() []byte { return o.id[:] }
func (o passkeyOwner) WebAuthnName() string {
	return fmt.Sprintf("Alcove %x", o.id[:2])
}
func (o passkeyOwner) WebAuthnDisplayName() string {
	if o.role == Steward {
		return "Alcove (steward)"
	}
	return "Alcove (practitioner)"
}
func (o passkeyOwner) WebAuthnCredentials() []webauthn.Credential { return o.credentials }

func (s *Service) passkeyOwner(ctx context.Context, by Session) (passkeyOwner, error) {
	o := passkeyOwner{id: by.AccountID, role: by.Role}
	stored, err := s.Store.Passkeys(ctx, by.AccountID)
	if err != nil {
		return o, err
	}
	for _, raw := range stored {
		var c webauthn.Credential
		if err := json.Unmarshal(raw, &c); err != nil {
			return o, fmt.Errorf("stored passkey: %w", err)
		}
		o.credentials = append(o.credentials, c)
	}
	return o, nil
}

// PasskeyRegisterStart begins adding a passkey and returns
// PublicKeyCredentialCreationOptionsJSON. A session that misses its second factor
// may do so at any time, any other only while fresh.
func (s *Service) PasskeyRegisterStart(ctx context.Context, by Session) ([]byte, error) {
	if !by.Role.NeedsSecondFactor() {
		return nil, errNotOffered
	}
	if !by.SecondFactorMissing && !by.Fresh {
		return nil, errNotFresh
	}
	owner, err := s.passkeyOwner(ctx, by)
	if err != nil {
		return nil, err
	}
	if by.SecondFactorMissing && len(owner.credentials) > 0 {
		return nil, errNotLoggedIn // another session added one meanwhile: log in with it
	}
	if len(owner.credentials) >= maxPasskeys {
		return nil, errTooManyPasskeys
	}
	options, session, err := s.webauthn.BeginRegistration(owner,
		webauthn.WithExclusions(webauthn.Credentials(owner.credentials).CredentialDescriptors()))
	if err != nil {
		return nil, fmt.Errorf("begin passkey registration: %w", err)
	}
	if err := s.putCeremony(ctx, by, ceremonyRegister, session); err != nil {
		return nil, err
	}
	return json.Marshal(options.Response)
}

// PasskeyRegisterFinish stores the new passkey. With the account's first it
// returns the one-time codes, which are shown once, and the session is whole.
// It goes on under another token.
func (s *Service) PasskeyRegisterFinish(ctx context.Context, by Session, credentialJSON []byte) ([]string, Opened, error) {
	session, err := s.takeCeremony(ctx, by, ceremonyRegister)
	if err != nil {
		return nil, Opened{}, err
	}
	owner, err := s.passkeyOwner(ctx, by)
	if err != nil {
		return nil, Opened{}, err
	}
	if by.SecondFactorMissing && len(owner.credentials) > 0 {
		return nil, Opened{}, errNotLoggedIn
	}
	if len(credentialJSON) > maxCredential {
		return nil, Opened{}, errSecondFactor
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(credentialJSON)
	if err != nil {
		return nil, Opened{}, refusedFactor(err)
	}
	credential, err := s.webauthn.CreateCredential(owner, session, parsed)
	if err != nil {
		return nil, Opened{}, refusedFactor(err)
	}
	raw, err := json.Marshal(credential)
	if err != nil {
		return nil, Opened{}, fmt.Errorf("encode passkey: %w", err)
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	codes, hashes, err := s.newCodes(by.AccountID)
	if err != nil {
		return nil, Opened{}, err
	}
	n, err := s.noter.Note(ctx, by.AccountID, NotePasskey, by.TokenHash)
	if err != nil {
		return nil, Opened{}, err
	}
	first, err := s.Store.AddPasskey(ctx, by.AccountID, credential.ID, raw, hashes, n)
	if err != nil {
		return nil, Opened{}, err
	}
	opened, err := s.renew(ctx, by, RestrictMissing)
	if err != nil {
		return nil, Opened{}, err
	}
	if !first {
		codes = nil
	}
	return codes, opened, nil
}

// PasskeyAssertStart begins presenting a passkey and returns
// PublicKeyCredentialRequestOptionsJSON.
func (s *Service) PasskeyAssertStart(ctx context.Context, by Session) ([]byte, error) {
	owner, err := s.passkeyOwner(ctx, by)
	if err != nil {
		return nil, err
	}
	if len(owner.credentials) == 0 {
		return nil, errNotOffered
	}
	options, session, err := s.webauthn.BeginLogin(owner, webauthn.WithUserVerification(protocol.VerificationRequired))
	if err != nil {
		return nil, fmt.Errorf("begin passkey assertion: %w", err)
	}
	if err := s.putCeremony(ctx, by, ceremonyAssert, session); err != nil {
		return nil, err
	}
	return json.Marshal(options.Response)
}

// PasskeyAssertFinish accepts the passkey, makes the session whole and fresh under
// another token, and keeps the signature counter. A counter that went backwards means that the key
// was copied: refused.
func (s *Service) PasskeyAssertFinish(ctx context.Context, by Session, credentialJSON []byte) (Opened, error) {
	session, err := s.takeCeremony(ctx, by, ceremonyAssert)
	if err != nil {
		return Opened{}, err
	}
	if s.limits.code.Add(by.AccountID[:]) > codeAttempts {
		return Opened{}, errTooMany
	}
	owner, err := s.passkeyOwner(ctx, by)
	if err != nil {
		return Opened{}, err
	}
	if len(credentialJSON) > maxCredential {
		return Opened{}, errSecondFactor
	}
	parsed, err := protocol.ParseCredentialRequestResponseBytes(credentialJSON)
	if err != nil {
		return Opened{}, refusedFactor(err)
	}
	credential, err := s.webauthn.ValidateLogin(owner, session, parsed)
	if err != nil {
		return Opened{}, refusedFactor(err)
	}
	if credential.Authenticator.CloneWarning {
		return Opened{}, errSecondFactor
	}
	raw, err := json.Marshal(credential)
	if err != nil {
		return Opened{}, fmt.Errorf("encode passkey: %w", err)
	}
	if err := s.Store.UpdatePasskey(ctx, by.AccountID, credential.ID, raw); err != nil {
		return Opened{}, err
	}
	s.limits.code.Undo(by.AccountID[:])
	return s.renew(ctx, by, RestrictRequired)
}

func refusedFactor(err error) error {
	return fault.Wrap(err, errSecondFactor.Kind, errSecondFactor.Code, errSecondFactor.Message)
}

func (s *Service) putCeremony(ctx context.Context, by Session, kind byte, session *webauthn.SessionData) error {
	raw, err := json.Marshal(session)
	if err != nil {
		return fmt.Errorf("encode ceremony: %w", err)
	}
	head := binary.BigEndian.AppendUint64([]byte{kind}, uint64(s.Clock().Add(stateLifetime).Unix()))
	return s.Store.PutCeremony(ctx, by.TokenHash, append(head, raw...))
}

func (s *Service) takeCeremony(ctx context.Context, by Session, kind byte) (webauthn.SessionData, error) {
	var session webauthn.SessionData
	raw, err := s.Store.TakeCeremony(ctx, by.TokenHash)
	if err != nil {
		return session, err
	}
	if len(raw) < 9 || raw[0] != kind || !within(s.Clock(), time.Unix(int64(binary.BigEndian.Uint64(raw[1:9])), 0), stateLifetime) {
		return session, errStateInvalid
	}
	if err := json.NewDecoder(bytes.NewReader(raw[9:])).Decode(&session); err != nil {
		return session, fmt.Errorf("stored ceremony: %w", err)
	}
	return session, nil
}
