package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

// deliveries a second that the bar is about.
const deliveryRate = 200

// writers are how many clients share an open loop.
const writers = 50

// delivery measures how long a message takes, from the moment at which it was due to the
// practitioner's socket, at a steady rate (an open loop).
func delivery(ctx context.Context, p practice, o options) ([]result, error) {
	if err := p.Grow(ctx, writers); err != nil {
		return nil, err
	}
	if _, err := p.deliver(ctx, deliveryRate, o.warmUp); err != nil {
		return nil, err
	}
	took, err := p.deliver(ctx, deliveryRate, o.during)
	if err != nil {
		return nil, err
	}
	return []result{took.result("delivery_200", "p99 at most 10", "200 messages a second, from when each was due to the other side's socket")}, nil
}

func (p practice) deliver(ctx context.Context, rate int, during time.Duration) (latencies, error) {
	took := newLatencies()
	var mu sync.Mutex
	due := map[string]time.Time{}
	conn, err := listen(ctx, p.Practitioner, func(e *alcovev1.ServerEvent) {
		now := time.Now()
		mu.Lock()
		defer mu.Unlock()
		key := string(e.GetRecordAdded().GetRecord().GetIdempotencyKey())
		if at, ok := due[key]; ok {
			took.add(now.Sub(at))
			delete(due, key)
		}
	})
	if err != nil {
		return took, err
	}
	defer conn.Close()
	var from [writers]*load.Person
	for i := range from {
		person, end, err := over(ctx, p.Clients[i].Person)
		if err != nil {
			return took, err
		}
		defer end()
		from[i] = person
	}
	total := int(float64(rate) * during.Seconds())
	failed := make(chan error, total)
	begun := time.Now()
	for i := range total {
		at := begun.Add(time.Duration(i) * time.Second / time.Duration(rate))
		time.Sleep(time.Until(at))
		person, stream, m := from[i%writers], p.Clients[i%writers].Stream, load.Message(i/writers, load.Sizes[rand.IntN(len(load.Sizes))])
		mu.Lock()
		due[string(m.GetIdempotencyKey())] = at
		mu.Unlock()
		go func() { failed <- person.Say(ctx, stream, m) }()
	}
	for range total {
		if err := <-failed; err != nil {
			return took, err
		}
	}
	for deadline := time.Now().Add(5 * time.Second); ; time.Sleep(10 * time.Millisecond) {
		mu.Lock()
		missing := len(due)
		mu.Unlock()
		if missing == 0 {
			return took, nil
		}
		if time.Now().After(deadline) {
			return took, fmt.Errorf("%d of %d messages did not arrive", missing, total)
		}
	}
}

// listen opens a person's event socket.
func listen(ctx context.Context, p *load.Person, heard func(*alcovev1.ServerEvent)) (*load.Listener, error) {
	ctx, stop := context.WithTimeout(ctx, 30*time.Second)
	defer stop()
	return p.Listen(ctx, heard)
}

// over opens an event socket by which a person writes.
func over(ctx context.Context, p *load.Person) (*load.Person, func(), error) {
	l, err := listen(ctx, p, func(*alcovev1.ServerEvent) {})
	if err != nil {
		return nil, nil, err
	}
	return p.Over(l), l.Close, nil
}

var errDisconnected = errors.New("a client was disconnected")
