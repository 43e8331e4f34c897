package store

import (
	"bytes"
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
