package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"strings"

	"alcove/internal/fault"

	// The driver of PostgreSQL that is cared for, and the only one that can pipeline. Its
	// own wrapping for database/sql cannot: so what the store needs of that stands here.
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
)

// pgConnector makes connections for database/sql that understand the store's SQL.
type pgConnector struct {
	config *pgx.ConnConfig
	begin  string // how a transaction begins
	own    *generation
}

func (c pgConnector) Connect(ctx context.Context) (driver.Conn, error) {
	conn := &pgConn{begin: c.begin, own: c.own}
	config := c.config.Copy()
	config.OnNotice = conn.notice
	var err error
	if conn.pgx, err = pgx.ConnectConfig(ctx, config); err != nil {
		return nil, lost(err)
	}
	if err := c.own.check(ctx, conn.pgx); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return conn, nil
}

// Driver is asked for by nobody.
func (c pgConnector) Driver() driver.Driver { return nil }

// pgConn is one connection.
type pgConn struct {
	pgx   *pgx.Conn
	begin string
	own   *generation
	// waiting are statements whose results nobody waits for: they travel with the next one.
	waiting *pgx.Batch
	// warned: the server said something that casts doubt on the transaction.
	warned bool
}

var (
	_ driver.ConnBeginTx        = (*pgConn)(nil)
	_ driver.ConnPrepareContext = (*pgConn)(nil)
	_ driver.ExecerContext      = (*pgConn)(nil)
	_ driver.QueryerContext     = (*pgConn)(nil)
	_ driver.NamedValueChecker  = (*pgConn)(nil)
	_ driver.SessionResetter    = (*pgConn)(nil)
	_ driver.Validator          = (*pgConn)(nil)
	_ driver.Pinger             = (*pgConn)(nil)
)

// later marks a statement that may wait for the next one. Its error is that one's.
var later = context.WithValue(context.Background(), laterKey{}, true)

type laterKey struct{}

// notice hears of a commit that no standby has confirmed because somebody cancelled the
// waiting: PostgreSQL calls it committed all the same, with a warning.
func (c *pgConn) notice(_ *pgconn.PgConn, n *pgconn.Notice) {
	c.warned = c.warned || n.SeverityUnlocalized == "WARNING"
}

func (c *pgConn) Ping(ctx context.Context) error { return lost(c.pgx.Ping(ctx)) }

func (c *pgConn) Close() error { return told(c.pgx.Close(context.Background())) }

// IsValid reports whether the connection can be used again.
func (c *pgConn) IsValid() bool {
	return !c.pgx.IsClosed() && c.pgx.PgConn().TxStatus() == 'I' && c.waiting == nil
}

func (c *pgConn) ResetSession(context.Context) error {
	if !c.IsValid() {
		return driver.ErrBadConn
	}
	return nil
}

// CheckNamedValue makes of each argument what a column holds: truth is a number in SQLite.
func (c *pgConn) CheckNamedValue(v *driver.NamedValue) (err error) {
	if v.Value, err = driver.DefaultParameterConverter.ConvertValue(v.Value); err != nil {
		return err
	}
	if truth, ok := v.Value.(bool); ok {
		v.Value = int64(0)
		if truth {
			v.Value = int64(1)
		}
	}
	return nil
}

func (c *pgConn) Begin() (driver.Tx, error) {
	return c.BeginTx(context.Background(), driver.TxOptions{})
}

func (c *pgConn) BeginTx(ctx context.Context, _ driver.TxOptions) (driver.Tx, error) {
	if c.pgx.IsClosed() {
		return nil, driver.ErrBadConn
	}
	c.warned = false
	began, err := c.pgx.PgConn().Exec(ctx, c.begin).ReadAll()
	if err != nil {
		return nil, lost(errors.Join(told(err), c.rollback()))
	}
	if err := c.own.compare(began); err != nil {
		return nil, errors.Join(err, c.rollback())
	}
	return pgTx{c}, nil
}

