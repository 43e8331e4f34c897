// Plain_server is Go's own HTTP/2 server with nothing added, for h2spec to be
// compared with: whatever it finds in Alcove should be found here as well.
//
// Usage: plain_server ADDRESS CERTIFICATE KEY
package main

import (
	"crypto/tls"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func main() {
	server := &http.Server{
		Addr:              os.Args[1],
		ReadHeaderTimeout: 10 * time.Second,
		TLSConfig:         &tls.Config{MinVersion: tls.VersionTLS13},
		ErrorLog:          log.New(io.Discard, "", 0),
		Handler: http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = io.WriteString(w, "a page of some length, so that there is something to send in pieces\n")
		}),
	}
	log.Fatal(server.ListenAndServeTLS(os.Args[2], os.Args[3]))
}
