package store

import (
	"sync"

	"alcove/internal/account"
)

// maxSessions is how many are kept, about 200 bytes each.
const maxSessions = 20_000

// sessionCache keeps what was read of sessions, since every call begins with one: among
// many messages that was a seventh of the server's work. Each commit empties it but those
// of streams alone, which have no way to touch a session: so what ends sessions, now or
// some day, need not know of it. Only where no other process writes to the database.
type sessionCache struct {
	mu      sync.RWMutex
	rows    map[[32]byte]account.SessionRow // nil: nothing is kept
	emptied uint64
}

func (c *sessionCache) enable() { c.rows = map[[32]byte]account.SessionRow{} }

// get also tells what put is to be given for what is read now.
func (c *sessionCache) get(hash [32]byte) (row account.SessionRow, found bool, now uint64) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	row, found = c.rows[hash]
	return row, found, c.emptied
}

// put keeps a row, unless something was written since it was looked for.
func (c *sessionCache) put(row account.SessionRow, since uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.rows == nil || c.emptied != since {
		return
	}
	if len(c.rows) >= maxSessions {
		clear(c.rows)
	}
	c.rows[row.TokenHash] = row
}

// empty is called once something is durable, and before anybody is told of it.
func (c *sessionCache) empty() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.emptied++
	clear(c.rows)
}
