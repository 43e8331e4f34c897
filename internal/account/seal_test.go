package account

import (
	"bytes"
	"crypto/rand"
	"testing"
	"time"
)

func TestSealedStateOpensOnceLatelyAndForItsPurpose(t *testing.T) {
	now := time.Unix(1_800_000_000, 0)
	s, err := newSealer([32]byte{1}, rand.Reader, func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	sealed, err := s.close("login", []byte("state"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.open("login", sealed); err != nil || !bytes.Equal(got, []byte("state")) {
		t.Errorf("open: %q, %v", got, err)
	}
	if _, err := s.open("register", sealed); err == nil {
		t.Error("opened for another purpose")
	}
	now = now.Add(stateLifetime)
	if _, err := s.open("login", sealed); err == nil {
		t.Error("opened after its time")
	}
	now = now.AddDate(-10, 0, 0)
	if _, err := s.open("login", sealed); err == nil {
		t.Error("opened by a clock that was set back")
	}
}

func FuzzOpenState(f *testing.F) {
	now := time.Unix(1_800_000_000, 0)
	// A fixed nonce, so that every worker of the fuzzer has the same good state.
	s, err := newSealer([32]byte{1}, bytes.NewReader(make([]byte, 12)), func() time.Time { return now })
	if err != nil {
		f.Fatal(err)
	}
	good, err := s.close("login", make([]byte, 100))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:len(good)-1])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, sealed []byte) {
		content, err := s.open("login", sealed)
		if err == nil && !bytes.Equal(sealed, good) {
			t.Fatalf("opened a forged state: %x", content)
		}
		// The decoders see authentic bytes only, and must not trust even those.
		_, _ = decodeLogin(sealed)
		_, _ = decodePending(sealed)
	})
}
