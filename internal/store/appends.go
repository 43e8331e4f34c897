package store

import (
	"cmp"
	"slices"
	"strings"

	"alcove/internal/stream"
)

// maxKeptMembers is how many members' streams are kept in memory, about 100 bytes each.
const maxKeptMembers = 50_000

// streamCache keeps what appends ask of streams, so that they read nothing. Whatever changes more about a stream than its head
// empties it. Where other processes write too it lasts for one transaction.
type streamCache struct {
	kept    map[stream.ID]*keptStream
	members int
}

type keptStream struct {
	key int64
	stream.Stream
	// kept is of how many of its records, the last ones, the writer has the keys in memory:
	// those of the group, and those that wait for their places.
	kept uint64
}

func (c *streamCache) clear() {
	clear(c.kept)
	c.members = 0
}

func (c *streamCache) put(id stream.ID, key int64, st stream.Stream) *keptStream {
	s := &keptStream{key: key, Stream: st}
	c.kept[id] = s
	c.members += 1 + len(st.Members)
	return s
}

// meet finds a stream, in memory if it is there.
func (w *work) meet(id stream.ID) (*keptStream, error) {
	if s := w.streams.kept[id]; s != nil {
		return s, nil
	}
	from := w.reader
	if w.tx == nil {
		from = w.outside // of no stream that is not in memory anything waits for its place
	}
	key, st, err := from.stream(background, id)
	if err != nil {
		return nil, err
	}
	return w.streams.put(id, key, st), nil
}

// appended is what jobs added to streams and is not in the database yet: the records of
// a group are written by few statements. A job that fails before it is saved leaves
// nothing to be undone.
type appended struct {
	batch
	seqs   map[recordKey]uint64 // of a group's records
	turned bool                 // an epoch ended
}

// enoughBytes of ciphertext are written without waiting for the group's end: PostgreSQL is
// sent what is written at once, in one piece.
const enoughBytes = 4 << 20

func (a *appended) empty() bool { return len(a.records)+len(a.heads) == 0 }

type addition struct {
	of *keptStream
	stream.Record
}

func (a *addition) place() int64 { return a.of.key<<seqBits | int64(a.Seq) }

type headMove struct {
	stream      *keptStream
	head, epoch uint64
}

type recordKey struct {
	stream int64
	key    stream.Key
}

// letGo has the keys of records, which are in their places, kept no longer.
func letGo(records []addition) {
	for _, r := range records {
		r.of.kept--
	}
}

func (a *appended) reset() {
	clear(a.records)
	clear(a.heads)
	a.records, a.heads, a.bytes = a.records[:0], a.heads[:0], 0
	clear(a.seqs)
	a.turned = false
}

// take adds what one job left, which succeeded.
func (a *appended) take(own *appended) {
	if a.seqs == nil {
		a.seqs = map[recordKey]uint64{}
	}
	for _, r := range own.records {
		a.seqs[recordKey{r.of.key, r.Key}] = r.Seq
		r.of.kept++
		a.bytes += len(r.Ciphertext)
	}
	for _, h := range own.heads {
		a.turned = a.turned || h.stream.Epoch != h.epoch
		h.stream.Head, h.stream.Epoch = h.head, h.epoch
	}
	a.records = append(a.records, own.records...)
	a.heads = append(a.heads, own.heads...)
}

// guess finds a record that is not in the database yet, and takes for granted that it is
// not there either: a repeated append is rare, and met when it is written.
func (w *work) guess(stream int64, key stream.Key) (seq uint64, found bool, err error) {
	for _, r := range w.own.records {
		if r.of.key == stream && r.Key == key {
			return r.Seq, true, nil
		}
	}
	// What was put in its place by this transaction may have been deleted by it since.
	if seq, found = w.group.seqs[recordKey{stream, key}]; !found && !w.placed {
		seq, found = w.arrived(recordKey{stream, key})
	}
	w.guessed = w.guessed || !found
	return seq, found, nil
}

func (w *work) add(s *keptStream, r stream.Record) error {
	one := addition{s, r}
	if w.saved {
		return w.put([]addition{one}, nil, insertKeys)
	}
	w.own.records = append(w.own.records, one)
	return nil
}

func (w *work) setHead(s *keptStream, head, epoch uint64) error {
	move := headMove{s, head, epoch}
	if w.saved {
		return w.put(nil, []headMove{move}, nil)
	}
	w.own.heads = append(w.own.heads, move)
	return nil
}

// putter writes streams' records in their places.
type putter struct {
	reader
	args []any
}

// put writes records and the heads after them, and their keys by these statements.
func (w *putter) put(records []addition, heads []headMove, keys map[int]string) error {
	// Neighbours lie on the same pages.
	records = slices.SortedFunc(slices.Values(records), func(a, b addition) int { return cmp.Compare(a.place(), b.place()) })
	rest := records
	for n := range several(len(records), rowsAtOnce) {
		if err := w.putRecords(rest[:n], keys[n]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	for _, r := range records {
		if r.ForgetHour == 0 {
			continue
		}
		if err := w.exec(insertDue, r.place(), int64(r.ForgetHour)); err != nil {
			return err
		}
	}
	last := make(map[int64]headMove, len(heads))
	for _, h := range heads {
		last[h.stream.key] = h
	}
	for _, h := range last {
		if err := w.exec(`UPDATE stream SET head = ?2, epoch = ?3 WHERE key = ?1`, h.stream.key, int64(h.head), int64(h.epoch)); err != nil {
			return err
		}
	}
	return nil
}

// rowsAtOnce are the numbers of rows that one statement may write, each of which is
// prepared once.
var rowsAtOnce = []int{64, 32, 16, 8, 4, 2, 1}

var (
	insertRecords = severally(`INSERT INTO record (place, kind, epoch, idempotency, ciphertext, commitment, attest) VALUES `, `(?, ?, ?, ?, ?, ?, ?)`, rowsAtOnce)
	insertKeys    = severally(`INSERT INTO record_key (stream, idempotency, seq) VALUES `, `(?, ?, ?)`, rowsAtOnce)
	// Of what has waited: who broke a promise (stream.Known) has their record twice, and
	// its key leads to the first. It must not keep all the others from their places.
	insertNewKeys = severally(`INSERT OR IGNORE INTO record_key (stream, idempotency, seq) VALUES `, `(?, ?, ?)`, rowsAtOnce)
)

// severally are statements for these numbers of rows.
func severally(begin, row string, numbers []int) map[int]string {
	out := map[int]string{}
	for _, n := range numbers {
		out[n] = begin + strings.Repeat(row+", ", n-1) + row
	}
	return out
}

// several divides all by numbers, which fall to 1.
func several(all int, numbers []int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for _, n := range numbers {
			for ; all >= n; all -= n {
				if !yield(n) {
					return
				}
			}
		}
	}
}

func (w *putter) putRecords(records []addition, keys string) error {
	defer func() { clear(w.args[:cap(w.args)]) }() // of ciphertext nothing is kept
	w.args = w.args[:0]
	for i := range records {
		r := &records[i]
		w.args = append(w.args, r.place(), int64(r.Kind), int64(r.Epoch), r.Key[:], r.Ciphertext, r.Commitment, r.Attest)
	}
	if err := w.exec(insertRecords[len(records)], w.args...); err != nil {
		return err
	}
	w.args = w.args[:0]
	for i := range records {
		r := &records[i]
		w.args = append(w.args, r.of.key, r.Key[:], int64(r.Seq))
	}
	return w.exec(keys, w.args...)
}
