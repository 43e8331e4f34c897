package api

import (
	"log/slog"
	"net/http"
	"strings"

	"alcove/internal/keylog"
)

// KeylogPath is where the key log is told of: to people the page itself, to programs
// what lies below it.
const KeylogPath = "/log"

// NewKeylogFiles serves the key log as C2SP tlog-tiles has it: /log/checkpoint and
// /log/tile/…. Everybody may read it, from other sites too: it says of nobody who they are.
func NewKeylogFiles(l *keylog.Log, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	head := func(w http.ResponseWriter) (keylog.Head, bool) {
		h, err := l.Head()
		if err != nil {
			log.Error("signing the key log failed", "cause", err)
			http.Error(w, "500", http.StatusInternalServerError)
			return h, false
		}
		w.Header().Set("Cross-Origin-Resource-Policy", "cross-origin")
		w.Header().Set("Access-Control-Allow-Origin", "*")
		return h, true
	}
	mux.HandleFunc("GET "+KeylogPath+"/checkpoint", func(w http.ResponseWriter, _ *http.Request) {
		if h, ok := head(w); ok {
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			w.Header().Set("Cache-Control", "no-cache")
			_, _ = w.Write(h.Checkpoint)
		}
	})
	mux.HandleFunc("GET "+KeylogPath+"/key", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.Header().Set("Cache-Control", "no-cache")
		_, _ = w.Write([]byte(l.Key() + "\n"))
	})
	mux.HandleFunc("GET "+KeylogPath+"/tile/", func(w http.ResponseWriter, r *http.Request) {
		h, ok := head(w)
		if !ok {
			return
		}
		tile, err := h.Tile(strings.TrimPrefix(r.URL.Path, KeylogPath+"/"))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		_, _ = w.Write(tile)
	})
	return mux
}
