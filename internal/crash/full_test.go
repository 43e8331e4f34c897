package crash

import (
	"math/rand/v2"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"alcove/internal/crash/disk"
	"alcove/internal/fault"
	"alcove/internal/store"
)

// The disk is full while records wait for their places. They are read as before, the server
// stops and starts, and once there is room all goes on by itself.
func TestRecordsThatWaitAreReadOnAFullDisk(t *testing.T) {
	random, folder := seeded(t), t.TempDir()
	d, err := newDesk(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.leave() }()
	full := func(op disk.Op) disk.Fault {
		if op.Kind == disk.Sync {
			return disk.None // room is asked for by writes
		}
		return disk.Full
	}
	for until := time.Now().Add(time.Minute); ; {
		d.burst(t, random)
		d.disk.Fail(full)
		if d.waiting() > 0 {
			break
		}
		d.disk.Fail(nil)
		if time.Now().After(until) {
			t.Fatal("no records were waiting")
		}
	}
	readAll := func() (n int) {
		t.Helper()
		for _, talk := range d.talks {
			log, err := d.everything(talk)
			if err == nil {
				err = talk.settle(log)
			}
			if err != nil {
				t.Fatal(err)
			}
			n += len(log)
		}
		return n
	}
	before := readAll()
	if _, _, err := d.append(d.talks[0], random); fault.Of(err).Code != "storage_full" {
		t.Fatalf("an append on a full disk: %v", err)
	}
	if err := d.db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := d.sit(folder); err != nil {
		t.Fatalf("the server does not start: %v", err)
	}
	if after := readAll(); after != before {
		t.Fatalf("%d records, before the start %d", after, before)
	}
	d.disk.Fail(nil)
	for until := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if d.waiting() == 0 {
			break
		}
		if time.Now().After(until) {
			t.Fatal("records wait though there is room")
		}
	}
	d.burst(t, random)
	if after := readAll(); after <= before {
		t.Fatalf("%d records after more were written to %d", after, before)
	}
	if err := d.db.Close(); err != nil {
		t.Fatal(err)
	}
	if err := checkDatabase(t, folder); err != nil {
		t.Fatal(err)
	}
	if d.db, err = store.Open(ctx, filepath.Join(folder, "alcove.db")); err != nil {
		t.Fatal(err)
	}
}

// waiting counts the records that are not in their places.
func (d *desk) waiting() int { return int(d.db.Stats().Waiting) }

// burst has eight writers append at once, for some thirty transactions.
func (d *desk) burst(t *testing.T, random *rand.Rand) {
	t.Helper()
	var all sync.WaitGroup
	for i := range 8 {
		mine, talk := rand.New(rand.NewPCG(random.Uint64(), 0)), d.talks[i%len(d.talks)]
		all.Go(func() {
			for range 30 {
				if _, _, err := d.append(talk, mine); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	all.Wait()
}
