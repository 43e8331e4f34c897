package api_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net"
	"net/http/httptest"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"connectrpc.com/connect"
	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/breach"
	"alcove/internal/relay"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// appender stands for the streams where a test has to hold a call up; as it is, it appends at once.
type appender struct {
	mu    sync.Mutex
	doing func(*alcovev1.AppendRequest) // may wait, and panic
}

func (a *appender) do(doing func(*alcovev1.AppendRequest)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.doing = doing
}

func (a *appender) AppendFor(_ context.Context, _ account.Session, m *alcovev1.AppendRequest) (*alcovev1.AppendResponse, error) {
	a.mu.Lock()
	doing := a.doing
	a.mu.Unlock()
	if doing != nil {
		doing(m)
	}
	return &alcovev1.AppendResponse{Seqs: []uint64{uint64(len(m.GetRecords()))}}, nil
}

func (b *browser) append(t *testing.T, call uint32, m *alcovev1.AppendRequest) {
	t.Helper()
	frame, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Append{Append: &alcovev1.AppendCall{Call: call, Request: m}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.conn.WriteMessage(gws.OpcodeBinary, frame); err != nil {
		t.Fatal(err)
	}
}

// answer returns the next answer; events between are passed over.
func (b *browser) answer(t *testing.T) *alcovev1.Answer {
	t.Helper()
	for {
		if a := b.next(t).GetAnswer(); a != nil {
			return a
		}
	}
}

// listening serves event sockets of the world's people, who are told by a hub that knows
// nothing of ended sessions, and returns how one of them connects.
func (w *world) listening() (connect func(*person) *browser, counted func() []int) {
	w.t.Helper()
	log := slog.New(slog.NewTextHandler(w.log, nil))
	w.hub = relay.New()
	var mu sync.Mutex
	var statuses []int
	events := api.NewEventsHandler(api.Events{
		Hub: w.hub, Accounts: w.accounts, Streams: api.NewStreamHandler(w.streams, log), Addresses: api.NewAddresses(w.clock, rand.Reader),
		Asked: func(context.Context) (breach.Rekeying, error) { return breach.Rekeying{}, nil },
		Count: func(procedure string, status int, _ time.Duration) {
			mu.Lock()
			defer mu.Unlock()
			if procedure == rpc.StreamServiceAppendProcedure {
				statuses = append(statuses, status)
			}
		},
		Now: w.clock, Log: log,
	})
	server := httptest.NewTLSServer(events)
	w.t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		must(w.t, events.Shutdown(ctx))
		server.Close()
	})
	dial := eventWorld{server: server, dialer: &net.Dialer{}}
	return func(p *person) *browser {
			w.t.Helper()
			b := dial.connect(w.t, string(p.session.GetToken()))
			if b.next(w.t).GetReady() == nil {
				w.t.Fatal("not ready")
			}
			return b
		}, func() []int {
			mu.Lock()
			defer mu.Unlock()
			return slices.Clone(statuses)
		}
}

// talk is a conversation of two people of the world.
func (w *world) talk() (heron, doctor *person, id []byte, as func(*person) rpc.StreamServiceClient) {
	w.t.Helper()
	as = w.streamServer()
	heron, doctor = w.become("heron", ""), w.become("doctor", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(w.t))
	id = randomBytes(w.t, 16)
	get[alcovev1.CreateStreamResponse](w.t)(as(heron).CreateStream(w.t.Context(), connect.NewRequest(request(heron, doctor, id))))
	return heron, doctor, id, as
}

func TestWhatIsAppendedOverTheSocketIsInTheStreamOnce(t *testing.T) {
	w := newWorld(t)
	heron, doctor, id, as := w.talk()
	connects, counted := w.listening()
	b := connects(heron)
	said := &alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "one"), text(t, 1, "two")}}
	for call := range uint32(2) { // the answer got lost, the client asks again
		b.append(t, call, said)
		if a := b.answer(t); a.GetCall() != call || !slices.Equal(a.GetAppended().GetSeqs(), []uint64{3, 4}) {
			t.Fatalf("answered %v", a)
		}
	}
	// By HTTP, too.
	again := get[alcovev1.AppendResponse](t)(as(heron).Append(t.Context(), connect.NewRequest(said)))
	if !slices.Equal(again.GetSeqs(), []uint64{3, 4}) {
		t.Fatalf("answered %v", again)
	}
	read := get[alcovev1.ReadResponse](t)(as(doctor).Read(t.Context(), connect.NewRequest(&alcovev1.ReadRequest{StreamId: id, After: 2, Limit: 10})))
	if len(read.GetRecords()) != 2 || string(read.GetRecords()[1].GetCiphertext()) != "two" {
		t.Fatalf("read %v", read)
	}
	if got := counted(); !slices.Equal(got, []int{200, 200}) {
		t.Fatalf("counted %v", got)
	}
}

