package api_test

import (
	"crypto/rand"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"alcove/internal/api"
	"alcove/internal/keylog"
)

func TestTheKeyLogIsServedAsTiles(t *testing.T) {
	key, err := keylog.LoadKey(filepath.Join(t.TempDir(), "keylog.key"), "talk.example.org/log", rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	var state keylog.State
	for i := range byte(3) {
		if state, err = state.Next(keylog.Account, keylog.Label{i}, keylog.Value{1, i}); err != nil {
			t.Fatal(err)
		}
	}
	files := api.NewKeylogFiles(keylog.NewLog(key, func() (keylog.State, error) { return state, nil }), slog.New(slog.DiscardHandler))
	get := func(path string) (*http.Response, string) {
		w := httptest.NewRecorder()
		files.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
		body, _ := io.ReadAll(w.Result().Body)
		return w.Result(), string(body)
	}
	answer, checkpoint := get("/log/checkpoint")
	if answer.StatusCode != http.StatusOK || answer.Header.Get("Content-Type") != "text/plain; charset=utf-8" {
		t.Fatal(answer.Status, answer.Header)
	}
	_, published := get("/log/key")
	c, err := keylog.OpenCheckpoint([]byte(checkpoint), strings.TrimSpace(published))
	if err != nil || c.Tree.N != 3 {
		t.Fatal(c, err)
	}
	if answer, tile := get("/log/tile/0/000.p/3"); answer.StatusCode != http.StatusOK || len(tile) != 3*32 ||
		!strings.Contains(answer.Header.Get("Cache-Control"), "immutable") || answer.Header.Get("Content-Type") != "application/octet-stream" {
		t.Fatal(answer.Status, answer.Header, len(tile))
	}
	if _, bundle := get("/log/tile/entries/000.p/3"); len(bundle) != 3*(2+keylog.EntrySize) {
		t.Fatal(len(bundle))
	}
	for _, path := range []string{"/log/tile/0/000", "/log/tile/0/001", "/log/tile/", "/log/tile/entries/x/../000"} {
		if answer, _ := get(path); answer.StatusCode == http.StatusOK {
			t.Errorf("%s is served", path)
		}
	}
}
