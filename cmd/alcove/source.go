package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"alcove/internal/datafolder"
	"alcove/internal/store"
)

// source is a practice's database, of which a backup or a drill takes the state of one
// moment while servers run on it.
type source struct {
	data     string
	postgres *store.PostgresSource // nil for SQLite in the data folder
}

// openSource opens the database that lies in a data folder or that url names. One of
// PostgreSQL has to belong to the secrets in the folder.
func openSource(ctx context.Context, data, url string) (s source, err error) {
	s.data = data
	if url == "" {
		if _, err := os.Stat(s.path()); errors.Is(err, fs.ErrNotExist) {
			return s, fmt.Errorf("there is no database in %s: a practice in PostgreSQL is named by -store", data)
		}
		return s, nil
	}
	if !store.IsPostgres(url) {
		return s, errStoreURL
	}
	keys, err := secretsOf(data)
	if err != nil {
		return s, err
	}
	s.postgres, err = store.OpenPostgresSource(ctx, url, keys)
	return s, err
}

func (s source) path() string { return filepath.Join(s.data, datafolder.Database) }

// snapshot takes hold of this moment. A copy of PostgreSQL lies within a folder meanwhile,
// without a name.
func (s source) snapshot(ctx context.Context, within string, show *progress) (*store.Snapshot, error) {
	if s.postgres == nil {
		if err := s.place(ctx); err != nil {
			return nil, err
		}
		return store.OpenSnapshot(ctx, s.path())
	}
	defer show.countRows()()
	return s.postgres.Snapshot(ctx, within, func(rows, of int64) { show.tell("copying the database", rows, of) })
}

// place has all in the database that was acknowledged before: what a server that was killed
// left beside it is put there, and one that runs does so itself, within moments.
func (s source) place(ctx context.Context) error {
	release, err := datafolder.Lock(s.data)
	if errors.Is(err, datafolder.ErrInUse) {
		return store.AwaitPlaces(ctx, s.path())
	}
	if err != nil {
		return err
	}
	defer release()
	if n, err := store.WaitingIn(ctx, s.path()); err != nil || n == 0 {
		return err
	}
	db, err := store.Open(ctx, s.path())
	if err != nil {
		return err
	}
	return db.Close()
}

// time is by what a copy is named: the server's own time where the machine's clock says
// something quite different, or a clock that was wrong for one night would decide which
// backups are the oldest for good.
func (s source) time(ctx context.Context) time.Time {
	now := time.Now()
	if known, err := s.known(ctx); err == nil && !known.IsZero() && now.Sub(known).Abs() > 24*time.Hour {
		return known
	}
	return now // an error is one of the snapshot, too
}

func (s source) known(ctx context.Context) (known time.Time, err error) {
	if s.postgres != nil {
		return s.postgres.Known(ctx)
	}
	snapshot, err := store.OpenSnapshot(ctx, s.path())
	if err != nil {
		return known, err
	}
	defer func() { err = errors.Join(err, snapshot.Close()) }()
	return snapshot.Known(ctx)
}

func (s source) close() error {
	if s.postgres == nil {
		return nil
	}
	return s.postgres.Close()
}