// The answer says where a record is: its bytes are not sent back to where they came from.
func TestASocketIsNotToldOfWhatCameByIt(t *testing.T) {
	w := newWorld(t)
	heron, doctor, id, as := w.talk()
	connects, _ := w.listening()
	phone, laptop, theirs := connects(heron), connects(heron), connects(doctor)
	phone.append(t, 1, &alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "by the socket")}})
	if a := phone.next(t).GetAnswer(); !slices.Equal(a.GetAppended().GetSeqs(), []uint64{3}) {
		t.Fatalf("answered %v", a)
	}
	get[alcovev1.AppendResponse](t)(as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "by HTTP")}})))
	if r := phone.next(t).GetRecordAdded().GetRecord(); r.GetSeq() != 4 {
		t.Errorf("the phone heard of %d", r.GetSeq())
	}
	for _, other := range []*browser{laptop, theirs} {
		for _, seq := range []uint64{3, 4} {
			if r := other.next(t).GetRecordAdded().GetRecord(); r.GetSeq() != seq {
				t.Errorf("heard of %d, not of %d", r.GetSeq(), seq)
			}
		}
	}
}

// Whoever is refused is told the same by either way.
func TestRefusalsAreThoseOfHTTP(t *testing.T) {
	w := newWorld(t)
	heron, _, id, as := w.talk()
	stranger := w.become("otter", "")
	connects, counted := w.listening()
	closed := randomBytes(t, 16)
	doctor := w.become("nurse", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(t))
	get[alcovev1.CreateStreamResponse](t)(as(heron).CreateStream(t.Context(), connect.NewRequest(request(heron, doctor, closed))))
	get[alcovev1.CloseStreamResponse](t)(as(heron).CloseStream(t.Context(), connect.NewRequest(&alcovev1.CloseStreamRequest{StreamId: closed})))
	one := func(r *alcovev1.NewRecord) []*alcovev1.NewRecord { return []*alcovev1.NewRecord{r} }
	short := text(t, 1, "x")
	short.IdempotencyKey = []byte{1}
	sockets := map[*person]*browser{heron: connects(heron), stranger: connects(stranger)}
	for _, c := range []struct {
		name string
		by   *person
		m    *alcovev1.AppendRequest
		code string
	}{
		{"an epoch that is over", heron, &alcovev1.AppendRequest{StreamId: id, Records: one(text(t, 0, "late"))}, "epoch_stale"},
		{"a closed stream", heron, &alcovev1.AppendRequest{StreamId: closed, Records: one(text(t, 1, "after"))}, "stream_closed"},
		{"somebody else's stream", stranger, &alcovev1.AppendRequest{StreamId: id, Records: one(text(t, 1, "x"))}, "stream_not_found"},
		{"half an id", heron, &alcovev1.AppendRequest{StreamId: id[:8], Records: one(text(t, 1, "x"))}, "malformed_record"},
		{"half a key", heron, &alcovev1.AppendRequest{StreamId: id, Records: one(short)}, "malformed_record"},
		{"nothing", heron, nil, "malformed_record"},
		{"too many", heron, &alcovev1.AppendRequest{StreamId: id, Records: slices.Repeat(one(text(t, 1, "x")), stream.MaxRecords+1)}, "too_many_records"},
	} {
		sockets[c.by].append(t, 7, c.m)
		answer := sockets[c.by].answer(t)
		got := answer.GetFailure()
		if answer.GetCall() != 7 || got == nil {
			t.Fatalf("%s: answered %v", c.name, answer)
		}
		m := c.m
		if m == nil {
			m = &alcovev1.AppendRequest{}
		}
		_, err := as(c.by).Append(t.Context(), connect.NewRequest(m))
		want := &alcovev1.Failure{Info: refused(t, err, c.code)}
		var ce *connect.Error
		errors.As(err, &ce)
		want.Code, want.Message = uint32(ce.Code()), ce.Message()
		if !proto.Equal(got, want) {
			t.Errorf("%s: by the socket %v, by HTTP %v", c.name, got, want)
		}
	}
	if statuses := counted(); statuses[0] != 409 || statuses[3] != 400 {
		t.Errorf("counted %v", statuses)
	}
}

