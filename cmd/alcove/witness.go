package main

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"alcove/internal/auditor"
	"alcove/internal/certs"
	"alcove/internal/clock"
	"alcove/internal/datafolder"
	"alcove/internal/keylog"
	"alcove/internal/webapp"
)

// runWitness serves a witness of other servers' key logs.
func runWitness(ctx context.Context, args []string, out io.Writer) error {
	var data, listen, name string
	var cert certs.Source
	var logs []string
	f := flag.NewFlagSet("alcove witness", flag.ContinueOnError)
	f.StringVar(&data, "data", "./witness", "folder of the witness's key, its certificate and what it cosigned last")
	f.StringVar(&listen, "listen", "localhost:8450", "address to serve HTTPS on")
	f.StringVar(&name, "name", "", "what the witness is called, such as witness.example.org; taken at the first start")
	f.StringVar(&cert.CertFile, "cert", "", "certificate chain, PEM")
	f.StringVar(&cert.KeyFile, "key", "", "private key of the certificate, PEM")
	f.StringVar(&cert.ACMEDomain, "acme-domain", "", "get a certificate for this domain from Let's Encrypt (accepts their terms)")
	f.StringVar(&cert.ACMEEmail, "acme-email", "", "where Let's Encrypt may reach you")
	f.Func("log", "public key of a log to cosign, as its server tells it at /log/key; may be given several times", func(key string) error {
		logs = append(logs, key)
		return nil
	})
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return errors.New("unknown argument " + f.Arg(0))
	}
	if len(logs) == 0 {
		return errors.New("say which log to cosign: --log KEY, from its server's /log/key")
	}
	if name == "" {
		name = listen
	}
	release, err := datafolder.Acquire(data)
	if err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	defer release()
	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	w, err := keylog.LoadWitness(filepath.Join(data, "witness.key"), name, rand.Reader, logs, auditor.Checkpoints{Folder: data})
	if err != nil {
		return err
	}
	cert.Listen = listen
	tlsConfig, err := certs.Config(ctx, cert, filepath.Join(data, datafolder.TLS), clock.Machine().Wall)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", listen)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "key:", w.Verifier())
	fmt.Fprintln(out, "listening on", listen)
	web := &http.Server{
		Handler: webapp.SecureHeaders(auditor.NewWitness(w, log)), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 30 * time.Second,
		MaxHeaderBytes: 16 << 10, ErrorLog: slog.NewLogLogger(slog.DiscardHandler, slog.LevelError), // net/http would log addresses
	}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(tls.NewListener(listener, tlsConfig)) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	draining, cancel := context.WithTimeout(context.Background(), drainFor)
	defer cancel()
	return web.Shutdown(draining)
}
