package api_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
)

// authenticator is a passkey: ES256, no attestation (WebAuthn level 3, §6).
type authenticator struct {
	t       *testing.T
	key     *ecdsa.PrivateKey
	id      []byte
	counter uint32
}

func newAuthenticator(t *testing.T) *authenticator {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	return &authenticator{t: t, key: key, id: randomBytes(t, 32)}
}

func (a *authenticator) clientData(kind, options string) []byte {
	a.t.Helper()
	var o struct {
		Challenge string `json:"challenge"`
	}
	must(a.t, json.Unmarshal([]byte(options), &o))
	b, err := json.Marshal(map[string]string{"type": kind, "challenge": o.Challenge, "origin": origin})
	must(a.t, err)
	return b
}

func (a *authenticator) data(flags byte) []byte {
	hash := sha256.Sum256([]byte(rpID))
	a.counter++
	return binary.BigEndian.AppendUint32(append(hash[:], flags), a.counter)
}

var b64 = base64.RawURLEncoding.EncodeToString

func (a *authenticator) credential(response map[string]string) string {
	a.t.Helper()
	b, err := json.Marshal(map[string]interface{}{
		"id": b64(a.id), "rawId": b64(a.id), "type": "public-key", "response": response, "clientExtensionResults": struct{}{},
	})
	must(a.t, err)
	return string(b)
}

// create answers navigator.credentials.create.
func (a *authenticator) create(options string) string {
	const present, verified, attested = 1, 4, 64
	data := append(a.data(present|verified|attested), make([]byte, 16)...) // AAGUID of nobody
	data = binary.BigEndian.AppendUint16(data, uint16(len(a.id)))
	data = append(data, a.id...)
	point, err := a.key.PublicKey.Bytes()
	must(a.t, err)
	// COSE_Key {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}
	data = append(data, 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20)
	data = append(data, point[1:33]...)
	data = append(data, 0x22, 0x58, 0x20)
	data = append(data, point[33:]...)
	// CBOR {"fmt": "none", "attStmt": {}, "authData": data}
	object := append([]byte("\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"), byte(len(data)))
	return a.credential(map[string]string{
		"clientDataJSON": b64(a.clientData("webauthn.create", options)), "attestationObject": b64(append(object, data...)),
	})
}

// get answers navigator.credentials.get with these flags.
func (a *authenticator) get(options string, flags byte) string {
	data, client := a.data(flags), a.clientData("webauthn.get", options)
	hash := sha256.Sum256(client)
	digest := sha256.Sum256(append(append([]byte{}, data...), hash[:]...))
	signature, err := ecdsa.SignASN1(rand.Reader, a.key, digest[:])
	must(a.t, err)
	return a.credential(map[string]string{
		"clientDataJSON": b64(client), "authenticatorData": b64(data), "signature": b64(signature),
	})
}

// addPasskey goes through both steps and returns the one-time codes.
func (p *person) addPasskey(a *authenticator) []string {
	t := p.w.t
	t.Helper()
	o := get[alcovev1.PasskeyRegisterStartResponse](t)(p.PasskeyRegisterStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyRegisterStartRequest{})))
	r := get[alcovev1.PasskeyRegisterFinishResponse](t)(p.PasskeyRegisterFinish(t.Context(),
		connect.NewRequest(&alcovev1.PasskeyRegisterFinishRequest{CredentialJson: a.create(o.GetOptionsJson())})))
	p.use(r.GetSession())
	return r.GetOneTimeCodes()
}

func (p *person) presentPasskey(a *authenticator, flags byte) error {
	t := p.w.t
	t.Helper()
	o := get[alcovev1.PasskeyAssertStartResponse](t)(p.PasskeyAssertStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyAssertStartRequest{})))
	r, err := p.PasskeyAssertFinish(t.Context(), connect.NewRequest(&alcovev1.PasskeyAssertFinishRequest{CredentialJson: a.get(o.GetOptionsJson(), flags)}))
	if err == nil {
		p.use(r.Msg.GetSession())
	}
	return err
}

