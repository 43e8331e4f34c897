package store

import (
	"cmp"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"alcove/internal/disclosure"
)

// Moved is what a move brought over: the rows of each table.
type Moved struct {
	Tables int
	Rows   int64
	// Left names the tables that stayed where they were, for they are nothing of Alcove's:
	// what replicates SQLite adds some of its own.
	Left []string
}

// Copying is told how many rows of all are copied.
type Copying func(rows, of int64)

// ErrNotEmpty: the target holds something already.
var ErrNotEmpty = errors.New("database_not_empty: there are tables in this PostgreSQL database: make an empty one with CREATE DATABASE, and name that")

// errStillWaiting: they would have been put in place, had there been room.
var errStillWaiting = errors.New("records are not in their places yet, for the disk is full: make room on it and try again")

// Move copies a practice from the snapshot of a SQLite database into an empty database of
// PostgreSQL, which is tied to the secrets with that fingerprint (Begin). All of it is
// one transaction: a move that is broken off leaves nothing.
//
// Before that is committed each table is read back, and compared by the number of rows
// and a hash over all of them.
func Move(ctx context.Context, from *Snapshot, url string, fingerprint [32]byte, tell Copying) (m Moved, err error) {
	if from.Schema() != Schema() {
		return m, fmt.Errorf("the database is of version %d, and this alcove of %d", from.Schema(), Schema())
	}
	if n, err := WaitingIn(ctx, from.path); err != nil || n > 0 {
		return m, cmp.Or(err, errStillWaiting)
	}
	config, err := postgresConfig(url)
	if err != nil {
		return m, err
	}
	conn, err := connectPatiently(ctx, config)
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(brokenOff(ctx, told(err)), leave(ctx, conn)) }()
	if err := checkPostgres(ctx, conn); err != nil {
		return m, err
	}
	tx, err := conn.Begin(ctx)
	if err != nil {
		return m, err
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }()
	if err := beginMove(ctx, tx, fingerprint); err != nil {
		return m, err
	}
	tables, err := from.tables(ctx)
	if err != nil {
		return m, err
	}
	tables, m.Left = ours(tables)
	of, all, err := countEach(tables, func(table string) (int64, error) { return from.count(ctx, table) })
	if err != nil {
		return m, err
	}
	for _, table := range tables { // in the order in which they were made: none refers to a later one
		if err := moveTable(ctx, from, tx, table, of[table], func(rows int64) { tell(m.Rows+rows, all) }); err != nil {
			return m, fmt.Errorf("table %s: %w", table, told(err))
		}
		m.Tables, m.Rows = m.Tables+1, m.Rows+of[table]
	}
	if err := numberOn(ctx, tx); err != nil {
		return m, err
	}
	if err := tx.Commit(ctx); err != nil {
		return m, err
	}
	_, err = conn.Exec(ctx, "VACUUM ANALYZE") // or the first queries are planned for empty tables
	return m, err
}

// CheckEmpty fails as Move would, before there is anything to be moved: with ErrNotEmpty,
// or where the server would lose what it acknowledged.
func CheckEmpty(ctx context.Context, url string) (err error) {
	config, err := postgresConfig(url)
	if err != nil {
		return err
	}
	conn, err := connectPatiently(ctx, config)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(told(err), leave(ctx, conn)) }()
	if err := checkPostgres(ctx, conn); err != nil {
		return err
	}
	return checkEmpty(ctx, conn)
}

func checkEmpty(ctx context.Context, conn postgresQuerier) error {
	var there bool
	err := conn.QueryRow(ctx, `SELECT EXISTS (SELECT 1 FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace)`).Scan(&there)
	if err == nil && there {
		err = ErrNotEmpty
	}
	return err
}

// ours parts tables that Alcove declares from others.
func ours(tables []string) (ours, others []string) {
	for _, table := range tables {
		if slices.ContainsFunc(Inventory, func(i disclosure.Item) bool { return strings.HasPrefix(i.Name, table+".") }) {
			ours = append(ours, table)
		} else {
			others = append(others, table)
		}
	}
	return ours, others
}

func beginMove(ctx context.Context, tx pgx.Tx, fingerprint [32]byte) error {
	if _, err := tx.Exec(ctx, `SELECT pg_advisory_xact_lock(`+writerLock+`)`); err != nil {
		return err
	}
	if err := checkEmpty(ctx, tx); err != nil {
		return err
	}
	if err := createPostgres(ctx, tx, 0); err != nil {
		return err
	}
	_, err := tx.Exec(ctx, `UPDATE installation SET secrets = $1`, fingerprint[:])
	return err
}

// countEach counts the rows of each table, and of all.
func countEach(tables []string, count func(table string) (int64, error)) (each map[string]int64, all int64, err error) {
	each = make(map[string]int64, len(tables))
	for _, table := range tables {
		if each[table], err = count(table); err != nil {
			return nil, 0, err
		}
		all += each[table]
	}
	return each, all, nil
}

