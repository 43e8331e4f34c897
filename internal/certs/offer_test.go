package certs_test

import (
	"crypto/tls"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"alcove/internal/certs"
)

func config(t *testing.T) *tls.Config {
	t.Helper()
	c, err := certs.Config(t.Context(), certs.Source{}, filepath.Join(t.TempDir(), "tls"), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAServerIsAskedWhatItAgreesTo(t *testing.T) {
	o, err := certs.Ask(t.Context(), config(t), "localhost")
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(o.Versions, []uint16{tls.VersionTLS13}) || !slices.Contains(o.KeyExchanges, tls.X25519MLKEM768) || slices.Contains(o.CipherSuites, tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256) {
		t.Errorf("%+v", o)
	}
	laxer := config(t)
	laxer.MinVersion, laxer.CurvePreferences = tls.VersionTLS12, []tls.CurveID{tls.CurveP384}
	if o, err = certs.Ask(t.Context(), laxer, "localhost"); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(o.Versions, []uint16{tls.VersionTLS12, tls.VersionTLS13}) || !slices.Equal(o.KeyExchanges, []tls.CurveID{tls.CurveP384}) || !slices.Contains(o.CipherSuites, tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256) {
		t.Errorf("one that allows more: %+v", o)
	}
	if _, err := certs.Ask(t.Context(), &tls.Config{}, "localhost"); err == nil {
		t.Error("a server without a certificate agrees to something")
	}
}

// A certificate can be renewed while the server runs: what is told is what is shown now.
func TestTheCertificateInUseIsTheOneThatIsShown(t *testing.T) {
	first, second := shown(t, config(t)), shown(t, config(t))
	now := first
	renewed := &tls.Config{GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return now, nil }}
	for _, want := range []*tls.Certificate{first, second} {
		now = want
		got, err := certs.InUse(t.Context(), renewed, "localhost")
		if err != nil || !got.Equal(want.Leaf) {
			t.Errorf("%v %v", got, err)
		}
	}
}
