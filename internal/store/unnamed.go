package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/jackc/pgx/v5"

	"alcove/internal/durable"
)

// newUnnamed makes a snapshot with nothing in it, of a database in a file within folder
// whose name is taken away before there is a row in it: so it goes with the process,
// however that ends. Nobody else can open it, and nothing of it is written beside it.
func newUnnamed(ctx context.Context, folder string) (s *Snapshot, err error) {
	file, err := os.CreateTemp(folder, ".alcove-copy-") // 0600
	if err != nil {
		return nil, err
	}
	gone := false
	defer func() {
		if !gone {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	q := url.Values{"mode": {"rw"}, "_txlock": {"deferred"}, "_pragma": {"locking_mode(EXCLUSIVE)", "journal_mode(OFF)", "synchronous(OFF)",
		"trusted_schema(0)", "temp_store(MEMORY)", "cache_size(-8000)"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: file.Name()}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	db.SetMaxOpenConns(1)
	s = &Snapshot{db: db, unnamed: file}
	if err := db.PingContext(ctx); err != nil { // it has the file open now
		return nil, errors.Join(err, s.Close())
	}
	if err := os.Remove(file.Name()); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	gone = true
	return s, nil
}

// fill copies all tables of a practice in PostgreSQL, and holds on to the result.
func (s *Snapshot) fill(ctx context.Context, from pgx.Tx, tell Copying) error {
	if err := migrate(ctx, s.db); err != nil {
		return err
	}
	if err := s.begin(ctx); err != nil {
		return err
	}
	tables, err := s.tables(ctx)
	if err != nil {
		return err
	}
	of, all, err := countEach(tables, func(table string) (n int64, err error) {
		err = from.QueryRow(ctx, "SELECT count(*) FROM "+table).Scan(&n)
		return n, err
	})
	if err != nil {
		return told(err)
	}
	done := int64(0)
	for _, table := range tables { // in the order in which they were made: none refers to a later one
		if err := s.fillTable(ctx, from, table, of[table], func(rows int64) { tell(done+rows, all) }); err != nil {
			return fmt.Errorf("table %s: %w", table, told(err))
		}
		done += of[table]
	}
	if err := s.tx.Commit(); err != nil {
		return err
	}
	return s.begin(ctx)
}

// fillTable copies one table and compares it.
func (s *Snapshot) fillTable(ctx context.Context, from pgx.Tx, table string, of int64, tell func(rows int64)) error {
	columns, order, err := s.shape(ctx, table)
	if err != nil {
		return err
	}
	insert, err := s.tx.PrepareContext(ctx, "INSERT INTO "+table+" ("+strings.Join(columns, ", ")+") VALUES (?"+strings.Repeat(", ?", len(columns)-1)+")")
	if err != nil {
		return err
	}
	defer func() { _ = insert.Close() }()
	tell(0)
	sent, err := sumEach(ctx, from, table, columns, order, func(values []any, rows int64) error {
		if rows%1000 == 0 {
			tell(rows)
		}
		_, err := insert.ExecContext(ctx, values...)
		return err
	})
	if err != nil {
		return err
	}
	there, err := s.sum(ctx, table, columns, order)
	if err != nil {
		return err
	}
	return compareSums(of, sent, there)
}

// sum sums up what arrived.
func (s *Snapshot) sum(ctx context.Context, table string, columns, order []string) (*rowSum, error) {
	rows, err := s.tx.QueryContext(ctx, selectInOrder(table, columns, order))
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	all := &moving{rows: rows, values: make([]any, len(columns)), sum: newRowSum(), tell: func(int64) {}}
	for all.Next() {
	}
	return all.sum, all.err
}

// wipe leaves nothing of an unnamed file in blocks that others are given.
func wipe(unnamed *os.File) error {
	if unnamed == nil {
		return nil
	}
	return errors.Join(durable.Blank(unnamed), unnamed.Close())
}
