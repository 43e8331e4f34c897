package webapp

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// releaseHead is the first line of a release's text.
const releaseHead = "alcove/v1/release"

// maxReleaseFiles bounds what is taken for a release.
const maxReleaseFiles = 2000

// Release is one version of the web client: all that a browser is given of it. Its
// text is a line that says so, then a line for each file, by path: the path on the
// server, a space, and the SHA-384 of its bytes as in subresource integrity
// ("sha384-…"). The same source makes the same text (docs/rebuilding.md), and its
// hash is in the key log of whoever serves it.
type Release struct {
	Text  []byte
	Files map[string]string
}

var errNoRelease = errors.New("this is no release of the web client")

// ReadRelease gives the one that is built in.
func ReadRelease() (Release, error) {
	text, err := dist.ReadFile("dist/release.txt")
	if err != nil {
		return Release{}, fmt.Errorf("the web client is not built in (make web): %w", err)
	}
	return ParseRelease(text)
}

// ParseRelease reads a release's text, and takes no other form of it than the one.
func ParseRelease(text []byte) (Release, error) {
	lines := strings.Split(string(text), "\n")
	if len(lines) < 3 || len(lines) > maxReleaseFiles || lines[0] != releaseHead || lines[len(lines)-1] != "" {
		return Release{}, errNoRelease
	}
	r := Release{Text: bytes.Clone(text), Files: map[string]string{}}
	var paths []string
	for _, line := range lines[1 : len(lines)-1] {
		path, integrity, _ := strings.Cut(line, " ")
		hash, is384 := strings.CutPrefix(integrity, "sha384-")
		sum, err := base64.StdEncoding.Strict().DecodeString(hash)
		if err != nil || !is384 || len(sum) != 48 || !isPath(path) {
			return Release{}, errNoRelease
		}
		r.Files[path] = integrity
		paths = append(paths, path)
	}
	if !slices.IsSorted(paths) || len(r.Files) != len(paths) {
		return Release{}, errNoRelease
	}
	return r, nil
}

// isPath reports whether path is one at which files of the client are served.
func isPath(path string) bool {
	name, asset := strings.CutPrefix(path, "/assets/app/")
	return path == "/app" || path == "/service_worker.js" || asset && name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") == ""
}

// SHA256 of the text, hexadecimal.
func (r Release) SHA256() string {
	sum := sha256.Sum256(r.Text)
	return hex.EncodeToString(sum[:])
}
