package stream_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

func hourIn(d time.Duration) uint64 { return uint64(time.Now().Add(d).Unix()/3600) + 1 }

func until(hour uint64, r stream.NewRecord) stream.NewRecord {
	r.ForgetHour = hour
	return r
}

// log is all records of a stream.
func (w world) log(t *testing.T, who stream.AccountID, id stream.ID) []stream.Record {
	t.Helper()
	page, err := w.Read(ctx, who, id, stream.Range{})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range page.Records {
		if r.Seq != uint64(i+1) {
			t.Fatalf("record %d stands at place %d", r.Seq, i+1)
		}
	}
	return page.Records
}

// gone fails unless exactly these records have lost their ciphertext, and say truly what it was.
func gone(t *testing.T, log []stream.Record, was map[uint64]string) {
	t.Helper()
	for _, r := range log {
		text, forgotten := was[r.Seq]
		hash := sha256.Sum256([]byte(text))
		switch {
		case forgotten && (len(r.Ciphertext) > 0 || !bytes.Equal(r.Forgotten, hash[:])):
			t.Errorf("record %d: %q, %x", r.Seq, r.Ciphertext, r.Forgotten)
		case !forgotten && (len(r.Ciphertext) == 0 || r.Forgotten != nil):
			t.Errorf("record %d is gone", r.Seq)
		}
	}
}

// What was to be kept until an hour is destroyed then though nobody asks, and the
// log stays whole: numbers, order, idempotency.
func TestDestroysWhatIsDue(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	short, long := hourIn(time.Hour), hourIn(48*time.Hour)
	if _, err := w.Append(ctx, ben, st.ID, []stream.NewRecord{
		until(short, message(1, key(1), "short")), message(1, key(2), "kept"), until(long, message(1, key(3), "long")),
	}, nil); err != nil {
		t.Fatal(err)
	}
	sweep := func() {
		t.Helper()
		if err := w.Sweep(ctx); err != nil {
			t.Fatal(err)
		}
	}
	sweep()
	gone(t, w.log(t, ada, st.ID), nil)
	*w.later = 3 * time.Hour
	sweep()
	gone(t, w.log(t, ada, st.ID), map[uint64]string{4: "short"})
	seqs, err := w.Append(ctx, ben, st.ID, []stream.NewRecord{message(1, key(1), "short")}, nil)
	if err != nil || seqs[0] != 4 {
		t.Fatal("asked again", seqs, err)
	}
	*w.later = 60 * time.Hour
	sweep()
	gone(t, w.log(t, ben, st.ID), map[uint64]string{4: "short", 6: "long"})
	if w.Forgotten() != 2 {
		t.Fatal(w.Forgotten())
	}
}

// One member alone destroys nothing; commits and welcomes stay in any case.
func TestDestroysWhatNoMemberNeeds(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	var records []stream.NewRecord
	for i := range byte(60) {
		records = append(records, message(1, key(i+1), fmt.Sprint("words ", i)))
	}
	for range 3 { // more than one step
		if _, err := w.Append(ctx, ben, st.ID, records, nil); err != nil {
			t.Fatal(err)
		}
		for i := range records {
			records[i].Key[0]++
		}
	}
	forget := func(who stream.AccountID, marks ...stream.Mark) {
		t.Helper()
		for range 2 { // an answer may get lost
			if err := w.Forget(ctx, who, st.ID, stream.Forgetting{Marks: marks}); err != nil {
				t.Fatal(err)
			}
		}
	}
	forget(ben, stream.Mark{UpTo: 1 << 40})
	gone(t, w.log(t, ada, st.ID), nil)
	forget(ada, stream.Mark{UpTo: 5}, stream.Mark{UpTo: 150, Hour: hourIn(24 * time.Hour)})
	was := map[uint64]string{3: "request", 4: "words 0", 5: "words 1"}
	gone(t, w.log(t, ada, st.ID), was)
	*w.later = 26 * time.Hour
	if err := w.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	for seq := uint64(6); seq <= 150; seq++ {
		was[seq] = fmt.Sprint("words ", (seq-4)%60)
	}
	gone(t, w.log(t, ada, st.ID), was)
	// Whose account is deleted needs nothing any more.
	if err := w.ForgetAccount(ctx, ada); err != nil {
		t.Fatal(err)
	}
	if err := w.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	for seq := uint64(151); seq <= 183; seq++ {
		was[seq] = fmt.Sprint("words ", (seq-4)%60)
	}
	gone(t, w.log(t, ben, st.ID), was)
}

