package certs

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	// ACME itself (RFC 8555, 8737, 9773); what is left to do here is to keep one
	// certificate. certmagic, which would, is a megabyte of code for many of them;
	// autocert never exchanges the key and does not ask when to renew.
	"github.com/mholt/acmez/v3"
	"github.com/mholt/acmez/v3/acme"
	"golang.org/x/net/idna"

	"alcove/internal/keyfile"
)

// Names of the two files.
const (
	FetchedCertificate = "acme.pem" // the key, then the chain: in one file they always fit
	AuthorityAccount   = "acme-account.key"
)

// LetsEncrypt is the authority that certificates come from.
const LetsEncrypt = "https://acme-v02.api.letsencrypt.org/directory"

// Fetched is a certificate from an authority. It is renewed, with another key, while
// the server shows it: whoever connects from then on is shown the new one.
type Fetched struct {
	source   Source
	name     string // the domain as it is in certificates
	dir      string
	client   acmez.Client
	shown    atomic.Pointer[tls.Certificate]
	answered atomic.Pointer[tls.Certificate] // what shows the authority who is asked
}

// Fetch reads the certificate from dir. Where there is none, or none for this domain
// and these years, it fetches one, and answers the authority at s.Listen meanwhile,
// where nothing else may listen yet.
func Fetch(ctx context.Context, s Source, dir string, now time.Time) (*Fetched, error) {
	name, err := idna.Lookup.ToASCII(s.ACMEDomain)
	if err != nil {
		return nil, fmt.Errorf("no certificate can be had for %s: %w", s.ACMEDomain, err)
	}
	if s.ACMEDirectory == "" {
		s.ACMEDirectory = LetsEncrypt
	}
	f := &Fetched{source: s, name: name, dir: dir}
	f.client = acmez.Client{
		Client:           &acme.Client{Directory: s.ACMEDirectory},
		ChallengeSolvers: map[string]acmez.Solver{acme.ChallengeTypeTLSALPN01: f},
	}
	err = f.load()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s cannot be used (move it away, and another certificate is fetched): %w", f.file(FetchedCertificate), err)
	}
	if err == nil && f.fits(now) {
		return f, nil
	}
	if err := f.fetchFirst(ctx); err != nil {
		return nil, fmt.Errorf("no certificate for %s (is port 443 reachable from outside?): %w", s.ACMEDomain, err)
	}
	return f, nil
}

// Config shows the certificate, whichever it is when somebody connects, to those who
// ask for its name.
func (f *Fetched) Config() *tls.Config {
	c := tls13(&tls.Config{GetCertificate: f.choose})
	c.NextProtos = append(c.NextProtos, acmez.ACMETLS1Protocol)
	return c
}

var errNotHere = errors.New("there is no certificate for what was asked")

func (f *Fetched) choose(hello *tls.ClientHelloInfo) (*tls.Certificate, error) {
	chosen := f.shown.Load()
	if slices.Contains(hello.SupportedProtos, acmez.ACMETLS1Protocol) {
		chosen = f.answered.Load()
	}
	if chosen == nil || chosen.Leaf.VerifyHostname(hello.ServerName) != nil {
		return nil, errNotHere
	}
	return chosen, nil
}

func (f *Fetched) file(name string) string { return filepath.Join(f.dir, name) }

func (f *Fetched) load() error {
	text, err := keyfile.Load(f.file(FetchedCertificate), func() (string, error) { return "", fs.ErrNotExist })
	if err != nil {
		return err
	}
	pair, err := tls.X509KeyPair([]byte(text), []byte(text))
	if err == nil {
		f.shown.Store(&pair)
	}
	return err
}

func (f *Fetched) fits(now time.Time) bool {
	leaf := f.shown.Load().Leaf
	return leaf.VerifyHostname(f.name) == nil && now.Before(leaf.NotAfter)
}

// fetchesWithin bounds how long an authority may take.
const fetchesWithin = 5 * time.Minute

// fetchFirst fetches a certificate while nothing listens yet.
func (f *Fetched) fetchFirst(ctx context.Context) (err error) {
	listener, err := tls.Listen("tcp", f.source.Listen, f.Config())
	if err != nil {
		return err
	}
	ended := make(chan struct{})
	go func() { answer(listener); close(ended) }()
	defer func() { err = errors.Join(err, listener.Close()); <-ended }()
	return f.fetch(ctx, nil)
}

// fetch has a certificate issued for a new key, and shows it once it is kept. former
// is the one that it replaces, or nil.
func (f *Fetched) fetch(ctx context.Context, former *x509.Certificate) error {
	ctx, cancel := context.WithTimeout(ctx, fetchesWithin)
	defer cancel()
	account, err := f.account(ctx)
	if err != nil {
		return err
	}
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	request, err := acmez.NewCSR(private, []string{f.name})
	if err != nil {
		return err
	}
	order, err := acmez.OrderParametersFromCSR(account, request)
	if err != nil {
		return err
	}
	order.Replaces = former
	chains, err := f.client.ObtainCertificate(ctx, order)
	if err != nil {
		return err
	}
	key, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return err
	}
	text := pemOf("PRIVATE KEY", key) + "\n" + string(chains[0].ChainPEM)
	if _, err := tls.X509KeyPair([]byte(text), []byte(text)); err != nil {
		return err
	}
	if err := keyfile.Replace(f.file(FetchedCertificate), text); err != nil {
		return err
	}
	return f.load()
}

// account is the one at the authority. Its key alone is kept: the authority knows it
// by that.
func (f *Fetched) account(ctx context.Context) (acme.Account, error) {
	if err := os.MkdirAll(f.dir, 0o700); err != nil {
		return acme.Account{}, err
	}
	text, err := keyfile.Load(f.file(AuthorityAccount), newAccountKey)
	if err != nil {
		return acme.Account{}, err
	}
	key, err := parseAccountKey(text)
	if err != nil {
		return acme.Account{}, fmt.Errorf("%s: %w", f.file(AuthorityAccount), err)
	}
	account := acme.Account{TermsOfServiceAgreed: true, PrivateKey: key}
	if f.source.ACMEEmail != "" {
		account.Contact = []string{"mailto:" + f.source.ACMEEmail}
	}
	return f.client.NewAccount(ctx, account)
}

func newAccountKey() (string, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return "", err
	}
	der, err := x509.MarshalPKCS8PrivateKey(key)
	return pemOf("PRIVATE KEY", der), err
}

func parseAccountKey(text string) (*ecdsa.PrivateKey, error) {
	block, _ := pem.Decode([]byte(text))
	if block == nil {
		return nil, errors.New("it holds no key")
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, err
	}
	if key, is := key.(*ecdsa.PrivateKey); is {
		return key, nil
	}
	return nil, errors.New("it holds another kind of key")
}
