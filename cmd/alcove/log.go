package main

import (
	"context"
	"crypto/tls"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/auditor"
	"alcove/internal/keylog"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

const verifyWhere = "say where the server is, as browsers do: alcove log verify https://talk.example.org"

// runLog verifies a server's key log from outside.
func runLog(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 || args[0] != "verify" {
		return errors.New(verifyWhere)
	}
	s := auditor.Subject{TLS: &tls.Config{MinVersion: tls.VersionTLS13}}
	var state string
	var timeout time.Duration
	f := flag.NewFlagSet("alcove log verify", flag.ContinueOnError)
	f.StringVar(&s.Key, "key", "", "the log's public key, if you know it from elsewhere than the server")
	f.StringVar(&state, "state", "", "file that remembers what was verified, so that the next time the log has to go on from it")
	f.BoolVar(&s.TLS.InsecureSkipVerify, "insecure", false, "do not verify the certificate, as for one that the server made itself")
	f.DurationVar(&timeout, "timeout", 5*time.Minute, "how long it may take")
	f.Func("witness", "public key of a witness, one of which must have cosigned; may be given several times", func(key string) error {
		s.Witnesses = append(s.Witnesses, key)
		return keylog.CheckWitnessKey(key)
	})
	address, err := parseWithOne(f, args[1:], verifyWhere)
	if err != nil {
		return err
	}
	if s.URL, err = parseServer(address, verifyWhere); err != nil {
		return err
	}
	if s.Seen, err = readSeen(state); err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	report, err := auditor.Verify(ctx, s)
	if err != nil {
		return err
	}
	listed, err := askListed(ctx, s)
	if err != nil {
		return err
	}
	if !report.Lists(listed) { // somebody may just have been published
		if report, err = auditor.Verify(ctx, s); err != nil {
			return err
		}
		if !report.Lists(listed) {
			return errors.New("the server lists other practitioners than the log says")
		}
	}
	if err := writeSeen(state, report.Seen); err != nil {
		return err
	}
	return tellReport(out, s, report, listed)
}

// askListed asks the server whom it lists.
func askListed(ctx context.Context, s auditor.Subject) (all []keylog.Listed, err error) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: s.TLS, ForceAttemptHTTP2: true}}
	defer client.CloseIdleConnections()
	answer, err := connect.NewClient[alcovev1.LookUpRequest, alcovev1.LookUpResponse](client, s.URL.String()+rpc.KeyLogServiceLookUpProcedure).CallUnary(ctx, connect.NewRequest(&alcovev1.LookUpRequest{Directory: true}))
	if err != nil {
		return nil, err
	}
	for _, l := range answer.Msg.GetDirectory() {
		if len(l.GetAccountId()) != 16 {
			return nil, errors.New("the server lists an account without an id")
		}
		all = append(all, keylog.Listed{
			Account: [16]byte(l.GetAccountId()), Name: l.GetDisplayName(), Profession: l.GetProfession(), Body: l.GetRegistrationBody(), Number: l.GetRegistrationNumber(),
		})
	}
	return all, nil
}

func readSeen(file string) (*auditor.Seen, error) {
	if file == "" {
		return nil, nil
	}
	b, err := os.ReadFile(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var seen auditor.Seen
	return &seen, json.Unmarshal(b, &seen)
}

func writeSeen(file string, seen auditor.Seen) error {
	if file == "" {
		return nil
	}
	b, err := json.Marshal(seen)
	if err != nil {
		return err
	}
	made, err := os.CreateTemp(filepath.Dir(file), filepath.Base(file)+".*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(made.Name()) }() // there only when something below failed
	_, err = made.Write(append(b, '\n'))
	if err := errors.Join(err, made.Sync(), made.Close()); err != nil {
		return err
	}
	return os.Rename(made.Name(), file)
}

func tellReport(out io.Writer, s auditor.Subject, r auditor.Report, listed []keylog.Listed) error {
	var text strings.Builder
	fmt.Fprintf(&text, "the log holds: %d entries, root %s\nkey: %s\n", r.Size, r.Hash, r.Key)
	fmt.Fprintf(&text, "accounts: %d, and %d that are gone\n", r.Live[keylog.Account], r.Gone[keylog.Account])
	if n := r.Live[keylog.Release]; n > 0 {
		fmt.Fprintf(&text, "releases: %d\n", n)
	}
	if s.Seen != nil {
		fmt.Fprintf(&text, "it goes on from the %d entries that were seen before\n", s.Seen.Size)
	}
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range r.Cosigned {
			if !yield(name) {
				return
			}
		}
	}) {
		fmt.Fprintf(&text, "cosigned by %s at %s\n", name, time.Unix(r.Cosigned[name], 0).UTC().Format(time.RFC3339))
	}
	fmt.Fprintf(&text, "practitioners whom everybody is told of: %d\n", len(listed))
	for _, l := range listed {
		fmt.Fprintf(&text, "  %q, %q, %q, %q, account %x\n", l.Name, l.Profession, l.Body, l.Number, l.Account)
	}
	_, err := io.WriteString(out, text.String())
	return err
}
