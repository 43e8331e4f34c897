package main

import (
	"crypto/tls"
	"encoding/json"
	"io"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// send sends one request and gives what came back, whatever its status.
func (o outside) send(method, path, body string, header ...string) (*http.Response, string) {
	o.t.Helper()
	r, err := http.NewRequestWithContext(o.t.Context(), method, "https://"+o.address+path, strings.NewReader(body))
	if err != nil {
		o.t.Fatal(err)
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	client := http.Client{
		Transport:     &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	answer, err := client.Do(r)
	if err != nil {
		o.t.Fatal(err)
	}
	defer func() { _ = answer.Body.Close() }()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		o.t.Fatal(err)
	}
	return answer, string(text)
}

const getPractice = "/alcove.v1.PracticeService/GetPractice"

// kinds are requests of every kind that is answered: pages, the app and its files,
// facts, calls that work, are refused or are none, and what is not there.
var kinds = []struct{ method, path, contentType string }{
	{"GET", "/", ""}, {"GET", "/practitioners", ""}, {"GET", "/security", ""}, {"GET", "/security.json", ""}, {"GET", "/log", ""},
	{"GET", "/app", ""}, {"GET", "/app/settings", ""}, {"GET", "/app.webmanifest", ""}, {"GET", "/service_worker.js", ""},
	{"GET", "/assets/app/", ""}, {"GET", "/assets/app/none.js", ""}, {"GET", "/nothing", ""}, {"GET", "/.git/config", ""}, {"GET", "/metrics", ""},
	{"GET", "/events", ""}, {"POST", getPractice, "application/json"}, {"POST", getPractice, "text/plain"}, {"GET", getPractice, ""},
	{"POST", "/alcove.v1.AccountService/GetSession", "application/json"}, {"POST", "/alcove.v1.AccountService/None", "application/json"},
	{"POST", "/", ""}, {"DELETE", "/", ""}, {"TRACE", "/", ""},
}

func TestEveryAnswerKeepsBrowsersWithinBounds(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	for _, k := range kinds {
		answer, _ := o.send(k.method, k.path, "{}", "Content-Type", k.contentType, "Origin", "https://elsewhere.example")
		h, what := answer.Header, k.method+" "+k.path+" "+k.contentType
		policy := h.Get("Content-Security-Policy")
		for _, directive := range []string{"default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"} {
			if !strings.Contains(policy, directive) {
				t.Errorf("%s: no %s in %q", what, directive, policy)
			}
		}
		age, _ := strconv.Atoi(strings.TrimPrefix(h.Get("Strict-Transport-Security"), "max-age="))
		if age < 365*24*60*60 {
			t.Errorf("%s: strict transport for %d seconds", what, age)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Referrer-Policy") != "no-referrer" || h.Get("Cross-Origin-Resource-Policy") != "same-origin" {
			t.Errorf("%s: %v", what, h)
		}
		if h.Get("Access-Control-Allow-Origin") != "" || h.Get("Set-Cookie") != "" || h.Get("Server") != "" || h.Get("X-Powered-By") != "" {
			t.Errorf("%s: %v", what, h)
		}
		if h.Get("Cache-Control") == "" {
			t.Errorf("%s: does not say whether it may be kept", what)
		}
	}
}

func TestAnswersSayWhatTheyAre(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	for _, k := range kinds {
		answer, text := o.send(k.method, k.path, "{}", "Content-Type", k.contentType)
		if text == "" {
			continue
		}
		kind, parameters, err := mime.ParseMediaType(answer.Header.Get("Content-Type"))
		if err != nil {
			t.Errorf("%s %s: %q", k.method, k.path, answer.Header.Get("Content-Type"))
		}
		if strings.HasPrefix(kind, "text/") && !strings.EqualFold(parameters["charset"], "utf-8") {
			t.Errorf("%s %s: %s in %q", k.method, k.path, kind, parameters["charset"])
		}
		if json := strings.HasPrefix(text, "{") || strings.HasPrefix(text, "["); json != strings.HasSuffix(kind, "json") {
			t.Errorf("%s %s says it is %s: %.60q", k.method, k.path, kind, text)
		}
	}
}

func TestCallsAreTakenOnlyAsAnotherSitesPageCannotMakeThem(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	if answer, _ := o.send("POST", getPractice, "{}", "Content-Type", "application/json"); answer.StatusCode != http.StatusOK {
		t.Fatal(answer.Status)
	}
	// What a form or an image can send without asking beforehand (the Fetch standard's
	// safelisted types), and the calls by GET that the protocol would allow.
	for _, kind := range []string{"", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"} {
		if answer, _ := o.send("POST", getPractice, "{}", "Content-Type", kind); answer.StatusCode != http.StatusUnsupportedMediaType {
			t.Errorf("%q: %s", kind, answer.Status)
		}
	}
	for _, method := range []string{"GET", "HEAD", "OPTIONS", "PUT"} {
		if answer, _ := o.send(method, getPractice+"?encoding=json&connect=v1&message=%7B%7D", ""); answer.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s: %s", method, answer.Status)
		}
	}
	// A token is taken from its header alone.
	answer, _ := o.send("POST", "/alcove.v1.AccountService/GetSession?authorization=Bearer+x&access_token=x", "{}", "Content-Type", "application/json", "Cookie", "authorization=Bearer x")
	if answer.StatusCode != http.StatusUnauthorized {
		t.Error(answer.Status)
	}
}

func TestNothingIsShownThatIsNotMeantToBe(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	for _, path := range []string{
		"/assets/", "/assets/app/", "/assets/app/manifest.json", "/.git/HEAD", "/.svn/entries", "/alcove.db", "/server.key", "/app/../alcove.db", "/%2e%2e/alcove.db",
		"/metrics", "/healthz", "/readyz", "/debug/pprof/", "/debug/vars", "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
	} {
		if answer, text := o.send("GET", path, ""); answer.StatusCode == http.StatusOK && !strings.Contains(text, "<!doctype html>") {
			t.Errorf("%s: %.80q", path, text)
		} else if strings.Contains(text, "SQLite format") || strings.Contains(text, "<pre>\n<a href") {
			t.Errorf("%s shows files", path)
		}
	}
	for _, method := range []string{"TRACE", "CONNECT", "PROPFIND"} {
		answer, text := o.send(method, "/", "", "X-Marked", "echo-of-this")
		if answer.StatusCode < 400 || strings.Contains(text, "echo-of-this") {
			t.Errorf("%s: %s", method, answer.Status)
		}
	}
	// Without TLS nothing is served, and nobody is sent on.
	plain, err := http.Get("http://" + o.address + "/")
	if err == nil {
		_ = plain.Body.Close()
		if plain.StatusCode != http.StatusBadRequest || plain.Header.Get("Location") != "" {
			t.Error("without TLS:", plain.Status)
		}
	}
}

func TestNoBrowserIsKnownAgainByItsTLS(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	kept := tls.NewLRUClientSessionCache(8)
	for range 3 {
		c, err := o.dial(&tls.Config{ClientSessionCache: kept, NextProtos: []string{"http/1.1"}})
		if err != nil {
			t.Fatal(err)
		}
		// What the server sends after the handshake, a ticket for example, is read with its answer.
		if _, err := io.WriteString(c, "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(io.Discard, c); err != nil {
			t.Fatal(err)
		}
		if c.ConnectionState().DidResume {
			t.Error("the server knew this browser again")
		}
		_ = c.Close()
	}
}

func TestNobodyIsSentElsewhere(t *testing.T) {
	o, sent := outside{t, startServing(t, t.TempDir())}, 0
	for _, path := range []string{
		"/log", "//elsewhere.example", "//elsewhere.example/%2e%2e", "/app/..//elsewhere.example", "/\\elsewhere.example", "/practitioners/", "/assets", "/?lang=//elsewhere.example",
		"/mail/stop/x", "/app?to=https://elsewhere.example",
	} {
		answer, _ := o.send("GET", path, "", "Referer", "https://elsewhere.example/")
		to := answer.Header.Get("Location")
		if to == "" {
			continue
		}
		sent++
		if target, err := answer.Request.URL.Parse(to); err != nil || target.Host != o.address {
			t.Errorf("%s leads to %q", path, to)
		}
	}
	if sent == 0 {
		t.Error("nobody was sent anywhere")
	}
}

func TestCallsMayBeKeptByNobody(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	for _, procedure := range []string{getPractice, "/alcove.v1.AccountService/GetSession", "/alcove.v1.AccountService/GetVault", "/alcove.v1.StreamService/Read"} {
		answer, _ := o.send("POST", procedure, "{}", "Content-Type", "application/json")
		if got := answer.Header.Get("Cache-Control"); got != "no-store" {
			t.Errorf("%s: %q", procedure, got)
		}
	}
}

// Two who read one request to different ends could be made to take the rest for
// another's: so what can be read in two ways is read in none.
func TestARequestEndsInOnePlace(t *testing.T) {
	o := outside{t, startServing(t, t.TempDir())}
	const post = "POST " + getPractice + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
	for what, request := range map[string]string{
		"two lengths":          post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
		"a length with a sign": post + "Content-Length: +2\r\n\r\n{}",
		"an unknown encoding":  post + "Transfer-Encoding: xchunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
		"two encodings":        post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
		"a folded header":      post + "Content-Length:\r\n 2\r\nX\r\n\r\n{}",
		"space before a colon": post + "Content-Length : 2\r\n\r\n{}",
		"no host":              "GET / HTTP/1.1\r\n\r\n",
	} {
		c, err := o.dial(&tls.Config{NextProtos: []string{"http/1.1"}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(c, request+"GET /app HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		answer, err := io.ReadAll(c)
		_ = c.Close()
		if text := string(answer); err != nil || strings.Contains(text, "HTTP/1.1 200") || !strings.HasPrefix(text, "HTTP/1.1 4") && !strings.HasPrefix(text, "HTTP/1.1 501") {
			t.Errorf("%s: %.200q %v", what, text, err)
		}
	}
}

// One line is one entry, with its time and zone, whatever was asked.
func TestTheLogIsJSONLineByLine(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "log"))
	if err != nil {
		t.Fatal(err)
	}
	before := os.Stderr
	os.Stderr = file // from where the server takes it as it starts
	t.Cleanup(func() { os.Stderr = before; _ = file.Close() })
	t.Run("played", func(t *testing.T) {
		o := outside{t, startServing(t, t.TempDir())}
		for _, path := range []string{"/%0a%7b%22level%22:%22ERROR%22%7d", "/app?x=%0d%0aforged", "/practitioners/%00"} {
			o.send("GET", path, "", "User-Agent", "forged\tentry", "Referer", "https://forged.example")
		}
	})
	text, err := os.ReadFile(file.Name())
	if err != nil || len(text) == 0 {
		t.Fatalf("no log: %v", err)
	}
	for line := range strings.Lines(string(text)) {
		var entry struct{ Time, Level, Msg string }
		if err := json.Unmarshal([]byte(line), &entry); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if _, err := time.Parse(time.RFC3339Nano, entry.Time); err != nil || entry.Level == "" || entry.Msg == "" || strings.Contains(line, "forged") {
			t.Errorf("%q", line)
		}
	}
}
