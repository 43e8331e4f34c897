package pages

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"net/http"
	"path"

	"alcove/internal/coding"
)

//go:embed assets
var assetFiles embed.FS

// asset is a stylesheet or a picture in vector form: text, so each is kept
// compressed as well.
type asset struct {
	contentType    string
	plain, gzipped []byte
}

// assetTypes are told here: package mime would read the machine's own list, which is
// longer than all of these pages, and say something else on another machine.
var assetTypes = map[string]string{".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}

// assets holds what lies in assets/, by file name. assetVersion changes whenever
// one of them does, so that addresses that carry it can be cached.
var assets, assetVersion = func() (map[string]asset, string) {
	all, sum := map[string]asset{}, sha256.New()
	entries, err := assetFiles.ReadDir("assets")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		content, err := assetFiles.ReadFile("assets/" + e.Name())
		if err != nil {
			panic(err)
		}
		sum.Write(content)
		contentType, known := assetTypes[path.Ext(e.Name())]
		if !known {
			panic("assets/" + e.Name() + " is of no known type")
		}
		all[e.Name()] = asset{contentType, content, coding.Gzip(content)}
	}
	return all, hex.EncodeToString(sum.Sum(nil)[:6])
}()

func serveAsset(w http.ResponseWriter, r *http.Request) {
	a, known := assets[r.PathValue("file")]
	if !known {
		http.NotFound(w, r)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.contentType)
	h.Set("Cache-Control", "public, max-age=86400")
	h.Set("Vary", "Accept-Encoding")
	if coding.Accepts(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		_, _ = w.Write(a.gzipped)
		return
	}
	_, _ = w.Write(a.plain)
}
