package crash

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/crash/disk"
	"alcove/internal/load"
	"alcove/internal/store"
	"alcove/internal/stream"
)

const (
	cuts   = 10 // moments of each round at which the power is cut
	writes = 30 // appends of each writer in a round
)

// The power is cut at random moments while streams are written, the log is
// emptied and the database is being made. What is on the disk then is opened. In every
// other round hardly anybody reads or empties the log: then records wait for their places.
func TestNothingAcknowledgedIsLostWhenThePowerIsCut(t *testing.T) {
	random := seeded(t)
	todo, records, waiting := rounds(t, 2), 0, 0
	for round := range todo {
		found, err := cutPower(t, random, round%2 == 1, false)
		if err != nil {
			t.Fatal(err)
		}
		records, waiting = records+found.acknowledged, waiting+found.waiting
	}
	t.Logf("%d rounds, %d cuts: %d acknowledged records looked for, %d of all waited for their places", todo, todo*cuts, records, waiting)
}

// Without fsync the same check must find something missing, or it would show nothing.
func TestWithoutFsyncThePowerLossIsNoticed(t *testing.T) {
	random := seeded(t)
	_, err := cutPower(t, random, false, true)
	if err == nil {
		t.Fatal("fsync did nothing, the power was cut, and nobody noticed")
	}
	t.Logf("found: %v", err)
}

// desk is who writes in this process, without a network between: three accounts,
// each with its history, on a database on a disk of ours.
type desk struct {
	disk    *disk.Disk
	db      *store.DB
	streams *stream.Service
	talks   []*notes

	mu      sync.Mutex
	durable map[key]int // how many operations the disk had seen when a record was told to be there
}

// notes is one account's history stream.
type notes struct {
	history
	account stream.AccountID
	id      stream.ID
	span    map[*call]span
	sent    sync.Map // key to SHA-256
	known   atomic.Int64
}

// span is a call's time in operations of the disk.
type span struct{ asked, answered int }

// RecordsAdded is called by the writer between the commit and whatever it writes
// next: the exact moment from which on nothing may be lost.
func (d *desk) RecordsAdded(_ context.Context, _ []stream.AccountID, _ stream.ID, records []stream.Record) {
	n := d.disk.Len()
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, r := range records {
		d.durable[r.Key] = n
	}
}

func (*desk) Signalled([]stream.AccountID, stream.ID, []byte)    {}
func (*desk) StreamChanged([]stream.AccountID, stream.Stream)    {}
func (*desk) Wrote(by stream.AccountID, news []stream.AccountID) {}

func nobody(context.Context, stream.AccountID) (stream.Role, error) {
	return 0, errors.New("a history asks for no role")
}

// sit opens a fresh database in folder.
func (d *desk) sit(folder string) (err error) {
	if d.db, err = store.Open(ctx, filepath.Join(folder, "alcove.db")); err != nil {
		return err
	}
	d.streams = stream.New(d.db.Streams(), nobody, d, time.Now, attest.Key{})
	return nil
}

func newDesk(folder string) (*desk, error) {
	on, err := disk.New()
	if err != nil {
		return nil, err
	}
	d := &desk{disk: on, durable: map[key]int{}}
	if err := d.sit(folder); err != nil {
		return nil, errors.Join(err, on.Close())
	}
	for i := range byte(4) {
		n := &notes{account: stream.AccountID{1, i}, id: stream.ID{2, i}, span: map[*call]span{}}
		_, err := d.streams.CreateStream(ctx, n.account, stream.NewStream{
			ID: n.id, Kind: stream.History, Members: []stream.Member{{Account: n.account, Role: stream.Owner}},
		})
		if err != nil {
			return nil, errors.Join(err, d.leave())
		}
		d.talks = append(d.talks, n)
	}
	return d, nil
}

func (d *desk) leave() error { return errors.Join(d.db.Close(), d.disk.Close()) }

// begin and end of a call, in operations of the disk too.
func (d *desk) begin(n *notes, in question) *call {
	c := n.ask(in)
	d.mu.Lock()
	defer d.mu.Unlock()
	n.span[c] = span{asked: d.disk.Len()}
	return c
}

func (d *desk) end(n *notes, c *call, out answer) {
	n.answer(c, out)
	answered := d.disk.Len()
	d.mu.Lock()
	defer d.mu.Unlock()
	if len(c.in.keys) > 0 {
		answered = d.durable[c.in.keys[len(c.in.keys)-1]]
	}
	n.span[c] = span{n.span[c].asked, answered}
}

// append writes one to three records at once, now and then long ones.
func (d *desk) append(n *notes, random *rand.Rand) (*call, []stream.NewRecord, error) {
	var in question
	var records []stream.NewRecord
	for range 1 + random.IntN(3) {
		size := load.Sizes[random.IntN(len(load.Sizes))]
		if random.IntN(20) == 0 {
			size = 60_000
		}
		m := load.Message(int(n.known.Load()), size)
		r := stream.NewRecord{Kind: stream.Message, Key: key(m.GetIdempotencyKey()), Ciphertext: m.GetCiphertext()}
		n.sent.Store(r.Key, sha256.Sum256(r.Ciphertext))
		in.keys, records = append(in.keys, r.Key), append(records, r)
	}
	c := d.begin(n, in)
	return c, records, d.send(n, c, records)
}

// send asks for what the call c is about, and may be repeated.
func (d *desk) send(n *notes, c *call, records []stream.NewRecord) error {
	seqs, err := d.streams.Append(ctx, n.account, n.id, records, nil)
	if err == nil {
		d.end(n, c, answer{seqs: seqs})
		n.known.Store(int64(seqs[len(seqs)-1]))
	}
	return err
}

