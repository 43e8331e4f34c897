package served_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"alcove/internal/served"
	"alcove/internal/webapp"
)

// serve starts the real client's handler behind whatever the operator put before it.
func serve(t *testing.T, change func(http.Handler) http.Handler) (served.Subject, webapp.Release) {
	t.Helper()
	known, err := webapp.ReadRelease()
	if err != nil {
		t.Skip("the web client is not built in")
	}
	client, err := webapp.New(func(context.Context) string { return "Practice at the Lake" })
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(change(webapp.SecureHeaders(client)))
	s.EnableHTTP2 = true
	s.StartTLS()
	t.Cleanup(s.Close)
	address, err := url.Parse(s.URL)
	if err != nil {
		t.Fatal(err)
	}
	return served.Subject{URL: address, TLS: &tls.Config{InsecureSkipVerify: true}, Known: known}, known
}

func honest(h http.Handler) http.Handler { return h }

func TestWhatWasBuiltHereIsServed(t *testing.T) {
	s, known := serve(t, honest)
	r, err := served.Examine(t.Context(), s)
	if err != nil || !r.Holds() || !r.Same || r.Answers < 3*len(known.Files) {
		t.Fatalf("%v %+v", err, r)
	}
}

// rewriting changes what is answered, after it was told by whom and where.
func rewriting(change func(*http.Request, *httptest.ResponseRecorder) []byte) func(http.Handler) http.Handler {
	return func(next http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			inner := httptest.NewRecorder()
			next.ServeHTTP(inner, r)
			body := change(r, inner)
			for name, values := range inner.Header() {
				w.Header()[name] = values
			}
			w.WriteHeader(inner.Code)
			_, _ = w.Write(body)
		})
	}
}

func TestOneByteIsFound(t *testing.T) {
	_, known := serve(t, honest)
	script := ""
	for path := range known.Files {
		if strings.HasSuffix(path, ".js") && strings.HasPrefix(path, "/assets/app/main") {
			script = path
		}
	}
	flip := func(at string, when func(*http.Request) bool) func(http.Handler) http.Handler {
		return rewriting(func(r *http.Request, w *httptest.ResponseRecorder) []byte {
			body := bytes.Clone(w.Body.Bytes())
			if r.URL.Path == at && when(r) {
				body[len(body)/2] ^= 1
			}
			return body
		})
	}
	always := func(*http.Request) bool { return true }
	accepts := func(coding string) func(*http.Request) bool {
		return func(r *http.Request) bool { return r.Header.Get("Accept-Encoding") == coding }
	}
	for name, operator := range map[string]func(http.Handler) http.Handler{
		"a script":                      flip(script, always),
		"a script as brotli alone":      flip(script, accepts("br")),
		"a script as gzip alone":        flip(script, accepts("gzip")),
		"a script as it is alone":       flip(script, accepts("")),
		"the page":                      flip("/app", always),
		"the page elsewhere":            flip("/app/conversations", always),
		"the page for who reads Arabic": flip("/app", func(r *http.Request) bool { return r.Header.Get("Accept-Language") == "ar" }),
		"the service worker":            flip("/service_worker.js", always),
	} {
		s, _ := serve(t, operator)
		r, err := served.Examine(t.Context(), s)
		if err != nil || r.Holds() || len(r.Differs) == 0 {
			t.Errorf("%s: %v %v", name, err, r.Differs)
		}
	}
}

func TestAnotherReleaseIsToldAsOne(t *testing.T) {
	s, _ := serve(t, rewriting(func(r *http.Request, w *httptest.ResponseRecorder) []byte {
		if r.URL.Path != "/release.txt" {
			return w.Body.Bytes()
		}
		return []byte(strings.Replace(w.Body.String(), "/service_worker.js sha384-", "/assets/app/zzz.js sha384-", 1))
	}))
	r, err := served.Examine(t.Context(), s)
	if err != nil || r.Same {
		t.Fatal(err, r.Same)
	}
	s, _ = serve(t, rewriting(func(r *http.Request, w *httptest.ResponseRecorder) []byte {
		if r.URL.Path == "/release.txt" {
			return []byte("none of your business")
		}
		return w.Body.Bytes()
	}))
	if _, err := served.Examine(t.Context(), s); err != served.ErrNoRelease {
		t.Fatal(err)
	}
}

func TestAPageThatMayRunMoreIsFound(t *testing.T) {
	for name, change := range map[string]func(http.Header){
		"no policy":        func(h http.Header) { h.Del("Content-Security-Policy") },
		"an unsafe policy": func(h http.Header) { h.Set("Content-Security-Policy", "default-src 'self' 'unsafe-inline'") },
		"another place": func(h http.Header) {
			h.Set("Content-Security-Policy", strings.Replace(h.Get("Content-Security-Policy"), "connect-src 'self'", "connect-src 'self' https://elsewhere.example", 1))
		},
		"no integrity":     func(h http.Header) { h.Del("Integrity-Policy") },
		"an opened window": func(h http.Header) { h.Set("Cross-Origin-Opener-Policy", "unsafe-none") },
	} {
		s, _ := serve(t, rewriting(func(r *http.Request, w *httptest.ResponseRecorder) []byte {
			if r.URL.Path == "/app" {
				change(w.Header())
			}
			return w.Body.Bytes()
		}))
		r, err := served.Examine(t.Context(), s)
		if err != nil || r.Holds() || len(r.Headers) == 0 {
			t.Errorf("%s: %v %v", name, err, r.Headers)
		}
	}
}
