package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/mod/sumdb/tlog"

	"alcove/internal/keylog"
)

// Keylog keeps the key log. The entries lie in the database, and what they amount to
// (keylog.State) in memory too, made from them at start. With each entry lies the hash
// of the log's tree that ends with it. It is over all entries, so one comparison says
// that they are those that were written, and they need not be gone through one by one.
//
// An entry is written in the transaction of what it tells of, so that neither is there
// without the other. The transaction can fail afterwards, alone or with its group, and
// then what is in memory was never true. So it is kept twice: the state that is on the
// disk, which readers are given and which alone is ever signed; and the one that the
// writer is at, which is looked at beside the table before it is gone on with.
type Keylog struct{ db *DB }

var _ keylog.Appender = Keylog{}

// keylogStates are those two.
type keylogStates struct {
	loaded  chan struct{} // closed when the entries are read, or cannot be
	failed  error         // why not; all that follows is there without
	durable atomic.Pointer[keylog.State]
	writing keylog.State // the writer's own
}

// Keylog gives the storage of the key log.
func (db *DB) Keylog() Keylog { return Keylog{db} }

// State is the log as it is on the disk, with what other nodes added to it. After a start
// it waits until that is read, and fails for good where the entries are not those that
// were written. It fails as well where other nodes may have added to it and the database
// cannot be asked: a client that saw theirs would take an earlier state for a lie.
func (k Keylog) State() (keylog.State, error) {
	<-k.db.keylog.loaded
	if err := k.db.keylog.failed; err != nil {
		return keylog.State{}, err
	}
	if k.db.onPostgres() {
		if err := k.db.followKeylog(); err != nil {
			return keylog.State{}, err
		}
	}
	return *k.db.keylog.durable.Load(), nil
}

// followKeylog replays what other nodes added. Of several that found the same the one
// that found most stays.
func (db *DB) followKeylog() error {
	known := db.keylog.durable.Load()
	var size int64
	if err := db.reader(nil).row(background, `SELECT coalesce(max(place) + 1, 0) FROM keylog_entry`).Scan(&size); err != nil || size <= known.Size() {
		return err
	}
	next, err := replayKeylog(background, db.read, *known)
	if err != nil {
		return err
	}
	db.keylog.advance(&next)
	return nil
}

// advance goes on to a later state, whoever else does so.
func (s *keylogStates) advance(next *keylog.State) {
	for now := s.durable.Load(); now == nil || next.Size() > now.Size(); now = s.durable.Load() {
		if s.durable.CompareAndSwap(now, next) {
			return
		}
	}
}

// Append implements keylog.Appender.
func (k Keylog) Append(ctx context.Context, kind keylog.Kind, label keylog.Label, value keylog.Value) error {
	return k.db.writeLogged(ctx, func(_ *sql.Tx, l *logging) error { return l.set(kind, label, value) })
}

// writeLogged is Write for what enters the key log too.
func (db *DB) writeLogged(ctx context.Context, fn func(*sql.Tx, *logging) error) error {
	if _, err := db.Keylog().State(); err != nil { // not in the transaction, which others wait for
		return err
	}
	l := &logging{db: db}
	return db.WriteThen(ctx, func(tx *sql.Tx) error {
		l.tx = tx
		return fn(tx, l)
	}, l.settle)
}

// logging is what one write adds to the key log.
type logging struct {
	db    *DB
	tx    *sql.Tx
	state *keylog.State // with all of it; nil while there is nothing
}

// settle is called once that is durable, in the order of the commits.
func (l *logging) settle() {
	if l.state != nil {
		l.db.keylog.advance(l.state)
	}
}

// set adds an entry, unless the label says so already.
func (l *logging) set(kind keylog.Kind, label keylog.Label, value keylog.Value) error {
	now, err := l.now()
	if err != nil {
		return err
	}
	if was, version := now.Lookup(label); was == value && (version > 0 || value == keylog.Gone) {
		return nil
	}
	next, err := now.Next(kind, label, value)
	if err != nil {
		return err
	}
	tree, err := next.Tree()
	if err != nil {
		return err
	}
	e := next.Last()
	if _, err := l.tx.Exec(`INSERT INTO keylog_entry (place, kind, label, version, value, root, tree) VALUES (?,?,?,?,?,?,?)`,
		now.Size(), int(e.Kind), e.Label[:], e.Version, e.Value[:], e.Root[:], tree.Hash[:]); err != nil {
		return err
	}
	l.state, l.db.keylog.writing = &next, next
	return nil
}