// Nobody told this socket that the session is over; the next call finds out.
func TestASessionThatEndedAppendsNothing(t *testing.T) {
	w := newWorld(t)
	heron, _, id, as := w.talk()
	connects, _ := w.listening()
	b := connects(heron)
	// It is let in: whoever is told to be ready is looked up once more, and would be turned away.
	b.append(t, 1, &alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "before")}})
	if b.answer(t).GetAppended() == nil {
		t.Fatal("not appended")
	}
	token := heron.session.GetToken()
	session, err := w.accounts.Authenticate(t.Context(), token)
	must(t, err)
	must(t, w.accounts.LogOut(t.Context(), session))
	b.append(t, 2, &alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "after")}})
	if code := b.answer(t).GetFailure().GetInfo().GetCode(); code != "not_logged_in" {
		t.Fatalf("refused with %q", code)
	}
	b.closedWith(t, 4001)
	_, err = as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{text(t, 1, "after")}}))
	refused(t, err, "not_logged_in")
}

// later restricts the sessions of a doorman once they are in.
type later struct {
	doorman
	restricted atomic.Bool
}

func (l *later) Resume(ctx context.Context, hash [32]byte) (account.Session, error) {
	s, err := l.doorman.Resume(ctx, hash)
	s.SecondFactorRequired = l.restricted.Load()
	return s, err
}

// So does one that needs a second factor since.
func TestASessionThatIsRestrictedSinceAppendsNothing(t *testing.T) {
	people := &later{doorman: doorkeeper}
	w := newEventWorldOf(t, people)
	b := w.connect(t, "ada")
	b.next(t)
	people.restricted.Store(true)
	b.append(t, 1, &alcovev1.AppendRequest{})
	if code := b.answer(t).GetFailure().GetInfo().GetCode(); code != "second_factor_required" {
		t.Fatalf("refused with %q", code)
	}
	b.closedWith(t, 4001)
}

func TestWhatIsNoCallEndsTheSocket(t *testing.T) {
	w := newEventWorld(t)
	for _, c := range []struct {
		name   string
		opcode gws.Opcode
		bytes  []byte
		code   uint16
	}{
		{"rubbish", gws.OpcodeBinary, []byte{0xff}, 1002},
		{"nothing", gws.OpcodeBinary, nil, 1008},
		{"words", gws.OpcodeText, []byte("hello"), 1008},
	} {
		b := w.connect(t, "ada")
		b.next(t)
		if err := b.conn.WriteMessage(c.opcode, c.bytes); err != nil {
			t.Fatal(c.name, err)
		}
		b.closedWith(t, c.code)
	}
	// Too much is refused once it is announced: whoever goes on to send it may find nobody there.
	b := w.connect(t, "ada")
	b.next(t)
	_, err := b.conn.NetConn().Write([]byte{0x82, 0x80 | 126, 32_001 >> 8, 32_001 & 0xff, 0, 0, 0, 0}) // RFC 6455, section 5.2
	must(t, err)
	b.closedWith(t, 1009)
	// Who was not recognised yet cannot call, either.
	b, _, err = w.dial(t, "")
	must(t, err)
	b.append(t, 1, nil)
	b.closedWith(t, 1002)
}

func TestCallsUnderWayAreBoundedAndAllAnswered(t *testing.T) {
	const most, sent = 32, 100
	w := newEventWorld(t)
	begun, goOn := make(chan struct{}, sent), make(chan struct{})
	w.does.do(func(*alcovev1.AppendRequest) { begun <- struct{}{}; <-goOn })
	b := w.connect(t, "ada")
	b.next(t)
	for call := range uint32(sent) {
		b.append(t, call, &alcovev1.AppendRequest{Records: make([]*alcovev1.NewRecord, 1)})
	}
	for range most {
		<-begun
	}
	select {
	case <-begun:
		t.Fatal("one more was begun")
	case <-time.After(50 * time.Millisecond):
	}
	// Others are not held up.
	w.does.do(nil)
	other := w.connect(t, "ada")
	other.next(t)
	other.append(t, 1, &alcovev1.AppendRequest{})
	other.answer(t)
	close(goOn)
	answered := map[uint32]bool{}
	for range sent {
		answered[b.answer(t).GetCall()] = true
	}
	if len(answered) != sent {
		t.Fatalf("%d of %d answered", len(answered), sent)
	}
}

