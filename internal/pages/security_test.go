package pages_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"alcove/internal/disclosure"
	"alcove/internal/pages"
)

// facts are of a server that has everything, and words as hostile as words can be.
func facts() disclosure.Facts {
	return disclosure.Facts{
		TLS: disclosure.TLS{Versions: []string{"TLS 1.3"}, CipherSuites: []string{"TLS_AES_128_GCM_SHA256"}, KeyExchanges: []string{"X25519MLKEM768", "x25519"}},
		Certificate: &disclosure.Certificate{
			Issuer: disclosure.Authority, IssuedBy: hostile, ValidUntil: "2027-02-03", SHA256: strings.Repeat("0a1f", 16),
		},
		Encryption: disclosure.Encryption{Conversations: "MLS_256_XWING_AES256GCM_SHA512_Ed25519", Rooms: "MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519"},
		Headers:    map[string]map[string]string{"pages": {"X-Frame-Options": "DENY"}, "app": {"Content-Security-Policy": hostile}, "login_worker": {"X-Frame-Options": "DENY"}},
		KeyLog: disclosure.KeyLog{
			Key: "talk.example.org/log+0a1b2c3d+" + strings.Repeat("k", 44), Size: 4711, Root: strings.Repeat("d3", 32), Checkpoint: "talk.example.org/log\n4711\n", Witnesses: []string{"witness.example.org+01020304+" + strings.Repeat("w", 44)},
		},
		Store:     disclosure.SQLite,
		Backup:    disclosure.Backup{MadeBy: disclosure.Alcove, Last: "2026-11-25"},
		Retention: disclosure.Retention{LastRun: "2026-11-26", EveryMinutes: 7},
		Build:     disclosure.Build{Revision: "4f620f2", Modified: true, Date: "2026-11-24", Go: "go9.9", Binary: strings.Repeat("b1", 32), WebManifest: strings.Repeat("c2", 32)},
		Report:    disclosure.Report{Contact: []string{}},
	}
}

func told(f disclosure.Facts) func(context.Context) (disclosure.Facts, error) {
	return func(context.Context) (disclosure.Facts, error) { return f, nil }
}

// direct is a request as a browser sends it that connects to talk.example.org.
func direct(path string) *http.Request {
	r := httptest.NewRequest(http.MethodGet, "https://talk.example.org"+path, nil)
	r.TLS = &tls.ConnectionState{Version: tls.VersionTLS13, CipherSuite: tls.TLS_AES_256_GCM_SHA384, CurveID: tls.X25519MLKEM768, ServerName: "talk.example.org"}
	return r
}

func answer(t *testing.T, f disclosure.Facts, r *http.Request) *httptest.ResponseRecorder {
	t.Helper()
	site := siteOf(ready())
	site.Facts = told(f)
	w := httptest.NewRecorder()
	pages.New(site).ServeHTTP(w, r)
	return w
}

func words(t *testing.T, f disclosure.Facts, r *http.Request) string {
	t.Helper()
	w := answer(t, f, r)
	if w.Code != http.StatusOK {
		t.Fatal(w.Code, w.Body)
	}
	return strings.Join(strings.Fields(w.Body.String()), " ")
}

func expect(t *testing.T, body string, present bool, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if strings.Contains(body, text) != present {
			t.Errorf("%q: there is %v, want %v", text, !present, present)
		}
	}
}

func TestThePageSaysWhatTheServerDoes(t *testing.T) {
	body := words(t, facts(), direct("/security?lang=en"))
	expect(t, body, true,
		">TLS 1.3</code> <code dir=\"ltr\" translate=\"no\">TLS_AES_256_GCM_SHA384</code>", "TLS_AES_128_GCM_SHA256", "X25519MLKEM768", ">x25519<",
		"3 February 2027", "0A:1F:0A:1F", "MLS_256_XWING_AES256GCM_SHA512_Ed25519", "with X-Wing, AES-256-GCM, SHA-512, Ed25519, which joins",
		"Made on 25 November 2026", "Last done on 26 November 2026", "every 7 minutes", "4f620f2", "24 November 2026. Built from sources that differ", "go9.9",
		strings.Repeat("b1", 32), strings.Repeat("c2", 32), "openssl s_client -connect talk.example.org:443 -servername talk.example.org",
		"curl -sI https://talk.example.org/app", "has not named an address", ">4711<", strings.Repeat("d3", 32), "talk.example.org/log&#43;0a1b2c3d", "witness.example.org&#43;01020304")
	for _, lang := range pages.Languages {
		expect(t, words(t, facts(), direct("/security?lang="+lang)), false, "{tls}", "{suite}", "{date}", "{minutes}", "{name}", "{connection}", "<script", "<img src=x", "ZgotmplZ")
	}
}

