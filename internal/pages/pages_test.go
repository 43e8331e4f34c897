package pages_test

import (
	"compress/gzip"
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/disclosure"
	"alcove/internal/pages"
	"alcove/internal/practice"
)

const hostile = `<script>alert(1)</script>"><img src=x onerror=alert(1)> {{.}}`

// inventory is as short as one can be: of each entry something.
var inventory = func() disclosure.Inventory {
	all := slices.Clone(twoItems)
	for _, e := range disclosure.Entries {
		if len(twoItems.Of(e.ID)) == 0 {
			all = append(all, disclosure.Item{Kind: disclosure.Column, Name: "thing_of." + e.ID, Entry: e.ID, Form: disclosure.Clear, Holds: "something"})
		}
	}
	return all
}()

var twoItems = disclosure.Inventory{
	{Kind: disclosure.Column, Name: "account.id", Entry: "account", Form: disclosure.Clear, Holds: "whose it is"},
	{Kind: disclosure.Column, Name: "session.token_hash", Entry: "session", Form: disclosure.Hash, Holds: "of the token"},
}

// source is a practice in memory; its text is as hostile as text can be.
type source struct {
	settings practice.Settings
	profiles []practice.Profile
	err      error
}

func (s source) Settings(context.Context) (practice.Settings, error) { return s.settings, s.err }

func (s source) Published(_ context.Context, f practice.Filter) ([]practice.Profile, error) {
	return slices.DeleteFunc(slices.Clone(s.profiles), func(p practice.Profile) bool {
		return f.AcceptingOnly && !p.Accepting || f.Speciality != "" && !slices.Contains(p.Specialities, f.Speciality)
	}), s.err
}

func (s source) PublishedProfile(_ context.Context, id account.ID) (practice.Profile, error) {
	for _, p := range s.profiles {
		if p.AccountID == id {
			return p, s.err
		}
	}
	return practice.Profile{}, practice.ErrNotFound
}

func (s source) Photo(_ context.Context, id account.ID) ([]byte, error) {
	if id != (account.ID{1}) {
		return nil, practice.ErrNotFound
	}
	return []byte("\xff\xd8jpeg"), s.err
}

func profile(id byte, name string, accepting bool, specialities ...string) practice.Profile {
	return practice.Profile{
		AccountID: account.ID{id}, HasPhoto: id == 1, Published: true, CredentialsConfirmed: true,
		Draft: practice.Draft{
			DisplayName: name, Languages: []string{"de-AT", "ar"}, Specialities: specialities, About: hostile, Modality: hostile, Accepting: accepting,
			Credential: practice.Credential{Profession: hostile, RegistrationBody: hostile, RegistrationNumber: hostile},
		},
		Availability: practice.Availability{Hours: hostile, AwayUntil: "2026-12-31", Urgent: hostile},
		Consent: &practice.ConsentText{Version: 3, Language: "de", Credentials: hostile, RisksAndBenefits: hostile,
			LimitsOfConfidentiality: hostile, ResponseTimes: hostile, TechnologyFailure: hostile, Emergencies: hostile, Fees: hostile, RecordKeeping: hostile},
	}
}

func ready() source {
	return source{
		settings: practice.Settings{Name: hostile, Languages: []string{"de", "en"}, ContactEmail: "a@example.org", ContactPhone: "+49 30 1",
			ContactAddress: hostile, Jurisdiction: "DE", EmergencyNumber: "112", SetUp: true,
			CrisisLines: []practice.CrisisLine{
				{Name: hostile, Number: "116 123", Hours: hostile, URL: "javascript:alert(1)"},
				{Name: "Web only", URL: "https://help.example"},
				{Name: "Write", Number: "85258", Hours: "24/7", URL: "sms:85258?body=SHOUT"},
			}},
		profiles: []practice.Profile{profile(1, "Anna "+hostile, true, practice.Specialities...), profile(2, "Ben", false, "grief")},
	}
}