type pgTx struct{ *pgConn }

func (t pgTx) Rollback() error { return t.rollback() }

func (c *pgConn) rollback() error {
	c.waiting = nil
	if c.pgx.IsClosed() {
		return driver.ErrBadConn
	}
	_, err := c.pgx.PgConn().Exec(context.Background(), "ROLLBACK").ReadAll()
	return lost(err)
}

var errNotConfirmed = errors.New("the commit was not confirmed: waiting for a standby was cancelled")

// Commit fails also where the server rolled back, or did not wait for its standbys.
func (t pgTx) Commit() error {
	result, err := t.exec(context.Background(), "COMMIT", nil)
	switch {
	case err != nil:
		return err
	case result.String() != "COMMIT":
		return lost(errors.New("the server rolled the transaction back"))
	case t.warned:
		return lost(errNotConfirmed)
	}
	return nil
}

func (c *pgConn) Prepare(query string) (driver.Stmt, error) {
	return pgStmt{c, toPostgres(query)}, nil
}

// PrepareContext leaves preparing to pgx, which does it with the first use on each connection.
func (c *pgConn) PrepareContext(_ context.Context, query string) (driver.Stmt, error) {
	return c.Prepare(query)
}

func (c *pgConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	return pgStmt{c, toPostgres(query)}.ExecContext(ctx, args)
}

func (c *pgConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	return pgStmt{c, toPostgres(query)}.QueryContext(ctx, args)
}

type pgStmt struct {
	*pgConn
	query string
}

func (s pgStmt) Close() error  { return nil }
func (s pgStmt) NumInput() int { return -1 }

var errNoContext = errors.New("store: a statement without a context")

func (s pgStmt) Exec([]driver.Value) (driver.Result, error) { return nil, errNoContext }
func (s pgStmt) Query([]driver.Value) (driver.Rows, error)  { return nil, errNoContext }

func (s pgStmt) ExecContext(ctx context.Context, named []driver.NamedValue) (driver.Result, error) {
	if ctx.Value(laterKey{}) != nil {
		s.batch().Queue(s.query, values(named)...)
		return driver.ResultNoRows, nil
	}
	tag, err := s.exec(ctx, s.query, values(named))
	return driver.RowsAffected(tag.RowsAffected()), err
}

func (c *pgConn) batch() *pgx.Batch {
	if c.waiting == nil {
		c.waiting = &pgx.Batch{}
	}
	return c.waiting
}

func (c *pgConn) exec(ctx context.Context, query string, args []any) (tag pgconn.CommandTag, err error) {
	if c.pgx.IsClosed() {
		return tag, driver.ErrBadConn
	}
	if query == rollbackTo {
		c.forget()
	}
	if c.waiting == nil {
		tag, err = c.pgx.Exec(ctx, query, args...)
		return tag, c.failed(err)
	}
	sent := c.send(ctx, query, args)
	for range sent.Len() {
		if tag, err = sent.Exec(); err != nil {
			break
		}
	}
	return tag, c.failed(errors.Join(err, sent.Close()))
}

// forget drops what waits of a job that is undone, but not where it began.
func (c *pgConn) forget() {
	dropped := c.waiting
	c.waiting = nil
	if dropped != nil && dropped.QueuedQueries[0].SQL == savepoint {
		c.batch().Queue(savepoint)
	}
}

// send sends what waits and a statement behind it.
func (c *pgConn) send(ctx context.Context, query string, args []any) sentBatch {
	all := c.waiting
	all.Queue(query, args...)
	c.waiting = nil
	return sentBatch{c.pgx.SendBatch(ctx, all), all}
}

type sentBatch struct {
	pgx.BatchResults
	*pgx.Batch
}

