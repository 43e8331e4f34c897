package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

const (
	roomMessage = 1024 // bytes of ciphertext
	onTheirWay  = 8    // messages of one sender that not everybody has
)

// roomOf50 lets a room's moderator write from four devices, because members are held to
// a pace, each over its event socket and the next message once everybody has the eighth
// before it, and measures how long each takes to each other device's socket.
func roomOf50(ctx context.Context, p practice, o options) ([]result, error) {
	const members, senders = 50, 4
	stream, epoch, err := p.RoomWith(ctx, members-1)
	if err != nil {
		return nil, err
	}
	people := slices.Repeat([]*load.Person{p.Practitioner}, senders)
	for _, c := range p.Clients[:members-1] {
		people = append(people, c.Person)
	}
	var l ledger
	defer l.close()
	for range people {
		l.heard = append(l.heard, newLatencies())
	}
	l.everybody = int32(len(people)) - 1
	for i, person := range people {
		conn, err := listen(ctx, person, func(e *alcovev1.ServerEvent) { l.note(i, e) })
		if err != nil {
			return nil, err
		}
		l.conns = append(l.conns, conn)
	}
	before, err := p.spent()
	if err != nil {
		return nil, err
	}
	begin := time.Now()
	err = load.Parallel(senders, senders, func(i int) error {
		device := p.Practitioner.Over(l.conns[i])
		places := make(chan struct{}, onTheirWay)
		for time.Since(begin) < o.during {
			select {
			case places <- struct{}{}:
			case <-time.After(10 * time.Second):
				return fmt.Errorf("a message did not reach everybody")
			}
			if err := device.Say(ctx, stream, load.RoomMessage(epoch, roomMessage, l.send(places))); err != nil {
				return fmt.Errorf("append: %w", err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	elapsed := time.Since(begin)
	after, err := p.spent()
	if err != nil {
		return nil, err
	}
	all := l.settled()
	note := "the moderator of 50 writes 1 KiB each from 4 devices, 8 messages each on their way; to the 52 other devices"
	return []result{
		{Benchmark: "room_50", Value: float64(all.TotalCount()) / elapsed.Seconds(), Unit: "deliveries/s", Target: "at least 40000", Note: note},
		all.result("room_50_latency", "", "from the call to each member's socket, under that load"),
		{Benchmark: "room_50_cpu", Value: perMessage(after.cpu-before.cpu, all.TotalCount()), Unit: "µs/delivery", Note: "of the server's processor time"},
	}, nil
}

// ledger knows of each message when it was sent and who has it. A message's
// idempotency key is its number.
type ledger struct {
	everybody int32
	conns     []*load.Listener
	heard     []latencies // by listener; each writes its own

	mu   sync.Mutex
	sent []*entry
}

type entry struct {
	at     time.Time
	has    atomic.Int32
	places chan struct{} // of its sender
}

// send begins a message that takes one of its sender's places, and returns its key.
func (l *ledger) send(places chan struct{}) []byte {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := make([]byte, 16)
	binary.BigEndian.PutUint64(key[8:], uint64(len(l.sent)))
	l.sent = append(l.sent, &entry{at: time.Now(), places: places})
	return key
}

func (l *ledger) note(listener int, e *alcovev1.ServerEvent) {
	key := e.GetRecordAdded().GetRecord().GetIdempotencyKey()
	if len(key) != 16 || binary.BigEndian.Uint64(key) != 0 {
		return // another stream's, or from before
	}
	now := time.Now()
	l.mu.Lock()
	m := l.sent[binary.BigEndian.Uint64(key[8:])]
	l.mu.Unlock()
	l.heard[listener].add(now.Sub(m.at))
	if m.has.Add(1) == l.everybody {
		<-m.places
	}
}

func (l *ledger) close() {
	for _, c := range l.conns {
		c.Close()
	}
}

// settled waits until nothing is on its way any more and returns all latencies.
func (l *ledger) settled() latencies {
	for _, m := range l.sent {
		for deadline := time.Now().Add(10 * time.Second); m.has.Load() < l.everybody && time.Now().Before(deadline); {
			time.Sleep(time.Millisecond)
		}
	}
	l.close()
	for _, c := range l.conns {
		<-c.Gone()
	}
	return merged(l.heard)
}
