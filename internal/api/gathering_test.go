package api

import (
	"bytes"
	"net"
	"os"
	"sync"
	"testing"
	"time"
)

// sent is a connection that remembers what was written, and in how many pieces.
// Each piece has time of its own: as on a real connection, none is written with the former's.
type sent struct {
	net.Conn
	pieces [][]byte
	timed  bool
	closed bool
}

func (s *sent) Write(p []byte) (int, error) {
	if !s.timed {
		return 0, os.ErrDeadlineExceeded
	}
	s.timed = false
	s.pieces = append(s.pieces, bytes.Clone(p))
	return len(p), nil
}

func (s *sent) SetWriteDeadline(time.Time) error { s.timed = true; return nil }

func (s *sent) Close() error { s.closed = true; return nil }

func (s *sent) all() []byte { return bytes.Join(s.pieces, nil) }

func TestWhatIsKeptIsSentTogetherAndInOrder(t *testing.T) {
	var below sent
	g := &gathering{Conn: &below}
	write := func(p ...byte) {
		t.Helper()
		if n, err := g.Write(p); err != nil || n != len(p) {
			t.Fatal(n, err)
		}
	}
	write(1)
	write(2)
	if len(below.pieces) != 0 {
		t.Fatal("what is to be kept was sent")
	}
	if err := g.flush(); err != nil {
		t.Fatal(err)
	}
	if err := g.flush(); err != nil {
		t.Fatal(err)
	}
	if len(below.pieces) != 1 || !bytes.Equal(below.all(), []byte{1, 2}) {
		t.Fatalf("sent %v", below.pieces)
	}

	// What is too much to keep goes out behind what was kept.
	write(3)
	write(bytes.Repeat([]byte{4}, enough+1)...)
	// And by itself where nothing was kept.
	write(bytes.Repeat([]byte{6}, enough+1)...)
	write(5)
	if err := g.Close(); err != nil || !below.closed {
		t.Fatal("not closed", err)
	}
	want := append([]byte{1, 2, 3}, bytes.Repeat([]byte{4}, enough+1)...)
	want = append(append(want, bytes.Repeat([]byte{6}, enough+1)...), 5)
	if !bytes.Equal(below.all(), want) {
		t.Fatalf("%d bytes of %d", len(below.all()), len(want))
	}
}

// What is written while others flush is sent too, once, and in order.
func TestWhoeverFlushesNothingIsLeftBehind(t *testing.T) {
	var below sent
	g := &gathering{Conn: &below}
	var writing sync.Mutex // the library's
	var all sync.WaitGroup
	next := byte(0)
	for range 250 {
		all.Go(func() {
			writing.Lock()
			next++
			_, _ = g.Write([]byte{next})
			writing.Unlock()
			_ = g.flush()
		})
	}
	all.Wait()
	got := below.all()
	for i := range 250 {
		if i >= len(got) || got[i] != byte(i+1) {
			t.Fatalf("sent %v", got)
		}
	}
}

type deaf struct{ sent }

func (d *deaf) Write([]byte) (int, error) { return 0, os.ErrDeadlineExceeded }

func TestAConnectionThatTakesNothingIsClosed(t *testing.T) {
	var below deaf
	g := &gathering{Conn: &below}
	_, _ = g.Write([]byte{1})
	if err := g.flush(); err == nil || !below.closed {
		t.Fatal("whoever wrote before would wait for ever")
	}
}
