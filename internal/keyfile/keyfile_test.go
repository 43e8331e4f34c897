package keyfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"alcove/internal/keyfile"
)

func TestLoadMakesASecretOnceAndKeepsIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.key")
	made := 0
	create := func() (string, error) { made++; return "secret", nil }
	for range 2 {
		text, err := keyfile.Load(path, create)
		if err != nil || text != "secret" {
			t.Fatalf("got %q, %v", text, err)
		}
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 || made != 1 {
		t.Fatalf("made %d times, mode %v, %v", made, info.Mode(), err)
	}
	if others, _ := os.ReadDir(filepath.Dir(path)); len(others) != 1 {
		t.Fatalf("left behind: %v", others)
	}
}

func TestLoadTellsAFileThatCannotBeReadFromNone(t *testing.T) {
	folder := t.TempDir()
	if _, err := keyfile.Load(folder, func() (string, error) { t.Fatal("made anew"); return "", nil }); err == nil {
		t.Fatal("a folder was taken for a key")
	}
}

func TestLoadLeavesNothingWhenNoSecretCanBeMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.key")
	failure := errors.New("no randomness")
	if _, err := keyfile.Load(path, func() (string, error) { return "", failure }); !errors.Is(err, failure) {
		t.Fatalf("got %v", err)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 0 {
		t.Fatalf("left behind: %v", left)
	}
}
