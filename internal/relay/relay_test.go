package relay_test

import (
	"errors"
	"sync"
	"testing"
	"testing/synctest"

	"alcove/internal/fault"
	"alcove/internal/relay"
	"alcove/internal/stream"
)

var ada, ben = relay.Account{1}, relay.Account{2}

// ear is a subscriber that remembers.
type ear struct {
	mu    sync.Mutex
	heard []relay.Event
	cut   int
}

func (e *ear) deliver(ev relay.Event, _ bool) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.heard = append(e.heard, ev)
	return nil
}

func (e *ear) cutOff() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.cut++
}

func subscribe(t *testing.T, h *relay.Hub, a relay.Account, session byte, e *ear) *relay.Subscription {
	t.Helper()
	s, err := h.Subscribe(a, relay.Session{session}, &relay.Ready{}, e.deliver, e.cutOff)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func record(seq uint64) []stream.Record { return []stream.Record{{Seq: seq}} }

func TestHintsArriveInOrderAtWhomTheyConcern(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := relay.New()
		var a, b ear
		sub := subscribe(t, h, ada, 1, &a)
		subscribe(t, h, ben, 2, &b)
		for seq := range uint64(100) {
			h.RecordsAdded(t.Context(), []relay.Account{ada}, stream.ID{7}, record(seq))
		}
		synctest.Wait()
		if len(a.heard) != 101 || len(b.heard) != 1 {
			t.Fatalf("heard %d and %d", len(a.heard), len(b.heard))
		}
		if _, ok := a.heard[0].(*relay.Ready); !ok {
			t.Fatal("not ready first")
		}
		for i, e := range a.heard[1:] {
			if r, ok := e.(*relay.RecordAdded); !ok || r.Record.Seq != uint64(i) {
				t.Fatalf("heard %v at place %d", e, i)
			}
		}
		sub.Close()
		h.VaultChanged(ada, 2)
		synctest.Wait()
		if len(a.heard) != 101 || a.cut != 0 || h.Subscribers() != 1 {
			t.Fatal("heard after closing")
		}
	})
}

func TestSlowSubscriberIsCutOffAndHoldsNobodyUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := relay.New()
		stuck := make(chan struct{})
		var slow, quick ear
		_, err := h.Subscribe(ada, relay.Session{1}, &relay.Ready{}, func(relay.Event, bool) error { <-stuck; return nil }, slow.cutOff)
		if err != nil {
			t.Fatal(err)
		}
		subscribe(t, h, ada, 2, &quick)
		for seq := range uint64(2000) { // would hang here
			h.RecordsAdded(t.Context(), []relay.Account{ada}, stream.ID{7}, record(seq))
			if seq%100 == 0 {
				synctest.Wait()
			}
		}
		synctest.Wait()
		if slow.cut != 1 || quick.cut != 0 || len(quick.heard) != 2001 || h.Subscribers() != 1 {
			t.Fatalf("cut %d and %d, heard %d, left %d", slow.cut, quick.cut, len(quick.heard), h.Subscribers())
		}
		close(stuck)
	})
}

func TestBigRecordsFillAQueueToo(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := relay.New()
		stuck := make(chan struct{})
		var slow ear
		if _, err := h.Subscribe(ada, relay.Session{1}, &relay.Ready{}, func(relay.Event, bool) error { <-stuck; return nil }, slow.cutOff); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		big := []stream.Record{{NewRecord: stream.NewRecord{Ciphertext: make([]byte, stream.MaxCiphertext)}}}
		for range 20 {
			h.RecordsAdded(t.Context(), []relay.Account{ada}, stream.ID{7}, big)
		}
		synctest.Wait()
		if slow.cut != 1 {
			t.Fatal("5 MiB were queued")
		}
		close(stuck)
	})
}

func TestEndedSessionHearsOfItAndIsCutOff(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := relay.New()
		var one, two ear
		subscribe(t, h, ada, 1, &one)
		subscribe(t, h, ada, 2, &two)
		h.SessionsEnded(ada, []relay.Session{{1}})
		h.VaultChanged(ada, 3)
		synctest.Wait()
		if len(one.heard) != 2 || one.cut != 1 {
			t.Fatalf("the ended session heard %d, was cut %d times", len(one.heard), one.cut)
		}
		if _, ok := one.heard[1].(*relay.SessionEnded); !ok {
			t.Fatal("it was not told why")
		}
		if len(two.heard) != 2 || two.cut != 0 {
			t.Fatal("the other session was touched")
		}
	})
}

func TestFailedDeliveryEndsTheSubscription(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := relay.New()
		var e ear
		if _, err := h.Subscribe(ada, relay.Session{1}, &relay.Ready{}, func(relay.Event, bool) error { return errors.New("gone") }, e.cutOff); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if e.cut != 1 || h.Subscribers() != 0 {
			t.Fatal(e.cut, h.Subscribers())
		}
	})
}

func TestConnectionsOfAnAccountAreCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := relay.New()
		var e ear
		var last *relay.Subscription
		for range relay.MaxPerAccount {
			last = subscribe(t, h, ada, 1, &e)
		}
		if _, err := h.Subscribe(ada, relay.Session{1}, &relay.Ready{}, e.deliver, e.cutOff); !errors.Is(err, relay.ErrTooManyConnections) || fault.Of(err).Kind != fault.Exhausted {
			t.Fatal(err)
		}
		subscribe(t, h, ben, 1, &e)
		last.Close()
		last.Close()
		subscribe(t, h, ada, 1, &e)
	})
}
