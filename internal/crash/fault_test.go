package crash

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"alcove/internal/crash/disk"
	"alcove/internal/fault"
	"alcove/internal/stream"
)

// refused is an append that was answered with an error.
type refused struct {
	to      *notes
	call    *call
	records []stream.NewRecord
}

// Every n-th write or fsync fails while streams are written. Each caller is told
// clearly, nothing is acknowledged that is not there, and when the disk is well
// again everything goes on in the same process: what was refused is sent again.
func TestAFailingDiskIsSaidAndOvercome(t *testing.T) {
	random, periods := seeded(t), []int{2, 60}
	if rounds(t, 1) > 1 {
		periods = []int{1, 2, 5, 13, 60}
	}
	for _, failing := range []struct {
		name string
		how  disk.Fault
	}{{"full", disk.Full}, {"short writes", disk.Short}, {"I/O errors", disk.Error}} {
		for _, every := range periods {
			t.Run(fmt.Sprintf("%s, one in %d", failing.name, every), func(t *testing.T) { failEvery(t, random, failing.how, every) })
		}
	}
}

func failEvery(t *testing.T, random *rand.Rand, how disk.Fault, every int) {
	folder := t.TempDir()
	d, err := newDesk(folder)
	if err != nil {
		t.Fatal(err)
	}
	left := false
	defer func() {
		if !left {
			_ = d.leave()
		}
	}()
	operations := 0
	d.disk.Fail(func(op disk.Op) disk.Fault { // called by one at a time
		if op.Kind == disk.Sync && how != disk.Error {
			return disk.None // room is asked for by writes
		}
		if operations++; operations%every == 0 {
			return how
		}
		return disk.None
	})
	var mu sync.Mutex
	var again []refused
	full := map[key]bool{} // said not to be there
	err = d.work(random, 15*time.Millisecond, func(n *notes, mine *rand.Rand) error {
		if mine.IntN(5) == 0 {
			return d.read(n)
		}
		c, records, err := d.append(n, mine)
		if err == nil {
			return nil
		}
		f := fault.Of(err)
		if f.Kind != fault.Unavailable || f.Code != "storage_full" && f.Code != "storage_failed" {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		again = append(again, refused{n, c, records})
		if f.Code == "storage_full" {
			full[records[0].Key] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(again) == 0 {
		t.Fatal("the disk failed and nobody was told")
	}
	for _, n := range d.talks {
		log, err := d.everything(n)
		if err != nil {
			t.Fatal(err)
		}
		for _, k := range log {
			if full[k] {
				t.Fatal("a record is there of which it was said that it is not")
			}
		}
	}
	t.Logf("%d appends were refused", len(again))
	d.disk.Fail(nil)
	for _, r := range again {
		if err := d.send(r.to, r.call, r.records); err != nil {
			t.Fatalf("the disk is well again, and still: %v", err)
		}
	}
	for _, n := range d.talks {
		log, err := d.everything(n)
		if err != nil {
			t.Fatal(err)
		}
		if err := n.settle(log); err != nil {
			t.Fatal(err)
		}
		if err := n.check(); err != nil {
			t.Fatal(err)
		}
	}
	left = true
	if err := d.leave(); err != nil {
		t.Fatal(err)
	}
	if err := checkDatabase(t, folder); err != nil {
		t.Fatal(err)
	}
}
