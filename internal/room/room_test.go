package room_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/room"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

var (
	ctx   = context.Background()
	lea   = stream.AccountID{'l', 'e', 'a'} // leads
	sam   = stream.AccountID{'s', 'a', 'm'} // leads nothing
	ada   = stream.AccountID{'a', 'd', 'a'}
	eve   = stream.AccountID{'e', 'v', 'e'}
	roles = map[stream.AccountID]stream.Role{lea: stream.Practitioner, sam: stream.Practitioner, ada: stream.Client, eve: stream.Client}
	id    = stream.ID{'r', 'o', 'o', 'm'}
	info  = []byte("group info")
)

// told is what was told to whom.
type told struct {
	mu      sync.Mutex
	changed map[stream.AccountID]stream.Stream
	records map[stream.AccountID]int
	news    map[stream.AccountID]int
}

func (n *told) RecordsAdded(_ context.Context, to []stream.AccountID, _ stream.ID, records []stream.Record) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, a := range to {
		n.records[a] += len(records)
	}
}
func (n *told) Signalled([]stream.AccountID, stream.ID, []byte) {}
func (n *told) StreamChanged(to []stream.AccountID, s stream.Stream) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, a := range to {
		n.changed[a] = s
	}
}
func (n *told) Wrote(_ stream.AccountID, news []stream.AccountID) {
	n.mu.Lock()
	defer n.mu.Unlock()
	for _, a := range news {
		n.news[a]++
	}
}

type world struct {
	t       *testing.T
	rooms   *room.Service
	streams *stream.Service
	told    *told
	later   time.Duration
	keys    uint16
	start   func() // the streams again, with what the key file holds
	key     string // its path
	db      *store.DB
}

