package nodes

import (
	"bytes"
	"crypto/tls"
	"encoding/pem"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/jwt/v2"
	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nkeys"

	"alcove/internal/certs"
	"alcove/internal/linking"
	"alcove/internal/relay"
)

// said is a log that can be read while it is written.
type said struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (s *said) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.Write(b)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// overTLS gives NATS a certificate that nobody knows, and the file by which a node trusts it.
func overTLS(t *testing.T) (config *tls.Config, ca string) {
	t.Helper()
	own, err := certs.MakeOwn(t.TempDir(), time.Now())
	if err != nil {
		t.Fatal(err)
	}
	config = own.Config()
	shown, err := config.GetCertificate(nil)
	if err != nil {
		t.Fatal(err)
	}
	ca = filepath.Join(t.TempDir(), "ca.pem")
	text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: shown.Certificate[0]})
	if err := os.WriteFile(ca, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return &tls.Config{Certificates: []tls.Certificate{*shown}, MinVersion: tls.VersionTLS13}, ca
}

// port of a NATS server, whose certificate is for localhost.
func portOf(s *server.Server) string {
	_, port, _ := net.SplitHostPort(s.Addr().String())
	return port
}

// refusedNode is one that NATS does not let in: it serves all the same, and its log names
// the kind of trouble and nothing of where, who and by what.
func refusedNode(t *testing.T, c Config, kind string, secrets ...string) {
	t.Helper()
	log := &said{}
	n := &node{mailboxes: linking.New(time.Now)}
	c.Secret, c.Hub, c.Encode, c.Mailboxes, c.Notices = secret, relay.New(), encoded, n.mailboxes, n
	c.Steady, c.Log = time.Now, slog.New(slog.NewJSONHandler(log, nil))
	link, err := Connect(c)
	if err != nil {
		fmt.Fprintln(log, err)
	} else {
		t.Cleanup(link.Close)
		eventually(t, "the log says why: "+kind, func() bool { return strings.Contains(log.String(), kind) })
		if link.Up() {
			t.Error("it is in")
		}
	}
	for _, s := range append(secrets, "127.0.0.1", "localhost", "intruder") {
		if strings.Contains(log.String(), s) {
			t.Errorf("%q is in the log: %s", s, log)
		}
	}
	if !strings.Contains(log.String(), kind) {
		t.Errorf("the log does not say %q: %s", kind, log)
	}
}

// As the operations guide has it: a user with a password, over TLS with a certificate of one's own.
func TestNodesMeetOverTLSByAPassword(t *testing.T) {
	config, ca := overTLS(t)
	s := runNATSWith(t, &server.Options{Username: "alcove", Password: "only for nodes", TLS: true, TLSConfig: config})
	at := "localhost:" + portOf(s)
	right := Config{URL: "tls://alcove:only%20for%20nodes@" + at, CAs: ca, Secret: secret}
	a, b := startNode(t, right), startNode(t, right)
	together(t, a, b)
	e := b.listen(t, ada, 1)
	say(a, ada, 0, 1)
	eventually(t, "a hint arrives", func() bool { return len(e.heard()) == 1 })
	if sent, received := a.Stats(), b.Stats(); sent.Sent == 0 || received.Received == 0 || sent.Dropped != 0 {
		t.Errorf("told %+v, heard %+v", sent, received)
	}

	refusedNode(t, Config{URL: "tls://intruder:a%20guess@" + at, CAs: ca}, "nats: authorization violation", "guess", portOf(s))
	refusedNode(t, Config{URL: "tls://alcove:only%20for%20nodes@" + at}, "its certificate is not one", "only for nodes", "only%20for", portOf(s))
}

// And by a credentials file: a JWT that an account signed, and the NKey that it is for.
func TestNodesMeetOverTLSByCredentials(t *testing.T) {
	config, ca := overTLS(t)
	operator, account := newKey(t, nkeys.CreateOperator), newKey(t, nkeys.CreateAccount)
	claims := jwt.NewAccountClaims(public(t, account))
	signed, err := claims.Encode(operator)
	if err != nil {
		t.Fatal(err)
	}
	known := &server.MemAccResolver{}
	if err := known.Store(public(t, account), signed); err != nil {
		t.Fatal(err)
	}
	s := runNATSWith(t, &server.Options{TrustedKeys: []string{public(t, operator)}, AccountResolver: known, TLS: true, TLSConfig: config})
	right := Config{URL: "tls://localhost:" + portOf(s), CAs: ca, Secret: secret, Credentials: credentials(t, account)}
	a, b := startNode(t, right), startNode(t, right)
	together(t, a, b)
	e := b.listen(t, ada, 1)
	say(a, ada, 0, 1)
	eventually(t, "a hint arrives", func() bool { return len(e.heard()) == 1 })

	stranger := right
	stranger.Credentials = credentials(t, newKey(t, nkeys.CreateAccount))
	refusedNode(t, stranger, "nats: authorization violation", stranger.Credentials, portOf(s))
	absent := right
	absent.Credentials = filepath.Join(t.TempDir(), "intruder.creds")
	refusedNode(t, absent, "the file of credentials: it is not there", absent.Credentials, portOf(s))
}

func newKey(t *testing.T, make func() (nkeys.KeyPair, error)) nkeys.KeyPair {
	t.Helper()
	key, err := make()
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func public(t *testing.T, key nkeys.KeyPair) string {
	t.Helper()
	text, err := key.PublicKey()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// credentials is a file as `nsc generate creds` makes it, of a user of the account.
func credentials(t *testing.T, account nkeys.KeyPair) string {
	t.Helper()
	user := newKey(t, nkeys.CreateUser)
	claims := jwt.NewUserClaims(public(t, user))
	claims.Permissions.Pub.Allow.Add("alcove.>")
	claims.Permissions.Sub.Allow.Add("alcove.>")
	signed, err := claims.Encode(account)
	if err != nil {
		t.Fatal(err)
	}
	seed, err := user.Seed()
	if err != nil {
		t.Fatal(err)
	}
	text, err := jwt.FormatUserConfig(signed, seed)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "node.creds")
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
