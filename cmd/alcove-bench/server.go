package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

// server is the process under measurement.
type server struct {
	binary  string
	url     string // https://localhost:port
	host    string
	metrics string
	setUp   string // the token of the set-up link
	tls     *tls.Config
	process *exec.Cmd
	folder  string

	recordOnce   sync.Once
	opaqueRecord []byte
	recordErr    error
}

var setUpLink = regexp.MustCompile(`/app/setup#(\S+)`)

// startServer starts the binary in a fresh folder and waits until it listens.
func startServer(ctx context.Context, binary string) (*server, error) {
	folder, err := os.MkdirTemp("", "alcove-bench-")
	if err != nil {
		return nil, err
	}
	ports, err := freePorts(2)
	if err != nil {
		return nil, err
	}
	s := &server{
		binary: binary, folder: folder,
		host: fmt.Sprintf("localhost:%d", ports[0]), metrics: fmt.Sprintf("127.0.0.1:%d", ports[1]),
		// The server made its certificate a moment ago; there is nobody to vouch for it.
		tls: &tls.Config{InsecureSkipVerify: true, MinVersion: tls.VersionTLS13},
	}
	s.url = "https://" + s.host
	if err := s.launch(ctx, true); err != nil {
		return nil, errors.Join(err, os.RemoveAll(folder))
	}
	return s, nil
}

// restart ends the server and starts it again on what it has stored.
func (s *server) restart(ctx context.Context) error {
	if err := s.end(); err != nil {
		return err
	}
	return s.launch(ctx, false)
}

// launch starts the process and reads from what it prints that it listens and,
// while it is not set up, the set-up link.
func (s *server) launch(ctx context.Context, fresh bool) error {
	s.process = exec.Command(s.binary, "serve", "--data", s.folder, "--listen", s.host, "--metrics", s.metrics)
	s.process.Stderr = os.Stderr
	out, err := s.process.StdoutPipe()
	if err != nil {
		return err
	}
	if err := s.process.Start(); err != nil {
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

func (s *server) await(ctx context.Context, lines <-chan string, fresh bool) error {
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
func (s *server) end() error {
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return err
	}
	_ = s.process.Wait() // how it ended is no part of the measurement
	return nil
}

// stop ends the server for good and removes what it stored.
func (s *server) stop() error { return errors.Join(s.end(), os.RemoveAll(s.folder)) }

// counter reads one of the server's metrics.
func (s *server) counter(name string) (float64, error) {
	resp, err := http.Get("http://" + s.metrics + "/metrics")
	if err != nil {
		return 0, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(body)) {
		if value, ok := strings.CutPrefix(line, name+" "); ok {
			return strconv.ParseFloat(strings.TrimSpace(value), 64)
		}
	}
	return 0, fmt.Errorf("the server does not count %s", name)
}

// memory returns the server's resident memory in KiB (Linux).
func (s *server) memory() (float64, error) {
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(s.process.Process.Pid), "status"))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			return strconv.ParseFloat(strings.Fields(value)[0], 64)
		}
	}
	return 0, errors.New("the system does not tell the server's memory")
}

// cpu returns the processor time the server has used (Linux).
func (s *server) cpu() (time.Duration, error) {
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(s.process.Process.Pid), "stat"))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(stat), ") ") // behind the name, which may hold anything
	fields := strings.Fields(rest)
	if len(fields) < 13 {
		return 0, errors.New("the system does not tell the server's processor time")
	}
	var ticks int64
	for _, f := range fields[11:13] { // user and system time: proc_pid_stat(5), fields 14 and 15
		n, err := strconv.ParseInt(f, 10, 64)
		if err != nil {
			return 0, err
		}
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond, nil
}

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
