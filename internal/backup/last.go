package backup

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"alcove/internal/datafolder"
	"alcove/internal/durable"
)

// noteMade leaves the day of a backup in the data folder, where a server can tell it
// to those who ask. Everybody may know it, and the server must be able to read it
// when somebody else, such as root, makes the backup.
func noteMade(data string, now time.Time) error {
	path := filepath.Join(data, datafolder.LastBackup)
	f, err := os.CreateTemp(data, datafolder.LastBackup+".*")
	if err == nil {
		defer func() { _ = os.Remove(f.Name()) }() // there only when something below failed
		_, err = f.WriteString(now.UTC().Format(time.DateOnly) + "\n")
		if err = errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err == nil {
			err = os.Rename(f.Name(), path)
		}
	}
	if err == nil {
		err = durable.SyncFolder(data)
	}
	if err != nil {
		return fmt.Errorf("the backup was made, but the server could not be told of it: %w", err)
	}
	return nil
}

// Last gives the day (time.DateOnly) on which a data folder was backed up last, and
// nothing if it never was.
func Last(data string) (day string, err error) {
	text, err := os.ReadFile(filepath.Join(data, datafolder.LastBackup))
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	day = strings.TrimSpace(string(text))
	_, err = time.Parse(time.DateOnly, day)
	return day, err
}
