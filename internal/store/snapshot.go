package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"time"
)

// Snapshot is the database as it was at one moment, while others go on writing:
// a read transaction in WAL mode. Until it is closed the write-ahead log cannot be
// emptied and grows with what is written.
type Snapshot struct {
	db     *sql.DB
	tx     *sql.Tx
	schema int
	pages  int64
	size   int64
	path   string // of SQLite's database
	// unnamed is where a copy of PostgreSQL lies; nil for a database of SQLite.
	unnamed *os.File
}

// Schema is the newest schema version that this program knows.
func Schema() int {
	names, _ := fs.Glob(migrations, "migrations/*.sql") // the pattern is well-formed
	return len(names)
}

// OpenSnapshot holds on to the present state of the database at path, which it
// neither makes nor migrates nor changes.
func OpenSnapshot(ctx context.Context, path string) (*Snapshot, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, err
	}
	q := url.Values{"mode": {"rw"}, "_txlock": {"deferred"}, // not ro: that could not make the shared memory where no server runs
		"_pragma": {"busy_timeout(10000)", "query_only(1)", "trusted_schema(0)", "temp_store(MEMORY)", "cache_size(-8000)"}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return nil, err
	}
	s := &Snapshot{db: db, path: path}
	if err := s.begin(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func (s *Snapshot) begin(ctx context.Context) (err error) {
	if s.tx, err = s.db.BeginTx(ctx, nil); err != nil {
		return err
	}
	// The first read takes hold of the moment.
	if err := s.tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&s.schema); err != nil {
		return err
	}
	var pageSize int64
	if err := s.tx.QueryRowContext(ctx, "PRAGMA page_count").Scan(&s.pages); err != nil {
		return err
	}
	if err := s.tx.QueryRowContext(ctx, "PRAGMA page_size").Scan(&pageSize); err != nil {
		return err
	}
	s.size = s.pages * pageSize
	return nil
}

// Known is the server's own time when it was kept last (package clock), zero where
// it never was.
func (s *Snapshot) Known(ctx context.Context) (time.Time, error) {
	if s.schema < clockSchema {
		return time.Time{}, nil
	}
	var unix int64
	err := s.tx.QueryRowContext(ctx, `SELECT known_unix FROM clock`).Scan(&unix)
	if errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, nil
	}
	return time.Unix(unix, 0), err
}

// clockSchema is the first version that has the table.
const clockSchema = 13

// Close lets go of the moment.
func (s *Snapshot) Close() error {
	if s.tx != nil {
		_ = s.tx.Rollback() // fails only when its context has ended, which rolled it back
	}
	return errors.Join(s.db.Close(), wipe(s.unnamed))
}

// Schema is the version of the snapshot's schema.
func (s *Snapshot) Schema() int { return s.schema }

// Size is how many bytes Copy writes.
func (s *Snapshot) Size() int64 { return s.size }

// Copy writes the snapshot page by page: a database file of its own, which is
// never on the disk in between. What no row is in any more is left out of it.
func (s *Snapshot) Copy(ctx context.Context, w io.Writer) error {
	rows, err := s.tx.QueryContext(ctx, "SELECT pgno, data FROM sqlite_dbpage ORDER BY pgno")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var number int64
	var data sql.RawBytes
	var page []byte
	for rows.Next() {
		if err := rows.Scan(&number, &data); err != nil {
			return err
		}
		page = append(page[:0], data...) // the driver's own memory is not ours to change
		clear(slackOf(number, s.pages, page))
		if _, err := w.Write(page); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Check reads all of the snapshot and fails when it is damaged. What it found is
// told without anything of what is stored.
func (s *Snapshot) Check(ctx context.Context) error {
	var found string
	if err := s.tx.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&found); err != nil {
		return fmt.Errorf("the database is damaged: %w", err)
	}
	if found != "ok" {
		return fmt.Errorf("the database is damaged: %s", strings.TrimSpace(found))
	}
	rows, err := s.tx.QueryContext(ctx, "PRAGMA foreign_key_check")
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	if rows.Next() {
		return errors.New("the database is damaged: a row refers to one that is not there")
	}
	return rows.Err()
}

// Counts counts the rows of each table.
func (s *Snapshot) Counts(ctx context.Context) (map[string]int64, error) {
	tables, err := s.tables(ctx)
	if err != nil {
		return nil, err
	}
	counts := make(map[string]int64, len(tables))
	for _, table := range tables {
		if counts[table], err = s.count(ctx, table); err != nil {
			return nil, err
		}
	}
	return counts, nil
}

func (s *Snapshot) count(ctx context.Context, table string) (n int64, err error) {
	err = s.tx.QueryRowContext(ctx, `SELECT count(*) FROM "`+strings.ReplaceAll(table, `"`, `""`)+`"`).Scan(&n)
	return n, err
}

func (s *Snapshot) tables(ctx context.Context) (out []string, err error) {
	rows, err := s.tx.QueryContext(ctx, "SELECT name FROM sqlite_schema WHERE type = 'table'")
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			return nil, err
		}
		out = append(out, name)
	}
	return out, rows.Err()
}
