package account

import (
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"alcove/internal/keyfile"
)

// Keys are the server's secrets, all derived by HKDF-SHA256 (RFC 5869) from one
// root of 32 bytes. The root lies in a file outside the database, so that a
// stolen database alone can be neither searched for names nor guessed at. Who
// loses the file loses every log-in: it belongs into the backup, kept apart.
type Keys struct {
	Pepper  [32]byte // keys the lookup of names
	Opaque  [32]byte // seed of the OPAQUE key pair and OPRF keys
	sealing [32]byte // seals states that travel through the client
	proof   [32]byte // authenticates proof-of-work challenges
	codes   [32]byte // keys one-time codes
}

// LoadKeys reads the root secret from path (64 hexadecimal digits, mode 0600) or
// makes it from random on the first start.
func LoadKeys(path string, random io.Reader) (Keys, error) {
	text, err := keyfile.Load(path, func() (string, error) {
		var root [32]byte
		_, err := io.ReadFull(random, root[:])
		return hex.EncodeToString(root[:]), err
	})
	if err != nil {
		return Keys{}, fmt.Errorf("server key: %w", err)
	}
	root, err := hex.DecodeString(text)
	if err != nil || len(root) != 32 {
		return Keys{}, fmt.Errorf("server key %s does not hold 64 hexadecimal digits", path)
	}
	return DeriveKeys([32]byte(root))
}

// DeriveKeys derives the server's secrets from the root.
func DeriveKeys(root [32]byte) (Keys, error) {
	var k Keys
	for _, d := range []struct {
		to   *[32]byte
		info string
	}{
		{&k.Pepper, "alcove/v1/server/pepper"},
		{&k.Opaque, "alcove/v1/server/opaque"},
		{&k.sealing, "alcove/v1/server/sealing"},
		{&k.proof, "alcove/v1/server/proof-of-work"},
		{&k.codes, "alcove/v1/server/one-time-codes"},
	} {
		b, err := hkdf.Key(sha256.New, root[:], nil, d.info, 32)
		if err != nil {
			return Keys{}, err
		}
		*d.to = [32]byte(b)
	}
	return k, nil
}
