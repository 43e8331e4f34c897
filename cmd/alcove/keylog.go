package main

import (
	"context"
	"fmt"

	"alcove/internal/keylog"
	"alcove/internal/store"
	"alcove/internal/webapp"
)

// entering is what a start does about the key log while the server serves already: a
// hundred thousand entries take longer to read than everything else. Who asks about the
// log or signs up waits for it, nobody else.
type entering struct {
	log  store.Keylog
	done chan struct{}
	err  *error // of an entering that is done
}

func beginEntering(ctx context.Context, log store.Keylog, client webapp.Release) entering {
	e := entering{log, make(chan struct{}), new(error)}
	go func() {
		defer close(e.done)
		if err := enterInKeylog(ctx, log, client); err != nil {
			*e.err = fmt.Errorf("key log: %w", err)
		}
	}()
	return e
}

// wait returns once the log may be told of, or why it never may.
func (e entering) wait() error {
	<-e.done
	return *e.err
}

// state is the log as it is on the disk.
func (e entering) state() (keylog.State, error) {
	if err := e.wait(); err != nil {
		return keylog.State{}, err
	}
	return e.log.State()
}

// enterInKeylog has in the key log what has to be there before anybody is told of it:
// all accounts, and the web client that they are given.
func enterInKeylog(ctx context.Context, log store.Keylog, client webapp.Release) error {
	if err := log.Backfill(ctx); err != nil {
		return err
	}
	return log.Append(ctx, keylog.Release, keylog.ReleaseLabel(client.Text), keylog.ReleaseValue(client.Text))
}
