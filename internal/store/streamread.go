package store

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"slices"

	"alcove/internal/stream"
)

// seqBits is how far a stream's key is shifted in record.place: a stream may
// hold 2^32 records.
const seqBits = 32

const (
	selectStream = `SELECT s.key, s.id, s.kind, s.head, s.epoch, s.closed, m.account, m.role, m.handle, m.first_seq
		FROM stream s LEFT JOIN member m ON m.stream = s.key `
	byID      = `WHERE s.id = ?`
	byAccount = `WHERE s.key IN (SELECT stream FROM member WHERE account = ?) ORDER BY s.key`

	selectRecords = `SELECT place, kind, epoch, idempotency, ciphertext, commitment, attest,
		CASE WHEN length(ciphertext) = 0 THEN (SELECT sha256 FROM tombstone t WHERE t.place = record.place) END FROM record WHERE place > ?1 AND place < ?2 `
	ascending  = `ORDER BY place LIMIT ?3`
	descending = `ORDER BY place DESC LIMIT ?3`
)

// reader reads streams, inside a transaction if tx is set.
type reader struct {
	stmts *statements
	tx    *sql.Tx
}

// reader reads committed data; inside tx, which is of the reading pool, from one snapshot.
func (db *DB) reader(tx *sql.Tx) reader { return reader{db.readStmts, tx} }

// query is not interrupted once it has begun: what is asked here is short, and
// watching a context takes two goroutines a query, which cost more than most.
func (r reader) query(ctx context.Context, q string, args ...any) (*sql.Rows, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ctx = context.WithoutCancel(ctx)
	if r.tx == nil {
		stmt, err := r.stmts.get(ctx, q)
		if err != nil {
			return nil, err
		}
		return stmt.QueryContext(ctx, args...)
	}
	if stmt := r.stmts.have(q); stmt != nil {
		return r.tx.StmtContext(ctx, stmt).QueryContext(ctx, args...)
	}
	return r.tx.QueryContext(ctx, q, args...)
}

// row is the first row of a query; it carries the query's error to Scan.
func (r reader) row(ctx context.Context, q string, args ...any) row {
	rows, err := r.query(ctx, q, args...)
	return row{rows, err}
}

type row struct {
	rows *sql.Rows
	err  error
}

func (r row) Scan(dest ...any) error {
	if r.err != nil {
		return r.err
	}
	defer func() { _ = r.rows.Close() }() // Err below tells what matters
	if !r.rows.Next() {
		if err := r.rows.Err(); err != nil {
			return err
		}
		return sql.ErrNoRows
	}
	if err := r.rows.Scan(dest...); err != nil {
		return err
	}
	return r.rows.Close()
}

// exec may leave a statement for the next one to take along: its error is then that
// one's, or of the end of the write.
func (r reader) exec(q string, args ...any) error { return r.execIn(later, q, args) }

func (r reader) execNow(q string, args ...any) error { return r.execIn(background, q, args) }

func (r reader) execIn(ctx context.Context, q string, args []any) error {
	if r.tx == nil {
		stmt, err := r.stmts.get(ctx, q)
		if err == nil {
			_, err = stmt.ExecContext(ctx, args...)
		}
		return err
	}
	var err error
	if stmt := r.stmts.have(q); stmt != nil {
		_, err = r.tx.StmtContext(ctx, stmt).ExecContext(ctx, args...)
	} else {
		_, err = r.tx.ExecContext(ctx, q, args...)
	}
	return err
}

func (r reader) stream(ctx context.Context, id stream.ID) (key int64, st stream.Stream, err error) {
	err = r.eachStream(ctx, byID, id[:], func(k int64, s stream.Stream) { key, st = k, s })
	if err == nil && key == 0 {
		err = stream.ErrNotFound
	}
	return key, st, err
}

