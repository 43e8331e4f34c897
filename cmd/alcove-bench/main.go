// Command alcove-bench measures a real Alcove server from outside, over TLS, and
// prints one JSON object a line. It starts the server in a fresh folder on a
// loopback port, fills it with a practitioner and clients through the same calls
// that browsers make, and ends it again.
//
// What it sends is random where a browser would send ciphertext, in the sizes
// that padding leads to. It measures, it does not test: figures depend on the
// machine and on what else runs there, and the load generator takes its share of
// the same processors.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"time"

	"alcove/internal/load"
)

// result is one line of output.
type result struct {
	Benchmark string  `json:"benchmark"`
	Value     float64 `json:"value"`
	Unit      string  `json:"unit"`
	Target    string  `json:"target,omitempty"`
	Note      string  `json:"note,omitempty"`
}

func main() {
	var o options
	flag.StringVar(&o.server, "server", "bin/alcove", "the server's binary")
	flag.DurationVar(&o.during, "during", 5*time.Second, "how long each load lasts")
	flag.IntVar(&o.idle, "idle", 5000, "idle clients to connect; 0 leaves that out")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "alcove-bench:", err)
		os.Exit(1)
	}
}

type options struct {
	server string
	during time.Duration
	idle   int
}

func run(ctx context.Context, o options) (err error) {
	srv, err := load.StartServer(ctx, o.server)
	if err != nil {
		return err
	}
	defer func() {
		if e := srv.Stop(); err == nil {
			err = e
		}
	}()
	out := json.NewEncoder(os.Stdout)
	note := fmt.Sprintf("%d processors, shared with the load generator", runtime.NumCPU())
	enrolled, err := load.EnrolPractice(ctx, srv)
	if err != nil {
		return fmt.Errorf("fill the server: %w", err)
	}
	p := practice{enrolled}
	for _, senders := range []int{16, 256} {
		if err := p.Grow(ctx, senders); err != nil {
			return err
		}
		t, err := p.throughput(senders, o.during)
		if err != nil {
			return err
		}
		target := ""
		if senders == 16 {
			target = "at least 5000"
		}
		name := fmt.Sprintf("append_%d_in_flight", senders)
		if err := emit(out,
			result{name, t.rate, "acknowledged durable messages/s", target, note},
			result{name + "_p99", t.p99, "ms", "", ""},
			result{name + "_commits", t.commits, "fsyncs/message", "", ""},
			result{name + "_cpu", t.cpu, "µs of the server's processor time/message", "", ""},
		); err != nil {
			return err
		}
	}
	ballots, err := ballotFigures(o.during)
	if err != nil {
		return err
	}
	if err := emit(out, ballots...); err != nil {
		return err
	}
	d, err := p.delivery(ctx, 200, o.during)
	if err != nil {
		return err
	}
	if err := emit(out,
		result{"delivery_p50", d.p50, "ms", "", "200 messages/s, from the call to the other side's socket"},
		result{"delivery_p99", d.p99, "ms", "under 20", ""},
	); err != nil {
		return err
	}
	r, err := p.room(ctx, 50, 4, o.during)
	if err != nil {
		return fmt.Errorf("room: %w", err)
	}
	if err := emit(out,
		result{"room_50_deliveries", r.rate, "deliveries of 1 KiB/s", "at least 30000", "the moderator of 50 writes from 4 devices, 8 messages each on their way; " + note},
		result{"room_50_delivery_p50", r.p50, "ms", "", "from the call to each member's socket, under that load"},
		result{"room_50_delivery_p99", r.p99, "ms", "", ""},
		result{"room_50_cpu", r.cpu, "µs of the server's processor time/delivery", "", ""},
	); err != nil || o.idle == 0 {
		return err
	}
	kib, err := p.idle(ctx, o.idle)
	if err != nil {
		return err
	}
	return emit(out, result{"idle_client", kib, "KiB of server memory/client", "at most 24", fmt.Sprintf("%d WebSockets over TLS 1.3", o.idle)})
}

func emit(out *json.Encoder, results ...result) error {
	for _, r := range results {
		if err := out.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
