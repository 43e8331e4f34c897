// Package push tells browsers that something is new, by Web Push without content
// (RFC 8030, encrypted by RFC 8291, identified by RFC 8292).
//
// A browser that wants it gets an address from its maker's push service and gives
// it to us. Whoever has that address can recognise the browser, so it is kept
// like an address: sealed under a key that is not in the database, in one size,
// with the session of the device that asked for it, and gone when that session is
// ended (not when it idles: who is away is told) or as soon as the push service says
// that it is gone. What is sent is the same for everybody, padded to one size: it
// says nothing but "look".
//
// The address comes from a client, and the server calls it. So it is called only
// at push services that are known or that whoever runs the server named, never
// within a private network, without following redirects, briefly, and from a
// bounded queue.
//
// On disk: push.key beside the database (keys.go) and the table push.
package push

import (
	"crypto/ecdh"
	"net/url"
	"strings"

	"alcove/internal/fault"
)

const (
	publicKeySize = 65 // of P-256, uncompressed
	authSize      = 16
	// MaxEndpoint is how long the address of a subscription may be.
	MaxEndpoint = 1024
)

var (
	// ErrMalformed: the subscription is not one.
	ErrMalformed = fault.New(fault.Invalid, "malformed_subscription", "This browser's notices could not be set up. Please reload the page and try again.")
	// ErrUnknownService: the server may not call this address.
	ErrUnknownService = fault.New(fault.Invalid, "push_service_unknown", "This browser gets notices from a service that this server does not know. Please use another browser, or tell the practice.")
)

// Subscription is where and for whom notices are encrypted (W3C Push API).
type Subscription struct {
	Endpoint  string
	PublicKey []byte // P-256, uncompressed
	Auth      []byte // 16 bytes
}

// knownServices are the push services of the browsers people use: whole names, or
// with a dot in front everything below.
var knownServices = []string{"fcm.googleapis.com", ".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com"}

// Services are the push services that may be called.
type Services struct {
	// also are those that whoever runs the server named, as host or host:port. They
	// may be in a private network.
	also map[string]bool
}

// NewServices adds hosts ("push.example.org", "push.example.org:8443") to those known.
func NewServices(also ...string) Services {
	s := Services{map[string]bool{}}
	for _, host := range also {
		if !strings.Contains(host, ":") {
			host += ":443"
		}
		s.also[strings.ToLower(host)] = true
	}
	return s
}

// named reports whether whoever runs the server named this address ("host:port").
func (s Services) named(address string) bool { return s.also[strings.ToLower(address)] }

// Check refuses a subscription that is malformed or leads elsewhere.
func (s Services) Check(sub Subscription) error {
	if len(sub.Auth) != authSize || len(sub.Endpoint) > MaxEndpoint {
		return ErrMalformed
	}
	if _, err := ecdh.P256().NewPublicKey(sub.PublicKey); err != nil || len(sub.PublicKey) != publicKeySize {
		return ErrMalformed
	}
	u, err := url.Parse(sub.Endpoint)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || u.Fragment != "" || u.Opaque != "" {
		return ErrMalformed
	}
	host, port := strings.ToLower(u.Hostname()), u.Port()
	if port == "" {
		port = "443"
	}
	if s.named(host + ":" + port) {
		return nil
	}
	if port != "443" || !known(host) {
		return ErrUnknownService
	}
	return nil
}

func known(host string) bool {
	for _, k := range knownServices {
		if below := strings.HasPrefix(k, "."); !below && host == k || below && strings.HasSuffix(host, k) && len(host) > len(k) {
			return true
		}
	}
	return false
}
