package backup

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"

	"filippo.io/age"

	"alcove/internal/datafolder"
)

// Source is a backup to be read.
type Source struct {
	Path       string
	Identities []age.Identity
	Database   Database
	Progress   Progress
	// Move brings the database that is unpacked in a folder to where it is to be; nil
	// leaves it there. What it leaves in the folder is destroyed.
	Move func(ctx context.Context, folder string) error
}

var (
	// ErrWrongKey: the backup is for others.
	ErrWrongKey = errors.New("this key does not open the backup: it was encrypted to another one")
	// ErrNotEmpty: a restore never takes the place of something.
	ErrNotEmpty = errors.New("the data folder is not empty: a restore needs one that is, or that is not there yet")
)

// open decrypts an archive and gives its files to to.
func open(r io.Reader, known int, identity age.Identity, to sink, more ...age.Identity) (contents, error) {
	archive, err := age.Decrypt(bufio.NewReader(r), append([]age.Identity{identity}, more...)...)
	var none *age.NoIdentityMatchError
	switch {
	case errors.As(err, &none):
		return contents{}, ErrWrongKey
	case isOfSystem(err):
		return contents{}, err
	case err != nil:
		return contents{}, fmt.Errorf("%w, or damaged at its beginning (%w)", ErrNotABackup, err)
	}
	return readArchive(archive, known, to)
}

// Restore makes of a backup the data folder of a server that was not started yet:
// whole, or not at all. While it is under way, and when it was broken off, no
// server starts on the folder; a restore that was broken off is begun anew.
func Restore(ctx context.Context, s Source, folder string) (m Manifest, err error) {
	_, statErr := os.Lstat(folder)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return m, err
	}
	release, err := datafolder.Lock(folder)
	if err != nil {
		return m, err
	}
	defer release()
	staging := filepath.Join(folder, datafolder.Restoring)
	if err := startEmpty(folder, staging); err != nil {
		return m, err
	}
	defer func() {
		if err == nil {
			return
		}
		_ = startOver(folder)
		if statErr != nil { // it was not there before
			_ = os.RemoveAll(folder)
		}
	}()
	if err := os.Mkdir(staging, 0o700); err != nil {
		return m, err
	}
	if m, err = unpack(ctx, s, staging); err != nil {
		return m, explainFull(err)
	}
	if err := s.move(ctx, staging); err != nil {
		return m, explainFull(err)
	}
	if err := handOver(folder, staging); err != nil {
		return m, err
	}
	return m, putInPlace(staging, folder)
}

// move leaves the database where it is, or brings it to where it is to be.
func (s Source) move(ctx context.Context, staging string) error {
	if s.Move == nil {
		return nil
	}
	if err := s.Move(ctx, staging); err != nil {
		return err
	}
	for _, name := range datafolder.DatabaseFiles() {
		if err := destroy(filepath.Join(staging, name)); err != nil {
			return err
		}
	}
	return nil
}

// Check does all of a restore but keep it: into a folder of its own inside of
// within, which is removed again.
func Check(ctx context.Context, s Source, within string) (m Manifest, err error) {
	folder, err := os.MkdirTemp(within, ".alcove-check-")
	if err != nil {
		return m, err
	}
	defer func() { err = errors.Join(err, destroy(folder)) }()
	m, err = unpack(ctx, s, folder)
	return m, explainFull(err)
}

// unpack writes the files of a backup into a folder, durably, and checks the
// database there as one that was never closed properly would be.
func unpack(ctx context.Context, s Source, folder string) (Manifest, error) {
	f, err := os.Open(s.Path)
	if err != nil {
		return Manifest{}, err
	}
	defer func() { _ = f.Close() }()
	info, err := f.Stat()
	if err != nil {
		return Manifest{}, err
	}
	if len(s.Identities) == 0 {
		return Manifest{}, ErrWrongKey
	}
	source := &metered{ctx: ctx, r: f, total: info.Size(), step: Unpacking, tell: s.Progress}
	c, err := open(source, s.Database.Schema, s.Identities[0], intoFolder{folder}, s.Identities[1:]...)
	if err != nil {
		return c.manifest, cmp.Or(ctx.Err(), err)
	}
	s.Progress(CheckingIt, 0, 0)
	return c.manifest, checkDatabase(ctx, s.Database, filepath.Join(folder, datafolder.Database), c.manifest)
}

func checkDatabase(ctx context.Context, d Database, path string, m Manifest) (err error) {
	snapshot, err := d.Open(ctx, path)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, snapshot.Close()) }()
	if err := snapshot.Check(ctx); err != nil {
		return err
	}
	counts, err := snapshot.Counts(ctx)
	if err != nil {
		return err
	}
	if snapshot.Schema() != m.Schema || !maps.Equal(counts, m.Rows) {
		return fmt.Errorf("%w: its database does not hold what it says", ErrDamaged)
	}
	return nil
}
