package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"alcove/internal/clock"
	"alcove/internal/datafolder"
	"alcove/internal/store"
)

// stopped is the data folder of a server that does not run, in the hands of a command.
type stopped struct {
	db      *store.DB
	now     func() time.Time // as the server has it, whose clock never goes back
	release func()
}

// openStopped takes the folder, and the database that lies in it or that url names;
// datafolder.ErrInUse where a server runs on the folder.
func openStopped(ctx context.Context, data, url string) (s stopped, err error) {
	// A folder that is mistyped must not be made, nor anything in it.
	sign := datafolder.Database
	if url != "" {
		sign = datafolder.ServerKey
	}
	if _, err := os.Stat(filepath.Join(data, sign)); err != nil {
		return s, fmt.Errorf("no data folder of a server (a practice in PostgreSQL is named by -store): %w", err)
	}
	if s.release, err = datafolder.Acquire(data); err != nil {
		return s, fmt.Errorf("data folder: %w", err)
	}
	defer func() {
		if err != nil {
			s.release()
		}
	}()
	if s.db, err = openStore(ctx, options{data: data, store: url}); err != nil {
		return s, fmt.Errorf("database: %w", err)
	}
	own, err := clock.Open(ctx, s.db.Clocks(), clock.Machine(), slog.New(slog.DiscardHandler))
	if err != nil {
		return s, errors.Join(fmt.Errorf("database: %w", err), s.db.Close())
	}
	s.now = own.Now
	return s, nil
}

func (s stopped) close() error {
	defer s.release()
	return s.db.Close()
}

// dayOf writes a day since 1970.
func dayOf(day int64) string { return time.Unix(day*86400, 0).UTC().Format(time.DateOnly) }
