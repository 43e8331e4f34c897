package stream_test

import (
	"database/sql"
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"runtime"
	"sync"
	"testing"
	"time"
	"weak"

	"alcove/internal/fault"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// Many write at once into few streams, so that what they do shares transactions: new
// records, the same ones again and by two at a time, some of a former epoch, and among
// them what is no append. Each is answered as if it had been alone.
func TestAppendsThatShareATransaction(t *testing.T) {
	w := newWorld(t)
	const streams, writers, steps = 4, 40, 15
	for i := range streams {
		w.create(t, ada, conversation(byte(i+1)))
	}
	var (
		mu    sync.Mutex
		acked [streams]map[stream.Key]uint64
		wg    sync.WaitGroup
	)
	for i := range acked {
		acked[i] = map[stream.Key]uint64{}
	}
	for d := range writers {
		wg.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(d), 2))
			account := []stream.AccountID{ada, ben}[d%2]
			for step := range steps {
				at := rng.IntN(streams)
				id := stream.ID{byte(at + 1)}
				var k stream.Key
				binary.BigEndian.PutUint64(k[:], uint64(1+d*steps+step))
				second := k
				second[15] = 1
				records := []stream.NewRecord{message(1, k, "m"), message(1, second, "n")}[:1+rng.IntN(2)]
				seqs, err := w.Append(ctx, account, id, records, nil)
				if err != nil {
					t.Error(err)
					return
				}
				switch rng.IntN(5) {
				case 0: // the answer got lost, and two devices ask again
					var both sync.WaitGroup
					for range 2 {
						both.Go(func() {
							again, err := w.Append(ctx, account, id, records, nil)
							if err != nil || again[0] != seqs[0] {
								t.Errorf("asked again: %v, %v; first %v", again, err, seqs)
							}
						})
					}
					both.Wait()
				case 1: // the same together with a new one
					third := k
					third[15] = 2
					records = append(records, message(1, third, "o"))
					more, err := w.Append(ctx, account, id, records, nil)
					if err != nil || more[0] != seqs[0] || more[len(more)-1] <= seqs[len(seqs)-1] {
						t.Errorf("with one more: %v, %v; first %v", more, err, seqs)
					}
					seqs = more
				case 2:
					if _, err := w.Append(ctx, account, id, []stream.NewRecord{message(0, stream.Key{1, 15: byte(d)}, "late")}, nil); fault.Of(err).Current != 1 {
						t.Errorf("of a former epoch: %v", err)
					}
				case 3:
					if err := w.Forget(ctx, account, id, stream.Forgetting{Marks: []stream.Mark{{UpTo: 1, Hour: 1 << 20}}}); err != nil {
						t.Error(err)
					}
				}
				mu.Lock()
				for i, r := range records {
					acked[at][r.Key] = seqs[i]
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	stored := 0
	for i := range streams {
		checkLog(t, w, stream.ID{byte(i + 1)}, acked[i])
		stored += len(acked[i])
	}
	if told := len(w.told.seqs); told != stored {
		t.Fatalf("members heard of %d records, %d were stored", told, stored)
	}
}

// A record that the database refuses, which no rule of streams leads to, is that append's
// matter alone.
func TestOneRefusedRecordLeavesTheOthers(t *testing.T) {
	storetest.OnlySQLite(t, "a trigger in SQLite's words refuses the record")
	w := newWorld(t)
	const streams, each = 3, 40
	for i := range streams {
		w.create(t, ada, conversation(byte(i+1)))
	}
	if err := w.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`CREATE TEMP TRIGGER poison BEFORE INSERT ON record WHEN new.ciphertext = CAST('poison' AS BLOB)
			BEGIN SELECT RAISE(ABORT, 'poison'); END`)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for i := range streams * each {
		wg.Go(func() {
			text := "m"
			if i%10 == 7 {
				text = "poison"
			}
			_, err := w.Append(ctx, ada, stream.ID{byte(i%streams + 1)}, []stream.NewRecord{message(1, stream.Key{2, byte(i)}, text)}, nil)
			if refused := err != nil; refused != (text == "poison") {
				t.Errorf("record %d (%s): %v", i, text, err)
			}
			if errors.Is(err, stream.ErrEpochStale) {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	for i := range streams {
		checkLog(t, w, stream.ID{byte(i + 1)}, nil)
	}
}

// Of what was written nothing stays in memory, however quiet it is afterwards.
func TestNothingIsKeptOfWhatWasAppended(t *testing.T) {
	w := newWorld(t)
	w.create(t, ada, conversation(1))
	const many = 200
	var written [many]weak.Pointer[byte]
	var wg sync.WaitGroup
	for i := range many {
		wg.Go(func() {
			ciphertext := make([]byte, 20_000)
			written[i] = weak.Make(&ciphertext[0])
			r := stream.NewRecord{Kind: stream.Message, Epoch: 1, Key: stream.Key{3, byte(i)}, Ciphertext: ciphertext}
			if _, err := w.Append(ctx, ada, stream.ID{1}, []stream.NewRecord{r}, nil); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	// The writer may still be putting away what it had.
	kept := many
	for range 50 {
		runtime.GC()
		kept = 0
		for _, p := range written {
			if p.Value() != nil {
				kept++
			}
		}
		if kept == 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("%d of %d are still in memory", kept, many)
}
