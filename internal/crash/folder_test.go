//go:build linux && amd64

package crash

import (
	"errors"
	"math/rand/v2"
	"os/exec"
	"sync/atomic"
	"testing"

	"alcove/internal/crash/disk"
	"alcove/internal/crash/syscalls"
	"alcove/internal/load"
)

func init() { become = syscalls.Shim }

// The power of the whole folder is cut while everybody is at work: of the database, and
// of the files of keys beside it. What a disk would hold then is what the server is
// started on.
func TestNothingAcknowledgedIsLostWhenThePowerOfTheFolderIsCut(t *testing.T) {
	random, todo := seeded(t), rounds(t, 3)
	var total tally
	for done := 0; done < todo; done += aLife {
		if err := cutFolder(t, random, min(aLife, todo-done), false, &total); err != nil {
			t.Fatal(err)
		}
	}
	total.log(t, todo)
}

// The same must find something missing when fsync does nothing.
func TestWithoutFsyncTheLossOfTheFolderIsNoticed(t *testing.T) {
	err := cutFolder(t, seeded(t), aLife, true, &tally{})
	if err == nil {
		t.Fatal("fsync did nothing, the power was cut, and nobody noticed")
	}
	t.Logf("found: %v", err)
}

// watched is a server that is seen by the system calls that it makes.
type watched struct {
	*load.Server
	trace       *syscalls.Trace
	failing     atomic.Pointer[nth] // nil: the disk is well
	withoutSync bool
}

// newWatched has people come to a server and stops it; Resume starts it again, watched.
func newWatched(t *testing.T) (*watched, *stage) {
	t.Helper()
	srv, err := load.StartServer(ctx, program(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = srv.Stop() })
	s, err := newStage(srv)
	if err := errors.Join(err, srv.Kill()); err != nil {
		t.Fatal(err)
	}
	w := &watched{Server: srv}
	srv.Under = func(cmd *exec.Cmd) (err error) {
		w.trace, err = syscalls.Start(cmd, srv.Folder, w.decide)
		if err == nil && w.withoutSync {
			w.trace.IgnoreSync()
		}
		return err
	}
	return w, s
}

// decide is asked by the trace.
func (w *watched) decide(c syscalls.Call) disk.Fault {
	if failing := w.failing.Load(); failing != nil {
		return failing.decide(c)
	}
	return disk.None
}

// cut kills the server and leaves of its folder what is durable.
func (w *watched) cut(random *rand.Rand) error {
	err := errors.Join(w.Kill(), w.trace.Wait())
	if err != nil {
		return err
	}
	return w.trace.Cut(disk.Keep(random.IntN(int(disk.Some)+1)), random)
}

func cutFolder(t *testing.T, random *rand.Rand, todo int, withoutSync bool, total *tally) error {
	t.Helper()
	w, s := newWatched(t)
	defer func() { _ = w.Stop() }() // many rounds, many servers
	w.withoutSync = withoutSync
	if err := w.Resume(ctx); err != nil {
		return err
	}
	for range todo {
		if err := s.playRound(t, random, func() error { return w.cut(random) }, total); err != nil {
			return err
		}
	}
	return nil
}
