// Package durable makes what was written to the file system outlast a loss of power.
package durable

import (
	"errors"
	"os"
)

// SyncFolder makes the names in a folder durable, which syncing a file does not.
func SyncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