// newWorld has a room that lea leads and that takes people in.
func newWorld(t *testing.T) *world {
	t.Helper()
	folder := t.TempDir()
	db := storetest.Open(t, filepath.Join(folder, "alcove.db"))
	t.Cleanup(func() { must(t, db.Close()) })
	w := &world{t: t, db: db, key: filepath.Join(folder, "attest.key"), told: &told{changed: map[stream.AccountID]stream.Stream{}, records: map[stream.AccountID]int{}, news: map[stream.AccountID]int{}}}
	now := func() time.Time { return time.Now().Add(w.later) }
	w.start = func() {
		key, err := attest.LoadKey(w.key, rand.Reader)
		must(t, err)
		w.streams = stream.New(db.Streams(), func(_ context.Context, a stream.AccountID) (stream.Role, error) { return roles[a], nil }, w.told, now, key)
	}
	w.start()
	w.rooms = room.New(db.Rooms(), w.streams, now, rand.Reader)
	_, err := w.streams.CreateStream(ctx, lea, stream.NewStream{
		ID: id, Kind: stream.Room, GroupInfo: info, Members: []stream.Member{{Account: lea, Role: stream.Moderator}},
	})
	must(t, err)
	must(t, w.rooms.Put(ctx, lea, room.Room{ID: id, Face: []byte("evenings"), Listed: true, Asking: true}))
	return w
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func refused(t *testing.T, err, want error) {
	t.Helper()
	if !errors.Is(err, want) {
		t.Fatalf("got %v, want %v", err, want)
	}
}

func (w *world) record(kind stream.RecordKind, epoch uint64) stream.NewRecord {
	w.keys++
	r := stream.NewRecord{Kind: kind, Epoch: epoch, Key: stream.Key{14: byte(w.keys >> 8), 15: byte(w.keys)}, Ciphertext: []byte{byte(w.keys)}}
	if kind == stream.Message {
		r.Commitment = bytes.Repeat([]byte{byte(w.keys)}, 32)
	}
	return r
}

func (w *world) epoch() uint64 {
	w.t.Helper()
	page, err := w.streams.Read(ctx, lea, id, stream.Range{})
	must(w.t, err)
	return page.Epoch
}

// ask leaves something at the door and gives the handle.
func (w *world) ask(who stream.AccountID, sealed string) stream.Handle {
	w.t.Helper()
	must(w.t, w.rooms.Ask(ctx, who, id, []byte(sealed)))
	asking, _, err := w.rooms.Door(ctx, lea, id)
	must(w.t, err)
	for _, a := range asking {
		if string(a.Sealed) == sealed {
			return a.Handle
		}
	}
	w.t.Fatal("nobody is at the door")
	return stream.Handle{}
}

// commit is a moderator's, with a welcome behind it when it lets somebody in.
func (w *world) commit(change stream.Change) ([]uint64, error) {
	w.t.Helper()
	epoch := w.epoch()
	records := []stream.NewRecord{w.record(stream.Commit, epoch)}
	if len(change.Admit) > 0 {
		records = append(records, w.record(stream.Welcome, epoch+1))
	}
	return w.streams.AppendChange(ctx, lea, id, records, info, change)
}

func (w *world) letIn(who stream.AccountID) stream.Handle {
	w.t.Helper()
	h := w.ask(who, string(who[:]))
	_, err := w.commit(stream.Change{Admit: []stream.Handle{h}})
	must(w.t, err)
	return h
}

func (w *world) standing(who stream.AccountID) room.Standing {
	w.t.Helper()
	_, standing, err := w.rooms.Get(ctx, who, id)
	must(w.t, err)
	return standing
}

func TestEntry(t *testing.T) {
	w := newWorld(t)
	_, err := w.streams.Append(ctx, lea, id, []stream.NewRecord{w.record(stream.Message, 0)}, nil)
	must(t, err)
	h := w.ask(ada, "ada's card")
	if w.told.news[lea] != 1 || w.standing(ada) != room.Asks {
		t.Fatal("the moderator was not told, or nobody asks")
	}
	if again := w.ask(ada, "ada's other card"); again == h {
		t.Fatal("asked anew by the same handle")
	}
	asking, _, err := w.rooms.Door(ctx, lea, id)
	must(t, err)
	if len(asking) != 1 {
		t.Fatalf("%d at the door", len(asking))
	}
	// Who does not lead the room looks at no door and changes nothing.
	for _, stranger := range []stream.AccountID{sam, ada} {
		_, _, err := w.rooms.Door(ctx, stranger, id)
		refused(t, err, stream.ErrNotFound)
		refused(t, w.rooms.Put(ctx, stranger, room.Room{ID: id, Face: []byte("x")}), stream.ErrNotFound)
		refused(t, w.rooms.Ban(ctx, stranger, id, asking[0].Handle), stream.ErrNotFound)
		_, err = w.streams.Read(ctx, stranger, id, stream.Range{})
		refused(t, err, stream.ErrNotFound)
	}

	_, err = w.commit(stream.Change{Admit: []stream.Handle{h}})
	refused(t, err, stream.ErrNotAsking)
	seqs, err := w.commit(stream.Change{Admit: []stream.Handle{asking[0].Handle}})
	must(t, err)
	if w.standing(ada) != room.Inside {
		t.Fatal("not inside")
	}
	st := w.told.changed[ada]
	if len(st.Members) != 1 || st.Members[0].Account != ada || st.First != seqs[0] {
		t.Fatalf("ada was told %+v", st)
	}
	page, err := w.streams.Read(ctx, ada, id, stream.Range{})
	must(t, err)
	back, err := w.streams.Read(ctx, ada, id, stream.Range{Backwards: true})
	must(t, err)
	if len(page.Records) != 2 || page.Records[0].Seq != seqs[0] || len(back.Records) != 2 {
		t.Fatalf("what came before is not hers: %+v", page.Records)
	}
}

func TestMembersDoNotLearnOfEachOther(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	h := w.letIn(eve)
	own, err := w.streams.ListStreams(ctx, eve)
	must(t, err)
	if len(own) != 1 || len(own[0].Members) != 1 || own[0].Members[0].Account != eve {
		t.Fatalf("eve sees %+v", own)
	}
	led, err := w.streams.ListStreams(ctx, lea)
	must(t, err)
	for _, m := range led[0].Members {
		if m.Role == stream.RoomMember && (m.Account != stream.AccountID{} || m.Handle == stream.Handle{}) {
			t.Fatalf("the moderator sees %+v", m)
		}
	}
	if shared, err := w.streams.ShareStream(ctx, ada, eve); err != nil || shared {
		t.Fatal("that they are in one room is told", err)
	}
	// Ada hears that a commit was made, and not who came or went.
	delete(w.told.changed, ada)
	_, err = w.commit(stream.Change{Remove: []stream.Handle{h}})
	must(t, err)
	if _, heard := w.told.changed[ada]; heard {
		t.Fatal("ada was told of the door")
	}
	_, _, err = w.streams.GetGroupInfo(ctx, ada, id)
	refused(t, err, stream.ErrNotFound)
}

func TestOnlyModeratorsCommit(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	for _, records := range [][]stream.NewRecord{
		{w.record(stream.Commit, 1)},
		{w.record(stream.Message, 1), w.record(stream.Commit, 1)},
	} {
		_, err := w.streams.Append(ctx, ada, id, records, info)
		refused(t, err, stream.ErrModeratorsOnly)
	}
	_, err := w.streams.AppendChange(ctx, ada, id, []stream.NewRecord{w.record(stream.Message, 1)}, nil, stream.Change{Remove: []stream.Handle{h}})
	refused(t, err, stream.ErrMalformed)
	// A change of members is made by a commit alone.
	_, err = w.streams.AppendChange(ctx, lea, id, []stream.NewRecord{w.record(stream.Message, 1)}, nil, stream.Change{Remove: []stream.Handle{h}})
	refused(t, err, stream.ErrMalformed)
	refused(t, w.streams.CloseStream(ctx, ada, id), stream.ErrModeratorsOnly)
	refused(t, w.streams.Forget(ctx, ada, id, stream.Forgetting{Seqs: []uint64{1}}), stream.ErrModeratorsOnly)
	_, err = w.streams.Append(ctx, ada, id, []stream.NewRecord{w.record(stream.Message, 1)}, nil)
	must(t, err)
}

func TestRemovalTakesEffectAtOnce(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	w.letIn(eve)
	commit := []stream.NewRecord{w.record(stream.Commit, 2)}
	change := stream.Change{Remove: []stream.Handle{h}}
	first, err := w.streams.AppendChange(ctx, lea, id, commit, info, change)
	must(t, err)
	// A moderator who did not hear the answer asks again.
	again, err := w.streams.AppendChange(ctx, lea, id, commit, info, change)
	must(t, err)
	if first[0] != again[0] || w.told.records[ada] >= w.told.records[lea] {
		t.Fatal("made twice, or told to her")
	}
	_, err = w.streams.Read(ctx, ada, id, stream.Range{})
	refused(t, err, stream.ErrNotFound)
	_, err = w.streams.Append(ctx, ada, id, []stream.NewRecord{w.record(stream.Message, 3)}, nil)
	refused(t, err, stream.ErrNotFound)
	refused(t, w.streams.Signal(ctx, ada, id, []byte("typing")), stream.ErrNotFound)
	if st := w.told.changed[ada]; st.ID != id || len(st.Members) != 0 {
		t.Fatalf("ada was told %+v", st)
	}
	// A commit that lost a race changes nobody.
	other := w.ask(ada, "once more")
	_, err = w.streams.AppendChange(ctx, lea, id, []stream.NewRecord{w.record(stream.Commit, 1)}, info, stream.Change{Admit: []stream.Handle{other}})
	refused(t, err, stream.ErrEpochStale)
	if w.standing(ada) != room.Asks {
		t.Fatal("she came in by a commit that was not taken")
	}
}

func TestABanOutlivesTheName(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	must(t, w.rooms.Ban(ctx, lea, id, h))
	_, err := w.commit(stream.Change{Remove: []stream.Handle{h}})
	must(t, err)
	refused(t, w.rooms.Ask(ctx, ada, id, []byte("under another name")), room.ErrNotLetIn)
	if w.standing(ada) != room.Declined {
		t.Fatal("she is told something else")
	}
	_, banned, err := w.rooms.Door(ctx, lea, id)
	must(t, err)
	if len(banned) != 1 || banned[0] != h {
		t.Fatalf("banned are %v", banned)
	}
	must(t, w.rooms.LiftBan(ctx, lea, id, h))
	w.letIn(ada)

	atDoor := w.ask(eve, "eve's card")
	must(t, w.rooms.Decline(ctx, lea, id, atDoor))
	refused(t, w.rooms.Decline(ctx, lea, id, atDoor), stream.ErrNotAsking)
	if w.standing(eve) != room.Declined {
		t.Fatal("eve does not learn the answer")
	}
	atDoor = w.ask(eve, "eve's card")
	must(t, w.rooms.Ban(ctx, lea, id, atDoor))
	refused(t, w.rooms.Ask(ctx, eve, id, []byte("eve")), room.ErrNotLetIn)
}

func TestTheDoor(t *testing.T) {
	w := newWorld(t)
	refused(t, w.rooms.Ask(ctx, ada, id, nil), room.ErrTooLarge)
	refused(t, w.rooms.Ask(ctx, ada, id, bytes.Repeat([]byte{1}, room.MaxSealed+1)), room.ErrTooLarge)
	refused(t, w.rooms.Ask(ctx, ada, stream.ID{1}, []byte("x")), room.ErrNotFound)
	w.ask(ada, "ada")
	must(t, w.rooms.Withdraw(ctx, ada, id))
	if w.standing(ada) != room.Outside {
		t.Fatal("still there")
	}
	w.ask(eve, "eve")
	w.later = (room.AskedDays + 1) * 24 * time.Hour
	must(t, w.rooms.Sweep(ctx))
	if w.standing(eve) != room.Outside {
		t.Fatal("there for ever")
	}
	must(t, w.rooms.Put(ctx, lea, room.Room{ID: id, Face: []byte("ciphertext")}))
	refused(t, w.rooms.Ask(ctx, ada, id, []byte("ada")), room.ErrNotAsked)
	if listed, err := w.rooms.Listed(ctx); err != nil || len(listed) != 0 {
		t.Fatal("an unlisted room is shown", err)
	}
}

func TestLeaving(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	must(t, w.streams.LeaveStream(ctx, ada, id))
	_, err := w.streams.Read(ctx, ada, id, stream.Range{})
	refused(t, err, stream.ErrNotFound)
	for _, m := range w.told.changed[lea].Members {
		if m.Handle == h {
			t.Fatal("the moderator is not told that she left")
		}
	}
	refused(t, w.streams.LeaveStream(ctx, lea, id), stream.ErrLastModerator)
	w.letIn(eve)
	must(t, w.streams.CloseStream(ctx, lea, id))
	_, err = w.streams.Append(ctx, eve, id, []stream.NewRecord{w.record(stream.Message, 2)}, nil)
	refused(t, err, stream.ErrClosed)
	refused(t, w.streams.OpenStream(ctx, eve, id), stream.ErrModeratorsOnly)
	must(t, w.streams.OpenStream(ctx, lea, id))
	_, err = w.streams.Append(ctx, eve, id, []stream.NewRecord{w.record(stream.Message, 2)}, nil)
	must(t, err)
	// A room goes on without a member whose account was deleted, and not without anybody to lead it.
	must(t, w.streams.ForgetAccount(ctx, eve))
	if w.told.changed[lea].Closed {
		t.Fatal("closed by a member's deletion")
	}
	w.letIn(ada)
	must(t, w.streams.ForgetAccount(ctx, lea))
	if st := w.told.changed[ada]; !st.Closed || len(st.Members) != 1 {
		t.Fatalf("ada was told %+v", st)
	}
}

func TestTakingDown(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	seqs, err := w.streams.Append(ctx, ada, id, []stream.NewRecord{w.record(stream.Message, 1), w.record(stream.Message, 1)}, nil)
	must(t, err)
	refused(t, w.streams.Forget(ctx, lea, id, stream.Forgetting{Marks: []stream.Mark{{UpTo: 9}}}), stream.ErrMalformed)
	must(t, w.streams.Forget(ctx, lea, id, stream.Forgetting{Seqs: []uint64{1, seqs[0]}}))
	page, err := w.streams.Read(ctx, ada, id, stream.Range{After: seqs[0] - 1})
	must(t, err)
	if len(page.Records[0].Ciphertext) != 0 || len(page.Records[0].Forgotten) != 32 || len(page.Records[1].Ciphertext) == 0 {
		t.Fatalf("%+v", page.Records)
	}
	page, err = w.streams.Read(ctx, lea, id, stream.Range{Limit: 1})
	must(t, err)
	if len(page.Records[0].Ciphertext) == 0 {
		t.Fatal("a commit is gone, by which later devices follow")
	}
}

func TestWhoMayMakeARoom(t *testing.T) {
	w := newWorld(t)
	make := func(by stream.AccountID, change func(*stream.NewStream)) error {
		n := stream.NewStream{ID: stream.ID{7}, Kind: stream.Room, GroupInfo: info, Members: []stream.Member{{Account: by, Role: stream.Moderator}}}
		change(&n)
		_, err := w.streams.CreateStream(ctx, by, n)
		return err
	}
	same := func(*stream.NewStream) {}
	refused(t, make(ada, same), stream.ErrWrongMembers)
	refused(t, make(sam, func(n *stream.NewStream) { n.GroupInfo = nil }), stream.ErrMalformed)
	refused(t, make(sam, func(n *stream.NewStream) { n.Records = []stream.NewRecord{w.record(stream.Message, 0)} }), stream.ErrMalformed)
	refused(t, make(sam, func(n *stream.NewStream) { n.Members[0].Role = stream.RoomMember }), stream.ErrWrongMembers)
	refused(t, make(sam, func(n *stream.NewStream) {
		n.Members = append(n.Members, stream.Member{Account: ada, Role: stream.RoomMember})
	}), stream.ErrWrongMembers)
	must(t, make(sam, same))
	must(t, make(sam, same))
	refused(t, w.rooms.Put(ctx, lea, room.Room{ID: stream.ID{7}, Face: []byte("x")}), stream.ErrNotFound)
}

func TestIntakeCards(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	w.letIn(eve)
	card := func(of stream.Handle) string {
		t.Helper()
		cards, err := w.rooms.Cards(ctx, lea, id)
		must(t, err)
		for _, c := range cards {
			if c.Handle == of {
				return string(c.Sealed)
			}
		}
		return ""
	}
	if card(h) != string(ada[:]) {
		t.Fatal("what she left at the door is not her card")
	}
	must(t, w.rooms.PutCard(ctx, ada, id, []byte("changed")))
	if st, told := w.told.changed[lea]; !told || st.ID != id {
		t.Fatal("the moderator is not told")
	}
	// A further device comes in beside the first; the card stays what she made of it.
	again := w.ask(ada, "once more")
	_, err := w.commit(stream.Change{Admit: []stream.Handle{again}})
	must(t, err)
	if got := card(h); got != "changed" {
		t.Fatalf("her card is %q", got)
	}
	_, err = w.rooms.Cards(ctx, eve, id)
	refused(t, err, stream.ErrModeratorsOnly)
	_, err = w.rooms.Cards(ctx, sam, id)
	refused(t, err, stream.ErrNotFound)
	refused(t, w.rooms.PutCard(ctx, sam, id, []byte("x")), stream.ErrNotFound)
	refused(t, w.rooms.PutCard(ctx, lea, id, []byte("x")), stream.ErrNotFound)
	refused(t, w.rooms.PutCard(ctx, ada, id, bytes.Repeat([]byte{1}, room.MaxSealed+1)), room.ErrTooLarge)
	must(t, w.streams.LeaveStream(ctx, ada, id))
	if card(h) != "" {
		t.Fatal("her card stays behind")
	}
}

func TestFurtherModerators(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	for _, who := range []stream.AccountID{ada, eve, lea} {
		_, err := w.commit(stream.Change{Appoint: []stream.AccountID{who}})
		refused(t, err, stream.ErrWrongMembers)
	}
	_, err := w.streams.AppendChange(ctx, ada, id, []stream.NewRecord{w.record(stream.Message, 1)}, nil, stream.Change{Appoint: []stream.AccountID{sam}})
	refused(t, err, stream.ErrMalformed)
	w.ask(sam, "may I lead it, too?")
	seqs, err := w.commit(stream.Change{Appoint: []stream.AccountID{sam}})
	must(t, err)
	if asking, _, err := w.rooms.Door(ctx, sam, id); err != nil || len(asking) != 0 {
		t.Fatal("still at the door", err)
	}
	if st := w.told.changed[sam]; st.First != seqs[0] || len(st.Members) != 3 {
		t.Fatalf("sam was told %+v", st)
	}
	_, err = w.rooms.Cards(ctx, sam, id)
	must(t, err)
	// Whoever made the room may go now, and it is led all the same.
	must(t, w.streams.LeaveStream(ctx, lea, id))
	must(t, w.streams.CloseStream(ctx, sam, id))
	refused(t, w.streams.LeaveStream(ctx, sam, id), stream.ErrLastModerator)
}

func TestThePracticeAppointsAModerator(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	for _, who := range []stream.AccountID{ada, eve, lea} {
		refused(t, w.streams.Appoint(ctx, id, who), stream.ErrWrongMembers)
	}
	refused(t, w.streams.Appoint(ctx, stream.ID{1}, sam), stream.ErrNotFound)
	must(t, w.streams.CloseStream(ctx, lea, id))
	page, err := w.streams.Read(ctx, lea, id, stream.Range{})
	must(t, err)
	must(t, w.streams.Appoint(ctx, id, sam))
	if st := w.told.changed[sam]; st.First != page.Head+1 || len(st.Members) != 3 {
		t.Fatalf("sam was told %+v", st)
	}
	if st := w.told.changed[lea]; len(st.Members) != 3 {
		t.Fatal("who led it so far is not told")
	}
	// Nothing of what was there before is given to them, and they can lead from now on.
	read, err := w.streams.Read(ctx, sam, id, stream.Range{})
	must(t, err)
	if len(read.Records) != 0 {
		t.Fatalf("sam reads %d records from before", len(read.Records))
	}
	must(t, w.streams.OpenStream(ctx, sam, id))
	_, err = w.streams.Append(ctx, sam, id, []stream.NewRecord{w.record(stream.Commit, page.Epoch)}, info)
	must(t, err)
	_, err = w.rooms.Cards(ctx, sam, id)
	must(t, err)
	must(t, w.streams.LeaveStream(ctx, lea, id))
}

func TestAClosedRoomIsWrittenByItsModerators(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	must(t, w.streams.CloseStream(ctx, lea, id))
	_, err := w.streams.Append(ctx, ada, id, []stream.NewRecord{w.record(stream.Message, 1)}, nil)
	refused(t, err, stream.ErrClosed)
	_, err = w.streams.Append(ctx, lea, id, []stream.NewRecord{w.record(stream.Message, 1)}, nil)
	must(t, err)
	_, err = w.commit(stream.Change{})
	refused(t, err, stream.ErrClosed)
}

func TestAMemberWhoFloodsIsHeldToAPace(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	w.letIn(eve)
	say := func(who stream.AccountID) error {
		_, err := w.streams.Append(ctx, who, id, []stream.NewRecord{w.record(stream.Message, 2)}, nil)
		return err
	}
	for range stream.MaxRoomMinute {
		must(t, say(ada))
	}
	refused(t, say(ada), stream.ErrFlooding)
	must(t, say(eve))
	must(t, say(lea))
	w.later += time.Minute
	must(t, say(ada))
}
