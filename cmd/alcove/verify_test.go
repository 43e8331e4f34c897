package main

import (
	"bytes"
	"crypto/sha512"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"alcove/internal/webapp"
)

// behind is a server in front of another one that changes what that says.
func behind(t *testing.T, address string, change func(path string, body []byte) []byte) string {
	t.Helper()
	proxy := httputil.NewSingleHostReverseProxy(&url.URL{Scheme: "https", Host: address})
	proxy.Transport = &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, DisableCompression: true}
	proxy.ModifyResponse = func(r *http.Response) error {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return err
		}
		if coding := r.Header.Get("Content-Encoding"); coding == "" {
			body = change(r.Request.URL.Path, body)
		}
		r.Header.Set("Content-Length", strconv.Itoa(len(body)))
		r.ContentLength = int64(len(body))
		r.Body = io.NopCloser(bytes.NewReader(body))
		return nil
	}
	s := httptest.NewTLSServer(proxy)
	t.Cleanup(s.Close)
	return s.Listener.Addr().String()
}

func verifyServed(t *testing.T, address string, args ...string) (string, error) {
	t.Helper()
	var out bytes.Buffer
	err := run(t.Context(), append(append([]string{"verify", "--insecure"}, args...), "https://"+address), &out)
	return out.String(), err
}

func TestTheCodeThatIsServedIsVerifiedFromOutside(t *testing.T) {
	known, err := webapp.ReadRelease()
	if err != nil {
		t.Skip("the web client is not built in")
	}
	address := startServing(t, t.TempDir())
	if said, err := verifyServed(t, address); err != nil || !strings.Contains(said, known.SHA256()+", the same") || !strings.Contains(said, "key log  has this release") {
		t.Fatal(said, err)
	}

	// One byte of a script.
	tampered := behind(t, address, func(path string, body []byte) []byte {
		if path == "/service_worker.js" {
			body[100] ^= 1
		}
		return body
	})
	if said, err := verifyServed(t, tampered); !errors.Is(err, errServed) || !strings.Contains(said, "WRONG    /service_worker.js: other bytes") {
		t.Fatal(said, err)
	}

	// A release that is one in itself, and that nobody was told of.
	evil := []byte("steal()")
	sum := sha512.Sum384(evil)
	swapped := behind(t, address, func(path string, body []byte) []byte {
		switch path {
		case "/service_worker.js":
			return evil
		case "/release.txt":
			own := known.Files["/service_worker.js"]
			return bytes.Replace(body, []byte(own), []byte("sha384-"+base64.StdEncoding.EncodeToString(sum[:])), 1)
		}
		return body
	})
	said, err := verifyServed(t, swapped, "--other")
	if !errors.Is(err, errUnlogged) || !strings.Contains(said, ", another one") || strings.Contains(said, "other bytes") {
		t.Fatal(said, err)
	}
}