// A device that reads nothing while it writes is closed in the end, and holds nobody up.
func TestWhoDoesNotReadAnswersHoldsNobodyUp(t *testing.T) {
	w := newEventWorld(t)
	slow, quick := w.connect(t, "ada"), w.connect(t, "bob")
	slow.next(t)
	quick.next(t)
	slow.stall()
	defer slow.goOn()
	big := make([]byte, 60<<10)
	for seq := range uint64(400) { // 24 MB: more than the kernel takes for a socket, and the queue
		w.hub.RecordsAdded(t.Context(), []stream.AccountID{{1}}, stream.ID{9}, []stream.Record{{Seq: seq + 1, NewRecord: stream.NewRecord{Kind: stream.Message, Ciphertext: big}}})
	}
	for call := range uint32(64) {
		_ = slow.conn.WriteMessage(gws.OpcodeBinary, mustMarshal(t, call))
		quick.append(t, call, &alcovev1.AppendRequest{})
		if quick.answer(t).GetCall() != call {
			t.Fatal("another one's answer")
		}
	}
}

func mustMarshal(t *testing.T, call uint32) []byte {
	t.Helper()
	frame, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Append{Append: &alcovev1.AppendCall{Call: call}}})
	must(t, err)
	return frame
}

// withACallUnderWay has ada's call number 5 wait until goOn is closed.
func withACallUnderWay(t *testing.T) (w eventWorld, b *browser, goOn chan struct{}) {
	t.Helper()
	w = newEventWorld(t)
	begun := make(chan struct{})
	goOn = make(chan struct{})
	w.does.do(func(*alcovev1.AppendRequest) { close(begun); <-goOn })
	b = w.connect(t, "ada")
	b.next(t)
	b.append(t, 5, &alcovev1.AppendRequest{})
	<-begun
	return w, b, goOn
}

// What is under way when the server stops is answered before the socket is closed.
func TestShutdownAnswersFirst(t *testing.T) {
	w, b, goOn := withACallUnderWay(t)
	stopped := make(chan error)
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		stopped <- w.events.Shutdown(ctx)
	}()
	select {
	case err := <-stopped:
		t.Fatalf("did not wait: %v", err)
	case <-time.After(50 * time.Millisecond):
	}
	close(goOn)
	if a := b.answer(t); a.GetCall() != 5 || a.GetAppended() == nil {
		t.Fatalf("answered %v", a)
	}
	b.closedWith(t, 1001)
	must(t, <-stopped)
}

// The database is closed after Shutdown: it waits for calls of those who have gone, too.
func TestShutdownWaitsForCallsOfWhoHasGone(t *testing.T) {
	w, b, goOn := withACallUnderWay(t)
	_ = b.conn.NetConn().Close()
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	if err := w.events.Shutdown(ctx); err == nil {
		t.Fatal("a call was still under way")
	}
	close(goOn)
}

func TestACallThatPanicsIsAnInternalError(t *testing.T) {
	w := newEventWorld(t)
	w.does.do(func(*alcovev1.AppendRequest) { panic("oh") })
	b := w.connect(t, "ada")
	b.next(t)
	b.append(t, 1, &alcovev1.AppendRequest{})
	if f := b.answer(t).GetFailure(); f.GetInfo().GetCode() != "internal" || f.GetCode() != uint32(connect.CodeInternal) {
		t.Fatalf("answered %v", f)
	}
	w.does.do(nil)
	b.append(t, 2, &alcovev1.AppendRequest{})
	if b.answer(t).GetAppended() == nil {
		t.Fatal("the socket is of no use any more")
	}
	if n := bytes.Count(w.log.Bytes(), []byte("panic in a call")); n != 1 {
		t.Fatalf("logged %d times", n)
	}
}

// What a burst of calls needed is given back: no goroutine stays for sockets on which
// nothing is on its way, but for the one that reads.
func TestWhenNothingIsOnItsWayNobodyWaits(t *testing.T) {
	w := newEventWorld(t)
	b := w.connect(t, "ada")
	b.next(t)
	before := runtime.NumGoroutine()
	for call := range uint32(200) {
		b.append(t, call, &alcovev1.AppendRequest{})
	}
	for range 200 {
		b.answer(t)
	}
	for deadline := time.Now().Add(patience); runtime.NumGoroutine() > before; time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%d goroutines, %d before", runtime.NumGoroutine(), before)
		}
	}
}
