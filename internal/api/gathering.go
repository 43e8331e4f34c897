package api

import (
	"bufio"
	"net"
	"net/http"
	"runtime"
	"sync"
	"time"
)

// gathering is the connection of an event socket. What is written is kept until it is
// flushed, so that what a full room says at once, or the answers to what one commit
// made durable, reach a client by one TLS record and one system call instead of one for
// each message. Writes come one at a time, flushes from anywhere.
type gathering struct {
	net.Conn
	wire sync.Mutex // held while something is written to Conn: before mu, never after it

	mu       sync.Mutex
	kept     *[]byte
	flushing bool
}

// enough is kept at most: what one TLS record holds.
const enough = 16 << 10

// closeWithin bounds how long the last words may take.
const closeWithin = time.Second

// buffers are given back when they are empty, so that a connection on which
// nothing happens has none.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, enough); return &b }}

// Write implements net.Conn.
func (g *gathering) Write(p []byte) (int, error) {
	if g.keep(p) {
		return len(p), nil
	}
	g.wire.Lock()
	defer g.wire.Unlock()
	if err := g.send(writeWithin); err != nil {
		return 0, err
	}
	if g.keep(p) {
		return len(p), nil
	}
	_ = g.Conn.SetWriteDeadline(time.Now().Add(writeWithin)) // the last one's has passed
	return g.Conn.Write(p)
}

// keep reports whether there was room.
func (g *gathering) keep(p []byte) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(p) > enough || g.kept != nil && len(*g.kept)+len(p) > enough {
		return false
	}
	if g.kept == nil {
		g.kept = buffers.Get().(*[]byte)
	}
	*g.kept = append(*g.kept, p...)
	return true
}

// flush sends what was kept. Others who can run are let run first, for they may be about
// to write as well; what is written while one flushes goes out with the rest. Where that
// fails the connection is closed: those who wrote believe that it was sent.
func (g *gathering) flush() error {
	g.mu.Lock()
	idle := !g.flushing && g.kept != nil
	if idle {
		g.flushing = true
	}
	g.mu.Unlock()
	if !idle {
		return nil
	}
	runtime.Gosched()
	for {
		g.wire.Lock()
		err := g.send(writeWithin)
		g.wire.Unlock()
		g.mu.Lock()
		g.flushing = err == nil && g.kept != nil
		again := g.flushing
		g.mu.Unlock()
		if err != nil {
			_ = g.Conn.Close()
		}
		if !again {
			return err
		}
	}
}

// send writes what was kept. The wire is held.
func (g *gathering) send(within time.Duration) error {
	g.mu.Lock()
	kept := g.kept
	g.kept = nil
	g.mu.Unlock()
	if kept == nil {
		return nil
	}
	_ = g.Conn.SetWriteDeadline(time.Now().Add(within))
	_, err := g.Conn.Write(*kept)
	*kept = (*kept)[:0]
	buffers.Put(kept)
	return err
}

// Close sends what was kept first: it may be the reason why.
func (g *gathering) Close() error {
	_ = g.Conn.SetWriteDeadline(time.Now().Add(closeWithin)) // also of what is being written
	g.wire.Lock()
	_ = g.send(closeWithin)
	g.wire.Unlock()
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
