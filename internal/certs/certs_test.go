package certs_test

import (
	"crypto/tls"
	"os"
	"path/filepath"
	"testing"
	"time"

	"alcove/internal/certs"
)

func TestSelfSignedIsMadeOnceAndIsPrivate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "tls")
	first, err := certs.Config(t.Context(), certs.Source{}, dir, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	second, err := certs.Config(t.Context(), certs.Source{}, dir, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if !first.Certificates[0].Leaf.Equal(second.Certificates[0].Leaf) {
		t.Error("a second start made another certificate")
	}
	if first.MinVersion != tls.VersionTLS13 {
		t.Error("TLS below 1.3 is allowed")
	}
	if err := first.Certificates[0].Leaf.VerifyHostname("localhost"); err != nil {
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
		if _, err := certs.Config(t.Context(), certs.Source{}, dir, now.AddDate(years, 0, 0)); err != nil {
			t.Fatal(err)
		}
		mended, err := certs.Config(t.Context(), certs.Source{}, dir, now)
		if err != nil {
			t.Fatal(err)
		}
		if leaf := mended.Certificates[0].Leaf; leaf.NotBefore.After(now) || leaf.NotAfter.Before(now) {
			t.Errorf("%d years: valid from %v to %v", years, leaf.NotBefore, leaf.NotAfter)
		}
	}
}

func TestAMissingCertificateIsNamed(t *testing.T) {
	if _, err := certs.Config(t.Context(), certs.Source{CertFile: "absent.pem", KeyFile: "absent.key"}, t.TempDir(), time.Now()); err == nil {
		t.Error("no error for a certificate that is not there")
	}
}
