package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
	"time"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

// practice is who uses the server during the measurement.
type practice struct{ *load.Practice }

// latencies are in milliseconds.
type latencies struct{ p50, p99 float64 }

func summarise(all []time.Duration) latencies {
	if len(all) == 0 {
		return latencies{}
	}
	slices.Sort(all)
	at := func(q float64) float64 { return float64(all[int(q*float64(len(all)-1))].Microseconds()) / 1000 }
	return latencies{at(0.50), at(0.99)}
}

type throughput struct {
	latencies
	rate    float64 // messages a second
	commits float64 // commits a message
	cpu     float64 // microseconds of the server's processor time a message
}

// throughput lets n clients write as fast as they are answered, each waiting for
// its acknowledgement before it writes again.
func (p practice) throughput(n int, during time.Duration) (throughput, error) {
	if err := p.write(n, time.Second, nil); err != nil { // to warm up
		return throughput{}, err
	}
	before, err := counter(p.Server, "alcove_commits_total")
	if err != nil {
		return throughput{}, err
	}
	cpuBefore, err := cpu(p.Server)
	if err != nil {
		return throughput{}, err
	}
	var (
		mu  sync.Mutex
		all []time.Duration
	)
	start := time.Now()
	err = p.write(n, during, func(took []time.Duration) {
		mu.Lock()
		defer mu.Unlock()
		all = append(all, took...)
	})
	if err != nil {
		return throughput{}, err
	}
	elapsed := time.Since(start)
	after, err := counter(p.Server, "alcove_commits_total")
	if err != nil {
		return throughput{}, err
	}
	cpuAfter, err := cpu(p.Server)
	if err != nil {
		return throughput{}, err
	}
	count := float64(len(all))
	return throughput{
		summarise(all), count / elapsed.Seconds(), (after - before) / count,
		float64((cpuAfter - cpuBefore).Microseconds()) / count,
	}, nil
}

func (p practice) write(n int, during time.Duration, report func([]time.Duration)) error {
	end := time.Now().Add(during)
	return load.Parallel(n, n, func(i int) error {
		var took []time.Duration
		c := p.Clients[i]
		w, err := dial(c.Person)
		if err != nil {
			return err
		}
		defer w.close()
		for time.Now().Before(end) {
			m := load.Message(load.Sizes[rand.IntN(len(load.Sizes))])
			begin := time.Now()
			if err := w.say(c.Stream, m); err != nil {
				return fmt.Errorf("append: %w", err)
			}
			took = append(took, time.Since(begin))
		}
		if report != nil {
			report(took)
		}
		return nil
	})
}

// delivery sends rate messages a second in all and measures how long each takes
// from the call to the practitioner's socket.
func (p practice) delivery(ctx context.Context, rate int, during time.Duration) (latencies, error) {
	var (
		mu   sync.Mutex
		sent = map[string]time.Time{}
		all  []time.Duration
	)
	conn, err := listen(ctx, p.Practitioner, func(e *alcovev1.ServerEvent) {
		now := time.Now()
		mu.Lock()
		defer mu.Unlock()
		key := string(e.GetRecordAdded().GetRecord().GetIdempotencyKey())
		if begin, ok := sent[key]; ok {
			all = append(all, now.Sub(begin))
			delete(sent, key)
		}
	})
	if err != nil {
		return latencies{}, err
	}
	defer conn.Close()
	total := int(float64(rate) * during.Seconds())
	tick := time.NewTicker(time.Second / time.Duration(rate))
	defer tick.Stop()
	failed := make(chan error, total)
	for i := range total {
		<-tick.C
		c, m := p.Clients[i%len(p.Clients)], load.Message(load.Sizes[rand.IntN(len(load.Sizes))])
		go func() {
			mu.Lock()
			sent[string(m.GetIdempotencyKey())] = time.Now()
			mu.Unlock()
			failed <- c.Say(ctx, c.Stream, m)
		}()
	}
	for range total {
		if err := <-failed; err != nil {
			return latencies{}, err
		}
	}
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		mu.Lock()
		missing := len(sent)
		mu.Unlock()
		if missing == 0 {
			break
		}
		if time.Now().After(deadline) {
			return latencies{}, fmt.Errorf("%d of %d messages did not arrive", missing, total)
		}
	}
	return summarise(all), nil
}

// perAccount is how many connections the server allows one account.
const perAccount = 20

// idle connects n clients that then keep still, and returns the server's memory
// for each in KiB, once it has stopped falling. The server is restarted first:
// memory that an earlier load has left to it would hide what these clients take.
func (p practice) idle(ctx context.Context, n int) (float64, error) {
	if err := p.Grow(ctx, (n+perAccount-1)/perAccount+1); err != nil {
		return 0, err
	}
	if err := p.Server.Restart(ctx); err != nil {
		return 0, err
	}
	before, err := p.settle(ctx)
	if err != nil {
		return 0, err
	}
	var mu sync.Mutex
	var conns []*load.Listener
	defer func() {
		for _, c := range conns {
			c.Close()
		}
	}()
	err = load.Parallel(n, 8*runtime.NumCPU(), func(i int) error {
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
		return 0, err
	}
	after, err := p.settle(ctx)
	if err != nil {
		return 0, err
	}
	for _, c := range conns {
		select {
		case <-c.Gone():
			return 0, errors.New("a client was disconnected")
		default:
		}
	}
	return (after - before) / float64(n), nil
}

// listen opens a person's event socket.
func listen(ctx context.Context, p *load.Person, heard func(*alcovev1.ServerEvent)) (*load.Listener, error) {
	ctx, stop := context.WithTimeout(ctx, 30*time.Second)
	defer stop()
	return load.Listen(ctx, p.Server.Host, p.Server.TLS, p.Token, heard)
}

// settle waits until the server's memory has stopped falling, at most three
// minutes: its runtime collects what is garbage at least every two.
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

const settled = 15 * time.Second
