package crash

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

// follower is a device that stays connected to one node or another and takes what is
// told as browsers do: what follows the last record, and otherwise it reads from there.
type follower struct {
	stream []byte
	at     []*load.Person // each node
	random *rand.Rand

	mu   sync.Mutex
	log  []key
	fail error // what can never be
}

// follow goes on until stop is closed, from node to node.
func (f *follower) follow(stop <-chan struct{}) {
	for {
		select {
		case <-stop:
			return
		default:
		}
		if err := f.listen(f.at[f.random.IntN(len(f.at))], stop); err != nil {
			time.Sleep(20 * time.Millisecond) // this node cannot be reached: the next one
		}
	}
}

// listen stays with one node, for a while that is left to chance.
func (f *follower) listen(who *load.Person, stop <-chan struct{}) error {
	limited, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	events := make(chan *alcovev1.ServerEvent, 4096)
	l, err := who.Listen(limited, func(e *alcovev1.ServerEvent) {
		select {
		case events <- e:
		default: // the next one leaves a gap
		}
	})
	if err != nil {
		return err
	}
	defer l.Close()
	move := time.After(time.Second + time.Duration(f.random.Int64N(int64(20*time.Second))))
	for {
		select {
		case <-stop:
			return nil
		case <-move:
			return nil
		case <-l.Gone():
			return nil
		case e := <-events:
			if err := f.take(who, e); err != nil {
				return err
			}
		}
	}
}

func (f *follower) take(who *load.Person, e *alcovev1.ServerEvent) error {
	switch added := e.GetRecordAdded(); {
	case e.GetReady() != nil:
		return f.catchUp(who)
	case added == nil || !slices.Equal(added.GetStreamId(), f.stream):
		return nil
	case f.put(added.GetRecord()):
		return nil
	default:
		return f.catchUp(who)
	}
}

// put takes a record that follows the last one, or is known; false for one that does not.
func (f *follower) put(r *alcovev1.Record) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	id, last := key(r.GetIdempotencyKey()), uint64(len(f.log))
	switch {
	case r.GetSeq() > last+1:
		return false
	case r.GetSeq() == last+1:
		f.log = append(f.log, id)
	case f.log[r.GetSeq()-1] != id:
		f.fail = fmt.Errorf("record %d was another one before", r.GetSeq())
	}
	return true
}

func (f *follower) catchUp(who *load.Person) error {
	for {
		limited, cancel := context.WithTimeout(ctx, 20*time.Second)
		got, err := who.Streams.Read(limited, connect.NewRequest(&alcovev1.ReadRequest{StreamId: f.stream, After: uint64(f.has())}))
		cancel()
		if err != nil {
			return err
		}
		for _, r := range got.Msg.GetRecords() {
			if !f.put(r) {
				return fmt.Errorf("a read leaves a gap before %d", r.GetSeq())
			}
		}
		if uint64(f.has()) >= got.Msg.GetHeadSeq() {
			return nil
		}
	}
}

func (f *follower) has() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.log)
}

// holds reports whether everything in log has arrived.
func (f *follower) holds(log []key) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.fail != nil || len(f.log) < len(log) {
		return false, f.fail
	}
	if !slices.Equal(f.log, log) {
		return false, fmt.Errorf("a device has something else than the server")
	}
	return true, nil
}
