package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"alcove/internal/backup"
	"alcove/internal/datafolder"
	"alcove/internal/store"
)

func runRestore(ctx context.Context, args []string, out io.Writer, progress *os.File) error {
	var data, url string
	var check bool
	var identities []string
	f := flag.NewFlagSet("alcove restore", flag.ContinueOnError)
	f.StringVar(&data, "data", "", "data folder to make: empty, or not there yet")
	f.StringVar(&url, "store", "", "URL of an empty PostgreSQL database to restore the practice into, postgres://USER@HOST/DATABASE?sslmode=verify-full; the secrets go into the data folder. Empty for SQLite in the data folder. The password is taken from PGPASSWORD or the file that PGPASSFILE names")
	f.BoolVar(&check, "check", false, "restore into a folder that is removed again, beside the backup or within -data")
	f.Func("identity", "file of the secret key, - for standard input; may be given several times", func(name string) error {
		identities = append(identities, name)
		return nil
	})
	name, err := parseWithOne(f, args, "say which file")
	if err != nil {
		return err
	}
	switch {
	case len(identities) == 0:
		return errors.New("-identity is missing: the file of the secret key")
	case data == "" && !check:
		return errors.New("-data is missing: the folder to restore into (or -check to try only)")
	case url != "" && check:
		return errors.New("-check tries a backup without any -store")
	case url != "" && !store.IsPostgres(url):
		return errStoreURL
	}
	show := newProgress(progress)
	source := backup.Source{Path: name, Database: database(), Progress: show.tell}
	for _, name := range identities {
		more, err := readKeys(name, backup.ParseIdentities)
		if err != nil {
			return err
		}
		source.Identities = append(source.Identities, more...)
	}
	defer show.end()
	if check {
		return tryBackup(ctx, source, data, show, out)
	}
	var moved store.Moved
	if url != "" {
		if err := store.CheckEmpty(ctx, url); err != nil { // before much is unpacked
			return err
		}
		source.Move = func(ctx context.Context, folder string) (err error) {
			moved, err = moveUnpacked(ctx, folder, url, show)
			return err
		}
	}
	m, err := backup.Restore(ctx, source, data)
	if err != nil {
		return err
	}
	show.end()
	fmt.Fprintf(out, "%s restored: %s\n", data, describe(m))
	tellLeft(out, moved)
	if url != "" {
		fmt.Fprintf(out, "its database is in PostgreSQL, each table compared; serve from it with: alcove serve -data %s -store postgres://…\n", data)
	}
	return nil
}

// tryBackup restores into a folder that is removed again, within one that is given or beside the backup.
func tryBackup(ctx context.Context, source backup.Source, within string, show *progress, out io.Writer) error {
	if within == "" {
		within = filepath.Dir(source.Path)
	}
	m, err := backup.Check(ctx, source, within)
	show.end()
	if err == nil {
		fmt.Fprintf(out, "%s can be restored: %s\n", source.Path, describe(m))
	}
	return err
}

// moveUnpacked moves the database that was unpacked in a folder, beside its secrets, to PostgreSQL.
func moveUnpacked(ctx context.Context, folder, url string, show *progress) (moved store.Moved, err error) {
	path := filepath.Join(folder, datafolder.Database)
	db, err := store.Open(ctx, path) // which brings one of an older alcove up to date
	if err != nil {
		return moved, err
	}
	if err := db.Close(); err != nil {
		return moved, err
	}
	return moveToPostgres(ctx, folder, url, show)
}

// parseWithOne parses flags before and behind the one argument that is none.
func parseWithOne(f *flag.FlagSet, args []string, missing string) (name string, err error) {
	if err := f.Parse(args); err != nil {
		return "", err
	}
	if f.NArg() == 0 {
		return "", errors.New(missing)
	}
	name = f.Arg(0)
	if err := f.Parse(f.Args()[1:]); err != nil {
		return "", err
	}
	if f.NArg() > 0 {
		return "", errors.New("unknown argument " + f.Arg(0))
	}
	return name, nil
}
