package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"alcove/internal/account"
	"alcove/internal/datafolder"
	"alcove/internal/keylog"
	"alcove/internal/store"
)

// runMigrate moves a practice from SQLite to PostgreSQL while no server runs on it. The
// database in the folder stays as it is.
func runMigrate(ctx context.Context, args []string, out io.Writer, progress *os.File) (err error) {
	var data, to string
	f := flag.NewFlagSet("alcove migrate", flag.ContinueOnError)
	f.StringVar(&data, "data", "./data", "data folder of the stopped server")
	f.StringVar(&to, "to", "", "URL of an empty PostgreSQL database, postgres://…")
	if err := f.Parse(args); err != nil {
		return err
	}
	switch {
	case f.NArg() > 0:
		return errors.New("unknown argument " + f.Arg(0))
	case !store.IsPostgres(to):
		return errors.New("-to must look like postgres://USER@HOST/DATABASE?sslmode=verify-full")
	}
	s, err := openStopped(ctx, data, "")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	show := newProgress(progress)
	moved, err := moveToPostgres(ctx, data, to, show)
	show.end()
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "moved %d rows of %d tables; counts and hashes of each table are the same on both sides\n", moved.Rows, moved.Tables)
	tellLeft(out, moved)
	fmt.Fprintf(out, "serve from it with: alcove serve -data %s -store postgres://…\n", data)
	fmt.Fprintf(out, "once that works, %s and what begins like it can be deleted; the *.key files are needed as before\n", filepath.Join(data, datafolder.Database))
	return nil
}

func tellLeft(out io.Writer, moved store.Moved) {
	for _, table := range moved.Left {
		fmt.Fprintf(out, "not moved, for it is nothing of Alcove's: the table %s\n", table)
	}
}

// moveToPostgres brings the database in a folder, beside its secrets, into an empty one of PostgreSQL.
func moveToPostgres(ctx context.Context, data, to string, show *progress) (moved store.Moved, err error) {
	secrets, err := secretsOf(data)
	if err != nil {
		return moved, err
	}
	from, err := store.OpenSnapshot(ctx, filepath.Join(data, datafolder.Database))
	if err != nil {
		return moved, err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	defer show.countRows()()
	show.tell("reading all of the database", 0, 0)
	if err := from.Check(ctx); err != nil {
		return moved, err
	}
	return store.Move(ctx, from, to, secrets.Fingerprint, func(rows, of int64) { show.tell("moving the database", rows, of) })
}

// secretsOf tells those in a folder, which must be there, from others.
func secretsOf(data string) (s store.Secrets, err error) {
	for _, name := range []string{datafolder.ServerKey, datafolder.KeylogKey} {
		if _, err := os.Stat(filepath.Join(data, name)); err != nil {
			return s, fmt.Errorf("the server's secrets are not all in the folder: %w", err)
		}
	}
	keys, err := account.LoadKeys(filepath.Join(data, datafolder.ServerKey), rand.Reader)
	if err != nil {
		return s, err
	}
	logKey, err := keylog.LoadKey(filepath.Join(data, datafolder.KeylogKey), "", rand.Reader)
	if err != nil {
		return s, err
	}
	return store.Secrets{Fingerprint: keys.Fingerprint(logKey.Verifier()), Generations: keys.Generations()}, nil
}
