package store

import (
	"bytes"
	"path/filepath"
	"reflect"
	"testing"

	"alcove/internal/stream"
)

func waitingAddition(stream_ int64, seq uint64, r stream.NewRecord, attest []byte) addition {
	return addition{&keptStream{key: stream_}, stream.Record{Seq: seq, NewRecord: r, Attest: attest}}
}

// What is packed is unpacked again, whatever is missing and however long it is.
func TestWhatIsJournalledComesBack(t *testing.T) {
	groups := [][]addition{
		{waitingAddition(1, 1, stream.NewRecord{Kind: stream.Message, Key: stream.Key{1}, Ciphertext: []byte{1}}, nil)},
		{
			waitingAddition(7, 1<<32-1, stream.NewRecord{Kind: stream.Commit, Epoch: 1 << 40, Key: stream.Key{2}, Ciphertext: bytes.Repeat([]byte{2}, 70_000)}, nil),
			waitingAddition(1<<30, 3, stream.NewRecord{
				Kind: stream.Message, Key: stream.Key{3}, ForgetHour: 1 << 20, Commitment: bytes.Repeat([]byte{4}, 32), Ciphertext: bytes.Repeat([]byte{5}, pieceSize),
			}, bytes.Repeat([]byte{6}, 45)),
		},
	}
	var all []byte
	var want []journalled
	for _, g := range groups {
		packed, records := pack(g)
		if len(packed)%pieceSize != 0 || !reflect.DeepEqual(records, g) {
			t.Fatalf("%d bytes for %v", len(packed), records)
		}
		all = append(all, packed...)
		for _, r := range g {
			want = append(want, journalled{r.of.key, r.Record})
		}
	}
	got, err := unpack(all)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("%v, %v", got, err)
	}
}

// As those of the database: what is acknowledged is durable by them alone.
func TestJournalUsesTheSettingsThatDurabilityNeeds(t *testing.T) {
	j := &journal{path: filepath.Join(t.TempDir(), "alcove.db-arrivals")}
	if err := j.open(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = j.close() }()
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "secure_delete": "1", "page_size": "4096"} {
		var got string
		if err := j.db.QueryRow("PRAGMA " + pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %s, want %s: %v", pragma, got, want, err)
		}
	}
}

// A commit writes the pages that its bytes fill, and no others.
func TestJournalWritesAPageForEachPiece(t *testing.T) {
	j := &journal{path: filepath.Join(t.TempDir(), "alcove.db-arrivals")}
	if err := j.open(); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = j.close() }()
	content := bytes.Repeat([]byte{1}, 20*pieceSize)
	if err := j.append(0, 0, newMark(), content); err != nil {
		t.Fatal(err)
	}
	log := func() (pages int64) {
		t.Helper()
		var busy bool
		var moved int64
		if err := j.db.QueryRow("PRAGMA wal_checkpoint(PASSIVE)").Scan(&busy, &pages, &moved); err != nil || busy || moved != pages {
			t.Fatal(err, busy, moved, pages)
		}
		return pages
	}
	log()
	for _, pieces := range []int{1, 3, 20} {
		if err := j.append(0, 0, newMark(), bytes.Repeat([]byte{2}, pieces*pieceSize)); err != nil {
			t.Fatal(err)
		}
		if pages := log(); pages != int64(pieces) { // after a checkpoint of all of it the log begins anew
			t.Errorf("%d pages for %d pieces", pages, pieces)
		}
	}
}

// Whatever lies there, it is read or refused.
func FuzzUnpack(f *testing.F) {
	packed, _ := pack([]addition{waitingAddition(1, 1, stream.NewRecord{Kind: stream.Message, Ciphertext: []byte("words")}, []byte{9})})
	f.Add(packed[:60])
	f.Add([]byte{0, 0, 0, 4})
	f.Fuzz(func(t *testing.T, head []byte) {
		bytes := make([]byte, (len(head)/pieceSize+1)*pieceSize)
		copy(bytes, head)
		records, err := unpack(bytes)
		if err != nil {
			return
		}
		size := 0
		for _, r := range records {
			size += packedHead + len(r.Commitment) + len(r.Attest) + len(r.Ciphertext)
		}
		if size > len(bytes) {
			t.Fatalf("%d bytes of records out of %d", size, len(bytes))
		}
	})
}
