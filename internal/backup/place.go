package backup

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"alcove/internal/datafolder"
	"alcove/internal/durable"
)

// intoFolder is a sink that writes files below a folder, for their owner alone.
type intoFolder struct{ path string }

func (to intoFolder) create(name string) (io.WriteCloser, error) {
	path := filepath.Join(to.path, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	return durableFile{durable.Steadily(f), f}, nil
}

// durableFile is on the disk once it is closed.
type durableFile struct {
	io.Writer
	file *os.File
}

func (d durableFile) Close() error {
	return errors.Join(d.file.Sync(), d.file.Close())
}

// startEmpty sees to it that nothing is in the folder but what a broken restore
// left: the folder was empty when that began, and no server has started on it since.
func startEmpty(folder, staging string) error {
	if _, err := os.Lstat(staging); err == nil {
		return startOver(folder)
	}
	empty, err := datafolder.IsEmpty(folder)
	if err == nil && !empty {
		return ErrNotEmpty
	}
	return err
}

// startOver destroys what a restore has put into the folder. The mark that it is
// not whole goes last.
func startOver(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if e.Name() == datafolder.Database || e.Name() == datafolder.TLS || datafolder.IsSecret(e.Name()) {
			if err := destroy(filepath.Join(folder, e.Name())); err != nil {
				return err
			}
		}
	}
	return destroy(filepath.Join(folder, datafolder.Restoring))
}

// handOver gives what is staged, and the lock, to the owner of the folder, when it is restored by root.
func handOver(folder, staging string) error {
	info, err := os.Stat(folder)
	if err != nil {
		return err
	}
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !ok || os.Geteuid() != 0 {
		return nil
	}
	give := func(path string, _ fs.DirEntry, err error) error {
		return errors.Join(err, os.Lchown(path, int(owner.Uid), int(owner.Gid)))
	}
	return errors.Join(give(filepath.Join(folder, datafolder.LockFile), nil, nil), filepath.WalkDir(staging, give))
}

// putInPlace moves what is staged into the folder. A server starts there only
// once the staging is gone, which it is last.
func putInPlace(staging, folder string) error {
	err := filepath.WalkDir(staging, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			err = durable.SyncFolder(path)
		}
		return err
	})
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(staging)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.Rename(filepath.Join(staging, e.Name()), filepath.Join(folder, e.Name())); err != nil {
			return err
		}
	}
	if err := durable.SyncFolder(folder); err != nil {
		return err
	}
	if err := os.Remove(staging); err != nil {
		return err
	}
	return durable.SyncFolder(folder)
}

// destroy overwrites files and removes them, as far as the file system writes in
// place: what a practice has forgotten since must not lie about in free blocks.
func destroy(path string) error {
	err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		return overwrite(name)
	})
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, os.RemoveAll(path))
}

func overwrite(path string) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(durable.Blank(f), f.Close())
}
