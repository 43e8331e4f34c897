package stream_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"alcove/internal/fault"
	"alcove/internal/stream"
)

func TestConversationFromRequestToAnswer(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	if st.Head != 3 || st.Epoch != 1 {
		t.Fatalf("created at head %d, epoch %d", st.Head, st.Epoch)
	}
	if len(w.told.changed) != 1 || !slices.Contains(w.told.to, ben) {
		t.Fatal("the practitioner was not told of the request")
	}
	if again := w.create(t, ada, conversation(1)); again.Head != 3 {
		t.Fatal("repeating the creation answered differently")
	}
	seqs, err := w.Append(ctx, ben, st.ID, []stream.NewRecord{message(1, key(1), "answer")}, nil)
	if err != nil || !slices.Equal(seqs, []uint64{4}) {
		t.Fatal(seqs, err)
	}
	page, err := w.Read(ctx, ada, st.ID, stream.Range{After: 2})
	if err != nil || len(page.Records) != 2 || page.Head != 4 || page.Epoch != 1 {
		t.Fatal(page, err)
	}
	if r := page.Records[1]; r.Seq != 4 || r.Kind != stream.Message || r.Key != key(1) || !bytes.Equal(r.Ciphertext, []byte("answer")) {
		t.Fatalf("read %+v", r)
	}
	back, err := w.Read(ctx, ben, st.ID, stream.Range{Backwards: true, Before: 4, Limit: 2})
	if err != nil || len(back.Records) != 2 || back.Records[0].Seq != 3 || back.Records[1].Seq != 2 {
		t.Fatal(back, err)
	}
	epoch, gi, err := w.GetGroupInfo(ctx, ben, st.ID)
	if err != nil || epoch != 1 || !bytes.Equal(gi, info) {
		t.Fatal(epoch, gi, err)
	}
	if shared, err := w.ShareStream(ctx, ada, ben); err != nil || !shared {
		t.Fatal(shared, err)
	}
	if shared, err := w.ShareStream(ctx, eve, ben); err != nil || shared {
		t.Fatal(shared, err)
	}
}

func TestWhoMayCreate(t *testing.T) {
	w := newWorld(t)
	client, practitioner := stream.Member{Account: ada, Role: stream.Client}, stream.Member{Account: ben, Role: stream.Practitioner}
	second := stream.Member{Account: eve, Role: stream.Client}
	for name, c := range map[string]struct {
		caller  stream.AccountID
		members []stream.Member
		want    *fault.Error
	}{
		"not in it":              {eve, []stream.Member{client, practitioner}, stream.ErrNotAMember},
		"nobody in it":           {ada, nil, stream.ErrNotAMember},
		"two clients":            {ada, []stream.Member{client, second}, stream.ErrWrongMembers},
		"three":                  {ada, []stream.Member{client, practitioner, second}, stream.ErrWrongMembers},
		"alone":                  {ada, []stream.Member{client}, stream.ErrWrongMembers},
		"client as practitioner": {ada, []stream.Member{{Account: ada, Role: stream.Practitioner}, {Account: ben, Role: stream.Client}}, stream.ErrWrongMembers},
		"both roles at once":     {ada, []stream.Member{client, {Account: ada, Role: stream.Practitioner}}, stream.ErrWrongMembers},
		"role nought":            {ada, []stream.Member{{Account: ada, Role: 0}, {Account: ben, Role: stream.Owner}}, stream.ErrWrongMembers},
		"unknown account":        {ada, []stream.Member{client, {Account: stream.AccountID{9}, Role: stream.Practitioner}}, fault.New(0, "account_not_found", "")},
	} {
		t.Run(name, func(t *testing.T) {
			n := conversation(2)
			n.Members = c.members
			_, err := w.CreateStream(ctx, c.caller, n)
			want(t, err, c.want)
		})
	}
}

