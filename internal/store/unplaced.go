package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"
)

// recover finds what a server that was killed left in the journal. The next transaction
// puts it in its place.
func (w *work) recover(ctx context.Context, db *sql.DB) error {
	w.lost = true // there are to be marks, before anything arrives
	left, err := unplaced(ctx, db, &w.journal)
	if err != nil {
		return err
	}
	if err := w.journal.open(); err != nil && !isStorageFailure(err) {
		return err
	}
	h := &w.halves[w.filling]
	h.records = left
	for _, r := range left {
		r.of.kept++
		h.heads = append(h.heads, headMove{r.of, r.Seq, r.of.Epoch})
	}
	w.shown.add(left)
	return nil
}

// WaitingIn counts the records that are durable beside the database at path and not in
// their places, which a server puts there when it starts. None may run.
func WaitingIn(ctx context.Context, path string) (n int, err error) {
	err = withJournal(path, func(db *sql.DB, j *journal) error {
		left, err := unplaced(ctx, db, j)
		n = len(left)
		return err
	})
	return n, err
}

// AwaitPlaces returns once all is in its place in the database at path that the server
// which runs on it has acknowledged before: moments, unless the disk is full.
func AwaitPlaces(ctx context.Context, path string) error {
	return withJournal(path, func(db *sql.DB, j *journal) error {
		then, err := marks(ctx, db)
		if err != nil {
			return err
		}
		for until := time.Now().Add(40 * stayAtLoad); time.Now().Before(until); {
			if waits, err := anyBears(ctx, db, j, then); err != nil || !waits {
				return err
			}
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(stayAtMost):
			}
		}
		return errStillWaiting
	})
}

// anyBears reports whether what bore these marks in the journal is still not in its place.
func anyBears(ctx context.Context, db *sql.DB, j *journal, then []mark) (bool, error) {
	now, err := marks(ctx, db)
	if err != nil {
		return false, err
	}
	for half, m := range then {
		if now[half] != m {
			continue
		}
		if waits, err := j.has(ctx, half, m); err != nil || waits {
			return waits, err
		}
	}
	return false, nil
}

// withJournal opens the database at path, for reading, and what lies beside it.
func withJournal(path string, do func(*sql.DB, *journal) error) error {
	db, err := open(path, "deferred", 1, 1000)
	if err != nil {
		return err
	}
	j := &journal{path: journalOf(path)}
	return errors.Join(do(db, j), j.close(), db.Close())
}

// unplaced reads from the journal what is not in its place in db.
func unplaced(ctx context.Context, db *sql.DB, j *journal) ([]addition, error) {
	marks, err := marks(ctx, db)
	if err != nil || len(marks) == 0 {
		return nil, err
	}
	left, err := j.read(ctx, [2]mark(marks))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(left, func(a, b journalled) int { return cmp.Or(cmp.Compare(a.stream, b.stream), cmp.Compare(a.Seq, b.Seq)) })
	var out []addition
	var s *keptStream
	for _, r := range left {
		if s == nil || s.key != r.stream {
			if s, err = headOf(ctx, db, r.stream); err != nil {
				return nil, err
			}
		}
		s.Head++
		if r.Seq != s.Head {
			return nil, errJournal // a half bears its mark only until all of it is in place
		}
		out = append(out, addition{s, r.Record})
	}
	return out, nil
}

// marks are what the two halves bear, or nothing where the journal was never used.
func marks(ctx context.Context, db *sql.DB) (out []mark, err error) {
	var made bool // the database may have been cut off while it was made
	err = db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'arrival_mark')`).Scan(&made)
	if err != nil || !made {
		return nil, err
	}
	rows, err := db.QueryContext(ctx, `SELECT mark FROM arrival_mark ORDER BY half`)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var m sql.RawBytes
		if err := rows.Scan(&m); err != nil {
			return nil, err
		}
		out = append(out, mark(m))
	}
	return out, rows.Err()
}

func headOf(ctx context.Context, db *sql.DB, key int64) (*keptStream, error) {
	s := &keptStream{key: key}
	var id []byte
	err := db.QueryRowContext(ctx, `SELECT id, head, epoch FROM stream WHERE key = ?`, key).Scan(&id, &s.Head, &s.Epoch)
	copy(s.ID[:], id)
	return s, err
}
