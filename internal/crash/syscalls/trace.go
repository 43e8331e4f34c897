//go:build linux && amd64

package syscalls

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"

	"golang.org/x/sys/unix"

	"alcove/internal/crash/disk"
)

// Trace is a program that is run.
type Trace struct {
	folder string
	*disk.Folder
	fault func(Call) disk.Fault

	mu    sync.Mutex
	err   error // what kept it from being seen right
	ended chan struct{}

	group int             // of processes, that of the first one
	known map[int]bool    // threads
	under map[int]pending // calls under way, by thread
}

// Call is a system call that changes something in the folder.
type Call struct {
	Name string // of the file, relative to the folder
	Kind Kind
}

// Kind is what a call does.
type Kind string

// The kinds of calls.
const (
	Write    Kind = "write"
	Truncate Kind = "truncate"
	Sync     Kind = "fsync"
	Create   Kind = "create"
	Rename   Kind = "rename"
	Remove   Kind = "remove"
)

// Killed has the program die before the call.
const Killed disk.Fault = -1

// pending is a call that was let in.
type pending struct {
	fails syscall.Errno
	done  func(result int64) // it succeeded
}

// Start starts a command under trace; what it does to files in its folder is noted,
// and fault, called by one thread, says of each call how it ends. The command's Wait
// fails once it has ended.
func Start(cmd *exec.Cmd, folder string, fault func(Call) disk.Fault) (*Trace, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	on, err := disk.NewFolder(folder)
	if err != nil {
		return nil, err
	}
	program, err := exec.LookPath(cmd.Path)
	if err != nil {
		return nil, err
	}
	cmd.Args = append([]string{self, program}, cmd.Args[1:]...)
	cmd.Path = self
	if cmd.Env == nil {
		cmd.Env = os.Environ()
	}
	// Go interrupts its own threads to share them fairly; each of that would be a stop.
	cmd.Env = append(cmd.Env, shimmed+"=1", "GODEBUG=asyncpreemptoff=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true, Setpgid: true}
	t := &Trace{folder: folder, Folder: on, fault: fault, ended: make(chan struct{}), known: map[int]bool{}, under: map[int]pending{}}
	started := make(chan error)
	go func() {
		defer close(t.ended)
		runtime.LockOSThread() // whoever starts it is its debugger
		if err := t.begin(cmd); err != nil {
			started <- err
			return
		}
		started <- nil
		t.fail(t.run())
	}()
	return t, <-started
}

// Wait waits until the program has ended, and fails if it was not seen right.
func (t *Trace) Wait() error {
	<-t.ended
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.err
}

func (t *Trace) fail(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.err = errors.Join(t.err, err)
}

func (t *Trace) begin(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	t.group = cmd.Process.Pid
	var ws syscall.WaitStatus
	if _, err := syscall.Wait4(t.group, &ws, syscall.WALL, nil); err != nil {
		return err
	}
	const options = unix.PTRACE_O_TRACECLONE | unix.PTRACE_O_TRACESYSGOOD | unix.PTRACE_O_TRACESECCOMP | unix.PTRACE_O_TRACEEXEC | unix.PTRACE_O_EXITKILL
	if err := syscall.PtraceSetOptions(t.group, options); err != nil {
		return err
	}
	t.known[t.group] = true
	return syscall.PtraceCont(t.group, 0)
}

// run lets the program run from stop to stop until its last thread has ended.
func (t *Trace) run() error {
	for {
		var ws syscall.WaitStatus
		id, err := syscall.Wait4(-t.group, &ws, syscall.WALL, nil)
		switch {
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.ECHILD):
			return nil
		case err != nil:
			return err
		case !ws.Stopped():
			delete(t.known, id)
			delete(t.under, id)
			continue
		}
		if err := t.stopped(id, ws); err != nil && !errors.Is(err, syscall.ESRCH) { // it was killed meanwhile
			return err
		}
	}
}

func (t *Trace) stopped(id int, ws syscall.WaitStatus) error {
	signal := ws.StopSignal()
	switch {
	case signal == syscall.SIGTRAP|0x80:
		return t.leaves(id)
	case signal == syscall.SIGTRAP && ws.TrapCause() == unix.PTRACE_EVENT_SECCOMP:
		return t.enters(id)
	case signal == syscall.SIGTRAP:
		return syscall.PtraceCont(id, 0)
	case signal == syscall.SIGSTOP && !t.known[id]:
		t.known[id] = true
		return syscall.PtraceCont(id, 0)
	}
	return syscall.PtraceCont(id, int(signal))
}

