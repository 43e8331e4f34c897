package crash

import (
	"net"
	"sync"
	"testing"
)

// cable is the way from one node to what it needs, on which it can be cut.
type cable struct {
	listener net.Listener
	dial     func() (net.Conn, error)
	whole    sync.RWMutex // held for reading while bytes pass, for writing while it is cut

	mu    sync.Mutex
	conns map[net.Conn]bool
}

// lay lays a cable to where dial leads.
func lay(t *testing.T, dial func() (net.Conn, error)) *cable {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &cable{listener: listener, dial: dial, conns: map[net.Conn]bool{}}
	t.Cleanup(func() { _ = listener.Close(); c.drop() })
	go c.serve()
	return c
}

func (c *cable) address() string { return c.listener.Addr().String() }

// cut lets nothing through any more, and says so to nobody, until mend is called.
func (c *cable) cut() { c.whole.Lock() }

func (c *cable) mend() { c.whole.Unlock() }

// drop ends all connections.
func (c *cable) drop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for conn := range c.conns {
		_ = conn.Close()
	}
}

func (c *cable) serve() {
	for {
		near, err := c.listener.Accept()
		if err != nil {
			return
		}
		go func() {
			c.whole.RLock()
			far, err := c.dial()
			c.whole.RUnlock()
			if err != nil {
				_ = near.Close()
				return
			}
			c.mu.Lock()
			c.conns[near], c.conns[far] = true, true
			c.mu.Unlock()
			go c.carry(near, far)
			c.carry(far, near)
		}()
	}
}

// carry carries what comes from one end to the other.
func (c *cable) carry(from, to net.Conn) {
	defer func() {
		_, _ = from.Close(), to.Close()
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.conns, from)
	}()
	piece := make([]byte, 32<<10)
	for {
		n, err := from.Read(piece)
		if n > 0 {
			c.whole.RLock()
			_, failed := to.Write(piece[:n])
			c.whole.RUnlock()
			if failed != nil {
				return
			}
		}
		if err != nil {
			return
		}
	}
}