func (d *desk) read(n *notes) error {
	c := d.begin(n, question{})
	page, err := d.streams.Read(ctx, n.account, n.id, stream.Range{})
	if err != nil {
		return err
	}
	out := answer{head: page.Head}
	for _, r := range page.Records {
		out.read = append(out.read, r.Key)
	}
	d.end(n, c, out)
	return nil
}

// work has two writers for each stream, who read what is there now and then, while
// the log is emptied again and again.
func (d *desk) work(random *rand.Rand, emptying time.Duration, each func(*notes, *rand.Rand) error) error {
	var wg sync.WaitGroup
	failed := make(chan error, 2*len(d.talks)+1)
	for _, n := range d.talks {
		for range 2 {
			mine := rand.New(rand.NewPCG(random.Uint64(), 0))
			wg.Go(func() {
				for range writes {
					if err := each(n, mine); err != nil {
						failed <- err
						return
					}
				}
			})
		}
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for {
			select {
			case <-stop:
				return
			case <-time.After(emptying):
				_ = d.db.Scrub(ctx) // somebody may be reading: it is tried again
			}
		}
	}()
	wg.Wait()
	close(stop)
	<-stopped
	close(failed)
	return <-failed
}

// found is what was looked for after a power cut.
type found struct{ acknowledged, waiting int }

// cutPower plays one round and cuts the power at several moments of it.
func cutPower(t *testing.T, random *rand.Rand, writing, withoutSync bool) (all found, err error) {
	t.Helper()
	d, err := newDesk(t.TempDir())
	if err != nil {
		return all, err
	}
	if withoutSync {
		d.disk.IgnoreSync()
	}
	reading, emptying := 5, 15*time.Millisecond
	if writing {
		reading, emptying = 50, 200*time.Millisecond
	}
	err = d.work(random, emptying, func(n *notes, mine *rand.Rand) error {
		if mine.IntN(reading) == 0 {
			return d.read(n)
		}
		_, _, err := d.append(n, mine)
		return err
	})
	length := d.disk.Len()
	if err := errors.Join(err, d.leave()); err != nil {
		return all, err
	}
	for range cuts {
		at, keep := random.IntN(length+1), disk.Keep(random.IntN(int(disk.Some)+1))
		one, err := d.after(t, at, keep, random)
		if err != nil {
			return all, fmt.Errorf("power cut after %d of %d operations, kept %d: %w", at, length, keep, err)
		}
		all.acknowledged, all.waiting = all.acknowledged+one.acknowledged, all.waiting+one.waiting
	}
	return all, nil
}

// after opens what the power loss left and checks it against what had been
// answered by then.
func (d *desk) after(t *testing.T, at int, keep disk.Keep, random *rand.Rand) (all found, err error) {
	t.Helper()
	folder := t.TempDir()
	if err := d.disk.CutTo(folder, at, keep, random); err != nil {
		return all, err
	}
	if all.waiting, err = waitingIn(t, folder); err != nil {
		return all, err
	}
	later := &desk{disk: d.disk, durable: map[key]int{}}
	if err := later.sit(folder); err != nil {
		return all, err
	}
	defer func() { err = errors.Join(err, later.db.Close()) }()
	for _, n := range d.talks {
		log, err := later.everything(n)
		if err != nil {
			return all, err
		}
		h := n.until(at)
		all.acknowledged += len(h.acknowledged())
		if err := h.settle(log); err != nil {
			return all, err
		}
		if err := h.check(); err != nil {
			return all, err
		}
	}
	if err := checkDatabase(t, folder); err != nil {
		return all, err
	}
	// And it goes on.
	for _, n := range d.talks {
		_, err := later.streams.Append(ctx, n.account, n.id, []stream.NewRecord{{Kind: stream.Message, Key: key(load.Random(16)), Ciphertext: []byte{1}}}, nil)
		if err != nil && !errors.Is(err, stream.ErrNotFound) {
			return all, err
		}
	}
	return all, nil
}

// until is the history as it had come until the disk had seen that many operations.
func (n *notes) until(at int) *history {
	h := &history{now: n.now}
	for _, c := range n.calls {
		s := n.span[c]
		if s.asked > at {
			continue
		}
		known := *c
		if s.answered > at {
			known.answered = 0
		}
		h.calls = append(h.calls, &known)
	}
	return h
}

func (h *history) acknowledged() (keys []key) {
	for _, c := range h.calls {
		if c.answered > 0 {
			keys = append(keys, c.in.keys...)
		}
	}
	return keys
}

// everything reads a stream and compares what it holds with what was sent. One
// whose making was cut off holds nothing.
func (d *desk) everything(n *notes) (log []key, err error) {
	for {
		page, err := d.streams.Read(ctx, n.account, n.id, stream.Range{After: uint64(len(log))})
		if errors.Is(err, stream.ErrNotFound) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		for _, r := range page.Records {
			if r.Seq != uint64(len(log)+1) {
				return nil, fmt.Errorf("record %d stands where %d is expected", r.Seq, len(log)+1)
			}
			if want, mine := n.sent.Load(r.Key); !mine || want != sha256.Sum256(r.Ciphertext) {
				return nil, fmt.Errorf("record %d holds something else than was sent", r.Seq)
			}
			log = append(log, r.Key)
		}
		if len(page.Records) == 0 || uint64(len(log)) >= page.Head {
			return log, nil
		}
	}
}
