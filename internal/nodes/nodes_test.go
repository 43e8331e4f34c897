package nodes

import (
	"context"
	"io"
	"log/slog"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/nats-io/nats-server/v2/server"
	"github.com/nats-io/nats.go"

	"alcove/internal/linking"
	"alcove/internal/relay"
	"alcove/internal/stream"
)

var ctx = context.Background()

var ada, ben = Account{1}, Account{2}

var secret = [32]byte{7}

// runNATS starts a NATS server inside this process, at the port of a former one if it
// is given.
func runNATS(t *testing.T, port int) *server.Server {
	t.Helper()
	return runNATSWith(t, &server.Options{Port: port})
}

func runNATSWith(t *testing.T, o *server.Options) *server.Server {
	t.Helper()
	o.Host, o.NoLog, o.NoSigs = "127.0.0.1", true, true
	if o.Port == 0 {
		o.Port = server.RANDOM_PORT
	}
	s, err := server.NewServer(o)
	if err != nil {
		t.Fatal(err)
	}
	go s.Start()
	if !s.ReadyForConnections(20 * time.Second) {
		t.Fatal("NATS does not start")
	}
	t.Cleanup(s.Shutdown)
	return s
}

// node is a link with its hub, its mailboxes, and what its notices heard.
type node struct {
	*Link
	mailboxes *linking.Service

	mu     sync.Mutex
	atWork []Account
	told   []uint8
}

func (n *node) HeardOf(a Account) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.atWork = append(n.atWork, a)
}

func (n *node) Told(_ Account, way uint8) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.told = append(n.told, way)
}

func (n *node) heard() (atWork []Account, told []uint8) {
	n.mu.Lock()
	defer n.mu.Unlock()
	return append([]Account(nil), n.atWork...), append([]uint8(nil), n.told...)
}

// encoded is a frame that tests read: the sequence number of a record, or a word.
func encoded(e relay.Event) []byte {
	switch e := e.(type) {
	case *relay.RecordAdded:
		return append([]byte{byte(e.Record.Seq >> 8), byte(e.Record.Seq)}, e.Record.Ciphertext...)
	case *relay.RekeyingAsked:
		return []byte("rekey")
	default:
		return []byte("other")
	}
}

func startNode(t *testing.T, c Config) *node {
	t.Helper()
	n := &node{mailboxes: linking.New(time.Now)}
	c.Hub, c.Encode, c.Mailboxes, c.Notices = relay.New(), encoded, n.mailboxes, n
	c.Steady, c.Log = time.Now, slog.New(slog.NewTextHandler(io.Discard, nil))
	var err error
	if n.Link, err = Connect(c); err != nil {
		t.Fatal(err)
	}
	n.Hub.Join(n.Link)
	t.Cleanup(n.Close)
	return n
}

// two starts two nodes of one practice that have heard of each other.
func two(t *testing.T, url string) (a, b *node) {
	t.Helper()
	a, b = startNode(t, Config{URL: url, Secret: secret}), startNode(t, Config{URL: url, Secret: secret})
	together(t, a, b)
	return a, b
}

func together(t *testing.T, nodes ...*node) {
	t.Helper()
	eventually(t, "the nodes have heard of each other", func() bool {
		for _, n := range nodes {
			if !n.Up() || n.Others() != len(nodes)-1 {
				return false
			}
		}
		return true
	})
}

func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !is(); time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatalf("not so: %s", what)
		}
	}
}

// ear is a subscriber of a node.
type ear struct {
	mu     sync.Mutex
	frames []string
	ended  bool
}

func (e *ear) heard() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return append([]string(nil), e.frames...)
}

func (e *ear) wasEnded() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.ended
}

