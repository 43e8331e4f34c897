// Package certs gives the server its TLS certificate: one of the practice's
// own, one from a certificate authority by ACME (RFC 8555), or a self-signed one
// for a first look on this machine.
package certs

import (
	"context"
	"crypto/tls"
	"fmt"
	"time"

	// ACME with renewal, OCSP and storage; what autocert leaves to its user.
	"github.com/caddyserver/certmagic"
	"go.uber.org/zap"
)

// Source says where the certificate comes from. Its zero value is self-signed.
type Source struct {
	CertFile, KeyFile string // PEM; both or none
	ACMEDomain        string
	ACMEEmail         string
}

// Own reports whether the server is to make its certificate itself.
func (s Source) Own() bool { return s.CertFile == "" && s.KeyFile == "" && s.ACMEDomain == "" }

// Config returns a TLS configuration that speaks TLS 1.3 only. dir keeps what
// is made or fetched, readable by the server's user alone. now is the server's own
// time: a certificate that was made by a clock that was wrong would be valid in
// other years.
func Config(ctx context.Context, s Source, dir string, now time.Time) (*tls.Config, error) {
	if s.ACMEDomain != "" {
		return fromACME(ctx, s, dir)
	}
	if s.Own() {
		own, err := MakeOwn(dir, now)
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

func fromACME(ctx context.Context, s Source, dir string) (*tls.Config, error) {
	var magic *certmagic.Config
	cache := certmagic.NewCache(certmagic.CacheOptions{
		GetConfigForCert: func(certmagic.Certificate) (*certmagic.Config, error) { return magic, nil },
		Logger:           zap.NewNop(),
	})
	magic = certmagic.New(cache, certmagic.Config{Storage: &certmagic.FileStorage{Path: dir}, Logger: zap.NewNop()})
	magic.Issuers = []certmagic.Issuer{certmagic.NewACMEIssuer(magic, certmagic.ACMEIssuer{
		CA: certmagic.LetsEncryptProductionCA, Email: s.ACMEEmail, Agreed: true,
		DisableHTTPChallenge: true, Logger: zap.NewNop(),
	})}
	if err := magic.ManageSync(ctx, []string{s.ACMEDomain}); err != nil {
		return nil, fmt.Errorf("no certificate for %s (is port 443 reachable from outside?): %w", s.ACMEDomain, err)
	}
	c := tls13(&tls.Config{GetCertificate: magic.GetCertificate})
	c.NextProtos = append(c.NextProtos, "acme-tls/1")
	return c, nil
}
