package durable

import (
	"errors"
	"io"
	"os"
)

// Blank overwrites all of a file with zeros, as far as the file system writes in place:
// what lay in it is then not in blocks that belong to nothing.
func Blank(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	_, err = io.CopyN(io.NewOffsetWriter(f, 0), zeros{}, info.Size())
	return errors.Join(err, f.Sync())
}

type zeros struct{}

func (zeros) Read(b []byte) (int, error) {
	clear(b)
	return len(b), nil
}
