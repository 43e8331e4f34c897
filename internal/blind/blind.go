// Package blind signs without seeing what: RSABSSA-SHA384-PSS-Randomized of RFC 9474.
//
// Somebody draws a message, blinds it, has it signed, and takes the blinding off: what
// is left is an ordinary RSA-PSS signature over the message, and whoever signed cannot
// tell which of the blinded messages it came from, whatever computer they have (the
// blinding is perfect). Randomized means that 32 random bytes stand before the message
// when it is signed, so that a key that was made with malice learns nothing from the
// encoding of a message it could guess.
//
// RSA, because what has to hold for ever here is the blinding; a signature only has to
// be unforgeable until its survey closes.
//
// Signing is circl's: it blinds the private operation anew each time and checks the
// result. Verifying is the standard library's. Bytes in, bytes out: no storage, no
// network.
package blind

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha512"
	"crypto/x509"
	"errors"
	"io"
	"math/big"

	// The one implementation in Go that many use, and in the project already for OPAQUE.
	"github.com/cloudflare/circl/blindsign/blindrsa"
)

const (
	// Bits is how long the modulus of a key made here is.
	Bits = 3072
	// Size is how many bytes a blinded message, a blind signature and a signature have.
	Size = Bits / 8
	// RandomizerSize is how many random bytes stand before the message (RFC 9474 §4.1).
	RandomizerSize = 32

	exponent = 65537
)

var (
	// ErrMalformed says that bytes are no key, or no blinded message under a key.
	ErrMalformed = errors.New("blind: malformed")
	// ErrSignature says that a signature is not one over the message by the key.
	ErrSignature = errors.New("blind: not signed by this key")
)

// Key signs.
type Key struct{ rsa *rsa.PrivateKey }

// NewKey makes a key of Bits. It takes some tenths of a second.
func NewKey(random io.Reader) (Key, error) {
	k, err := rsa.GenerateKey(random, Bits)
	return Key{k}, err
}

// ParseKey reads what Key.Encode wrote (PKCS #8, DER).
func ParseKey(der []byte) (Key, error) {
	parsed, err := x509.ParsePKCS8PrivateKey(der)
	k, ok := parsed.(*rsa.PrivateKey)
	if err != nil || !ok || !acceptable(&k.PublicKey) {
		return Key{}, ErrMalformed
	}
	return Key{k}, nil
}

// Encode gives the private key: PKCS #8, DER. The caller keeps it secret.
func (k Key) Encode() ([]byte, error) { return x509.MarshalPKCS8PrivateKey(k.rsa) }

// Public gives the public key: SubjectPublicKeyInfo (RFC 5280 §4.1), DER.
func (k Key) Public() ([]byte, error) { return x509.MarshalPKIXPublicKey(&k.rsa.PublicKey) }

// Takes reports whether Sign takes the blinded message: Size bytes, a number above 0
// and below the modulus.
func (k Key) Takes(blinded []byte) bool {
	if len(blinded) != k.rsa.Size() {
		return false
	}
	m := new(big.Int).SetBytes(blinded)
	return m.Sign() > 0 && m.Cmp(k.rsa.N) < 0
}

// Sign signs a blinded message (RFC 9474 §4.3). The same one gets the same signature.
func (k Key) Sign(blinded []byte) ([]byte, error) {
	if !k.Takes(blinded) {
		return nil, ErrMalformed
	}
	return blindrsa.NewSigner(k.rsa).BlindSign(blinded)
}

// Verify tells whether signature is over randomizer || message by the public key in
// DER: ErrMalformed or ErrSignature if not (RFC 9474 §4.5).
func Verify(public, randomizer, message, signature []byte) error {
	key, err := parsePublic(public)
	if err != nil {
		return err
	}
	if len(randomizer) != RandomizerSize {
		return ErrSignature
	}
	hash := sha512.New384()
	hash.Write(randomizer)
	hash.Write(message)
	options := &rsa.PSSOptions{SaltLength: sha512.Size384, Hash: crypto.SHA384}
	if rsa.VerifyPSS(key, crypto.SHA384, hash.Sum(nil), signature, options) != nil {
		return ErrSignature
	}
	return nil
}

// Blinded is a message on its way: what is sent, and what takes the blinding off.
type Blinded struct {
	Message    []byte // to be signed
	Randomizer []byte

	client blindrsa.Client
	state  blindrsa.State
}

// Blind is the other end's half (RFC 9474 §4.1 and §4.2), for tests and figures.
func Blind(public, message []byte) (b Blinded, err error) {
	key, err := parsePublic(public)
	if err != nil {
		return b, err
	}
	if b.client, err = blindrsa.NewClient(blindrsa.SHA384PSSRandomized, key); err != nil {
		return b, err
	}
	prepared, err := b.client.Prepare(rand.Reader, message)
	if err != nil {
		return b, err
	}
	b.Randomizer = prepared[:RandomizerSize]
	b.Message, b.state, err = b.client.Blind(rand.Reader, prepared)
	return b, err
}

// Finish takes the blinding off a blind signature (RFC 9474 §4.4).
func (b Blinded) Finish(signed []byte) ([]byte, error) { return b.client.Finalize(b.state, signed) }

func parsePublic(der []byte) (*rsa.PublicKey, error) {
	parsed, err := x509.ParsePKIXPublicKey(der)
	key, ok := parsed.(*rsa.PublicKey)
	if err != nil || !ok || !acceptable(key) {
		return nil, ErrMalformed
	}
	return key, nil
}

// acceptable holds for what NewKey makes, and for the 4,096 bits of RFC 9474's vectors.
func acceptable(k *rsa.PublicKey) bool {
	return k.E == exponent && k.N.BitLen() >= Bits && k.N.BitLen() <= 4096
}
