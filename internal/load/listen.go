package load

import (
	"context"
	"crypto/tls"
	"errors"
	"sync"

	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	alcovev1 "alcove/proto/alcove/v1"
)

// Listener is an event socket.
type Listener struct {
	gws.BuiltinEventHandler
	conn  *gws.Conn
	heard func(*alcovev1.ServerEvent)
	ready chan struct{}
	once  sync.Once
	gone  chan struct{}
	calls calls
}

// Listen connects to host ("localhost:8443") with a session's token and returns
// once the server has said that it is ready. heard is called for each event, one
// after the other.
func Listen(ctx context.Context, host string, config *tls.Config, token []byte, heard func(*alcovev1.ServerEvent)) (*Listener, error) {
	l := &Listener{heard: heard, ready: make(chan struct{}), gone: make(chan struct{})}
	config = config.Clone()
	config.NextProtos = []string{"http/1.1"} // RFC 6455 needs it
	conn, _, err := gws.NewClient(l, &gws.ClientOption{Addr: "wss://" + host + "/events", TlsConfig: config, ReadBufferSize: 512})
	if err != nil {
		return nil, err
	}
	l.conn = conn
	go conn.ReadLoop()
	hello, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Hello{Hello: &alcovev1.Hello{Token: token}}})
	if err == nil {
		err = conn.WriteMessage(gws.OpcodeBinary, hello)
	}
	if err == nil {
		select {
		case <-l.ready:
			return l, nil
		case <-l.gone:
			err = errors.New("the server closed the event socket")
		case <-ctx.Done():
			err = ctx.Err()
		}
	}
	l.Close()
	return nil, err
}

// OnMessage is called by the WebSocket library.
func (l *Listener) OnMessage(_ *gws.Conn, m *gws.Message) {
	var e alcovev1.ServerEvent
	if proto.Unmarshal(m.Bytes(), &e) == nil {
		if e.GetReady() != nil {
			l.once.Do(func() { close(l.ready) })
		}
		if e.GetAnswer() != nil {
			l.calls.answer(e.GetAnswer())
		} else {
			l.heard(&e)
		}
	}
	_ = m.Close()
}

// OnClose is called by the WebSocket library.
func (l *Listener) OnClose(*gws.Conn, error) { close(l.gone) }

// Gone is closed once the socket is.
func (l *Listener) Gone() <-chan struct{} { return l.gone }

// Close ends the socket.
func (l *Listener) Close() { _ = l.conn.WriteClose(1000, nil) }
