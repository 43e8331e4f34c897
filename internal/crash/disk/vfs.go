package disk

import (
	"bytes"
	"errors"
	"sync"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// vfs is SQLite's own way to files ("unix") with some of its functions replaced
// by ours, which call the replaced ones. SQLite's structures lie in memory that Go
// does not know; what belongs to them is found by their addresses.
type vfs struct {
	tls      *libc.TLS
	ours     uintptr // sqlite3_vfs
	original uintptr
	disk     *Disk

	mu      sync.Mutex
	methods map[uintptr]uintptr // a table of SQLite's to its copy with our functions
	files   map[uintptr]opened
}

// opened is a file that is open.
type opened struct {
	name     string
	original uintptr // its sqlite3_io_methods
}

// current is the disk that files are opened on: SQLite has one default for the process.
var current struct {
	sync.Mutex
	*vfs
}

// New has SQLite open files through a disk that notes what is done to them, in the
// whole process until Close. There can be one at a time.
func New() (*Disk, error) {
	current.Lock()
	defer current.Unlock()
	if current.vfs != nil {
		return nil, errors.New("there is such a disk already")
	}
	tls := libc.NewTLS()
	v := &vfs{tls: tls, original: sqlite3.Xsqlite3_vfs_find(tls, 0), methods: map[uintptr]uintptr{}, files: map[uintptr]opened{}, disk: &Disk{}}
	v.disk.vfs = v
	size := unsafe.Sizeof(sqlite3.Tsqlite3_vfs{})
	v.ours = libc.Xmalloc(tls, libc.Tsize_t(size))
	name, err := libc.CString("a disk whose power can be cut")
	if err != nil || v.ours == 0 {
		return nil, errors.Join(err, errors.New("no memory for a VFS"))
	}
	table := at[sqlite3.Tsqlite3_vfs](v.ours)
	*table = *at[sqlite3.Tsqlite3_vfs](v.original)
	table.FzName, table.FpNext = name, 0
	table.FxOpen, table.FxDelete = address(open), address(remove)
	if rc := sqlite3.Xsqlite3_vfs_register(tls, v.ours, 1); rc != sqlite3.SQLITE_OK {
		return nil, errors.New("the VFS was not taken")
	}
	current.vfs = v
	return v.disk, nil
}

// Close has SQLite open files as usual again. All that was opened must be closed.
func (d *Disk) Close() error {
	current.Lock()
	defer current.Unlock()
	v := d.vfs
	v.mu.Lock()
	defer v.mu.Unlock()
	if len(v.files) > 0 {
		return errors.New("files of this disk are open")
	}
	if rc := sqlite3.Xsqlite3_vfs_unregister(v.tls, v.ours); rc != sqlite3.SQLITE_OK {
		return errors.New("the VFS was not let go")
	}
	if rc := sqlite3.Xsqlite3_vfs_register(v.tls, v.original, 1); rc != sqlite3.SQLITE_OK {
		return errors.New("SQLite's own VFS was not taken")
	}
	libc.Xfree(v.tls, at[sqlite3.Tsqlite3_vfs](v.ours).FzName)
	libc.Xfree(v.tls, v.ours)
	for _, m := range v.methods {
		libc.Xfree(v.tls, m)
	}
	v.tls.Close()
	current.vfs = nil
	return nil
}

// now is the disk that is in use.
func now() *vfs {
	current.Lock()
	defer current.Unlock()
	return current.vfs
}

// at reads an address of SQLite's memory as what lies there.
func at[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// address of a function as SQLite keeps it, and function the way back.
func address[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

func function[F any](address uintptr) F { return *(*F)(unsafe.Pointer(&address)) }

type (
	openFunc   = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, outFlags uintptr) int32
	removeFunc = func(tls *libc.TLS, vfs, name uintptr, syncFolder int32) int32
	closeFunc  = func(tls *libc.TLS, file uintptr) int32
	writeFunc  = func(tls *libc.TLS, file, data uintptr, length int32, offset int64) int32
	resizeFunc = func(tls *libc.TLS, file uintptr, size int64) int32
)

func open(tls *libc.TLS, _, name, file uintptr, flags int32, outFlags uintptr) int32 {
	v := now()
	rc := function[openFunc](at[sqlite3.Tsqlite3_vfs](v.original).FxOpen)(tls, v.original, name, file, flags, outFlags)
	if rc != sqlite3.SQLITE_OK || name == 0 { // what has no name ends with the process
		return rc
	}
	f := at[sqlite3.Tsqlite3_file](file)
	v.mu.Lock()
	defer v.mu.Unlock()
	ours, known := v.methods[f.FpMethods]
	if !known {
		ours = libc.Xmalloc(tls, libc.Tsize_t(unsafe.Sizeof(sqlite3.Tsqlite3_io_methods{})))
		table := at[sqlite3.Tsqlite3_io_methods](ours)
		*table = *at[sqlite3.Tsqlite3_io_methods](f.FpMethods)
		table.FxClose, table.FxWrite, table.FxTruncate, table.FxSync = address(shut), address(write), address(resize), address(flush)
		v.methods[f.FpMethods] = ours
	}
	v.files[file] = opened{libc.GoString(name), f.FpMethods}
	f.FpMethods = ours
	return rc
}

// of finds an open file and SQLite's own functions for it.
func of(file uintptr) (*vfs, opened, *sqlite3.Tsqlite3_io_methods) {
	v := now()
	v.mu.Lock()
	defer v.mu.Unlock()
	o := v.files[file]
	return v, o, at[sqlite3.Tsqlite3_io_methods](o.original)
}

func remove(tls *libc.TLS, _, name uintptr, syncFolder int32) int32 {
	v := now()
	rc := function[removeFunc](at[sqlite3.Tsqlite3_vfs](v.original).FxDelete)(tls, v.original, name, syncFolder)
	if rc == sqlite3.SQLITE_OK {
		v.disk.note(Op{File: libc.GoString(name), Kind: Delete, Synced: syncFolder != 0})
	}
	return rc
}

func shut(tls *libc.TLS, file uintptr) int32 {
	v, _, original := of(file)
	v.mu.Lock()
	delete(v.files, file)
	v.mu.Unlock()
	return function[closeFunc](original.FxClose)(tls, file)
}

func write(tls *libc.TLS, file, data uintptr, length int32, offset int64) int32 {
	v, o, original := of(file)
	op := Op{File: o.name, Kind: Write, Offset: offset, Data: bytes.Clone(unsafe.Slice(at[byte](data), int(length)))}
	fault, rc := v.disk.ends(op), int32(sqlite3.SQLITE_OK)
	switch fault {
	case Full:
		return sqlite3.SQLITE_FULL
	case Short:
		length /= 2
		op.Data = op.Data[:length]
		rc = sqlite3.SQLITE_FULL // what SQLite itself makes of it
	case Error:
		rc = sqlite3.SQLITE_IOERR_WRITE
	case None:
	}
	if done := function[writeFunc](original.FxWrite)(tls, file, data, length, offset); done != sqlite3.SQLITE_OK {
		return done
	}
	v.disk.note(op)
	return rc
}

func resize(tls *libc.TLS, file uintptr, size int64) int32 {
	v, o, original := of(file)
	rc := function[resizeFunc](original.FxTruncate)(tls, file, size)
	if rc == sqlite3.SQLITE_OK {
		v.disk.note(Op{File: o.name, Kind: Truncate, Offset: size})
	}
	return rc
}

// flush notes an fsync and leaves it out: no power is cut, and the test is not to
// wait for the disk.
func flush(_ *libc.TLS, file uintptr, _ int32) int32 {
	v, o, _ := of(file)
	op := Op{File: o.name, Kind: Sync}
	if v.disk.ends(op) != None {
		return sqlite3.SQLITE_IOERR_FSYNC
	}
	v.disk.note(op)
	return sqlite3.SQLITE_OK
}
