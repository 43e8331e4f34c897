package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// SQLite has one writer, and the store relies on it. PostgreSQL has as many as there are
// nodes: so each takes this lock of the database's with its transaction. Behind it they
// commit one after the other, and each sees all that was committed before it: last of all
// of which generation the server's secrets are.
const (
	beginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(" + writerLock + "); " + newestGeneration
	beginRead  = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; " + newestGeneration // one snapshot, as SQLite's

	writerLock = "107118152611429" // "alcove"
)

// How long is waited until a node that is cut off gives up, and others are freed of it.
const (
	connectWithin = 5 * time.Second
	lockWithin    = 10 * time.Second
	idleWithin    = 10 * time.Second // in a transaction: a node that hangs lets go of the lock
	readWithin    = 10 * time.Second
	lostWithin    = 10 * time.Second // what was sent and is not acknowledged by the other machine
)

// answerWithin is longer than the server itself waits for a lock.
var answerWithin = 15 * time.Second

// readers bounds the connections of one node that read; one more writes.
const readers = 8

// IsPostgres reports whether a store is named by a URL of PostgreSQL.
func IsPostgres(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

// OpenPostgres opens the PostgreSQL database that url names, which may be empty, and
// brings its schema up to date. Any number of nodes may have it open.
//
// It refuses a server that would lose what it acknowledged, or is older than 15.
func OpenPostgres(ctx context.Context, url string) (*DB, error) {
	config, err := postgresConfig(url)
	if err != nil {
		return nil, err
	}
	own := &generation{}
	if err := preparePostgres(ctx, config, own); err != nil {
		return nil, err
	}
	write := sql.OpenDB(pgConnector{withSettings(config, map[string]string{
		// Whatever the server's default: a commit has reached the disk, and the standbys that it is to wait for.
		"synchronous_commit": "on",
		// The server's waiting for standbys must not be cut short: it would call that a success.
		"statement_timeout": "0",
	}), beginWrite, own})
	write.SetMaxOpenConns(1)
	read := sql.OpenDB(pgConnector{withSettings(config, map[string]string{
		"default_transaction_read_only": "on",
		"statement_timeout":             milliseconds(readWithin),
	}), beginRead, own})
	read.SetMaxOpenConns(readers)
	read.SetMaxIdleConns(readers)
	db := newDB(read, write)
	db.generation = own
	db.vacuum = func(ctx context.Context) error { return vacuum(ctx, config) }
	return db.start(), nil
}

// postgresConfig reads the URL. What it does not say is set so that a node which is cut
// off notices it within bounded time.
func postgresConfig(url string) (*pgx.ConnConfig, error) {
	config, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, errors.New("the database's URL must look like postgres://USER:PASSWORD@HOST/DATABASE?sslmode=verify-full") // err repeats it, password and all
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectWithin
	}
	if config.ValidateConnect == nil { // with several hosts, as after a failover, the one that may write
		config.ValidateConnect = pgconn.ValidateConnectTargetSessionAttrsPrimary
	}
	dialer := net.Dialer{
		Timeout: config.ConnectTimeout, Control: loseUnacknowledged,
		KeepAliveConfig: net.KeepAliveConfig{Enable: true, Idle: 5 * time.Second, Interval: 2 * time.Second, Count: 3},
	}
	config.DialFunc = func(ctx context.Context, network, address string) (net.Conn, error) {
		conn, err := dialer.DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return impatient{conn}, nil
	}
	config.RuntimeParams["application_name"] = "alcove " + rand.Text()[:8] // whatever is given: nodes are counted by it, one a process
	for name, value := range map[string]string{
		"timezone":                            "UTC",
		"lock_timeout":                        milliseconds(lockWithin),
		"idle_in_transaction_session_timeout": milliseconds(idleWithin),
		"tcp_user_timeout":                    milliseconds(lostWithin),
		"tcp_keepalives_idle":                 "5", "tcp_keepalives_interval": "2", "tcp_keepalives_count": "3",
	} {
		if _, given := config.RuntimeParams[name]; !given {
			config.RuntimeParams[name] = value
		}
	}
	return config, nil
}

