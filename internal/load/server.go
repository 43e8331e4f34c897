// Package load plays the people of a practice against a real Alcove from
// outside: it starts the server's process, registers accounts through the same
// calls that browsers make (OPAQUE, proof of work, a passkey for practitioners),
// opens conversations and writes into them. The load generator measures with it,
// the crash tests kill what it talks to.
//
// What it sends is random where a browser would send ciphertext, in the sizes
// that padding leads to: the server cannot tell the difference.
package load

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"time"
)

// Server is a process of Alcove with a folder of its own.
type Server struct {
	URL     string // https://localhost:port
	Host    string
	Metrics string // where it tells its figures
	TLS     *tls.Config
	Folder  string // what it stores
	// Under starts the process in another way than by itself, so that it can be watched.
	Under   func(*exec.Cmd) error
	Ending  time.Duration // how long the process took to end when it was restarted last
	Exit    int           // and its exit code
	binary  string
	args    []string // besides those that say where
	setUp   string   // the token of the set-up link
	process *exec.Cmd

	recordOnce   sync.Once
	opaqueRecord []byte
	recordErr    error
}

var setUpLink = regexp.MustCompile(`/app/setup#(\S+)`)

// StartServer starts the binary in a fresh folder and waits until it listens.
func StartServer(ctx context.Context, binary string) (*Server, error) {
	return StartServerWith(ctx, binary)
}

// StartServerIn starts the binary in a folder where no practice was set up yet.
func StartServerIn(ctx context.Context, binary, folder string) (*Server, error) {
	s, err := newServer(binary, folder)
	if err != nil {
		return nil, err
	}
	return s, s.launch(ctx, true)
}

// newServer is one that does not run yet.
func newServer(binary, folder string) (*Server, error) {
	ports, err := freePorts(2)
	if err != nil {
		return nil, err
	}
	s := &Server{
		binary: binary, Folder: folder,
		Host: fmt.Sprintf("localhost:%d", ports[0]), Metrics: fmt.Sprintf("127.0.0.1:%d", ports[1]),
		// The server made its certificate a moment ago; there is nobody to vouch for it.
		TLS: &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS13},
	}
	s.URL = "https://" + s.Host
	return s, nil
}

// Restart ends the server and starts it again on what it has stored.
func (s *Server) Restart(ctx context.Context) error {
	begun := time.Now()
	if err := s.end(); err != nil {
		return err
	}
	s.Ending, s.Exit = time.Since(begun), s.process.ProcessState.ExitCode()
	return s.launch(ctx, false)
}

// launch starts the process and reads from what it prints that it listens and,
// while it is not set up, the set-up link.
func (s *Server) launch(ctx context.Context, fresh bool) error {
	s.process = exec.Command(s.binary, "serve", "--data", s.Folder, "--listen", s.Host, "--metrics", s.Metrics)
	s.process.Args = append(s.process.Args, s.args...)
	s.process.Stderr = os.Stderr
	out, err := s.process.StdoutPipe()
	if err != nil {
		return err
	}
	start := s.process.Start
	if s.Under != nil {
		start = func() error { return s.Under(s.process) }
	}
	if err := start(); err != nil {
		return err
	}
	lines := make(chan string, 64)
	go func() {
		defer close(lines)
		for scan := bufio.NewScanner(out); scan.Scan(); {
			lines <- scan.Text()
		}
	}()
	err = s.await(ctx, lines, fresh)
	go func() {
		for range lines { // the server must not wait for us to read
		}
	}()
	if err != nil {
		return errors.Join(err, s.end())
	}
	return nil
}

func (s *Server) await(ctx context.Context, lines <-chan string, fresh bool) error {
	for listening := false; !listening || (fresh && s.setUp == ""); {
		select {
		case line, ok := <-lines:
			if !ok {
				return errors.New("the server ended before it listened")
			}
			listening = listening || strings.Contains(line, "listening on")
			if m := setUpLink.FindStringSubmatch(line); m != nil {
				s.setUp = m[1]
			}
		case <-time.After(30 * time.Second):
			return errors.New("the server did not say that it listens and where to set it up")
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// end ends the process as an operator would.
func (s *Server) end() error {
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	_ = s.process.Wait() // how it ended does not matter here
	return nil
}

// PID is the process's number.
func (s *Server) PID() int { return s.process.Process.Pid }

// Kill ends the process without a chance to tidy up.
func (s *Server) Kill() error {
	if err := s.process.Process.Kill(); err != nil {
		return err
	}
	_ = s.process.Wait() // says that it was killed
	return nil
}

// Resume starts the process again on what it has stored.
func (s *Server) Resume(ctx context.Context) error { return s.launch(ctx, false) }

// Stop ends the server for good and removes what it stored.
func (s *Server) Stop() error { return errors.Join(s.end(), os.RemoveAll(s.Folder)) }

func freePorts(n int) ([]int, error) {
	var ports []int
	for range n {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return nil, err
		}
		defer func() { _ = l.Close() }()
		ports = append(ports, l.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}
