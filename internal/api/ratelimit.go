package api

import (
	"crypto/hmac"
	"crypto/sha256"
	"io"
	"net/netip"
	"sync"
	"time"

	"alcove/internal/account"
	"alcove/internal/fault"
	"alcove/internal/limit"
)

// publicPerMinute bounds what one address may ask without a session. It is high
// because a school, a clinic or an anonymity network stands behind one address.
const publicPerMinute = 1200

var errTooFast = fault.New(fault.Exhausted, "rate_limited", "Too many requests are coming from your network. Please wait a minute.")

// Addresses turns network addresses into keys for limits: an HMAC under a key
// that is made in memory, replaced every hour and never written down. Nothing
// else in Alcove looks at an address, and a key outlives its hour nowhere.
type Addresses struct {
	clock  func() time.Time
	random io.Reader
	public *limit.Counter

	mu   sync.Mutex
	key  [32]byte
	hour int64
}

// NewAddresses returns a source of address keys.
func NewAddresses(clock func() time.Time, random io.Reader) *Addresses {
	return &Addresses{clock: clock, random: random, public: limit.New(clock, time.Minute)}
}

// Key returns the key of a remote address ("host:port"). An IPv6 caller counts by
// its /64, which is what one household is given; what cannot be parsed shares one key.
func (a *Addresses) Key(remote string) (account.AddressKey, error) {
	network := []byte("unknown")
	if ap, err := netip.ParseAddrPort(remote); err == nil {
		ip := ap.Addr().Unmap().WithZone("")
		size := ip.BitLen()
		if ip.Is6() {
			size = 64
		}
		prefix, err := ip.Prefix(size)
		if err != nil {
			return account.AddressKey{}, err
		}
		network = prefix.Addr().AsSlice()
	}
	key, err := a.current()
	if err != nil {
		return account.AddressKey{}, err
	}
	m := hmac.New(sha256.New, key[:])
	m.Write(network)
	return account.AddressKey(m.Sum(nil)[:16]), nil
}

func (a *Addresses) current() ([32]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if hour := a.clock().Unix() / 3600; hour != a.hour {
		if _, err := io.ReadFull(a.random, a.key[:]); err != nil {
			return a.key, err
		}
		a.hour = hour
		a.public.Purge()
	}
	return a.key, nil
}

// admit counts a request made without a session.
func (a *Addresses) admit(key account.AddressKey) error {
	if a.public.Add(key[:]) > publicPerMinute {
		return errTooFast
	}
	return nil
}
