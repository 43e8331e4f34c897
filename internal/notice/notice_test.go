package notice_test

import (
	"bytes"
	"context"
	"slices"
	"testing"
	"time"

	"alcove/internal/notice"
)

var ada, ben = notice.Account{1}, notice.Account{2}

// bell is a way of telling that remembers whom it told.
type bell struct {
	every time.Duration
	rang  []notice.Account
}

func (b *bell) Tell(_ context.Context, a notice.Account) { b.rang = append(b.rang, a) }
func (b *bell) Every() time.Duration                     { return b.every }

// room is a service whose clock the test moves.
type room struct {
	*notice.Service
	now  time.Time
	here []notice.Account
}

func newRoom(ways ...notice.Way) *room {
	r := &room{now: time.Unix(1_800_000_000, 0)}
	r.Service = notice.New(
		func(_ context.Context, asked []notice.Account) []notice.Account {
			return slices.DeleteFunc(slices.Clone(asked), func(a notice.Account) bool { return !slices.Contains(r.here, a) })
		},
		func() time.Time { return r.now },
		bytes.NewReader(make([]byte, 1<<10)), ways...,
	)
	return r
}

func (r *room) pass(d time.Duration) {
	for end := r.now.Add(d); r.now.Before(end); {
		r.now = r.now.Add(time.Second)
		r.Look(context.Background())
	}
}

func expect(t *testing.T, b *bell, want ...notice.Account) {
	t.Helper()
	if !slices.Equal(b.rang, want) {
		t.Fatalf("told %v, want %v", b.rang, want)
	}
}

func TestWhoIsAwayIsToldOnceAndNotAtOnce(t *testing.T) {
	b := &bell{every: 5 * time.Minute}
	r := newRoom(b)
	r.Wrote(ada, []notice.Account{ben})
	r.pass(notice.After - time.Second)
	expect(t, b)
	r.Wrote(ada, []notice.Account{ben})
	r.pass(notice.After + notice.Spread)
	expect(t, b, ben)
	r.pass(time.Hour)
	expect(t, b, ben)
}

func TestWhatComesSoonAfterwardsIsToldLater(t *testing.T) {
	often, seldom := &bell{every: 5 * time.Minute}, &bell{every: time.Hour}
	r := newRoom(often, seldom)
	r.Wrote(ada, []notice.Account{ben})
	r.pass(time.Minute)
	r.Wrote(ada, []notice.Account{ben})
	r.pass(3 * time.Minute)
	expect(t, often, ben)
	r.pass(2 * time.Minute)
	expect(t, often, ben, ben)
	expect(t, seldom, ben)
	r.pass(time.Hour)
	expect(t, seldom, ben, ben)
}

func TestWhoIsThereIsNotTold(t *testing.T) {
	b := &bell{every: time.Minute}
	r := newRoom(b)
	r.here = []notice.Account{ben}
	r.Wrote(ada, []notice.Account{ben})
	r.pass(time.Hour)
	expect(t, b)
}

func TestWhoTookItAndLeftIsNotTold(t *testing.T) {
	b := &bell{every: time.Minute}
	r := newRoom(b)
	r.here = []notice.Account{ben}
	r.Wrote(ada, []notice.Account{ben})
	r.Wrote(ben, nil) // the receipt
	r.here = nil
	r.pass(time.Hour)
	expect(t, b)
}

// A telephone that fell asleep keeps its connection for a while and answers nothing.
func TestWhoOnlySeemedToBeThereIsToldOnceTheConnectionIsGone(t *testing.T) {
	b := &bell{every: time.Minute}
	r := newRoom(b)
	r.here = []notice.Account{ben}
	r.Wrote(ada, []notice.Account{ben})
	r.pass(90 * time.Second)
	expect(t, b)
	r.here = nil
	r.pass(time.Minute)
	expect(t, b, ben)
}

func TestManyAreToldAndTheWriterIsNot(t *testing.T) {
	b := &bell{every: time.Minute}
	r := newRoom(b)
	for i := range 200 {
		r.Wrote(ada, []notice.Account{{byte(i), 1}})
	}
	r.Wrote(ben, []notice.Account{ada})
	r.Wrote(ada, nil)
	r.pass(notice.After + notice.Spread)
	if len(b.rang) != 200 || slices.Contains(b.rang, ada) {
		t.Fatalf("told %d", len(b.rang))
	}
}

// farOff is another node as one service sees it.
type farOff struct{ *room }

func (f farOff) AtWork(a notice.Account)          { f.HeardOf(a) }
func (f farOff) Told(a notice.Account, way uint8) { f.room.Told(a, way) }

func TestWhoIsAtWorkAtAnotherNodeIsNotTold(t *testing.T) {
	b := &bell{every: time.Minute}
	here, there := newRoom(b), newRoom(&bell{every: time.Minute})
	there.Join(farOff{here})
	here.Wrote(ada, []notice.Account{ben})
	there.Wrote(ben, nil) // the receipt
	here.pass(time.Hour)
	expect(t, b)
}

func TestTwoNodesKeepTheTimeBetweenNoticesTogether(t *testing.T) {
	one, two := &bell{every: 5 * time.Minute}, &bell{every: 5 * time.Minute}
	here, there := newRoom(one), newRoom(two)
	here.Join(farOff{there})
	here.Wrote(ada, []notice.Account{ben})
	there.Wrote(ada, []notice.Account{ben})
	here.pass(notice.After + notice.Spread)
	there.pass(4 * time.Minute)
	expect(t, one, ben)
	expect(t, two)
	there.pass(2 * time.Minute)
	expect(t, two, ben)
}
