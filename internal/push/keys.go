package push

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"alcove/internal/keyfile"
)

// Keys are the server's secrets for push, in a file outside the database. By the
// first push services know that it is the same server (RFC 8292); the second, made
// of it, seals subscriptions. Who loses the file loses no more than the
// subscriptions: browsers make new ones when the app is opened next.
type Keys struct {
	path    string
	vapid   *ecdh.PrivateKey
	sealing cipher.AEAD
}

// LoadKeys reads the key from path (a P-256 scalar in base64url, mode 0600) or
// makes it on the first start.
func LoadKeys(path string, random io.Reader) (Keys, error) {
	text, err := keyfile.Load(path, func() (string, error) { return newKey(random) })
	if err != nil {
		return Keys{}, fmt.Errorf("push key: %w", err)
	}
	return parseKeys(path, text)
}

func newKey(random io.Reader) (string, error) {
	key, err := ecdh.P256().GenerateKey(random)
	if err != nil {
		return "", err
	}
	return base64.RawURLEncoding.EncodeToString(key.Bytes()), nil
}

// exchange makes another key and keeps it in the place of this one.
func (k Keys) exchange(random io.Reader) (Keys, error) {
	text, err := newKey(random)
	if err != nil {
		return k, err
	}
	next, err := parseKeys(k.path, text)
	if err != nil {
		return k, err
	}
	if err := keyfile.Replace(k.path, text); err != nil {
		return k, fmt.Errorf("push key: %w", err)
	}
	return next, nil
}

func parseKeys(path, text string) (Keys, error) {
	scalar, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return Keys{}, fmt.Errorf("push key %s is not base64url", path)
	}
	vapid, err := ecdh.P256().NewPrivateKey(scalar)
	if err != nil {
		return Keys{}, fmt.Errorf("push key %s is not a key", path)
	}
	sealing, err := hkdf.Key(sha256.New, scalar, nil, "alcove/v1/push/sealing", 32)
	if err != nil {
		return Keys{}, err
	}
	block, err := aes.NewCipher(sealing)
	if err != nil {
		return Keys{}, err
	}
	aead, err := cipher.NewGCM(block)
	return Keys{path, vapid, aead}, err
}

// PublicKey is what browsers bind subscriptions to: P-256, uncompressed.
func (k Keys) PublicKey() []byte { return k.vapid.PublicKey().Bytes() }

// sealedContent is how many bytes every subscription has before it is sealed.
const sealedContent = 2 + MaxEndpoint + publicKeySize + authSize

// seal encrypts a subscription for one session: nonce (12) || AES-256-GCM(length of
// the endpoint (2) || endpoint || public key || auth || zeros, aad = owner).
func (k Keys) seal(random io.Reader, owner [32]byte, s Subscription) ([]byte, error) {
	plain := make([]byte, 0, sealedContent)
	plain = binary.BigEndian.AppendUint16(plain, uint16(len(s.Endpoint)))
	plain = append(append(append(plain, s.Endpoint...), s.PublicKey...), s.Auth...)
	nonce := make([]byte, k.sealing.NonceSize(), k.sealing.NonceSize()+sealedContent+k.sealing.Overhead())
	if _, err := io.ReadFull(random, nonce); err != nil {
		return nil, err
	}
	return k.sealing.Seal(nonce, nonce, plain[:sealedContent], owner[:]), nil
}

var errSealed = errors.New("a subscription cannot be opened")

func (k Keys) open(owner [32]byte, sealed []byte) (Subscription, error) {
	n := k.sealing.NonceSize()
	if len(sealed) < n {
		return Subscription{}, errSealed
	}
	plain, err := k.sealing.Open(nil, sealed[:n], sealed[n:], owner[:])
	if err != nil || len(plain) != sealedContent {
		return Subscription{}, errSealed
	}
	length := int(binary.BigEndian.Uint16(plain))
	if length > MaxEndpoint {
		return Subscription{}, errSealed
	}
	rest := plain[2+length:]
	return Subscription{string(plain[2 : 2+length]), rest[:publicKeySize], rest[publicKeySize : publicKeySize+authSize]}, nil
}
