package account

import (
	"crypto/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
	if err != nil || first.newest() != second.newest() {
		t.Errorf("the second start must find the same keys (%v)", err)
	}
	g, seen := first.newest(), map[[32]byte]bool{}
	for _, k := range [][32]byte{g.pepper, g.opaque, g.sealing, g.proof, g.codes} {
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

func FuzzKeyFile(f *testing.F) {
	root := strings.Repeat("5", 64)
	for _, text := range []string{root, root + "\n" + root, root + " " + root + "\n" + root, root + " " + root, "", "short", root + " "} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		all, err := parseKeys(text)
		if err != nil {
			return
		}
		path := filepath.Join(t.TempDir(), "server.key")
		if _, err := (Keys{path: path}).keep(all); err != nil {
			t.Fatal(err)
		}
		again, err := LoadKeys(path, nil)
		if err != nil || !slices.Equal(again.generations, all) || again.newest().ended() {
			t.Errorf("kept and read again it is something else: %v", err)
		}
	})
}