func TestWhatMayBeginAConversation(t *testing.T) {
	w := newWorld(t)
	for name, change := range map[string]func(*stream.NewStream){
		"no commit":           func(n *stream.NewStream) { n.Records, n.Epoch, n.GroupInfo = nil, 0, nil },
		"no group info":       func(n *stream.NewStream) { n.GroupInfo = nil },
		"wrong epoch":         func(n *stream.NewStream) { n.Epoch = 2 },
		"welcome before":      func(n *stream.NewStream) { n.Records = []stream.NewRecord{welcome(0, key(1)), commit(0, key(2))} },
		"one key twice":       func(n *stream.NewStream) { n.Records[1].Key = n.Records[0].Key },
		"unknown stream kind": func(n *stream.NewStream) { n.Kind = 9 },
		"unknown record kind": func(n *stream.NewStream) { n.Records[2].Kind = 9 },
		"empty record":        func(n *stream.NewStream) { n.Records[2].Ciphertext = nil },
	} {
		t.Run(name, func(t *testing.T) {
			n := conversation(3)
			change(&n)
			_, err := w.CreateStream(ctx, ada, n)
			want(t, err, stream.ErrMalformed)
		})
	}
	n := conversation(3)
	n.Records[2].Epoch = 0
	_, err := w.CreateStream(ctx, ada, n)
	want(t, err, stream.ErrEpochStale)
}

func TestAnIDIsTakenOnce(t *testing.T) {
	w := newWorld(t)
	w.create(t, ada, conversation(1))
	n := conversation(1)
	n.Records[0].Key = key(99)
	_, err := w.CreateStream(ctx, ada, n)
	want(t, err, stream.ErrExists)
	n = conversation(1)
	n.Members[0].Account = eve
	_, err = w.CreateStream(ctx, eve, n)
	want(t, err, stream.ErrExists)
}

func TestHistoryIsItsOwnersAlone(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, history(7, ada))
	w.create(t, ada, history(7, ada))
	_, err := w.CreateStream(ctx, ada, history(8, ada))
	want(t, err, stream.ErrHistoryExists)
	w.create(t, eve, history(8, eve))
	if _, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{message(0, key(1), "a"), message(0, key(2), "b")}, nil); err != nil {
		t.Fatal(err)
	}
	// Another device writes a batch that overlaps: what is there keeps its place.
	seqs, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{message(0, key(2), "b'"), message(0, key(3), "c")}, nil)
	if err != nil || !slices.Equal(seqs, []uint64{2, 3}) {
		t.Fatal(seqs, err)
	}
	_, err = w.Append(ctx, eve, st.ID, []stream.NewRecord{message(0, key(4), "x")}, nil)
	want(t, err, stream.ErrNotFound)
	_, err = w.Read(ctx, eve, st.ID, stream.Range{})
	want(t, err, stream.ErrNotFound)
	_, err = w.Append(ctx, ada, st.ID, []stream.NewRecord{message(1, key(4), "x")}, nil)
	want(t, err, stream.ErrMalformed)
	_, err = w.Append(ctx, ada, st.ID, []stream.NewRecord{commit(0, key(4))}, info)
	want(t, err, stream.ErrMalformed)
	want(t, w.CloseStream(ctx, ada, st.ID), stream.ErrMalformed)
}

