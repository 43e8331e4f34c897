package certs_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	// Let's Encrypt's own authority for tests.
	"github.com/letsencrypt/pebble/v2/ca"
	"github.com/letsencrypt/pebble/v2/db"
	"github.com/letsencrypt/pebble/v2/va"
	"github.com/letsencrypt/pebble/v2/wfe"

	"alcove/internal/certs"
)

// lasts is how long the authority's certificates are valid.
const lasts = 90 * 24 * time.Hour

// authority is an ACME server that finds every domain at source.Listen.
type authority struct {
	kept   *db.MemoryStore
	source certs.Source
}

func newAuthority(t *testing.T) *authority {
	t.Helper()
	t.Setenv("PEBBLE_VA_NOSLEEP", "1")
	t.Setenv("PEBBLE_AUTHZREUSE", "0") // it asks each time where the domain leads
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := listen.Addr().(*net.TCPAddr)
	if err := listen.Close(); err != nil {
		t.Fatal(err)
	}
	quiet, kept := log.New(io.Discard, "", 0), db.NewMemoryStore()
	issues := ca.New(quiet, kept, "", "ecdsa", 0, 1, map[string]ca.Profile{"default": {ValidityPeriod: uint64(lasts / time.Second)}})
	front := wfe.New(quiet, kept, va.New(quiet, 0, address.Port, true, "", kept), issues, []string{"authority.test"}, true, false, 0, 0)
	server := httptest.NewTLSServer(front.Handler())
	before := http.DefaultTransport
	http.DefaultTransport = server.Client().Transport // trusts it, as the system trusts known authorities
	t.Cleanup(func() { http.DefaultTransport = before; server.Close() })
	return &authority{kept, certs.Source{
		ACMEDomain: "localhost", ACMEEmail: "you@example.org",
		ACMEDirectory: server.URL + wfe.DirectoryPath, Listen: address.String(),
	}}
}

func (a *authority) fetch(t *testing.T, dir string, now time.Time) *certs.Fetched {
	t.Helper()
	f, err := certs.Fetch(t.Context(), a.source, dir, now)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// serve listens as the server does.
func (a *authority) serve(t *testing.T, c *tls.Config) {
	t.Helper()
	listener, err := tls.Listen("tcp", a.source.Listen, c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() { _ = conn.(*tls.Conn).HandshakeContext(context.Background()); _ = conn.Close() }()
		}
	}()
}

func inUse(t *testing.T, c *tls.Config) *x509.Certificate {
	t.Helper()
	leaf, err := certs.InUse(t.Context(), c, "localhost")
	if err != nil {
		t.Fatal(err)
	}
	return leaf
}

func TestACertificateIsFetchedOnceAndIsPrivate(t *testing.T) {
	a, dir := newAuthority(t), filepath.Join(t.TempDir(), "tls")
	config := a.fetch(t, dir, time.Now()).Config()
	leaf := inUse(t, config)
	if err := leaf.VerifyHostname("localhost"); err != nil || a.kept.GetCertificateBySerial(leaf.SerialNumber) == nil {
		t.Errorf("not the authority's: %v", err)
	}
	if config.MinVersion != tls.VersionTLS13 || !config.SessionTicketsDisabled {
		t.Error("not as strict as with another certificate")
	}
	again, err := certs.Config(t.Context(), a.source, dir, time.Now)
	if err != nil || !inUse(t, again).Equal(leaf) {
		t.Errorf("a second start fetched another certificate: %v", err)
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 2 {
		t.Fatalf("%v %v", files, err)
	}
	for _, f := range files {
		if info, err := f.Info(); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("%s can be read by others: %v", f.Name(), err)
		}
		if strings.Contains(readAll(t, filepath.Join(dir, f.Name())), "example.org") {
			t.Errorf("%s holds the address", f.Name())
		}
	}
}

