package main

import (
	"errors"
	"sync"
	"time"

	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

// listener is a client's event socket.
type listener struct {
	gws.BuiltinEventHandler
	conn  *gws.Conn
	heard func(*alcovev1.ServerEvent)
	ready chan struct{}
	once  sync.Once
	gone  chan struct{}
}

// listen connects and returns once the server has said that it is ready.
func listen(p *load.Person, heard func(*alcovev1.ServerEvent)) (*listener, error) {
	l := &listener{heard: heard, ready: make(chan struct{}), gone: make(chan struct{})}
	config := p.Server.TLS.Clone()
	config.NextProtos = []string{"http/1.1"} // RFC 6455 needs it
	conn, _, err := gws.NewClient(l, &gws.ClientOption{Addr: "wss://" + p.Server.Host + "/events", TlsConfig: config, ReadBufferSize: 512})
	if err != nil {
		return nil, err
	}
	l.conn = conn
	go conn.ReadLoop()
	hello, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Hello{Hello: &alcovev1.Hello{Token: p.Token}}})
	if err != nil {
		return nil, err
	}
	if err := conn.WriteMessage(gws.OpcodeBinary, hello); err != nil {
		return nil, err
	}
	select {
	case <-l.ready:
		return l, nil
	case <-l.gone:
		return nil, errors.New("the server closed the event socket")
	case <-time.After(30 * time.Second):
		return nil, errors.New("the event socket did not become ready")
	}
}

// OnMessage is called by the WebSocket library.
func (l *listener) OnMessage(_ *gws.Conn, m *gws.Message) {
	var e alcovev1.ServerEvent
	if proto.Unmarshal(m.Bytes(), &e) == nil {
		if e.GetReady() != nil {
			l.once.Do(func() { close(l.ready) })
		}
		l.heard(&e)
	}
	_ = m.Close()
}

// OnClose is called by the WebSocket library.
func (l *listener) OnClose(*gws.Conn, error) { close(l.gone) }

func (l *listener) ended() bool {
	select {
	case <-l.gone:
		return true
	default:
		return false
	}
}

func (l *listener) close() { _ = l.conn.WriteClose(1000, nil) }
