package durable_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"alcove/internal/durable"
)

const most = 4 << 20

// watched is a file of which somebody notes how much lay only in memory at once.
type watched struct {
	*os.File
	unsynced, highest int
	refuse            error
}

func (w *watched) Write(p []byte) (int, error) {
	n, err := w.File.Write(p)
	w.unsynced += n
	w.highest = max(w.highest, w.unsynced)
	return n, err
}

func (w *watched) Sync() error {
	w.unsynced = 0
	return errors.Join(w.refuse, w.File.Sync())
}

func newWatched(t *testing.T) *watched {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "large"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return &watched{File: f}
}

func TestOfALargeFileLittleLiesOnlyInMemory(t *testing.T) {
	content := bytes.Repeat([]byte("0123456789abcdef"), (3*most+4096)/16)
	for name, size := range map[string]int{"whole": len(content), "in pieces": 65_521, "in pieces of a step": most} {
		f := newWatched(t)
		to := durable.Steadily(f)
		for rest := content; len(rest) > 0; {
			n, err := to.Write(rest[:min(size, len(rest))])
			if err != nil {
				t.Fatal(name, err)
			}
			rest = rest[n:]
		}
		if f.highest != most || f.unsynced != 4096 {
			t.Errorf("%s: %d bytes at most, %d at the end", name, f.highest, f.unsynced)
		}
		there, err := os.ReadFile(f.Name())
		if err != nil || !bytes.Equal(there, content) {
			t.Errorf("%s: %d bytes arrived, %v", name, len(there), err)
		}
	}
}

func TestWhatCannotBeSyncedIsNotWritten(t *testing.T) {
	f := newWatched(t)
	f.refuse = io.ErrUnexpectedEOF
	if n, err := durable.Steadily(f).Write(make([]byte, 2*most)); n != most || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Error(n, err)
	}
}
