package main

import (
	"context"
	"crypto/tls"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
	"time"

	"alcove/internal/auditor"
	"alcove/internal/served"
	"alcove/internal/webapp"
)

const servedWhere = "say where the server is, as browsers do: alcove verify https://talk.example.org"

// The ways in which a server's web client is not what it should be.
var (
	errServed      = errors.New("the server gives other bytes than its release names")
	errUnlogged    = errors.New("the server's key log does not know the release that it serves")
	errOtherClient = errors.New("this is another release of the web client than the one built into this program")
)

// runVerify fetches what a stranger gets of a server's web client, and says whether it
// is the one that is built into this program, and in the server's key log.
func runVerify(ctx context.Context, args []string, out io.Writer) error {
	s := served.Subject{TLS: &tls.Config{MinVersion: tls.VersionTLS13}}
	var other bool
	var timeout time.Duration
	f := flag.NewFlagSet("alcove verify", flag.ContinueOnError)
	f.BoolVar(&other, "other", false, "take another release, too, if the key log has it")
	f.BoolVar(&s.TLS.InsecureSkipVerify, "insecure", false, "do not verify the certificate, as for one that the server made itself")
	f.DurationVar(&timeout, "timeout", 5*time.Minute, "how long it may take")
	address, err := parseWithOne(f, args, servedWhere)
	if err != nil {
		return err
	}
	if s.URL, err = parseServer(address, servedWhere); err != nil {
		return err
	}
	if s.Known, err = webapp.ReadRelease(); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	found, err := served.Examine(ctx, s)
	if err != nil {
		return err
	}
	log, err := auditor.Verify(ctx, auditor.Subject{URL: s.URL, TLS: s.TLS})
	if err != nil {
		return fmt.Errorf("key log: %w", err)
	}
	if err := tellServed(out, s.Known, found, log.Released(found.Release.Text)); err != nil {
		return err
	}
	switch {
	case !found.Holds():
		return errServed
	case !log.Released(found.Release.Text):
		return errUnlogged
	case !found.Same && !other:
		return errOtherClient
	}
	return nil
}

func tellServed(out io.Writer, known webapp.Release, r served.Report, logged bool) error {
	lines := []string{
		"release  " + r.Release.SHA256(),
		"this one " + known.SHA256() + same(r.Same),
		fmt.Sprintf("files    %d, compared in %d answers", len(r.Release.Files), r.Answers),
	}
	for _, each := range append(r.Differs, r.Headers...) {
		lines = append(lines, "WRONG    "+each)
	}
	if len(r.Differs) == 0 {
		lines = append(lines, "bytes    all as the release names them")
	}
	if logged {
		lines = append(lines, "key log  has this release")
	} else {
		lines = append(lines, "WRONG    the key log has not heard of this release")
	}
	_, err := fmt.Fprintln(out, strings.Join(lines, "\n"))
	return err
}

func same(is bool) string {
	if is {
		return ", the same"
	}
	return ", another one"
}
