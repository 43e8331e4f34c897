package store

import (
	"context"
	"database/sql"
	"errors"
	"math"
	"slices"

	"alcove/internal/stream"
)

// Streams gives the part of the database that package stream asks for.
func (db *DB) Streams() stream.Store { return streams{db} }

type streams struct{ db *DB }

func (s streams) Update(ctx context.Context, fn func(stream.Tx) error, after func()) error {
	return s.db.do(&job{ctx: ctx, ofStreams: true, after: after, done: make(chan struct{}), run: func(w *work) error {
		return fn(&streamTx{w})
	}})
}

func (s streams) Stream(ctx context.Context, account stream.AccountID, id stream.ID) (stream.Stream, error) {
	waiting := s.db.work.shown.head(id)
	_, st, err := s.db.reader(nil).stream(ctx, id)
	if err != nil {
		return stream.Stream{}, err
	}
	st.Head = max(st.Head, waiting)
	if _, ok := st.Role(account); !ok {
		return stream.Stream{}, stream.ErrNotFound
	}
	return st, nil
}

func (s streams) StreamsOf(ctx context.Context, account stream.AccountID) ([]stream.Stream, error) {
	waiting := s.db.work.shown.heads()
	all, err := s.db.reader(nil).streamsOf(ctx, account)
	for i := range all {
		all[i].Head = max(all[i].Head, waiting[all[i].ID])
	}
	return all, err
}

func (s streams) Share(ctx context.Context, a, b stream.AccountID) (shared bool, err error) {
	err = s.db.reader(nil).row(ctx, `SELECT EXISTS (SELECT 1 FROM member x JOIN member y ON y.stream = x.stream
		WHERE x.account = ? AND y.account = ? AND x.role IN (1, 2))`, a[:], b[:]).Scan(&shared)
	return shared, err
}

func (s streams) GroupInfo(ctx context.Context, account stream.AccountID, id stream.ID) (epoch uint64, info []byte, err error) {
	row := s.db.reader(nil).row(ctx, `SELECT g.epoch, g.info FROM stream s
		JOIN member m ON m.stream = s.key AND m.account = ? AND m.role <> 5
		JOIN group_info g ON g.stream = s.key WHERE s.id = ?`, account[:], id[:])
	err = notFound(row.Scan(&epoch, &info))
	return epoch, info, err
}

func (s streams) Read(ctx context.Context, account stream.AccountID, id stream.ID, r stream.Range) (stream.Page, error) {
	waiting := s.db.work.shown.records(id)
	if err := s.db.readStmts.prepare(ctx, selectStream+byID, selectRecords+ascending, selectRecords+descending); err != nil {
		return stream.Page{}, err
	}
	tx, err := s.db.read.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return stream.Page{}, err
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	in := s.db.reader(tx)
	key, st, err := in.stream(ctx, id)
	if err != nil {
		return stream.Page{}, err
	}
	member, ok := st.Member(account)
	if !ok {
		return stream.Page{}, stream.ErrNotFound
	}
	for len(waiting) > 0 && waiting[0].Seq <= st.Head { // in its place meanwhile
		waiting = waiting[1:]
	}
	page := stream.Page{Head: st.Head + uint64(len(waiting)), Epoch: st.Epoch}
	page.Records, err = in.records(ctx, key, page.Head, member.First, waiting, r)
	return page, err
}

// streamTx is what happens to streams inside one Update. An append, of which there are many,
// only looks at what the writer has in memory and leaves its records to it (appends.go);
// whatever else is done first makes the job one with a savepoint.
type streamTx struct{ *work }

// background: a caller that gives up must not interrupt the transaction it shares.
var background = context.Background()

func (t *streamTx) Stream(id stream.ID) (stream.Stream, error) {
	if len(t.own.heads) > 0 { // it may have moved
		if err := t.save(); err != nil {
			return stream.Stream{}, err
		}
	}
	if t.saved { // it may have changed it
		delete(t.streams.kept, id)
	}
	s, err := t.meet(id)
	if err != nil {
		return stream.Stream{}, err
	}
	st := s.Stream
	st.Members = slices.Clone(st.Members)
	return st, nil
}

func (t *streamTx) StreamsOf(account stream.AccountID) ([]stream.Stream, error) {
	if err := t.save(); err != nil {
		return nil, err
	}
	return t.streamsOf(background, account)
}

