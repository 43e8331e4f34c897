//go:build unix

package datafolder

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

// Lock keeps others from using the folder, whatever is in it.
func Lock(folder string) (release func(), err error) {
	f, err := os.OpenFile(filepath.Join(folder, LockFile), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(ErrInUse, f.Close())
	}
	return func() { _ = f.Close() }, nil
}
