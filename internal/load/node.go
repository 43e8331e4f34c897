package load

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
)

// StartServerWith is StartServer with more arguments.
func StartServerWith(ctx context.Context, binary string, args ...string) (*Server, error) {
	s, err := inFreshFolder(binary)
	if err != nil {
		return nil, err
	}
	s.args = args
	if err := s.launch(ctx, true); err != nil {
		return nil, errors.Join(err, os.RemoveAll(s.Folder))
	}
	return s, nil
}

// StartNode starts another node of the practice: the same secrets in a folder of its own,
// and the same address for browsers.
func (s *Server) StartNode(ctx context.Context, args ...string) (*Server, error) {
	node, err := inFreshFolder(s.binary)
	if err != nil {
		return nil, err
	}
	node.args = append([]string{"--public-url", s.URL}, args...)
	if err := errors.Join(s.copySecrets(node.Folder), node.launch(ctx, false)); err != nil {
		return nil, errors.Join(err, os.RemoveAll(node.Folder))
	}
	return node, nil
}

// inFreshFolder is a server that does not run yet.
func inFreshFolder(binary string) (*Server, error) {
	folder, err := os.MkdirTemp("", "alcove-load-")
	if err != nil {
		return nil, err
	}
	s, err := newServer(binary, folder)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return s, nil
}

func (s *Server) copySecrets(to string) error {
	files, err := filepath.Glob(filepath.Join(s.Folder, "*.key"))
	if err != nil {
		return err
	}
	for _, file := range files {
		secret, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, filepath.Base(file)), secret, 0o600); err != nil {
			return fmt.Errorf("copy a secret: %w", err)
		}
	}
	return nil
}

// At is the same session with a connection to another node.
func (p *Person) At(node *Server) *Person {
	there := &Person{Server: node, Account: p.Account}
	there.use(&http.Client{Transport: &http.Transport{TLSClientConfig: node.TLS.Clone(), ForceAttemptHTTP2: true}}, p.Token)
	return there
}
