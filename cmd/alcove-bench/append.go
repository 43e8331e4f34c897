package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"alcove/internal/load"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
)

// practice is who uses the server during the measurement.
type practice struct{ *load.Practice }

// sender appends over a connection of its own.
type sender interface {
	send(stream []byte, m *alcovev1.NewRecord) (call uint32, err error)
	answer() (call uint32, err error)
	close()
}

// way makes a person's connection.
type way func(*load.Person) (sender, error)

func bySocket(p *load.Person) (sender, error) { return dialLine(p) }
func byHTTP(p *load.Person) (sender, error)   { return dial(p) }

// appending lets so many clients write as fast as they are answered, each over a
// connection of its own with so many messages on their way (a closed loop).
func appending(name, target string, by way, clients, each int) func(context.Context, practice, options) ([]result, error) {
	return func(ctx context.Context, p practice, o options) ([]result, error) {
		return p.appending(ctx, o, name, target, by, clients, each)
	}
}

func (p practice) appending(ctx context.Context, o options, name, target string, by way, clients, each int) ([]result, error) {
	writers, err := p.rested(ctx, clients)
	if err != nil {
		return nil, err
	}
	if _, err := p.write(by, writers, each, o.warmUp); err != nil {
		return nil, err
	}
	before, err := p.spent()
	if err != nil {
		return nil, err
	}
	begun := time.Now()
	took, err := p.write(by, writers, each, o.during)
	if err != nil {
		return nil, err
	}
	elapsed := time.Since(begun)
	after, err := p.spent()
	if err != nil {
		return nil, err
	}
	messages := took.TotalCount()
	note := fmt.Sprintf("%d connections with %d messages each on their way", clients, each)
	return []result{
		{Benchmark: name, Value: float64(messages) / elapsed.Seconds(), Unit: "msgs/s", Target: target, Note: "acknowledged, durable; " + note},
		took.result(name+"_latency", "", note),
		{Benchmark: name + "_fsyncs", Value: (after.commits - before.commits) / float64(messages), Unit: "fsyncs/msg", Target: "at most 0.1 at saturation"},
		{Benchmark: name + "_cpu", Value: perMessage(after.cpu-before.cpu, messages), Unit: "µs/msg", Note: "of the server's processor time"},
	}, nil
}

// much is how many messages somebody may have written who is to write more: the server
// takes only so many of an account within an hour (stream.MaxHourly).
const much = stream.MaxHourly / 5

// rested gives so many clients who have not written much.
func (p practice) rested(ctx context.Context, n int) (out []*load.Client, err error) {
	for {
		out = out[:0]
		for i := range p.Clients {
			if p.Clients[i].Known < much {
				out = append(out, &p.Clients[i])
			}
		}
		if len(out) >= n {
			return out[:n], nil
		}
		if err := p.Grow(ctx, len(p.Clients)+n-len(out)); err != nil {
			return nil, err
		}
	}
}

func (p practice) write(by way, writers []*load.Client, each int, during time.Duration) (latencies, error) {
	var mu sync.Mutex
	var all []latencies
	end := time.Now().Add(during)
	err := load.Parallel(len(writers), len(writers), func(i int) error {
		c := writers[i]
		w, err := by(c.Person)
		if err != nil {
			return err
		}
		defer w.close()
		took := newLatencies()
		sent := map[uint32]time.Time{}
		say := func() error {
			at := time.Now()
			id, err := w.send(c.Stream, load.Message(c.Known, load.Sizes[rand.IntN(len(load.Sizes))]))
			sent[id] = at
			return err
		}
		for range each {
			if err := say(); err != nil {
				return err
			}
		}
		for len(sent) > 0 {
			id, err := w.answer()
			if err != nil {
				return fmt.Errorf("append: %w", err)
			}
			took.add(time.Since(sent[id]))
			delete(sent, id)
			c.Known++
			if time.Now().Before(end) {
				if err := say(); err != nil {
					return err
				}
			}
		}
		mu.Lock()
		defer mu.Unlock()
		all = append(all, took)
		return nil
	})
	return merged(all), err
}
