package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

// perAccount is how many connections the server allows one account.
const perAccount = 20

// idle connects clients that then keep still, and measures the server's memory for
// each once it has stopped falling. The server is restarted first: memory that an
// earlier load has left to it would hide what these clients take.
func idle(ctx context.Context, p practice, o options) ([]result, error) {
	if err := p.Grow(ctx, (o.idle+perAccount-1)/perAccount); err != nil {
		return nil, err
	}
	if err := p.Server.Restart(ctx); err != nil {
		return nil, err
	}
	before, err := p.settle(ctx)
	if err != nil {
		return nil, err
	}
	var mu sync.Mutex
	var conns []*load.Listener
	defer func() {
		for _, c := range conns {
			c.Close()
		}
	}()
	err = load.Parallel(o.idle, 8*runtime.NumCPU(), func(i int) error {
		c, err := listen(ctx, p.Clients[i/perAccount].Person, func(*alcovev1.ServerEvent) {})
		if err != nil {
			return err
		}
		mu.Lock()
		defer mu.Unlock()
		conns = append(conns, c)
		return nil
	})
	if err != nil {
		return nil, err
	}
	after, err := p.settle(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range conns {
		select {
		case <-c.Gone():
			return nil, errDisconnected
		default:
		}
	}
	return []result{
		{Benchmark: "idle", Value: before / 1024, Unit: "MiB", Target: "at most 40", Note: "resident, nobody connected"},
		{Benchmark: "idle_client", Value: (after - before) / float64(o.idle), Unit: "KiB/client", Target: "at most 22",
			Note: fmt.Sprintf("%d WebSockets over TLS 1.3, session state included", o.idle)},
	}, nil
}

// settle waits until the server's memory has stopped falling, at most three
// minutes: it lets go of pages every half a minute, and its runtime collects what is
// garbage at least every two.
func (p practice) settle(ctx context.Context) (float64, error) {
	least, since := 0.0, time.Now()
	for begin := time.Now(); ; {
		now, err := memory(p.Server)
		if err != nil {
			return 0, err
		}
		if least == 0 || now < least-512 {
			least, since = now, time.Now()
		}
		if time.Since(since) > settled || time.Since(begin) > 3*time.Minute {
			return now, nil
		}
		select {
		case <-time.After(500 * time.Millisecond):
		case <-ctx.Done():
			return 0, ctx.Err()
		}
	}
}

const settled = 40 * time.Second
