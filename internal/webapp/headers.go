package webapp

import (
	"net/http"
	"strings"
)

// Headers that every response carries. They keep other sites from framing,
// reading or linking into ours, and our pages from loading anything from elsewhere.
var common = map[string]string{
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Embedder-Policy": "require-corp",
	"Cross-Origin-Resource-Policy": "same-origin",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"Strict-Transport-Security":    "max-age=63072000",
	"Permissions-Policy":           permissions,
	"X-Frame-Options":              "DENY",
}

// What no page of ours asks a browser for. The app's own page alone may ask for
// the microphone, to record voice messages, and nobody inside or beside it.
const (
	permissions    = "accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), interest-cohort=()"
	appPermissions = "accelerometer=(), autoplay=(self), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(self), midi=(), payment=(), usb=(), interest-cohort=()"
)

const pagesPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// SecureHeaders sets what every response of the server carries, and the content
// security policy of pages without script. The app's own handler replaces that
// policy by the one its scripts need.
func SecureHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		for name, value := range common {
			h.Set(name, value)
		}
		h.Set("Content-Security-Policy", pagesPolicy)
		h.Set("Cache-Control", "no-store") // who may keep an answer says so
		next.ServeHTTP(w, r)
	})
}

// Protecting picks those of an answer's headers that tell the browser what it must
// not do.
func Protecting(h http.Header) map[string]string {
	out := map[string]string{}
	for name, values := range h {
		if _, is := common[name]; is || name == "Content-Security-Policy" || name == "Integrity-Policy" {
			out[name] = strings.Join(values, ", ")
		}
	}
	return out
}
