// Package webapp delivers the web client: the built files, embedded in the
// binary, with the headers that keep anything else from running beside them.
//
// The build (scripts/build-web.mjs) leaves in dist/ the files, named by their
// content's hash and compressed beside, index.html, service_worker.js, and manifest.json, which
// says what each is: the hash of the import map that the policy allows, which
// script is the log-in worker, the only one that may compile WebAssembly, which
// holds the words of each language, and what conversations and rooms are encrypted
// with.
package webapp

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"

	"golang.org/x/text/language"

	"alcove/internal/coding"
)

//go:embed all:dist
var dist embed.FS

// manifest is what the build says of itself.
type manifest struct {
	// ImportMap is the sha256 of the inline import map, base64, as a policy names it.
	ImportMap string `json:"importMap"`
	// LoginWorker is the file name of the worker that runs OPAQUE.
	LoginWorker string `json:"loginWorker"`
	// Words maps each language to the script with its texts.
	Words map[string]string `json:"words"`
	// Suites names the MLS cipher suite of each kind of group.
	Suites struct {
		Conversations string `json:"conversations"`
		Rooms         string `json:"rooms"`
	} `json:"suites"`
	// Files maps each file to the hash of its bytes ("sha384-…").
	Files map[string]string `json:"files"`
}

// Built is what can be told about the client that is built in.
type Built struct {
	Release           Release
	ConversationSuite string
	RoomSuite         string
	LoginWorker       string // the address at which it is served
}

// ReadBuilt fails like New.
func ReadBuilt() (b Built, err error) {
	raw, err := dist.ReadFile("dist/manifest.json")
	if err != nil {
		return b, fmt.Errorf("the web client is not built in (make web): %w", err)
	}
	var m manifest
	if err := json.Unmarshal(raw, &m); err != nil {
		return b, fmt.Errorf("web client's manifest: %w", err)
	}
	release, err := ReadRelease()
	if err != nil {
		return b, err
	}
	return Built{release, m.Suites.Conversations, m.Suites.Rooms, "/assets/app/" + m.LoginWorker}, nil
}

type app struct {
	files    fs.FS
	manifest manifest
	index    []byte
	name     func(context.Context) string
}

// New returns the handler of /app, /app/*, /app.webmanifest, /service_worker.js,
// /release.txt and /assets/app/*. name tells what an installed app is called. It fails when the
// client has not been built into the binary.
func New(name func(context.Context) string) (http.Handler, error) {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		return nil, err
	}
	return newApp(files, name)
}

func newApp(files fs.FS, name func(context.Context) string) (http.Handler, error) {
	raw, err := fs.ReadFile(files, "manifest.json")
	if err != nil {
		return nil, fmt.Errorf("the web client is not built in (make web): %w", err)
	}
	a := &app{files: files, name: name}
	if err := json.Unmarshal(raw, &a.manifest); err != nil {
		return nil, fmt.Errorf("web client's manifest: %w", err)
	}
	if a.index, err = fs.ReadFile(files, "index.html"); err != nil {
		return nil, err
	}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /app.webmanifest", a.install)
	mux.HandleFunc("GET /service_worker.js", a.serviceWorker)
	mux.HandleFunc("GET /release.txt", a.release)
	mux.HandleFunc("GET /app", a.page)
	mux.HandleFunc("GET /app/{path...}", a.page)
	mux.HandleFunc("GET /assets/app/{file...}", a.file)
	return mux, nil
}

// page answers every address of the app with the same document. A browser is told
// beside it which words it will ask for: it need not find out first.
func (a *app) page(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	if words := a.manifest.Words[spoken(r)]; words != "" {
		h.Set("Link", fmt.Sprintf("</assets/app/%s>; rel=modulepreload; integrity=%q", words, a.manifest.Files[words]))
	}
	h.Set("Vary", "Accept-Language")
	h.Set("Content-Security-Policy", a.policy())
	h.Set("Permissions-Policy", appPermissions)
	h.Set("Integrity-Policy", "blocked-destinations=(script)")
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Cache-Control", "no-cache")
	_, _ = w.Write(a.index)
}

// spoken is the language of the address, or the browser's first; as web/app/i18n.ts
// chooses, except for what is kept on the device.
func spoken(r *http.Request) string {
	if asked := r.URL.Query().Get("lang"); asked != "" {
		return asked
	}
	header := r.Header.Get("Accept-Language")
	if len(header) > 1000 {
		return ""
	}
	wanted, _, err := language.ParseAcceptLanguage(header)
	if err != nil || len(wanted) == 0 {
		return ""
	}
	base, _ := wanted[0].Base()
	return base.String()
}

func (a *app) policy() string {
	return "default-src 'none'; script-src 'self' 'sha256-" + a.manifest.ImportMap + "'; style-src 'self'; " +
		"img-src 'self' blob: data:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; " +
		"manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
		"require-trusted-types-for 'script'; trusted-types app-worker"
}

const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'"

// file answers a hashed file: it never changes, so it may be kept for ever.
func (a *app) file(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("file")
	if strings.HasPrefix(name, "icon-") && icon(w, name) {
		return
	}
	if _, known := a.manifest.Files[name]; !known {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Security-Policy", workerPolicy)
	if name == a.manifest.LoginWorker {
		h.Set("Content-Security-Policy", strings.Replace(workerPolicy, "'self'", "'self' 'wasm-unsafe-eval'", 1))
	}
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Content-Type", contentType(name))
	h.Add("Vary", "Accept-Encoding")
	body, encoding, err := a.read(name, r.Header.Get("Accept-Encoding"))
	if errors.Is(err, fs.ErrNotExist) {
		http.NotFound(w, r)
		return
	}
	if err != nil {
		http.Error(w, "the file could not be read", http.StatusInternalServerError)
		return
	}
	if encoding != "" {
		h.Set("Content-Encoding", encoding)
	}
	_, _ = w.Write(body)
}

// read prefers what was compressed at the build.
func (a *app) read(name, accepted string) (body []byte, encoding string, err error) {
	for _, c := range []struct{ encoding, suffix string }{{"br", ".br"}, {"gzip", ".gz"}} {
		if !coding.Accepts(accepted, c.encoding) {
			continue
		}
		if body, err = fs.ReadFile(a.files, name+c.suffix); err == nil {
			return body, c.encoding, nil
		}
	}
	body, err = fs.ReadFile(a.files, name)
	return body, "", err
}

// contentType knows what the build makes. Package mime would read the machine's own list,
// and keep half a megabyte of it.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	default:
		return "application/octet-stream"
	}
}
