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
)

func runRestore(ctx context.Context, args []string, out io.Writer, progress *os.File) error {
	var data string
	var check bool
	var identities []string
	f := flag.NewFlagSet("alcove restore", flag.ContinueOnError)
	f.StringVar(&data, "data", "", "data folder to make: empty, or not there yet")
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
	if check {
		within := data
		if within == "" {
			within = filepath.Dir(name)
		}
		m, err := backup.Check(ctx, source, within)
		show.end()
		if err == nil {
			fmt.Fprintf(out, "%s can be restored: %s\n", name, describe(m))
		}
		return err
	}
	m, err := backup.Restore(ctx, source, data)
	show.end()
	if err == nil {
		fmt.Fprintf(out, "%s restored: %s\n", data, describe(m))
	}
	return err
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
