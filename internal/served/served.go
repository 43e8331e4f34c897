// Package served tells what web client a server gives to a stranger, and whether it
// is one that is known: byte for byte, as a browser would get it.
//
// Every file is fetched in each coding that browsers ask for, because each of them is
// stored by itself; and the page as browsers of several languages ask for it. What is
// compared are hashes (SHA-384, as in the release's text). It is a sample: a server
// can serve something else to somebody whom it knows, which is what the app on a
// device itself looks out for (docs/protocol.md, "The code one is served").
package served

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha512"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/andybalholm/brotli"

	"alcove/internal/webapp"
)

// Subject is a server whose web client is examined.
type Subject struct {
	URL *url.URL // https://talk.example.org
	TLS *tls.Config
	// Known is the release to compare with.
	Known webapp.Release
}

// Report says what a server serves.
type Report struct {
	// Release is what the server says that it serves.
	Release webapp.Release
	// Same reports whether that is the known one.
	Same bool
	// Answers counts what was fetched and compared.
	Answers int
	// Differs are the addresses whose bytes are not those of the release, and why.
	Differs []string
	// Headers are those of the page that protect it and are not as they have to be.
	Headers []string
}

// Holds reports whether every byte was as the release says.
func (r Report) Holds() bool { return len(r.Differs) == 0 && len(r.Headers) == 0 }

// ErrNoRelease: the server does not say what it serves.
var ErrNoRelease = errors.New("the server does not say which release of the web client it serves")

// maxFile bounds what is read of a file, in bytes.
const maxFile = 16 << 20

// codings are those that browsers ask for; "" for the bytes as they are.
var codings = []string{"", "gzip", "br"}

// Examine fetches everything that the server's release names. It fails only where the
// server could not be asked.
func Examine(ctx context.Context, s Subject) (r Report, err error) {
	f := fetcher{s.URL, &http.Client{
		Transport:     &http.Transport{TLSClientConfig: s.TLS.Clone(), ForceAttemptHTTP2: true, DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	defer f.client.CloseIdleConnections()
	text, _, err := f.get(ctx, "/release.txt", nil)
	if err != nil {
		return r, err
	}
	if r.Release, err = webapp.ParseRelease(text); err != nil {
		return r, ErrNoRelease
	}
	r.Same = bytes.Equal(r.Release.Text, s.Known.Text)
	for _, path := range slices.Sorted(maps.Keys(r.Release.Files)) {
		if err := r.examine(ctx, f, path); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (r *Report) examine(ctx context.Context, f fetcher, path string) error {
	asked, languages := []string{path}, []string{""}
	if path == "/app" {
		// Every address of the app is the same page, in whatever language.
		asked, languages = []string{path, "/app/conversations"}, []string{"", "en", "de", "ar"}
	}
	for _, address := range asked {
		for _, language := range languages {
			for _, coding := range codings {
				header := http.Header{"Accept-Encoding": {coding}, "Accept-Language": {language}, "User-Agent": {"Mozilla/5.0"}}
				body, answered, err := f.get(ctx, address, header)
				if err != nil && ctx.Err() != nil {
					return err
				}
				r.Answers++
				r.judge(address, coding, language, r.Release.Files[path], body, err)
				if path == "/app" && err == nil {
					r.judgeHeaders(answered)
				}
			}
		}
	}
	return nil
}

func (r *Report) judge(address, coding, language, integrity string, body []byte, err error) {
	sum := sha512.Sum384(body)
	switch {
	case err != nil:
		r.Differs = append(r.Differs, fmt.Sprintf("%s: %v", address, err))
	case "sha384-"+base64.StdEncoding.EncodeToString(sum[:]) != integrity:
		r.Differs = append(r.Differs, strings.TrimRight(fmt.Sprintf("%s: other bytes than the release names %s %s", address, coding, language), " "))
	}
}

// judgeHeaders looks at what keeps a browser from running anything else.
func (r *Report) judgeHeaders(h http.Header) {
	for name, fits := range map[string]func(string) bool{
		"Content-Security-Policy": func(v string) bool {
			return strings.HasPrefix(v, "default-src 'none'; script-src 'self' 'sha256-") && strings.Contains(v, "connect-src 'self';") &&
				strings.Contains(v, "require-trusted-types-for 'script'") && !strings.Contains(v, "unsafe") && !strings.Contains(v, "http")
		},
		"Integrity-Policy":             func(v string) bool { return v == "blocked-destinations=(script)" },
		"Cross-Origin-Opener-Policy":   func(v string) bool { return v == "same-origin" },
		"Cross-Origin-Embedder-Policy": func(v string) bool { return v == "require-corp" },
		"X-Content-Type-Options":       func(v string) bool { return v == "nosniff" },
	} {
		said := "the page's " + name + " is not as it has to be"
		if values := h.Values(name); (len(values) != 1 || !fits(values[0])) && !slices.Contains(r.Headers, said) {
			r.Headers = append(r.Headers, said)
		}
	}
}

type fetcher struct {
	base   *url.URL
	client *http.Client
}

// get answers with the bytes after any coding.
func (f fetcher) get(ctx context.Context, path string, header http.Header) ([]byte, http.Header, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, f.base.JoinPath(path).String(), nil)
	if err != nil {
		return nil, nil, err
	}
	if header != nil {
		req.Header = header
	}
	answer, err := f.client.Do(req)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		return nil, answer.Header, fmt.Errorf("the server answered %s", answer.Status)
	}
	plain, err := decode(answer.Body, answer.Header.Get("Content-Encoding"))
	if err != nil {
		return nil, answer.Header, err
	}
	body, err := io.ReadAll(io.LimitReader(plain, maxFile+1))
	if err == nil && len(body) > maxFile {
		err = errors.New("longer than any file of the client")
	}
	return body, answer.Header, err
}

func decode(body io.Reader, coding string) (io.Reader, error) {
	switch coding {
	case "":
		return body, nil
	case "gzip":
		return gzip.NewReader(body)
	case "br":
		return brotli.NewReader(body), nil
	}
	return nil, fmt.Errorf("in a coding that was not asked for: %q", coding)
}
