package webapp

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image/png"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func built() fstest.MapFS {
	return fstest.MapFS{
		"manifest.json":     {Data: []byte(`{"importMap":"bWFw","loginWorker":"opaque-1.js","words":{"ar":"words-ar-1.js","de":"words-de-1.js"},"files":{"main-1.js":"sha384-a","opaque-1.js":"sha384-b","main-1.css":"sha384-c","words-de-1.js":"sha384-d","words-ar-1.js":"sha384-e"}}`)},
		"index.html":        {Data: []byte("<!doctype html>app")},
		"main-1.js":         {Data: []byte("plain")},
		"main-1.js.br":      {Data: []byte("brotli")},
		"main-1.js.gz":      {Data: []byte("gzip")},
		"main-1.css":        {Data: []byte("body{}")},
		"opaque-1.js":       {Data: []byte("wasm")},
		"service_worker.js": {Data: []byte("keeps")},
		"secret.txt":        {Data: []byte("not in the manifest")},
	}
}

func get(t *testing.T, path string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	app, err := newApp(built(), func(context.Context) string { return "Practice at the Lake" })
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodGet, "https://localhost"+path, nil)
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	SecureHeaders(app).ServeHTTP(w, r)
	return w
}

func TestEveryAddressOfTheAppIsTheSameDocumentUnderItsPolicy(t *testing.T) {
	for _, path := range []string{"/app", "/app/", "/app/conversations/abc", "/app/setup"} {
		w := get(t, path)
		if w.Code != http.StatusOK || w.Body.String() != "<!doctype html>app" {
			t.Errorf("%s: %d %q", path, w.Code, w.Body)
		}
		want := "default-src 'none'; script-src 'self' 'sha256-bWFw'; style-src 'self'; img-src 'self' blob: data:; " +
			"media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; " +
			"form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types app-worker"
		if got := w.Header().Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: policy %q", path, got)
		}
		if got := w.Header().Get("Integrity-Policy"); got != "blocked-destinations=(script)" {
			t.Errorf("%s: integrity policy %q", path, got)
		}
	}
}

func TestABrowserIsToldWhichWordsItWillNeed(t *testing.T) {
	for _, c := range []struct{ path, header, want string }{
		{"/app", "de-AT,de;q=0.9,en;q=0.8", "</assets/app/words-de-1.js>; rel=modulepreload; integrity=\"sha384-d\""},
		{"/app/log-in?lang=ar", "de", "</assets/app/words-ar-1.js>; rel=modulepreload; integrity=\"sha384-e\""},
		{"/app?lang=tlh", "de", ""},
		{"/app", "ja,de;q=0.5", ""},
		{"/app", "", ""},
		{"/app", ";;;", ""},
		{"/app", strings.Repeat("de,", 1000), ""},
	} {
		h := get(t, c.path, "Accept-Language", c.header).Header()
		if got := h.Get("Link"); got != c.want {
			t.Errorf("%s for %.20q: %q, not %q", c.path, c.header, got, c.want)
		}
		if h.Get("Vary") != "Accept-Language" {
			t.Errorf("%s: varies by %q", c.path, h.Get("Vary"))
		}
	}
}

func TestEveryResponseCarriesTheCommonHeaders(t *testing.T) {
	for _, path := range []string{"/app", "/assets/app/main-1.js", "/assets/app/opaque-1.js", "/assets/app/none.js"} {
		h := get(t, path).Header()
		for name, value := range map[string]string{
			"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp",
			"Cross-Origin-Resource-Policy": "same-origin", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		} {
			if h.Get(name) != value {
				t.Errorf("%s: %s is %q", path, name, h.Get(name))
			}
		}
		if len(h.Values("Set-Cookie")) != 0 {
			t.Errorf("%s sets a cookie", path)
		}
	}
}

func TestOnlyTheAppsPageMayAskForTheMicrophone(t *testing.T) {
	for path, allowed := range map[string]bool{"/app": true, "/app/conversations/abc": true, "/assets/app/main-1.js": false, "/assets/app/none.js": false} {
		policy := get(t, path).Header().Get("Permissions-Policy")
		if strings.Contains(policy, "microphone=(self)") != allowed || !allowed && !strings.Contains(policy, "microphone=()") {
			t.Errorf("%s: %q", path, policy)
		}
		if !strings.Contains(policy, "camera=()") || !strings.Contains(policy, "geolocation=()") {
			t.Errorf("%s: %q", path, policy)
		}
	}
}

