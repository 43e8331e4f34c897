package stream_test

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"sync"
	"testing"

	"alcove/internal/fault"
	"alcove/internal/stream"
)

// Fifty devices commit, talk, lose answers and ask again, all at once. What is
// left must be one gapless log with exactly one commit an epoch in which every
// acknowledged record stands once, where it was said to stand.
func TestManyCommittersOneCommitAnEpoch(t *testing.T) {
	w := newWorld(t)
	st := w.create(t, ada, conversation(1))
	const devices, steps = 50, 12

	var mu sync.Mutex
	acked := map[stream.Key]uint64{}
	var wg sync.WaitGroup
	for d := range devices {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(d), 1))
			epoch, account := uint64(1), []stream.AccountID{ada, ben}[d%2]
			for step := range steps {
				var k stream.Key
				binary.BigEndian.PutUint64(k[:], uint64(1+d*steps+step))
				for {
					rs, gi := []stream.NewRecord{message(epoch, k, "m")}, []byte(nil)
					if rng.IntN(2) == 0 {
						w2, m2 := k, k
						w2[15], m2[15] = 1, 2
						rs, gi = []stream.NewRecord{commit(epoch, k), welcome(epoch+1, w2), message(epoch+1, m2, "m")}, info
					}
					seqs, err := w.Append(ctx, account, st.ID, rs, gi)
					if errors.Is(err, stream.ErrEpochStale) {
						epoch = fault.Of(err).Current
						continue
					}
					if err == nil && rng.IntN(3) == 0 { // the answer got lost
						again, err2 := w.Append(ctx, account, st.ID, rs, gi)
						if err2 != nil || again[0] != seqs[0] {
							t.Errorf("asked again: %v, %v; first %v", again, err2, seqs)
						}
					}
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					for i, r := range rs {
						acked[r.Key] = seqs[i]
					}
					mu.Unlock()
					break
				}
			}
		})
	}
	wg.Wait()
	checkLog(t, w, st.ID, acked)
	for i, seq := range w.told.seqs {
		if seq != uint64(i)+4 {
			t.Fatalf("members heard of record %d at place %d", seq, i)
		}
	}
}

// checkLog holds the invariants of a whole stream against what was acknowledged.
func checkLog(t *testing.T, w world, id stream.ID, acked map[stream.Key]uint64) {
	t.Helper()
	var (
		after, epoch uint64
		seen         = map[stream.Key]uint64{}
		last         stream.Page
	)
	for {
		page, err := w.Read(ctx, ada, id, stream.Range{After: after, Limit: 100})
		if err != nil {
			t.Fatal(err)
		}
		if len(page.Records) == 0 {
			last = page
			break
		}
		for _, r := range page.Records {
			if r.Seq != after+1 {
				t.Fatalf("record %d follows %d", r.Seq, after)
			}
			after = r.Seq
			if r.Epoch != epoch {
				t.Fatalf("record %d is of epoch %d in epoch %d", r.Seq, r.Epoch, epoch)
			}
			if r.Kind == stream.Commit {
				epoch++
			}
			if _, twice := seen[r.Key]; twice {
				t.Fatalf("record %d is there twice", r.Seq)
			}
			seen[r.Key] = r.Seq
		}
	}
	if last.Head != after || last.Epoch != epoch {
		t.Fatalf("head %d epoch %d, the records say %d and %d", last.Head, last.Epoch, after, epoch)
	}
	for k, seq := range acked {
		if seen[k] != seq {
			t.Fatalf("record acknowledged at %d stands at %d", seq, seen[k])
		}
	}
}

// FuzzAppend plays any sequence of appends against the rules.
func FuzzAppend(f *testing.F) {
	f.Add([]byte{1, 1, 1, 2, 1, 2, 3, 2, 3, 1, 2, 4})
	f.Add([]byte{2, 1, 9, 1, 1, 9, 3, 1, 1})
	f.Fuzz(func(t *testing.T, script []byte) {
		if len(script) > 120 {
			return
		}
		w := newWorld(t)
		st := w.create(t, ada, conversation(1))
		acked := map[stream.Key]uint64{}
		for len(script) >= 4 {
			n := min(1+int(script[0]>>6), len(script[1:])/3)
			var rs []stream.NewRecord
			var gi []byte
			for i := range n {
				b := script[1+3*i:]
				r := stream.NewRecord{Kind: stream.RecordKind(b[0] % 5), Epoch: uint64(b[1] % 8), Key: key(b[2] % 32), Ciphertext: b[:1]}
				if r.Kind == stream.Commit {
					gi = info
				}
				rs = append(rs, r)
			}
			script = script[1+3*n:]
			seqs, err := w.Append(ctx, ada, st.ID, rs, gi)
			if err != nil {
				if fault.Of(err).Kind == fault.Internal {
					t.Fatal(err)
				}
				continue
			}
			for i, r := range rs {
				if was, ok := acked[r.Key]; ok && was != seqs[i] {
					t.Fatalf("key acknowledged at %d and at %d", was, seqs[i])
				}
				acked[r.Key] = seqs[i]
			}
		}
		checkLog(t, w, st.ID, acked)
	})
}
