package store

import (
	"context"
	"crypto/rand"
	"maps"
	"math"
	"slices"
	"time"

	"alcove/internal/stream"
)

// Where many append at once, SQLite would write some pages for each record: that of its
// stream's last records, that of its idempotency key, and their neighbours when one is full.
// So records are first made durable behind one another, in the journal, by a tenth of the
// pages; and some time later all that arrived is put where it belongs, many of a stream on
// one page. That goes on beside the writer: while one half of the journal is put in place,
// the other one is written.
//
// Nobody notices: streams are read with what has arrived for them, and before anything else
// is written, or told of what is held, all is put in its place.
const (
	// arrivalsAtOnce are put in place, about 15 µs each, or what has waited for stayAtLoad. Of
	// each half at most arrivalsAtMost and arrivingBytes wait: then whoever writes waits until
	// the other half is in place.
	arrivalsAtOnce = 8192
	stayAtLoad     = 500 * time.Millisecond
	arrivalsAtMost = 16384
	arrivingBytes  = 16 << 20
	// fewArrivals are not worth it; nor is it worth it while others than appends are written:
	// calm counts the transactions since.
	fewArrivals = 4
	calmEnough  = 16
	// stayAtMost is how long records wait once nobody writes, and stayOnFailure where they
	// could not be put in place.
	stayAtMost    = 20 * time.Millisecond
	stayOnFailure = time.Second
)

// arrivals are the records in the journal.
type arrivals struct {
	journal journal
	halves  [2]half
	filling int // the half that is written
	calm    int
	lost    bool // the streams' heads that they made are not in memory, or the journal is not to be trusted
	// By the transaction under way:
	placed bool
	fresh  map[int]mark // of the halves, once it is durable
	added  batch
	pieces int
	// placing is under way beside the writer. How it ended is counted.
	placing *placing
	count   func(error)
	shown   *arriving
}

// half is what waits in half of the journal.
type half struct {
	mark  mark
	next  int       // piece to be written
	since time.Time // its first record waits
	batch
	keys map[recordKey]uint64
}

// batch is what is put in place together.
type batch struct {
	records []addition
	heads   []headMove
	bytes   int // of ciphertext
}

func (h *half) empty() {
	letGo(h.records)
	clear(h.keys)
	h.batch, h.next = batch{}, 0
}

func (h *half) full(more *batch) bool {
	return len(h.records)+len(more.records) > arrivalsAtMost || h.bytes+more.bytes > arrivingBytes
}

// placing puts a half in its place.
type placing struct {
	half int
	mark mark // that the half bears then
	done chan error
}

func newArrivals() arrivals {
	a := arrivals{shown: newArriving()}
	for i := range a.halves {
		a.halves[i].keys = map[recordKey]uint64{}
	}
	return a
}

func (a *arrivals) waiting() int { return len(a.halves[0].records) + len(a.halves[1].records) }

// arrived finds a record that waits.
func (a *arrivals) arrived(k recordKey) (seq uint64, found bool) {
	for i := range a.halves {
		if seq, found = a.halves[i].keys[k]; found {
			return seq, true
		}
	}
	return 0, false
}

// quiet: nothing waits, nor is anything of it left in the journal.
func (a *arrivals) quiet() bool { return a.waiting() == 0 && !a.journal.dirty }

// rest is called again and again while nobody writes, until it is quiet: what waits is put
// in its place beside the writer, and then taken out of the journal, bit by bit.
func (w *work) rest() error {
	switch {
	case w.placing != nil:
		return nil
	case w.waiting() > 0:
		w.wasItWorthIt()
		return w.turn()
	}
	return w.wipe()
}

// wipe leaves some less in the journal of what is in its place.
func (a *arrivals) wipe() error {
	err := a.journal.wipe()
	a.lost = a.lost || err != nil // and tried again
	return err
}

// wasItWorthIt: what is put in place before it is much could have been there at once.
func (a *arrivals) wasItWorthIt() {
	if n := a.waiting(); n > 0 && n < arrivalsAtOnce/4 {
		a.calm = 0
	}
}

