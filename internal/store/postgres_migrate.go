package store

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
)

//go:embed migrations/postgres/*.sql
var postgresMigrations embed.FS

// installation has one row: what SQLite keeps in its header or needs not, for there is
// one file and one server.
const createInstallation = `CREATE TABLE IF NOT EXISTS installation (
	id bigint PRIMARY KEY CHECK (id = 1),
	-- The newest migration that was applied.
	schema bigint NOT NULL,
	-- Keyed hash of the server's secrets (key files): nodes that have others are refused.
	secrets bytea CHECK (secrets IS NULL OR length(secrets) = 32)
)`

// migratePostgres applies what the database has not seen, in one transaction. Nodes that
// start together do it one after the other.
func migratePostgres(ctx context.Context, conn *pgx.Conn) error {
	tx, err := conn.Begin(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock("+writerLock+")"); err != nil {
		return err
	}
	var applied int
	var there bool
	if err := tx.QueryRow(ctx, `SELECT to_regclass('installation') IS NOT NULL`).Scan(&there); err != nil {
		return err
	}
	if there {
		if err := tx.QueryRow(ctx, `SELECT schema FROM installation`).Scan(&applied); err != nil {
			return err
		}
	}
	switch newest := Schema(); {
	case applied > newest:
		return fmt.Errorf("the database was written by a newer alcove (schema %d, this one knows %d)", applied, newest)
	case applied == newest:
		return nil
	}
	if err := createPostgres(ctx, tx, applied); err != nil {
		return err
	}
	return tx.Commit(ctx)
}

// createPostgres brings the schema from a version, 0 for nothing, to the newest.
func createPostgres(ctx context.Context, tx pgx.Tx, applied int) error {
	names, err := fs.Glob(postgresMigrations, "migrations/postgres/*.sql")
	if err != nil {
		return err
	}
	if _, err := tx.Exec(ctx, createInstallation); err != nil {
		return err
	}
	for _, name := range names {
		number, _, _ := strings.Cut(path.Base(name), "_")
		version, err := strconv.Atoi(number)
		if err != nil {
			return err
		}
		if version <= applied {
			continue
		}
		script, err := postgresMigrations.ReadFile(name)
		if err != nil {
			return err
		}
		if _, err := tx.Conn().PgConn().Exec(ctx, string(script)).ReadAll(); err != nil {
			return fmt.Errorf("migrate %s: %w", name, told(err))
		}
		applied = version
	}
	_, err = tx.Exec(ctx, `INSERT INTO installation (id, schema) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET schema = excluded.schema`, applied)
	return err
}
