package opaque

import (
	"crypto/rand"
	"crypto/subtle"
	"io"

	"github.com/cloudflare/circl/group"
	"github.com/cloudflare/circl/oprf"
	"golang.org/x/crypto/argon2"
)

// Stretch is the key stretching function of §2.1.
type Stretch func(input []byte) []byte

// Argon2id is what the browser's library uses: 3 passes over 64 MiB in 4 lanes,
// a salt of 16 zero bytes (the OPRF output is already the user's own), 64 bytes.
func Argon2id(input []byte) []byte {
	return argon2.IDKey(input, make([]byte, 16), 3, 64*1024, 4, nHash)
}

// Client is the client's half, for the load generator and for tests; browsers
// have their own.
type Client struct {
	context []byte
	stretch Stretch
	random  io.Reader
	// Unset in service: then they are the public keys.
	clientIdentity, serverIdentity []byte
}

// NewClient returns a client as browsers are: empty context, argon2id.
func NewClient() *Client { return &Client{stretch: Argon2id, random: rand.Reader} }

// NewClientStretching returns a client with another key stretching function: a
// server cannot tell, and tests of what it does need not wait for argon2id.
func NewClientStretching(stretch Stretch) *Client {
	return &Client{stretch: stretch, random: rand.Reader}
}

// Registration is a registration under way.
type Registration struct {
	client *Client
	blind  *oprf.FinalizeData
}

// Login is a log-in under way.
type Login struct {
	client    *Client
	blind     *oprf.FinalizeData
	ephemeral keyPair
	ke1       []byte
}

// Register begins a registration; the request (32 bytes) goes to the server.
func (c *Client) Register(passphrase []byte) (registration *Registration, request []byte, err error) {
	blind, request, err := c.blind(passphrase)
	return &Registration{c, blind}, request, err
}

// Finish makes of the server's response the record (192 bytes) to upload and
// the export key (64 bytes). Errors: ErrMalformed.
func (r *Registration) Finish(response []byte) (record, exportKey []byte, err error) {
	if len(response) != ResponseSize {
		return nil, nil, ErrMalformed
	}
	randomized, err := r.client.randomizedPassword(r.blind, response[:nElement])
	if err != nil {
		return nil, nil, err
	}
	nonce := make([]byte, nNonce)
	if _, err := io.ReadFull(r.client.random, nonce); err != nil {
		return nil, nil, err
	}
	e, err := r.client.openEnvelope(randomized, nonce, response[nElement:])
	if err != nil {
		return nil, nil, err
	}
	record = append(record, e.key.public...)
	record = append(record, expand(randomized, "MaskingKey", nHash)...)
	record = append(record, nonce...)
	return append(record, e.tag...), e.exportKey, nil
}

// Login begins a log-in; KE1 (96 bytes) goes to the server.
func (c *Client) Login(passphrase []byte) (login *Login, ke1 []byte, err error) {
	blind, request, err := c.blind(passphrase)
	if err != nil {
		return nil, nil, err
	}
	nonceAndSeed := make([]byte, nNonce+nSeed)
	if _, err := io.ReadFull(c.random, nonceAndSeed); err != nil {
		return nil, nil, err
	}
	ephemeral, err := deriveKeyPair(nonceAndSeed[nNonce:])
	if err != nil {
		return nil, nil, err
	}
	ke1 = append(append(request, nonceAndSeed[:nNonce]...), ephemeral.public...)
	return &Login{c, blind, ephemeral, ke1}, ke1, nil
}