func (p *person) useCode(code string) (uint32, error) {
	r, err := p.UseOneTimeCode(p.w.t.Context(), connect.NewRequest(&alcovev1.UseOneTimeCodeRequest{Code: code}))
	if err != nil {
		return 0, err
	}
	p.use(r.Msg.GetSession())
	return r.Msg.GetRemaining(), nil
}

func (p *person) readVault() error {
	_, err := p.GetVault(p.w.t.Context(), connect.NewRequest(&alcovev1.GetVaultRequest{}))
	return err
}

const presentAndVerified = 5

func TestAPractitionerNeedsAPasskey(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	if !doctor.session.GetSecondFactorMissing() {
		t.Error("a new practitioner must add a passkey first")
	}
	refused(t, doctor.readVault(), "second_factor_missing")
	key := newAuthenticator(t)
	codes := doctor.addPasskey(key)
	for _, code := range codes {
		// Kept as an HMAC, so 112 bits at least: 23 characters of 5 (ASVS 6.5.2).
		if characters := strings.ReplaceAll(code, "-", ""); len(characters) < 23 || strings.Trim(characters, "0123456789ABCDEFGHJKMNPQRSTVWXYZ") != "" {
			t.Errorf("code %q", code)
		}
	}
	if len(codes) != 8 || len(slices.Compact(slices.Sorted(slices.Values(codes)))) != 8 {
		t.Errorf("codes %q", codes)
	}
	must(t, doctor.readVault())

	desk := doctor.elsewhere()
	if !desk.session.GetSecondFactorRequired() {
		t.Error("the next log-in must ask for the passkey")
	}
	refused(t, desk.readVault(), "second_factor_required")
	refused(t, desk.presentPasskey(newAuthenticator(t), presentAndVerified), "second_factor_failed")
	const presentOnly = 1
	refused(t, desk.presentPasskey(key, presentOnly), "second_factor_failed")
	must(t, desk.presentPasskey(key, presentAndVerified))
	must(t, desk.readVault())
	if codes := desk.addPasskey(newAuthenticator(t)); len(codes) != 0 {
		t.Error("codes come with the first passkey only")
	}

	key.counter = 0 // a copy made before the last use
	copied := doctor.elsewhere()
	refused(t, copied.presentPasskey(key, presentAndVerified), "second_factor_failed")
	refused(t, copied.readVault(), "second_factor_required")
}

func TestAnAssertionCannotBeReplayed(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	key := newAuthenticator(t)
	doctor.addPasskey(key)
	desk := doctor.elsewhere()
	o := get[alcovev1.PasskeyAssertStartResponse](t)(desk.PasskeyAssertStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyAssertStartRequest{})))
	answer := &alcovev1.PasskeyAssertFinishRequest{CredentialJson: key.get(o.GetOptionsJson(), presentAndVerified)}
	thief := doctor.elsewhere()
	get[alcovev1.PasskeyAssertStartResponse](t)(thief.PasskeyAssertStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyAssertStartRequest{})))
	_, err := thief.PasskeyAssertFinish(t.Context(), connect.NewRequest(answer))
	refused(t, err, "second_factor_failed")
	r := get[alcovev1.PasskeyAssertFinishResponse](t)(desk.PasskeyAssertFinish(t.Context(), connect.NewRequest(answer)))
	_, err = desk.PasskeyAssertFinish(t.Context(), connect.NewRequest(answer))
	refused(t, err, "not_logged_in")
	_, err = desk.use(r.GetSession()).PasskeyAssertFinish(t.Context(), connect.NewRequest(answer))
	refused(t, err, "state_expired")
}

func TestOneTimeCodesStandInForALostPasskey(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	codes := doctor.addPasskey(newAuthenticator(t))
	desk := doctor.elsewhere()
	left, err := desk.useCode(strings.ToLower(codes[0][:5]) + " - " + codes[0][5:])
	must(t, err)
	if left != 7 {
		t.Errorf("%d codes left", left)
	}
	must(t, desk.readVault())
	laptop := doctor.elsewhere()
	_, err = laptop.useCode(codes[0])
	refused(t, err, "second_factor_failed")
	for err == nil || connect.CodeOf(err) == connect.CodeUnauthenticated {
		_, err = laptop.useCode("0000000000")
	}
	refused(t, err, "too_many_attempts")
	_, err = laptop.useCode(codes[1])
	refused(t, err, "too_many_attempts")
}

