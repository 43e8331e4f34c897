package mailer_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-sasl"
	"github.com/emersion/go-smtp"

	"alcove/internal/mailer"
)

// mailServer is a real SMTP server on loopback that keeps what it takes.
type mailServer struct {
	mu      sync.Mutex
	mails   []delivered
	refuse  error         // what it answers to a recipient
	slow    chan struct{} // greets nobody until it is closed
	options mailer.SMTP
}

type delivered struct{ from, to, data string }

const user, password = "office", "a long password"

// startMailServer serves with implicit TLS, STARTTLS or none, and wants a log-in with TLS.
func startMailServer(t *testing.T, mode string) *mailServer {
	t.Helper()
	m := &mailServer{}
	cert, ca := certificate(t)
	tlsConfig := &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	m.options = mailer.SMTP{
		Host: "127.0.0.1", Port: l.Addr().(*net.TCPAddr).Port, TLS: mode, From: "Practice <office@example.org>", Name: "talk.example.org", CAFile: ca,
	}
	s := smtp.NewServer(m)
	s.Domain = "mail.example.org"
	switch mode {
	case "implicit":
		l = tls.NewListener(l, tlsConfig)
	case "starttls":
		s.TLSConfig = tlsConfig
	case "none":
		s.AllowInsecureAuth = true
	}
	if mode != "none" {
		m.options.User, m.options.Password = user, password
	}
	s.ErrorLog = quiet{}
	go func() { _ = s.Serve(l) }()
	t.Cleanup(func() { _ = s.Close() })
	if err := m.options.Check(); err != nil {
		t.Fatal(err)
	}
	return m
}

type quiet struct{}

func (quiet) Printf(string, ...any) {}
func (quiet) Println(...any)        {}

func (m *mailServer) NewSession(c *smtp.Conn) (smtp.Session, error) {
	m.mu.Lock()
	slow := m.slow
	m.mu.Unlock()
	if slow != nil {
		<-slow
	}
	_, secured := c.TLSConnectionState()
	return &mailSession{server: m, authenticated: !secured}, nil
}

func (m *mailServer) taken() []delivered {
	m.mu.Lock()
	defer m.mu.Unlock()
	return append([]delivered(nil), m.mails...)
}

func (m *mailServer) answer(err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.refuse = err
}

type mailSession struct {
	server        *mailServer
	authenticated bool
	now           delivered
}

func (s *mailSession) AuthMechanisms() []string { return []string{sasl.Plain} }
func (s *mailSession) Auth(string) (sasl.Server, error) {
	return sasl.NewPlainServer(func(_, u, p string) error {
		if u != user || p != password {
			return errors.New("who are you?")
		}
		s.authenticated = true
		return nil
	}), nil
}
func (s *mailSession) Mail(from string, _ *smtp.MailOptions) error {
	if !s.authenticated {
		return smtp.ErrAuthRequired
	}
	s.now = delivered{from: from}
	return nil
}
func (s *mailSession) Rcpt(to string, _ *smtp.RcptOptions) error {
	s.server.mu.Lock()
	defer s.server.mu.Unlock()
	s.now.to = to
	return s.server.refuse
}
func (s *mailSession) Data(r io.Reader) error {
	data, err := io.ReadAll(r)
	s.now.data = string(data)
	s.server.mu.Lock()
	defer s.server.mu.Unlock()
	s.server.mails = append(s.server.mails, s.now)
	return err
}
func (s *mailSession) Reset()        {}
func (s *mailSession) Logout() error { return nil }

// certificate makes one for 127.0.0.1 and a file that says to trust it.
func certificate(t *testing.T) (tls.Certificate, string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "mail.example.org"}, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "ca.pem")
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, file
}

// header gives a header's value as it stands in a mail.
func (d delivered) header(name string) string {
	for line := range strings.SplitSeq(strings.ReplaceAll(d.data, "\r\n ", " "), "\r\n") {
		if value, ok := strings.CutPrefix(line, name+": "); ok {
			return value
		}
	}
	return ""
}