func (r reader) streamsOf(ctx context.Context, account stream.AccountID) (out []stream.Stream, err error) {
	err = r.eachStream(ctx, byAccount, account[:], func(_ int64, s stream.Stream) { out = append(out, s) })
	return out, err
}

// eachStream calls yield for each stream found, with all its members.
func (r reader) eachStream(ctx context.Context, where string, arg []byte, yield func(int64, stream.Stream)) error {
	rows, err := r.query(ctx, selectStream+where, arg)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	var (
		current             stream.Stream
		key                 int64
		id, account, handle sql.RawBytes
	)
	for rows.Next() {
		var (
			next  stream.Stream
			k     int64
			role  sql.NullInt64 // null: no member is left
			first sql.NullInt64
		)
		if err := rows.Scan(&k, &id, &next.Kind, &next.Head, &next.Epoch, &next.Closed, &account, &role, &handle, &first); err != nil {
			return err
		}
		if k != key {
			if key != 0 {
				yield(key, current)
			}
			key, current = k, next
			copy(current.ID[:], id)
		}
		if role.Valid {
			m := stream.Member{Role: stream.Role(role.Int64), First: uint64(first.Int64)}
			copy(m.Account[:], account)
			copy(m.Handle[:], handle)
			current.Members = append(current.Members, m)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if key != 0 {
		yield(key, current)
	}
	return nil
}

// records reads a range of the stream's records, as many as fit, and none before
// the one that the reader begins with. Those that wait for their places, waiting, come after
// all others.
func (r reader) records(ctx context.Context, key int64, head, begin uint64, waiting []stream.Record, in stream.Range) ([]stream.Record, error) {
	before := max(begin, 1) - 1
	low, high := max(in.After, before), uint64(math.MaxUint32)
	if in.Backwards {
		low, high = before, head+1
		if in.Before > 0 && in.Before < high {
			high = in.Before
		}
	}
	if low > head {
		return nil, nil
	}
	out := found{limit: in.Limit}
	if in.Backwards {
		for _, rec := range slices.Backward(waiting) {
			if low < rec.Seq && rec.Seq < high && !out.add(rec) {
				return out.records, nil
			}
		}
	}
	whole, err := r.inPlace(ctx, key, low, high, in.Backwards, &out)
	if err != nil || !whole || in.Backwards {
		return out.records, err
	}
	for _, rec := range waiting {
		if low < rec.Seq && rec.Seq < high && !out.add(rec) {
			break
		}
	}
	return out.records, nil
}

// inPlace adds to out the records between two numbers. whole: there are no others that fit.
func (r reader) inPlace(ctx context.Context, key int64, low, high uint64, backwards bool, out *found) (whole bool, err error) {
	first, order := key<<seqBits, ascending
	if backwards {
		order = descending
	}
	rows, err := r.query(ctx, selectRecords+order, first+int64(low), first+int64(high), out.limit-len(out.records))
	if err != nil {
		return false, err
	}
	defer func() { _ = rows.Close() }()
	var k sql.RawBytes
	for rows.Next() {
		var rec stream.Record
		var place int64
		if err := rows.Scan(&place, &rec.Kind, &rec.Epoch, &k, &rec.Ciphertext, &rec.Commitment, &rec.Attest, &rec.Forgotten); err != nil {
			return false, err
		}
		rec.Seq = uint64(place - first)
		copy(rec.Key[:], k)
		if !out.add(rec) {
			return false, nil
		}
	}
	return true, rows.Err()
}

// found are the records of a read.
type found struct {
	records      []stream.Record
	limit, bytes int
}

// add reports whether the record was taken: the first one is, and others that fit.
func (f *found) add(r stream.Record) bool {
	f.bytes += len(r.Ciphertext)
	if len(f.records) == f.limit || len(f.records) > 0 && f.bytes > stream.MaxReadBytes {
		return false
	}
	f.records = append(f.records, r)
	return true
}

func notFound(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return stream.ErrNotFound
	}
	return err
}