// Single messages go once every member said from when on; what is needed still stays.
func TestDestroysSingleMessagesThatNoMemberNeeds(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	if _, err := w.Append(ctx, ben, st.ID, []stream.NewRecord{message(1, key(1), "one"), message(1, key(2), "two"), message(1, key(3), "three")}, nil); err != nil {
		t.Fatal(err)
	}
	forget := func(who stream.AccountID, hour uint64, seqs ...uint64) {
		t.Helper()
		if err := w.Forget(ctx, who, st.ID, stream.Forgetting{Seqs: seqs, Hour: hour}); err != nil {
			t.Fatal(err)
		}
	}
	forget(ada, 0, 1, 4, 5) // the first one is a commit
	gone(t, w.log(t, ben, st.ID), nil)
	forget(ben, 0, 1, 4)
	forget(ben, hourIn(time.Hour), 5, 6)
	gone(t, w.log(t, ben, st.ID), map[uint64]string{4: "one"})
	*w.later = 3 * time.Hour
	if err := w.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	gone(t, w.log(t, ben, st.ID), map[uint64]string{4: "one", 5: "two"})
	want(t, w.Forget(ctx, ada, st.ID, stream.Forgetting{Seqs: []uint64{7}}), stream.ErrMalformed)
}

func TestForgetsOfAHistoryByKeys(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, history(2, ada))
	if _, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{message(0, key(1), "one"), message(0, key(2), "two")}, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Forget(ctx, ada, st.ID, stream.Forgetting{Keys: []stream.Key{key(2), key(9)}}); err != nil {
		t.Fatal(err)
	}
	gone(t, w.log(t, ada, st.ID), map[uint64]string{2: "two"})
	want(t, w.Forget(ctx, ben, st.ID, stream.Forgetting{Keys: []stream.Key{key(1)}}), stream.ErrNotFound)
	want(t, w.Forget(ctx, ada, st.ID, stream.Forgetting{Marks: []stream.Mark{{UpTo: 1}}}), stream.ErrMalformed)
	want(t, w.Forget(ctx, ada, st.ID, stream.Forgetting{Keys: make([]stream.Key, stream.MaxForget+1)}), stream.ErrTooManyRecords)
}

func TestRefusesForgettingThatBreaksTheRules(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	want(t, w.Forget(ctx, eve, st.ID, stream.Forgetting{Marks: []stream.Mark{{UpTo: 3}}}), stream.ErrNotFound)
	want(t, w.Forget(ctx, ada, st.ID, stream.Forgetting{Keys: []stream.Key{key(1)}}), stream.ErrMalformed)
	want(t, w.Forget(ctx, ada, st.ID, stream.Forgetting{Marks: []stream.Mark{{UpTo: 3, Hour: 1 << 60}}}), stream.ErrMalformed)
	_, err := w.Append(ctx, ada, st.ID, []stream.NewRecord{until(9, commit(1, key(1)))}, info)
	want(t, err, stream.ErrMalformed)
	for i := range uint64(4) {
		var marks []stream.Mark
		for j := range uint64(stream.MaxMarks) {
			marks = append(marks, stream.Mark{UpTo: 3, Hour: hourIn(24*time.Hour) + i*stream.MaxMarks + j})
		}
		if err := w.Forget(ctx, ada, st.ID, stream.Forgetting{Marks: marks}); err != nil {
			t.Fatal(err)
		}
	}
	want(t, w.Forget(ctx, ada, st.ID, stream.Forgetting{Marks: []stream.Mark{{UpTo: 3, Hour: hourIn(time.Hour)}}}), stream.ErrTooManyRecords)
}

// Not only the rows say so: neither the database's file nor its log holds the bytes.
func TestNothingIsLeftInTheFiles(t *testing.T) {
	storetest.OnlySQLite(t, "what PostgreSQL leaves in its files is said in docs/operations.md")
	dir := t.TempDir()
	db := storetest.Open(t, filepath.Join(dir, "alcove.db"))
	defer func() { _ = db.Close() }()
	later := time.Duration(0)
	service := stream.New(db.Streams(), nil, &told{}, func() time.Time { return time.Now().Add(later) }, attest.Key{})
	if _, err := service.CreateStream(ctx, ada, history(1, ada)); err != nil {
		t.Fatal(err)
	}
	needle := func(i int) []byte { return fmt.Appendf(nil, "needle %04d in the hay", i) }
	for i := range 100 { // of many sizes: in a page, and over many
		long := bytes.Repeat(needle(i), 1+i*i%300)
		if _, err := service.Append(ctx, ada, stream.ID{1}, []stream.NewRecord{until(hourIn(time.Hour), message(0, key(byte(i)), string(long)))}, nil); err != nil {
			t.Fatal(err)
		}
	}
	left := func() (n int) {
		files, err := filepath.Glob(filepath.Join(dir, "*"))
		if err != nil || len(files) < 2 {
			t.Fatal(files, err)
		}
		for _, f := range files {
			content, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			n += bytes.Count(content, []byte("in the hay"))
		}
		return n
	}
	if left() == 0 {
		t.Fatal("the needles were never there")
	}
	later = 3 * time.Hour
	if err := service.Sweep(ctx); err != nil {
		t.Fatal(err)
	}
	if err := db.Scrub(ctx); err != nil {
		t.Fatal(err)
	}
	if n := left(); n > 0 {
		t.Fatalf("%d needles are left", n)
	}
}
