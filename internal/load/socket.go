package load

import (
	"context"
	"errors"
	"sync"

	"connectrpc.com/connect"
	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// errSocket: whether something was appended is not known.
var errSocket = connect.NewError(connect.CodeUnavailable, errors.New("the event socket ended before the answer"))

// calls are what was sent over a socket and not answered.
type calls struct {
	mu      sync.Mutex
	last    uint32
	waiting map[uint32]chan *alcovev1.Answer
}

func (c *calls) begin() (uint32, chan *alcovev1.Answer) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last++
	if c.waiting == nil {
		c.waiting = map[uint32]chan *alcovev1.Answer{}
	}
	answered := make(chan *alcovev1.Answer, 1)
	c.waiting[c.last] = answered
	return c.last, answered
}

func (c *calls) end(call uint32) chan *alcovev1.Answer {
	c.mu.Lock()
	defer c.mu.Unlock()
	answered := c.waiting[call]
	delete(c.waiting, call)
	return answered
}

func (c *calls) answer(a *alcovev1.Answer) {
	if answered := c.end(a.GetCall()); answered != nil {
		answered <- a
	}
}

// Append appends over the socket. Errors are those of StreamService.Append, and
// CodeUnavailable when the socket ends before the answer.
func (l *Listener) Append(ctx context.Context, m *alcovev1.AppendRequest) (*alcovev1.AppendResponse, error) {
	call, answered := l.calls.begin()
	defer l.calls.end(call)
	frame, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Append{Append: &alcovev1.AppendCall{Call: call, Request: m}}})
	if err != nil {
		return nil, err
	}
	if err := l.conn.WriteMessage(gws.OpcodeBinary, frame); err != nil {
		return nil, errSocket
	}
	select {
	case a := <-answered:
		if f := a.GetFailure(); f != nil {
			return nil, refusal(f)
		}
		return a.GetAppended(), nil
	case <-l.gone:
		return nil, errSocket
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func refusal(f *alcovev1.Failure) error {
	ce := connect.NewError(connect.Code(f.GetCode()), errors.New(f.GetMessage()))
	if d, err := connect.NewErrorDetail(f.GetInfo()); err == nil && f.GetInfo() != nil {
		ce.AddDetail(d)
	}
	return ce
}

// Over is the same person, who appends over an event socket of theirs and does
// everything else by HTTP, as the app does.
func (p *Person) Over(l *Listener) *Person {
	over := *p
	over.Streams = overSocket{p.Streams, l}
	return &over
}

type overSocket struct {
	rpc.StreamServiceClient
	socket *Listener
}

// Append implements rpc.StreamServiceClient.
func (o overSocket) Append(ctx context.Context, r *connect.Request[alcovev1.AppendRequest]) (*connect.Response[alcovev1.AppendResponse], error) {
	appended, err := o.socket.Append(ctx, r.Msg)
	if err != nil {
		return nil, err
	}
	return connect.NewResponse(appended), nil
}

// Listen opens an event socket of the person's session.
func (p *Person) Listen(ctx context.Context, heard func(*alcovev1.ServerEvent)) (*Listener, error) {
	return Listen(ctx, p.Server.Host, p.Server.TLS, p.Token, heard)
}
