package main

import (
	"bytes"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"alcove/internal/disclosure"
	"alcove/internal/pages"
)

// outside is somebody who looks at a server from outside, and trusts it in nothing.
type outside struct {
	t       *testing.T
	address string
}

func (o outside) dial(c *tls.Config) (*tls.Conn, error) {
	c.ServerName, c.InsecureSkipVerify = "localhost", true
	return tls.Dial("tcp", o.address, c)
}

func (o outside) get(path string, header ...string) *http.Response {
	o.t.Helper()
	_, port, _ := net.SplitHostPort(o.address)
	r, err := http.NewRequestWithContext(o.t.Context(), http.MethodGet, "https://localhost:"+port+path, nil)
	if err != nil {
		o.t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	client := http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true}}
	answer, err := client.Do(r)
	if err != nil {
		o.t.Fatal(err)
	}
	o.t.Cleanup(func() { _ = answer.Body.Close() })
	return answer
}

func (o outside) read(path string, header ...string) []byte {
	o.t.Helper()
	answer := o.get(path, header...)
	body, err := io.ReadAll(answer.Body)
	if err != nil || answer.StatusCode != http.StatusOK {
		o.t.Fatal(path, answer.Status, err)
	}
	return body
}

// said is what /security.json says, as somebody reads it who has only the schema.
type said struct {
	Connection struct {
		EndsHere    bool   `json:"ends_here"`
		Version     string `json:"version"`
		CipherSuite string `json:"cipher_suite"`
		KeyExchange string `json:"key_exchange"`
	} `json:"connection"`
	TLS         disclosure.TLS               `json:"tls"`
	Certificate *disclosure.Certificate      `json:"certificate"`
	Headers     map[string]map[string]string `json:"headers"`
	Backup      struct{ Last *string }       `json:"backup"`
	Retention   map[string]any               `json:"retention"`
	Build       map[string]any               `json:"build"`
	Report      disclosure.Report            `json:"report"`
	KeyLog      disclosure.KeyLog            `json:"key_log"`
}

func (o outside) ask(header ...string) (s said, raw []byte) {
	o.t.Helper()
	raw = o.read("/security.json", header...)
	if err := json.Unmarshal(raw, &s); err != nil {
		o.t.Fatal(err)
	}
	return s, raw
}

