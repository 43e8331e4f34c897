package store_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// together has several updates share a transaction, in this order.
func together(t *testing.T, db *store.DB, updates ...func(stream.Tx) error) (errs []error) {
	t.Helper()
	held, hold := make(chan struct{}), make(chan struct{})
	first := make(chan error, 1)
	go func() {
		first <- db.Streams().Update(ctx, func(stream.Tx) error { close(held); <-hold; return nil }, nil)
	}()
	<-held
	answers := make([]chan error, len(updates))
	for i, fn := range updates {
		answers[i] = make(chan error, 1)
		go func() { answers[i] <- db.Streams().Update(ctx, fn, nil) }()
		for db.Queued() <= i { // it is behind the one before
			runtime.Gosched()
		}
	}
	close(hold)
	for _, answer := range append(answers, first) {
		errs = append(errs, <-answer)
	}
	return errs[:len(updates)]
}

// adding appends a record with that key, and says as which.
func adding(id stream.ID, k stream.Key, commitment []byte, seq *uint64) func(stream.Tx) error {
	return func(tx stream.Tx) error {
		st, err := tx.Stream(id)
		if err != nil {
			return err
		}
		before, found, err := tx.Seq(id, k)
		if err != nil || found {
			*seq = before
			return err
		}
		*seq = st.Head + 1
		if err := tx.Add(id, stream.Record{Seq: *seq, NewRecord: stream.NewRecord{Kind: stream.Message, Key: k, Ciphertext: []byte("c"), Commitment: commitment}}); err != nil {
			return err
		}
		return tx.SetHead(id, *seq, st.Epoch)
	}
}

func creating(id stream.ID) func(stream.Tx) error {
	return func(tx stream.Tx) error {
		return tx.Create(stream.Stream{ID: id, Kind: stream.History, Members: []stream.Member{{Account: stream.AccountID{1}, Role: stream.Owner}}}, 1)
	}
}

// busy opens a store in which nothing but appends has been written for a while.
func busy(t *testing.T, path string, id stream.ID) *store.DB {
	t.Helper()
	db := open(t, path)
	if err := db.Streams().Update(ctx, creating(id), nil); err != nil {
		t.Fatal(err)
	}
	for i := range byte(20) {
		if err := db.Streams().Update(ctx, adding(id, stream.Key{1, i}, nil, new(uint64)), nil); err != nil {
			t.Fatal(err)
		}
	}
	return db
}

// A record that waited went with its stream. Whoever appends it to the next stream of that
// name, in the same transaction, appends it.
func TestARecordThatWentWithItsStreamIsNotFoundInTheNextOne(t *testing.T) {
	storetest.OnlySQLite(t, "there records are in place at once")
	id := stream.ID{1}
	db := busy(t, filepath.Join(t.TempDir(), "alcove.db"), id)
	var updates []func(stream.Tx) error
	for i := range byte(8) {
		updates = append(updates, adding(id, stream.Key{2, i}, nil, new(uint64)))
	}
	var seq uint64
	together(t, db, updates...)
	for _, err := range together(t, db, func(tx stream.Tx) error { return tx.Delete(id) }, creating(id), adding(id, stream.Key{2, 3}, nil, &seq)) {
		if err != nil {
			t.Fatal(err)
		}
	}
	page, err := db.Streams().Read(ctx, stream.AccountID{1}, id, stream.Range{Limit: 10})
	if err != nil || seq != 1 || page.Head != 1 || len(page.Records) != 1 || page.Records[0].Key != (stream.Key{2, 3}) {
		t.Errorf("appended as %d; there are %d of %d: %v", seq, len(page.Records), page.Head, err)
	}
}

