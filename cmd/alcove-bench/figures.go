package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"alcove/internal/load"
)

// spent is what the server has used up since it was started.
type spent struct {
	commits float64
	cpu     time.Duration
}

func (p practice) spent() (s spent, err error) {
	if s.commits, err = counter(p.Server, "alcove_commits_total"); err != nil {
		return s, err
	}
	s.cpu, err = cpu(p.Server)
	return s, err
}

// counter reads one of the server's metrics.
func counter(s *load.Server, name string) (float64, error) {
	resp, err := http.Get("http://" + s.Metrics + "/metrics")
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
func memory(s *load.Server) (float64, error) { return inMemory(s, "VmRSS:") }

// highestMemory returns the most that it was since forgetHighest, in KiB.
func highestMemory(s *load.Server) (float64, error) { return inMemory(s, "VmHWM:") }

// forgetHighest: proc_pid_clear_refs(5).
func forgetHighest(s *load.Server) error {
	return os.WriteFile(filepath.Join("/proc", strconv.Itoa(s.PID()), "clear_refs"), []byte("5"), 0)
}

func inMemory(s *load.Server, which string) (float64, error) {
	status, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(s.PID()), "status"))
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(status)) {
		if value, ok := strings.CutPrefix(line, which); ok {
			return strconv.ParseFloat(strings.Fields(value)[0], 64)
		}
	}
	return 0, errors.New("the system does not tell the server's memory")
}

// cpu returns the processor time the server has used (Linux).
func cpu(s *load.Server) (time.Duration, error) {
	stat, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(s.PID()), "stat"))
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
