// Package keyfile keeps a secret of the server in a file of its own, so that
// whoever steals the database alone does not have it.
package keyfile

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"alcove/internal/durable"
)

// Load gives the text that path holds, a line or a few, without white space around it.
// On the first start, when there is no file, it makes the text and keeps it, mode
// 0600: whole, or not at all, and durable before anything is sealed under it. What a
// Replace that was broken off left is destroyed. One process at a time may do so.
func Load(path string, create func() (string, error)) (string, error) {
	if err := clear(path); err != nil {
		return "", err
	}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return keep(path, create)
	}
	return strings.TrimSpace(string(text)), err
}

func keep(path string, create func() (string, error)) (string, error) {
	text, err := create()
	if err != nil {
		return "", err
	}
	return text, Replace(path, text)
}

// ErrNotPair: the file was altered, or is another one.
var ErrNotPair = errors.New("it does not hold one secret, or two while it is exchanged")

// Pair reads a text of one secret a line: the present one, and before it the former
// while what that protects is brought to the present one; else nil.
func Pair[S any](text string, parse func(line string) (S, error)) (present S, former *S, err error) {
	var secrets []S
	for line := range strings.Lines(text) {
		secret, err := parse(strings.TrimSpace(line))
		if err != nil {
			return present, nil, ErrNotPair // parse's own may repeat the line
		}
		secrets = append(secrets, secret)
	}
	switch len(secrets) {
	case 1:
		return secrets[0], nil, nil
	case 2:
		return secrets[1], &secrets[0], nil
	}
	return present, nil, ErrNotPair
}

// Replace puts text in the place of what path holds: whole, or not at all, and
// durable. What was there is overwritten as far as the file system writes in place:
// who replaces a secret does not want the former one to be found in free blocks.
func Replace(path, text string) error {
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // there only when something below failed
	_, err = f.WriteString(text + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	former, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err == nil {
		defer func() { _ = former.Close() }()
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	if err := durable.SyncFolder(folder); err != nil || former == nil {
		return err
	}
	return wipe(former)
}

// clear destroys files that have not got the name of path: what is in them may be
// secrets that are destroyed elsewhere.
func clear(path string) error {
	left, err := filepath.Glob(path + ".[0-9]*")
	if err != nil {
		return err
	}
	for _, name := range left {
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err != nil {
			return err
		}
		if err := errors.Join(wipe(f), f.Close(), os.Remove(name)); err != nil {
			return err
		}
	}
	return nil
}

// wipe overwrites a file that has no name any more, or is about to have none.
func wipe(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	_, err = f.WriteAt(make([]byte, info.Size()), 0)
	return errors.Join(err, f.Sync())
}
