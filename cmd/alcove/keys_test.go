package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alcove/internal/account"
	"alcove/internal/datafolder"
	"alcove/internal/store"
)

// keysIn runs the command on a folder whose server is stopped.
func keysIn(t *testing.T, folder string, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(t.Context(), append(append([]string{"keys"}, args...), "-data", folder), &out)
	return out.String(), err
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// namesIn are the keyed names of a folder's database, and its generation.
func namesIn(t *testing.T, folder string) (all string, generation int) {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(folder, datafolder.Database))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	rows, err := db.Reader().QueryContext(t.Context(), `SELECT name_key FROM account ORDER BY id`)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name []byte
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		all += fmt.Sprintf("%x ", name)
	}
	if generation, err = db.Accounts().Generation(context.Background()); err != nil || rows.Err() != nil {
		t.Fatal(err, rows.Err())
	}
	return all, generation
}

// The process can end after each thing that an exchange makes durable: the file's new
// generation, and the database's. Whoever starts next finds one of the two.
func TestAnExchangeThatWasBrokenOffIsFinishedByTheNextStart(t *testing.T) {
	p := newPracticeOnDisk(t)
	folder, key := p.o.data, filepath.Join(p.o.data, datafolder.ServerKey)
	p.must(p.db.Close())
	before, _ := namesIn(t, folder)
	first := readFile(t, key)
	if said, err := keysIn(t, folder, "exchange"); err != nil || !strings.Contains(said, "generation 2") || !strings.Contains(said, "at most 10 accounts") {
		t.Fatalf("%s %v", said, err)
	}
	second := readFile(t, key)
	after, generation := namesIn(t, folder)
	if generation != 2 || after == before || !strings.HasPrefix(second, first) || len(second) != 2*len(first) {
		t.Fatalf("generation %d", generation)
	}
	// As after a kill between the two: the file has a generation more.
	third := second + strings.Repeat("7", 64) + "\n"
	p.must(os.WriteFile(key, []byte(third), 0o600))
	p.start()
	p.must(p.db.Close())
	last, generation := namesIn(t, folder)
	if generation != 3 || last == after {
		t.Errorf("a start left generation %d", generation)
	}
	if said, err := keysIn(t, folder); err != nil || !strings.Contains(said, "generation 3") || readFile(t, key) != third {
		t.Errorf("looking changed something: %s %v", said, err)
	}
	// A key file of before is refused, by a start and by a further exchange, and kept as it is.
	p.must(os.WriteFile(key, []byte(second), 0o600))
	if _, err := keysIn(t, folder, "exchange"); !errors.Is(err, account.ErrOtherKeys) {
		t.Errorf("a former key file was taken: %v", err)
	}
	if now, _ := namesIn(t, folder); now != last || readFile(t, key) != second {
		t.Error("something was changed under a former key file")
	}
}

func TestNoKeysAreExchangedWhereThereAreNone(t *testing.T) {
	folder := t.TempDir()
	if _, err := keysIn(t, folder, "exchange"); err == nil {
		t.Error("keys were made in an empty folder")
	}
	if left, _ := os.ReadDir(folder); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	p := newPracticeOnDisk(t)
	release, err := datafolder.Acquire(p.o.data)
	p.must(err)
	defer release()
	if _, err := keysIn(t, p.o.data, "exchange"); !errors.Is(err, datafolder.ErrInUse) {
		t.Errorf("exchanged under a running server: %v", err)
	}
}
