package api_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/breach"
	"alcove/internal/fault"
	"alcove/internal/relay"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
)

// patience only ends what hangs: a busy machine fails no test.
const patience = time.Minute

// doorman knows sessions by their tokens.
type doorman map[string]account.Session

func (d doorman) Authenticate(ctx context.Context, token []byte) (account.Session, error) {
	return d.Resume(ctx, sha256.Sum256(token))
}

func (d doorman) Resume(_ context.Context, hash [32]byte) (account.Session, error) {
	for token, s := range d {
		if sha256.Sum256([]byte(token)) == hash {
			s.TokenHash = hash
			return s, nil
		}
	}
	return account.Session{}, fault.New(fault.Unauthenticated, "not_logged_in", "")
}

var doorkeeper = doorman{
	"ada":  {AccountID: account.ID{1}, Role: account.Client, Expires: time.Now().Add(time.Hour)},
	"bob":  {AccountID: account.ID{4}, Role: account.Client, Expires: time.Now().Add(time.Hour)},
	"half": {AccountID: account.ID{2}, Role: account.Practitioner, SecondFactorRequired: true, Expires: time.Now().Add(time.Hour)},
}

type eventWorld struct {
	hub    *relay.Hub
	events *api.EventsHandler
	server *httptest.Server
	dialer gws.Dialer
	does   *appender
	log    *bytes.Buffer
}

func newEventWorld(t *testing.T) eventWorld {
	t.Helper()
	return newEventWorldOf(t, doorkeeper)
}

func newEventWorldOf(t *testing.T, accounts api.Authenticator) eventWorld {
	t.Helper()
	return newEventWorldOn(t, nil, accounts)
}

// newEventWorldOn has browsers come by a network of their own, if one is given.
func newEventWorldOn(t *testing.T, n *network, accounts api.Authenticator) eventWorld {
	t.Helper()
	w := eventWorld{hub: relay.New(), does: &appender{}, log: &bytes.Buffer{}}
	w.events = api.NewEventsHandler(api.Events{
		Hub: w.hub, Accounts: accounts, Streams: w.does, Addresses: api.NewAddresses(time.Now, rand.Reader),
		Asked: func(context.Context) (breach.Rekeying, error) { return breach.Rekeying{Number: 2, Day: 20000}, nil },
		Count: func(string, int, time.Duration) {},
		Now:   time.Now, Log: slog.New(slog.NewTextHandler(w.log, nil)),
	})
	w.server, w.dialer = httptest.NewUnstartedServer(w.events), &net.Dialer{}
	if n != nil {
		_ = w.server.Listener.Close()
		w.server.Listener, w.dialer = n, n
	}
	w.server.StartTLS()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		if err := w.events.Shutdown(ctx); err != nil {
			t.Errorf("sockets left: %v", err)
		}
		w.server.Close()
	})
	return w
}

// network connects browsers with the server in memory, where nothing takes time.
type network struct {
	from   string // the address that who comes next has
	coming chan net.Conn
	over   chan struct{}
	once   sync.Once
}

// coming from an address.
type comer struct {
	net.Conn
	from string
}

func (c comer) RemoteAddr() net.Addr { return net.TCPAddrFromAddrPort(netip.MustParseAddrPort(c.from)) }

func (n *network) Dial(string, string) (net.Conn, error) {
	here, there := net.Pipe()
	n.coming <- comer{there, n.from}
	return here, nil
}

func (n *network) Accept() (net.Conn, error) {
	select {
	case c := <-n.coming:
		return c, nil
	case <-n.over:
		return nil, net.ErrClosed
	}
}

func (n *network) Close() error   { n.once.Do(func() { close(n.over) }); return nil }
func (n *network) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)} }

// browser is the other end of a socket.
type browser struct {
	gws.BuiltinEventHandler
	conn   *gws.Conn
	events chan *alcovev1.ServerEvent
	once   sync.Once
	closed chan uint16
	stalls sync.Mutex // held while it does not read
}

func (b *browser) stall() { b.stalls.Lock() }
func (b *browser) goOn()  { b.stalls.Unlock() }

func (b *browser) OnMessage(_ *gws.Conn, m *gws.Message) {
	b.stalls.Lock()
	defer b.stalls.Unlock()
	var e alcovev1.ServerEvent
	if proto.Unmarshal(m.Bytes(), &e) == nil {
		b.events <- &e
	}
	_ = m.Close()
}

func (b *browser) OnClose(_ *gws.Conn, err error) {
	b.once.Do(func() {
		var e *gws.CloseError
		if errors.As(err, &e) {
			b.closed <- e.Code
		}
		close(b.closed)
	})
}