func TestEpochs(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	add := func(gi []byte, rs ...stream.NewRecord) ([]uint64, error) { return w.Append(ctx, ben, st.ID, rs, gi) }

	_, err := add(nil, message(0, key(1), "late"))
	want(t, err, stream.ErrEpochStale)
	if f := fault.Of(err); f.Current != 1 {
		t.Fatalf("told epoch %d, want 1", f.Current)
	}
	_, err = add(nil, message(2, key(1), "early"))
	want(t, err, stream.ErrEpochStale)
	_, err = add(nil, commit(1, key(2)))
	want(t, err, stream.ErrMalformed) // no group info
	_, err = add(info, message(1, key(2), "x"))
	want(t, err, stream.ErrMalformed) // group info without a commit
	_, err = add(info, commit(1, key(2)), commit(2, key(3)))
	want(t, err, stream.ErrMalformed)
	_, err = add(nil, welcome(1, key(2)))
	want(t, err, stream.ErrMalformed)

	// All or nothing: the message before the stale commit is not kept.
	_, err = add(info, message(1, key(4), "x"), commit(0, key(5)))
	want(t, err, stream.ErrEpochStale)
	seqs, err := add([]byte("info 2"), message(1, key(4), "x"), commit(1, key(5)), welcome(2, key(6)), message(2, key(7), "y"))
	if err != nil || !slices.Equal(seqs, []uint64{4, 5, 6, 7}) {
		t.Fatal(seqs, err)
	}
	// The answer got lost, the epoch has moved on: asking again is answered the same.
	again, err := add([]byte("info 3"), message(1, key(4), "x"), commit(1, key(5)), welcome(2, key(6)), message(2, key(7), "y"))
	if err != nil || !slices.Equal(seqs, again) {
		t.Fatal(again, err)
	}
	if _, gi, err := w.GetGroupInfo(ctx, ada, st.ID); err != nil || string(gi) != "info 2" {
		t.Fatalf("group info %q, %v", gi, err)
	}
	if !slices.Equal(w.told.seqs, []uint64{4, 5, 6, 7}) {
		t.Fatalf("members heard of %v", w.told.seqs)
	}
}

func TestAnHourHoldsSoMuchOfOneAccount(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	// Repeated, so that nothing new is stored: what is counted is what was asked for.
	big := []stream.NewRecord{message(1, key(1), string(make([]byte, stream.MaxCiphertext)))}
	appends := 0
	for ; appends < stream.MaxHourly; appends++ {
		if _, err := w.Append(ctx, ada, st.ID, big, nil); err != nil {
			want(t, err, stream.ErrTooMuch)
			break
		}
	}
	if stored := appends * stream.MaxCiphertext; stored < 150<<20 || stored > 200<<20 {
		t.Errorf("%d MiB of large records fit into an hour", stored>>20)
	}
	if _, err := w.Append(ctx, ben, st.ID, []stream.NewRecord{message(1, key(2), "answer")}, nil); err != nil {
		t.Error("the other account is held up: ", err)
	}
	_, err := w.CreateStream(ctx, ada, conversation(2))
	want(t, err, stream.ErrTooMuch)
	*w.later = time.Hour
	if _, err := w.Append(ctx, ada, st.ID, big, nil); err != nil {
		t.Error("an hour later: ", err)
	}
}

func TestSizesAndCounts(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	big := string(make([]byte, stream.MaxCiphertext))
	if _, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{message(1, key(1), big)}, nil); err != nil {
		t.Fatal(err)
	}
	_, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{message(1, key(2), big+"x")}, nil)
	want(t, err, stream.ErrRecordTooLarge)
	var many []stream.NewRecord
	for i := range byte(17) {
		many = append(many, message(1, key(10+i), big))
	}
	_, err = w.Append(ctx, ada, st.ID, many, nil)
	want(t, err, stream.ErrRecordTooLarge)
	_, err = w.Append(ctx, ada, st.ID, make([]stream.NewRecord, stream.MaxRecords+1), nil)
	want(t, err, stream.ErrTooManyRecords)
	_, err = w.Append(ctx, ada, st.ID, nil, nil)
	want(t, err, stream.ErrMalformed)
	want(t, w.Signal(ctx, ada, st.ID, make([]byte, stream.MaxSignal+1)), stream.ErrSignalTooLarge)

	// A page holds 1 MiB: four of these and no fifth.
	if _, err := w.Append(ctx, ada, st.ID, many[:8], nil); err != nil {
		t.Fatal(err)
	}
	page, err := w.Read(ctx, ada, st.ID, stream.Range{After: 4})
	if err != nil || len(page.Records) != 4 || page.Records[0].Seq != 5 {
		t.Fatal(len(page.Records), err)
	}
	page, err = w.Read(ctx, ada, st.ID, stream.Range{After: 1 << 63})
	if err != nil || len(page.Records) != 0 {
		t.Fatal(len(page.Records), err)
	}
	page, err = w.Read(ctx, ada, st.ID, stream.Range{Backwards: true, Before: 1 << 63, Limit: 1})
	if err != nil || len(page.Records) != 1 || page.Records[0].Seq != page.Head {
		t.Fatal(page.Records, err)
	}
}