// enters decides about a call that is about to be made.
func (t *Trace) enters(id int) error {
	var regs syscall.PtraceRegs
	if err := syscall.PtraceGetRegs(id, &regs); err != nil {
		return err
	}
	call, apply, err := t.read(id, &regs)
	if err != nil {
		return err
	}
	if apply == nil {
		return syscall.PtraceCont(id, 0)
	}
	p := pending{}
	switch t.fault(call) {
	case Killed:
		return syscall.Kill(t.group, syscall.SIGKILL)
	case disk.None:
		p.done = apply()
	case disk.Full:
		p.fails = syscall.ENOSPC
	case disk.Error:
		p.fails = syscall.EIO
	case disk.Short:
		regs.Rdx /= 2
		p.done = apply()
	}
	if p.fails != 0 {
		regs.Orig_rax = ^uint64(0) // no call
		if call.Kind == Sync {
			t.SyncFailed(call.Name)
		}
	}
	if err := syscall.PtraceSetRegs(id, &regs); err != nil {
		return err
	}
	t.under[id] = p
	return syscall.PtraceSyscall(id, 0)
}

// leaves notes what came of it.
func (t *Trace) leaves(id int) error {
	p := t.under[id]
	delete(t.under, id)
	var regs syscall.PtraceRegs
	if err := syscall.PtraceGetRegs(id, &regs); err != nil {
		return err
	}
	if p.fails != 0 {
		regs.Rax = uint64(-int64(p.fails))
		if err := syscall.PtraceSetRegs(id, &regs); err != nil {
			return err
		}
	} else if result := int64(regs.Rax); result >= 0 && p.done != nil {
		p.done(result)
	}
	return syscall.PtraceCont(id, 0)
}

// read says what a call does to the folder; apply is nil when it does nothing to it. It
// is to be called when the call is let in, and what it returns when it succeeded.
func (t *Trace) read(id int, regs *syscall.PtraceRegs) (call Call, apply func() func(int64), err error) {
	switch regs.Orig_rax {
	case unix.SYS_WRITE, unix.SYS_PWRITE64:
		return t.readWrite(id, regs)
	case unix.SYS_FTRUNCATE:
		name, in := t.opened(id, regs.Rdi)
		if !in {
			return call, nil, nil
		}
		op := disk.Op{Kind: disk.Truncate, Offset: int64(regs.Rsi)}
		return Call{name, Truncate}, func() func(int64) { return func(int64) { t.Change(name, op) } }, nil
	case unix.SYS_FSYNC, unix.SYS_FDATASYNC:
		name, in := t.opened(id, regs.Rdi)
		if !in {
			return call, nil, nil
		}
		return Call{name, Sync}, func() func(int64) {
			done := t.Syncing(name)
			return func(int64) { done() }
		}, nil
	case unix.SYS_OPENAT:
		return t.readOpen(id, regs.Rdi, regs.Rsi, regs.Rdx)
	case unix.SYS_OPEN:
		return t.readOpen(id, cwd, regs.Rdi, regs.Rsi)
	case unix.SYS_RENAMEAT, unix.SYS_RENAMEAT2:
		return t.readRename(id, regs.Rdi, regs.Rsi, regs.Rdx, regs.R10)
	case unix.SYS_RENAME:
		return t.readRename(id, cwd, regs.Rdi, cwd, regs.Rsi)
	case unix.SYS_UNLINKAT:
		return t.readRemove(id, regs.Rdi, regs.Rsi)
	case unix.SYS_UNLINK:
		return t.readRemove(id, cwd, regs.Rdi)
	}
	return call, nil, fmt.Errorf("system call %d can change files, and nobody knows here what it does", regs.Orig_rax)
}

func (t *Trace) readWrite(id int, regs *syscall.PtraceRegs) (call Call, apply func() func(int64), err error) {
	name, in := t.opened(id, regs.Rdi)
	if !in {
		return call, nil, nil
	}
	offset := int64(regs.R10)
	if regs.Orig_rax == unix.SYS_WRITE {
		if offset, err = position(id, regs.Rdi); err != nil {
			return call, nil, err
		}
	}
	data, err := memory(id, regs.Rsi, int(regs.Rdx))
	if err != nil {
		return call, nil, err
	}
	return Call{name, Write}, func() func(int64) {
		return func(n int64) { t.Change(name, disk.Op{Kind: disk.Write, Offset: offset, Data: data[:n]}) }
	}, nil
}

