package layout

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	codeLabel = regexp.MustCompile("[\"`](alcove/v1/[a-z0-9/-]*[a-z0-9-])")
	docLabel  = regexp.MustCompile("(?m)^\\| `(alcove/v1/[a-z0-9/-]+)` \\|")
)

// docs/cryptography.md has each label by which the code tells one use of a key,
// signature or hash from another, and no other.
func TestEachLabelIsInTheInventoryOfCryptography(t *testing.T) {
	used := map[string]string{}
	for _, folder := range []string{"../../internal", "../../cmd", "../../web"} {
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if entry.IsDir() && (entry.Name() == "test" || entry.Name() == "gen" || entry.Name() == "dist") {
				return fs.SkipDir
			}
			isCode := strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, ".ts")
			if err != nil || entry.IsDir() || !isCode {
				return err
			}
			text, err := os.ReadFile(path)
			for _, label := range codeLabel.FindAllStringSubmatch(string(text), -1) {
				used[label[1]] = path
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(used) < 40 {
		t.Fatalf("only %d labels were found", len(used))
	}
	said := map[string]bool{}
	for _, row := range docLabel.FindAllStringSubmatch(read(t, "../../docs/cryptography.md"), -1) {
		said[row[1]] = true
		if used[row[1]] == "" {
			t.Errorf("%s is in docs/cryptography.md and nowhere used", row[1])
		}
	}
	for label, path := range used {
		if !said[label] {
			t.Errorf("%s, in %s, is not in docs/cryptography.md: say there what it tells apart", label, path)
		}
	}
}
