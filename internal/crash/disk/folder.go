package disk

import (
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

// Folder is what a power loss would leave of a folder in which a program works. It is
// told of each system call that changed something, and knows what of it is durable:
// of a file what was written before its last fsync, of a name what was made, renamed or
// removed before the last fsync of the folder that it is in (POSIX promises no more).
// Files are followed by what they are and not by their names, so a file that takes
// another's place is there with what was durable of it.
type Folder struct {
	root string

	mu       sync.Mutex
	names    map[string]*file // as the program sees them; relative to root
	durable  map[string]*file
	renamed  []naming // not durable, in order
	ignoring bool
}

// naming is that a name stands for a file from now on; nil: for none.
type naming struct {
	name string
	file *file
}

// NewFolder takes all that lies in root for durable.
func NewFolder(root string) (*Folder, error) {
	f := &Folder{root: root, names: map[string]*file{}, durable: map[string]*file{}}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		f.names[name] = &file{there: true, durable: content}
		f.durable[name] = f.names[name]
		return err
	})
	return f, err
}

// IgnoreSync has every fsync change nothing.
func (f *Folder) IgnoreSync() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ignoring = true
}

// Name notes that a file was made, unless it is there.
func (f *Folder) Name(name string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.names[name] == nil {
		f.name(name, &file{there: true})
	}
}

// Rename and Remove note that.
func (f *Folder) Rename(from, to string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	moved := f.names[from]
	f.name(to, moved)
	f.name(from, nil)
}

func (f *Folder) Remove(name string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.name(name, nil)
}

func (f *Folder) name(name string, to *file) {
	if to == nil {
		delete(f.names, name)
	} else {
		f.names[name] = to
	}
	f.renamed = append(f.renamed, naming{name, to})
}

// Change notes a Write or a Truncate of a file.
func (f *Folder) Change(name string, op Op) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if on := f.names[name]; on != nil { // what has no name is gone with the power
		on.pending = append(on.pending, op)
	}
}

// SyncFailed notes that an fsync of a file failed: what was written since the last one
// can be read and never becomes durable, for the kernel takes it for written.
func (f *Folder) SyncFailed(name string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if on := f.names[name]; on != nil {
		on.pending = nil
	}
}

// Syncing notes that an fsync of a file, or with "." of the folder, begins, and gives
// what to call when it has succeeded: what was changed meanwhile it need not cover.
func (f *Folder) Syncing(name string) (done func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.ignoring {
		return func() {}
	}
	if name == "." {
		n := len(f.renamed)
		return func() { f.settleNames(n) }
	}
	on := f.names[name]
	if on == nil {
		return func() {}
	}
	n := len(on.pending)
	return func() {
		f.mu.Lock()
		defer f.mu.Unlock()
		n = min(n, len(on.pending))
		for _, op := range on.pending[:n] {
			on.apply(op)
		}
		on.pending = slices.Clone(on.pending[n:])
	}
}

func (f *Folder) settleNames(n int) {
	f.mu.Lock()
	defer f.mu.Unlock()
	n = min(n, len(f.renamed))
	for _, r := range f.renamed[:n] {
		put(f.durable, r)
	}
	f.renamed = slices.Clone(f.renamed[n:])
}

func put(names map[string]*file, r naming) {
	if r.file == nil {
		delete(names, r.name)
		return
	}
	names[r.name] = r.file
}

// Cut puts in the place of the folder's files what a power loss leaves of them now. Of
// what was done to names all up to some moment is kept: file systems journal that.
func (f *Folder) Cut(keep Keep, random *rand.Rand) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	kept := len(f.renamed)
	switch keep {
	case Nothing:
		kept = 0
	case Some:
		kept = random.IntN(kept + 1)
	case All:
	}
	for _, r := range f.renamed[:kept] {
		put(f.durable, r)
	}
	if err := f.clear(); err != nil {
		return err
	}
	for name, on := range f.durable {
		if strings.HasSuffix(name, "-shm") { // memory, made again from the log
			continue
		}
		for _, op := range on.pending {
			if kept, some := survives(op, keep, random); some {
				for _, k := range kept {
					on.apply(k)
				}
			}
		}
		on.pending = nil
		if err := os.WriteFile(filepath.Join(f.root, name), on.durable, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// clear removes the files; folders stay.
func (f *Folder) clear() error {
	return filepath.WalkDir(f.root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Remove(path)
	})
}
