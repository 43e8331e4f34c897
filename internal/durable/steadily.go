package durable

import "io"

// step is how much is written between two syncs, in bytes: what a slow disk does in a second.
const step = 4 << 20

// File is what Steadily needs of an os.File.
type File interface {
	io.Writer
	Sync() error
}

// Steadily writes to a file, of which never more than 4 MiB lie only in memory. Of a large
// one all would be written at its end otherwise, and whoever syncs a few bytes on the same
// disk, as a server does with each message, would wait until that is over.
//
// The last bytes are for the caller to sync.
func Steadily(f File) io.Writer { return &steady{file: f} }

type steady struct {
	file     File
	unsynced int
}

func (s *steady) Write(p []byte) (written int, err error) {
	for len(p) > 0 {
		n, err := s.file.Write(p[:min(len(p), step-s.unsynced)])
		written, s.unsynced, p = written+n, s.unsynced+n, p[n:]
		if err != nil {
			return written, err
		}
		if s.unsynced < step {
			continue
		}
		if err := s.file.Sync(); err != nil {
			return written, err
		}
		s.unsynced = 0
	}
	return written, nil
}