func (w eventWorld) dial(t *testing.T, origin string) (*browser, *http.Response, error) {
	t.Helper()
	b := &browser{events: make(chan *alcovev1.ServerEvent, 2000), closed: make(chan uint16, 1)}
	header := http.Header{}
	if origin != "" {
		header.Set("Origin", origin)
	}
	conn, resp, err := gws.NewClient(b, &gws.ClientOption{
		Addr: strings.Replace(w.server.URL, "https", "wss", 1) + "/events", RequestHeader: header,
		TlsConfig: &tls.Config{RootCAs: w.server.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs, NextProtos: []string{"http/1.1"}},
		NewDialer: func() (gws.Dialer, error) { return w.dialer, nil },
	})
	if err == nil {
		b.conn = conn
		go conn.ReadLoop()
	}
	return b, resp, err
}

func (w eventWorld) connect(t *testing.T, token string) *browser {
	t.Helper()
	b, _, err := w.dial(t, w.server.URL)
	if err != nil {
		t.Fatal(err)
	}
	b.hello(t, token)
	return b
}

func (b *browser) hello(t *testing.T, token string) {
	t.Helper()
	frame, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Hello{Hello: &alcovev1.Hello{Token: []byte(token)}}})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.conn.WriteMessage(gws.OpcodeBinary, frame); err != nil {
		t.Fatal(err)
	}
}

func (b *browser) next(t *testing.T) *alcovev1.ServerEvent {
	t.Helper()
	select {
	case e := <-b.events:
		return e
	case <-time.After(patience):
		t.Fatal("heard nothing")
		return nil
	}
}

func (b *browser) closedWith(t *testing.T, code uint16) {
	t.Helper()
	select {
	case got := <-b.closed:
		if got != code {
			t.Fatalf("closed with %d, want %d", got, code)
		}
	case <-time.After(patience):
		t.Fatal("not closed")
	}
}

func TestEventsReachWhoIsLoggedIn(t *testing.T) {
	w := newEventWorld(t)
	ada := w.connect(t, "ada")
	ready := ada.next(t).GetReady()
	if asked := ready.GetRekeying(); ready == nil || asked.GetNumber() != 2 || asked.GetDay() != 20000 {
		t.Fatalf("got %v first", ready)
	}
	w.hub.RekeyingAsked(3, 20001)
	if asked := ada.next(t).GetRekeying(); asked.GetNumber() != 3 || asked.GetDay() != 20001 {
		t.Fatalf("got %v", asked)
	}
	id, account := stream.ID{9}, account.ID{1}
	w.hub.RecordsAdded(t.Context(), []stream.AccountID{account}, id, []stream.Record{{Seq: 4, NewRecord: stream.NewRecord{Kind: stream.Message, Epoch: 1, Key: stream.Key{5}, Ciphertext: []byte("sealed")}}})
	r := ada.next(t).GetRecordAdded()
	if r == nil || r.GetRecord().GetSeq() != 4 || string(r.GetRecord().GetCiphertext()) != "sealed" || [16]byte(r.GetStreamId()) != id {
		t.Fatalf("got %v", r)
	}
	w.hub.Signalled([]stream.AccountID{account}, id, []byte("typing"))
	if s := ada.next(t).GetSignal(); string(s.GetCiphertext()) != "typing" {
		t.Fatalf("got %v", s)
	}
	w.hub.StreamChanged([]stream.AccountID{account}, stream.Stream{ID: id, Kind: stream.Conversation, Closed: true, Members: []stream.Member{{Account: account, Role: stream.Client}}})
	if s := ada.next(t).GetStreamChanged().GetStream(); !s.GetClosed() || len(s.GetMembers()) != 1 {
		t.Fatalf("got %v", s)
	}
	w.hub.VaultChanged(account, 7)
	if v := ada.next(t).GetVaultChanged(); v.GetVersion() != 7 {
		t.Fatalf("got %v", v)
	}
}

func TestEndedSessionIsToldAndCutOff(t *testing.T) {
	w := newEventWorld(t)
	ada := w.connect(t, "ada")
	ada.next(t)
	w.hub.SessionsEnded(account.ID{1}, [][32]byte{sha256.Sum256([]byte("ada"))})
	if ada.next(t).GetSessionEnded() == nil {
		t.Fatal("not told")
	}
	ada.closedWith(t, 4001)
}

func TestStrangersAreTurnedAway(t *testing.T) {
	w := newEventWorld(t)
	for _, token := range []string{"nobody", "", "half"} {
		w.connect(t, token).closedWith(t, 4001)
	}
	b, _, err := w.dial(t, w.server.URL)
	if err != nil {
		t.Fatal(err)
	}
	if err := b.conn.WriteString("hello"); err != nil {
		t.Fatal(err)
	}
	b.closedWith(t, 1008)
	b, _, _ = w.dial(t, w.server.URL)
	if err := b.conn.WriteMessage(gws.OpcodeBinary, []byte{0xff}); err != nil {
		t.Fatal(err)
	}
	b.closedWith(t, 1002)
	b, _, _ = w.dial(t, w.server.URL)
	if err := b.conn.WriteMessage(gws.OpcodeBinary, make([]byte, 4096)); err != nil {
		t.Fatal(err)
	}
	b.closedWith(t, 1009)
	twice := w.connect(t, "ada")
	twice.next(t)
	twice.hello(t, "ada")
	twice.closedWith(t, 1008)
	if _, resp, err := w.dial(t, "https://elsewhere.example"); err == nil || resp.StatusCode != http.StatusForbidden {
		t.Fatal("another site's page was let in")
	}
	resp, err := w.server.Client().Get(w.server.URL + "/events")
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusBadRequest {
		t.Fatalf("an ordinary request was answered %d", resp.StatusCode)
	}
}