// now is the state of the table as this transaction sees it.
func (l *logging) now() (keylog.State, error) {
	durable := *l.db.keylog.durable.Load()
	for _, known := range []keylog.State{l.db.keylog.writing, durable} {
		size, last, err := keylogEnd(l.tx)
		if err != nil {
			return known, err
		}
		if size == known.Size() && (size == 0 || bytes.Equal(last, known.Last().Encode())) {
			return known, nil
		}
	}
	// A write before this one of the same group was undone, and others not; or another
	// node has written.
	return replayKeylog(context.Background(), l.tx, durable)
}

func keylogEnd(tx *sql.Tx) (size int64, last []byte, err error) {
	e, place, err := scanKeylogEntry(tx.QueryRow(keylogColumns + `ORDER BY place DESC LIMIT 1`))
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil, nil
	}
	return place + 1, e.Encode(), err
}

const keylogColumns = `SELECT place, kind, label, version, value, root FROM keylog_entry `

func scanKeylogEntry(r scanner) (e keylog.Entry, place int64, err error) {
	var label, value, root []byte
	if err = r.Scan(&place, &e.Kind, &label, &e.Version, &value, &root); err != nil {
		return e, 0, err
	}
	copy(e.Label[:], label)
	copy(e.Value[:], value)
	copy(e.Root[:], root)
	return e, place, nil
}

// querier is a pool or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// replayKeylog goes on from a state with the entries after it, and refuses a log that
// somebody changed. The writer may go on from the same state: what follows here has
// nothing in common with what follows there.
func replayKeylog(ctx context.Context, q querier, from keylog.State) (keylog.State, error) {
	from = from.Apart()
	rows, err := q.QueryContext(ctx, keylogColumns+`WHERE place >= ? ORDER BY place`, from.Size())
	if err != nil {
		return from, err
	}
	defer rows.Close()
	for rows.Next() {
		e, place, err := scanKeylogEntry(rows)
		if err != nil {
			return from, err
		}
		if place != from.Size() {
			return from, missingEntry(from.Size())
		}
		if from, err = from.Replay(e); err != nil {
			return from, err
		}
	}
	return from, rows.Err()
}

// loadKeylog reads the log after a start. Most of what is asked of a server does not
// wait for it.
func (db *DB) loadKeylog() {
	defer close(db.keylog.loaded)
	state, err := readKeylog(background, db.read)
	db.keylog.failed, db.keylog.writing = err, state
	db.keylog.durable.Store(&state)
}

// readKeylog makes the state of all entries: at once by the hash of their tree, and
// entry by entry where the last one was written before that hash was kept.
func readKeylog(ctx context.Context, db *sql.DB) (keylog.State, error) {
	var size int64
	var tree []byte
	err := db.QueryRowContext(ctx, `SELECT place + 1, tree FROM keylog_entry ORDER BY place DESC LIMIT 1`).Scan(&size, &tree)
	if errors.Is(err, sql.ErrNoRows) {
		return keylog.State{}, nil
	}
	if err != nil {
		return keylog.State{}, err
	}
	if len(tree) != len(tlog.Hash{}) {
		return replayKeylog(ctx, db, keylog.State{})
	}
	entries, err := readEntries(ctx, db, size)
	if err != nil {
		return keylog.State{}, err
	}
	return keylog.Rebuild(entries, [32]byte(tree))
}

// readEntries reads so many entries, on several connections at once.
func readEntries(ctx context.Context, db *sql.DB, size int64) ([]keylog.Entry, error) {
	entries := make([]keylog.Entry, size)
	width := int64(min(4, runtime.NumCPU()))
	errs := make(chan error, width)
	for i := range width {
		from, to := size*i/width, size*(i+1)/width
		go func() { errs <- readEntriesBetween(ctx, db, entries[from:to], from) }()
	}
	var err error
	for range width {
		err = errors.Join(err, <-errs)
	}
	return entries, err
}

