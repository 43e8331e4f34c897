package fault_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var made = regexp.MustCompile(`fault\.(?:New|Wrap)\((?:\w+, )?fault\.\w+,\s*"([^"]*)"`)

// A program acts on codes: each is snake case and listed in docs/protocol.md.
func TestEveryCodeIsListed(t *testing.T) {
	protocol, err := os.ReadFile("../../docs/protocol.md")
	if err != nil {
		t.Fatal(err)
	}
	shape := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	found := 0
	err = filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range made.FindAllSubmatch(source, -1) {
			found++
			code := string(m[1])
			if family, ok := strings.CutSuffix(code, "_"); ok { // completed by a field's name
				code = family
				if strings.Contains(string(protocol), "| `"+family+"_<field>` |") {
					continue
				}
			}
			if !shape.MatchString(code) || !strings.Contains(string(protocol), "| `"+code+"` |") {
				t.Errorf("%s: code %q is not listed in docs/protocol.md", path, code)
			}
		}
		return nil
	})
	if err != nil || found < 20 {
		t.Fatal(found, err)
	}
}