// Whoever saw the token before, or planted it, has nothing of the session that is whole.
func TestASecondFactorGivesTheSessionAnotherToken(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	key := newAuthenticator(t)
	var codes []string
	ways := []struct {
		name  string
		prove func(p *person)
	}{
		{"the first passkey", func(p *person) { codes = p.addPasskey(key) }},
		{"a passkey at log-in", func(p *person) { must(t, p.presentPasskey(key, presentAndVerified)) }},
		{"a passkey once more", func(p *person) { must(t, p.presentPasskey(key, presentAndVerified)) }},
		{"a further passkey", func(p *person) { p.addPasskey(newAuthenticator(t)) }},
		{"a one-time code", func(p *person) {
			_, err := p.useCode(codes[0])
			must(t, err)
		}},
	}
	at := doctor
	for _, way := range ways {
		if way.name == "a passkey at log-in" || way.name == "a one-time code" {
			at = doctor.elsewhere()
		}
		before := *at
		way.prove(at)
		if bytes.Equal(at.session.GetToken(), before.session.GetToken()) || len(at.session.GetToken()) != 32 {
			t.Errorf("%s: token %x after %x", way.name, at.session.GetToken(), before.session.GetToken())
		}
		if at.session.GetSecondFactorMissing() || at.session.GetSecondFactorRequired() || at.session.GetExpiresUnix() != before.session.GetExpiresUnix() {
			t.Errorf("%s: session %v after %v", way.name, at.session, before.session)
		}
		must(t, at.readVault())
		refused(t, before.alive(), "not_logged_in")
		if !w.wasEnded(before.session.GetToken()) {
			t.Errorf("%s: who listens by the former token is not cut off", way.name)
		}
	}
}

func TestARecoveryCodeDoesNotReplaceThePasskey(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	key := newAuthenticator(t)
	doctor.addPasskey(key)
	s, err := doctor.recover()
	must(t, err)
	doctor.use(s)
	refused(t, doctor.readVault(), "second_factor_required")
	must(t, doctor.presentPasskey(key, presentAndVerified))
	must(t, doctor.readVault())
	must(t, doctor.changePassphrase("a new one", nil))
}

func TestClientsAreOfferedNoPasskey(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	_, err := ann.PasskeyRegisterStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyRegisterStartRequest{}))
	refused(t, err, "not_allowed")
}

func TestTheFirstPasskeyShutsOutSessionsOpenedBeforeIt(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	thief := doctor.elsewhere() // knows the passphrase, was here before the passkey
	late := get[alcovev1.PasskeyRegisterStartResponse](t)(thief.PasskeyRegisterStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyRegisterStartRequest{})))
	doctor.addPasskey(newAuthenticator(t))
	_, err := thief.PasskeyRegisterFinish(t.Context(), connect.NewRequest(&alcovev1.PasskeyRegisterFinishRequest{
		CredentialJson: newAuthenticator(t).create(late.GetOptionsJson())}))
	refused(t, err, "not_logged_in")
	_, err = thief.PasskeyRegisterStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyRegisterStartRequest{}))
	refused(t, err, "not_logged_in")
	refused(t, thief.readVault(), "second_factor_missing")
}

func TestACeremonyMustEndInTime(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	key := newAuthenticator(t)
	doctor.addPasskey(key)
	desk := doctor.elsewhere()
	o := get[alcovev1.PasskeyAssertStartResponse](t)(desk.PasskeyAssertStart(t.Context(), connect.NewRequest(&alcovev1.PasskeyAssertStartRequest{})))
	w.pass(10 * time.Minute)
	_, err := desk.PasskeyAssertFinish(t.Context(), connect.NewRequest(&alcovev1.PasskeyAssertFinishRequest{
		CredentialJson: key.get(o.GetOptionsJson(), presentAndVerified)}))
	refused(t, err, "state_expired")
}
