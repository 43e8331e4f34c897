package backup

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"syscall"

	"alcove/internal/durable"
)

// partialName is what a backup is called until it is whole. There is one at most
// in a folder, and what a killed process left is taken over by the next.
const partialName = ".alcove-backup.partial"

// backupName is what backups in a folder are called: by UTC, so that they sort.
var backupName = regexp.MustCompile(`^alcove-\d{8}T\d{6}Z\.age$`)

const nameLayout = "alcove-20060102T150405Z.age"

// target is where a backup is to be.
type target struct {
	path     string
	inFolder bool // named by us, beside others
}

func newTarget(p Plan) (target, error) {
	to, err := resolve(p.To)
	if err != nil {
		return target{}, fmt.Errorf("where the backup is to be: %w", err)
	}
	data, err := resolve(p.Data)
	if err != nil {
		return target{}, fmt.Errorf("data folder: %w", err)
	}
	if isWithin(to, data) {
		return target{}, ErrInside
	}
	t := target{path: to}
	if info, err := os.Stat(to); err == nil && info.IsDir() {
		t = target{filepath.Join(to, p.Now.UTC().Format(nameLayout)), true}
	}
	if (p.Keep > 0 || p.KeepDays > 0) && !t.inFolder {
		return target{}, errors.New("how many backups to keep, and for how long, can be said of a folder, not of a file")
	}
	if _, err := os.Lstat(t.path); err == nil {
		return target{}, fmt.Errorf("%s is there already, and is not overwritten", t.path)
	}
	return t, nil
}

// partial is a backup that is being written.
type partial struct {
	file *os.File
	done bool
}

var errTwo = errors.New("another backup is being written into the same folder")

func (t target) create() (*partial, error) {
	name := filepath.Join(filepath.Dir(t.path), partialName)
	f, err := os.OpenFile(name, os.O_CREATE|os.O_RDWR|syscall.O_NOFOLLOW, 0o600)
	if err != nil {
		return nil, err
	}
	if syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) != nil {
		return nil, errors.Join(errTwo, f.Close())
	}
	// The other one may have given it its name between our opening and locking it.
	mine, err := f.Stat()
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	if named, err := os.Lstat(name); err != nil || !os.SameFile(mine, named) {
		return nil, errors.Join(errTwo, f.Close())
	}
	if err := errors.Join(f.Truncate(0), f.Chmod(0o600)); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return &partial{file: f}, nil
}

// finish gives the file, whose content is durable, its name.
func (p *partial) finish(path string) (size int64, err error) {
	info, err := p.file.Stat()
	if err != nil {
		return 0, err
	}
	if err := os.Rename(p.file.Name(), path); err != nil {
		return 0, err
	}
	p.done = true
	return info.Size(), errors.Join(durable.SyncFolder(filepath.Dir(path)), p.file.Close())
}

// discard leaves nothing of a file that has not got its name.
func (p *partial) discard() {
	if !p.done {
		_ = os.Remove(p.file.Name())
		_ = p.file.Close() // after removing: until then nobody else takes it over
	}
}

// prune removes the oldest backups beside the new one, until Keep are left and none is
// older than KeepDays: by their names, and by the time that the new one has its name of.
func (t target) prune(p Plan) (removed []string, err error) {
	if p.Keep == 0 && p.KeepDays == 0 {
		return nil, nil
	}
	folder := filepath.Dir(t.path)
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	var others []string
	for _, e := range entries {
		// Whatever the clock says: the new one stays.
		if backupName.MatchString(e.Name()) && e.Type().IsRegular() && e.Name() != filepath.Base(t.path) {
			others = append(others, e.Name())
		}
	}
	slices.Sort(others)
	gone := 0
	if p.Keep > 0 {
		gone = max(0, len(others)-(p.Keep-1))
	}
	if p.KeepDays > 0 {
		oldest := p.Now.UTC().AddDate(0, 0, -p.KeepDays).Format(nameLayout)
		older, _ := slices.BinarySearch(others, oldest)
		gone = max(gone, older)
	}
	for _, name := range others[:gone] {
		if err := os.Remove(filepath.Join(folder, name)); err != nil {
			return removed, fmt.Errorf("the backup was made, but an older one could not be removed: %w", err)
		}
		removed = append(removed, name)
	}
	return removed, durable.SyncFolder(folder)
}

// explainFull says what to do about a disk without room.
func explainFull(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EFBIG) || errors.Is(err, syscall.EDQUOT) {
		return fmt.Errorf("there is not room enough there; nothing was left behind: %w", err)
	}
	return err
}
