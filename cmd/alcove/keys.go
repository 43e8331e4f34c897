package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"alcove/internal/account"
	"alcove/internal/clock"
	"alcove/internal/datafolder"
	"alcove/internal/store"
)

// runKeys tells of the server's keys, or exchanges them, where no server runs: for
// who cannot log in as a steward, and for the machine that is set up anew.
func runKeys(ctx context.Context, args []string, out io.Writer) (err error) {
	exchange := len(args) > 0 && args[0] == "exchange"
	if exchange {
		args = args[1:]
	}
	f := flag.NewFlagSet("alcove keys", flag.ContinueOnError)
	data := f.String("data", "./data", "data folder of a server that is stopped")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return errors.New("unknown argument " + f.Arg(0))
	}
	// A folder that is mistyped must not be made, nor keys in it.
	if _, err := os.Stat(filepath.Join(*data, datafolder.Database)); err != nil {
		return fmt.Errorf("no data folder of a server: %w", err)
	}
	if _, err := os.Stat(filepath.Join(*data, datafolder.ServerKey)); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the data folder has no %s", datafolder.ServerKey)
	}
	release, err := datafolder.Acquire(*data)
	if err != nil {
		return fmt.Errorf("data folder: %w", err)
	}
	defer release()
	db, err := store.Open(ctx, filepath.Join(*data, datafolder.Database))
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	keys, err := account.LoadKeys(filepath.Join(*data, datafolder.ServerKey), rand.Reader)
	if err != nil {
		return err
	}
	// What was broken off is finished by looking, as it is by a server that starts.
	now, err := clock.Open(ctx, db.Clocks(), clock.Machine(), slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	if exchange {
		keys, err = keys.Exchange(ctx, db.Accounts(), rand.Reader, now.Now())
	} else {
		err = keys.Settle(ctx, db.Accounts(), now.Now())
	}
	if err != nil {
		return err
	}
	return tellKeys(ctx, keys, db, exchange, out)
}

func tellKeys(ctx context.Context, keys account.Keys, db *store.DB, exchanged bool, out io.Writer) error {
	s, err := keys.State(ctx, db.Accounts())
	if err != nil {
		return err
	}
	if exchanged {
		fmt.Fprintln(out, "exchanged: the next backup is the first that opens with these keys; destroy older ones as soon as you can do without them")
	}
	fmt.Fprintf(out, "generation %d of the server's keys is in use", s.Generation)
	if s.Day > 0 {
		fmt.Fprintf(out, ", since %s", time.Unix(s.Day*86400, 0).UTC().Format(time.DateOnly))
	}
	fmt.Fprintln(out)
	switch {
	case s.Generation == 1:
	case s.Waiting > 0:
		fmt.Fprintf(out, "at most %d accounts have not logged in since: what is kept of their passphrases can be guessed at by who has the former keys\n", s.Waiting)
	default:
		fmt.Fprintln(out, "every account has logged in since; the former keys are destroyed by the running server, if they are not yet")
	}
	return nil
}