func get(t *testing.T, s pages.Source, path string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(http.MethodGet, path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	pages.New(siteOf(s)).ServeHTTP(w, r)
	return w
}

// siteOf is a site whose server has facts, and nobody to tell of a weakness.
func siteOf(s pages.Source) pages.Site {
	return pages.Site{
		Practice: s, Inventory: inventory, Policies: policiesOf(s, inventory), Surveys: surveys{}, Facts: told(facts()), Host: "talk.example.org",
		Clock: func() time.Time { return time.Date(2026, 11, 26, 18, 30, 0, 0, time.UTC) }, Log: slog.New(slog.DiscardHandler),
	}
}

const (
	anna = "/practitioners/01000000000000000000000000000000"
	ben  = "/practitioners/02000000000000000000000000000000"
)

var paths = []string{"/", "/getting-started", "/practitioners", "/practitioners?speciality=work&accepting=1", "/practitioners?speciality=none",
	anna, ben, "/crisis", "/contact", "/privacy", "/privacy/data", "/security", "/security/sweep", "/log", asked, unpublished, "/no/such/page"}

// quoted values are emptied first: what stands inside one is text.
var (
	quoted           = regexp.MustCompile(`"[^"]*"`)
	handlerAttribute = regexp.MustCompile(`(?i)<[^>]*\s(on[a-z]+|style)\s*=`)
)

func TestEveryPageInEveryLanguage(t *testing.T) {
	states := map[string]source{"ready": ready(), "before set-up": {}}
	for state, s := range states {
		for _, lang := range pages.Languages {
			for _, path := range paths {
				t.Run(state+" "+lang+" "+path, func(t *testing.T) {
					separator := "?"
					if strings.Contains(path, "?") {
						separator = "&"
					}
					w := get(t, s, path+separator+"lang="+lang)
					body := w.Body.String()
					missing := path == "/no/such/page" || state != "ready" && (path == anna || path == ben)
					if want := map[bool]int{false: 200, true: 404}[missing]; w.Code != want {
						t.Fatalf("status %d, want %d\n%s", w.Code, want, body)
					}
					for what, re := range map[string]string{
						"title": `<title>[^<]+ · [^<]+</title>`, "description": `<meta name="description" content="[^"]{30,}">`,
						"language": `<html lang="` + lang + `"`, "heading": `<h1>[^<]+</h1>`,
						"skip link": `class="skip" href="#main"`, "crisis link": `class="strip-crisis" href="/crisis\?lang=` + lang,
						"way out": `href="https://www.wikipedia.org/" rel="noreferrer"`, "other language": `hreflang="de"`,
					} {
						if n := len(regexp.MustCompile(re).FindAllString(body, -1)); n != 1 {
							t.Errorf("%s: found %d times, want once", what, n)
						}
					}
					if m := handlerAttribute.FindString(quoted.ReplaceAllString(body, `""`)); m != "" {
						t.Errorf("inline handler or style: %s", m)
					}
					for _, bad := range []string{"<script", "<style", "javascript:", "ZgotmplZ", "<img src=x", "http-equiv"} {
						if strings.Contains(body, bad) {
							t.Errorf("holds %q", bad)
						}
					}
					if w.Header().Get("Set-Cookie") != "" || w.Header().Get("Cache-Control") != "no-store" {
						t.Error("a page sets a cookie or may be kept")
					}
				})
			}
		}
	}
}

// Whatever looks encoded is text as well: it is shown as it was typed, letter by letter.
func TestWhatLooksEncodedIsNotDecodedAgain(t *testing.T) {
	const typed, shown = `&lt;i&gt; %3Ci%3E \u003ci\u003e`, `&amp;lt;i&amp;gt; %3Ci%3E \u003ci\u003e`
	s := ready()
	s.settings.Name = typed
	for _, path := range []string{"/", "/contact", anna, "/no/such/page"} {
		body := get(t, s, path+"?lang=en").Body.String()
		if !strings.Contains(body, shown) || strings.Contains(body, "&lt;i&gt;") || strings.Contains(body, "<i>") {
			t.Errorf("%s shows something else than %s", path, typed)
		}
	}
	if w := get(t, s, "/%25%32%66contact"); w.Code != 404 {
		t.Errorf("an address was decoded twice: %d", w.Code)
	}
}

func TestEveryPageIsDescribedInItsOwnWords(t *testing.T) {
	seen := map[string]string{}
	for _, lang := range pages.Languages {
		for _, path := range []string{"/", "/getting-started", "/practitioners", anna, ben, "/crisis", "/contact", "/privacy", "/privacy/data", "/security", "/security/sweep", "/log", asked, "/no/such/page"} {
			body := get(t, ready(), path+"?lang="+lang).Body.String()
			description := regexp.MustCompile(`<meta name="description" content="([^"]*)">`).FindStringSubmatch(body)
			if description == nil {
				t.Fatalf("%s: not described", path)
			}
			if other := seen[description[1]]; other != "" {
				t.Errorf("%s in %s is described as %s", path, lang, other)
			}
			seen[description[1]] = path + " in " + lang
		}
	}
}

func TestTextIsCompressedForWhoeverAcceptsIt(t *testing.T) {
	for path, vary := range map[string]string{
		"/": "Accept-Language, Accept-Encoding", "/practitioners?accepting=1": "Accept-Language, Accept-Encoding", anna: "Accept-Language, Accept-Encoding",
		"/no/such/page": "Accept-Language, Accept-Encoding", "/assets/pages/pages.css": "Accept-Encoding", "/assets/pages/favicon.svg": "Accept-Encoding",
	} {
		plain := get(t, ready(), path)
		small := get(t, ready(), path, "Accept-Encoding", "br, gzip;q=0.5")
		if plain.Header().Get("Content-Encoding") != "" || small.Header().Get("Content-Encoding") != "gzip" {
			t.Fatalf("%s: %v, %v", path, plain.Header(), small.Header())
		}
		if small.Body.Len() >= plain.Body.Len() {
			t.Errorf("%s: %d of %d bytes", path, small.Body.Len(), plain.Body.Len())
		}
		r, err := gzip.NewReader(small.Body)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if text, err := io.ReadAll(r); err != nil || string(text) != plain.Body.String() {
			t.Errorf("%s: comes out as another text: %v", path, err)
		}
		for _, w := range []*httptest.ResponseRecorder{plain, small} {
			if w.Header().Get("Vary") != vary || w.Code != plain.Code || w.Header().Get("Content-Type") != plain.Header().Get("Content-Type") {
				t.Errorf("%s: %d %v", path, w.Code, w.Header())
			}
		}
		if w := get(t, ready(), path, "Accept-Encoding", "gzip;q=0"); w.Header().Get("Content-Encoding") != "" {
			t.Errorf("%s: compressed for somebody who forbids it", path)
		}
	}
	if w := get(t, ready(), anna+"/photo", "Accept-Encoding", "gzip"); w.Code != 200 || w.Header().Get("Content-Encoding") != "" {
		t.Errorf("the photograph: %d %v", w.Code, w.Header())
	}
}

func TestDirectoryFilters(t *testing.T) {
	for query, want := range map[string][2]bool{
		"": {true, true}, "?accepting=1": {true, false}, "?speciality=grief": {true, true}, "?speciality=sleep": {true, false},
	} {
		body := get(t, ready(), "/practitioners"+query).Body.String()
		if got := [2]bool{strings.Contains(body, anna), strings.Contains(body, ben)}; got != want {
			t.Errorf("%q shows %v, want %v", query, got, want)
		}
	}
	if body := get(t, ready(), "/practitioners?speciality=sleep&lang=en").Body.String(); !strings.Contains(body, `value="sleep" selected`) {
		t.Error("the filter forgets what was chosen")
	}
	if body := get(t, ready(), "/practitioners?speciality=none&lang=en").Body.String(); !strings.Contains(body, "Nobody matches") {
		t.Error("no empty state")
	}
	if body := get(t, source{}, "/practitioners?lang=en").Body.String(); !strings.Contains(body, "Nobody is listed here yet") {
		t.Error("no empty state of an empty practice")
	}
}

func TestTheFilterFormMayBeSentUnderThePolicy(t *testing.T) {
	secure := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; form-action 'none'; base-uri 'none'")
		pages.New(siteOf(ready())).ServeHTTP(w, r)
	})
	for path, want := range map[string]string{"/practitioners": "form-action 'self'", "/": "form-action 'none'"} {
		w := httptest.NewRecorder()
		secure.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		if !strings.Contains(w.Header().Get("Content-Security-Policy"), want) {
			t.Errorf("%s: %s", path, w.Header().Get("Content-Security-Policy"))
		}
	}
}

