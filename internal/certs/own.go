package certs

import (
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
	"strings"
	"sync/atomic"
	"time"

	"alcove/internal/durable"
	"alcove/internal/keyfile"
)

// Names of the two files.
const (
	OwnCertificate = "cert.pem"
	OwnKey         = "key.pem"
)

// Own is a certificate that the server signs itself, in two files. It can be exchanged
// while the server shows it: whoever connects from then on is shown the new one.
type Own struct {
	certFile, keyFile string
	shown             atomic.Pointer[tls.Certificate]
}

// MakeOwn reads the certificate from dir, or makes one where there is none, or none for
// these years by the server's own time: what a clock made that was wrong would be valid
// in other years.
func MakeOwn(dir string, now time.Time) (*Own, error) {
	o := &Own{certFile: filepath.Join(dir, OwnCertificate), keyFile: filepath.Join(dir, OwnKey)}
	err := o.load()
	if errors.Is(err, fs.ErrNotExist) || err == nil && !o.lasts(now) {
		err = o.Exchange(now)
	}
	if err != nil {
		return nil, fmt.Errorf("self-signed certificate: %w", err)
	}
	return o, nil
}

// Config shows the certificate, whichever it is when somebody connects.
func (o *Own) Config() *tls.Config {
	return tls13(&tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return o.shown.Load(), nil }})
}

func (o *Own) load() error {
	pair, err := tls.LoadX509KeyPair(o.certFile, o.keyFile)
	if err == nil {
		o.shown.Store(&pair)
	}
	return err
}

func (o *Own) lasts(now time.Time) bool {
	leaf := o.shown.Load().Leaf
	return leaf.NotAfter.After(now.AddDate(0, 1, 0)) && !leaf.NotBefore.After(now)
}

// Exchange makes another key and certificate. The former certificate goes first: a key
// without one is made anew by the next start, one with another's would keep it from
// starting.
func (o *Own) Exchange(now time.Time) error {
	cert, key, err := selfSigned(now)
	if err != nil {
		return err
	}
	folder := filepath.Dir(o.certFile)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	if err := os.Remove(o.certFile); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := durable.SyncFolder(folder); err != nil {
		return err
	}
	if err := keyfile.Replace(o.keyFile, key); err != nil {
		return err
	}
	if err := keyfile.Replace(o.certFile, cert); err != nil {
		return err
	}
	return o.load()
}

// lifetime is what browsers accept at most of a certificate.
const lifetime = 397 * 24 * time.Hour

func selfSigned(now time.Time) (cert, key string, err error) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return "", "", err
	}
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return "", "", err
	}
	template := &x509.Certificate{
		SerialNumber: serial, Subject: pkix.Name{CommonName: "localhost"},
		DNSNames: []string{"localhost"}, IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1), net.IPv6loopback},
		NotBefore: now.Add(-time.Hour), NotAfter: now.Add(lifetime),
		KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		BasicConstraintsValid: true, IsCA: true, // so that Node and curl can be told to trust this file
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &private.PublicKey, private)
	if err != nil {
		return "", "", err
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(private)
	return pemOf("CERTIFICATE", der), pemOf("PRIVATE KEY", keyDER), err
}

func pemOf(kind string, der []byte) string {
	return strings.TrimSpace(string(pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})))
}
