package room_test

import (
	"database/sql"
	"errors"
	"sync"
	"testing"
	"time"

	"alcove/internal/stream"
)

// What is asked for while the writer is busy shares a transaction. A record that is there
// already has the whole of it done again: who floods is refused a second time too.
func TestAFloodIsRefusedWhateverSharesItsTransaction(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	say := func(r stream.NewRecord) error {
		_, err := w.streams.Append(ctx, ada, id, []stream.NewRecord{r}, nil)
		return err
	}
	first := w.record(stream.Message, 1)
	must(t, say(first))
	for range stream.MaxRoomMinute - 1 {
		must(t, say(w.record(stream.Message, 1)))
	}
	busy, holds := make(chan struct{}), make(chan struct{})
	var wg sync.WaitGroup
	wg.Go(func() {
		must(t, w.db.Write(ctx, func(*sql.Tx) error { close(holds); <-busy; return nil }))
	})
	<-holds
	var mu sync.Mutex
	var taken, refused int
	for range 20 {
		r := w.record(stream.Message, 1)
		wg.Go(func() {
			err := say(r)
			mu.Lock()
			defer mu.Unlock()
			if errors.Is(err, stream.ErrFlooding) {
				refused++
			} else {
				taken++
			}
		})
	}
	again := w.record(stream.Message, 1)
	wg.Go(func() {
		_, err := w.streams.Append(ctx, lea, id, []stream.NewRecord{again}, nil)
		must(t, err)
	})
	wg.Go(func() {
		first := first
		_, err := w.streams.Append(ctx, lea, id, []stream.NewRecord{first}, nil)
		must(t, err)
	})
	time.Sleep(100 * time.Millisecond) // until they wait for the writer
	close(busy)
	wg.Wait()
	if taken != 0 || refused != 20 {
		t.Fatalf("%d taken, %d refused", taken, refused)
	}
}
