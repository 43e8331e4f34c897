package keylog

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"strings"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/note"
)

// algCosignature is the algorithm of a witness's key in C2SP signed-note: Ed25519, of
// timestamped cosignatures.
const algCosignature = 4

// witnessVerifier verifies cosignatures by a key as witnesses publish it, which
// torchwood can write but not read.
type witnessVerifier struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

// CheckWitnessKey refuses what is not a witness's public key.
func CheckWitnessKey(text string) error {
	_, err := newWitnessVerifier(text)
	return err
}

func newWitnessVerifier(text string) (note.Verifier, error) {
	name, rest, _ := strings.Cut(text, "+")
	hash, encoded, _ := strings.Cut(rest, "+")
	raw, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil || len(raw) != 1+ed25519.PublicKeySize || raw[0] != algCosignature {
		return nil, fmt.Errorf("key of a witness: %w", errMalformed)
	}
	v := &witnessVerifier{name: name, key: raw[1:]}
	if v.hash = keyHash(name, raw); name == "" || fmt.Sprintf("%08x", v.hash) != hash {
		return nil, fmt.Errorf("key of a witness: %w", errMalformed)
	}
	return v, nil
}

// keyHash is the key id of C2SP signed-note; key has its algorithm before it.
func keyHash(name string, key []byte) uint32 {
	sum := sha256.Sum256(append([]byte(name+"\n"), key...))
	return binary.BigEndian.Uint32(sum[:])
}

func (v *witnessVerifier) Name() string    { return v.name }
func (v *witnessVerifier) KeyHash() uint32 { return v.hash }

// Verify checks timestamp (8) || signature (64).
func (v *witnessVerifier) Verify(msg, sig []byte) bool {
	if _, err := torchwood.ParseCheckpoint(string(msg)); err != nil || len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	text := fmt.Appendf(nil, "cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(v.key, text, sig[8:])
}