func TestOnlyTheLoginWorkerMayCompileWebAssembly(t *testing.T) {
	for path, allowed := range map[string]bool{"/app": false, "/assets/app/main-1.js": false, "/assets/app/opaque-1.js": true} {
		policy := get(t, path).Header().Get("Content-Security-Policy")
		if strings.Contains(policy, "wasm-unsafe-eval") != allowed {
			t.Errorf("%s: %q", path, policy)
		}
		if strings.Contains(policy, "'unsafe-") {
			t.Errorf("%s: %q", path, policy)
		}
	}
}

func TestFilesComeCompressedAsTheBrowserAccepts(t *testing.T) {
	for accepted, want := range map[string]string{"gzip, br": "brotli", "gzip": "gzip", "": "plain", "br;q=0, gzip": "gzip"} {
		w := get(t, "/assets/app/main-1.js", "Accept-Encoding", accepted)
		if w.Body.String() != want {
			t.Errorf("%q: %q", accepted, w.Body)
		}
		if got := w.Header().Get("Content-Type"); got != "text/javascript; charset=utf-8" {
			t.Errorf("type %q", got)
		}
		if !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Error("a hashed file may be kept for ever")
		}
	}
	if got := get(t, "/assets/app/main-1.css").Header().Get("Content-Type"); got != "text/css; charset=utf-8" {
		t.Errorf("type %q", got)
	}
}

func TestWhatTheBuildDoesNotNameIsNotServed(t *testing.T) {
	for _, path := range []string{"/assets/app/secret.txt", "/assets/app/manifest.json", "/assets/app/main-1.js.br", "/assets/app/"} {
		if w := get(t, path); w.Code != http.StatusNotFound {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
}

func TestABinaryWithoutTheClientSaysSo(t *testing.T) {
	if _, err := newApp(fstest.MapFS{}, nil); err == nil || !strings.Contains(err.Error(), "make web") {
		t.Errorf("got %v", err)
	}
}

func TestAnInstalledAppIsCalledByThePracticeOrAsTheWindowIs(t *testing.T) {
	for path, want := range map[string]struct{ id, name, short, icon string }{
		"/app.webmanifest":              {"/app", "Practice at the Lake", "Practice", "icon-own-"},
		"/app.webmanifest?called=Notes": {"/app?called", "Notes", "Notes", "icon-plain-"},
	} {
		w := get(t, path)
		var m installed
		if err := json.Unmarshal(w.Body.Bytes(), &m); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		if m.ID != want.id || m.Name != want.name || m.ShortName != want.short || m.StartURL != "/app" || m.Display != "standalone" || len(m.Icons) != 4 {
			t.Errorf("%s: %+v", path, m)
		}
		for _, icon := range m.Icons {
			picture, err := png.Decode(bytes.NewReader(get(t, icon.Src).Body.Bytes()))
			if err != nil || !strings.Contains(icon.Src, want.icon) {
				t.Fatalf("%s: %v", icon.Src, err)
			}
			if size := fmt.Sprintf("%dx%d", picture.Bounds().Dx(), picture.Bounds().Dy()); size != icon.Sizes {
				t.Errorf("%s has %s", icon.Src, size)
			}
		}
	}
	for _, called := range []string{strings.Repeat("x", 61), "a%0Ab", "%ff"} {
		if w := get(t, "/app.webmanifest?called="+called); w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d", called, w.Code)
		}
	}
}

func TestTheServiceWorkerIsAskedForAnewAndLoadsNothingElse(t *testing.T) {
	h := get(t, "/service_worker.js").Header()
	if h.Get("Cache-Control") != "no-cache" || h.Get("Content-Security-Policy") != "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'" || h.Get("Content-Type") != "text/javascript; charset=utf-8" {
		t.Errorf("%v", h)
	}
}
