// Package pages renders what everybody may read: what this is, how it protects,
// who works here, whom to call in a crisis.
//
// The pages are plain HTML made on the server. They need no script, set no cookie
// and remember nobody: the language is in the address (?lang=) or in what the
// browser asks for. All words stand in locales/*.json; what a practice or a
// practitioner wrote is escaped by html/template and never trusted as markup.
// Colours, sizes and rhythm come from assets/tokens.css, which the app shares.
package pages

import (
	"context"
	"encoding/hex"
	"log/slog"
	"net/http"
	"strings"
	"time"

	"alcove/internal/account"
	"alcove/internal/disclosure"
	"alcove/internal/fault"
	"alcove/internal/practice"
)

// Source is what the pages show. *practice.Service is one.
type Source interface {
	Settings(ctx context.Context) (practice.Settings, error)
	Published(ctx context.Context, f practice.Filter) ([]practice.Profile, error)
	// PublishedProfile and Photo fail with practice.ErrNotFound for what is not public.
	PublishedProfile(ctx context.Context, id account.ID) (practice.Profile, error)
	Photo(ctx context.Context, id account.ID) ([]byte, error)
}

// Site is what the pages are made from.
type Site struct {
	Practice  Source
	Inventory disclosure.Inventory
	Policies  Policies
	Surveys   Surveys
	// Facts asks the running server about its own security.
	Facts func(context.Context) (disclosure.Facts, error)
	Host  string // by which browsers are meant to reach the server, with its port if need be
	Clock func() time.Time
	Log   *slog.Logger
}

type site struct{ Site }

// New returns the handler of all public pages and of /assets/pages/. Unknown
// paths get a page that says so. Security headers are the caller's.
func New(made Site) http.Handler {
	s := &site{made}
	mux := http.NewServeMux()
	for path, name := range map[string]string{
		"/{$}": "home", "/getting-started": "getting-started", "/crisis": "crisis",
		"/contact": "contact",
	} {
		mux.HandleFunc("GET "+path, func(w http.ResponseWriter, r *http.Request) { s.page(w, r, name, nil) })
	}
	mux.HandleFunc("GET /privacy/data", func(w http.ResponseWriter, r *http.Request) { s.page(w, r, "data", s.Inventory) })
	mux.HandleFunc("GET /security", s.factsPage("security"))
	mux.HandleFunc("GET /security/sweep", func(w http.ResponseWriter, r *http.Request) { s.page(w, r, "sweep", swept) })
	mux.HandleFunc("GET /log", s.factsPage("log"))
	mux.HandleFunc("GET /privacy", s.privacy)
	mux.HandleFunc("GET /privacy/{number}", s.privacy)
	mux.HandleFunc("GET /privacy/changes", s.privacyChanges)
	mux.HandleFunc("GET /privacy.json", s.privacyJSON)
	mux.HandleFunc("GET /security.json", s.securityJSON)
	mux.HandleFunc("GET /security.schema.json", securitySchema)
	mux.HandleFunc("GET /.well-known/security.txt", s.securityTxt)
	mux.HandleFunc("GET /inventory.json", s.serveInventory)
	mux.HandleFunc("GET /practitioners", s.directory)
	mux.HandleFunc("GET /practitioners/{id}", s.profile)
	mux.HandleFunc("GET /practitioners/{id}/photo", s.photo)
	mux.HandleFunc("GET /surveys/{id}", s.surveyPage)
	mux.HandleFunc("GET /assets/pages/{file}", serveAsset)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) {
		r.SetPathValue("file", "favicon.svg")
		serveAsset(w, r)
	})
	mux.HandleFunc("GET /robots.txt", robots)
	mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) { s.notFound(w, r) })
	return mux
}

// robots lets the practice be found, but not its practitioners by name: whom one
// may turn to is for those who look here. Results of a survey are for who has the link.
func robots(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write([]byte("User-agent: *\nDisallow: /app\nDisallow: /practitioners/\nDisallow: /surveys/\n"))
}

func (s *site) directory(w http.ResponseWriter, r *http.Request) {
	// The policy for all pages forbids forms to be sent anywhere; the filter of this
	// one is sent to this very page.
	if policy := w.Header().Get("Content-Security-Policy"); policy != "" {
		w.Header().Set("Content-Security-Policy", strings.Replace(policy, "form-action 'none'", "form-action 'self'", 1))
	}
	q := r.URL.Query()
	f := practice.Filter{Language: q.Get("language"), Speciality: q.Get("speciality"), AcceptingOnly: q.Get("accepting") != ""}
	if len(f.Language) > 35 {
		f.Language = ""
	}
	all, err := s.Practice.Published(r.Context(), practice.Filter{})
	if err != nil {
		s.failed(w, r, err)
		return
	}
	found, err := s.Practice.Published(r.Context(), f)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	s.page(w, r, "practitioners", directoryData{
		Filter: f, Found: found, Languages: spoken(all), Specialities: named(all), Any: len(all) > 0,
	})
}

// profileID reads the hexadecimal account id of a path.
func profileID(r *http.Request) (id account.ID, ok bool) {
	raw := r.PathValue("id")
	if len(raw) != hex.EncodedLen(len(id)) || strings.ToLower(raw) != raw {
		return id, false
	}
	_, err := hex.Decode(id[:], []byte(raw))
	return id, err == nil
}

func (s *site) profile(w http.ResponseWriter, r *http.Request) {
	id, ok := profileID(r)
	if !ok {
		s.notFound(w, r)
		return
	}
	p, err := s.Practice.PublishedProfile(r.Context(), id)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	s.page(w, r, "profile", p)
}

func (s *site) photo(w http.ResponseWriter, r *http.Request) {
	id, ok := profileID(r)
	if !ok {
		s.notFound(w, r)
		return
	}
	jpeg, err := s.Practice.Photo(r.Context(), id)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "image/jpeg")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(jpeg)
}

// failed answers an error with the page that fits it.
func (s *site) failed(w http.ResponseWriter, r *http.Request, err error) {
	if missing(err) {
		s.notFound(w, r)
		return
	}
	if r.Context().Err() == nil {
		s.Log.Error("page failed", "code", fault.Of(err).Code, "cause", err)
	}
	s.render(w, r, http.StatusInternalServerError, "failed", practice.Settings{}, nil)
}

func (s *site) notFound(w http.ResponseWriter, r *http.Request) {
	settings, err := s.Practice.Settings(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	s.render(w, r, http.StatusNotFound, "not-found", settings, nil)
}

func (s *site) page(w http.ResponseWriter, r *http.Request, name string, data any) {
	settings, err := s.Practice.Settings(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	s.render(w, r, http.StatusOK, name, settings, data)
}
