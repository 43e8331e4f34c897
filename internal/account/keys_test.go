package account

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"testing"
)

func TestKeysAreMadeOnceAndKeptPrivate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "server.key")
	first, err := LoadKeys(path, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	second, err := LoadKeys(path, rand.Reader)
	if err != nil || first != second {
		t.Errorf("the second start must find the same keys (%v)", err)
	}
	seen := map[[32]byte]bool{}
	for _, k := range [][32]byte{first.Pepper, first.Opaque, first.sealing, first.proof, first.codes} {
		if seen[k] || k == [32]byte{} {
			t.Error("keys must differ from each other")
		}
		seen[k] = true
	}
	if err := os.WriteFile(path, []byte("short"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := LoadKeys(path, rand.Reader); err == nil {
		t.Error("a damaged key file must stop the start, not make new keys")
	}
}
