package crash

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

const (
	conversations = 4
	senders       = 4                      // in each conversation, half of them the client and half the practitioner, half of each over an event socket
	longest       = 400 * time.Millisecond // that a round writes before it is killed
	patient       = 5 * longest            // some rounds, in which a survey's key can be made
	aLife         = 25                     // rounds on one folder; after that a server begins afresh
)

// The server's process gets SIGKILL at a random moment while everybody writes and
// reads, signs up, uploads, answers surveys; it is looked at, and starts again on what
// it has stored.
func TestNothingAcknowledgedIsLostWhenTheServerIsKilled(t *testing.T) {
	random, todo := seeded(t), rounds(t, 3)
	var total tally
	for done := 0; done < todo; done += aLife {
		playLife(t, random, min(aLife, todo-done), &total)
	}
	total.log(t, todo)
}

type tally struct{ calls, records, cutOff, tookPlace, errands int }

func (n *tally) log(t *testing.T, rounds int) {
	t.Helper()
	t.Logf("%d rounds: %d calls checked, %d records acknowledged; of %d appends cut off %d had taken place; %d other calls acknowledged", rounds, n.calls, n.records, n.cutOff, n.tookPlace, n.errands)
}

// talk is one conversation under load.
type talk struct {
	history
	load.Client
	practitioner *load.Person
	message      func(known, size int) *alcovev1.NewRecord
	known        atomic.Int64  // records of the stream that were acknowledged
	pause        time.Duration // of each writer at most: the server bounds what is written into a room
	sent         sync.Map      // key to SHA-256 of the ciphertext
}

func playLife(t *testing.T, random *rand.Rand, todo int, total *tally) {
	t.Helper()
	srv, err := load.StartServer(ctx, program(t))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = srv.Stop() }()
	s, err := newStage(srv)
	if err != nil {
		t.Fatal(err)
	}
	for range todo {
		if err := s.playRound(t, random, s.Kill, total); err != nil {
			t.Fatal(err)
		}
	}
}

func (s *stage) playRound(t *testing.T, random *rand.Rand, disaster func() error, total *tally) error {
	t.Helper()
	var killed atomic.Bool
	var wg sync.WaitGroup
	failed := make(chan error, len(s.talks)*(senders+1)+len(s.errands))
	for _, k := range s.talks {
		for i := range senders + 1 {
			mine := rand.New(rand.NewPCG(random.Uint64(), 0))
			wg.Go(func() {
				who, step := k.Person, k.append
				switch {
				case i == senders:
					step = k.read
				case i%2 == 1:
					who = k.practitioner
				}
				var err error
				if i < senders/2 {
					var socket *load.Listener
					if socket, err = who.Listen(ctx, func(*alcovev1.ServerEvent) {}); err == nil {
						defer socket.Close()
						who = who.Over(socket)
					}
				}
				for err == nil {
					err = step(who, mine)
				}
				if !killed.Load() {
					failed <- err
				}
			})
		}
	}
	var errandsRun atomic.Int64
	for _, e := range s.errands {
		wg.Go(func() {
			for !killed.Load() {
				if err := e.step(ctx); err != nil {
					if !killed.Load() {
						failed <- fmt.Errorf("%T: %w", e, err)
					}
					return
				}
				errandsRun.Add(1)
			}
		})
	}
	most := longest
	if random.IntN(4) == 0 {
		most = patient
	}
	time.Sleep(time.Duration(random.Int64N(int64(most))))
	killed.Store(true) // what fails from here on may have failed by it
	err := disaster()
	wg.Wait()
	close(failed)
	if e, some := <-failed; some {
		return fmt.Errorf("before the server was killed: %w", e)
	}
	if err != nil {
		return err
	}
	total.errands += int(errandsRun.Load())
	if err := checkDatabase(t, s.Folder); err != nil {
		return err
	}
	if _, err := waitingIn(t, s.Folder); err != nil { // without gaps behind what is in its place
		return err
	}
	if err := s.Resume(ctx); err != nil {
		return err
	}
	return s.examine(random, total)
}

