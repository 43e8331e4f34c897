package api

import (
	"context"
	"errors"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"github.com/lxzan/gws"

	"alcove/internal/account"
	"alcove/internal/breach"
	"alcove/internal/fault"
	"alcove/internal/relay"
)

// Times of the event socket.
const (
	helloWithin   = 10 * time.Second
	pingEvery     = 45 * time.Second // proxies commonly cut what is silent for 60 s
	silentFor     = 2*pingEvery + 10*time.Second
	writeWithin   = 10 * time.Second
	authenticates = 5 * time.Second
)

// maxStrangers bounds the sockets that have not said who they are, maxStrangersOfOne
// those of one address: many come at once when a school's network was away.
const (
	maxStrangers      = 2000
	maxStrangersOfOne = 500
)

// Close codes of the event socket: RFC 6455 §7.4.1, and from 4000 on our own.
const (
	closeGoingAway   = 1001 // the server is restarting: come back in a moment
	closeProtocol    = 1002
	closePolicy      = 1008 // no Hello in time, or a second one
	closeTooLarge    = 1009
	closeTryLater    = 1013 // fell behind: come back at once, read from the cursor
	closeNotLoggedIn = 4001 // the token is not that of a whole session, or the session ended
	closeTooMany     = 4002 // too many connections of this account
)

// Authenticator resolves a bearer token, and later its hash.
type Authenticator interface {
	Authenticate(ctx context.Context, token []byte) (account.Session, error)
	Resume(ctx context.Context, tokenHash [32]byte) (account.Session, error)
}

// Events is what event sockets work with.
type Events struct {
	Hub       *relay.Hub
	Accounts  Authenticator
	Streams   Appender
	Addresses *Addresses
	Asked     func(context.Context) (breach.Rekeying, error)         // what was asked of all devices
	Count     func(procedure string, status int, took time.Duration) // is told of each call
	Now       func() time.Time                                       // by which sessions end
	Log       *slog.Logger
}

// EventsHandler is the event socket: one WebSocket (RFC 6455) a client, at
// /events. The client's first message is Hello with its token, within ten seconds; the
// server answers Ready and from then on sends ServerEvents, all as binary protobuf
// frames, and takes what the client appends (call.go). No token ever stands in the address.
//
// A connection that is waiting costs a goroutine that reads, with a small stack,
// and a read buffer of 512 bytes; that is why the HTTP handler has returned by
// then, why log-in and calls run on other goroutines, and why nothing waits to write.
type EventsHandler struct {
	Events
	upgrader *gws.Upgrader
	workers  *workers

	mu        sync.Mutex
	sockets   map[*gws.Conn]*socket
	strangers map[account.AddressKey]int // by address; empty ones are not kept
	unknown   int                        // all of them
	closing   bool
	gone      sync.WaitGroup
}

// NewEventsHandler returns the handler of /events.
func NewEventsHandler(e Events) *EventsHandler {
	h := &EventsHandler{Events: e, workers: newWorkers(), sockets: map[*gws.Conn]*socket{}, strangers: map[account.AddressKey]int{}}
	h.upgrader = gws.NewUpgrader(socketEvents{h}, &gws.ServerOption{
		ReadBufferSize:     512,
		ReadMaxPayloadSize: maxCall,
		Recovery:           gws.Recovery,
		Logger:             silent{}, // the library would log addresses
	})
	return h
}

// ServeHTTP takes the connection over and returns.
func (h *EventsHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !sameOrigin(r) {
		http.Error(w, "wrong origin", http.StatusForbidden)
		return
	}
	hijacker, ok := w.(http.Hijacker)
	if !ok {
		http.Error(w, "a WebSocket over HTTP/1.1 is expected", http.StatusUpgradeRequired)
		return
	}
	from, err := h.Addresses.Key(r.RemoteAddr)
	if err != nil || !h.enter(from) {
		http.Error(w, "too many connections", http.StatusServiceUnavailable)
		return
	}
	gathers := &gatheringWriter{ResponseWriter: w, hijacker: hijacker}
	conn, err := h.upgrader.Upgrade(gathers, r)
	if err != nil {
		h.leave(nil, from)
		return // the upgrader has answered
	}
	s := &socket{handler: h, conn: conn, wire: gathers.conn, from: from}
	h.mu.Lock()
	h.sockets[conn] = s
	closing := h.closing
	h.mu.Unlock()
	if closing {
		s.close(closeGoingAway)
	}
	go s.greet()
}

// sameOrigin refuses pages of other sites. A program that is no browser sends no
// Origin; it can do no harm, for there is no cookie that it could ride on.
func sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	return origin == "" || origin == "https://"+r.Host
}

// Connections returns how many sockets are open.
func (h *EventsHandler) Connections() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.sockets)
}

// Shutdown closes all sockets, each once its calls are answered, telling them to come
// back, and waits for their end.
func (h *EventsHandler) Shutdown(ctx context.Context) error {
	h.mu.Lock()
	h.closing = true
	all := make([]*socket, 0, len(h.sockets))
	for _, s := range h.sockets {
		all = append(all, s)
	}
	h.mu.Unlock()
	for _, s := range all {
		go s.leave()
	}
	done := make(chan struct{})
	go func() { h.gone.Wait(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// enter admits one more stranger.
func (h *EventsHandler) enter(from account.AddressKey) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.closing || h.unknown >= maxStrangers || h.strangers[from] >= maxStrangersOfOne {
		return false
	}
	h.unknown++
	h.strangers[from]++
	h.gone.Add(1)
	return true
}

// recognised: one of an address's is no stranger any more. The lock is held.
func (h *EventsHandler) recognised(from account.AddressKey) {
	h.unknown--
	if h.strangers[from]--; h.strangers[from] == 0 {
		delete(h.strangers, from)
	}
}

// leave forgets a socket; nil is a stranger that did not become one.
func (h *EventsHandler) leave(s *socket, from account.AddressKey) {
	h.mu.Lock()
	if s != nil {
		delete(h.sockets, s.conn)
	}
	if s == nil || !s.known {
		h.recognised(from)
	}
	h.mu.Unlock()
	h.gone.Done()
}

func (h *EventsHandler) socket(conn *gws.Conn) *socket {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.sockets[conn]
}

// socketEvents is what the WebSocket library calls, on the connection's reading goroutine.
type socketEvents struct{ h *EventsHandler }

func (e socketEvents) OnOpen(*gws.Conn) {}

func (e socketEvents) OnPing(conn *gws.Conn, payload []byte) {
	if s := e.h.socket(conn); s != nil && conn.WritePong(payload) == nil {
		_ = s.wire.flush()
	}
}

func (e socketEvents) OnPong(conn *gws.Conn, _ []byte) {
	_ = conn.SetReadDeadline(time.Now().Add(silentFor))
}

func (e socketEvents) OnMessage(conn *gws.Conn, message *gws.Message) {
	if s := e.h.socket(conn); s != nil && s.begin() {
		e.h.workers.do(call{s, message}) // not here: the stack this grows would stay with the reading goroutine
		return
	}
	_ = message.Close()
}

func (e socketEvents) OnClose(conn *gws.Conn, _ error) {
	if s := e.h.socket(conn); s != nil {
		s.ended()
	}
}

type silent struct{}

func (silent) Error(...any) {}

// closeCode chooses how to turn somebody away.
func closeCode(err error) uint16 {
	switch f := fault.Of(err); {
	case errors.Is(err, relay.ErrTooManyConnections):
		return closeTooMany
	case f.Kind == fault.Unauthenticated, f.Kind == fault.Precondition:
		return closeNotLoggedIn
	default:
		return closeTryLater
	}
}
