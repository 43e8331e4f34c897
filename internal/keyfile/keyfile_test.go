package keyfile_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
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

// The power failed before the file had its name.
func TestLoadDestroysWhatWasBrokenOff(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.key")
	half, other := path+".123456", filepath.Join(folder, "a.key.old")
	for _, name := range []string{path, half, other} {
		if err := os.WriteFile(name, []byte("secret"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	held, err := os.Open(half)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = held.Close() }()
	if text, err := keyfile.Load(path, nil); err != nil || text != "secret" {
		t.Fatal(text, err)
	}
	rest := make([]byte, 6)
	if _, err := held.Read(rest); err != nil || string(rest) != strings.Repeat("\x00", 6) {
		t.Errorf("%q is still on the disk, %v", rest, err)
	}
	if left, _ := os.ReadDir(folder); len(left) != 2 {
		t.Errorf("left: %v", left)
	}
}

func TestAPairIsThePresentSecretAndTheFormerBeforeIt(t *testing.T) {
	parse := func(line string) (string, error) {
		if line == "" {
			return "", errors.New("empty")
		}
		return line, nil
	}
	if present, former, err := keyfile.Pair("one", parse); present != "one" || former != nil || err != nil {
		t.Errorf("%q %v %v", present, former, err)
	}
	if present, former, err := keyfile.Pair("one\ntwo\n", parse); present != "two" || former == nil || *former != "one" || err != nil {
		t.Errorf("%q %v %v", present, former, err)
	}
	for _, text := range []string{"", "\n", "one\n\ntwo", "one\ntwo\nthree"} {
		if _, _, err := keyfile.Pair(text, parse); !errors.Is(err, keyfile.ErrNotPair) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
