package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"strings"

	"alcove/internal/account"
	"alcove/internal/stream"
)

// One answer reads so much at most, though one row and one stream in any case.
const (
	heldRows    = 500
	heldBytes   = 1 << 20
	heldStreams = 100
	heldCounted = 20_000 // records
	// heldBeginning is how much is given of bytes that were not asked for in full:
	// ids, keys and hashes are whole with it.
	heldBeginning = 32
)

// HeldTables implements account.Store.
func (s Accounts) HeldTables(ctx context.Context, id account.ID) ([]account.HeldTable, error) {
	if err := s.db.inPlace(ctx); err != nil {
		return nil, err
	}
	out := make([]account.HeldTable, 0, len(heldTables))
	for _, h := range heldTables {
		told := account.HeldTable{Name: h.name, ByStream: h.byStream, Replaced: h.replaced()}
		for _, c := range h.each() {
			told.Columns = append(told.Columns, c.name)
		}
		if h.nobodys == "" && !h.byStream {
			if err := s.db.reader(nil).row(ctx, "SELECT count(*) FROM "+h.from, id[:]).Scan(&told.Rows); err != nil {
				return nil, err
			}
		}
		out = append(out, told)
	}
	return out, nil
}

// HeldStreams implements account.Store.
func (s Accounts) HeldStreams(ctx context.Context, id account.ID, after uint64) ([]account.HeldStream, uint64, error) {
	type found struct {
		key, head int64
		id        []byte
	}
	if after > math.MaxUint32 {
		return nil, 0, account.ErrNotHeld
	}
	if err := s.db.inPlace(ctx); err != nil {
		return nil, 0, err
	}
	rows, err := s.db.reader(nil).query(ctx, `SELECT s.key, s.head, s.id FROM member m JOIN stream s ON s.key = m.stream
		WHERE m.account = ?1 ORDER BY s.key LIMIT ?2 OFFSET ?3`, id[:], heldStreams+1, int64(after))
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = rows.Close() }()
	var streams []found
	for rows.Next() {
		var f found
		if err := rows.Scan(&f.key, &f.head, &f.id); err != nil {
			return nil, 0, err
		}
		streams = append(streams, f)
	}
	if err := rows.Err(); err != nil {
		return nil, 0, err
	}
	var out []account.HeldStream
	counted := int64(0)
	for _, f := range streams {
		if len(out) > 0 && (len(out) == heldStreams || counted+f.head > heldCounted) {
			return out, after + uint64(len(out)), nil
		}
		counted += f.head
		told, err := s.countHeld(ctx, id, f.key)
		if err != nil {
			return nil, 0, err
		}
		told.ID = [16]byte(f.id)
		out = append(out, told)
	}
	return out, 0, nil
}

// countHeld counts the rows of one stream.
func (s Accounts) countHeld(ctx context.Context, id account.ID, key int64) (out account.HeldStream, err error) {
	for _, h := range heldTables {
		if !h.byStream {
			continue
		}
		weight := "0"
		if h.weight != "" {
			weight = "coalesce(sum(length(t." + h.weight + ")), 0)"
		}
		count := account.HeldCount{Table: h.name}
		args := []any{id[:], key}
		if h.seq != "" {
			args = append(args, 0)
		}
		if err := s.db.reader(nil).row(ctx, "SELECT count(*), "+weight+" FROM "+h.from, args...).Scan(&count.Rows, &count.Bytes); err != nil {
			return out, err
		}
		out.Counts = append(out.Counts, count)
	}
	return out, nil
}

// HeldRows implements account.Store.
func (s Accounts) HeldRows(ctx context.Context, id account.ID, q account.HeldQuery) (account.Held, error) {
	h, ok := heldTableNamed(q.Table)
	if !ok || q.After > math.MaxUint32 {
		return account.Held{}, account.ErrNotHeld
	}
	if err := s.db.inPlace(ctx); err != nil {
		return account.Held{}, err
	}
	var key int64
	if h.byStream {
		err := s.db.reader(nil).row(ctx, `SELECT s.key FROM stream s JOIN member m ON m.stream = s.key AND m.account = ?2 WHERE s.id = ?1`,
			q.Stream[:], id[:]).Scan(&key)
		if errors.Is(err, sql.ErrNoRows) {
			return account.Held{}, stream.ErrNotFound
		}
		if err != nil {
			return account.Held{}, err
		}
	}
	columns := h.each()
	args := []any{id[:]}
	if h.byStream {
		args = append(args, key)
	}
	rows, err := s.db.reader(nil).query(ctx, h.query(columns), append(args, int64(q.After))...)
	if err != nil {
		return account.Held{}, err
	}
	defer func() { _ = rows.Close() }()
	var out account.Held
	most, read, last := heldRows, 0, q.After
	if q.Limit > 0 {
		most = min(most, q.Limit)
	}
	for rows.Next() {
		if len(out.Rows) == most || read >= heldBytes {
			out.Next = last
			break
		}
		var seq uint64
		into, values := []any{&seq}, make([]any, len(columns))
		for i := range values {
			into = append(into, &values[i])
		}
		if err := rows.Scan(into...); err != nil {
			return account.Held{}, err
		}
		if last++; h.seq != "" {
			last = seq
		}
		row := make([]account.HeldValue, len(columns))
		for i, v := range values {
			if row[i], err = heldValue(v, q.Whole); err != nil {
				return account.Held{}, err
			}
			read += row[i].Size
		}
		out.Rows = append(out.Rows, row)
	}
	return out, rows.Err()
}

// query selects the columns behind the record's number, from the last parameter on:
// one row more than is told at once.
func (h heldTable) query(columns []heldColumn) string {
	seq, rest := h.seq, fmt.Sprintf(" LIMIT %d", heldRows+1)
	switch {
	case seq != "":
	case h.byStream:
		seq, rest = "0", rest+" OFFSET ?3"
	default:
		seq, rest = "0", rest+" OFFSET ?2"
	}
	selected := make([]string, len(columns))
	for i, c := range columns {
		selected[i] = c.as
	}
	return "SELECT " + seq + ", " + strings.Join(selected, ", ") + " FROM " + h.from + " ORDER BY " + h.order + rest
}

func heldTableNamed(name string) (heldTable, bool) {
	for _, h := range heldTables {
		if h.name == name && h.nobodys == "" {
			return h, true
		}
	}
	return heldTable{}, false
}

// heldValue gives what a column has: the types are SQLite's.
func heldValue(v any, whole bool) (account.HeldValue, error) {
	switch v := v.(type) {
	case nil:
		return account.HeldValue{}, nil
	case int64:
		return account.HeldValue{Value: v}, nil
	case string:
		return account.HeldValue{Value: v, Size: len(v)}, nil
	case []byte:
		size := len(v)
		if !whole {
			v = v[:min(size, heldBeginning)]
		}
		return account.HeldValue{Value: v, Size: size}, nil
	}
	return account.HeldValue{}, fmt.Errorf("a column is a %T", v)
}
