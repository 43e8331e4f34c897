package api

import (
	"net/http"
	"sync"

	"alcove/internal/account"
)

// Bounds of what is read of requests at the same time: a request is in memory as a whole
// before it is known whose it is, and whoever sends it slowly keeps it there for a minute.
const (
	// smallBody is not counted: it is what words take.
	smallBody = 64 << 10
	// maxBodies bounds all others together, maxBodiesOfOne those of one address, in bytes.
	maxBodies      = 256 << 20
	maxBodiesOfOne = 64 << 20
)

// bodies counts what requests that are being answered may hold.
type bodies struct {
	addresses *Addresses
	longest   int64

	mu        sync.Mutex
	total     int64
	byAddress map[account.AddressKey]int64
}

// BoundBodies refuses bodies longer than longest bytes, and for a moment (503) what is
// more than the server wants to hold at once. The one who is refused has to come back.
func BoundBodies(next http.Handler, longest int64, addresses *Addresses) http.Handler {
	b := &bodies{addresses: addresses, longest: longest, byAddress: map[account.AddressKey]int64{}}
	bounded := http.MaxBytesHandler(next, longest)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		size := r.ContentLength
		if size >= 0 && size <= smallBody {
			bounded.ServeHTTP(w, r)
			return
		}
		if size < 0 || size > longest { // not told, or cut off there
			size = longest
		}
		key, err := b.addresses.Key(r.RemoteAddr)
		if err != nil || !b.take(key, size) {
			w.Header().Set("Retry-After", "1")
			http.Error(w, "the server is busy, please try again", http.StatusServiceUnavailable)
			return
		}
		defer b.give(key, size)
		bounded.ServeHTTP(w, r)
	})
}

func (b *bodies) take(key account.AddressKey, size int64) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.total+size > maxBodies || b.byAddress[key]+size > maxBodiesOfOne {
		return false
	}
	b.total += size
	b.byAddress[key] += size
	return true
}

func (b *bodies) give(key account.AddressKey, size int64) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.total -= size
	if b.byAddress[key] -= size; b.byAddress[key] == 0 {
		delete(b.byAddress, key)
	}
}
