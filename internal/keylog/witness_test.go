package keylog_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alcove/internal/keylog"
)

// memory is a witness's store that is gone with the test.
type memory map[string][]byte

func (m memory) Load(origin string) ([]byte, error)          { return m[origin], nil }
func (m memory) When(string) (time.Time, error)              { return time.Time{}, nil }
func (m memory) Save(origin string, checkpoint []byte) error { m[origin] = checkpoint; return nil }

type witnessed struct {
	key     keylog.Key
	state   keylog.State
	log     *keylog.Log
	witness *keylog.Witness
}

func newWitnessed(t testing.TB) *witnessed {
	t.Helper()
	key, err := keylog.LoadKey(filepath.Join(t.TempDir(), "k"), "talk.example.org/log", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	w, err := keylog.LoadWitness(filepath.Join(t.TempDir(), "w"), "witness.example.org", rand.Reader, []string{key.Verifier()}, memory{})
	if err != nil {
		t.Fatal(err)
	}
	made := &witnessed{key: key, state: grown(t, 5), witness: w}
	made.log = keylog.NewLog(key, func() (keylog.State, error) { return made.state, nil })
	return made
}

// add asks for the log as it is now, after what the witness saw at a size.
func (w *witnessed) add(t testing.TB, old int64) ([]byte, error) {
	t.Helper()
	head, err := w.log.Head()
	if err != nil {
		t.Fatal(err)
	}
	body, err := head.FormatAddCheckpoint(old)
	if err != nil {
		t.Fatal(err)
	}
	return w.witness.AddCheckpoint(body)
}

func TestAWitnessCosignsOneHistory(t *testing.T) {
	w := newWitnessed(t)
	bare, _ := w.log.Head()
	if w.log.Witnessed().Checkpoint != nil {
		t.Fatal("cosigned before anybody was asked")
	}
	line, err := w.add(t, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.log.Cosign(bare, w.witness.Verifier(), line); err != nil {
		t.Fatal(err)
	}
	head, _ := w.log.Head()
	c, err := keylog.OpenCheckpoint(head.Checkpoint, w.key.Verifier(), w.witness.Verifier())
	if err != nil || c.Cosigned["witness.example.org"] == 0 {
		t.Fatal(c, err)
	}
	for _, wrong := range [][]byte{nil, line[:20], bytes.Replace(line, []byte("w"), []byte("v"), 1), append(line, line...), []byte("\n— x AAAAAAAA\n")} {
		if w.log.Cosign(bare, w.witness.Verifier(), wrong) == nil {
			t.Errorf("%q is kept as a cosignature", wrong)
		}
	}
	// The same again, for a newer time.
	if _, err := w.add(t, 5); err != nil {
		t.Fatal(err)
	}
	five := w.state
	w.state = next(t, w.state, label(100), value(1))
	// The log has grown; what was cosigned is kept, and is told beside it.
	if now, _ := w.log.Head(); now.Size() != 6 || bytes.Contains(now.Checkpoint, line) {
		t.Fatalf("%d\n%s", now.Size(), now.Checkpoint)
	}
	if kept := w.log.Witnessed(); kept.Size() != 5 || !bytes.Equal(kept.Checkpoint, head.Checkpoint) {
		t.Fatalf("%d\n%s", kept.Size(), kept.Checkpoint)
	}
	var conflict keylog.ConflictError
	if _, err := w.add(t, 0); !errors.As(err, &conflict) || conflict.Size != 5 {
		t.Fatal(err)
	}
	if _, err := w.add(t, 5); err != nil {
		t.Fatal(err)
	}
	// Another history of the same log: of the same size, and a longer one.
	w.state = next(t, five, label(200), value(2))
	other := keylog.NewLog(w.key, func() (keylog.State, error) { return w.state, nil })
	w.log = other
	if _, err := w.add(t, 6); !errors.As(err, &conflict) {
		t.Fatal(err)
	}
	w.state = next(t, w.state, label(201), value(3))
	if _, err := w.add(t, 6); !errors.Is(err, keylog.ErrInconsistent) {
		t.Fatal(err)
	}
	// An earlier one.
	w.state = five
	if _, err := w.add(t, 5); !errors.As(err, &conflict) {
		t.Fatal(err)
	}
}

func TestAWitnessCosignsOnlyLogsItKnows(t *testing.T) {
	w, stranger := newWitnessed(t), newWitnessed(t)
	head, _ := stranger.log.Head()
	body, _ := head.FormatAddCheckpoint(0)
	if _, err := w.witness.AddCheckpoint(body); !errors.Is(err, keylog.ErrNotSigned) {
		t.Fatal(err)
	}
	if _, err := w.witness.AddCheckpoint(bytes.ReplaceAll(body, []byte("talk."), []byte("tall."))); !errors.Is(err, keylog.ErrUnknownLog) {
		t.Fatal(err)
	}
	for _, wrong := range []string{"", "old 0", "old -1\n\n", "old 01\n\nx\n\n", "new 0\n\nx\n\n", "old 3\nAAAA\n\nx\n\n", "old 0\n\n" + strings.Repeat("x", 10)} {
		if _, err := w.witness.AddCheckpoint([]byte(wrong)); !errors.Is(err, keylog.ErrRequest) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}

func FuzzAddCheckpoint(f *testing.F) {
	w := newWitnessed(f)
	head, _ := w.log.Head()
	body, _ := head.FormatAddCheckpoint(0)
	f.Add(body)
	w.state = next(f, w.state, label(9), value(9))
	head, _ = w.log.Head()
	grown, _ := head.FormatAddCheckpoint(5)
	f.Add(grown)
	f.Fuzz(func(t *testing.T, b []byte) {
		line, err := w.witness.AddCheckpoint(b)
		if err == nil && !bytes.HasPrefix(line, []byte("— witness.example.org ")) {
			t.Fatalf("%q", line)
		}
	})
}