func TestLanguageIsChosenFromAddressThenBrowserThenPractice(t *testing.T) {
	for _, c := range []struct{ query, header, want string }{
		{"?lang=en", "de", "en"}, {"", "de-AT,de;q=0.9,en;q=0.5", "de"}, {"", "en-GB", "en"},
		{"", "", "de"}, {"", "ja", "de"}, {"?lang=xx", "en", "en"}, {"", strings.Repeat("a,", 5000), "de"},
	} {
		if got := get(t, ready(), "/"+c.query, "Accept-Language", c.header).Header().Get("Content-Language"); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

func TestCrisisNumbersAreOneTapAway(t *testing.T) {
	body := get(t, ready(), "/crisis").Body.String()
	for _, href := range []string{`href="tel:112"`, `href="tel:116123"`, `href="https://help.example"`, `href="sms:85258?body=SHOUT"`} {
		if !strings.Contains(body, href) {
			t.Errorf("no %s", href)
		}
	}
	before := get(t, source{}, "/crisis?lang=de").Body.String()
	for _, want := range []string{"Deutschland", "Österreich", `href="tel:08001110111"`, `href="tel:999"`} {
		if !strings.Contains(before, want) {
			t.Errorf("before set-up: no %s", want)
		}
	}
}

func TestStartLinkOnlyWhereNewClientsAreTaken(t *testing.T) {
	const start = "/app/start/"
	if !strings.Contains(get(t, ready(), anna).Body.String(), start+"01000000000000000000000000000000") || strings.Contains(get(t, ready(), ben).Body.String(), start) {
		t.Error("start link does not follow whether clients are taken")
	}
}

func TestPhotoAndOtherFiles(t *testing.T) {
	if w := get(t, ready(), anna+"/photo"); w.Code != 200 || w.Header().Get("Content-Type") != "image/jpeg" {
		t.Error(w.Code, w.Header())
	}
	for path, want := range map[string]int{
		ben + "/photo": 404, "/practitioners/zz/photo": 404, "/practitioners/" + strings.Repeat("A", 32): 404, "/practitioners/zz": 404,
		"/robots.txt": 200, "/favicon.ico": 200, "/assets/pages/tokens.css": 200, "/assets/pages/parts.css": 200, "/assets/pages/pages.css": 200, "/assets/pages/nope.css": 404,
		"/assets/pages/..%2fpages.go": 404,
	} {
		if w := get(t, ready(), path); w.Code != want {
			t.Errorf("%s: %d, want %d", path, w.Code, want)
		}
	}
}

func TestAFailureHasAPageAndTellsNothing(t *testing.T) {
	s := ready()
	s.err = errors.New("disk at /secret/place failed")
	for _, path := range []string{"/", "/practitioners", anna, anna + "/photo", "/nope"} {
		w := get(t, s, path)
		if w.Code != 500 || strings.Contains(w.Body.String(), "secret") || !strings.Contains(w.Body.String(), "<h1>") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}

// Among words from right to left, groups of digits would change places.
func TestNumbersToDialKeepTheirDirection(t *testing.T) {
	body := get(t, source{}, "/crisis?lang=ar").Body.String()
	for _, want := range []string{`<html lang="ar" dir="rtl">`, `<bdi dir="ltr">0800 111 0 111</bdi>`, `<bdi dir="ltr">112</bdi>`} {
		if !strings.Contains(body, want) {
			t.Errorf("no %s", want)
		}
	}
}
