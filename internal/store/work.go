package store

import (
	"database/sql"
	"errors"
	"fmt"

	"alcove/internal/stream"
)

// work is one transaction of the writer on its way: the jobs that share it, one after
// the other, and what they left to be written at its end.
type work struct {
	putter
	outside reader // of what is committed
	placer  putter // the same connection, while no transaction is under way
	sqlite  bool   // no other process writes, and no statement waits for the next one
	saved   bool   // the job that runs now can be undone only by the database
	guessed bool   // it took a record for a new one without asking
	again   bool   // what it has seen may be wrong
	plain   bool   // nothing is in the transaction yet, and it is told at once what does not fit
	broken  error  // why the whole transaction is in doubt, whatever a job makes of it
	streams streamCache
	arrivals
	own   appended    // by the job that runs now
	group appended    // by those before it,
	light []*job      // which these were: they asked and changed nothing else
	asked []recordKey // what the database is asked for, of the group
}

func newWork(stmts *statements) *work {
	return &work{
		putter: putter{reader: reader{stmts: stmts}}, placer: putter{reader: reader{stmts: stmts}},
		streams: streamCache{kept: map[stream.ID]*keptStream{}}, arrivals: newArrivals(),
	}
}

// beside has records arrive beside the SQLite database at path, which probe reads.
func (w *work) beside(path string, probe *sql.DB) {
	w.sqlite, w.journal.path, w.outside = true, journalOf(path), reader{stmts: newStatements(probe)}
}

// begin makes ready for jobs. With SQLite the transaction is opened by the first that asks
// for more than is in memory.
func (w *work) begin() error {
	w.broken, w.plain = nil, w.sqlite
	if !w.sqlite || w.streams.members > maxKeptMembers {
		w.streams.clear()
		w.lost = w.lost || w.waiting() > 0
	}
	if !w.sqlite {
		return w.open()
	}
	if w.lost {
		return w.putInPlace()
	}
	return nil
}

// open begins the transaction, if it is not open, once nothing is put in place beside it.
func (w *work) open() error {
	if w.tx != nil {
		return nil
	}
	_ = w.settled() // what could not be put in place still waits
	if err := w.stmts.prepareWanted(background); err != nil {
		return err
	}
	tx, err := w.stmts.db.BeginTx(background, nil)
	if err == nil {
		w.tx = tx
	}
	return err
}

// commit makes it durable.
func (w *work) commit() error {
	if w.tx == nil {
		return nil
	}
	return w.tx.Commit()
}

// end forgets the transaction, and what was in it if it did not become durable.
func (w *work) end(durable bool) {
	if w.tx != nil {
		_ = w.tx.Rollback() // if it was not committed
		w.tx = nil
	}
	if len(w.added.records) == 0 {
		letGo(w.group.records)
	}
	w.arrivals.end(durable, w.plain, w.group.seqs)
	clear(w.light)
	w.light = w.light[:0]
	w.group.reset()
	if !durable {
		w.streams.clear()
	}
}

// saved is a job that may do anything.
func saved(fn func(*sql.Tx) error) func(*work) error {
	return func(w *work) error {
		if err := w.save(); err != nil {
			return err
		}
		return fn(w.tx)
	}
}

// do runs a job. It fails when the whole transaction is in doubt, and so every job of it.
func (w *work) do(j *job) (broken error) {
	defer w.own.reset()
	w.saved, w.again, w.guessed = false, false, false
	err := run(j, w)
	switch {
	case w.broken != nil:
		return w.broken
	case w.saved:
		return w.close(j, err)
	case isStorageFailure(err):
		return err
	case w.again, w.guessed && err != nil:
		return w.doSaved(j)
	}
	w.light = append(w.light, j)
	if j.err = err; err == nil {
		w.group.take(&w.own)
	}
	if w.group.bytes < enoughBytes {
		return nil
	}
	_, broken = w.flush()
	return broken
}

