package stream_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// crowd writes so much at once that records wait for their places, in a history each.
type crowd struct {
	world
	path  string
	wrote [12]sync.Map // of each writer: stream.Key to its number
	stop  atomic.Bool
	gone  sync.WaitGroup
}

func gather(t *testing.T) *crowd {
	t.Helper()
	path := filepath.Join(t.TempDir(), "alcove.db")
	db, err := store.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	c := &crowd{path: path, world: world{Service: stream.New(db.Streams(), nil, &told{}, time.Now, attest.Key{}), db: db}}
	for i := range c.wrote {
		c.create(t, c.writer(i), history(byte(i), c.writer(i)))
	}
	for i := range c.wrote {
		c.gone.Go(func() { c.write(t, i) })
	}
	return c
}

func (c *crowd) writer(i int) stream.AccountID { return stream.AccountID{9, byte(i)} }

// content is what stands under a key; a tenth of it is due at some time.
func content(k stream.Key) stream.NewRecord {
	r := message(0, k, string(bytes.Repeat(k[:8], 10)))
	if k[7]%10 == 0 {
		r.ForgetHour = 1 << 20
	}
	return r
}

// write appends until it is told to stop, now and then something that it has appended already.
func (c *crowd) write(t *testing.T, i int) {
	for n := uint64(1); !c.stop.Load(); n++ {
		var k stream.Key
		k[15] = byte(i)
		binary.BigEndian.PutUint64(k[:], n)
		seqs, err := c.Append(ctx, c.writer(i), stream.ID{byte(i)}, []stream.NewRecord{content(k)}, nil)
		if err != nil || seqs[0] != n {
			t.Errorf("record %d: %v, %v", n, seqs, err)
			return
		}
		c.wrote[i].Store(k, n)
		if n%40 != 0 {
			continue
		}
		binary.BigEndian.PutUint64(k[:], n-1) // it may be waiting
		again, err := c.Append(ctx, c.writer(i), stream.ID{byte(i)}, []stream.NewRecord{content(k)}, nil)
		if first, _ := c.wrote[i].Load(k); err != nil || again[0] != first {
			t.Errorf("record %v of %d asked again: %v, %v", first, n, again, err)
		}
	}
}

// repeatFirst appends again what has long been in its place.
func (c *crowd) repeatFirst(t *testing.T, i int) {
	t.Helper()
	c.repeatFirstIn(t, c.Service, i)
}

func (c *crowd) repeatFirstIn(t *testing.T, in *stream.Service, i int) {
	t.Helper()
	first := stream.Key{7: 1, 15: byte(i)}
	seqs, err := in.Append(ctx, c.writer(i), stream.ID{byte(i)}, []stream.NewRecord{content(first)}, nil)
	if err != nil || seqs[0] != 1 {
		t.Fatalf("the first record asked again: %v, %v", seqs, err)
	}
}

func (c *crowd) leave() {
	c.stop.Store(true)
	c.gone.Wait()
}

// waiting returns how many records are not in their places.
func waiting(db *store.DB) int { return int(db.Stats().Waiting) }

// known is what a writer was told so far.
func (c *crowd) known(i int) map[stream.Key]uint64 {
	known := map[stream.Key]uint64{}
	c.wrote[i].Range(func(k, n any) bool { known[k.(stream.Key)] = n.(uint64); return true })
	return known
}

// check compares what a store has of a writer's newest records with what it was told.
func check(t *testing.T, of *stream.Service, i int, account stream.AccountID, known map[stream.Key]uint64) {
	t.Helper()
	streams, err := of.ListStreams(ctx, account)
	if err != nil || len(streams) != 1 {
		t.Fatalf("%v, %v", streams, err)
	}
	const newest = 300
	at := uint64(max(0, len(known)-newest))
	for k, n := range known {
		if n <= at {
			delete(known, k)
		}
	}
	for len(known) > 0 {
		page, err := of.Read(ctx, account, stream.ID{byte(i)}, stream.Range{After: at})
		if err != nil || len(page.Records) == 0 || page.Head < streams[0].Head || streams[0].Head < at+uint64(len(known)) {
			t.Fatalf("after %d, %d to come: %d records, heads %d and %d, %v", at, len(known), len(page.Records), page.Head, streams[0].Head, err)
		}
		for _, r := range page.Records {
			if at++; r.Seq != at {
				t.Fatalf("number %d stands where %d is expected", r.Seq, at)
			}
			if n, told := known[r.Key]; told && n != r.Seq || !bytes.Equal(r.Ciphertext, content(r.Key).Ciphertext) {
				t.Fatalf("number %d is another record, or was %d", r.Seq, n)
			}
			delete(known, r.Key)
		}
	}
	last, err := of.Read(ctx, account, stream.ID{byte(i)}, stream.Range{Backwards: true, Limit: 3})
	if err != nil || last.Records[0].Seq != last.Head || last.Records[2].Seq != last.Head-2 {
		t.Fatalf("backwards from %d: %v, %v", last.Head, last.Records, err)
	}
}

// Records that are durable and not in their places yet are read like all others, and are
// not there twice when they are appended again; once nobody writes they are in place.
func TestRecordsAreReadBeforeTheyAreInPlace(t *testing.T) {
	storetest.OnlySQLite(t, "there records are in place at once")
	c := gather(t)
	for seen, until := 0, time.Now().Add(time.Minute); seen < 6; {
		if time.Now().After(until) {
			t.Fatal("no records were waiting")
		}
		if waiting(c.db) > 0 {
			i := seen % len(c.wrote)
			check(t, c.Service, i, c.writer(i), c.known(i))
			c.repeatFirst(t, i)
			seen++
		}
	}
	c.leave()
	for until := time.Now().Add(time.Minute); waiting(c.db) > 0; time.Sleep(5 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal("records are waiting though nobody writes")
		}
	}
	for i := range c.wrote {
		check(t, c.Service, i, c.writer(i), c.known(i))
	}
	var due, want int
	for i := range c.wrote {
		for k := range c.known(i) {
			if content(k).ForgetHour > 0 {
				want++
			}
		}
	}
	if err := c.db.Reader().QueryRow(`SELECT count(*) FROM record_due`).Scan(&due); err != nil || due != want {
		t.Errorf("%d records are due at a time, want %d, %v", due, want, err)
	}
}

// A server that is killed while records wait has them when it is started again.
func TestRecordsThatWaitedAreInPlaceAfterTheNextStart(t *testing.T) {
	storetest.OnlySQLite(t, "there records are in place at once")
	c := gather(t)
	copied := filepath.Join(t.TempDir(), "alcove.db")
	known := make([]map[stream.Key]uint64, len(c.wrote))
	for until := time.Now().Add(time.Minute); ; {
		if time.Now().After(until) {
			t.Fatal("no records were waiting")
		}
		for i := range known {
			known[i] = c.known(i)
		}
		if waiting(c.db) > 0 && storetest.Killed(t, c.path, copied) {
			break
		}
	}
	c.leave()
	journal, err := os.ReadFile(copied + "-arrivals")
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		again, err := store.Open(ctx, copied)
		if err != nil {
			t.Fatal(err)
		}
		if n := waiting(again); n > 0 {
			t.Errorf("%d records wait after the start", n)
		}
		after := stream.New(again.Streams(), nil, &told{}, time.Now, attest.Key{})
		for i := range known {
			check(t, after, i, c.writer(i), maps.Clone(known[i]))
			c.repeatFirstIn(t, after, i)
		}
		// What lay there is put back: it is in its place, and not put there again.
		if err := errors.Join(again.Close(), os.WriteFile(copied+"-arrivals", journal, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
}
