package main

import (
	"bytes"
	"context"
	"io"
	"net"
	"path/filepath"
	"strings"
	"testing"
)

// startServing runs a server on a data folder until the test ends, and gives the
// host and port at which it is reached.
func startServing(t *testing.T, data string, args ...string) (address string) {
	t.Helper()
	address = freeAddress(t)
	o, err := parseOptions(append([]string{"-data", data, "-listen", address, "-metrics", ""}, args...))
	if err != nil {
		t.Fatal(err)
	}
	untilListening(t, func(ctx context.Context, out io.Writer) error { return serve(ctx, o, out) })
	return address
}

// freeAddress is a port of this machine that nobody uses now.
func freeAddress(t *testing.T) string {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := free.Close(); err != nil {
		t.Fatal(err)
	}
	return free.Addr().String()
}

// untilListening runs something until the test ends, and gives what it said up to
// that it listens.
func untilListening(t *testing.T, run func(context.Context, io.Writer) error) (heard string) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	said, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- run(ctx, out); _ = out.Close() }()
	for !strings.Contains(heard, "listening on") {
		b := make([]byte, 1<<10)
		n, err := said.Read(b)
		if err != nil {
			t.Fatal(err, <-ended)
		}
		heard += string(b[:n])
	}
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return heard
}

// backUp makes a backup of a data folder as a steward does.
func backUp(t *testing.T, data string) {
	t.Helper()
	safe := t.TempDir()
	var recipient bytes.Buffer
	if err := run(t.Context(), []string{"backup-key", filepath.Join(safe, "key")}, &recipient); err != nil {
		t.Fatal(err)
	}
	if err := run(t.Context(), []string{"backup", "-data", data, "-to", safe, "-recipient", strings.TrimSpace(recipient.String())}, io.Discard); err != nil {
		t.Fatal(err)
	}
}
