package backup

import (
	"context"
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

// note leaves the day of a backup where a server can tell it.
func (p Plan) note(ctx context.Context) (err error) {
	if p.Note != nil {
		err = p.Note(ctx, p.Now)
	} else {
		err = noteInFolder(p.Data, p.Now)
	}
	if err != nil {
		return fmt.Errorf("the backup was made, but the server could not be told of it: %w", err)
	}
	return nil
}

// noteInFolder leaves it in the data folder. Everybody may know it, and the server must
// be able to read it when somebody else, such as root, makes the backup.
func noteInFolder(data string, now time.Time) error {
	f, err := os.CreateTemp(data, datafolder.LastBackup+".*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // there only when something below failed
	_, err = f.WriteString(now.UTC().Format(time.DateOnly) + "\n")
	if err := errors.Join(err, f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), filepath.Join(data, datafolder.LastBackup)); err != nil {
		return err
	}
	return durable.SyncFolder(data)
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
