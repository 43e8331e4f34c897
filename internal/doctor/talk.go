package doctor

import (
	"bytes"
	"context"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// talk is what the first account says to itself.
type talk struct {
	token  []byte // of the session that listens
	socket *load.Listener
	own    *load.Listener // of the session that sends
	heard  chan *alcovev1.Record
	stream []byte
	said   []byte
}

// sizeSaid is that of a short message as it is encrypted.
const sizeSaid = 420

// listen opens the event sockets of both sessions.
func (e *examination) listen(ctx context.Context) (_ string, err error) {
	t := &e.talk
	t.stream, t.heard = load.Random(16), make(chan *alcovev1.Record, 1)
	t.socket, err = load.Listen(ctx, hostPort(e.URL), e.TLS, t.token, func(event *alcovev1.ServerEvent) {
		added := event.GetRecordAdded()
		if bytes.Equal(added.GetStreamId(), t.stream) {
			select {
			case t.heard <- added.GetRecord():
			default: // a second one is not waited for
			}
		}
	})
	if err != nil {
		return "", err
	}
	t.own, err = load.Listen(ctx, hostPort(e.URL), e.TLS, e.accounts[0].sessions[0], func(*alcovev1.ServerEvent) {})
	return "", err
}

// send makes the history and appends a record in the first session, over its event
// socket as the app does.
func (e *examination) send(ctx context.Context) (string, error) {
	mine, id := e.accounts[0].sessions[0], e.talk.stream
	owner, err := e.session(ctx, mine)
	if err != nil {
		return "", err
	}
	_, err = call[alcovev1.CreateStreamRequest, alcovev1.CreateStreamResponse](ctx, e, rpc.StreamServiceCreateStreamProcedure, mine, &alcovev1.CreateStreamRequest{
		StreamId: id, Kind: alcovev1.StreamKind_STREAM_KIND_HISTORY,
		Members: []*alcovev1.StreamMember{{AccountId: owner.GetSession().GetAccountId(), Role: alcovev1.StreamRole_STREAM_ROLE_OWNER}},
	})
	if err != nil {
		return "", err
	}
	m := load.Message(0, sizeSaid)
	m.Epoch, e.talk.said = 0, m.GetCiphertext()
	_, err = e.talk.own.Append(ctx, &alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{m}})
	if err == nil {
		return "", nil
	}
	select {
	case <-e.talk.own.Gone():
		return "", errSocketLost
	default:
		return "", err
	}
}

// receive waits for it on the event socket of the second session, and reads it
// from the log as well.
func (e *examination) receive(ctx context.Context) (string, error) {
	select {
	case r := <-e.talk.heard:
		if !bytes.Equal(r.GetCiphertext(), e.talk.said) {
			return "", errAltered
		}
	case <-e.talk.socket.Gone():
		return "", errSocketLost
	case <-ctx.Done():
		return "", errNotDelivered
	}
	page, err := e.read(ctx, e.talk.token)
	if err != nil {
		return "", err
	}
	if records := page.GetRecords(); len(records) != 1 || !bytes.Equal(records[0].GetCiphertext(), e.talk.said) {
		return "", errAltered
	}
	return "", nil
}

// apart has the other account try to read it.
func (e *examination) apart(ctx context.Context) (string, error) {
	_, err := e.read(ctx, e.accounts[1].sessions[0])
	switch {
	case err == nil:
		return "", errNotApart
	case code(err) != "stream_not_found":
		return "", err
	}
	return "", nil
}

func (t *talk) hangUp() {
	for _, l := range []*load.Listener{t.socket, t.own} {
		if l != nil {
			l.Close()
		}
	}
}

func (e *examination) read(ctx context.Context, token []byte) (*alcovev1.ReadResponse, error) {
	return call[alcovev1.ReadRequest, alcovev1.ReadResponse](ctx, e, rpc.StreamServiceReadProcedure, token, &alcovev1.ReadRequest{StreamId: e.talk.stream})
}
