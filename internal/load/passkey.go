package load

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"net/http"

	"connectrpc.com/connect"

	alcovev1 "alcove/proto/alcove/v1"
)

// addPasskey answers navigator.credentials.create with a key made on the spot:
// ES256 without attestation (WebAuthn level 3, §6). A practitioner's session can
// do nothing before.
func (p *Person) addPasskey(ctx context.Context, hc *http.Client) error {
	started, err := p.accounts.PasskeyRegisterStart(ctx, connect.NewRequest(&alcovev1.PasskeyRegisterStartRequest{}))
	if err != nil {
		return err
	}
	var options struct {
		Challenge string `json:"challenge"`
	}
	if err := json.Unmarshal([]byte(started.Msg.GetOptionsJson()), &options); err != nil {
		return err
	}
	client, err := json.Marshal(map[string]string{"type": "webauthn.create", "challenge": options.Challenge, "origin": p.Server.URL})
	if err != nil {
		return err
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	point, err := key.PublicKey.Bytes()
	if err != nil {
		return err
	}
	id := Random(32)
	const present, verified, attested = 1, 4, 64
	site := sha256.Sum256([]byte("localhost"))
	data := append(site[:], present|verified|attested, 0, 0, 0, 1)
	data = append(data, make([]byte, 16)...) // AAGUID of nobody
	data = append(binary.BigEndian.AppendUint16(data, uint16(len(id))), id...)
	// COSE_Key {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}
	data = append(data, 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20)
	data = append(append(data, point[1:33]...), 0x22, 0x58, 0x20)
	data = append(data, point[33:]...)
	// CBOR {"fmt": "none", "attStmt": {}, "authData": data}
	object := append([]byte("\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58"), byte(len(data)))
	b64 := base64.RawURLEncoding.EncodeToString
	type response struct {
		ClientData  string `json:"clientDataJSON"`
		Attestation string `json:"attestationObject"`
	}
	credential, err := json.Marshal(struct {
		ID         string   `json:"id"`
		RawID      string   `json:"rawId"`
		Type       string   `json:"type"`
		Response   response `json:"response"`
		Extensions struct{} `json:"clientExtensionResults"`
	}{ID: b64(id), RawID: b64(id), Type: "public-key", Response: response{b64(client), b64(append(object, data...))}})
	if err != nil {
		return err
	}
	finished, err := p.accounts.PasskeyRegisterFinish(ctx, connect.NewRequest(&alcovev1.PasskeyRegisterFinishRequest{CredentialJson: string(credential)}))
	if err != nil {
		return err
	}
	p.use(hc, finished.Msg.GetSession().GetToken())
	return nil
}
