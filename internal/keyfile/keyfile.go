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

// Load gives the one line of text that path holds, without white space around it.
// On the first start, when there is no file, it makes the text and keeps it, mode
// 0600: whole, or not at all, and durable before anything is sealed under it. One
// process at a time may do so.
func Load(path string, create func() (string, error)) (string, error) {
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
	folder := filepath.Dir(path)
	f, err := os.CreateTemp(folder, filepath.Base(path)+".*")
	if err != nil {
		return "", err
	}
	defer func() { _ = os.Remove(f.Name()) }() // there only when something below failed
	_, err = f.WriteString(text + "\n")
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return "", err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return "", err
	}
	return text, durable.SyncFolder(folder)
}
