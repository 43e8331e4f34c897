package account

import (
	"testing"

	"filippo.io/age"
)

func BenchmarkSealNote(b *testing.B) {
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		b.Fatal(err)
	}
	recipient := identity.Recipient().String()
	for b.Loop() {
		if _, err := sealNote(recipient, make([]byte, 120)); err != nil {
			b.Fatal(err)
		}
	}
}
