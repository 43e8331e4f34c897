// Command alcove is the whole server: flags and wiring, nothing else.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

const usage = `alcove: private conversations with a therapist

  alcove serve [flags]         serve the practice
  alcove backup [flags]        write an encrypted backup while the server runs
  alcove backup-key FILE       make the key that opens backups
  alcove keys [flags]          tell how far the exchange of the server's keys is
  alcove keys exchange [flags] exchange them, after a theft, while the server is stopped
  alcove restore [flags] FILE  make a data folder of a backup, or try whether it could be made
  alcove migrate [flags]       move a practice from SQLite to PostgreSQL, while the server is stopped
  alcove breach WHAT [flags]   freeze sign-ups, end sessions, ask for new keys, on a stopped server
  alcove drill [flags]         rehearse a breach on a copy, without anybody being told
  alcove ready [flags]         ask the server on this machine whether it is ready, for containers
  alcove doctor [flags] URL    play two people who use a running server, step by step
  alcove verify [flags] URL    compare the web client that a server gives a stranger with this one
  alcove log verify URL        read a server's key log from outside and verify all of it
  alcove witness [flags]       cosign other servers' key logs, so that nobody is shown another one
  alcove inventory             tell everything that a server holds, why and how long

alcove COMMAND -h lists the flags of a command.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	err := run(ctx, os.Args[1:], os.Stdout)
	if errors.Is(err, flag.ErrHelp) {
		return
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "alcove:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string, out io.Writer) error {
	if len(args) == 0 {
		fmt.Fprint(os.Stderr, usage)
		return errors.New("say what to do")
	}
	switch args[0] {
	case "serve":
		o, err := parseOptions(args[1:])
		if err != nil {
			return err
		}
		return serve(ctx, o, out)
	case "backup":
		return runBackup(ctx, args[1:], out, os.Stderr)
	case "backup-key":
		return runBackupKey(args[1:], out)
	case "keys":
		return runKeys(ctx, args[1:], out)
	case "restore":
		return runRestore(ctx, args[1:], out, os.Stderr)
	case "migrate":
		return runMigrate(ctx, args[1:], out, os.Stderr)
	case "breach":
		return runBreach(ctx, args[1:], out)
	case "drill":
		return runDrill(ctx, args[1:], out)
	case "ready":
		return runReady(ctx, args[1:], out)
	case "doctor":
		return runDoctor(ctx, args[1:], out)
	case "verify":
		return runVerify(ctx, args[1:], out)
	case "log":
		return runLog(ctx, args[1:], out)
	case "witness":
		return runWitness(ctx, args[1:], out)
	case "inventory":
		if len(args) > 1 {
			return errors.New("unknown argument " + args[1])
		}
		return writeInventory(out)
	case "help", "-h", "--help":
		fmt.Fprint(out, usage)
		return nil
	}
	fmt.Fprint(os.Stderr, usage)
	return errors.New("no such command: " + args[0])
}
