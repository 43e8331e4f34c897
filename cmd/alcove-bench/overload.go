package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"time"

	"alcove/internal/load"
)

// overload lets ten times as many messages be on their way as saturate the server, and
// measures the most memory that it takes and how soon it is well again: ten messages in a
// row are answered within 50 ms each.
func overload(ctx context.Context, p practice, o options) ([]result, error) {
	const clients, each = 64, 80
	writers, err := p.rested(ctx, clients)
	if err != nil {
		return nil, err
	}
	if err := forgetHighest(p.Server); err != nil {
		return nil, err
	}
	took, err := p.write(bySocket, writers, each, o.during)
	if err != nil {
		return nil, err
	}
	ended := time.Now()
	highest, err := highestMemory(p.Server)
	if err != nil {
		return nil, err
	}
	for well := 0; well < 10; well++ {
		begun := time.Now()
		if err := p.Clients[0].Say(ctx, p.Clients[0].Stream, load.Message(0, load.Sizes[0])); err != nil {
			return nil, err
		}
		if time.Since(begun) > 50*time.Millisecond {
			well = -1
		}
		if time.Since(ended) > time.Minute {
			return nil, errUnanswered
		}
	}
	note := fmt.Sprintf("%d messages on their way, ten times 512", clients*each)
	return []result{
		{Benchmark: "overload_memory", Value: highest / 1024, Unit: "MiB", Note: "resident at most; " + note},
		{Benchmark: "overload_recovery", Value: float64(time.Since(ended).Milliseconds()), Unit: "ms", Target: "seconds", Note: "until ten messages in a row took under 50 ms each"},
		took.result("overload_latency", "", note),
	}, nil
}

// slowConnections is how many there are that send their headers a line at a time.
const slowConnections = 5000

// slowHeaders has slowhttptest send headers that never end, and measures what others
// notice of it.
func slowHeaders(ctx context.Context, p practice, o options) ([]result, error) {
	tool, err := exec.LookPath("slowhttptest")
	if err != nil {
		fmt.Fprintln(os.Stderr, "alcove-bench: slow_headers is left out: slowhttptest is not installed")
		return nil, nil
	}
	if err := p.Grow(ctx, writers); err != nil {
		return nil, err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	attack := exec.CommandContext(ctx, "sh", "-c", `ulimit -n "$(ulimit -Hn)"; exec "$0" "$@"`, tool,
		"-H", "-c", fmt.Sprint(slowConnections), "-r", "1000", "-i", "5", "-l", "600", "-p", "5", "-u", p.Server.URL+"/")
	if err := attack.Start(); err != nil {
		return nil, err
	}
	ended := make(chan error, 1)
	go func() { ended <- attack.Wait() }()
	time.Sleep(5*time.Second + o.warmUp) // until all are there
	took, err := p.deliver(ctx, deliveryRate/4, 2*o.during)
	if err != nil {
		return nil, err
	}
	select {
	case err := <-ended:
		return nil, fmt.Errorf("slowhttptest ended early: %w", errors.Join(err, errUnanswered))
	default:
	}
	stop()
	<-ended
	return []result{took.result("slow_headers", "p99 under 200", fmt.Sprintf("%d messages a second while %d connections send their headers slowly", deliveryRate/4, slowConnections))}, nil
}
