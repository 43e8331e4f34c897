package webapp

import (
	"encoding/json"
	"io/fs"
	"net/http"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxNameLength bounds what an installed app may be called.
const maxNameLength = 60

// installed is the web app manifest (W3C "Web Application Manifest"): what the app
// is called and looks like where somebody installs it.
type installed struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	ShortName  string          `json:"short_name"`
	StartURL   string          `json:"start_url"`
	Scope      string          `json:"scope"`
	Display    string          `json:"display"`
	Theme      string          `json:"theme_color"`
	Background string          `json:"background_color"`
	Icons      []installedIcon `json:"icons"`
}

type installedIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// install answers the manifest: in the practice's name with its mark, or, when a
// window asks for ?called=Notes, in that name with a sheet of paper. The two are
// different apps to the browser, so that it never renames one to the other.
func (a *app) install(w http.ResponseWriter, r *http.Request) {
	m := installed{ID: "/app", StartURL: "/app", Scope: "/app", Display: "standalone", Theme: "#fbf7f0", Background: "#fbf7f0"}
	look := "own"
	if called := r.URL.Query().Get("called"); called != "" {
		if !fitting(called) {
			http.Error(w, "an app cannot be called that", http.StatusBadRequest)
			return
		}
		m.Name, m.ID, look = called, "/app?called", "plain"
	} else {
		m.Name = a.name(r.Context())
	}
	m.ShortName = short(m.Name)
	for _, size := range []string{"192", "512"} {
		src, sizes := "/assets/app/icon-"+look+"-"+size, size+"x"+size
		m.Icons = append(m.Icons, installedIcon{src + ".png", sizes, "image/png", "any"}, installedIcon{src + "-maskable.png", sizes, "image/png", "maskable"})
	}
	body, err := json.Marshal(m)
	if err != nil {
		http.Error(w, "the manifest could not be written", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/manifest+json")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(body)
}

// fitting refuses what no list of apps could show in a line.
func fitting(name string) bool {
	return utf8.ValidString(name) && utf8.RuneCountInString(name) <= maxNameLength && !strings.ContainsFunc(name, unicode.IsControl)
}

// short is for under an icon, where some twelve letters have room.
func short(name string) string {
	if utf8.RuneCountInString(name) <= 12 {
		return name
	}
	if first, _, several := strings.Cut(name, " "); several && utf8.RuneCountInString(first) >= 3 {
		return first
	}
	return name
}

// serviceWorker answers the worker that keeps the app on the device. It is the one
// script whose name stays: the browser asks for it anew to find a newer version.
// release answers the list of everything that this client is made of.
func (a *app) release(w http.ResponseWriter, _ *http.Request) {
	body, err := fs.ReadFile(a.files, "release.txt")
	if err != nil {
		http.Error(w, "the file could not be read", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(body)
}

func (a *app) serviceWorker(w http.ResponseWriter, _ *http.Request) {
	body, err := fs.ReadFile(a.files, "service_worker.js")
	if err != nil {
		http.Error(w, "the file could not be read", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'")
	h.Set("Cache-Control", "no-cache")
	h.Set("Content-Type", "text/javascript; charset=utf-8")
	_, _ = w.Write(body)
}
