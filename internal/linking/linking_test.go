package linking

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"alcove/internal/fault"
)

var start = time.Date(2026, 11, 23, 10, 17, 0, 0, time.UTC)

type clock struct{ at time.Time }

func (c *clock) now() time.Time       { return c.at }
func (c *clock) pass(d time.Duration) { c.at = c.at.Add(d) }

func named(b byte) []byte { return bytes.Repeat([]byte{b}, keySize) }

var (
	ann              = AccountID{1}
	box, owner, phon = named(0xb0), named(0x0a), named(0x0e)
	other            = named(0xee)
)

// opened is a service in which ann has opened box.
func opened(t *testing.T) (*Service, *clock) {
	t.Helper()
	c := &clock{start}
	s := New(c.now)
	must(t, s.Open(ann, box, owner))
	return s, c
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err error, code string) {
	t.Helper()
	var e *fault.Error
	if !errors.As(err, &e) || e.Code != code {
		t.Fatalf("got %v, want %s", err, code)
	}
}

func holds(t *testing.T, s *Service, party []byte, step uint32, want string) {
	t.Helper()
	got, err := s.Get(box, party, step)
	must(t, err)
	if string(got) != want {
		t.Fatalf("step %d holds %q, want %q", step, got, want)
	}
}

func TestTheTwoSpeakInTurn(t *testing.T) {
	s, _ := opened(t)
	holds(t, s, owner, 1, "")
	must(t, s.Put(box, phon, 1, []byte("offer")))
	holds(t, s, owner, 1, "offer")
	must(t, s.Put(box, owner, 2, []byte("answer")))
	holds(t, s, phon, 2, "answer")
	must(t, s.Put(box, owner, 2, []byte("answer"))) // after an answer that was lost
	refused(t, s.Put(box, owner, 2, []byte("another")), "invalid_request")
	refused(t, s.Put(box, owner, 4, []byte("too early")), "invalid_request")
	refused(t, s.Put(box, owner, 3, []byte("not the owner's")), "link_taken")
	must(t, s.Put(box, phon, 3, []byte("reveal")))
	must(t, s.Put(box, owner, 4, []byte("grant")))
	refused(t, s.Put(box, phon, 4, []byte("not the entrant's")), "link_taken")
	must(t, s.Put(box, phon, 5, []byte("arrived")))
	holds(t, s, owner, 5, "arrived")
}

func TestNobodyButTheTwoReads(t *testing.T) {
	s, _ := opened(t)
	must(t, s.Put(box, phon, 1, []byte("offer")))
	_, err := s.Get(box, other, 1)
	refused(t, err, "link_taken")
	_, err = s.Get(named(7), owner, 1)
	refused(t, err, "link_expired")
	for _, party := range [][]byte{nil, {}, make([]byte, 15)} {
		_, err = s.Get(box, party, 1)
		refused(t, err, "link_taken")
	}
	must(t, s.Cancel(box, other))
	holds(t, s, owner, 1, "offer")
}

func TestASecondDeviceStopsItForAll(t *testing.T) {
	s, _ := opened(t)
	must(t, s.Put(box, phon, 1, []byte("offer")))
	refused(t, s.Put(box, other, 1, []byte("offer")), "link_taken")
	for _, party := range [][]byte{owner, phon, other} {
		_, err := s.Get(box, party, 1)
		refused(t, err, "link_taken")
	}
	refused(t, s.Put(box, owner, 2, []byte("answer")), "link_taken")
}

func TestWhoComesAfterTheGrantStopsNothing(t *testing.T) {
	s, _ := opened(t)
	for step, party := range [][]byte{phon, owner, phon, owner} {
		must(t, s.Put(box, party, uint32(step+1), []byte("x")))
	}
	refused(t, s.Put(box, other, 1, []byte("x")), "link_taken")
	must(t, s.Put(box, phon, 5, []byte("x")))
}

func TestEitherCancels(t *testing.T) {
	for _, by := range [][]byte{owner, phon} {
		s, _ := opened(t)
		must(t, s.Put(box, phon, 1, []byte("offer")))
		must(t, s.Cancel(box, by))
		_, err := s.Get(box, owner, 1)
		refused(t, err, "link_cancelled")
		refused(t, s.Put(box, owner, 2, []byte("answer")), "link_cancelled")
		must(t, s.Cancel(box, by))
	}
}

func TestAMailboxEndsByItself(t *testing.T) {
	s, c := opened(t)
	c.pass(Lifetime - time.Second)
	must(t, s.Put(box, phon, 1, []byte("offer")))
	c.pass(Lifetime - time.Second)
	holds(t, s, owner, 1, "offer")
	c.pass(time.Second)
	_, err := s.Get(box, owner, 1)
	refused(t, err, "link_expired")
	refused(t, s.Put(box, phon, 1, []byte("offer")), "link_expired")
	s.Sweep()
	if len(s.byID) != 0 || len(s.of) != 0 {
		t.Errorf("%d mailboxes are left", len(s.byID))
	}
}

func TestAnAccountHasOneAtATimeAndNotManyAnHour(t *testing.T) {
	s, c := opened(t)
	must(t, s.Open(ann, box, owner)) // after an answer that was lost
	refused(t, s.Open(AccountID{2}, box, other), "invalid_request")
	must(t, s.Open(ann, named(1), owner))
	_, err := s.Get(box, owner, 1)
	refused(t, err, "link_cancelled")
	for i := range perHour - 2 {
		must(t, s.Open(ann, named(byte(i+2)), owner))
	}
	refused(t, s.Open(ann, named(200), owner), "too_many_links")
	must(t, s.Open(AccountID{2}, named(201), owner))
	c.pass(time.Hour)
	must(t, s.Open(ann, named(200), owner))
}

func TestThereAreNotTooManyAndNoneTooLarge(t *testing.T) {
	c := &clock{start}
	s := New(c.now)
	for i := range maxMailboxes {
		id := named(0)
		id[0], id[1] = byte(i), byte(i>>8)
		must(t, s.Open(AccountID(id), id, owner))
	}
	refused(t, s.Open(AccountID{9, 9, 9}, named(9), owner), "too_many_links")
	c.pass(Lifetime)
	must(t, s.Open(AccountID{9, 9, 9}, named(9), owner))
	refused(t, s.Put(named(9), phon, 1, make([]byte, maxBody+1)), "invalid_request")
	refused(t, s.Put(named(9), phon, 1, nil), "invalid_request")
	refused(t, s.Put(named(9), phon[:3], 1, []byte("x")), "invalid_request")
	refused(t, s.Put(named(9), phon, 0, []byte("x")), "invalid_request")
	refused(t, s.Put(named(9), phon, 6, []byte("x")), "invalid_request")
	refused(t, s.Put(named(9)[:3], phon, 1, []byte("x")), "invalid_request")
	refused(t, s.Open(ann, named(8)[:3], owner), "invalid_request")
}