// stay is how long the writer waits for others before it puts in place what waits.
func (a *arrivals) stay() time.Duration {
	if a.lost {
		return stayOnFailure
	}
	return stayAtMost
}

// inPlace returns when every record that was acknowledged before is where it is read.
func (db *DB) inPlace(ctx context.Context) error {
	if db.work.shown.count() == 0 {
		return nil
	}
	return db.do(db.placing(ctx))
}

func (db *DB) placing(ctx context.Context) *job {
	return &job{ctx: ctx, run: (*work).putInPlace, ofStreams: true, done: make(chan struct{})}
}

// putInPlace is for what arrived before this transaction. It fails when the whole
// transaction is in doubt.
func (w *work) putInPlace() error {
	a := &w.arrivals
	if a.waiting() == 0 && !a.lost || a.placed {
		return nil
	}
	if w.broken = w.open(); w.broken != nil {
		return w.broken
	}
	a.wasItWorthIt()
	var all batch
	for _, i := range []int{1 - a.filling, a.filling} {
		all.records = append(all.records, a.halves[i].records...)
		all.heads = append(all.heads, a.halves[i].heads...)
	}
	a.fresh = map[int]mark{0: newMark(), 1: newMark()}
	w.broken = w.putBatch(all, a.fresh)
	a.placed = w.broken == nil
	return w.broken
}

// putBatch writes a batch in its place, and the marks that halves bear from then on.
func (p *putter) putBatch(b batch, fresh map[int]mark) error {
	if err := p.put(b.records, b.heads, insertNewKeys); err != nil {
		return err
	}
	for half, m := range fresh {
		if err := p.execNow(`INSERT INTO arrival_mark (half, mark) VALUES (?1, ?2) ON CONFLICT (half) DO UPDATE SET mark = excluded.mark`, int64(half), m[:]); err != nil {
			return err
		}
	}
	return nil
}

func newMark() (m mark) {
	_, _ = rand.Read(m[:]) // never fails
	return m
}

// mayArrive reports whether a group's records are to wait for their places.
func (w *work) mayArrive() bool {
	a, n := &w.arrivals, len(w.group.records)
	return w.sqlite && w.tx == nil && !a.lost && !w.group.turned && a.calm >= calmEnough && n > 0 && (a.waiting() > 0 || n >= fewArrivals) &&
		!slices.ContainsFunc(w.group.records, func(r addition) bool { return !r.hasPlace() })
}

// hasPlace reports whether the database will take the record: what its columns say, asked
// before anybody is told that it is there.
func (a *addition) hasPlace() bool {
	return stream.Message <= a.Kind && a.Kind <= stream.Welcome && a.Ciphertext != nil &&
		(a.Commitment == nil || len(a.Commitment) == 32) && (a.Attest == nil || len(a.Attest) == 45) &&
		a.Seq < 1<<seqBits && a.Epoch <= math.MaxInt64 && a.ForgetHour <= math.MaxInt64
}

// arrive writes the group's records into the journal. known: one of them is in its place
// already.
func (w *work) arrive() (known bool, err error) {
	a := &w.arrivals
	if known, err = w.anyKnown(w.unvouched()); known || err != nil {
		return known, err
	}
	if a.halves[a.filling].full(&w.group.batch) {
		if err := w.turn(); err != nil {
			return false, err
		}
	}
	bytes, packed := pack(w.group.records)
	h := &a.halves[a.filling]
	if err := a.journal.append(a.filling, h.next, h.mark, bytes); err != nil {
		a.lost = true
		return false, err
	}
	a.added = batch{packed, w.group.heads, w.group.bytes}
	a.pieces = len(bytes) / pieceSize
	return false, nil
}

var knownAtOnce = []int{1, 2, 4, 8, 16, 32, 64, 128}

var selectKnown = func() map[int]string {
	out := map[int]string{}
	for n, list := range severally(``, `(?, ?)`, knownAtOnce) {
		out[n] = `SELECT EXISTS (SELECT 1 FROM (VALUES ` + list + `) a CROSS JOIN record_key k ON k.stream = a.column1 AND k.idempotency = a.column2)`
	}
	return out
}()

