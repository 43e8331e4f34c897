// Package opaque is OPAQUE-3DH (RFC 9807) with ristretto255 and SHA-512: a
// log-in in which the server never sees a passphrase and a stolen table cannot
// be searched without attacking each entry through the server's own secret.
//
// Registration: the client sends a blinded passphrase, the server evaluates its
// oblivious pseudorandom function on it (RFC 9497), the client derives keys
// from the result and uploads a record. Log-in: the same evaluation, masked
// together with the client's envelope, inside a three-message authenticated key
// exchange. Both sides end with a session key; the client also with an export
// key that only the passphrase can give again, which unlocks the vault.
//
// A name that is not registered is answered from a fake record (§6.3.2.2) made
// from the server's secret and the identifier: the same each time, by the same
// work. Identities are unset (they default to the public keys) and the context
// is empty, as the client library of the browser has it.
//
// The package knows bytes only: no storage, no network. All integers are
// big-endian, lengths are in bytes.
package opaque

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha512"
	"errors"

	"github.com/cloudflare/circl/group"
	"github.com/cloudflare/circl/oprf"
)

// Sizes of RFC 9807 §2.1 for this suite.
const (
	nPublicKey = 32
	nSeed      = 32
	nNonce     = 32
	nHash      = 64 // also that of a MAC
	nEnvelope  = nNonce + nHash
	nElement   = 32
)

// Sizes of the messages.
const (
	RequestSize  = nElement
	ResponseSize = nElement + nPublicKey
	RecordSize   = nPublicKey + nHash + nEnvelope
	KE1Size      = nElement + nNonce + nPublicKey
	KE2Size      = nElement + nNonce + nPublicKey + nEnvelope + nNonce + nPublicKey + nHash
	KE3Size      = nHash
	StateSize    = 2 * nHash
)

var (
	// ErrMalformed says that a message has the wrong length, or an element of it
	// is not on the group or is its identity.
	ErrMalformed = errors.New("opaque: malformed message")
	// ErrAuthentication says that passphrase, record or peer is not the right one.
	ErrAuthentication = errors.New("opaque: authentication failed")
)

var (
	dhGroup = group.Ristretto255
	suite   = oprf.SuiteRistretto255
)

// keyPair is a Diffie-Hellman key pair with its public key as it is sent.
type keyPair struct {
	private group.Scalar
	public  []byte
}

// deriveKeyPair is DeriveDiffieHellmanKeyPair of §6.4.1.
func deriveKeyPair(seed []byte) (keyPair, error) {
	key, err := oprf.DeriveKey(suite, oprf.BaseMode, seed, []byte("OPAQUE-DeriveDiffieHellmanKeyPair"))
	if err != nil {
		return keyPair{}, err
	}
	raw, err := key.MarshalBinary()
	if err != nil {
		return keyPair{}, err
	}
	return loadKeyPair(raw)
}

// loadKeyPair takes a serialised scalar of 32 bytes.
func loadKeyPair(raw []byte) (keyPair, error) {
	private := dhGroup.NewScalar()
	if err := private.UnmarshalBinary(raw); err != nil || private.IsZero() {
		return keyPair{}, ErrMalformed
	}
	public, err := dhGroup.NewElement().MulGen(private).MarshalBinaryCompress()
	return keyPair{private: private, public: public}, err
}

// parseElement refuses the identity (RFC 9497 §3.3, RFC 9807 §6.4).
func parseElement(raw []byte) (group.Element, error) {
	element := dhGroup.NewElement()
	if len(raw) != nElement || element.UnmarshalBinary(raw) != nil || element.IsIdentity() {
		return nil, ErrMalformed
	}
	return element, nil
}

func diffieHellman(private group.Scalar, public []byte) ([]byte, error) {
	element, err := parseElement(public)
	if err != nil {
		return nil, err
	}
	return dhGroup.NewElement().Mul(element, private).MarshalBinaryCompress()
}

func expand(secret []byte, info string, length int) []byte {
	out, err := hkdf.Expand(sha512.New, secret, info, length)
	if err != nil {
		panic(err) // only for lengths beyond 255 hashes, which no caller asks for
	}
	return out
}

func extract(secret []byte) []byte {
	out, err := hkdf.Extract(sha512.New, secret, nil)
	if err != nil {
		panic(err) // SHA-512 is always allowed
	}
	return out
}

func mac(key []byte, message []byte) []byte {
	h := hmac.New(sha512.New, key)
	h.Write(message)
	return h.Sum(nil)
}

func xor(a, b []byte) []byte {
	out := make([]byte, len(a))
	for i := range a {
		out[i] = a[i] ^ b[i]
	}
	return out
}
