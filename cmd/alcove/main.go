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

  alcove serve [flags]   serve the practice (alcove serve -h lists the flags)
  alcove inventory       tell everything that a server holds, why and how long
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
	if len(args) == 1 && args[0] == "inventory" {
		return writeInventory(out)
	}
	if len(args) == 0 || args[0] != "serve" {
		fmt.Fprint(os.Stderr, usage)
		return errors.New("no such command")
	}
	o, err := parseOptions(args[1:])
	if err != nil {
		return err
	}
	return serve(ctx, o, out)
}
