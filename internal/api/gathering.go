package api

import (
	"bufio"
	"net"
	"net/http"
	"sync"
)

// gathering is the connection of an event socket. While it is held, what is
// written is kept and sent together: what a full room says at once reaches each
// member by one TLS record and one system call instead of one for each message.
type gathering struct {
	net.Conn
	mu   sync.Mutex
	held bool
	kept []byte
}

// enough is kept at most: what one TLS record holds.
const enough = 16 << 10

// buffers are given back when they are empty, so that a connection on which
// nothing happens has none.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, enough); return &b }}

// Write implements net.Conn.
func (g *gathering) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.held && len(g.kept)+len(p) <= enough {
		if g.kept == nil {
			g.kept = *buffers.Get().(*[]byte)
		}
		g.kept = append(g.kept, p...)
		return len(p), nil
	}
	if err := g.send(); err != nil {
		return 0, err
	}
	return g.Conn.Write(p)
}

// hold keeps what is written from now on.
func (g *gathering) hold() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.held = true
}

// release sends what was kept, and whatever is written from now on at once.
func (g *gathering) release() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.held = false
	return g.send()
}

// send writes what was kept. The lock is held.
func (g *gathering) send() error {
	if g.kept == nil {
		return nil
	}
	_, err := g.Conn.Write(g.kept)
	empty := g.kept[:0]
	buffers.Put(&empty)
	g.kept = nil
	return err
}

// Close sends what was kept first: it may be the reason why.
func (g *gathering) Close() error {
	_ = g.release()
	return g.Conn.Close()
}

// gatheringWriter is a response writer whose connection, once it is taken over, gathers.
type gatheringWriter struct {
	http.ResponseWriter
	hijacker http.Hijacker
	conn     *gathering
}

// Hijack implements http.Hijacker.
func (w *gatheringWriter) Hijack() (net.Conn, *bufio.ReadWriter, error) {
	conn, rw, err := w.hijacker.Hijack()
	if err != nil {
		return nil, nil, err
	}
	w.conn = &gathering{Conn: conn}
	return w.conn, rw, nil
}
