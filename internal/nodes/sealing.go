package nodes

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"sync/atomic"
)

// Labels of what is derived of the secret that the nodes share (docs/cryptography.md).
const (
	labelSubject = "alcove/v1/nodes/subject"
	labelSealing = "alcove/v1/nodes/sealing"
)

// What stands behind the practice's subject: what is told, asked and answered.
const (
	onHint  = ".hint"
	onAsk   = ".ask"
	onReply = ".reply"
)

// version is the first byte of a message. A node drops those of another version, and
// asks the database instead.
const version = 1

// kind tells what a message is for, so that none is taken for one of another kind.
type kind byte

const (
	kindHint   kind = 1
	kindAsk    kind = 2
	kindAnswer kind = 3
)

// header is version, node, and count, in clear and authenticated.
const header = 1 + 16 + 8

var errForeign = errors.New("not a message of a node of this practice")

// sealer seals what one process tells: AES-256-GCM under a key that is derived for this
// sealer alone, with kind and count as nonce, so that no nonce comes twice.
type sealer struct {
	subject string // "alcove." and 32 hexadecimal digits
	secret  [32]byte
	node    [16]byte // random; names the process
	aead    cipher.AEAD
	counts  [4]atomic.Uint64 // by kind
}

func newSealer(secret [32]byte) (*sealer, error) {
	var node [16]byte
	_, _ = rand.Read(node[:]) // never fails
	subject, err := hkdf.Key(sha256.New, secret[:], nil, labelSubject, 16)
	if err != nil {
		return nil, err
	}
	aead, err := aeadOf(secret, node)
	return &sealer{subject: "alcove." + hex.EncodeToString(subject), secret: secret, node: node, aead: aead}, err
}

// aeadOf derives a process's key, with its id as salt (RFC 5869 §3.1).
func aeadOf(secret [32]byte, node [16]byte) (cipher.AEAD, error) {
	key, err := hkdf.Key(sha256.New, secret[:], node[:], labelSealing, 32)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}

// next is the count of the next message of a kind.
func (s *sealer) next(k kind) uint64 { return s.counts[k].Add(1) }

// close seals a message of a count that next gave.
func (s *sealer) close(k kind, count uint64, content []byte) []byte {
	out := make([]byte, header, header+len(content)+s.aead.Overhead())
	out[0] = version
	copy(out[1:], s.node[:])
	binary.BigEndian.PutUint64(out[17:], count)
	return s.aead.Seal(out, nonce(k, count), content, out[:header])
}

func nonce(k kind, count uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{0, 0, 0, byte(k)}, count)
}

// opener opens what another process sealed.
type opener struct{ aead cipher.AEAD }

// sender tells who sent a message and its count; neither is verified before open.
func sender(message []byte) (node [16]byte, count uint64, err error) {
	if len(message) < header || message[0] != version {
		return node, 0, errForeign
	}
	return [16]byte(message[1:17]), binary.BigEndian.Uint64(message[17:]), nil
}

func (o opener) open(k kind, message []byte) ([]byte, error) {
	_, count, err := sender(message)
	if err != nil {
		return nil, err
	}
	content, err := o.aead.Open(nil, nonce(k, count), message[header:], message[:header])
	if err != nil {
		return nil, errForeign
	}
	return content, nil
}