func (t *Trace) readOpen(id int, folder, path, flags uint64) (call Call, apply func() func(int64), err error) {
	if flags&(unix.O_CREAT|unix.O_TRUNC) == 0 {
		return call, nil, nil
	}
	name, in, err := t.named(id, folder, path)
	if err != nil || !in {
		return call, nil, err
	}
	return Call{name, Create}, func() func(int64) {
		return func(int64) {
			t.Name(name)
			if flags&unix.O_TRUNC != 0 {
				t.Change(name, disk.Op{Kind: disk.Truncate})
			}
		}
	}, nil
}

func (t *Trace) readRename(id int, fromFolder, from, toFolder, to uint64) (call Call, apply func() func(int64), err error) {
	source, in, err := t.named(id, fromFolder, from)
	if err != nil || !in {
		return call, nil, err
	}
	target, in, err := t.named(id, toFolder, to)
	if err != nil || !in {
		return call, nil, err
	}
	return Call{target, Rename}, func() func(int64) { return func(int64) { t.Rename(source, target) } }, nil
}

func (t *Trace) readRemove(id int, folder, path uint64) (call Call, apply func() func(int64), err error) {
	name, in, err := t.named(id, folder, path)
	if err != nil || !in {
		return call, nil, err
	}
	return Call{name, Remove}, func() func(int64) { return func(int64) { t.Remove(name) } }, nil
}

// cwd is AT_FDCWD as a register holds it.
const cwd = ^uint64(99) // -100

// opened is the name of an open file in the folder; "." is the folder.
func (t *Trace) opened(id int, fd uint64) (name string, in bool) {
	path, err := os.Readlink(fmt.Sprintf("/proc/%d/fd/%d", id, int32(fd)))
	if err != nil || strings.HasSuffix(path, " (deleted)") {
		return "", false
	}
	return t.within(path)
}

// named is the name that a path in the program's memory stands for.
func (t *Trace) named(id int, folder, at uint64) (name string, in bool, err error) {
	path, err := text(id, at)
	if err != nil {
		return "", false, err
	}
	if !filepath.IsAbs(path) {
		link := fmt.Sprintf("/proc/%d/fd/%d", id, int32(folder))
		if int32(folder) == unix.AT_FDCWD {
			link = fmt.Sprintf("/proc/%d/cwd", id)
		}
		base, err := os.Readlink(link)
		if err != nil {
			return "", false, err
		}
		path = filepath.Join(base, path)
	}
	name, in = t.within(path)
	return name, in, nil
}

func (t *Trace) within(path string) (name string, in bool) {
	name, err := filepath.Rel(t.folder, path)
	return name, err == nil && name != ".." && !strings.HasPrefix(name, "../")
}

// position is where a file is written next.
func position(id int, fd uint64) (int64, error) {
	info, err := os.ReadFile(fmt.Sprintf("/proc/%d/fdinfo/%d", id, int32(fd)))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(info)) {
		if rest, is := strings.CutPrefix(line, "pos:"); is {
			return strconv.ParseInt(strings.TrimSpace(rest), 10, 64)
		}
	}
	return 0, errors.New("a file has no position")
}

// memory reads the program's memory.
func memory(id int, at uint64, n int) ([]byte, error) {
	if n == 0 {
		return nil, nil
	}
	b := make([]byte, n)
	local := unix.Iovec{Base: &b[0]}
	local.SetLen(n)
	got, err := unix.ProcessVMReadv(id, []unix.Iovec{local}, []unix.RemoteIovec{{Base: uintptr(at), Len: n}}, 0)
	if err == nil && got != n {
		err = errors.New("the program's memory could not be read")
	}
	return b, err
}

// text reads a string of C; paths are shorter than a page.
func text(id int, at uint64) (string, error) {
	const page = 4096
	var all []byte
	for len(all) < page {
		part, err := memory(id, at+uint64(len(all)), int(min(page-(at+uint64(len(all)))%page, page)))
		if err != nil {
			return "", err
		}
		all = append(all, part...)
		if i := strings.IndexByte(string(all), 0); i >= 0 {
			return string(all[:i]), nil
		}
	}
	return "", errors.New("a path has no end")
}