func TestClosedIsReadNotWritten(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	seqs, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{message(1, key(1), "last")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want(t, w.CloseStream(ctx, eve, st.ID), stream.ErrNotFound)
	for range 2 {
		if err := w.CloseStream(ctx, ben, st.ID); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(w.told.changed); n != 2 || !w.told.changed[1].Closed {
		t.Fatalf("told %d changes", n)
	}
	_, err = w.Append(ctx, ada, st.ID, []stream.NewRecord{message(1, key(2), "later")}, nil)
	want(t, err, stream.ErrClosed)
	again, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{message(1, key(1), "last")}, nil)
	if err != nil || !slices.Equal(seqs, again) {
		t.Fatal(again, err)
	}
	want(t, w.Signal(ctx, ada, st.ID, []byte("typing")), stream.ErrClosed)
	if page, err := w.Read(ctx, ada, st.ID, stream.Range{}); err != nil || len(page.Records) != 4 {
		t.Fatal(page, err)
	}
}

func TestForgetAccount(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	own := w.create(t, ada, history(2, ada))
	if _, err := w.Append(ctx, ada, own.ID, []stream.NewRecord{message(0, key(1), "a")}, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := w.ForgetAccount(ctx, ada); err != nil {
			t.Fatal(err)
		}
	}
	if left, err := w.ListStreams(ctx, ada); err != nil || len(left) != 0 {
		t.Fatal(left, err)
	}
	_, err := w.Read(ctx, ada, st.ID, stream.Range{})
	want(t, err, stream.ErrNotFound)
	left, err := w.ListStreams(ctx, ben)
	if err != nil || len(left) != 1 || !left[0].Closed || len(left[0].Members) != 1 {
		t.Fatal(left, err)
	}
	if !slices.Equal(w.told.to, []stream.AccountID{ben}) {
		t.Fatal("the other side was not told")
	}
	if page, err := w.Read(ctx, ben, st.ID, stream.Range{}); err != nil || len(page.Records) != 3 {
		t.Fatal(page, err)
	}
	if err := w.ForgetAccount(ctx, ben); err != nil {
		t.Fatal(err)
	}
	for _, table := range []string{"stream", "member", "group_info", "record", "record_key"} {
		var n int
		if err := w.db.Reader().QueryRow("SELECT count(*) FROM " + table).Scan(&n); err != nil || n != 0 {
			t.Errorf("%d rows left in %s, %v", n, table, err)
		}
	}
}

func TestSignalReachesTheOthersOnly(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	if err := w.Signal(ctx, ada, st.ID, []byte("typing")); err != nil {
		t.Fatal(err)
	}
	if w.told.signals != 1 || !slices.Equal(w.told.to, []stream.AccountID{ben}) {
		t.Fatal(w.told.signals, w.told.to)
	}
	want(t, w.Signal(ctx, eve, st.ID, []byte("typing")), stream.ErrNotFound)
}

func TestTheOthersAreToldOfNewsOutsideTheApp(t *testing.T) {
	w := newWorld(t)
	start := conversation(1)
	start.Records[2].News = true
	st := w.create(t, ada, start)
	w.create(t, ada, start) // repeated, it is nothing new
	expect := func(want ...stream.AccountID) {
		t.Helper()
		w.told.mu.Lock()
		defer w.told.mu.Unlock()
		if !slices.Equal(w.told.news, want) {
			t.Fatalf("news for %v, want %v", w.told.news, want)
		}
		w.told.news = nil
	}
	expect(ben)
	words := message(1, key(1), "words")
	words.News = true
	for _, records := range [][]stream.NewRecord{{words}, {words}, {message(1, key(2), "receipt")}} {
		if _, err := w.Append(ctx, ben, st.ID, records, nil); err != nil {
			t.Fatal(err)
		}
	}
	expect(ada)
}
