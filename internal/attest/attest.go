// Package attest is the server's half of message franking: what it says of a
// room's message that it relayed and could not read, so that a member can report
// it with proof.
//
// The sender gives a commitment to what is inside the ciphertext; whoever reads the
// message has the opening. The server puts an attestation beside it: which place
// in which stream, which commitment, who sent it. Only the server can make one or
// read it, and it answers only those who lead the room; to everybody else it is
// noise, so that a message which nobody reports can be shown to nobody.
//
// The scheme is that of Facebook's "Messenger Secret Conversations" (2016), as
// "CtE2" analysed by Grubbs, Lu and Ristenpart, "Message Franking via Committing
// Authenticated Encryption" (CRYPTO 2017). There the tag is a MAC over the
// commitment and who talks with whom. Here the members must not learn the latter,
// nor must a thief of the database: so the sender stands in it as the plaintext of
// an AEAD whose associated data are place and commitment. That is a MAC over all of
// it as well: who makes up a tag, or moves one to another place, commitment or
// sender, forges a ciphertext (INT-CTXT). Nobody but the server has a key, so that
// an AEAD which does not commit to its key does no harm here.
//
//	key = HKDF-SHA256(root, info "alcove/v1/attest" || stream)
//	attestation = nonce (12) || AES-256-GCM(key, sender (17), aad "alcove/v1/attest" || stream || seq (8) || commitment)
//
// A key for each stream, which has no more than 2^32 records, keeps to the bound for
// random nonces (NIST SP 800-38D §8.3). They are random, not the sequence number:
// a server that was restored from a backup gives numbers a second time.
package attest

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"alcove/internal/keyfile"
)

const (
	// Size is how many bytes an attestation has, whoever sent the message.
	Size       = 12 + senderSize + 16
	senderSize = 1 + 16

	label  = "alcove/v1/attest"
	member = 1
	leads  = 2
	// renewed is added where it was attested under a former key first.
	renewed = 0x80
)

// Commitment is HMAC-SHA256 of what was said, under a key that is said with it.
type Commitment = [32]byte

// Sender is who sent a message, as those who lead the room may know it: one of
// them by the account, anybody else by the handle that they have there.
type Sender struct {
	Leads bool
	ID    [16]byte
}

// Key is the server's secret for this, in a file outside the database. Who loses
// the file loses no more than the proof of what was said before. After a theft it is
// exchanged (exchange.go).
type Key struct {
	path   string
	root   [32]byte
	former *[32]byte // while what was attested under it is attested anew; else nil
}

// LoadKey reads the key from path (32 bytes in base64url, mode 0600) or makes it on
// the first start. While an exchange is under way the file holds the former key before it.
func LoadKey(path string, random io.Reader) (Key, error) {
	text, err := keyfile.Load(path, func() (string, error) {
		root, err := newRoot(random)
		return base64.RawURLEncoding.EncodeToString(root[:]), err
	})
	if err != nil {
		return Key{}, fmt.Errorf("attest key: %w", err)
	}
	root, former, err := keyfile.Pair(text, parseRoot)
	if err != nil {
		return Key{}, fmt.Errorf("attest key %s: %w", path, err)
	}
	return Key{path, root, former}, nil
}

func parseRoot(line string) (root [32]byte, err error) {
	bytes, err := base64.RawURLEncoding.DecodeString(line)
	if err != nil || len(bytes) != len(root) {
		return root, errors.New("no 32 bytes in base64url")
	}
	return [32]byte(bytes), nil
}

func newRoot(random io.Reader) (root [32]byte, err error) {
	_, err = io.ReadFull(random, root[:])
	return root, err
}

// Stream attests what is in one stream.
type Stream struct {
	id   [16]byte
	aead cipher.AEAD
}

// Stream derives what attests in one stream; that takes longer than what it does then.
func (k Key) Stream(id [16]byte) (Stream, error) { return streamOf(k.root, id) }

func streamOf(root [32]byte, id [16]byte) (Stream, error) {
	key, err := hkdf.Key(sha256.New, root[:], nil, label+string(id[:]), 32)
	if err != nil {
		return Stream{}, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return Stream{}, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return Stream{id, aead}, err
}

// Seal attests that sender sent what is at this number.
func (s Stream) Seal(seq uint64, c Commitment, sender Sender) []byte {
	plain := [senderSize]byte{member}
	if sender.Leads {
		plain[0] = leads
	}
	copy(plain[1:], sender.ID[:])
	return s.seal(seq, c, plain[:])
}

func (s Stream) seal(seq uint64, c Commitment, plain []byte) []byte {
	return s.aead.Seal(make([]byte, 0, Size), nil, plain, s.data(seq, c))
}

// ErrForeign: the server never said this of that place.
var ErrForeign = errors.New("not an attestation of this server for this place")

// Open tells who sent what is at this number, if the server said so once.
func (s Stream) Open(seq uint64, c Commitment, attestation []byte) (Sender, error) {
	plain, err := s.open(seq, c, attestation)
	if err != nil {
		return Sender{}, err
	}
	return senderOf(plain), nil
}

func senderOf(plain []byte) Sender {
	return Sender{Leads: plain[0]&^renewed == leads, ID: [16]byte(plain[1:])}
}

func (s Stream) open(seq uint64, c Commitment, attestation []byte) ([]byte, error) {
	if len(attestation) != Size {
		return nil, ErrForeign
	}
	plain, err := s.aead.Open(nil, nil, attestation, s.data(seq, c))
	if err != nil {
		return nil, ErrForeign
	}
	return plain, nil
}

func (s Stream) data(seq uint64, c Commitment) []byte {
	out := append(make([]byte, 0, len(label)+16+8+32), label...)
	out = append(out, s.id[:]...)
	out = binary.BigEndian.AppendUint64(out, seq)
	return append(out, c[:]...)
}
