package backup

import (
	"archive/tar"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"alcove/internal/datafolder"
)

// maxSmall bounds each file of the archive but the database: they are keys,
// certificates, and lists of them.
const maxSmall = 1 << 20

// maxFiles bounds how many there are.
const maxFiles = 10_000

// writer writes an archive.
type writer struct {
	tar      *tar.Writer
	manifest Manifest
	sums     strings.Builder // as sha256sum writes them
}

func newWriter(w io.Writer, m Manifest) *writer {
	return &writer{tar: tar.NewWriter(w), manifest: m}
}

// write writes the whole archive and returns its sums.
func (w *writer) write(ctx context.Context, p Plan, secrets []string, snapshot Snapshot) (string, error) {
	head, err := json.Marshal(w.manifest)
	if err != nil {
		return "", err
	}
	if err := w.small(manifestName, head); err != nil {
		return "", err
	}
	if err := w.secrets(p.Data, secrets); err != nil {
		return "", err
	}
	err = w.add(datafolder.Database, snapshot.Size(), func(to io.Writer) error {
		return snapshot.Copy(ctx, &meter{w: to, total: snapshot.Size(), step: Writing, tell: p.Progress})
	})
	if err != nil {
		return "", err
	}
	sums := w.sums.String()
	if err := w.small(sumsName, []byte(sums)); err != nil {
		return "", err
	}
	return sums, w.tar.Close()
}

func (w *writer) secrets(folder string, names []string) error {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer func() { _ = root.Close() }()
	found := false
	for _, name := range names {
		text, err := readSmall(root, name)
		if errors.Is(err, fs.ErrNotExist) && name != datafolder.ServerKey {
			continue // a certificate that was replaced meanwhile
		}
		if err != nil {
			return err
		}
		if err := w.small(name, text); err != nil {
			return err
		}
		found = found || name == datafolder.ServerKey
	}
	if !found {
		return ErrNoServerKey
	}
	return nil
}

func readSmall(root *os.Root, name string) ([]byte, error) {
	f, err := root.Open(filepath.FromSlash(name))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	text, err := io.ReadAll(io.LimitReader(f, maxSmall+1))
	if len(text) > maxSmall {
		return nil, fmt.Errorf("%s is too large to be a key", name)
	}
	return text, err
}

func (w *writer) small(name string, text []byte) error {
	return w.add(name, int64(len(text)), func(to io.Writer) error {
		_, err := to.Write(text)
		return err
	})
}

// add writes one file, whose size is known before its content.
func (w *writer) add(name string, size int64, fill func(io.Writer) error) error {
	header := &tar.Header{Name: name, Size: size, Mode: 0o600, ModTime: w.manifest.Made, Format: tar.FormatPAX}
	if err := w.tar.WriteHeader(header); err != nil {
		return err
	}
	hash := sha256.New()
	if err := fill(io.MultiWriter(w.tar, hash)); err != nil {
		return err
	}
	if name != sumsName {
		fmt.Fprintf(&w.sums, "%x  %s\n", hash.Sum(nil), name)
	}
	return w.tar.Flush() // fails when less came than was announced
}

// sink takes the files of an archive that is read.
type sink interface {
	create(name string) (io.WriteCloser, error)
}

// nowhere takes them to be compared only.
type nowhere struct{}

func (nowhere) create(string) (io.WriteCloser, error) { return discarded{io.Discard}, nil }

type discarded struct{ io.Writer }

func (discarded) Close() error { return nil }

// contents is what an archive turned out to hold.
type contents struct {
	manifest Manifest
	sums     string
}

// readArchive gives the files of an archive to to. It succeeds only when the
// archive is whole: its first file says what it is, its last one what the others
// hash to, and nothing follows.
func readArchive(r io.Reader, known int, to sink) (c contents, err error) {
	archive := tar.NewReader(r)
	var sums strings.Builder
	seen := map[string]bool{}
	for {
		header, err := archive.Next()
		if err != nil { // io.EOF too: the sums have to come first
			return c, archiveError(err)
		}
		if err := checkHeader(header, seen); err != nil {
			return c, err
		}
		seen[header.Name] = true
		if header.Name == sumsName {
			return c, c.end(r, archive, header, sums.String(), seen)
		}
		hash := sha256.New()
		if header.Name == manifestName {
			text, err := io.ReadAll(io.TeeReader(archive, hash))
			if err != nil {
				return c, archiveError(err)
			}
			if c.manifest, err = parseManifest(text, known); err != nil {
				return c, err
			}
		} else if err := take(header.Name, io.TeeReader(archive, hash), to); err != nil {
			return c, err
		}
		fmt.Fprintf(&sums, "%x  %s\n", hash.Sum(nil), header.Name)
	}
}

// checkHeader refuses what we do not write. The first file is the manifest.
func checkHeader(h *tar.Header, seen map[string]bool) error {
	known := h.Name == manifestName || h.Name == sumsName || h.Name == datafolder.Database || datafolder.IsSecret(h.Name)
	switch {
	case len(seen) == 0 && h.Name != manifestName,
		!known, h.Typeflag != tar.TypeReg, seen[h.Name], len(seen) >= maxFiles,
		h.Name != datafolder.Database && h.Size > maxSmall:
		return ErrNotABackup
	}
	return nil
}

func take(name string, from io.Reader, to sink) error {
	w, err := to.create(name)
	if err != nil {
		return err
	}
	_, err = io.Copy(&sinkWriter{w}, from)
	var failed *sinkError
	if err != nil && !errors.As(err, &failed) {
		err = archiveError(err)
	}
	return errors.Join(err, w.Close())
}

// end compares the sums and sees to it that there is nothing else.
func (c *contents) end(r io.Reader, archive *tar.Reader, header *tar.Header, sums string, seen map[string]bool) error {
	written, err := io.ReadAll(archive)
	if err != nil {
		return archiveError(err)
	}
	if string(written) != sums {
		return ErrDamaged
	}
	if !seen[datafolder.Database] || !seen[datafolder.ServerKey] {
		return ErrNotABackup
	}
	if _, err := archive.Next(); !errors.Is(err, io.EOF) {
		return errors.Join(ErrNotABackup, err)
	}
	// What is encrypted ends here too: age tells a file that was cut off only there.
	if n, err := io.Copy(io.Discard, r); err != nil {
		return archiveError(err)
	} else if n > 0 {
		return ErrNotABackup
	}
	c.sums = sums
	return nil
}

// sinkError tells a disk that takes no more from an archive that gives no more.
type sinkError struct{ cause error }

func (e *sinkError) Error() string { return e.cause.Error() }
func (e *sinkError) Unwrap() error { return e.cause }

type sinkWriter struct{ w io.Writer }

func (s *sinkWriter) Write(b []byte) (int, error) {
	n, err := s.w.Write(b)
	if err != nil {
		err = &sinkError{err}
	}
	return n, err
}

// archiveError says of a failed read what it means.
func archiveError(err error) error {
	switch {
	case isOfSystem(err):
		return err
	case errors.Is(err, tar.ErrHeader):
		return ErrNotABackup
	}
	return fmt.Errorf("%w (%w)", ErrDamaged, err)
}

// isOfSystem tells a file that could not be read from one that reads as nonsense.
func isOfSystem(err error) bool {
	var path *fs.PathError
	return errors.As(err, &path) || errors.Is(err, context.Canceled)
}
