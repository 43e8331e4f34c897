// Package disk is a disk whose power can be cut, for tests: it stands between
// SQLite and its files, notes every write, and can tell what a power loss at any
// moment could have left of them.
//
// # What a power loss leaves
//
// What was written before a file's last fsync is there. Each write and each change
// of a file's length since then may be there or not, whatever its order, and of a
// write some sectors of 512 bytes and not others. A file's name is durable with
// its first fsync, a deletion once its folder was synced: with it, or with the first
// fsync of a log or journal made later. Beyond a write's
// own bytes nothing is damaged: SQLite relies on that by default
// (SQLITE_POWERSAFE_OVERWRITE).
//
// The shared memory beside the database is not kept: it is made again from the log.
//
// # Faults
//
// Each write and each fsync can be made to fail, as a full or dying disk does.
package disk

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Sector is what a disk writes wholly or not at all.
const Sector = 512

// What is done to a file.
const (
	Write = iota
	Truncate
	Sync
	Delete // durable at once, if its folder was synced
)

// Op is one thing done to a file.
type Op struct {
	File   string // its full name
	Kind   int
	Offset int64 // of a write; of Truncate the new length
	Data   []byte
	Synced bool // of Delete
}

// Fault is how an operation fails.
type Fault int

// None lets the operation be done.
const (
	None  Fault = iota
	Full        // no room: nothing is written
	Short       // no room in the middle: half is written
	Error       // an I/O error: a write may have been done all the same, an fsync was not
)

// Disk notes what SQLite does to the files that it opens from New to Close.
type Disk struct {
	mu    sync.Mutex
	ops   []Op
	fault func(Op) Fault
	// ignoring: fsync is answered and not done.
	ignoring bool
	vfs      *vfs
}

// Len is how many operations were done until now.
func (d *Disk) Len() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.ops)
}

// IgnoreSync has every fsync do nothing, as with synchronous=OFF.
func (d *Disk) IgnoreSync() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.ignoring = true
}

// Fail asks fault of each write and fsync how it is to end; nil ends that.
func (d *Disk) Fail(fault func(Op) Fault) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fault = fault
}

func (d *Disk) note(op Op) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if op.Kind == Sync && d.ignoring {
		return
	}
	d.ops = append(d.ops, op)
}

func (d *Disk) ends(op Op) Fault {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.fault == nil {
		return None
	}
	return d.fault(op)
}

// Keep says what becomes of the operations that no fsync followed.
type Keep int

// Nothing is the worst of a cache, All that of a kill; Some is anything between.
const (
	Nothing Keep = iota
	All
	Some
)

// file is what is durable and what is not yet.
type file struct {
	there   bool
	durable []byte
	pending []Op
}

// CutTo writes into folder the files as a power loss after the first n operations
// leaves them.
func (d *Disk) CutTo(folder string, n int, keep Keep, random *rand.Rand) error {
	d.mu.Lock()
	ops := d.ops[:n]
	d.mu.Unlock()
	files := map[string]*file{}
	for _, op := range ops {
		f := files[op.File]
		if f == nil {
			f = &file{}
			files[op.File] = f
		}
		switch {
		case op.Kind == Sync:
			if !f.there && !strings.HasSuffix(op.File, ".db") {
				syncFolder(files)
			}
			for _, p := range f.pending {
				f.apply(p)
			}
			f.there, f.pending = true, nil
		case op.Kind == Delete && op.Synced:
			*f = file{}
		default:
			f.pending = append(f.pending, op)
		}
	}
	for name, f := range files {
		for _, op := range f.pending {
			if kept, some := survives(op, keep, random); some {
				for _, k := range kept {
					f.apply(k)
				}
			}
		}
		if !f.there {
			continue
		}
		if err := os.WriteFile(filepath.Join(folder, filepath.Base(name)), f.durable, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// syncFolder has the files that were deleted stay away: SQLite syncs the folder
// with the first fsync of a log or journal that it made.
func syncFolder(files map[string]*file) {
	for _, f := range files {
		if i := slices.IndexFunc(f.pending, func(op Op) bool { return op.Kind == Delete }); i >= 0 {
			*f = file{pending: f.pending[i+1:]}
		}
	}
}

// survives decides what of an operation outlives the power.
func survives(op Op, keep Keep, random *rand.Rand) (kept []Op, some bool) {
	switch keep {
	case Nothing:
		return nil, false
	case All:
		return []Op{op}, true
	case Some:
	}
	switch choice := random.IntN(3); {
	case choice == 0:
		return nil, false
	case choice == 1 || op.Kind != Write:
		return []Op{op}, true
	}
	for from := int64(0); from < int64(len(op.Data)); {
		to := min(from+Sector-(op.Offset+from)%Sector, int64(len(op.Data)))
		if random.IntN(2) == 0 {
			kept = append(kept, Op{Kind: Write, Offset: op.Offset + from, Data: op.Data[from:to]})
		}
		from = to
	}
	return kept, len(kept) > 0
}

func (f *file) apply(op Op) {
	f.there = true
	switch op.Kind {
	case Write:
		f.grow(op.Offset + int64(len(op.Data)))
		copy(f.durable[op.Offset:], op.Data)
	case Truncate:
		f.grow(op.Offset)
		f.durable = f.durable[:op.Offset]
	case Delete:
		*f = file{}
	}
}

func (f *file) grow(length int64) {
	if missing := length - int64(len(f.durable)); missing > 0 {
		f.durable = append(f.durable, make([]byte, missing)...)
	}
}
