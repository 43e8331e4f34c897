package crash

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

// served starts a server with a practitioner and one client, who talk.
func served(t *testing.T) (*load.Server, *load.Practice) {
	t.Helper()
	srv, err := load.StartServer(ctx, program(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = srv.Stop() })
	practice, err := load.EnrolPractice(ctx, srv)
	if err == nil {
		err = practice.Grow(ctx, 1)
	}
	if err != nil {
		t.Fatal(err)
	}
	return srv, practice
}

// connected is how many event sockets the server says are open.
func connected(t *testing.T, srv *load.Server) int {
	t.Helper()
	resp, err := http.Get("http://" + srv.Metrics + "/metrics")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = resp.Body.Close() }()
	text, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if value, is := strings.CutPrefix(line, "alcove_connections "); is {
			n, err := strconv.Atoi(strings.TrimSpace(value))
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
	}
	t.Fatal("the server does not tell how many are connected")
	return 0
}

// A device that does not read its event socket while hundreds of records come is dropped,
// comes back, and has each of them once, in their order.
func TestASlowReaderIsDroppedAndMissesNothing(t *testing.T) {
	const batches, inBatch, size = 100, 8, 30 << 10 // 24 MB: more than sockets hold, and the queue
	srv, practice := served(t)
	client := practice.Clients[0]
	device := &follower{stream: client.Stream, at: []*load.Person{client.Person}, random: rand.New(rand.NewPCG(1, 2))}
	if err := device.catchUp(client.Person); err != nil {
		t.Fatal(err)
	}
	before := device.has()

	reads, heard := make(chan struct{}), make(chan *alcovev1.ServerEvent, 4096)
	slow, err := client.Listen(ctx, func(e *alcovev1.ServerEvent) {
		<-reads
		heard <- e
	})
	if err != nil {
		t.Fatal(err)
	}
	var written []key
	write := func() {
		t.Helper()
		var records []*alcovev1.NewRecord
		for range inBatch {
			m := load.Message(len(written), size)
			records, written = append(records, m), append(written, key(m.GetIdempotencyKey()))
		}
		if _, err := practice.Practitioner.Streams.Append(ctx, connect.NewRequest(&alcovev1.AppendRequest{StreamId: client.Stream, Records: records})); err != nil {
			t.Fatal(err)
		}
	}
	for range batches {
		write()
	}
	for end := time.Now().Add(time.Minute); connected(t, srv) > 0; time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it is not dropped")
		}
	}

	close(reads) // it wakes: what was on the way, and then that it was dropped
	for gone := false; !gone; {
		select {
		case e := <-heard:
			if added := e.GetRecordAdded(); added != nil {
				device.put(added.GetRecord())
			}
		case <-slow.Gone():
			gone = true
		}
	}
	if n := device.has() - before; n >= len(written) {
		t.Fatalf("all %d records came though it did not read", n)
	}
	stop := make(chan struct{})
	var following sync.WaitGroup
	following.Go(func() { device.follow(stop) })
	defer func() { close(stop); following.Wait() }()
	write() // and what comes when it is back
	for end := time.Now().Add(time.Minute); device.has() < before+len(written); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("%d of %d arrived", device.has()-before, len(written))
		}
	}
	device.mu.Lock()
	defer device.mu.Unlock()
	if device.fail != nil {
		t.Error(device.fail)
	}
	if !slices.Equal(device.log[before:], written) {
		t.Error("they are not those that were written, each once and in order")
	}
}

// Streams that are opened and reset at once (CVE-2023-44487) keep nobody else from being
// served.
func TestRapidResetsHoldNobodyUp(t *testing.T) {
	const attackers, resets = 4, 10_000
	srv, practice := served(t)
	var attack sync.WaitGroup
	for range attackers {
		attack.Go(func() {
			if err := resetRapidly(srv, resets); err != nil {
				t.Error(err)
			}
		})
	}
	client := practice.Clients[0]
	for i := range 100 {
		if err := client.Say(ctx, client.Stream, load.Message(0, 512)); err != nil {
			t.Fatalf("message %d: %v", i+1, err)
		}
	}
	attack.Wait()
	if err := client.Say(ctx, client.Stream, load.Message(0, 512)); err != nil {
		t.Fatal("afterwards:", err)
	}
}

// resetRapidly opens so many streams of one connection, and resets each behind its
// headers. That the server ends the connection is no error.
func resetRapidly(srv *load.Server, times int) error {
	config := srv.TLS.Clone()
	config.NextProtos = []string{"h2"}
	conn, err := tls.Dial("tcp", srv.Host, config)
	if err != nil {
		return err
	}
	defer func() { _ = conn.Close() }()
	go func() { _, _ = io.Copy(io.Discard, conn) }()
	var headers bytes.Buffer
	encoder := hpack.NewEncoder(&headers)
	for _, f := range []hpack.HeaderField{
		{Name: ":method", Value: "GET"}, {Name: ":scheme", Value: "https"}, {Name: ":authority", Value: srv.Host}, {Name: ":path", Value: "/security"},
	} {
		if err := encoder.WriteField(f); err != nil {
			return err
		}
	}
	out := bufio.NewWriterSize(conn, 32<<10)
	framer := http2.NewFramer(out, nil)
	_, err = out.WriteString(http2.ClientPreface)
	err = errors.Join(err, framer.WriteSettings())
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	block := slices.Clone(headers.Bytes())
	for i := range times {
		id := uint32(2*i + 1)
		if framer.WriteHeaders(http2.HeadersFrameParam{StreamID: id, BlockFragment: block, EndStream: true, EndHeaders: true}) != nil ||
			framer.WriteRSTStream(id, http2.ErrCodeCancel) != nil {
			return nil // it was disconnected
		}
	}
	_ = out.Flush()
	return nil
}