func (n *node) listen(t *testing.T, a Account, session byte) *ear {
	t.Helper()
	e := &ear{}
	_, err := n.Hub.Subscribe(a, Session{session}, &relay.Ready{}, func(ev relay.Event, _ bool) error {
		e.mu.Lock()
		defer e.mu.Unlock()
		switch ev.(type) {
		case *relay.Ready:
		case *relay.SessionEnded:
			e.ended = true
		default:
			e.frames = append(e.frames, string(ev.Frame(func() []byte { return encoded(ev) })))
		}
		return nil
	}, func() {})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func say(n *node, to Account, from, until int) {
	for seq := from; seq < until; seq++ {
		n.Hub.RecordsAdded(context.Background(), []Account{to}, stream.ID{9}, []stream.Record{{Seq: uint64(seq)}})
	}
}

// settled drains what was doubted until now.
func (n *node) settled() {
	select {
	case <-n.doubt:
	default:
	}
}

func TestHintsReachWhoIsConnectedElsewhereInOrder(t *testing.T) {
	s := runNATS(t, 0)
	a, b := two(t, s.ClientURL())
	atA, atB, other := a.listen(t, ada, 1), b.listen(t, ada, 2), b.listen(t, ben, 3)
	say(a, ada, 0, 400)
	eventually(t, "all arrived", func() bool { return len(atA.heard()) == 400 && len(atB.heard()) == 400 })
	for i, f := range atB.heard() {
		if f != string([]byte{byte(i >> 8), byte(i)}) {
			t.Fatalf("%q at place %d", f, i)
		}
	}
	if len(other.heard()) != 0 {
		t.Fatal("heard what concerns somebody else")
	}
	a.Hub.RekeyingAsked(1, 1)
	b.Hub.SessionsEnded(ada, []Session{{1}})
	eventually(t, "everybody is asked, one session is over", func() bool {
		return len(other.heard()) == 1 && atA.wasEnded() && !atB.wasEnded()
	})
	a.AtWork(ada)
	a.Link.Told(ben, 1)
	eventually(t, "notices hear of it", func() bool {
		work, told := b.heard()
		return len(work) == 1 && work[0] == ada && len(told) == 1 && told[0] == 1
	})
}

func TestOthersAreAskedWhoIsConnected(t *testing.T) {
	s := runNATS(t, 0)
	a, b := two(t, s.ClientURL())
	a.listen(t, ada, 1)
	b.listen(t, ben, 2)
	here := a.Here(ctx, []Account{ada, ben, {3}})
	if len(here) != 2 || here[0] != ada || here[1] != ben {
		t.Fatalf("here are %v", here)
	}
}

func TestAMailboxOfAnotherNodeIsReached(t *testing.T) {
	s := runNATS(t, 0)
	a, b := two(t, s.ClientURL())
	atA, atB := linking.Anywhere{Here: a.mailboxes, Others: a}, linking.Anywhere{Here: b.mailboxes, Others: b}
	id, owner, entrant := make([]byte, 16), []byte("the owner's key."), []byte("an entrant's key")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(atA.Open(ctx, ada, id, owner))
	must(atB.Put(ctx, id, entrant, 1, []byte("offer")))
	if got, err := atA.Get(ctx, id, owner, 1); err != nil || string(got) != "offer" {
		t.Fatal(got, err)
	}
	must(atA.Put(ctx, id, owner, 2, []byte("answer")))
	if got, err := atB.Get(ctx, id, entrant, 2); err != nil || string(got) != "answer" {
		t.Fatal(got, err)
	}
	if err := atB.Put(ctx, id, []byte("somebody else's."), 1, []byte("x")); err == nil {
		t.Fatal("a second one was let in")
	}
	other := append([]byte{1}, id[1:]...)
	if _, err := atB.Get(ctx, other, entrant, 1); err == nil || err == error(errUnreachable) {
		t.Fatal("a mailbox that is nowhere:", err)
	}
	must(atA.Open(ctx, ada, other, owner))
	must(atB.Open(ctx, ada, append([]byte{2}, id[1:]...), owner)) // takes its place
	if _, err := atA.Get(ctx, other, owner, 1); err == nil {
		t.Fatal("an account has two mailboxes")
	}
	s.Shutdown()
	eventually(t, "it is known that NATS is gone", func() bool { return !b.Up() })
	if _, err := atB.Get(ctx, id, entrant, 2); err != error(errUnreachable) {
		t.Fatal("without NATS:", err)
	}
}

func TestALostConnectionIsNoticedAndComesBack(t *testing.T) {
	s := runNATS(t, 0)
	port := s.Addr().(*net.TCPAddr).Port
	a, b := two(t, s.ClientURL())
	e := b.listen(t, ada, 1)
	s.Shutdown()
	s.WaitForShutdown()
	eventually(t, "both know", func() bool { return !a.Up() && !b.Up() })
	say(a, ada, 0, 10) // is lost, and holds nobody up
	a.settled()
	b.settled()
	runNATS(t, port)
	together(t, a, b)
	eventually(t, "both doubt", func() bool { return len(a.doubt) == 1 && len(b.doubt) == 1 })
	eventually(t, "hints arrive again", func() bool {
		say(a, ada, 10, 11) // one that is told before the other asks for them again is lost, and doubted
		h := e.heard()
		return len(h) > 0 && h[len(h)-1] == string([]byte{0, 10})
	})
}

func TestANodeThatSaysGoodbyeIsNotMissed(t *testing.T) {
	s := runNATS(t, 0)
	a := startNode(t, Config{URL: s.ClientURL(), Secret: secret})
	b, err := Connect(Config{URL: s.ClientURL(), Secret: secret, Hub: relay.New(), Steady: time.Now, Log: a.Log, Notices: a, Mailboxes: a.mailboxes})
	if err != nil {
		t.Fatal(err)
	}
	eventually(t, "it is there", func() bool { return a.Others() == 1 })
	b.Close()
	eventually(t, "it is gone", func() bool { return a.Others() == 0 })
	if !a.Up() {
		t.Fatal("it is waited for")
	}
}

func TestAMissedHintLeavesDoubt(t *testing.T) {
	s := runNATS(t, 0)
	a, b := two(t, s.ClientURL())
	e := b.listen(t, ada, 1)
	say(a, ada, 0, 1)
	eventually(t, "it arrived", func() bool { return len(e.heard()) == 1 })
	b.settled()
	a.lost.Store(true) // as when too many wait
	say(a, ada, 2, 3)
	eventually(t, "the next one arrived, and it is known that one is missing", func() bool { return len(e.heard()) == 2 && len(b.doubt) == 1 })
}

func TestTooMuchToTellIsDroppedAndNotWaitedFor(t *testing.T) {
	// Nobody takes anything out of this queue.
	l := &Link{queue: make(chan outgoing, maxQueue)}
	for range maxQueue + 1 {
		l.AtWork(ada)
	}
	if !l.lost.Load() || len(l.queue) != maxQueue {
		t.Fatal("a hint was dropped and leaves no gap")
	}
	l = &Link{queue: make(chan outgoing, maxQueue)}
	big := &relay.RecordAdded{Record: stream.Record{NewRecord: stream.NewRecord{Ciphertext: make([]byte, stream.MaxCiphertext)}}}
	for range 2 * maxQueueBytes / stream.MaxCiphertext {
		l.Publish([]Account{ada}, big)
	}
	if l.queued.Load() > maxQueueBytes || !l.lost.Load() {
		t.Fatalf("%d bytes wait", l.queued.Load())
	}
}

func TestWhoeverRunsNATSReadsMakesAndRepeatsNothing(t *testing.T) {
	s := runNATS(t, 0)
	spy, err := nats.Connect(s.ClientURL())
	if err != nil {
		t.Fatal(err)
	}
	defer spy.Close()
	var mu sync.Mutex
	var seen []*nats.Msg
	if _, err := spy.Subscribe(">", func(m *nats.Msg) { mu.Lock(); defer mu.Unlock(); seen = append(seen, m) }); err != nil {
		t.Fatal(err)
	}
	if err := spy.Flush(); err != nil {
		t.Fatal(err)
	}
	a, b := two(t, s.ClientURL())
	stranger := startNode(t, Config{URL: s.ClientURL(), Secret: [32]byte{8}})
	e, deaf := b.listen(t, ada, 1), stranger.listen(t, ada, 2)
	marked := []byte("a ciphertext is not shown either")
	a.Hub.RecordsAdded(t.Context(), []Account{ada}, stream.ID{9}, []stream.Record{{Seq: 1, NewRecord: stream.NewRecord{Ciphertext: marked}}})
	eventually(t, "it arrived, also at the spy", func() bool {
		mu.Lock()
		defer mu.Unlock()
		return len(e.heard()) == 1 && len(seen) > 0
	})
	if len(deaf.heard()) != 0 || stranger.Others() != 0 {
		t.Fatal("another practice heard of it")
	}
	mu.Lock()
	all := append([]*nats.Msg(nil), seen...)
	mu.Unlock()
	subjects := map[string]bool{}
	for _, m := range all {
		subjects[m.Subject] = true
		for _, secret := range [][]byte{marked, ada[:], secret[:]} {
			if containsBytes(m.Data, secret) {
				t.Fatal("a message shows what is in it")
			}
		}
	}
	if len(subjects) > 2 { // of two practices
		t.Fatalf("subjects tell messages apart: %v", subjects)
	}
	for _, m := range all { // again, and changed
		_ = spy.PublishMsg(&nats.Msg{Subject: m.Subject, Data: m.Data})
		forged := append([]byte(nil), m.Data...)
		forged[len(forged)-1] ^= 1
		forged[header-1] += 100 // as if it were a later one
		_ = spy.PublishMsg(&nats.Msg{Subject: m.Subject, Data: forged})
	}
	if err := spy.Flush(); err != nil {
		t.Fatal(err)
	}
	say(a, ada, 2, 3)
	eventually(t, "what is right arrives behind it", func() bool { return len(e.heard()) >= 2 })
	if h := e.heard(); len(h) != 2 || h[1] != string([]byte{0, 2}) {
		t.Fatalf("heard %q", h)
	}
}

func TestNATSMayWantAPasswordAndASecretIsExchanged(t *testing.T) {
	s := runNATSWith(t, &server.Options{Username: "alcove", Password: "only for nodes"})
	url := "nats://alcove:only%20for%20nodes@" + s.Addr().String()
	a, b := two(t, url)
	denied := startNode(t, Config{URL: "nats://" + s.Addr().String(), Secret: secret}) // serves all the same
	if denied.Up() {
		t.Fatal("in without a password")
	}
	e := b.listen(t, ada, 1)
	for _, n := range []*node{a, b} {
		if err := n.Renew([32]byte{9}); err != nil {
			t.Fatal(err)
		}
	}
	together(t, a, b)
	say(a, ada, 0, 1)
	eventually(t, "hints arrive under the new one", func() bool { return len(e.heard()) == 1 })
}

func containsBytes(in, part []byte) bool {
	for i := 0; i+len(part) <= len(in); i++ {
		if string(in[i:i+len(part)]) == string(part) {
			return true
		}
	}
	return false
}

func FuzzWhatAnotherNodeSays(f *testing.F) {
	seal, err := newSealer(secret)
	if err != nil {
		f.Fatal(err)
	}
	for _, m := range []any{
		hint{To: bytesOf([]Account{ada}), Frame: []byte("x")}, hint{Leaving: true}, question{Here: bytesOf([]Account{ada})},
		question{Link: &linking.Request{Call: linking.CallPut, Mailbox: make([]byte, 16)}}, answer{Node: seal.node[:], Link: &linking.Answer{Code: "link_taken"}},
	} {
		f.Add(encode(m))
		f.Add(seal.close(kindHint, 1, encode(m)))
	}
	l := &Link{Config: Config{Hub: relay.New(), Notices: &node{}, Steady: time.Now}, queue: make(chan outgoing, 1), doubt: make(chan struct{}, 1), seal: seal, peers: map[[16]byte]*peer{}}
	f.Fuzz(func(t *testing.T, b []byte) {
		l.receive(&nats.Msg{Data: b})
		l.answer(&nats.Msg{Data: b, Reply: "x"})
		l.receive(&nats.Msg{Data: seal.close(kindHint, seal.next(kindHint), b)}) // from a node that is mad
		var q question
		if decode(b, &q) == nil && q.Link != nil {
			_, _ = linking.New(time.Now).Serve(*q.Link)
		}
		var a answer
		_ = decode(b, &a)
		if len(l.peers) > 1 {
			t.Fatal("somebody who cannot seal is taken for a node")
		}
	})
}
