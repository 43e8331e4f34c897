package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"

	"alcove/internal/account"
	"alcove/internal/breach"
	"alcove/internal/datafolder"
	"alcove/internal/relay"
)

const breachWhat = "say what to do: alcove breach status, freeze, thaw, end-sessions or rekey"

// runBreach does what stops more from happening when the app cannot be used, because
// no steward can log in or the server is not to run: on a folder of a stopped server,
// by the same rules as from the app.
func runBreach(ctx context.Context, args []string, out io.Writer) (err error) {
	if len(args) == 0 {
		return errors.New(breachWhat)
	}
	var data, url string
	f := flag.NewFlagSet("alcove breach "+args[0], flag.ContinueOnError)
	f.StringVar(&data, "data", "./data", "the data folder of a stopped server")
	f.StringVar(&url, "store", "", storeFlag)
	if err := f.Parse(args[1:]); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return errors.New("unknown argument " + f.Arg(0))
	}
	do, known := breachAnswers[args[0]]
	if !known {
		return errors.New(breachWhat)
	}
	s, err := openStopped(ctx, data, url)
	if errors.Is(err, datafolder.ErrInUse) {
		return fmt.Errorf("%w: stop the server first, or do it in the app under Practice", err)
	}
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	noter, err := account.NewNoter(s.db.Accounts(), s.now, rand.Reader)
	if err != nil {
		return err
	}
	return do(ctx, breach.New(s.db.Breaches(), nobody{}, everySession{noter}, relay.New(), s.now), out)
}

var breachAnswers = map[string]func(context.Context, *breach.Service, io.Writer) error{
	"status": func(ctx context.Context, s *breach.Service, out io.Writer) error {
		r, err := s.Register(ctx)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "sign-ups frozen: %t\nentries in the register: %d\n", r.Frozen, len(r.Entries))
		for _, n := range r.Notices {
			fmt.Fprintf(out, "notice of %s: told %d, read %d, withdrawn %t\n", dayOf(n.Day), n.Told, n.Confirmed, n.Withdrawn)
		}
		if r.Rekeying.Number > 0 {
			fmt.Fprintf(out, "devices were asked to replace their keys: %d times, last on %s\n", r.Rekeying.Number, dayOf(r.Rekeying.Day))
		}
		return nil
	},
	"freeze": func(ctx context.Context, s *breach.Service, out io.Writer) error { return freeze(ctx, s, out, true) },
	"thaw":   func(ctx context.Context, s *breach.Service, out io.Writer) error { return freeze(ctx, s, out, false) },
	"end-sessions": func(ctx context.Context, s *breach.Service, out io.Writer) error {
		// Who has the folder is as good as fresh; no session is spared.
		n, err := s.EndEverySession(ctx, account.Session{Fresh: true})
		if err == nil {
			fmt.Fprintf(out, "%d sessions were ended\n", n)
		}
		return err
	},
	"rekey": func(ctx context.Context, s *breach.Service, out io.Writer) error {
		if _, err := s.AskRekeying(ctx); err != nil {
			return err
		}
		fmt.Fprintln(out, "devices are asked to replace their keys once the server runs and they come back")
		return nil
	},
}

func freeze(ctx context.Context, s *breach.Service, out io.Writer, frozen bool) error {
	if err := s.Freeze(ctx, frozen); err != nil {
		return err
	}
	fmt.Fprintf(out, "sign-ups frozen: %t\n", frozen)
	return nil
}

// nobody is connected to a stopped server, and nothing is sent by it.
type nobody struct{}

// Wrote implements breach.Teller.
func (nobody) Wrote([16]byte, [][16]byte) {}

type everySession struct{ *account.Noter }

// EndEverySession implements breach.Sessions.
func (s everySession) EndEverySession(ctx context.Context, by account.Session) (int, error) {
	return s.Noter.EndEverySession(ctx, by.TokenHash, func(account.ID, [][32]byte) {})
}
