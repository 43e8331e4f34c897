package main

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/constant"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// pkg is what "go list" tells about a package.
type pkg struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
}

// logFields finds, by types and not by names, the calls of log/slog in all that
// the server is built from, and gives the keys they use. Where a sentence or a key
// is not written out, nobody could declare it: that is an error, as is any other
// way to log.
func logFields(t *testing.T) []string {
	t.Helper()
	fset := token.NewFileSet()
	own, exports := packages(t)
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	config := types.Config{Importer: importer.ForCompiler(fset, "gc", lookup)}
	var keys []string
	for _, p := range own {
		var files []*ast.File
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, imported := range f.Imports {
				if imported.Path.Value == `"log"` {
					t.Errorf("%s logs by another way than log/slog", name)
				}
			}
			files = append(files, f)
		}
		info := &types.Info{Uses: map[*ast.Ident]types.Object{}, Types: map[ast.Expr]types.TypeAndValue{}}
		if _, err := config.Check(p.ImportPath, fset, files, info); err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			ast.Inspect(f, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					found, err := fieldsOf(call, info)
					if err != nil {
						t.Errorf("%s: %v", fset.Position(call.Pos()), err)
					}
					keys = append(keys, found...)
				}
				return true
			})
		}
	}
	return slices.Compact(slices.Sorted(slices.Values(keys)))
}

// fieldsOf gives the keys of a call that writes to the log: key, value, key, value
// after the sentence.
func fieldsOf(call *ast.CallExpr, info *types.Info) ([]string, error) {
	selector, ok := call.Fun.(*ast.SelectorExpr)
	if !ok {
		return nil, nil
	}
	f, ok := info.Uses[selector.Sel].(*types.Func)
	if !ok || f.Pkg() == nil || f.Pkg().Path() != "log/slog" || strings.HasPrefix(f.Name(), "New") {
		return nil, nil
	}
	if !slices.Contains([]string{"Debug", "Info", "Warn", "Error"}, f.Name()) || f.Signature().Recv() == nil {
		return nil, errors.New("slog." + f.Name() + ": log by Debug, Info, Warn or Error of a logger, so that its fields are found")
	}
	var keys []string
	for i, argument := range call.Args {
		if i > 0 && i%2 == 0 {
			continue // a value
		}
		written := info.Types[argument].Value
		if written == nil || written.Kind() != constant.String {
			return nil, errors.New("the sentence and the keys of a log line must be written out")
		}
		if i > 0 {
			keys = append(keys, constant.StringVal(written))
		}
	}
	return keys, nil
}

// packages gives the project's own packages in the server, and where the types of
// all that they import lie.
func packages(t *testing.T) (own []pkg, exports map[string]string) {
	t.Helper()
	list := exec.Command("go", "list", "-trimpath", "-export", "-deps", "-json=ImportPath,Dir,Export,GoFiles", ".")
	list.Env = append(os.Environ(), "CGO_ENABLED=0") // as the server is built, and so found translated
	list.Stderr = os.Stderr
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	exports = map[string]string{}
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return own, exports
		} else if err != nil {
			t.Fatal(err)
		}
		exports[p.ImportPath] = p.Export
		if strings.HasPrefix(p.ImportPath, "alcove/internal/") || p.ImportPath == "alcove/cmd/alcove" {
			own = append(own, p)
		}
	}
}