// What no place would take is not taken among those that wait for theirs: whoever brought
// it is told, and nobody else.
func TestARecordThatHasNoPlaceIsRefusedAlone(t *testing.T) {
	storetest.OnlySQLite(t, "there records are in place at once")
	id, path := stream.ID{1}, filepath.Join(t.TempDir(), "alcove.db")
	db := busy(t, path, id)
	var updates []func(stream.Tx) error
	for i := range byte(8) {
		var commitment []byte
		if i == 3 {
			commitment = []byte("too short")
		}
		updates = append(updates, adding(id, stream.Key{2, i}, commitment, new(uint64)))
	}
	for i, err := range together(t, db, updates...) {
		if (err != nil) != (i == 3) {
			t.Errorf("record %d: %v", i, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	page, err := open(t, path).Streams().Read(ctx, stream.AccountID{1}, id, stream.Range{Limit: 100})
	if err != nil || page.Head != 27 || len(page.Records) != 27 {
		t.Errorf("%d records of %d, want 27: %v", len(page.Records), page.Head, err)
	}
}

// Who says by a key to have known of so many records is believed, so a record whose key was
// used before comes twice where that was not true: to them alone, and nothing is held up.
func TestAKeyWhosePromiseIsBrokenHoldsNobodyUp(t *testing.T) {
	storetest.OnlySQLite(t, "there every key is looked for")
	id, path := stream.ID{1}, filepath.Join(t.TempDir(), "alcove.db")
	db := busy(t, path, id)
	knowing128 := func(n byte) stream.Key { return stream.Key{3: 2, 15: n} }
	var first uint64
	for i := range byte(108) {
		k := stream.Key{2, i}
		if i == 80 { // there are no 128 records yet
			k = knowing128(0)
		}
		if err := db.Streams().Update(ctx, adding(id, k, nil, &first), nil); err != nil {
			t.Fatal(err)
		}
	}
	seqs := make([]uint64, 16)
	for _, from := range []byte{0, 4} { // the second time four of them again
		var updates []func(stream.Tx) error
		for i := from; i < from+8; i++ {
			updates = append(updates, adding(id, knowing128(i), nil, &seqs[i]))
		}
		before := append([]uint64(nil), seqs...)
		for i, err := range together(t, db, updates...) {
			if err != nil {
				t.Errorf("record %d: %v", i, err)
			}
		}
		for i, seq := range before {
			if seq != 0 && seq != seqs[i] {
				t.Errorf("record %d was appended as %d and again as %d", i, seq, seqs[i])
			}
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db = open(t, path)
	if n := db.Stats().Waiting; n > 0 {
		t.Errorf("%d records still wait for their places", n)
	}
	page, err := db.Streams().Read(ctx, stream.AccountID{1}, id, stream.Range{Limit: 1000})
	if err != nil || page.Head != 140 || len(page.Records) != 140 {
		t.Fatalf("%d records of %d, want 140: %v", len(page.Records), page.Head, err)
	}
	if one, other := page.Records[100].Key, page.Records[128].Key; one != knowing128(0) || other != one {
		t.Errorf("the keys of records 101 and 129 are %x and %x", one, other)
	}
}

// What is in its place is not left where it waited, neither in the file nor in its log.
func TestNothingIsLeftWhereRecordsWaited(t *testing.T) {
	storetest.OnlySQLite(t, "there records are in place at once")
	id, path := stream.ID{1}, filepath.Join(t.TempDir(), "alcove.db")
	db := busy(t, path, id)
	secret := []byte("what was said to nobody else")
	left := func() (n int) {
		t.Helper()
		for _, name := range []string{path + "-arrivals", path + "-arrivals-wal"} {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			n += bytes.Count(raw, secret)
		}
		return n
	}
	for found, round := 0, byte(2); found == 0; round++ {
		var updates []func(stream.Tx) error
		for i := range byte(8) {
			updates = append(updates, func(tx stream.Tx) error {
				st, err := tx.Stream(id)
				if err != nil {
					return err
				}
				r := stream.Record{Seq: st.Head + 1, NewRecord: stream.NewRecord{Kind: stream.Message, Key: stream.Key{round, i}, Ciphertext: secret}}
				if err := tx.Add(id, r); err != nil {
					return err
				}
				return tx.SetHead(id, r.Seq, st.Epoch)
			})
		}
		for _, err := range together(t, db, updates...) {
			if err != nil {
				t.Fatal(err)
			}
		}
		if found = left(); round > 50 {
			t.Fatal("no record was seen waiting: this shows nothing")
		}
	}
	// Without being asked, too, once nobody writes.
	eventually(t, "it is found nowhere", func() bool { return left() == 0 })
}
