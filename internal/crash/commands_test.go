//go:build linux && amd64

package crash

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"alcove/internal/crash/disk"
	"alcove/internal/crash/syscalls"
	"alcove/internal/datafolder"
)

// powerCut is how a program ends when the power does.
var powerCut = failure{"a power cut", syscalls.Killed, []syscalls.Kind{syscalls.Write, syscalls.Truncate, syscalls.Sync, syscalls.Create, syscalls.Rename, syscalls.Remove}}

// ran is what came of a program.
type ran struct {
	said     string // on its standard error
	listened bool
	fired    *syscalls.Call // what failed; nil when there were fewer calls
}

// command runs the program once, with the n-th call that changes something in folder
// failing. It is told to end as soon as it listens.
func command(t *testing.T, folder string, f failure, n int, random *rand.Rand, args ...string) (r ran, err error) {
	t.Helper()
	failing := &nth{failure: f}
	failing.arm(n)
	cmd := exec.Command(program(t), args...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return r, err
	}
	trace, err := syscalls.Start(cmd, folder, failing.decide)
	if err != nil {
		return r, err
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if strings.Contains(lines.Text(), "listening on") {
			r.listened = true
			if err := cmd.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
				return r, err
			}
		}
	}
	if err := trace.Wait(); err != nil {
		return r, err
	}
	_ = cmd.Wait() // that it ended its debugger was told; this waits for what it said
	r.fired, r.said = failing.disarm(), stderr.String()
	if f.how == syscalls.Killed {
		return r, trace.Cut(disk.Keep(random.IntN(int(disk.Some)+1)), random)
	}
	return r, nil
}

// eachCall plays run for each n, until there are fewer calls than that; there are about
// so many.
func eachCall(t *testing.T, random *rand.Rand, about int, run func(f failure, n int) (fired *syscalls.Call, err error)) {
	t.Helper()
	step := stride(t)
	if step > 1 {
		step = max(2, about*step/300)
	}
	for _, f := range append(failures, powerCut) {
		t.Run(f.name, func(t *testing.T) {
			for n := 1 + random.IntN(step); ; n += step {
				fired, err := run(f, n)
				if err != nil {
					t.Fatalf("call %d (%+v): %v", n, fired, err)
				}
				if fired == nil {
					t.Logf("about %d calls", n)
					return
				}
			}
		})
	}
}

// A first start makes the database and the files of keys. Whatever of it fails, the next
// start makes what is missing.
func TestAFirstStartThatFailsIsMadeGoodByTheNext(t *testing.T) {
	random := seeded(t)
	eachCall(t, random, 700, func(f failure, n int) (*syscalls.Call, error) {
		folder := t.TempDir()
		serve := []string{"serve", "--data", folder, "--listen", "localhost:0", "--metrics", "127.0.0.1:0"}
		first, err := command(t, folder, f, n, random, serve...)
		if err != nil {
			return first.fired, err
		}
		if cut := f.how == syscalls.Killed; !cut && !first.listened && !strings.HasPrefix(first.said, "alcove: ") {
			return first.fired, fmt.Errorf("it did not say why it does not serve: %q", first.said)
		}
		next, err := command(t, folder, f, 0, random, serve...)
		if err == nil && !next.listened {
			err = fmt.Errorf("the next start: %s", next.said)
		}
		_, unknown, listed := datafolder.Secrets(folder)
		if len(unknown) > 0 {
			listed = fmt.Errorf("left behind: %q", unknown)
		}
		return first.fired, errors.Join(err, listed, checkDatabase(t, folder))
	})
}

// The exchange of the server's keys changes files and database one after the other.
// Whatever of it fails, the next start finishes it, and everybody comes in as before.
func TestAnExchangeOfKeysThatFailsIsFinishedByTheNextStart(t *testing.T) {
	random := seeded(t)
	w, s := newWatched(t)
	before := t.TempDir()
	if err := copyFolder(before, w.Folder); err != nil {
		t.Fatal(err)
	}
	eachCall(t, random, 300, func(f failure, n int) (*syscalls.Call, error) {
		if err := copyFolder(w.Folder, before); err != nil {
			return nil, err
		}
		exchanging, err := command(t, w.Folder, f, n, random, "keys", "exchange", "--data", w.Folder)
		if err != nil {
			return exchanging.fired, err
		}
		s.seen = nil // each begins with the same log
		if err := w.Resume(ctx); err != nil {
			return exchanging.fired, fmt.Errorf("%w; the exchange said %q", err, exchanging.said)
		}
		if err := s.examine(random, &tally{}); err != nil {
			return exchanging.fired, err
		}
		return exchanging.fired, errors.Join(w.Kill(), w.trace.Wait(), checkDatabase(t, w.Folder))
	})
}

// What is called a backup is a whole one, whatever fails while it is written.
func TestABackupThatFailsLeavesNoneThatIsNotWhole(t *testing.T) {
	random := seeded(t)
	w, _ := newWatched(t)
	key := filepath.Join(t.TempDir(), "steward.key")
	recipient, err := exec.Command(program(t), "backup-key", key).Output()
	if err != nil {
		t.Fatal(err)
	}
	eachCall(t, random, 50, func(f failure, n int) (*syscalls.Call, error) {
		safe := t.TempDir()
		make := []string{"backup", "--data", w.Folder, "--to", safe, "--recipient", strings.TrimSpace(string(recipient)), "--keep", "1"}
		first, err := command(t, safe, f, n, random, make...)
		if err != nil {
			return first.fired, err
		}
		if err := eachBackup(safe, func(path string) error {
			out, err := exec.Command(program(t), "restore", "--check", path, "--identity", key).CombinedOutput()
			if err != nil {
				return fmt.Errorf("%s: %s", filepath.Base(path), out)
			}
			return nil
		}); err != nil {
			return first.fired, err
		}
		_, err = command(t, safe, f, 0, random, make...)
		left, listed := os.ReadDir(safe)
		if err == nil && listed == nil && len(left) != 1 {
			err = fmt.Errorf("%d files are left after the next backup", len(left))
		}
		return first.fired, errors.Join(err, listed)
	})
}

func eachBackup(folder string, do func(path string) error) error {
	all, err := filepath.Glob(filepath.Join(folder, "alcove-*.age"))
	for _, path := range all {
		err = errors.Join(err, do(path))
	}
	return err
}

// copyFolder makes of to what from is.
func copyFolder(to, from string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.MkdirAll(filepath.Join(to, name), 0o700)
		}
		return copyFile(filepath.Join(to, name), path)
	})
}