// append sends one to three new records in one append, or now and then again
// what was acknowledged before.
func (k *talk) append(who *load.Person, random *rand.Rand) error {
	if k.pause > 0 {
		time.Sleep(time.Duration(random.Int64N(int64(k.pause))))
	}
	if random.IntN(10) == 0 && len(k.before) > 3 {
		again := k.before[3+random.IntN(len(k.before)-3)] // behind what opened the conversation
		m := k.message(0, 100)
		m.IdempotencyKey = again[:]
		return k.try(who, k.ask(question{keys: []key{again}}), m)
	}
	var in question
	var records []*alcovev1.NewRecord
	for range 1 + random.IntN(3) {
		m := k.message(int(k.known.Load()), load.Sizes[random.IntN(len(load.Sizes))])
		id := key(m.GetIdempotencyKey())
		k.sent.Store(id, sha256.Sum256(m.GetCiphertext()))
		in.keys, records = append(in.keys, id), append(records, m)
	}
	return k.try(who, k.ask(in), records...)
}

func (k *talk) try(who *load.Person, c *call, records ...*alcovev1.NewRecord) error {
	limited, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	c.records = records
	done, err := who.Streams.Append(limited, connect.NewRequest(&alcovev1.AppendRequest{StreamId: k.Stream, Records: records}))
	if err != nil {
		return err
	}
	seqs := done.Msg.GetSeqs()
	k.answer(c, answer{seqs: seqs})
	k.known.Store(int64(seqs[len(seqs)-1])) // another writer's may be further
	return nil
}

// read looks at what came behind what was found right the last time.
func (k *talk) read(who *load.Person, random *rand.Rand) error {
	limited, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	c := k.ask(question{after: len(k.before)})
	out, err := k.page(limited, who, uint64(len(k.before)))
	if err != nil {
		return err
	}
	k.answer(c, out)
	time.Sleep(time.Duration(random.Int64N(int64(10 * time.Millisecond)))) // a reader among writers, not a load of its own
	return nil
}

func (k *talk) page(ctx context.Context, who *load.Person, after uint64) (out answer, err error) {
	got, err := who.Streams.Read(ctx, connect.NewRequest(&alcovev1.ReadRequest{StreamId: k.Stream, After: after}))
	if err != nil {
		return out, err
	}
	for i, r := range got.Msg.GetRecords() {
		id := key(r.GetIdempotencyKey())
		if want := after + uint64(i) + 1; r.GetSeq() != want {
			return out, fmt.Errorf("record %d stands where %d is expected", r.GetSeq(), want)
		}
		sum := sha256.Sum256(r.GetCiphertext())
		if want, mine := k.sent.Load(id); mine && want != sum {
			return out, fmt.Errorf("record %d holds something else than was sent", r.GetSeq())
		}
		out.read = append(out.read, id)
	}
	out.head = got.Msg.GetHeadSeq()
	return out, nil
}

func (k *talk) readAll() (log []key, err error) {
	for {
		out, err := k.page(ctx, k.Person, uint64(len(log)))
		if err != nil {
			return nil, err
		}
		log = append(log, out.read...)
		if uint64(len(log)) >= out.head || len(out.read) == 0 {
			return log, nil
		}
	}
}

// examine sends half of what was cut off again, as a browser would, and checks
// what the server has after that.
func (k *talk) examine(random *rand.Rand, total *tally) error {
	survived, err := k.readAll()
	if err != nil {
		return err
	}
	there := make(map[key]bool, len(survived))
	for _, id := range survived {
		there[id] = true
	}
	for _, c := range k.unanswered() {
		if len(c.in.keys) == 0 {
			continue
		}
		total.cutOff++
		if there[c.in.keys[0]] {
			total.tookPlace++
		}
		if random.IntN(2) == 0 {
			if err := k.try(k.Person, c, c.records...); err != nil {
				return fmt.Errorf("sent again: %w", err)
			}
		}
	}
	log, err := k.readAll()
	if err != nil {
		return err
	}
	if err := k.settle(log); err != nil {
		return err
	}
	if err := k.check(); err != nil {
		return err
	}
	total.calls += len(k.calls)
	total.records += len(log) - len(k.before)
	k.next(log)
	return nil
}
