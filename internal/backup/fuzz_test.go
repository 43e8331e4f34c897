package backup

import (
	"archive/tar"
	"bytes"
	"io"
	"testing"

	"alcove/internal/datafolder"
)

// noted is a sink that remembers the names it was asked for.
type noted struct{ names []string }

func (n *noted) create(name string) (io.WriteCloser, error) {
	n.names = append(n.names, name)
	return discarded{io.Discard}, nil
}

// Whatever somebody encrypts to a recipient: nothing is written but files that a
// data folder has.
func FuzzArchive(f *testing.F) {
	var seed bytes.Buffer
	w := tar.NewWriter(&seed)
	for name, text := range map[string]string{manifestName: `{"format":1,"schema":1,"made":"2026-11-23T10:17:05Z","rows":{"a":1}}`} {
		_ = w.WriteHeader(&tar.Header{Name: name, Size: int64(len(text)), Mode: 0o600})
		_, _ = w.Write([]byte(text))
	}
	_ = w.WriteHeader(&tar.Header{Name: "tls/../server.key", Size: 1})
	_, _ = w.Write([]byte("x"))
	_ = w.Close()
	f.Add(seed.Bytes())
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, b []byte) {
		var to noted
		_, _ = readArchive(bytes.NewReader(b), 12, &to)
		seen := map[string]bool{}
		for _, name := range to.names {
			if name != datafolder.Database && !datafolder.IsSecret(name) || seen[name] {
				t.Fatalf("%q", to.names)
			}
			seen[name] = true
		}
	})
}
