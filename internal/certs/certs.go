// Package certs gives the server its TLS certificate: one of the practice's
// own, one from a certificate authority by ACME (RFC 8555), or a self-signed one
// for a first look on this machine.
package certs

import (
	"context"
	"crypto/tls"
	"fmt"
	"time"
)

// Source says where the certificate comes from. Its zero value is self-signed.
type Source struct {
	CertFile, KeyFile string // PEM; both or none
	ACMEDomain        string
	ACMEEmail         string
	ACMEDirectory     string // URL of the authority's; Let's Encrypt's if empty
	Listen            string // where the server will listen, for an authority that asks before
}

// Own reports whether the server is to make its certificate itself.
func (s Source) Own() bool { return s.CertFile == "" && s.KeyFile == "" && s.ACMEDomain == "" }

// Config returns a TLS configuration that speaks TLS 1.3 only. dir keeps what
// is made or fetched, readable by the server's user alone. now is the machine's time,
// and not one that is held back until it is certain: browsers judge by the world's. A
// certificate from an authority is renewed until ctx ends.
func Config(ctx context.Context, s Source, dir string, now func() time.Time) (*tls.Config, error) {
	if s.ACMEDomain != "" {
		fetched, err := Fetch(ctx, s, dir, now())
		if err != nil {
			return nil, err
		}
		go fetched.keep(ctx, now)
		return fetched.Config(), nil
	}
	if s.Own() {
		own, err := MakeOwn(dir, now())
		if err != nil {
			return nil, err
		}
		return own.Config(), nil
	}
	cert, err := tls.LoadX509KeyPair(s.CertFile, s.KeyFile)
	if err != nil {
		return nil, fmt.Errorf("certificate: %w", err)
	}
	return tls13(&tls.Config{Certificates: []tls.Certificate{cert}}), nil
}

func tls13(c *tls.Config) *tls.Config {
	c.MinVersion = tls.VersionTLS13
	c.NextProtos = []string{"h2", "http/1.1"}
	// By a ticket a browser could be known again at its next visit, through whatever
	// network it comes; a whole handshake takes no more round trips.
	c.SessionTicketsDisabled = true
	return c
}
