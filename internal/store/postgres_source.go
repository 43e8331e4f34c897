package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"modernc.org/sqlite"

	"alcove/internal/account"
)

// PostgresSource is a practice in PostgreSQL of which a backup or a copy is made while its
// nodes serve from it. It is one connection of PostgreSQL's, and as long as it is open the
// server's secrets cannot be exchanged (DB.Alone).
type PostgresSource struct {
	config  *pgx.ConnConfig
	conn    *pgx.Conn
	secrets Secrets
}

// Secrets says which secrets the data folder beside a copy has: with others the copy would
// be worth nothing.
type Secrets struct {
	Fingerprint [32]byte // see DB.Begin
	Generations int
}

// Errors of a PostgresSource; besides those, ErrOtherSecrets and account.ErrOtherKeys.
var (
	// ErrNoPractice: there is nothing to be copied.
	ErrNoPractice = errors.New("no_practice: nothing has served from this PostgreSQL database yet; is it the one that the nodes name by -store?")
	// ErrOtherSchema: what the tables mean is known to the program that serves from them.
	ErrOtherSchema = errors.New("other_version: the PostgreSQL database is of another version than this alcove; take the one that serves from it")
	// ErrBackupRuns: the load of a backup is to be there once.
	ErrBackupRuns = errors.New("backup_running: another backup of this PostgreSQL database is being made")
	// ErrNoRoom: the disk of the copy is full.
	ErrNoRoom = errors.New("storage_full: there is not room enough for a copy of the database; nothing was left behind. -in names another folder for it")
)

// backupLock is held by whoever makes a backup, on whichever machine.
const backupLock = "107118152611430" // the one behind writerLock

// OpenPostgresSource opens the practice that url names, to be read.
func OpenPostgresSource(ctx context.Context, url string, secrets Secrets) (*PostgresSource, error) {
	config, err := postgresConfig(url)
	if err != nil {
		return nil, err
	}
	s := &PostgresSource{config: config, secrets: secrets}
	if s.conn, err = connectPatiently(ctx, config); err != nil {
		return nil, err
	}
	if err := checkInstallation(ctx, s.conn, secrets); err != nil {
		return nil, errors.Join(told(err), s.Close())
	}
	return s, nil
}

// checkInstallation sees to it that the database is one that this program knows, and
// belongs to the secrets.
func checkInstallation(ctx context.Context, conn postgresQuerier, secrets Secrets) error {
	var there bool
	if err := conn.QueryRow(ctx, `SELECT to_regclass('installation') IS NOT NULL`).Scan(&there); err != nil {
		return err
	}
	if !there {
		return ErrNoPractice
	}
	var schema, newest int
	var begun []byte
	if err := conn.QueryRow(ctx, `SELECT schema, secrets FROM installation`).Scan(&schema, &begun); err != nil {
		return err
	}
	switch {
	case schema != Schema():
		return fmt.Errorf("%w (%d, and this one is of %d)", ErrOtherSchema, schema, Schema())
	case begun == nil:
		return ErrNoPractice
	case !bytes.Equal(begun, secrets.Fingerprint[:]):
		return fmt.Errorf("other_secrets: %w", ErrOtherSecrets)
	}
	if err := conn.QueryRow(ctx, newestGeneration).Scan(&newest); err != nil {
		return err
	}
	if newest > secrets.Generations {
		return fmt.Errorf("other_secrets: %w", account.ErrOtherKeys)
	}
	return nil
}

// postgresQuerier is a connection or a transaction.
type postgresQuerier interface {
	QueryRow(ctx context.Context, query string, args ...any) pgx.Row
}

// Reserve keeps others from making a backup until the source is closed, or its connection
// with the database ends; ErrBackupRuns where one is under way.
func (s *PostgresSource) Reserve(ctx context.Context) error {
	var mine bool
	if err := s.conn.QueryRow(ctx, `SELECT pg_try_advisory_lock(`+backupLock+`)`).Scan(&mine); err != nil {
		return told(err)
	}
	if !mine {
		return ErrBackupRuns
	}
	return nil
}

// Known is the practice's own time when it was kept last, as Snapshot.Known.
func (s *PostgresSource) Known(ctx context.Context) (time.Time, error) {
	var unix int64
	err := s.conn.QueryRow(ctx, `SELECT known_unix FROM clock`).Scan(&unix)
	if errors.Is(err, pgx.ErrNoRows) {
		return time.Time{}, nil
	}
	return time.Unix(unix, 0), told(err)
}

// Snapshot copies the practice as it is at this moment into a database of SQLite, in a
// file within a folder that has no name and goes with Close, or with the process. Each
// table is read back, and compared by the number of rows and a hash over all of them.
// PostgreSQL is read in one transaction, which ends with this call.
func (s *PostgresSource) Snapshot(ctx context.Context, within string, tell Copying) (*Snapshot, error) {
	tx, err := s.conn.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return nil, told(err)
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	if err := checkInstallation(ctx, tx, s.secrets); err != nil { // the first read takes hold of the moment
		return nil, told(err)
	}
	out, err := newUnnamed(ctx, within)
	if err != nil {
		return nil, err
	}
	if err := out.fill(ctx, tx, tell); err != nil {
		if errors.As(err, new(*sqlite.Error)) && isFull(err) {
			err = fmt.Errorf("%w (%w)", ErrNoRoom, err)
		}
		return nil, errors.Join(brokenOff(ctx, err), out.Close())
	}
	return out, nil
}

// NoteBackup leaves in the database the day of a backup, for the nodes to tell (DB.LastBackup).
func (s *PostgresSource) NoteBackup(ctx context.Context, made time.Time) (err error) {
	// A connection of its own: the other one was idle for long, and may not be there any more.
	conn, err := connectPatiently(ctx, s.config)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, leave(ctx, conn)) }()
	_, err = conn.Exec(ctx, `COMMENT ON TABLE installation IS '`+backedUp+made.UTC().Format(time.DateOnly)+`'`)
	return told(err)
}

// backedUp is what stands before the day. A comment, since this is said of the database,
// not in it: a copy of the rows was not backed up itself.
const backedUp = "backed up "

// LastBackup is the day (time.DateOnly) on which a practice in PostgreSQL was backed up
// last by alcove, and nothing if it never was.
func (db *DB) LastBackup(ctx context.Context) (day string, err error) {
	var said string
	if err := db.Reader().QueryRowContext(ctx, `SELECT coalesce(obj_description('installation'::regclass, 'pg_class'), '')`).Scan(&said); err != nil {
		return "", err
	}
	day, ours := strings.CutPrefix(said, backedUp)
	if _, err := time.Parse(time.DateOnly, day); !ours || err != nil {
		return "", nil // somebody else's words
	}
	return day, nil
}

// Close lets go of the database.
func (s *PostgresSource) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), answerWithin)
	defer cancel()
	// Once it has answered others are let in. Of a connection that ends PostgreSQL hears in
	// its own time, and lets go then, also where this fails.
	_, _ = s.conn.Exec(ctx, `SELECT pg_advisory_unlock_all()`)
	return leave(ctx, s.conn)
}