// Were the server another one, the pages would say other things: nothing that can be
// asked of it stands in their texts.
func TestNoFactIsWrittenIntoTheTexts(t *testing.T) {
	f := facts()
	f.TLS = disclosure.TLS{Versions: []string{"TLS 8.8", "TLS 9.9"}, CipherSuites: []string{"SUITE_8", "SUITE_9"}, KeyExchanges: []string{"EXCHANGE_8", "EXCHANGE_9"}}
	f.Encryption = disclosure.Encryption{Conversations: "MLS_999_OTHER_SUITE", Rooms: "MLS_998_THIRD_SUITE"}
	f.Headers = map[string]map[string]string{"pages": {"Header-One": "value one"}, "app": {"Header-Two": "value two"}, "login_worker": {"Header-Three": "value three"}}
	r := func(path string) *http.Request {
		r := direct(path)
		r.TLS.Version, r.TLS.CipherSuite, r.TLS.CurveID = 0x0999, 0x9999, 9999
		return r
	}
	for _, lang := range pages.Languages {
		body := words(t, f, r("/security?lang="+lang))
		for _, told := range slices.Concat(f.TLS.Versions, f.TLS.CipherSuites, f.TLS.KeyExchanges, []string{"OTHER, SUITE", "MLS_999_OTHER_SUITE", "THIRD, SUITE", "MLS_998_THIRD_SUITE", "Header-One", "value two", "Header-Three", "0x0999", "0x9999", "9999"}) {
			if !strings.Contains(body, told) {
				t.Errorf("%s: %q is not told", lang, told)
			}
		}
		for _, path := range []string{"/security", "/getting-started", "/", "/security.json"} {
			expect(t, words(t, f, r(path+"?lang="+lang)), false, "TLS 1.", "X-Wing", "XWING", "AES", "Ed25519", "X25519", "MLKEM", "ML-KEM", "Content-Security-Policy")
		}
	}
}

func TestWhatIsNotThereIsSaidPlainly(t *testing.T) {
	f := facts()
	f.Backup.Last, f.Retention.LastRun, f.Build.Revision = "", "", ""
	f.Certificate.Issuer, f.Certificate.IssuedBy = disclosure.SelfSigned, ""
	body := words(t, f, direct("/security?lang=en"))
	expect(t, body, true, "None has been made yet", "Not done yet since this server was started", "Not recorded in this build", "The server made it itself", "curl -sIk ")
	expect(t, body, false, "Made on", "Last done on", "git checkout")
}

// severalServers are those of a practice that keeps its data in PostgreSQL.
func severalServers() disclosure.Facts {
	f := facts()
	f.Store, f.Nodes, f.Backup = disclosure.Postgres, true, disclosure.Backup{MadeBy: disclosure.Others}
	return f
}

// What holds only with SQLite and one server is not said where there is something else.
func TestThePageSaysWhatAnotherDatabaseAndSeveralServersChange(t *testing.T) {
	one, several := direct("/security?lang=en"), direct("/security?lang=en")
	changed := []string{"does not know when", "From the log of PostgreSQL", "Exact times only where", "does keep times in its log", "how much they tell each other", "runs several servers"}
	expect(t, words(t, severalServers(), several), true, changed...)
	expect(t, words(t, severalServers(), several), false, "None has been made yet", "Made on")
	expect(t, words(t, facts(), one), false, changed...)
	for _, lang := range pages.Languages {
		expect(t, words(t, severalServers(), direct("/security?lang="+lang)), true, "PostgreSQL", "https://talk.example.org")
		expect(t, words(t, facts(), direct("/security/sweep?lang="+lang)), true, "SQLite", "PostgreSQL")
	}
}

