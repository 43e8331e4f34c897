package account

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"math/bits"
	"sync"
	"time"
)

// Proof is a solved proof of work: SHA-256(Challenge || big-endian Nonce) has the
// required number of leading zero bits.
type Proof struct {
	Challenge []byte
	Nonce     uint64
}

const challengeSize = 16 + 8 + 32

// proofs hands out challenges (16 random bytes || 8 bytes of expiry || HMAC) and
// remembers only those already spent, until they would have expired anyway.
type proofs struct {
	clock      func() time.Time
	random     io.Reader
	difficulty uint32

	mu    sync.Mutex
	key   [32]byte
	spent map[string]time.Time
}

// rekey makes challenges under another key from now on; those of the former count no more.
func (p *proofs) rekey(key [32]byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.key = key
}

func (p *proofs) challenge() ([]byte, error) {
	c := make([]byte, 24, challengeSize)
	if _, err := io.ReadFull(p.random, c[:16]); err != nil {
		return nil, err
	}
	binary.BigEndian.PutUint64(c[16:], uint64(p.clock().Add(challengeLifetime).Unix()))
	return append(c, p.mac(c)...), nil
}

func (p *proofs) mac(c []byte) []byte {
	p.mu.Lock()
	key := p.key
	p.mu.Unlock()
	m := hmac.New(sha256.New, key[:])
	m.Write(c)
	return m.Sum(nil)
}

// spend accepts a proof once.
func (p *proofs) spend(proof Proof) error {
	c := proof.Challenge
	if len(c) != challengeSize || !hmac.Equal(p.mac(c[:24]), c[24:]) {
		return errProofInvalid
	}
	expires := time.Unix(int64(binary.BigEndian.Uint64(c[16:24])), 0)
	if !within(p.clock(), expires, challengeLifetime) || leadingZeros(proof) < int(p.difficulty) {
		return errProofInvalid
	}
	return p.once(string(c[:16]), expires)
}

// once remembers a name until expires; the second time it is refused.
func (p *proofs) once(name string, expires time.Time) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, seen := p.spent[name]; seen {
		return errProofInvalid
	}
	p.spent[name] = expires
	return nil
}

func (p *proofs) purge() {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.clock()
	for c, expires := range p.spent {
		if !now.Before(expires) {
			delete(p.spent, c)
		}
	}
}

func leadingZeros(p Proof) int {
	sum := sha256.Sum256(binary.BigEndian.AppendUint64(p.Challenge[:len(p.Challenge):len(p.Challenge)], p.Nonce))
	n := 0
	for _, b := range sum {
		n += bits.LeadingZeros8(b)
		if b != 0 {
			break
		}
	}
	return n
}

// SpendProof accepts a proof of work once, for what others ask one for.
func (s *Service) SpendProof(p Proof) error { return s.proofs.spend(p) }

// NewChallenge hands out a proof-of-work puzzle, good for one use within ten minutes.
func (s *Service) NewChallenge() (challenge []byte, difficulty uint32, err error) {
	challenge, err = s.proofs.challenge()
	return challenge, s.Difficulty, err
}