// doSaved runs a job that asks the database everything.
func (w *work) doSaved(j *job) (broken error) {
	if _, broken := w.flush(); broken != nil {
		return broken
	}
	return w.redo(j)
}

// close ends a job with a savepoint, which may have changed anything about streams.
func (w *work) close(j *job, err error) (broken error) {
	w.streams.clear()
	j.err, broken = w.settle(err)
	return broken
}

// run keeps a job that panics from taking the server and everybody else's writes
// with it.
func run(j *job, w *work) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a write: %v", p)
		}
	}()
	return j.run(w)
}

// errAgain ends a job that is run again at once.
var errAgain = errors.New("run again")

// save is called before the running job asks or changes what is not in memory. What the
// jobs before it left is written first.
func (w *work) save() error {
	if w.saved {
		return nil
	}
	var redone bool
	if redone, w.broken = w.flush(); w.broken != nil {
		return w.broken
	}
	// What it added already is asked for anew, with everything else.
	if w.again = w.again || redone || w.guessed || !w.own.empty(); w.again {
		return errAgain
	}
	if w.broken = w.mark(); w.broken != nil {
		return w.broken
	}
	w.saved = true
	return nil
}

// flush writes what the jobs before this one left. Where the database refuses it, because
// a record is there already, each of them is done again with a savepoint of its own.
func (w *work) flush() (redone bool, broken error) {
	if broken := w.putInPlace(); broken != nil {
		return false, broken
	}
	if broken := w.open(); broken != nil {
		return false, broken
	}
	light := w.light
	w.light = w.light[:0]
	defer clear(light)
	if w.group.empty() {
		return false, nil
	}
	broken = w.mark()
	if broken == nil {
		var failed error
		failed, broken = w.settle(w.put(w.group.records, w.group.heads, insertKeys))
		redone = failed != nil
	}
	letGo(w.group.records)
	w.group.reset()
	if broken != nil || !redone {
		return false, broken
	}
	w.streams.clear()
	for _, j := range light {
		if broken := w.redo(j); broken != nil {
			return true, broken
		}
	}
	return true, nil
}

// finish writes what the last jobs left. Where nothing else is in the transaction it does
// so without a savepoint, which costs a tenth of the rest; again asks for another one.
func (w *work) finish() (again bool, broken error) {
	if !w.plain {
		_, broken := w.flush()
		return false, broken
	}
	if w.mayArrive() {
		return tellAgain(w.arrive())
	}
	if w.tx == nil && w.group.empty() {
		return false, nil
	}
	if broken := w.open(); broken != nil {
		return false, broken
	}
	if broken := w.putInPlace(); broken != nil {
		return false, broken
	}
	return tellAgain(false, w.put(w.group.records, w.group.heads, insertKeys))
}

// tellAgain: whatever is refused but by the disk is one job's, and met by doing each by itself.
func tellAgain(known bool, err error) (again bool, broken error) {
	if isStorageFailure(err) {
		return false, err
	}
	return known || err != nil, nil
}

func (w *work) redo(j *job) (broken error) {
	w.own.reset()
	if broken := w.mark(); broken != nil {
		return broken
	}
	w.saved = true
	err := run(j, w)
	w.saved = false
	return w.close(j, err)
}

const (
	savepoint  = "SAVEPOINT job"
	rollbackTo = "ROLLBACK TO job"
	release    = "RELEASE job"
)

// mark begins a part of the transaction that settle can undo.
func (w *work) mark() error {
	w.plain = false
	return w.exec(savepoint)
}

// settle makes the part since mark stand or, where err is not nil, undoes it. It answers
// how the part ended; broken is why the whole transaction is in doubt.
func (w *work) settle(err error) (_, broken error) {
	if isStorageFailure(err) {
		return err, err
	}
	if err == nil {
		if err = w.execNow(release); err == nil {
			return nil, nil
		}
		if isStorageFailure(err) {
			return err, err
		}
	}
	if broken := w.execNow(rollbackTo); broken != nil {
		return err, errors.Join(err, broken)
	}
	return err, w.execNow(release)
}
