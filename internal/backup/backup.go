// Package backup writes what a server knows into one encrypted file while the
// server runs, and makes a data folder of such a file again.
//
// A backup is an age file (age-encryption.org/v1) to the steward's recipients
// with a tar archive inside, so that it can also be opened without Alcove: age -d,
// tar x, sha256sum -c. The archive holds, in this order,
//
//	backup.json   what this is: see Manifest
//	server.key …  the secrets of the data folder, without which nobody can log in
//	alcove.db     the database as it was at one moment
//	SHA256SUMS    of all the above
//
// Nothing of it lies on the disk unencrypted on the way: the database is read page
// by page from a snapshot straight into the encryption. (A snapshot of PostgreSQL is
// itself a copy, in a file without a name: internal/store.) Before it is written the
// snapshot passes SQLite's integrity check; after it was written the file is read
// back, decrypted and compared, with a file key that only this process had. It
// gets its name last, so that a file with the name of a backup is a whole one.
//
// age says who can read a file, not who wrote it: whoever knows a recipient can
// make a backup. What is read here is therefore not believed: names, sizes and
// order are checked before anything is written.
package backup

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"filippo.io/age"

	"alcove/internal/datafolder"
	"alcove/internal/durable"
)

// Snapshot is what a backup needs of a database: one moment of it. internal/store
// implements it.
type Snapshot interface {
	Schema() int
	Size() int64
	Check(ctx context.Context) error
	Counts(ctx context.Context) (map[string]int64, error)
	Copy(ctx context.Context, w io.Writer) error
	Close() error
}

// Database opens snapshots.
type Database struct {
	Open   func(ctx context.Context, path string) (Snapshot, error)
	Schema int // the newest that this program knows
}

// Step is what takes its time.
type Step string

const (
	Checking   Step = "checking the database"
	Writing    Step = "writing"
	Comparing  Step = "reading back"
	Unpacking  Step = "unpacking"
	CheckingIt Step = "checking what was unpacked"
)

// Progress is told how far a step has come; total is 0 where nobody can know.
type Progress func(step Step, done, total int64)

// Plan is a backup to be made.
type Plan struct {
	Data       string // the data folder
	To         string // an existing folder, or a file that is not there yet
	Recipients []age.Recipient
	Keep       int // in a folder: how many backups stay, the new one among them; 0: all
	KeepDays   int // in a folder: those that are older go, but for the new one; 0: none
	Database   Database
	Now        time.Time
	Progress   Progress
	// Note leaves the day where a server can tell it to those who ask; nil for in the
	// data folder.
	Note func(ctx context.Context, now time.Time) error
}

// Made is a backup that was made.
type Made struct {
	Path     string
	Size     int64
	Manifest Manifest
	Removed  []string // older backups
	Unknown  []string // in the data folder, and not in the backup
}

var (
	// ErrNoRecipient: nobody could open it.
	ErrNoRecipient = errors.New("say to whom the backup is to be encrypted (alcove backup-key makes a key)")
	// ErrInside: it would be lost with what it is a backup of.
	ErrInside = errors.New("a backup must not lie in the data folder itself")
	// ErrNoServerKey: without it the restored accounts could not log in.
	ErrNoServerKey = errors.New("the data folder has no " + datafolder.ServerKey + ": without it nobody could log in to what is restored")
)

// ErrExchanged: what the keys in the backup open may be another database than the one in it.
var ErrExchanged = errors.New("the server's keys were changed meanwhile: make the backup again")

// keySums tells whether keys are others than before.
func keySums(folder string) (sums string, err error) {
	names, _, err := datafolder.Secrets(folder)
	if err != nil {
		return "", err
	}
	for _, name := range names {
		if strings.HasPrefix(name, datafolder.TLS+"/") {
			continue // no database depends on a certificate
		}
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return "", err
		}
		sums += fmt.Sprintf("%s %x\n", name, sha256.Sum256(text))
	}
	return sums, nil
}

// Make makes a backup. When it fails nothing is left of it, and older backups are
// as they were.
func Make(ctx context.Context, p Plan) (made Made, err error) {
	if len(p.Recipients) == 0 {
		return made, ErrNoRecipient
	}
	target, err := newTarget(p)
	if err != nil {
		return made, err
	}
	keys, err := keySums(p.Data)
	if err != nil {
		return made, err
	}
	snapshot, err := p.Database.Open(ctx, filepath.Join(p.Data, datafolder.Database))
	if err != nil {
		return made, fmt.Errorf("open the database: %w", err)
	}
	defer func() { err = errors.Join(err, snapshot.Close()) }()
	if snapshot.Schema() > p.Database.Schema {
		return made, fmt.Errorf("%w: the database has schema %d, this one knows %d", ErrNewer, snapshot.Schema(), p.Database.Schema)
	}
	// After the snapshot: a secret is there before anything depends on it.
	secrets, unknown, err := datafolder.Secrets(p.Data)
	if err != nil {
		return made, err
	}
	p.Progress(Checking, 0, 0)
	if err := snapshot.Check(ctx); err != nil {
		return made, err
	}
	counts, err := snapshot.Counts(ctx)
	if err != nil {
		return made, err
	}
	manifest := Manifest{Format: format, Schema: snapshot.Schema(), Made: p.Now.UTC().Truncate(time.Second), Rows: counts}
	partial, err := target.create()
	if err != nil {
		return made, err
	}
	defer partial.discard()
	if err := seal(ctx, partial.file, p, manifest, secrets, snapshot); err != nil {
		return made, explainFull(err)
	}
	if now, err := keySums(p.Data); err != nil || now != keys {
		return made, errors.Join(ErrExchanged, err)
	}
	if made.Size, err = partial.finish(target.path); err != nil {
		return made, explainFull(err)
	}
	made.Path, made.Manifest, made.Unknown = target.path, manifest, unknown
	made.Removed, err = target.prune(p)
	return made, errors.Join(err, p.note(ctx))
}

// seal writes the encrypted archive, makes it durable, and reads it back.
func seal(ctx context.Context, f *os.File, p Plan, manifest Manifest, secrets []string, snapshot Snapshot) error {
	key := &fileKey{}
	defer key.wipe()
	encrypted, err := age.Encrypt(durable.Steadily(f), key.heldBeside(p.Recipients)...)
	if err != nil {
		return fmt.Errorf("encrypt: %w", err)
	}
	archive := newWriter(encrypted, manifest)
	sums, err := archive.write(ctx, p, secrets, snapshot)
	if err != nil {
		return err
	}
	if err := errors.Join(encrypted.Close(), f.Sync()); err != nil {
		return err
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	source := &metered{ctx: ctx, r: f, total: size, step: Comparing, tell: p.Progress}
	read, err := open(source, p.Database.Schema, key.identity(), nowhere{})
	if err != nil {
		return fmt.Errorf("the backup was written, but cannot be read back: %w", err)
	}
	if read.sums != sums {
		return errors.New("the backup was written, but reads back as something else")
	}
	return nil
}

// resolve gives a path as the system knows it, also of a file that is not there yet.
func resolve(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", err
	}
	if real, err := filepath.EvalSymlinks(path); err == nil {
		return real, nil
	}
	folder, err := filepath.EvalSymlinks(filepath.Dir(path))
	return filepath.Join(folder, filepath.Base(path)), err
}

// isWithin reports whether path, resolved, lies in folder or is it.
func isWithin(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
