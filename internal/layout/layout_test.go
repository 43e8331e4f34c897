// Package layout holds nothing but the test of the project's walls: which
// package may import which (docs/architecture.md).
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

// allowed names, for each package, those of the project that it may import.
var allowed = map[string][]string{
	"internal/fault":           {},
	"internal/limit":           {},
	"internal/clock":           {},
	"internal/durable":         {},
	"internal/keyfile":         {"internal/durable"},
	"internal/disclosure":      {},
	"internal/datafolder":      {},
	"internal/backup":          {"internal/datafolder", "internal/durable"},
	"internal/opaque":          {},
	"internal/blind":           {},
	"internal/certs":           {"internal/durable", "internal/keyfile"},
	"internal/coding":          {},
	"internal/webapp":          {"internal/coding"},
	"internal/served":          {"internal/webapp"},
	"internal/layout":          {},
	"internal/crash":           {},
	"internal/crash/disk":      {},
	"internal/crash/syscalls":  {"internal/crash/disk"},
	"internal/load":            {"internal/opaque", "proto/alcove/v1", "proto/alcove/v1/alcovev1connect"},
	"internal/doctor":          {"internal/load", "internal/opaque", "proto/alcove/v1", "proto/alcove/v1/alcovev1connect"},
	"internal/attest":          {"internal/keyfile"},
	"internal/keylog":          {"internal/keyfile"},
	"internal/auditor":         {"internal/keylog", "internal/durable"},
	"internal/account":         {"internal/fault", "internal/keyfile", "internal/limit", "internal/opaque"},
	"internal/stream":          {"internal/fault", "internal/limit", "internal/attest"},
	"internal/room":            {"internal/fault", "internal/stream"},
	"internal/blob":            {"internal/fault", "internal/limit"},
	"internal/linking":         {"internal/fault", "internal/limit"},
	"internal/practice":        {"internal/fault", "internal/account"},
	"internal/policy":          {"internal/fault", "internal/disclosure", "internal/practice"},
	"internal/breach":          {"internal/fault", "internal/account"},
	"internal/survey":          {"internal/fault", "internal/account", "internal/blind", "internal/keyfile", "internal/keylog", "internal/limit"},
	"internal/exchange":        {"internal/fault", "internal/account"},
	"internal/notice":          {},
	"internal/mailer":          {"internal/account", "internal/fault", "internal/keyfile", "internal/limit"},
	"internal/push":            {"internal/account", "internal/fault", "internal/keyfile"},
	"internal/push/pushtest":   {},
	"internal/relay":           {"internal/fault", "internal/account", "internal/stream"},
	"internal/store":           {"internal/fault", "internal/account", "internal/stream", "internal/room", "internal/blob", "internal/practice", "internal/mailer", "internal/policy", "internal/push", "internal/disclosure", "internal/clock", "internal/keylog", "internal/breach", "internal/exchange", "internal/survey", "internal/nodes", "internal/durable"},
	"internal/nodes":           {"internal/fault", "internal/disclosure", "internal/linking", "internal/relay", "internal/stream"},
	"internal/store/storetest": {"internal/store"},
	"internal/pages":           {"internal/fault", "internal/coding", "internal/account", "internal/practice", "internal/policy", "internal/disclosure"},
	"internal/api":             {"internal/fault", "internal/breach", "internal/exchange", "internal/keylog", "internal/limit", "internal/account", "internal/stream", "internal/blob", "internal/linking", "internal/mailer", "internal/policy", "internal/practice", "internal/push", "internal/relay", "internal/room", "internal/survey", "proto/alcove/v1", "proto/alcove/v1/alcovev1connect"},
}

