// Package datafolder says what lies in the server's data folder, which of it
// cannot be had again, and who may use it.
//
//	alcove.db, alcove.db-wal, -shm   the database
//	alcove.db-arrivals, with the same  records that are durable and not in their places in it yet
//	*.key                            secrets that the database is worthless without, or not safe with
//	tls/                             certificates made or fetched, with their keys
//	last-backup                      the day of the last backup, for those who want to know
//	lock                             held by the server while it runs
//	.restoring/                      there while a restore is under way, or after one that was broken off
package datafolder

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Names in the folder.
const (
	Database  = "alcove.db"
	ServerKey = "server.key"
	MailKey   = "mail.key"
	PushKey   = "push.key"
	AttestKey = "attest.key"
	KeylogKey = "keylog.key"
	BallotKey = "ballot.key"
	TLS       = "tls"
	// Restoring is a folder of what is restored and not whole yet. Who finds it
	// does not take what lies beside it for a data folder.
	Restoring = ".restoring"
	LockFile  = "lock"
	// LastBackup is not in a backup itself: it would tell of the one before.
	LastBackup = "last-backup"

	lostFound = "lost+found" // made by the file system where the folder is a disk of its own
)

// DatabaseFiles are the names of the database and of what lies beside it, part of which
// comes and goes.
func DatabaseFiles() []string {
	var out []string
	for _, name := range []string{Database, Database + "-arrivals"} {
		out = append(out, name, name+"-wal", name+"-shm")
	}
	return out
}

// ErrInUse: a server runs on the folder, or a restore into it is under way.
var ErrInUse = errors.New("another alcove is using this data folder")

// ErrHalfRestored: what lies in the folder is not whole.
var ErrHalfRestored = errors.New("a restore into this data folder was broken off; run alcove restore again")

// Acquire makes the folder if need be and takes it for a server. The operating
// system gives it free when the process ends, however it ends.
func Acquire(folder string) (release func(), err error) {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return nil, err
	}
	if release, err = Lock(folder); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(filepath.Join(folder, Restoring)); err == nil {
		release()
		return nil, ErrHalfRestored
	}
	return release, nil
}

var keyFile = regexp.MustCompile(`^[a-z0-9_]+\.key$`)

// IsSecret reports whether name, with slashes and relative to the folder, is of a
// file that a backup has to hold beside the database.
func IsSecret(name string) bool {
	if !fs.ValidPath(name) || strings.ContainsAny(name, "\\\x00") {
		return false
	}
	return keyFile.MatchString(name) || strings.HasPrefix(name, TLS+"/") && !strings.HasPrefix(name, TLS+"/locks/")
}

// Secrets lists the secrets in the folder, and what else is there that nobody
// knows and no backup will hold.
func Secrets(folder string) (secrets, unknown []string, err error) {
	err = fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil // went while we looked
		}
		if err != nil {
			return err
		}
		switch {
		case d.IsDir():
			if name == "." || name == TLS || strings.HasPrefix(name, TLS+"/") && name != TLS+"/locks" {
				return nil
			}
			if name != lostFound && name != TLS+"/locks" {
				unknown = append(unknown, name)
			}
			return fs.SkipDir
		case IsSecret(name) && d.Type().IsRegular():
			secrets = append(secrets, name)
		case slices.Contains(DatabaseFiles(), name), name == LockFile, name == LastBackup:
		default:
			unknown = append(unknown, name)
		}
		return nil
	})
	return secrets, unknown, err
}

// IsEmpty reports whether nothing is in the folder that a server or a person
// put there.
func IsEmpty(folder string) (bool, error) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return false, err
	}
	for _, e := range entries {
		if e.Name() != LockFile && e.Name() != lostFound {
			return false, nil
		}
	}
	return true, nil
}
