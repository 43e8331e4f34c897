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
	"alcove/internal/datafolder"
	"alcove/internal/durable"
	"alcove/internal/store"
)

// runDrill rehearses the worst day on a copy: a server of its own, on loopback, over
// the practice's database as it is now. The practice's own server may run meanwhile.
//
// Nothing leaves it: it has no mail, asks no push service and no witness, fetches no
// certificate, and of the practice's secrets only those without which nobody could
// log in. Its key log has a key and a name of its own, so that nothing it signs can
// be taken for the practice's. The folder goes when it ends.
func runDrill(ctx context.Context, args []string, out io.Writer) error {
	var data, url, listen, within string
	f := flag.NewFlagSet("alcove drill", flag.ContinueOnError)
	f.StringVar(&data, "data", "./data", "the practice's data folder; it is only read")
	f.StringVar(&url, "store", "", storeFlag)
	f.StringVar(&listen, "listen", "localhost:9443", "loopback address to serve the copy on")
	f.StringVar(&within, "in", "", "folder in which the copy is made and removed again; empty for the system's temporary one")
	if err := f.Parse(args); err != nil {
		return err
	}
	switch {
	case f.NArg() > 0:
		return errors.New("unknown argument " + f.Arg(0))
	case !isLoopback(listen):
		return errors.New("-listen must be a loopback address: a drill is for nobody else")
	}
	o := options{listen: listen, drill: true}
	if err := o.setPublic(""); err != nil {
		return err
	}
	folder, err := os.MkdirTemp(within, "alcove-drill-") // 0700
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "the copy is in", folder)
	o.data = folder
	code, err := copyForDrill(ctx, data, url, folder)
	if err == nil {
		fmt.Fprintln(out, "practitioners and stewards log in with their passphrase; in place of a passkey, which works at the practice's address alone, once with the code", code)
		err = serveDrill(ctx, o, out)
	}
	return errors.Join(err, os.RemoveAll(folder))
}

// copyForDrill gives the code by which each practitioner and steward can log in once.
func copyForDrill(ctx context.Context, data, url, folder string) (code string, err error) {
	if err := copyDatabase(ctx, data, url, folder); err != nil {
		return "", err
	}
	for _, name := range []string{datafolder.ServerKey, datafolder.AttestKey} {
		secret, err := os.ReadFile(filepath.Join(data, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), secret, 0o600)
		}
		clear(secret)
		if err != nil {
			return "", err
		}
	}
	keys, err := account.LoadKeys(filepath.Join(folder, datafolder.ServerKey), rand.Reader)
	if err != nil {
		return "", err
	}
	if code, err = account.NewCode(rand.Reader); err != nil {
		return "", err
	}
	db, err := store.Open(ctx, filepath.Join(folder, datafolder.Database))
	if err != nil {
		return "", err
	}
	// An exchange of the secrets that was broken off is finished as a start would, or the code would be one of before.
	err = keys.Settle(ctx, db.Accounts(), time.Now())
	if err == nil {
		err = db.Rehearse(ctx, func(id account.ID) []byte { return keys.CodeHash(id, code) })
	}
	return code, errors.Join(err, db.Close())
}

// copyDatabase writes the state of one moment, as a backup has it: into SQLite, also
// where PostgreSQL holds the practice.
func copyDatabase(ctx context.Context, data, url, folder string) (err error) {
	from, err := openSource(ctx, data, url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.close()) }()
	show := newProgress(os.Stderr)
	s, err := from.snapshot(ctx, folder, show)
	show.end()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	f, err := os.OpenFile(filepath.Join(folder, datafolder.Database), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return errors.Join(s.Copy(ctx, durable.Steadily(f)), f.Close())
}

// serveDrill is serve without whatever reaches out.
func serveDrill(ctx context.Context, o options, out io.Writer) error {
	log := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	s, listener, err := open(ctx, o, log)
	if err != nil {
		return err
	}
	defer s.close()
	fmt.Fprintln(out, "end the drill with Ctrl-C; until then it is listening on", o.public)
	go s.clock.Run(ctx, nil)
	go s.sweep(ctx, log)
	return s.run(ctx, listener, log)
}
