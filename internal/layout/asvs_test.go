package layout

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

var (
	asvsRow    = regexp.MustCompile(`(?m)^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| (.+) \|$`)
	asvsWays   = regexp.MustCompile(`^(test|doc|does not apply|decided|open): (.+)$`)
	asvsPlace  = regexp.MustCompile("^`([^`#]+)#([^`]+)`$")
	asvsCounts = regexp.MustCompile("(?m)^\\| `([a-z ]+):` \\| .* \\| (\\d+) \\|$")
)

// docs/asvs.md answers each requirement once, by tests and headings that exist.
func TestEachRequirementOfASVSIsAnswered(t *testing.T) {
	document := read(t, "../../docs/asvs.md")
	levels := map[string]string{}
	for line := range strings.Lines(read(t, "testdata/asvs-5.0.txt")) {
		if id, level, is := strings.Cut(strings.TrimSpace(line), " "); is && id != "#" {
			levels[id] = level
		}
	}
	if len(levels) != 253 {
		t.Fatalf("levels 1 and 2 have 253 requirements, not %d", len(levels))
	}
	answered, counts := map[string]bool{}, map[string]int{}
	for _, row := range asvsRow.FindAllStringSubmatch(document, -1) {
		id, level, answer := row[1], row[2], row[4]
		if answered[id] || levels[id] != level {
			t.Errorf("%s, level %s, is there twice, or no such requirement", id, level)
		}
		answered[id] = true
		kind := ""
		for part := range strings.SplitSeq(answer, " <br> ") {
			way := asvsWays.FindStringSubmatch(part)
			if way == nil || kind != "" && (way[1] != kind || kind != "test" && kind != "doc") {
				t.Errorf("%s is answered %q", id, part)
				break
			}
			kind = way[1]
			if kind == "test" || kind == "doc" {
				if err := exists(t, way[2], kind); err != nil {
					t.Errorf("%s: %v", id, err)
				}
			}
		}
		counts[kind]++
	}
	for id := range levels {
		if !answered[id] {
			t.Errorf("%s is not answered", id)
		}
	}
	said := asvsCounts.FindAllStringSubmatch(document, -1)
	if len(said) != 5 {
		t.Fatalf("the rows are counted as %q", said)
	}
	for _, s := range said {
		if fmt.Sprint(counts[s[1]]) != s[2] {
			t.Errorf("%s: %d rows, and it says %s", s[1], counts[s[1]], s[2])
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// exists reports what is wrong with a test or a heading that is named as
// `file#name`.
func exists(t *testing.T, named, kind string) error {
	place := asvsPlace.FindStringSubmatch(named)
	if place == nil {
		return fmt.Errorf("%s names no place", named)
	}
	path, name := place[1], regexp.QuoteMeta(place[2])
	text := read(t, "../../"+path)
	pattern := map[string]string{
		"doc":      `(?m)^#+ ` + name + `$`,
		"_test.go": `(?m)^func ` + name + `\(`,
		".ts":      "\\btest\\(\"" + name + `"`,
	}
	for _, suffix := range []string{"doc", "_test.go", ".ts"} {
		if suffix == kind || kind == "test" && strings.HasSuffix(path, suffix) {
			if regexp.MustCompile(pattern[suffix]).MatchString(text) {
				return nil
			}
			return fmt.Errorf("%s has no %q", path, place[2])
		}
	}
	return fmt.Errorf("%s is no test", path)
}
