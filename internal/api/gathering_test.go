package api

import (
	"bytes"
	"net"
	"testing"
)

// sent is a connection that remembers what was written, and in how many pieces.
type sent struct {
	net.Conn
	pieces [][]byte
	closed bool
}

func (s *sent) Write(p []byte) (int, error) {
	s.pieces = append(s.pieces, bytes.Clone(p))
	return len(p), nil
}

func (s *sent) Close() error { s.closed = true; return nil }

func (s *sent) all() []byte { return bytes.Join(s.pieces, nil) }

func TestWhatIsHeldIsSentTogetherAndInOrder(t *testing.T) {
	var below sent
	g := &gathering{Conn: &below}
	write := func(p ...byte) {
		t.Helper()
		if n, err := g.Write(p); err != nil || n != len(p) {
			t.Fatal(n, err)
		}
	}
	write(1)
	g.hold()
	write(2)
	write(3)
	if len(below.pieces) != 1 {
		t.Fatal("what was held was sent")
	}
	if err := g.release(); err != nil {
		t.Fatal(err)
	}
	write(4)
	if len(below.pieces) != 3 || !bytes.Equal(below.all(), []byte{1, 2, 3, 4}) {
		t.Fatalf("sent %v", below.pieces)
	}

	// What is too much to keep goes out behind what was kept.
	g.hold()
	write(5)
	write(bytes.Repeat([]byte{6}, enough)...)
	write(7)
	if err := g.Close(); err != nil || !below.closed {
		t.Fatal("not closed", err)
	}
	want := append(append([]byte{1, 2, 3, 4, 5}, bytes.Repeat([]byte{6}, enough)...), 7)
	if !bytes.Equal(below.all(), want) {
		t.Fatalf("%d bytes of %d", len(below.all()), len(want))
	}
}