// What /security says of TLS is compared with what somebody finds out who connects.
func TestTheServerSaysOfItsTLSWhatIsSeenFromOutside(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	s, raw := o.ask()
	if s.Report.Contact == nil || s.KeyLog.Witnesses == nil {
		t.Errorf("where nobody was named, it says neither so nor who: %s", raw)
	}
	if s.KeyLog.Checkpoint != string(o.read("/log/checkpoint")) || !strings.Contains(string(o.read("/log")), s.KeyLog.Root) {
		t.Errorf("it says another key log than it shows: %v", s.KeyLog)
	}
	var versions, exchanges []string
	for _, v := range []uint16{tls.VersionTLS10, tls.VersionTLS11, tls.VersionTLS12, tls.VersionTLS13} {
		if c, err := o.dial(&tls.Config{MinVersion: v, MaxVersion: v}); err == nil {
			versions = append(versions, tls.VersionName(v))
			_ = c.Close()
		}
	}
	if !slices.Equal(versions, s.TLS.Versions) || !slices.Equal(versions, []string{"TLS 1.3"}) {
		t.Errorf("it speaks %q and says %q", versions, s.TLS.Versions)
	}
	for _, id := range []tls.CurveID{tls.CurveP256, tls.CurveP384, tls.CurveP521, tls.X25519, tls.SecP256r1MLKEM768, tls.X25519MLKEM768, tls.SecP384r1MLKEM1024} {
		c, err := o.dial(&tls.Config{CurvePreferences: []tls.CurveID{id}})
		if err != nil {
			continue
		}
		if c.ConnectionState().CurveID != id {
			t.Errorf("asked for %v, got %v", id, c.ConnectionState().CurveID)
		}
		exchanges = append(exchanges, disclosure.KeyExchangeName(id))
		_ = c.Close()
	}
	if !slices.Equal(slices.Sorted(slices.Values(exchanges)), slices.Sorted(slices.Values(s.TLS.KeyExchanges))) || !slices.Contains(exchanges, "X25519MLKEM768") {
		t.Errorf("it agrees to %q and says %q", exchanges, s.TLS.KeyExchanges)
	}
	c, err := o.dial(&tls.Config{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = c.Close() }()
	state := c.ConnectionState()
	leaf := state.PeerCertificates[0]
	sum := sha256.Sum256(leaf.Raw)
	want := disclosure.Certificate{Issuer: disclosure.SelfSigned, ValidUntil: disclosure.Day(leaf.NotAfter.UTC().Format(time.DateOnly)), SHA256: hex.EncodeToString(sum[:])}
	if s.Certificate == nil || *s.Certificate != want {
		t.Errorf("its certificate is %+v and it says %+v", want, s.Certificate)
	}
	if s.Connection.Version != tls.VersionName(state.Version) || s.Connection.CipherSuite != tls.CipherSuiteName(state.CipherSuite) ||
		s.Connection.KeyExchange != state.CurveID.String() || !slices.Contains(s.TLS.CipherSuites, s.Connection.CipherSuite) {
		t.Errorf("%+v, but the connection is %v, %v", s.Connection, tls.CipherSuiteName(state.CipherSuite), state.CurveID)
	}
	var pairs []string
	for pair := range slices.Chunk(sum[:], 1) {
		pairs = append(pairs, fmt.Sprintf("%X", pair))
	}
	for _, lang := range pages.Languages {
		page := string(o.read("/security?lang=" + lang))
		for _, text := range slices.Concat(versions, exchanges, s.TLS.CipherSuites, []string{strings.Join(pairs, ":"), leaf.NotAfter.UTC().Format("2006")}) {
			if !strings.Contains(page, text) {
				t.Errorf("%s: the page does not say %q", lang, text)
			}
		}
	}
	if proxied, _ := o.ask("Forwarded", "for=203.0.113.7"); proxied.Connection.EndsHere || proxied.Certificate != nil {
		t.Errorf("behind a proxy: %+v", proxied)
	}
}

// ordinary headers say what an answer is, not what a browser must not do.
var ordinary = []string{"Cache-Control", "Connection", "Content-Language", "Content-Length", "Content-Type", "Content-Encoding", "Date", "Link", "Vary"}

func TestTheServerSaysWhichHeadersItSends(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	s, _ := o.ask()
	worker := regexp.MustCompile(`/assets/app/opaque_worker-\w+\.js`).FindString(string(o.read("/service_worker.js")))
	for set, path := range map[string]string{"pages": "/security", "app": "/app", "login_worker": worker} {
		sent := map[string]string{}
		for name, values := range o.get(path).Header {
			if !slices.Contains(ordinary, name) {
				sent[name] = strings.Join(values, ", ")
			}
		}
		if !maps.Equal(sent, s.Headers[set]) {
			t.Errorf("%s: it sends %v\nand says %v", path, sent, s.Headers[set])
		}
	}
}

func TestTheServerSaysWhenItWasBackedUpAndForgot(t *testing.T) {
	data := t.TempDir()
	o := outside{t, startServing(t, data, "-security-contact", "security@example.org")}
	today := func() []string {
		now := time.Now().UTC()
		return []string{now.Add(-time.Hour).Format(time.DateOnly), now.Format(time.DateOnly)} // it may be midnight
	}
	s, _ := o.ask()
	if s.Backup.Last != nil || !strings.Contains(string(o.read("/security?lang=en")), "None has been made yet") {
		t.Error("a backup is told that was never made")
	}
	backUp(t, data)
	s, raw := o.ask()
	if s.Backup.Last == nil || !slices.Contains(today(), *s.Backup.Last) || strings.Contains(string(o.read("/security?lang=en")), "None has been made yet") {
		t.Errorf("the backup is not told: %s", raw)
	}
	for end := time.Now().Add(time.Minute); s.Retention["last_run"] == nil && time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		s, raw = o.ask()
	}
	if day, ok := s.Retention["last_run"].(string); !ok || !slices.Contains(today(), day) || s.Retention["every_minutes"] != sweepEvery.Minutes() {
		t.Errorf("the sweep is not told: %v", s.Retention)
	}
	if !slices.Equal(s.Report.Contact, []string{"mailto:security@example.org"}) || !strings.HasPrefix(string(o.read("/.well-known/security.txt")), "Contact: mailto:security@example.org\n") {
		t.Errorf("the contact is not told: %v", s.Report)
	}

	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	bytesOf, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%x", sha256.Sum256(bytesOf)); s.Build["binary_sha256"] != want {
		t.Errorf("it runs %s and says %v", want, s.Build)
	}

	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(o.read("/security.schema.json")))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	told, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(told); err != nil {
		t.Error(err)
	}
	// No path and no time of day.
	for _, text := range []string{string(raw), string(o.read("/security"))} {
		for _, secret := range []string{data, program, "alcove.db", time.Now().UTC().Format("T15:"), time.Now().UTC().Format(" 15:")} {
			if strings.Contains(text, secret) {
				t.Errorf("%q is told", secret)
			}
		}
	}
}