// Finish verifies KE2 and gives KE3 (64 bytes), the session key and the export
// key (64 bytes each). Errors: ErrMalformed; ErrAuthentication for a wrong
// passphrase, an unknown name or a server that is not the right one.
func (l *Login) Finish(ke2 []byte) (ke3, sessionKey, exportKey []byte, err error) {
	if len(ke2) != KE2Size {
		return nil, nil, nil, ErrMalformed
	}
	credentialResponse := ke2[:nElement+nNonce+nPublicKey+nEnvelope]
	rest := ke2[len(credentialResponse):]
	nonce, keyshare, serverMAC := rest[:nNonce], rest[nNonce:nNonce+nPublicKey], rest[nNonce+nPublicKey:]
	serverPublicKey, e, err := l.recover(credentialResponse)
	if err != nil {
		return nil, nil, nil, err
	}
	ikm, err := l.tripleDH(e.key.private, keyshare, serverPublicKey)
	if err != nil {
		return nil, nil, nil, err
	}
	c := l.client
	clientIdentity, serverIdentity := orDefault(c.clientIdentity, e.key.public), orDefault(c.serverIdentity, serverPublicKey)
	k := deriveKeys(ikm, preamble(c.context, clientIdentity, l.ke1, serverIdentity, credentialResponse, nonce, keyshare))
	if subtle.ConstantTimeCompare(k.serverMAC, serverMAC) != 1 {
		return nil, nil, nil, ErrAuthentication
	}
	return k.expectedClientMAC, k.session, e.exportKey, nil
}

// recover is RecoverCredentials of §6.3.2.3.
func (l *Login) recover(credentialResponse []byte) (serverPublicKey []byte, e envelope, err error) {
	randomized, err := l.client.randomizedPassword(l.blind, credentialResponse[:nElement])
	if err != nil {
		return nil, envelope{}, err
	}
	maskingNonce := credentialResponse[nElement : nElement+nNonce]
	masked := credentialResponse[nElement+nNonce:]
	pad := expand(expand(randomized, "MaskingKey", nHash), string(maskingNonce)+"CredentialResponsePad", len(masked))
	plain := xor(pad, masked)
	serverPublicKey = plain[:nPublicKey]
	nonce, tag := plain[nPublicKey:nPublicKey+nNonce], plain[nPublicKey+nNonce:]
	e, err = l.client.openEnvelope(randomized, nonce, serverPublicKey)
	if err != nil {
		return nil, envelope{}, err
	}
	if subtle.ConstantTimeCompare(e.tag, tag) != 1 {
		return nil, envelope{}, ErrAuthentication
	}
	return serverPublicKey, e, nil
}

func (l *Login) tripleDH(private group.Scalar, serverKeyshare, serverPublicKey []byte) ([]byte, error) {
	var ikm []byte
	for _, step := range []struct {
		private group.Scalar
		public  []byte
	}{{l.ephemeral.private, serverKeyshare}, {l.ephemeral.private, serverPublicKey}, {private, serverKeyshare}} {
		shared, err := diffieHellman(step.private, step.public)
		if err != nil {
			return nil, err
		}
		ikm = append(ikm, shared...)
	}
	return ikm, nil
}

// envelope is what a passphrase and a nonce give (§4.1.2).
type envelope struct {
	key       keyPair
	tag       []byte
	exportKey []byte
}

func (c *Client) openEnvelope(randomized, nonce, serverPublicKey []byte) (envelope, error) {
	key, err := deriveKeyPair(expand(randomized, string(nonce)+"PrivateKey", nSeed))
	if err != nil {
		return envelope{}, err
	}
	signed := append([]byte(nil), nonce...)
	signed = append(signed, serverPublicKey...)
	signed = append(signed, withLength(orDefault(c.serverIdentity, serverPublicKey))...)
	signed = append(signed, withLength(orDefault(c.clientIdentity, key.public))...)
	return envelope{
		key:       key,
		tag:       mac(expand(randomized, string(nonce)+"AuthKey", nHash), signed),
		exportKey: expand(randomized, string(nonce)+"ExportKey", nHash),
	}, nil
}

func (c *Client) blind(passphrase []byte) (*oprf.FinalizeData, []byte, error) {
	scalar := dhGroup.RandomNonZeroScalar(c.random)
	data, request, err := oprf.NewClient(suite).DeterministicBlind([][]byte{passphrase}, []oprf.Blind{scalar})
	if err != nil {
		return nil, nil, err
	}
	raw, err := request.Elements[0].MarshalBinaryCompress()
	return data, raw, err
}

func (c *Client) randomizedPassword(blind *oprf.FinalizeData, evaluated []byte) ([]byte, error) {
	element, err := parseElement(evaluated)
	if err != nil {
		return nil, err
	}
	outputs, err := oprf.NewClient(suite).Finalize(blind, &oprf.Evaluation{Elements: []group.Element{element}})
	if err != nil {
		return nil, err
	}
	return extract(append(outputs[0], c.stretch(outputs[0])...)), nil
}
