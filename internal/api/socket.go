package api

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	"alcove/internal/account"
	"alcove/internal/fault"
	"alcove/internal/relay"
	alcovev1 "alcove/proto/alcove/v1"
)

// socket is one client's event socket.
type socket struct {
	handler *EventsHandler
	conn    *gws.Conn
	wire    *gathering // below conn
	from    account.AddressKey

	mu      sync.Mutex
	known   bool // also guarded by handler.mu
	over    bool
	leaving bool          // it is closed after the last call
	calls   int8          // under way
	place   chan struct{} // closed when one of them ends; nil: nobody waits for that
	sub     *relay.Subscription
	beat    *time.Timer
	expires time.Time // of the session

	logOut atomic.Bool // the session ended
}

// greet takes the client's first message, finds out who it is and begins to tell them
// what happens. A goroutine of its own reads from then on: the stack that this grows does not stay.
func (s *socket) greet() {
	if code := s.admit(); code != 0 {
		s.close(code)
		s.ended()
		return
	}
	go s.conn.ReadLoop() // calls ended
}

// admit returns 0, or the code to close with.
func (s *socket) admit() uint16 {
	_ = s.wire.SetReadDeadline(time.Now().Add(helloWithin))
	if s.wire.flush() != nil { // the handshake's answer
		return closeGoingAway
	}
	token, err := readHello(s.wire)
	if err != nil {
		return whyNot(err)
	}
	defer clear(token)
	ctx, cancel := context.WithTimeout(context.Background(), authenticates)
	defer cancel()
	session, err := s.handler.Accounts.Authenticate(ctx, token)
	if err == nil && session.Restricted() {
		err = errNoSession
	}
	if err != nil {
		if f := fault.Of(err); f.Kind == fault.Internal {
			s.handler.Log.Error("internal error", "code", f.Code, "at", "events")
		}
		return closeCode(err)
	}
	asked, err := s.handler.Asked(ctx)
	if err != nil {
		s.handler.Log.Error("internal error", "code", fault.Of(err).Code, "at", "events")
		return closeCode(err)
	}
	if err := s.join(session, relay.Rekeying{Number: asked.Number, Day: asked.Day}); err != nil {
		return closeCode(err)
	}
	// A session that ended before it was subscribed for: nobody told this socket.
	if _, err := s.handler.Accounts.Resume(ctx, session.TokenHash); err != nil {
		return closeCode(err)
	}
	return 0
}

func (s *socket) join(session account.Session, asked relay.Rekeying) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	// Whoever is told Ready reads from the cursor next: so first subscribe, then say it.
	sub, err := s.handler.Hub.Subscribe(session.AccountID, session.TokenHash, &relay.Ready{Asked: asked}, s.deliver, s.cutOff)
	if err != nil {
		return err
	}
	s.sub, s.expires = sub, session.Expires
	s.handler.mu.Lock()
	s.known = true
	s.handler.recognised(s.from)
	s.handler.mu.Unlock()
	_ = s.wire.SetReadDeadline(time.Now().Add(silentFor))
	s.beat = time.AfterFunc(pingEvery, s.ping)
	return nil
}

// ping keeps the connection from being cut by what lies between, and finds out
// whether anybody is still there: a pong moves the read deadline on.
func (s *socket) ping() {
	if s.handler.Now().After(s.expires) {
		_ = s.deliver(&relay.SessionEnded{}, false)
		s.close(closeNotLoggedIn)
		return
	}
	err := s.conn.WritePing(nil)
	if err == nil {
		err = s.wire.flush()
	}
	if err != nil {
		s.close(closeGoingAway)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.over {
		s.beat.Reset(pingEvery)
	}
}

// deliver sends one event, together with those that follow at once. The hub calls
// it, one at a time.
func (s *socket) deliver(e relay.Event, more bool) error {
	if _, ended := e.(*relay.SessionEnded); ended {
		s.logOut.Store(true)
	}
	if err := s.conn.WriteMessage(gws.OpcodeBinary, e.Frame(func() []byte { return EncodeEvent(e) })); err != nil || more {
		return err
	}
	return s.wire.flush()
}

// cutOff is the hub's last word: the session ended, or the socket fell behind.
func (s *socket) cutOff() {
	if s.logOut.Load() {
		s.close(closeNotLoggedIn)
		return
	}
	s.close(closeTryLater)
}

// close says why and ends the connection; the reading goroutine then calls ended.
func (s *socket) close(code uint16) {
	_ = s.wire.SetWriteDeadline(time.Now().Add(closeWithin)) // of what is being written
	_ = s.conn.WriteClose(code, nil)
}

// ended forgets the connection, which is closed.
func (s *socket) ended() {
	s.mu.Lock()
	s.over = true
	sub, beat := s.sub, s.beat
	s.mu.Unlock()
	if beat != nil {
		beat.Stop()
	}
	if sub != nil {
		sub.Close()
	}
	s.handler.leave(s, s.from)
}

// EncodeEvent makes the frame of an event, as sockets send it.
func EncodeEvent(e relay.Event) []byte {
	var m alcovev1.ServerEvent
	switch e := e.(type) {
	case *relay.Ready:
		m.Event = &alcovev1.ServerEvent_Ready{Ready: &alcovev1.Ready{Rekeying: rekeyingMessage(e.Asked.Number, e.Asked.Day)}}
	case *relay.RecordAdded:
		m.Event = &alcovev1.ServerEvent_RecordAdded{RecordAdded: &alcovev1.RecordAdded{StreamId: e.Stream[:], Record: recordMessage(&e.Record)}}
	case *relay.Signalled:
		m.Event = &alcovev1.ServerEvent_Signal{Signal: &alcovev1.SignalReceived{StreamId: e.Stream[:], Ciphertext: e.Ciphertext}}
	case *relay.StreamChanged:
		m.Event = &alcovev1.ServerEvent_StreamChanged{StreamChanged: &alcovev1.StreamChanged{Stream: streamMessage(e.Stream)}}
	case *relay.VaultChanged:
		m.Event = &alcovev1.ServerEvent_VaultChanged{VaultChanged: &alcovev1.VaultChanged{Version: e.Version}}
	case *relay.RekeyingAsked:
		m.Event = &alcovev1.ServerEvent_Rekeying{Rekeying: rekeyingMessage(e.Asked.Number, e.Asked.Day)}
	case *relay.SessionEnded:
		m.Event = &alcovev1.ServerEvent_SessionEnded{SessionEnded: &alcovev1.SessionEnded{}}
	}
	frame, err := proto.Marshal(&m)
	if err != nil {
		return nil // cannot be: no strings, no required fields
	}
	return frame
}
