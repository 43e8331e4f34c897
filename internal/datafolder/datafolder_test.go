package datafolder_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"alcove/internal/datafolder"
)

func put(t *testing.T, folder string, names ...string) {
	t.Helper()
	for _, name := range names {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(name), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
}

func TestSecretsAreToldFromWhatNobodyKnows(t *testing.T) {
	folder := t.TempDir()
	put(t, folder, "alcove.db", "alcove.db-wal", "alcove.db-shm", "alcove.db-arrivals", "alcove.db-arrivals-wal", "lock", "last-backup", "server.key", "later.key", "tls/cert.pem",
		"tls/certificates/authority/talk.example.org/talk.example.org.key", "tls/locks/issue.lock", "lost+found/x",
		"server.key.12345", "alcove.db.old", "old/server.key")
	secrets, unknown, err := datafolder.Secrets(folder)
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(secrets)
	slices.Sort(unknown)
	if want := []string{"later.key", "server.key", "tls/cert.pem", "tls/certificates/authority/talk.example.org/talk.example.org.key"}; !slices.Equal(secrets, want) {
		t.Errorf("secrets %q", secrets)
	}
	if want := []string{"alcove.db.old", "old", "server.key.12345"}; !slices.Equal(unknown, want) {
		t.Errorf("unknown %q", unknown)
	}
}

func TestNoNameLeadsOutOfTheFolder(t *testing.T) {
	for _, name := range []string{"", ".", "/server.key", "../server.key", "tls/../server.key", "tls/../../x.key", "tls", "tls/", `tls\..\x`, "tls/a\x00b", ".key", "a/b.key", "alcove.db", "lock"} {
		if datafolder.IsSecret(name) {
			t.Errorf("%q is taken", name)
		}
	}
}

func TestAFolderIsTakenOnceAndNotWhileItIsHalfRestored(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "data")
	release, err := datafolder.Acquire(folder)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := datafolder.Acquire(folder); !errors.Is(err, datafolder.ErrInUse) {
		t.Fatal(err)
	}
	release()
	if empty, err := datafolder.IsEmpty(folder); err != nil || !empty {
		t.Fatal(empty, err)
	}
	put(t, folder, datafolder.Restoring+"/alcove.db")
	if _, err := datafolder.Acquire(folder); !errors.Is(err, datafolder.ErrHalfRestored) {
		t.Fatal(err)
	}
	if empty, err := datafolder.IsEmpty(folder); err != nil || empty {
		t.Fatal(empty, err)
	}
}
