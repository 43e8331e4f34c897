//go:build unix

package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// lock keeps a second server from opening the same folder. The operating system
// releases it when the process ends, however it ends.
func lock(name string) (unlock func(), err error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(fmt.Errorf("another alcove is using this data folder"), f.Close())
	}
	return func() { _ = f.Close() }, nil
}
