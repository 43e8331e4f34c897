package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"alcove/internal/account"
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
	s, err := openStopped(ctx, *data)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	path := filepath.Join(*data, datafolder.ServerKey)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the data folder has no %s", datafolder.ServerKey) // which would be made
	}
	keys, err := account.LoadKeys(path, rand.Reader)
	if err != nil {
		return err
	}
	// What was broken off is finished by looking, as it is by a server that starts.
	if exchange {
		keys, err = keys.Exchange(ctx, s.db.Accounts(), rand.Reader, s.now())
	} else {
		err = keys.Settle(ctx, s.db.Accounts(), s.now())
	}
	if err != nil {
		return err
	}
	return tellKeys(ctx, keys, s.db, exchange, out)
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
		fmt.Fprintf(out, ", since %s", dayOf(s.Day))
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