func TestImportsRunDownwards(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}}:{{range .Imports}} {{.}}{{end}}", "alcove/internal/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		name, imports, _ := strings.Cut(strings.TrimSpace(line), ":")
		name = strings.TrimPrefix(name, "alcove/")
		rule, known := allowed[name]
		if !known {
			t.Errorf("%s has no rule here: say what it may import", name)
		}
		for imported := range strings.FieldsSeq(imports) {
			own, isOwn := strings.CutPrefix(imported, "alcove/")
			if isOwn && !slices.Contains(rule, own) {
				t.Errorf("%s imports %s", name, own)
			}
			if imported == "database/sql" && name != "internal/store" {
				t.Errorf("%s speaks SQL", name)
			}
			if imported == "net/http" && !slices.Contains([]string{"internal/api", "internal/pages", "internal/webapp", "internal/push", "internal/push/pushtest", "internal/load", "internal/doctor", "internal/auditor", "internal/served"}, name) {
				t.Errorf("%s speaks HTTP", name)
			}
		}
	}
}

// What has an end is destroyed by the server's own time (package clock), never by
// that of the machine: so nobody is given the machine's clock. To call it, for a
// deadline of a connection or to measure, is something else.
func TestNobodyIsGivenTheMachinesClock(t *testing.T) {
	given := regexp.MustCompile(`\btime\.Now\b(?:[^(]|$)`)
	for _, root := range []string{"../../internal", "../../cmd/alcove"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			for line := range strings.Lines(string(source)) {
				if code, _, _ := strings.Cut(line, "//"); given.MatchString(code) {
					t.Errorf("%s hands on time.Now: give it the Now of the server's clock (package clock), or Steady for what is in memory alone", path)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

var importLine = regexp.MustCompile(`(?m)(?:from|import)\s*\(?\s*"([^"]+)"`)

func TestTheClientCoreKeepsItsWalls(t *testing.T) {
	root := "../../web"
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".ts") && !strings.HasSuffix(path, ".tsx") {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range importLine.FindAllStringSubmatch(string(source), -1) {
			checkWebImport(t, filepath.ToSlash(name), m[1])
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkWebImport(t *testing.T, name, imported string) {
	inCore, isTest := strings.HasPrefix(name, "core/"), strings.HasPrefix(name, "core/test/")
	if inCore && (strings.Contains(imported, "/app/") || strings.HasPrefix(imported, "preact")) {
		t.Errorf("%s, in the core, imports %s", name, imported)
	}
	if strings.HasPrefix(imported, "ts-mls") && !isTest && name != "core/mls.ts" && !strings.HasPrefix(name, "core/mls/") {
		t.Errorf("%s imports the MLS library", name)
	}
	if imported == "@serenity-kit/opaque" && !isTest && name != "core/opaque.ts" {
		t.Errorf("%s imports the OPAQUE library", name)
	}
	if strings.HasPrefix(name, "app/") && strings.Contains(imported, "/core/") {
		file := imported[strings.LastIndex(imported, "/core/")+len("/core/"):]
		// What the app is held to is verified without the core, which is a part of that.
		verifies := file == "keylog/release.ts" && strings.HasPrefix(name, "app/reach/")
		if file != "api.ts" && file != "bridge.ts" && !strings.HasSuffix(file, "_api.ts") && !verifies {
			t.Errorf("%s, a screen, imports core/%s", name, file)
		}
	}
}

// Whom one calls in a crisis must not depend on which end one asks.
func TestCrisisNumbersStandOnce(t *testing.T) {
	known, err := os.ReadFile("../practice/crisis.json")
	if err != nil {
		t.Fatal(err)
	}
	addresses := regexp.MustCompile(`https://[^"/]+`).FindAllString(string(known), -1)
	if len(addresses) < 10 {
		t.Fatalf("only %v", addresses)
	}
	for _, root := range []string{"../../internal", "../../cmd", "../../web/app", "../../web/core"} {
		err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !slices.Contains([]string{".go", ".ts", ".tsx", ".html", ".json"}, filepath.Ext(path)) ||
				strings.Contains(path, "/dist/") || strings.HasSuffix(path, "_test.go") || strings.HasSuffix(path, "practice/crisis.json") {
				return err
			}
			source, err := os.ReadFile(path)
			for _, address := range addresses {
				if strings.Contains(string(source), address) {
					t.Errorf("%s has a list of its own: %s", path, address)
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