// unvouched are the keys of the group's records that may be in their places already, for all
// that their writers promise (stream.Known) and the writer has in memory.
func (w *work) unvouched() []recordKey {
	w.asked = w.asked[:0]
	for i := range w.group.records {
		r := &w.group.records[i]
		if known := stream.Known(r.Key); known > r.of.Head || known < r.of.Head-r.of.kept {
			w.asked = append(w.asked, recordKey{r.of.key, r.Key})
		}
	}
	return w.asked
}

// anyKnown asks for keys, the last one so often that few statements do.
func (w *work) anyKnown(keys []recordKey) (known bool, err error) {
	for len(keys) > 0 && !known && err == nil {
		i, _ := slices.BinarySearch(knownAtOnce, len(keys))
		n := knownAtOnce[min(i, len(knownAtOnce)-1)]
		w.args = w.args[:0]
		for i := range n {
			k := &keys[min(i, len(keys)-1)]
			w.args = append(w.args, k.stream, k.key[:])
		}
		err = w.outside.row(background, selectKnown[n], w.args...).Scan(&known)
		keys = keys[min(n, len(keys)):]
	}
	return known, err
}

// turnIfWorthIt begins to put in place what has arrived when it is much, or has waited for long.
func (w *work) turnIfWorthIt() {
	h := &w.halves[w.filling]
	if w.placing == nil && !w.lost && len(h.records) > 0 && (len(h.records) >= arrivalsAtOnce || time.Since(h.since) > stayAtLoad) {
		_ = w.turn() // nothing has to be waited for, so it does not fail
	}
}

// turn has the half that is written put in place, and the other one written.
func (w *work) turn() error {
	a := &w.arrivals
	if err := w.settled(); err != nil {
		return err
	}
	p := &placing{a.filling, newMark(), make(chan error, 1)}
	a.placing = p
	b := a.halves[p.half].batch
	go func() { p.done <- w.placer.place(b, map[int]mark{p.half: p.mark}) }()
	a.filling = 1 - a.filling
	return nil
}

// place is done beside the writer, on the connection that writes.
func (p *putter) place(b batch, fresh map[int]mark) (err error) {
	if err := p.stmts.prepareWanted(background); err != nil {
		return err
	}
	if p.tx, err = p.stmts.db.BeginTx(background, nil); err != nil {
		return err
	}
	defer func() { _ = p.tx.Rollback(); p.tx = nil }()
	if err := p.putBatch(b, fresh); err != nil {
		return err
	}
	return p.tx.Commit()
}

// placedBeside is told when what is put in place beside the writer is there, or could not be.
func (a *arrivals) placedBeside() <-chan error {
	if a.placing == nil {
		return nil
	}
	return a.placing.done
}

// settled waits until nothing is put in place beside the writer.
func (w *work) settled() error {
	if w.placing == nil {
		return nil
	}
	return w.settledBy(<-w.placing.done)
}

func (a *arrivals) settledBy(err error) error {
	p := a.placing
	a.placing = nil
	a.count(err)
	if err != nil {
		a.lost = true
		return err
	}
	h := &a.halves[p.half]
	a.shown.remove(h.records)
	h.empty()
	h.mark = p.mark
	return nil
}

// end counts what the transaction changed if it is durable, and forgets it otherwise.
func (a *arrivals) end(durable, plain bool, keys map[recordKey]uint64) {
	defer func() { a.placed, a.added, a.pieces = false, batch{}, 0 }()
	if !plain || !durable {
		a.calm = 0
	}
	if !durable {
		a.lost = a.lost || a.waiting() > 0
		return
	}
	a.calm++
	if a.placed {
		a.lost = false
		for i := range a.halves {
			a.shown.remove(a.halves[i].records)
			a.halves[i].empty()
			a.halves[i].mark = a.fresh[i]
		}
	}
	if len(a.added.records) > 0 {
		h := &a.halves[a.filling]
		if h.next == 0 {
			h.since = time.Now()
		}
		h.next += a.pieces
		h.records = append(h.records, a.added.records...)
		h.heads = append(h.heads, a.added.heads...)
		h.bytes += a.added.bytes
		maps.Copy(h.keys, keys)
		a.shown.add(a.added.records)
	}
}
