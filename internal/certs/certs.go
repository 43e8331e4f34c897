// Package certs gives the server its TLS certificate: one of the practice's
// own, one from a certificate authority by ACME (RFC 8555), or a self-signed one
// for a first look on this machine.
package certs

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"net"
	"os"
	"path/filepath"
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

// Config returns a TLS configuration that speaks TLS 1.3 only. dir keeps what
// is made or fetched, readable by the server's user alone. now is the server's own
// time: a certificate that was made by a clock that was wrong would be valid in
// other years.
func Config(ctx context.Context, s Source, dir string, now time.Time) (*tls.Config, error) {
	if s.ACMEDomain != "" {
		return fromACME(ctx, s, dir)
	}
	certFile, keyFile := s.CertFile, s.KeyFile
	if certFile == "" && keyFile == "" {
		certFile, keyFile = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
		if err := ensureSelfSigned(certFile, keyFile, now); err != nil {
			return nil, fmt.Errorf("self-signed certificate: %w", err)
		}
	}
	cert, err := tls.LoadX509KeyPair(certFile, keyFile)
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

// lifetime is what browsers accept at most of a certificate.
const lifetime = 397 * 24 * time.Hour

func ensureSelfSigned(certFile, keyFile string, now time.Time) error {
	if pair, err := tls.LoadX509KeyPair(certFile, keyFile); err == nil && pair.Leaf.NotAfter.After(now.AddDate(0, 1, 0)) && !pair.Leaf.NotBefore.After(now) {
		return nil
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(certFile), 0o700); err != nil {
		return err
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return err
	}
	template := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: "localhost"},
		DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
		NotBefore: now.Add(-time.Hour), NotAfter: now.Add(lifetime),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		BasicConstraintsValid: true, IsCA: true, // so that Node and curl can be told to trust this file
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		return err
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		return err
	}
	return errors.Join(writePEM(keyFile, "PRIVATE KEY", keyDER), writePEM(certFile, "CERTIFICATE", der))
}

func writePEM(name, kind string, der []byte) error {
	return os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), 0o600)
}
