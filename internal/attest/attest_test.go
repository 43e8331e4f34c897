package attest_test

import (
	"bytes"
	"crypto/rand"
	"errors"
	"path/filepath"
	"testing"

	"alcove/internal/attest"
)

var (
	room   = [16]byte{'r'}
	said   = attest.Commitment{'c'}
	handle = attest.Sender{ID: [16]byte{'h'}}
	leader = attest.Sender{Leads: true, ID: [16]byte{'l'}}
)

const seq = 7

// in gives what attests in a stream, under the key in a file.
func in(t testing.TB, path string, id [16]byte) attest.Stream {
	t.Helper()
	k, err := attest.LoadKey(path, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	s, err := k.Stream(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func file(t testing.TB) string { return filepath.Join(t.TempDir(), "attest.key") }

func TestWhatTheServerSaidItKnowsAgain(t *testing.T) {
	path := file(t)
	first := in(t, path, room).Seal(seq, said, handle)
	s := in(t, path, room) // after a restart
	for _, sender := range []attest.Sender{handle, leader} {
		made := s.Seal(seq, said, sender)
		if got, err := s.Open(seq, said, made); err != nil || got != sender {
			t.Fatalf("%+v, %v", got, err)
		}
		if len(made) != attest.Size {
			t.Fatal("its length tells who sent it")
		}
	}
	if got, err := s.Open(seq, said, first); err != nil || got != handle {
		t.Fatalf("%+v, %v", got, err)
	}
	if bytes.Equal(first, s.Seal(seq, said, handle)) || bytes.Contains(first, handle.ID[:]) {
		t.Fatal("the same sender can be known again")
	}
}

func TestNothingElseIsTaken(t *testing.T) {
	path := file(t)
	s := in(t, path, room)
	made := s.Seal(seq, said, handle)
	foreign := func(what string, by attest.Stream, seq uint64, c attest.Commitment, made []byte) {
		t.Helper()
		if _, err := by.Open(seq, c, made); !errors.Is(err, attest.ErrForeign) {
			t.Errorf("%s: %v", what, err)
		}
	}
	foreign("in another stream", in(t, path, [16]byte{'q'}), seq, said, made)
	foreign("at another number", s, seq+1, said, made)
	foreign("of something else", s, seq, attest.Commitment{'d'}, made)
	foreign("by another server", s, seq, said, in(t, file(t), room).Seal(seq, said, handle))
	for i := range made {
		changed := bytes.Clone(made)
		changed[i] ^= 1
		foreign("changed", s, seq, said, changed)
	}
}

func FuzzOpen(f *testing.F) {
	s := in(f, file(f), room)
	made := s.Seal(seq, said, leader)
	f.Add(made)
	f.Add([]byte{})
	f.Add(made[:attest.Size-1])
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := s.Open(seq, said, b); err == nil && !bytes.Equal(b, made) {
			t.Fatalf("made up: %x", b)
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	s := in(b, file(b), room)
	b.ReportAllocs()
	for b.Loop() {
		s.Seal(seq, said, handle)
	}
}
