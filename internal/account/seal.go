package account

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"io"
	"time"
)

// sealer encrypts what the server would otherwise have to remember between two
// requests, so that it can travel through the client and back: AES-256-GCM over
// expiry (8 bytes) || content, the purpose as additional data. A state sealed for
// one purpose opens for no other.
type sealer struct {
	aead   cipher.AEAD
	random io.Reader
	clock  func() time.Time
}

func newSealer(key [32]byte, random io.Reader, clock func() time.Time) (sealer, error) {
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return sealer{}, err
	}
	aead, err := cipher.NewGCM(block)
	return sealer{aead, random, clock}, err
}

// close seals content for stateLifetime: nonce (12) || ciphertext.
func (s sealer) close(purpose string, content []byte) ([]byte, error) {
	nonce := make([]byte, s.aead.NonceSize(), s.aead.NonceSize()+8+len(content)+s.aead.Overhead())
	if _, err := io.ReadFull(s.random, nonce); err != nil {
		return nil, err
	}
	plain := binary.BigEndian.AppendUint64(nil, uint64(s.clock().Add(stateLifetime).Unix()))
	return s.aead.Seal(nonce, nonce, append(plain, content...), []byte(purpose)), nil
}

// open returns the content, or errStateInvalid when it was not sealed here, for
// this purpose, or not lately.
func (s sealer) open(purpose string, sealed []byte) ([]byte, error) {
	n := s.aead.NonceSize()
	if len(sealed) < n {
		return nil, errStateInvalid
	}
	plain, err := s.aead.Open(nil, sealed[:n], sealed[n:], []byte(purpose))
	if err != nil || len(plain) < 8 {
		return nil, errStateInvalid
	}
	if !within(s.clock(), time.Unix(int64(binary.BigEndian.Uint64(plain)), 0), stateLifetime) {
		return nil, errStateInvalid
	}
	return plain[8:], nil
}