// readEntriesBetween reads entries from a place on, in a form that is quick to read.
func readEntriesBetween(ctx context.Context, db *sql.DB, into []keylog.Entry, from int64) error {
	rows, err := db.QueryContext(ctx, `SELECT place, kind, version, label || value || root FROM keylog_entry
		WHERE place >= ? AND place < ? ORDER BY place`, from, from+int64(len(into)))
	if err != nil {
		return err
	}
	defer rows.Close()
	n := 0
	var hashes sql.RawBytes
	for ; rows.Next(); n++ {
		var place int64
		if err := rows.Scan(&place, &into[n].Kind, &into[n].Version, &hashes); err != nil {
			return err
		}
		if place != from+int64(n) || len(hashes) != 3*32 {
			return missingEntry(from + int64(n))
		}
		copy(into[n].Label[:], hashes)
		copy(into[n].Value[:], hashes[32:])
		copy(into[n].Root[:], hashes[64:])
	}
	if err := rows.Err(); err != nil {
		return err
	}
	if n < len(into) {
		return missingEntry(from + int64(n))
	}
	return nil
}

func missingEntry(place int64) error { return fmt.Errorf("entry %d of the key log is missing", place) }

// backfillGroup bounds one transaction of Backfill.
const backfillGroup = 500

// Backfill enters what is there and not in the log: the accounts of a database from
// before there was one. It can be repeated, and changes nothing then.
func (k Keylog) Backfill(ctx context.Context) error {
	var accounts int64
	if err := k.db.read.QueryRowContext(ctx, `SELECT count(*) FROM account`).Scan(&accounts); err != nil {
		return err
	}
	state, err := k.State()
	if err != nil {
		return err
	}
	if accounts != state.Accounts() {
		if err := k.backfillAccounts(ctx, state); err != nil {
			return err
		}
	}
	return k.db.writeLogged(ctx, func(_ *sql.Tx, l *logging) error { return l.setDirectory() })
}

func (k Keylog) backfillAccounts(ctx context.Context, now keylog.State) error {
	rows, err := k.db.read.QueryContext(ctx, `SELECT id, identity_key, sealing_recipient FROM account ORDER BY id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	type missing struct {
		id        []byte
		entered   keylog.Label
		published keylog.Value
	}
	var all []missing
	for rows.Next() {
		var id, identity []byte
		var recipient string
		if err := rows.Scan(&id, &identity, &recipient); err != nil {
			return err
		}
		label := keylog.AccountLabel([16]byte(id))
		if _, version := now.Lookup(label); version == 0 {
			all = append(all, missing{id, label, keylog.AccountValue(identity, recipient)})
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	// By label: the order tells nothing.
	slices.SortFunc(all, func(a, b missing) int { return bytes.Compare(a.entered[:], b.entered[:]) })
	for group := range slices.Chunk(all, backfillGroup) {
		err := k.db.writeLogged(ctx, func(tx *sql.Tx, l *logging) error {
			for _, m := range group {
				var there bool // it may have been deleted meanwhile
				if err := tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM account WHERE id = ?)`, m.id).Scan(&there); err != nil {
					return err
				}
				if !there {
					continue
				}
				if err := l.set(keylog.Account, m.entered, m.published); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// setDirectory enters who is listed as a practitioner, if that changed.
func (l *logging) setDirectory() error {
	all, err := listed(context.Background(), l.tx)
	if err != nil {
		return err
	}
	if len(all) == 0 { // before the first was published there is no directory
		if now, err := l.now(); err != nil {
			return err
		} else if _, version := now.Lookup(keylog.DirectoryLabel()); version == 0 {
			return nil
		}
	}
	return l.set(keylog.Directory, keylog.DirectoryLabel(), keylog.DirectoryValue(all))
}

// Listed gives who is listed, as the directory's value is made from.
func (k Keylog) Listed(ctx context.Context) ([]keylog.Listed, error) { return listed(ctx, k.db.read) }

func listed(ctx context.Context, q querier) ([]keylog.Listed, error) {
	rows, err := q.QueryContext(ctx, `SELECT account_id, display_name, profession, registration_body, registration_number
		FROM profile WHERE published = 1 ORDER BY account_id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []keylog.Listed
	for rows.Next() {
		var l keylog.Listed
		var id []byte
		if err := rows.Scan(&id, &l.Name, &l.Profession, &l.Body, &l.Number); err != nil {
			return nil, err
		}
		l.Account = [16]byte(id)
		all = append(all, l)
	}
	return all, rows.Err()
}
