package account

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/binary"
	"errors"
)

// labelKept derives the key of what is sealed into the database.
const labelKept = "alcove/v1/server/kept"

var errNotSealedHere = errors.New("not sealed under the server's secrets, or under a generation of them that has ended")

// SealAs seals what another concept keeps in the database, for a purpose: the generation
// of the secrets (4 bytes), then AES-256-GCM with a random nonce, the purpose as
// additional data. What is sealed has to be sealed anew after an exchange, before the
// former generation ends.
func (k Keys) SealAs(purpose string, content []byte) ([]byte, error) {
	aead, err := k.newest().kept()
	if err != nil {
		return nil, err
	}
	out := binary.BigEndian.AppendUint32(nil, uint32(k.Generations()))
	return aead.Seal(out, nil, content, []byte(purpose)), nil
}

// OpenAs opens it.
func (k Keys) OpenAs(purpose string, sealed []byte) ([]byte, error) {
	if len(sealed) < 4 {
		return nil, errNotSealedHere
	}
	number := int64(binary.BigEndian.Uint32(sealed))
	if number < 1 || number > int64(k.Generations()) || k.generations[number-1].ended() {
		return nil, errNotSealedHere
	}
	aead, err := k.generations[number-1].kept()
	if err != nil {
		return nil, err
	}
	content, err := aead.Open(nil, nil, sealed[4:], []byte(purpose))
	if err != nil {
		return nil, errNotSealedHere
	}
	return content, nil
}

func (g generation) kept() (cipher.AEAD, error) {
	key, err := Keys{generations: []generation{g}}.For(labelKept)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key[:])
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}

// SealAs is Keys.SealAs under the secrets in use.
func (s *Service) SealAs(purpose string, content []byte) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ring.SealAs(purpose, content)
}

// OpenAs is Keys.OpenAs under the secrets in use.
func (s *Service) OpenAs(purpose string, sealed []byte) ([]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ring.OpenAs(purpose, sealed)
}