// Behind a proxy the certificate that a visitor is shown is not ours: nothing is
// said about it, and nothing of ours either.
func TestAConnectionThatEndsElsewhereIsNotTakenForOurs(t *testing.T) {
	plain := direct("/security?lang=en")
	plain.TLS = nil
	forwarded := direct("/security?lang=en")
	forwarded.Header.Set("X-Forwarded-For", "203.0.113.7")
	inspected := direct("/security?lang=en")
	inspected.Header.Set("Via", "1.1 gateway")
	another := direct("/security?lang=en")
	another.TLS.ServerName = "internal.example"
	unnamed := direct("/security?lang=en")
	unnamed.TLS.ServerName = ""
	for name, r := range map[string]*http.Request{"plain": plain, "forwarded": forwarded, "inspected": inspected, "asked for another": another, "asked for none": unnamed} {
		body := words(t, facts(), r)
		expect(t, body, true, "it passes another computer", "not this server’s. We can say nothing", "TLS_AES_128_GCM_SHA256")
		expect(t, body, false, "0A:1F", "TLS_AES_256_GCM_SHA384", "203.0.113.7", "gateway", "internal.example")
		for path, said := range map[string]string{"/?lang=en": "another computer", "/getting-started?lang=en": "another computer"} {
			r := r.Clone(r.Context())
			r.URL.Path, r.URL.RawQuery, _ = strings.Cut(path, "?")
			if !strings.Contains(words(t, facts(), r), said) {
				t.Errorf("%s: %s does not say so", name, path)
			}
		}
	}
	byAddress := direct("/security?lang=en")
	byAddress.Host, byAddress.TLS.ServerName = "[2001:db8::1]:8443", "" // browsers ask for no address
	expect(t, words(t, facts(), byAddress), true, "0A:1F", "openssl s_client -connect [2001:db8::1]:8443 -servername 2001:db8::1")
}

func TestHomeAndGettingStartedSpeakOfTheSameConnection(t *testing.T) {
	for _, path := range []string{"/?lang=en", "/getting-started?lang=en", "/security?lang=en"} {
		expect(t, words(t, facts(), direct(path)), true, "Right now it uses TLS 1.3, with keys agreed in a way that is meant to withstand quantum computers")
		classic := direct(path)
		classic.TLS.CurveID, classic.TLS.Version = tls.X25519, tls.VersionTLS12
		body := words(t, facts(), classic)
		expect(t, body, true, "Right now it uses TLS 1.2.")
		expect(t, body, false, "withstand")
	}
}

// What a visitor is told to paste into a shell holds nothing that a link could have put there.
func TestAHostThatIsNoneIsNotPutIntoCommands(t *testing.T) {
	for _, host := range []string{"x;rm -rf ~", "$(id)", "a b", "talk.example.org:99999999", "`id`"} {
		r := direct("/security?lang=en")
		r.Host = host
		body := words(t, facts(), r)
		expect(t, body, false, "rm -rf", "$(id)", "`id`", "99999999")
		expect(t, body, true, "openssl s_client -connect talk.example.org:443")
	}
}

func TestTheJSONFollowsItsSchema(t *testing.T) {
	published := answer(t, facts(), direct("/security.schema.json"))
	if got := published.Header().Get("Content-Type"); got != "application/schema+json" {
		t.Error(got)
	}
	document, err := jsonschema.UnmarshalJSON(published.Body)
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	if err := compiler.AddResource("security.schema.json", document); err != nil {
		t.Fatal(err)
	}
	schema, err := compiler.Compile("security.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	bare := facts()
	bare.Backup.Last, bare.Retention.LastRun, bare.Build.Revision, bare.Build.Date = "", "", "", ""
	bare.Certificate.Issuer, bare.Certificate.IssuedBy, bare.Report.Contact = disclosure.SelfSigned, "", []string{"mailto:a@example.org"}
	for name, c := range map[string]struct {
		facts disclosure.Facts
		r     *http.Request
	}{
		"several servers": {severalServers(), direct("/security.json?lang=fr")},
		"whole":           {facts(), direct("/security.json")}, "bare": {bare, direct("/security.json?lang=ar")},
		"behind a proxy": {facts(), httptest.NewRequest(http.MethodGet, "/security.json", nil)},
	} {
		w := answer(t, c.facts, c.r)
		if w.Header().Get("Content-Type") != "application/json" || w.Header().Get("Cache-Control") != "no-store" {
			t.Error(name, w.Header())
		}
		told, err := jsonschema.UnmarshalJSON(bytes.NewReader(w.Body.Bytes()))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := schema.Validate(told); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		// And it refuses what is missing anything that it promises.
		for field := range told.(map[string]any) {
			var less map[string]any
			if err := json.Unmarshal(w.Body.Bytes(), &less); err != nil {
				t.Fatal(err)
			}
			delete(less, field)
			if schema.Validate(less) == nil {
				t.Errorf("the schema does not ask for %s", field)
			}
		}
	}
}

func TestTheJSONSpeaksEnglishUnlessAsked(t *testing.T) {
	for path, want := range map[string]string{"/security.json": "Somebody listening", "/security.json?lang=de": "Jemand, der das Netz"} {
		r := direct(path)
		r.Header.Set("Accept-Language", "fr")
		expect(t, words(t, facts(), r), true, want)
	}
}
