package account

import (
	"crypto/rand"
	"testing"
	"time"
)

func solve(c []byte, difficulty int) Proof {
	p := Proof{Challenge: c}
	for leadingZeros(p) < difficulty {
		p.Nonce++
	}
	return p
}

func TestProofOfWork(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	p := &proofs{key: [32]byte{2}, clock: func() time.Time { return now }, random: rand.Reader, difficulty: 8, spent: map[string]time.Time{}}
	challenge := func() []byte {
		t.Helper()
		c, err := p.challenge()
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	good := solve(challenge(), 8)
	if err := p.spend(good); err != nil {
		t.Errorf("a good proof: %v", err)
	}
	if p.spend(good) == nil {
		t.Error("a proof was spent twice")
	}
	weak := Proof{Challenge: challenge()}
	for leadingZeros(weak) >= 8 {
		weak.Nonce++
	}
	if p.spend(weak) == nil {
		t.Error("a proof without work was accepted")
	}
	forged := challenge()
	forged[challengeSize-1] ^= 1
	if p.spend(solve(forged, 8)) == nil {
		t.Error("a forged challenge was accepted")
	}
	late := solve(challenge(), 8)
	now = now.Add(challengeLifetime)
	if p.spend(late) == nil {
		t.Error("an old challenge was accepted")
	}
	now = now.AddDate(-10, 0, 0)
	if p.spend(solve(late.Challenge, 8)) == nil {
		t.Error("a challenge of a clock that was set back since was accepted")
	}
	now = now.AddDate(10, 0, 0)
	p.purge()
	if len(p.spent) != 0 {
		t.Error("spent challenges must be forgotten once they have expired")
	}
}
