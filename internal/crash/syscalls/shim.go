//go:build linux && amd64

// Package syscalls runs a program and stops it at each system call that changes a file
// in one folder, for tests: to note what was done (disk.Folder), and to have the n-th
// of them fail as on a disk that is full or dying. So what is tested is the program
// itself with all of its files, as the kernel sees it.
//
// It is a debugger (ptrace, as strace is) for programs of many threads. A filter in the
// kernel (seccomp) lets all other system calls pass at full speed; it has to be
// installed by the program's process before the program is there, which Shim does.
package syscalls

import (
	"os"
	"slices"
	"syscall"
	"unsafe"

	// For names of what package syscall has no more room for.
	"golang.org/x/sys/unix"
)

// shimmed says to a process of the test's own binary that it is to become what its
// arguments name.
const shimmed = "ALCOVE_CRASH_SHIM"

// Shim is to be called first of all by whoever uses Start. In the process that Start
// made it does not return.
func Shim() {
	if os.Getenv(shimmed) == "" {
		return
	}
	_ = os.Unsetenv(shimmed)
	if err := filter(); err != nil {
		panic(err)
	}
	panic(syscall.Exec(os.Args[1], os.Args[1:], os.Environ()))
}

// watched are the system calls that can change a file. Those in refused nothing here
// uses: whoever begins to is to be seen.
var (
	watched = []uint32{
		unix.SYS_WRITE, unix.SYS_PWRITE64, unix.SYS_FTRUNCATE, unix.SYS_FSYNC, unix.SYS_FDATASYNC,
		unix.SYS_OPENAT, unix.SYS_RENAMEAT, unix.SYS_UNLINKAT, unix.SYS_RENAME, unix.SYS_UNLINK, unix.SYS_OPEN, unix.SYS_RENAMEAT2,
	}
	refused = []uint32{unix.SYS_PWRITEV, unix.SYS_PWRITEV2, unix.SYS_TRUNCATE, unix.SYS_LINK, unix.SYS_LINKAT, unix.SYS_FALLOCATE, unix.SYS_COPY_FILE_RANGE}
)

// filter has the kernel stop this process and what comes of it at what is watched.
func filter() error {
	load := unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: 0} // seccomp_data.nr
	program := []unix.SockFilter{load}
	all := slices.Concat(watched, refused)
	for i, number := range all {
		program = append(program, unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, Jt: uint8(len(all) - i), K: number})
	}
	program = append(program,
		unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW},
		unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_TRACE})
	if err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); err != nil {
		return err
	}
	p := unix.SockFprog{Len: uint16(len(program)), Filter: &program[0]}
	// For all threads: the one that calls exec is not known.
	_, _, errno := unix.RawSyscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, unix.SECCOMP_FILTER_FLAG_TSYNC, uintptr(unsafe.Pointer(&p)))
	if errno != 0 {
		return errno
	}
	return nil
}