func (s pgStmt) QueryContext(ctx context.Context, named []driver.NamedValue) (driver.Rows, error) {
	if s.pgx.IsClosed() {
		return nil, driver.ErrBadConn
	}
	r := &pgRows{conn: s.pgConn}
	var err error
	if s.waiting == nil {
		r.rows, err = s.pgx.Query(ctx, s.query, values(named)...)
	} else {
		sent := s.send(ctx, s.query, values(named))
		for range sent.Len() - 1 {
			if _, err = sent.Exec(); err != nil {
				return nil, s.failed(errors.Join(err, sent.Close()))
			}
		}
		r.batch = sent
		r.rows, err = sent.Query()
	}
	if err != nil {
		return nil, s.failed(errors.Join(err, r.Close()))
	}
	// What is wrong with a query is known with its first row.
	if r.first = r.rows.Next(); !r.first {
		if err := r.Close(); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// failed tells database/sql of a connection that was gone before anything was sent.
func (c *pgConn) failed(err error) error {
	if err != nil && pgconn.SafeToRetry(err) {
		return driver.ErrBadConn
	}
	return lost(err)
}

func values(named []driver.NamedValue) []any {
	args := make([]any, len(named))
	for i, v := range named {
		args[i] = v.Value
	}
	return args
}

// pgRows gives what a query found with SQLite's types: int64, string, []byte; and truth
// where that is what was asked.
type pgRows struct {
	conn  *pgConn
	rows  pgx.Rows
	batch pgx.BatchResults // nil without
	first bool             // the first row was read already
}

func (r *pgRows) Columns() []string {
	names := make([]string, len(r.rows.FieldDescriptions()))
	for i, f := range r.rows.FieldDescriptions() {
		names[i] = f.Name
	}
	return names
}

func (r *pgRows) Close() error {
	var err error
	if r.rows != nil {
		r.rows.Close()
		err = r.rows.Err()
	}
	if r.batch != nil {
		err = errors.Join(err, r.batch.Close())
		r.batch = nil
	}
	return lost(err)
}

func (r *pgRows) Next(dest []driver.Value) error {
	if !r.first && !r.rows.Next() {
		if err := r.rows.Err(); err != nil {
			return lost(err)
		}
		return io.EOF
	}
	r.first = false
	row, err := r.rows.Values()
	if err != nil {
		return told(err)
	}
	for i, v := range row {
		switch v := v.(type) {
		case int32:
			dest[i] = int64(v)
		case int16:
			dest[i] = int64(v)
		case pgtype.Numeric: // the sum of int8
			whole, err := v.Int64Value()
			if err != nil {
				return err
			}
			dest[i] = whole.Int64
		default:
			dest[i] = v
		}
	}
	return nil
}

// lostError is what went wrong between the server and its database, or within that:
// nothing that a statement had in it.
type lostError struct{ error }

func (e lostError) Unwrap() error { return e.error }

// away is what clients are told where the database cannot be used.
const away = "The server cannot reach its storage just now. Please try again in a moment."

// lost tells such errors from those that are about the statement. Who only read is told
// so; of a write it becomes "storage_failed".
func lost(err error) error {
	var pg *pgconn.PgError
	switch {
	case err == nil, errors.Is(err, driver.ErrBadConn), errors.Is(err, sql.ErrNoRows):
		return err
	case errors.As(err, &pg) && !isLostState(pg.Code):
		return told(err)
	}
	return fault.Wrap(lostError{told(err)}, fault.Unavailable, "storage_away", away)
}

// isLostState tells by the class of an error's state (PostgreSQL, appendix A).
func isLostState(state string) bool {
	for _, class := range []string{
		"08",    // connection exception
		"25",    // invalid transaction state: cancelled while idle, read-only standby
		"40",    // transaction rollback: deadlock
		"53",    // insufficient resources
		"55P03", // lock not available: another node holds it
		"57",    // operator intervention: shut down, cancelled
		"58",    // system error
		"XX",    // internal error: corruption
	} {
		if strings.HasPrefix(state, class) {
			return true
		}
	}
	return false
}
