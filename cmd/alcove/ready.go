package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// runReady asks the second listener of a server beside it, for containers that hold
// nothing else with which to ask: ready means that the database answers.
func runReady(ctx context.Context, args []string, out io.Writer) error {
	f := flag.NewFlagSet("alcove ready", flag.ContinueOnError)
	metrics := f.String("metrics", "127.0.0.1:9464", "address that alcove serve was given by the same name")
	alive := f.Bool("alive", false, "ask only whether the process lives")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return errors.New("unknown argument " + f.Arg(0))
	}
	page := "readyz"
	if *alive {
		page = "healthz"
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+*metrics+"/"+page, nil)
	if err != nil {
		return err
	}
	r, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("no server answers at %s: %w", *metrics, err)
	}
	defer func() { _ = r.Body.Close() }()
	said, err := io.ReadAll(io.LimitReader(r.Body, 1024))
	if err != nil {
		return err
	}
	if r.StatusCode != http.StatusOK {
		return errors.New("not ready: " + strings.TrimSpace(string(said)))
	}
	_, err = out.Write(said)
	return err
}