func withSettings(config *pgx.ConnConfig, settings map[string]string) *pgx.ConnConfig {
	config = config.Copy()
	for name, value := range settings {
		config.RuntimeParams[name] = value
	}
	return config
}

func milliseconds(d time.Duration) string { return strconv.FormatInt(d.Milliseconds(), 10) }

// impatient gives up an answer that does not come.
type impatient struct{ net.Conn }

func (c impatient) Read(b []byte) (int, error) {
	if err := c.SetReadDeadline(time.Now().Add(answerWithin)); err != nil {
		return 0, err
	}
	return c.Conn.Read(b)
}

// preparePostgres looks at what the server promises, brings the schema up to date, and
// reads which generation of the server's secrets the database is of: those of a process
// that has others are refused when they are settled (package account).
func preparePostgres(ctx context.Context, config *pgx.ConnConfig, own *generation) (err error) {
	conn, err := connectPatiently(ctx, config)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(told(err), leave(ctx, conn)) }()
	if err := checkPostgres(ctx, conn); err != nil {
		return err
	}
	if err := migratePostgres(ctx, conn); err != nil {
		return err
	}
	var newest int
	err = conn.QueryRow(ctx, newestGeneration).Scan(&newest)
	own.raise(newest)
	return err
}

// connectPatiently is for what may take its time: migrations, moves and a VACUUM.
func connectPatiently(ctx context.Context, config *pgx.ConnConfig) (*pgx.Conn, error) {
	config = withSettings(config, map[string]string{
		"synchronous_commit": "on", "statement_timeout": "0", "idle_in_transaction_session_timeout": "0", "lock_timeout": milliseconds(time.Minute),
	})
	config.DialFunc = (&net.Dialer{Timeout: connectWithin}).DialContext
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return nil, fmt.Errorf("no connection: %w", told(err))
	}
	return conn, nil
}

// leave closes a connection of connectPatiently.
func leave(ctx context.Context, conn *pgx.Conn) error {
	return told(conn.Close(context.WithoutCancel(ctx)))
}

const oldestPostgres = 150000

// checkPostgres refuses a server on which a commit that returned could be lost.
func checkPostgres(ctx context.Context, conn *pgx.Conn) error {
	var version int
	var fsync, pages, encoding, commit, times string
	if err := conn.QueryRow(ctx, `SELECT current_setting('server_version_num')::int, current_setting('fsync'), current_setting('full_page_writes'),
		current_setting('server_encoding'), current_setting('synchronous_commit'), current_setting('track_commit_timestamp')`).
		Scan(&version, &fsync, &pages, &encoding, &commit, &times); err != nil {
		return err
	}
	switch {
	case version < oldestPostgres:
		return errors.New("PostgreSQL 15 or newer is needed")
	case fsync != "on":
		return errors.New("PostgreSQL runs with fsync = off and would lose what it acknowledged; set fsync = on in postgresql.conf and restart it")
	case pages != "on":
		return errors.New("PostgreSQL runs with full_page_writes = off and could be damaged by a loss of power; set full_page_writes = on in postgresql.conf")
	case encoding != "UTF8":
		return errors.New("the database must be in UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0")
	case times != "off":
		return errors.New("PostgreSQL runs with track_commit_timestamp = on and would keep when each thing was written; set track_commit_timestamp = off in postgresql.conf and restart it")
	case commit != "on" && commit != "remote_apply":
		return errors.New("PostgreSQL did not accept synchronous_commit = on for this user")
	}
	return nil
}

// vacuum has the room of deleted and replaced rows used again by what is written next.
// Until then, and in the write-ahead log and archives, they remain: docs/operations.md.
func vacuum(ctx context.Context, config *pgx.ConnConfig) (err error) {
	conn, err := connectPatiently(ctx, config)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(told(err), leave(ctx, conn)) }()
	_, err = conn.Exec(ctx, "VACUUM account, mail, one_time_code, push, record, vault")
	return err
}
