// Command alcove-bench measures a real Alcove server from outside, over TLS, and
// prints one JSON object a line. It starts the server in a fresh folder on a
// loopback port, fills it with a practitioner and clients through the same calls
// that browsers make, and ends it again.
//
// What it sends is random where a browser would send ciphertext, in the sizes
// that padding leads to. It measures, it does not test: figures depend on the
// machine and on what else runs there, and the load generator takes its share of
// the same processors.
//
// A closed loop writes again once it is answered, and shows how much the server can do.
// An open loop writes by the clock whatever the server does, and counts a latency from
// the moment at which the message was due: a server that stands still is not forgiven
// for what was not sent meanwhile.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"regexp"
	"runtime/debug"
	"syscall"
	"time"

	"alcove/internal/load"
)

type options struct {
	server    string
	during    time.Duration
	warmUp    time.Duration
	times     int
	idle      int
	records   int
	streams   int
	keys      int
	only      *regexp.Regexp
	benchstat string
}

func main() {
	var o options
	flag.StringVar(&o.server, "server", "bin/alcove", "the server's binary")
	flag.DurationVar(&o.during, "during", 5*time.Second, "how long each load lasts")
	flag.DurationVar(&o.warmUp, "warm-up", 2*time.Second, "how long a load lasts before it is measured")
	flag.IntVar(&o.times, "times", 6, "how often each load is measured: six for benchstat to say how sure it is")
	flag.IntVar(&o.idle, "idle", 10_000, "idle clients to connect")
	flag.IntVar(&o.records, "records", 0, "records that are in the database before, in streams of people who do nothing")
	flag.IntVar(&o.streams, "streams", 1000, "streams that these are in")
	flag.IntVar(&o.keys, "keys", 0, "entries that are in the key log before")
	flag.StringVar(&o.benchstat, "benchstat", "", "a file to write the figures to for benchstat, too")
	only := flag.String("only", ".", "which measurements, by a regular expression of their names")
	flag.Parse()
	var err error
	if o.only, err = regexp.Compile(*only); err != nil {
		fail(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "alcove-bench:", err)
	os.Exit(1)
}

// measurement is one thing that is measured, in one go.
type measurement struct {
	name string
	once bool // it takes long, or comes out the same
	take func(context.Context, practice, options) ([]result, error)
}

// In this order: each finds what the ones before it have left.
var measurements = []measurement{
	{"start", false, start},
	{"append_16", false, appending("append_16", "at least 8000", bySocket, 16, 1)},
	{"append_512", false, appending("append_512", "at least 25000", bySocket, 64, 8)},
	{"call_16", false, appending("call_16", "", byHTTP, 16, 1)},
	{"delivery", false, delivery},
	{"room_50", false, roomOf50},
	{"ballots", true, func(_ context.Context, _ practice, o options) ([]result, error) { return ballotFigures(o.during) }},
	{"slow_headers", true, slowHeaders},
	{"overload", true, overload},
	{"idle_client", true, idle},
}

// garbage may lie about in the load generator, in percent of what is in use: the memory is
// its own, and the time to collect it would be the server's.
const garbage = 400

func run(ctx context.Context, o options) (err error) {
	debug.SetGCPercent(garbage)
	out, err := newReport(o.benchstat)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.close()) }()
	folder, err := os.MkdirTemp("", "alcove-load-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	if err := fill(ctx, folder, o); err != nil {
		return fmt.Errorf("fill the database: %w", err)
	}
	srv, err := load.StartServerIn(ctx, o.server, folder)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, srv.Stop()) }()
	enrolled, err := load.EnrolPractice(ctx, srv)
	if err != nil {
		return fmt.Errorf("fill the server: %w", err)
	}
	p := practice{enrolled}
	for _, m := range measurements {
		if !o.only.MatchString(m.name) {
			continue
		}
		times := o.times
		if m.once {
			times = 1
		}
		for range times {
			results, err := m.take(ctx, p, o)
			if err != nil {
				return fmt.Errorf("%s: %w", m.name, err)
			}
			if err := out.add(results); err != nil {
				return err
			}
		}
	}
	return nil
}