// moveTable copies one table, of so many rows, and compares it.
func moveTable(ctx context.Context, from *Snapshot, tx pgx.Tx, table string, of int64, tell func(rows int64)) error {
	columns, order, err := from.shape(ctx, table)
	if err != nil {
		return err
	}
	rows, err := from.tx.QueryContext(ctx, selectInOrder(table, columns, order))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	source := &moving{rows: rows, values: make([]any, len(columns)), sum: newRowSum(), tell: tell}
	tell(0)
	copied, err := tx.CopyFrom(ctx, pgx.Identifier{table}, columns, source)
	if err != nil {
		return err
	}
	there, err := sumEach(ctx, tx, table, columns, order, func([]any, int64) error { return nil })
	if err != nil {
		return err
	}
	if copied != of {
		return fmt.Errorf("%d rows were to be moved and %d arrived", of, copied)
	}
	return compareSums(of, source.sum, there)
}

// compareSums fails where what arrived is not what was sent, of so many rows.
func compareSums(of int64, sent, there *rowSum) error {
	switch {
	case sent.rows != of || there.rows != of:
		return fmt.Errorf("%d rows were to be moved, %d were read and %d arrived", of, sent.rows, there.rows)
	case there.digest() != sent.digest():
		return errors.New("what arrived is not what was sent")
	}
	return nil
}

func selectInOrder(table string, columns, order []string) string {
	return "SELECT " + strings.Join(columns, ", ") + " FROM " + table + " ORDER BY " + strings.Join(order, ", ")
}

// moving gives the rows of SQLite to COPY, and sums them up.
type moving struct {
	rows   *sql.Rows
	values []any
	sum    *rowSum
	tell   func(rows int64)
	err    error
}

func (m *moving) Next() bool {
	if !m.rows.Next() {
		m.err = m.rows.Err()
		return false
	}
	into := make([]any, len(m.values))
	for i := range m.values {
		into[i] = &m.values[i]
	}
	if m.err = m.rows.Scan(into...); m.err != nil {
		return false
	}
	for i, v := range m.values {
		if b, is := v.([]byte); is && b == nil { // how the driver gives one that is empty; PostgreSQL takes it for NULL
			m.values[i] = []byte{}
		}
	}
	if m.err = m.sum.add(m.values); m.err != nil {
		return false
	}
	if m.sum.rows%1000 == 0 {
		m.tell(m.sum.rows)
	}
	return true
}

func (m *moving) Values() ([]any, error) { return m.values, m.err }
func (m *moving) Err() error             { return m.err }

// rowSum is a hash over rows in the order of their key: of each value its kind, its
// length and its bytes.
type rowSum struct {
	hash hash.Hash
	rows int64
}

func newRowSum() *rowSum { return &rowSum{hash: sha256.New()} }

func (s *rowSum) add(values []any) error {
	s.rows++
	for _, v := range values {
		var kind byte
		var bytes []byte
		switch v := v.(type) {
		case nil:
		case int64:
			kind, bytes = 1, binary.BigEndian.AppendUint64(nil, uint64(v))
		case string:
			kind, bytes = 2, []byte(v)
		case []byte:
			kind, bytes = 3, v
		default:
			return fmt.Errorf("a column is a %T", v)
		}
		s.hash.Write(binary.BigEndian.AppendUint64([]byte{kind}, uint64(len(bytes))))
		s.hash.Write(bytes)
	}
	return nil
}

func (s *rowSum) digest() [32]byte { return [32]byte(s.hash.Sum(nil)) }

// sumEach sums up what PostgreSQL has in a table, and gives each row, with how many there
// were up to it.
func sumEach(ctx context.Context, tx pgx.Tx, table string, columns, order []string, each func(values []any, rows int64) error) (*rowSum, error) {
	rows, err := tx.Query(ctx, selectInOrder(table, columns, order), pgx.QueryExecModeDescribeExec)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sum := newRowSum()
	for rows.Next() {
		values, err := rows.Values()
		if err != nil {
			return nil, err
		}
		if err := sum.add(values); err != nil {
			return nil, err
		}
		if err := each(values, sum.rows); err != nil {
			return nil, err
		}
	}
	return sum, rows.Err()
}

// numberOn has what is counted go on behind what was moved.
func numberOn(ctx context.Context, tx pgx.Tx) error {
	rows, err := tx.Query(ctx, `SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' AND is_identity = 'YES'`)
	if err != nil {
		return err
	}
	counted, err := pgx.CollectRows(rows, pgx.RowToStructByPos[struct{ Table, Column string }])
	if err != nil {
		return err
	}
	for _, c := range counted {
		if _, err := tx.Exec(ctx, fmt.Sprintf(`SELECT setval(pg_get_serial_sequence('%[1]s', '%[2]s'), coalesce(max(%[2]s), 0) + 1, false) FROM %[1]s`, c.Table, c.Column)); err != nil {
			return err
		}
	}
	return nil
}

// shape gives a table's columns, and those of its key.
func (s *Snapshot) shape(ctx context.Context, table string) (columns, key []string, err error) {
	rows, err := s.tx.QueryContext(ctx, `SELECT name, pk FROM pragma_table_info(?) ORDER BY CASE pk WHEN 0 THEN 1000 ELSE pk END, cid`, table)
	if err != nil {
		return nil, nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var name string
		var pk int
		if err := rows.Scan(&name, &pk); err != nil {
			return nil, nil, err
		}
		columns = append(columns, name)
		if pk > 0 {
			key = append(key, name)
		}
	}
	return columns, key, rows.Err()
}
