package mailer

import (
	"bytes"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"

	"alcove/internal/keyfile"
)

// Keys are what only the mailer holds. All of it comes from one age identity,
// which lies in a file of its own: a database without it gives no address away,
// and a lost file costs no more than that people enter theirs again.
type Keys struct {
	path      string
	identity  *age.HybridIdentity
	former    *age.HybridIdentity // while addresses are sealed anew; else nil
	secret    [32]byte            // keys codes and links
	Recipient string              // public: what browsers seal addresses to
}

// LoadKeys reads the identity from path, as age-keygen writes it, or makes it on
// the first start. While addresses are sealed anew the file holds the former one before it.
func LoadKeys(path string) (Keys, error) {
	text, err := keyfile.Load(path, func() (string, error) {
		identity, err := age.GenerateHybridIdentity()
		if err != nil {
			return "", err
		}
		return identity.String(), nil
	})
	if err != nil {
		return Keys{}, fmt.Errorf("mail key: %w", err)
	}
	identity, former, err := keyfile.Pair(text, age.ParseHybridIdentity)
	if err != nil {
		return Keys{}, fmt.Errorf("mail key %s: %w", path, err)
	}
	if former == nil {
		return keysOf(path, identity, nil)
	}
	return keysOf(path, identity, *former)
}

func keysOf(path string, identity, former *age.HybridIdentity) (Keys, error) {
	secret, err := hkdf.Key(sha256.New, []byte(identity.String()), nil, "alcove/v1/mailer/secret", 32)
	if err != nil {
		return Keys{}, err
	}
	return Keys{path, identity, former, [32]byte(secret), identity.Recipient().String()}, nil
}

var errAddress = errors.New("no address is sealed here")

// open gives a sealed address: the content of an age file to the mailer, padded
// as everything is (docs/protocol.md). The caller wipes it.
func (k Keys) open(sealed []byte) ([]byte, error) {
	by := []age.Identity{k.identity}
	if k.former != nil {
		by = append(by, k.former)
	}
	padded, err := decrypt(sealed, by...)
	if err != nil {
		return nil, errAddress
	}
	end := bytes.LastIndexByte(padded, 0x80)
	if end < 0 || len(bytes.TrimLeft(padded[end+1:], "\x00")) > 0 {
		clear(padded)
		return nil, errAddress
	}
	return padded[:end], nil
}

// decrypt gives the content with its padding.
func decrypt(sealed []byte, by ...age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), by...)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, maxSealed))
}

func (k Keys) mac(purpose string, parts ...[]byte) []byte {
	m := hmac.New(sha256.New, k.secret[:])
	m.Write([]byte(purpose))
	for _, p := range parts {
		m.Write(p)
	}
	return m.Sum(nil)
}

// code is what is stored of a mailed code.
func (k Keys) code(account Account, code string) []byte {
	return k.mac("code", account[:], []byte(code))
}

// stopSize is how long a token is: 16 bytes in base64url.
const stopSize = 22

// stop is the token of a link that stops mails; only its hash is stored.
func (k Keys) stop(salt []byte) string {
	return base64.RawURLEncoding.EncodeToString(k.mac("stop", salt)[:16])
}

// addressKey stands for an address where codes to it are counted.
func (k Keys) addressKey(address []byte) []byte {
	return k.mac("address", bytes.ToLower(address))
}

// drawCode draws six digits.
func drawCode(random io.Reader) (string, error) {
	var b [8]byte
	if _, err := io.ReadFull(random, b[:]); err != nil {
		return "", err
	}
	return fmt.Sprintf("%06d", binary.BigEndian.Uint64(b[:])%1_000_000), nil
}

// tidyCode leaves out what people type between digits.
func tidyCode(typed string) string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '-' || r == '\u00a0' {
			return -1
		}
		return r
	}, typed)
}
