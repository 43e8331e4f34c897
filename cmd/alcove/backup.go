package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"filippo.io/age"

	"alcove/internal/backup"
	"alcove/internal/store"
)

// database says how backups open a database of SQLite.
func database() backup.Database {
	return backup.Database{Schema: store.Schema(), Open: func(ctx context.Context, path string) (backup.Snapshot, error) {
		return store.OpenSnapshot(ctx, path)
	}}
}

func runBackup(ctx context.Context, args []string, out io.Writer, progress *os.File) (err error) {
	var recipients []string
	var files []string
	var url, within string
	plan := backup.Plan{Database: database()}
	f := flag.NewFlagSet("alcove backup", flag.ContinueOnError)
	f.StringVar(&plan.Data, "data", "./data", "the server's data folder")
	f.StringVar(&url, "store", "", storeFlag)
	f.StringVar(&within, "in", "", "with -store: folder in which a copy without a name lies meanwhile, as large as the tables; empty for the data folder")
	f.StringVar(&plan.To, "to", "", "folder in which it gets a name by date, or a file that is not there yet")
	f.IntVar(&plan.Keep, "keep", 0, "how many backups stay in the folder, the new one among them; 0 for all")
	f.IntVar(&plan.KeepDays, "keep-days", 0, "remove backups in the folder that are older, but never the new one; 0 for none")
	f.Func("recipient", "age1… of who can open it; may be given several times", func(r string) error {
		recipients = append(recipients, r)
		return nil
	})
	f.Func("recipients-file", "file of such, one a line; may be given several times", func(name string) error {
		files = append(files, name)
		return nil
	})
	if err := f.Parse(args); err != nil {
		return err
	}
	switch {
	case f.NArg() > 0:
		return errors.New("unknown argument " + f.Arg(0))
	case plan.To == "":
		return errors.New("-to is missing: where the backup is to be")
	case plan.Keep < 0:
		return errors.New("-keep must be a number of backups, or 0 for all")
	case plan.KeepDays < 0:
		return errors.New("-keep-days must be a number of days, or 0")
	}
	if plan.Recipients, err = readRecipients(recipients, files); err != nil {
		return err
	}
	from, err := openSource(ctx, plan.Data, url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, from.close()) }()
	plan.Now = from.time(ctx)
	show := newProgress(progress)
	plan.Progress = show.tell
	if from.postgres != nil {
		if err := from.postgres.Reserve(ctx); err != nil {
			return err
		}
		plan.Note = from.postgres.NoteBackup
	}
	plan.Database.Open = func(ctx context.Context, _ string) (backup.Snapshot, error) {
		return from.snapshot(ctx, cmp.Or(within, plan.Data), show)
	}
	made, err := backup.Make(ctx, plan)
	show.end()
	if made.Path != "" { // also when an older one could not be removed
		tellMade(out, progress, made)
	}
	return err
}

func tellMade(out, aside io.Writer, made backup.Made) {
	fmt.Fprintf(out, "%s: %s, %s\n", made.Path, size(made.Size), describe(made.Manifest))
	for _, name := range made.Removed {
		fmt.Fprintln(out, "removed", name)
	}
	for _, name := range made.Unknown {
		fmt.Fprintf(aside, "not in the backup, for it is nothing of Alcove's: %s\n", name)
	}
}

func readRecipients(given, files []string) (out []age.Recipient, err error) {
	if len(given) > 0 {
		if out, err = backup.ParseRecipients(strings.NewReader(strings.Join(given, "\n"))); err != nil {
			return nil, err
		}
	}
	for _, name := range files {
		more, err := readKeys(name, backup.ParseRecipients)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

func readKeys[K any](name string, parse func(io.Reader) ([]K, error)) ([]K, error) {
	f := os.Stdin
	if name != "-" {
		var err error
		if f, err = os.Open(name); err != nil {
			return nil, err
		}
		defer func() { _ = f.Close() }()
	}
	keys, err := parse(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return keys, nil
}

func runBackupKey(args []string, out io.Writer) error {
	f := flag.NewFlagSet("alcove backup-key FILE", flag.ContinueOnError)
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() != 1 {
		return errors.New("say in which file the key is to be: alcove backup-key FILE")
	}
	recipient, err := backup.NewKey(f.Arg(0))
	if err != nil {
		return err
	}
	fmt.Fprintln(out, recipient)
	return nil
}
