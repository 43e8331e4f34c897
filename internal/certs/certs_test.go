package certs_test

import (
	"crypto/tls"
	"os"
	"path/filepath"
	"testing"
	"time"

	"alcove/internal/certs"
)

// shown is the certificate of a server that makes its own.
func shown(t *testing.T, c *tls.Config) *tls.Certificate {
	t.Helper()
	cert, err := c.GetCertificate(nil)
	if err != nil {
		t.Fatal(err)
	}
	return cert
}

func TestAServersOwnCertificateIsExchangedWhileItIsShown(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tls")
	own, err := certs.MakeOwn(dir, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	config := own.Config()
	first, key := shown(t, config), readAll(t, filepath.Join(dir, "key.pem"))
	if err := own.Exchange(time.Now()); err != nil {
		t.Fatal(err)
	}
	next, err := certs.InUse(t.Context(), config, "localhost")
	if err != nil || next.Equal(first.Leaf) {
		t.Errorf("the former certificate is shown: %v", err)
	}
	if readAll(t, filepath.Join(dir, "key.pem")) == key {
		t.Error("the former key is kept")
	}
	// As when the process ends in between: there is a key, and no certificate.
	if err := os.Remove(filepath.Join(dir, "cert.pem")); err != nil {
		t.Fatal(err)
	}
	again, err := certs.MakeOwn(dir, time.Now())
	if err != nil || shown(t, again.Config()).Leaf.Equal(next) {
		t.Errorf("no other certificate: %v", err)
	}
}

func readAll(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestSelfSignedIsMadeOnceAndIsPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tls")
	first, err := certs.Config(t.Context(), certs.Source{}, dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	second, err := certs.Config(t.Context(), certs.Source{}, dir, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	if !shown(t, first).Leaf.Equal(shown(t, second).Leaf) {
		t.Error("a second start made another certificate")
	}
	if first.MinVersion != tls.VersionTLS13 {
		t.Error("TLS below 1.3 is allowed")
	}
	if err := shown(t, first).Leaf.VerifyHostname("localhost"); err != nil {
		t.Error(err)
	}
	info, err := os.Stat(filepath.Join(dir, "key.pem"))
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("the key can be read by others: %v", info.Mode())
	}
}

// A first start by a clock that was years ahead, or behind, is mended by the next one.
func TestACertificateOfOtherYearsIsMadeAnew(t *testing.T) {
	for _, years := range []int{10, -10} {
		dir, now := t.TempDir(), time.Now()
		if _, err := certs.Config(t.Context(), certs.Source{}, dir, func() time.Time { return now.AddDate(years, 0, 0) }); err != nil {
			t.Fatal(err)
		}
		mended, err := certs.Config(t.Context(), certs.Source{}, dir, func() time.Time { return now })
		if err != nil {
			t.Fatal(err)
		}
		if leaf := shown(t, mended).Leaf; leaf.NotBefore.After(now) || leaf.NotAfter.Before(now) {
			t.Errorf("%d years: valid from %v to %v", years, leaf.NotBefore, leaf.NotAfter)
		}
	}
}

func TestAMissingCertificateIsNamed(t *testing.T) {
	if _, err := certs.Config(t.Context(), certs.Source{CertFile: "absent.pem", KeyFile: "absent.key"}, t.TempDir(), time.Now); err == nil {
		t.Error("no error for a certificate that is not there")
	}
}
