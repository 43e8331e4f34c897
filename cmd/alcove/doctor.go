package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os/signal"
	"syscall"
	"time"

	"alcove/internal/doctor"
)

var errUnwell = errors.New("not everything is well")

func runDoctor(ctx context.Context, args []string, out io.Writer) error {
	var insecure, asJSON bool
	p := doctor.Patient{TLS: &tls.Config{MinVersion: tls.VersionTLS13}}
	f := flag.NewFlagSet("alcove doctor", flag.ContinueOnError)
	f.BoolVar(&insecure, "insecure", false, "do not verify the certificate, as for one that the server made itself")
	f.BoolVar(&asJSON, "json", false, "one JSON object a step")
	f.DurationVar(&p.Timeout, "timeout", 30*time.Second, "how long a step may take")
	const where = "say where the server is, as browsers do: alcove doctor https://talk.example.org"
	address, err := parseWithOne(f, args, where)
	if err != nil {
		return err
	}
	p.TLS.InsecureSkipVerify = insecure
	if p.URL, err = parseServer(address, where); err != nil {
		return err
	}
	write := tellStep
	if asJSON {
		write = func(out io.Writer, s doctor.Step) error { return json.NewEncoder(out).Encode(stepAsJSON(s)) }
	}
	signal.Ignore(syscall.SIGPIPE) // whoever reads this may go; the accounts have to be deleted all the same
	var unheard error
	well := doctor.Examine(ctx, p, func(s doctor.Step) {
		if unheard == nil {
			unheard = write(out, s)
		}
	})
	if !well {
		return errUnwell
	}
	return unheard
}

// parseServer reads where a server is, as browsers are told: https://talk.example.org.
// Anything else is answered with what to say instead.
func parseServer(address, where string) (*url.URL, error) {
	server, err := url.Parse(address)
	if err != nil || server.Scheme != "https" || server.Host == "" || server.Path != "" && server.Path != "/" {
		return nil, errors.New(where)
	}
	server.Path = ""
	return server, nil
}

func tellStep(out io.Writer, s doctor.Step) error {
	ms := milliseconds(s.Took)
	line := fmt.Sprintf("%-8s ok     %7.1f ms", s.Name, ms)
	if s.Note != "" {
		line += "; " + s.Note
	}
	if s.Failed != nil {
		line = fmt.Sprintf("%-8s FAILED %7.1f ms: %s (%s). What to do: %s", s.Name, ms, s.Failed.Problem, s.Failed.Code, s.Failed.Advice)
	}
	_, err := fmt.Fprintln(out, line)
	return err
}

// jsonStep is for monitoring: names and codes do not change.
type jsonStep struct {
	Step    string  `json:"step"`
	OK      bool    `json:"ok"`
	MS      float64 `json:"ms"`
	Note    string  `json:"note,omitempty"`
	Code    string  `json:"code,omitempty"`
	Problem string  `json:"problem,omitempty"`
	Advice  string  `json:"advice,omitempty"`
}

func stepAsJSON(s doctor.Step) jsonStep {
	j := jsonStep{Step: s.Name, OK: s.Failed == nil, MS: milliseconds(s.Took), Note: s.Note}
	if s.Failed != nil {
		j.Code, j.Problem, j.Advice = s.Failed.Code, s.Failed.Problem, s.Failed.Advice
	}
	return j
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