func TestACertificateIsRenewedForAnotherKeyWhileTheServerListens(t *testing.T) {
	a, dir := newAuthority(t), t.TempDir()
	f := a.fetch(t, dir, time.Now())
	config := f.Config()
	a.serve(t, config)
	first := inUse(t, config)
	for _, c := range []struct {
		at      time.Duration
		renewed bool
	}{{0, false}, {lasts / 3, false}, {lasts * 3 / 4, true}} {
		if err := f.Renew(t.Context(), time.Now().Add(c.at)); err != nil {
			t.Fatal(err)
		}
		if inUse(t, config).Equal(first) == c.renewed {
			t.Errorf("after %v: renewed is not %v", c.at, c.renewed)
		}
	}
	next := inUse(t, config)
	if slices.Equal(next.RawSubjectPublicKeyInfo, first.RawSubjectPublicKeyInfo) {
		t.Error("it has the former key")
	}
	if !inUse(t, a.fetch(t, dir, time.Now()).Config()).Equal(next) {
		t.Error("the next start does not know the renewed one")
	}
}

func TestTheAuthorityMayHaveACertificateRenewedEarly(t *testing.T) {
	a := newAuthority(t)
	f := a.fetch(t, t.TempDir(), time.Now())
	config := f.Config()
	a.serve(t, config)
	first := inUse(t, config)
	window := `{"suggestedWindow":{"start":"2020-01-01T00:00:00Z","end":"2020-01-02T00:00:00Z"}}`
	if err := a.kept.SetARIResponse(first.SerialNumber, window); err != nil {
		t.Fatal(err)
	}
	if err := f.Renew(t.Context(), time.Now()); err != nil || inUse(t, config).Equal(first) {
		t.Errorf("it was not renewed: %v", err)
	}
}

func TestACertificateOfOtherYearsOrNamesIsFetchedAnew(t *testing.T) {
	t.Setenv("PEBBLE_VA_ALWAYS_VALID", "1") // the other name leads nowhere
	a, dir := newAuthority(t), t.TempDir()
	first := inUse(t, a.fetch(t, dir, time.Now()).Config())
	later := inUse(t, a.fetch(t, dir, time.Now().Add(lasts+time.Hour)).Config())
	if later.Equal(first) {
		t.Error("one that is not valid any more is shown")
	}
	a.source.ACMEDomain = "talk.example.org"
	other, err := certs.InUse(t.Context(), a.fetch(t, dir, time.Now()).Config(), "talk.example.org")
	if err != nil || other.Equal(later) {
		t.Errorf("another domain's is shown: %v", err)
	}
}

func TestOnlyWhoAsksForTheDomainIsShownItsCertificate(t *testing.T) {
	config := newAuthority(t).fetch(t, t.TempDir(), time.Now()).Config()
	for _, name := range []string{"", "127.0.0.1", "other.example.org"} {
		if leaf, err := certs.InUse(t.Context(), config, name); err == nil {
			t.Errorf("%q is shown %v", name, leaf.DNSNames)
		}
	}
}

// What fails is said, and the certificate that there is stays in use.
func TestARenewalThatFailsLeavesTheCertificateInUse(t *testing.T) {
	a := newAuthority(t)
	f := a.fetch(t, t.TempDir(), time.Now())
	first := inUse(t, f.Config()) // nothing listens: the authority finds nobody
	if err := f.Renew(t.Context(), time.Now().Add(lasts*3/4)); err == nil || !inUse(t, f.Config()).Equal(first) {
		t.Errorf("%v", err)
	}
	if _, err := certs.Fetch(t.Context(), certs.Source{ACMEDomain: "localhost", ACMEDirectory: "http://" + a.source.Listen, Listen: a.source.Listen}, t.TempDir(), time.Now()); err == nil || !strings.Contains(err.Error(), "port 443") {
		t.Errorf("without an authority: %v", err)
	}
}

func TestACertificateFileThatWasAlteredIsNamed(t *testing.T) {
	a, dir := newAuthority(t), t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, certs.FetchedCertificate), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := certs.Fetch(t.Context(), a.source, dir, time.Now()); err == nil || !strings.Contains(err.Error(), "move it away") {
		t.Errorf("%v", err)
	}
}