func TestConnectionsOfAnAccountAreBounded(t *testing.T) {
	w := newEventWorld(t)
	var first *browser
	for range relay.MaxPerAccount {
		b := w.connect(t, "ada")
		b.next(t)
		if first == nil {
			first = b
		}
	}
	w.connect(t, "ada").closedWith(t, 4002)
	_ = first.conn.WriteClose(1000, nil)
	for deadline := time.Now().Add(patience); w.hub.Subscribers() == relay.MaxPerAccount; {
		if time.Now().After(deadline) {
			t.Fatal("a closed connection is still counted")
		}
		time.Sleep(5 * time.Millisecond)
	}
	if w.connect(t, "ada").next(t).GetReady() == nil {
		t.Fatal("no room after one left")
	}
}

// Somebody who opens sockets and says nothing takes the places of their own address
// alone, and for ten seconds. It is played without a network, by a clock of its own.
func TestSilentSocketsOfAnAddressAreBounded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		t.Cleanup(func() { time.Sleep(time.Minute) }) // last of all: both ends say farewell, which takes seconds where neither is read
		n := &network{from: "192.0.2.3:1", coming: make(chan net.Conn), over: make(chan struct{})}
		w := newEventWorldOn(t, n, doorkeeper)
		known := w.connect(t, "ada")
		known.next(t)
		n.from = "192.0.2.1:1"
		for range 500 {
			if _, _, err := w.dial(t, ""); err != nil {
				t.Fatal(err)
			}
		}
		oneMore := func() (status int) {
			t.Helper()
			_, resp, _ := w.dial(t, "")
			return resp.StatusCode
		}
		if got := oneMore(); got != http.StatusServiceUnavailable {
			t.Fatalf("one more was answered %d", got)
		}
		n.from = "192.0.2.2:1"
		if w.connect(t, "ada").next(t).GetReady() == nil {
			t.Fatal("another address was held up")
		}
		n.from = "192.0.2.1:1"
		time.Sleep(9 * time.Second)
		if got := oneMore(); got != http.StatusServiceUnavailable {
			t.Fatalf("one more was answered %d before the others' time was over", got)
		}
		time.Sleep(time.Minute) // with their farewells
		if got := oneMore(); got != http.StatusSwitchingProtocols {
			t.Fatalf("answered %d when the others' time was over", got)
		}
	})
}

// A device that does not read what it is told is cut off, holds nobody up, and finds
// everything when it is back: the relay's hints are not the log.
func TestAReaderWhoFallsBehindIsCutOffAndTheOthersAreNot(t *testing.T) {
	w := newEventWorld(t)
	slow, quick := w.connect(t, "ada"), w.connect(t, "ada")
	quick.next(t)
	slow.next(t)
	slow.stall()
	defer slow.goOn()
	big := make([]byte, 60<<10)
	for seq := range uint64(400) { // 24 MB: more than the kernel takes for a socket, and the queue
		w.hub.RecordsAdded(t.Context(), []stream.AccountID{{1}}, stream.ID{9}, []stream.Record{{Seq: seq + 1, NewRecord: stream.NewRecord{Kind: stream.Message, Ciphertext: big}}})
		if got := quick.next(t).GetRecordAdded().GetRecord().GetSeq(); got != seq+1 {
			t.Fatalf("who reads heard of %d after %d", got, seq)
		}
	}
	if n := w.hub.Subscribers(); n != 1 {
		t.Fatalf("%d are still told", n)
	}
	if w.connect(t, "ada").next(t).GetReady() == nil {
		t.Fatal("not let in again")
	}
}

func TestShutdownTellsEverybodyToComeBack(t *testing.T) {
	w := newEventWorld(t)
	ada := w.connect(t, "ada")
	ada.next(t)
	stranger, _, err := w.dial(t, "")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := w.events.Shutdown(ctx); err != nil {
		t.Fatal(err)
	}
	ada.closedWith(t, 1001)
	stranger.closedWith(t, 1001)
	if _, resp, err := w.dial(t, ""); err == nil || resp.StatusCode != http.StatusServiceUnavailable {
		t.Fatal("let in while shutting down")
	}
	if n := w.events.Connections(); n != 0 {
		t.Fatalf("%d sockets left", n)
	}
}
