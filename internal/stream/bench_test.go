package stream_test

import (
	"encoding/binary"
	"fmt"
	"sync/atomic"
	"testing"

	"alcove/internal/stream"
)

// BenchmarkAppend writes durable records of 700 bytes from many callers, each into a
// stream of its own, or several into one; without transport, so that what storage costs is seen.
func BenchmarkAppend(b *testing.B) {
	for _, of := range []struct{ callers, streams int }{{1, 1}, {16, 16}, {256, 256}, {512, 64}} {
		b.Run(fmt.Sprintf("%d_in_%d", of.callers, of.streams), func(b *testing.B) {
			callers := of.callers
			w := newWorld(b)
			for i := range of.streams {
				owner := stream.AccountID{1, byte(i)}
				w.create(b, owner, history(byte(i), owner))
			}
			ciphertext := make([]byte, 700)
			before := w.db.Stats()
			var next, todo atomic.Int64
			todo.Store(int64(b.N))
			b.ResetTimer()
			done := make(chan error, callers)
			for c := range callers {
				i := c % of.streams
				go func() {
					for todo.Add(-1) >= 0 {
						var k stream.Key
						binary.BigEndian.PutUint64(k[:], uint64(next.Add(1))*0x9e3779b97f4a7c15) // spread like random ones
						r := stream.NewRecord{Kind: stream.Message, Key: k, Ciphertext: ciphertext}
						if _, err := w.Append(ctx, stream.AccountID{1, byte(i)}, stream.ID{byte(i)}, []stream.NewRecord{r}, nil); err != nil {
							done <- err
							return
						}
					}
					done <- nil
				}()
			}
			for range callers {
				if err := <-done; err != nil {
					b.Fatal(err)
				}
			}
			b.StopTimer()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "records/s")
			b.ReportMetric(float64(w.db.Stats().Commits-before.Commits)/float64(b.N), "commits/record")
		})
	}
}

// BenchmarkForget is told by a member of one conversation, among few and among
// many, that it needs a record less each time.
func BenchmarkForget(b *testing.B) {
	for _, streams := range []int{10, 1_900} {
		b.Run(fmt.Sprint(streams), func(b *testing.B) {
			w := newWorld(b)
			for i := range streams {
				c := conversation(1)
				binary.BigEndian.PutUint32(c.ID[4:], uint32(i))
				w.create(b, ada, c)
			}
			b.ResetTimer()
			for i := range b.N {
				if err := w.Forget(ctx, ada, conversation(1).ID, stream.Forgetting{Marks: []stream.Mark{{UpTo: uint64(i%3 + 1)}}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
