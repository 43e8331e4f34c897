package layout

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// What the server must not be able to do, because some input might one day talk it
// into it: start programs, fill templates that escape nothing, decode objects that
// name their own types, expand entities, use memory as it likes, draw numbers that
// can be foretold, use broken algorithms, or show its insides.
var dangerous = []string{
	"os/exec", "text/template", "encoding/gob", "encoding/xml", "plugin", "unsafe", "math/rand", "math/rand/v2",
	"crypto/md5", "crypto/sha1", "crypto/des", "crypto/rc4", "net/http/pprof", "net/http/cgi", "expvar",
}

func TestTheServerImportsNothingDangerous(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{.ImportPath}}:{{range .Imports}} {{.}}{{end}}", "alcove/cmd/alcove").Output()
	if err != nil {
		t.Fatal(err)
	}
	own := 0
	for line := range strings.Lines(string(out)) {
		name, imports, _ := strings.Cut(strings.TrimSpace(line), ":")
		if name, is := strings.CutPrefix(name, "alcove/"); is {
			own++
			for imported := range strings.FieldsSeq(imports) {
				// load starts servers to be measured; the doctor, who has people of it play, starts none.
				if slices.Contains(dangerous, imported) && !strings.HasPrefix(name, "proto/") && (name != "internal/load" || imported != "os/exec") {
					t.Errorf("%s imports %s", name, imported)
				}
			}
		}
	}
	if own < 20 {
		t.Fatalf("only %d packages were looked at", own)
	}
}

// Ways by which text becomes markup or code. The policy of the app's page refuses
// them in the browser; nobody should find out there.
var becomesCode = regexp.MustCompile(`\.(?:inner|outer)HTML\s*=[^=]|\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b|\bdocument\.write|\beval\(|\bnew Function\b|\bset(?:Timeout|Interval)\(\s*["'\x60]|javascript:`)

// Numbers that can be foretold serve to spread waits, and nothing else.
var foretold = []string{"core/socket.ts", "core/room/presence.ts"}

// Patterns that are put together are made of the project's own parts, never of what
// somebody typed.
var patterns = []string{"core/room/sealed_words.ts", "core/room/names.ts", "core/conversation/search.ts"}

// What stays in a browser without being sealed by the client core: that window's
// language and the name it goes by; and, until it is locked, that it was left.
var keptOpenly = []string{"app/i18n.ts", "app/nearby/left.ts", "app/nearby/look.ts", "app/nearby/trace.ts"}

func TestTheClientMakesNoCodeOfText(t *testing.T) {
	read := 0
	for _, root := range []string{"../../web/core", "../../web/app"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !slices.Contains([]string{".ts", ".tsx"}, filepath.Ext(path)) || strings.Contains(path, "/test/") {
				return err
			}
			source, err := os.ReadFile(path)
			name := strings.TrimPrefix(filepath.ToSlash(path), "../../web/")
			read++
			for line := range strings.Lines(string(source)) {
				if becomesCode.MatchString(line) {
					t.Errorf("%s: %s", name, strings.TrimSpace(line))
				}
				if strings.Contains(line, "Math.random") && !slices.Contains(foretold, name) {
					t.Errorf("%s draws a number that can be foretold", name)
				}
				if strings.Contains(line, "new RegExp(") && !slices.Contains(patterns, name) {
					t.Errorf("%s puts a pattern together", name)
				}
				if (strings.Contains(line, "localStorage") || strings.Contains(line, "sessionStorage") || strings.Contains(line, "document.cookie")) && !slices.Contains(keptOpenly, name) {
					t.Errorf("%s keeps something outside the sealed store", name)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 100 {
		t.Fatalf("only %d files were read", read)
	}
}