func (t *streamTx) CountStreams(account stream.AccountID) (n int, err error) {
	if err := t.save(); err != nil {
		return 0, err
	}
	err = t.row(background, `SELECT count(*) FROM member WHERE account = ?`, account[:]).Scan(&n)
	return n, err
}

func (t *streamTx) HasHistory(account stream.AccountID) (has bool, err error) {
	if err := t.save(); err != nil {
		return false, err
	}
	err = t.row(background, `SELECT EXISTS (SELECT 1 FROM member m JOIN stream s ON s.key = m.stream
		WHERE m.account = ? AND s.kind = 2)`, account[:]).Scan(&has)
	return has, err
}

func (t *streamTx) Create(s stream.Stream, createdDay int64) error {
	if err := t.save(); err != nil {
		return err
	}
	var key int64
	err := t.row(background, `INSERT INTO stream (id, kind, created_day) VALUES (?, ?, ?) RETURNING key`,
		s.ID[:], int64(s.Kind), createdDay).Scan(&key)
	if err != nil {
		return err
	}
	t.streams.put(s.ID, key, s)
	for _, m := range s.Members {
		if err := t.exec(`INSERT INTO member (stream, account, role) VALUES (?, ?, ?)`, key, m.Account[:], int64(m.Role)); err != nil {
			return err
		}
	}
	return nil
}

func (t *streamTx) Seq(id stream.ID, k stream.Key) (seq uint64, found bool, err error) {
	key, err := t.key(id)
	if err != nil {
		return 0, false, err
	}
	if !t.saved {
		return t.guess(key, k)
	}
	err = t.row(background, `SELECT seq FROM record_key WHERE stream = ? AND idempotency = ?`, key, k[:]).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	return seq, err == nil, err
}

func (t *streamTx) Add(id stream.ID, r stream.Record) error {
	s, err := t.meet(id)
	if err != nil {
		return err
	}
	return t.add(s, r)
}

func (t *streamTx) SetHead(id stream.ID, head, epoch uint64) error {
	s, err := t.meet(id)
	if err != nil {
		return err
	}
	return t.setHead(s, head, epoch)
}

func (t *streamTx) SetGroupInfo(id stream.ID, epoch uint64, info []byte) error {
	return t.execOn(id, `INSERT INTO group_info (stream, epoch, info) VALUES (?1, ?2, ?3)
		ON CONFLICT (stream) DO UPDATE SET epoch = excluded.epoch, info = excluded.info`, int64(epoch), info)
}

func (t *streamTx) SetClosed(id stream.ID, closed bool) error {
	return t.execOn(id, `UPDATE stream SET closed = ?2 WHERE key = ?1`, closed)
}

func (t *streamTx) RemoveMember(id stream.ID, account stream.AccountID) error {
	// Those who stay may all need less.
	if err := t.execOn(id, `INSERT INTO forget_look (stream) VALUES (?1) ON CONFLICT DO NOTHING`); err != nil {
		return err
	}
	return t.execOn(id, `DELETE FROM member WHERE stream = ?1 AND account = ?2`, account[:])
}

func (t *streamTx) Delete(id stream.ID) error {
	key, err := t.key(id)
	if err != nil {
		return err
	}
	for _, q := range []string{
		`DELETE FROM record_due WHERE place BETWEEN ? AND ?`,
		`DELETE FROM record_wish WHERE place BETWEEN ? AND ?`,
		`DELETE FROM tombstone WHERE place BETWEEN ? AND ?`,
		`DELETE FROM record WHERE place BETWEEN ? AND ?`,
	} {
		if err := t.exec(q, key<<seqBits, key<<seqBits+math.MaxUint32); err != nil {
			return err
		}
	}
	for _, q := range []string{
		`DELETE FROM record_key WHERE stream = ?1`,
		`DELETE FROM stream WHERE key = ?1`, // members and group info follow
	} {
		if err := t.execOn(id, q); err != nil {
			return err
		}
	}
	return nil
}

func (t *streamTx) key(id stream.ID) (int64, error) {
	s, err := t.meet(id)
	if err != nil {
		return 0, err
	}
	return s.key, nil
}

// execOn writes of a stream, which its statement names by ?1.
func (t *streamTx) execOn(id stream.ID, query string, args ...any) error {
	key, err := t.key(id)
	if err != nil {
		return err
	}
	return t.exec(query, append([]any{key}, args...)...)
}

// exec shadows the reader's: what is written by it may have to be undone.
func (t *streamTx) exec(query string, args ...any) error {
	if err := t.save(); err != nil {
		return err
	}
	return t.work.exec(query, args...)
}
