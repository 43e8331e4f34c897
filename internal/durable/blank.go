package durable

import (
	"errors"
	"os"
	"syscall"
)

// Blank overwrites all of a file with zeros, as far as the file system writes in place:
// what lay in it is then not in blocks that belong to nothing. Where it finds no room for
// zeros there was a hole, with nothing in it.
func Blank(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	zeros := make([]byte, 1<<16)
	for at := int64(0); at < info.Size(); at += int64(len(zeros)) {
		n := min(int64(len(zeros)), info.Size()-at)
		if _, err := f.WriteAt(zeros[:n], at); err != nil && !errors.Is(err, syscall.ENOSPC) {
			return err
		}
		if (at+n)%step == 0 { // as Steadily does
			if err := f.Sync(); err != nil {
				return err
			}
		}
	}
	return f.Sync()
}
