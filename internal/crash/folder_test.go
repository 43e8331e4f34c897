//go:build linux && amd64

package crash

import (
	"errors"
	"math/rand/v2"
	"os/exec"
	"testing"

	"alcove/internal/crash/disk"
	"alcove/internal/crash/syscalls"
	"alcove/internal/load"
)

// The power of the whole folder is cut while everybody is at work: of the database, and
// of the files of keys beside it. What a disk would hold then is what the server is
// started on.
func TestNothingAcknowledgedIsLostWhenThePowerOfTheFolderIsCut(t *testing.T) {
	random, todo := seeded(t), rounds(t, 3)
	binary := buildServer(t)
	var total tally
	for done := 0; done < todo; done += aLife {
		if err := cutFolder(t, binary, random, min(aLife, todo-done), false, &total); err != nil {
			t.Fatal(err)
		}
	}
	total.log(t, todo)
}

// The same must find something missing when fsync does nothing.
func TestWithoutFsyncTheLossOfTheFolderIsNoticed(t *testing.T) {
	err := cutFolder(t, buildServer(t), seeded(t), aLife, true, &tally{})
	if err == nil {
		t.Fatal("fsync did nothing, the power was cut, and nobody noticed")
	}
	t.Logf("found: %v", err)
}

// watched is a server that is seen by the system calls that it makes.
type watched struct {
	*load.Server
	trace       *syscalls.Trace
	fault       func(syscalls.Call) disk.Fault
	withoutSync bool
}

func watch(srv *load.Server) *watched {
	w := &watched{Server: srv, fault: func(syscalls.Call) disk.Fault { return disk.None }}
	srv.Under = func(cmd *exec.Cmd) (err error) {
		w.trace, err = syscalls.Start(cmd, srv.Folder, func(c syscalls.Call) disk.Fault { return w.fault(c) })
		if err == nil && w.withoutSync {
			w.trace.IgnoreSync()
		}
		return err
	}
	return w
}

// cut kills the server and leaves of its folder what is durable.
func (w *watched) cut(random *rand.Rand) error {
	err := errors.Join(w.Kill(), w.trace.Wait())
	if err != nil {
		return err
	}
	return w.trace.Cut(disk.Keep(random.IntN(int(disk.Some)+1)), random)
}

func cutFolder(t *testing.T, binary string, random *rand.Rand, todo int, withoutSync bool, total *tally) error {
	t.Helper()
	srv, err := load.StartServer(ctx, binary)
	if err != nil {
		return err
	}
	defer func() { _ = srv.Stop() }()
	s, err := newStage(srv)
	if err != nil {
		return err
	}
	if err := srv.Kill(); err != nil {
		return err
	}
	w := watch(srv)
	w.withoutSync = withoutSync
	if err := srv.Resume(ctx); err != nil {
		return err
	}
	for range todo {
		if err := s.playRound(t, random, func() error { return w.cut(random) }, total); err != nil {
			return err
		}
	}
	return nil
}
