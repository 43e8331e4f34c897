package pages

import (
	"crypto/tls"
	"net"
	"net/http"
	"slices"
	"strings"

	"alcove/internal/disclosure"
)

// Connection is how a request came. Its TLS is told only where the browser's
// connection ends at this server: otherwise it is of the last leg alone, and what
// the browser has is not known here.
type Connection struct {
	EndsHere    bool            `json:"ends_here"`
	Version     disclosure.Text `json:"version"`
	CipherSuite disclosure.Text `json:"cipher_suite"`
	KeyExchange disclosure.Text `json:"key_exchange"`
}

// forwarded are headers of whoever passes requests on, and of no browser.
var forwarded = []string{
	"Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Server", "X-Real-Ip", "Cf-Connecting-Ip", "True-Client-Ip",
}

// connectionOf tells a browser's connection from one that something between it and
// us (a reverse proxy, the TLS inspection of an employer) made for it. Browsers ask
// in the TLS handshake for the very host they then name; what forwards usually says
// so, or asks for another. What takes pains not to be noticed is not noticed here:
// the person finds it by comparing certificates.
func connectionOf(r *http.Request) Connection {
	if r.TLS == nil || slices.ContainsFunc(forwarded, func(name string) bool { return r.Header.Get(name) != "" }) {
		return Connection{}
	}
	host := strings.ToLower(strings.TrimSuffix(hostname(r.Host), "."))
	if host != strings.ToLower(r.TLS.ServerName) && net.ParseIP(host) == nil { // an IP address is never asked for (RFC 6066 §3)
		return Connection{}
	}
	return Connection{
		EndsHere: true, Version: disclosure.Text(tls.VersionName(r.TLS.Version)), CipherSuite: disclosure.Text(tls.CipherSuiteName(r.TLS.CipherSuite)),
		KeyExchange: disclosure.Text(disclosure.KeyExchangeName(r.TLS.CurveID)),
	}
}

// Quantum reports whether the keys of the connection were agreed in a way that
// needs ML-KEM to be broken as well.
func (c Connection) Quantum() bool { return strings.Contains(string(c.KeyExchange), "MLKEM") }

// How says in a sentence how the page is sent.
func (v view) How() (string, error) {
	switch {
	case !v.Connection.EndsHere:
		return v.T("connection.between")
	case v.Connection.Quantum():
		return v.T("connection.quantum", "tls", string(v.Connection.Version))
	default:
		return v.T("connection.classic", "tls", string(v.Connection.Version))
	}
}

// hostname is a host without its port, and without the brackets of an IPv6 address.
func hostname(host string) string {
	if name, _, err := net.SplitHostPort(host); err == nil {
		return name
	}
	return strings.Trim(host, "[]")
}
