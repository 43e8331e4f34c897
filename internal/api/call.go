package api

import (
	"context"
	"fmt"
	"time"

	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	"alcove/internal/account"
	"alcove/internal/relay"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// Bounds of the calls of one event socket.
const (
	// maxCall bounds a message, in bytes: what nearly all take, and what the library reads into
	// 32 KiB, which it takes as soon as a message is announced. What is longer goes by HTTP,
	// where what is in memory at the same time is bounded (BoundBodies).
	maxCall = 32_000
	// maxCalls are under way at most. Then nothing more is read until one is answered.
	maxCalls = 32
	// callWithin bounds how long a call may wait to be carried out.
	callWithin = 60 * time.Second
	// leaveWithin bounds how long a stopping server lets a socket wait for its answers.
	leaveWithin = 5 * time.Second
)

// Appender appends for whoever has the session. Implemented by StreamHandler.
type Appender interface {
	AppendFor(ctx context.Context, by account.Session, m *alcovev1.AppendRequest) (*alcovev1.AppendResponse, error)
}

// call is a message of a known client, on its way to being answered.
type call struct {
	socket  *socket
	message *gws.Message
}

// begin takes a place for a call, and waits for one where there is none; only the
// reading goroutine calls it. False: the socket takes no more.
func (s *socket) begin() bool {
	for {
		s.mu.Lock()
		if s.leaving || s.over {
			s.mu.Unlock()
			return false
		}
		if s.calls < maxCalls {
			s.calls++
			s.mu.Unlock()
			s.handler.gone.Add(1)
			return true
		}
		place := make(chan struct{})
		s.place = place
		s.mu.Unlock()
		<-place
	}
}

// done gives the place of a call back.
func (s *socket) done() {
	s.mu.Lock()
	s.calls--
	last := s.leaving && s.calls == 0
	if s.place != nil {
		close(s.place)
		s.place = nil
	}
	s.mu.Unlock()
	if last {
		s.close(closeGoingAway)
	}
	s.handler.gone.Done()
}

// leave closes the socket once what is under way was answered. Nothing more is begun:
// a call that is not answered is made again by HTTP.
func (s *socket) leave() {
	s.mu.Lock()
	s.leaving = true
	last := s.calls == 0
	s.mu.Unlock()
	if last {
		s.close(closeGoingAway)
		return
	}
	time.AfterFunc(leaveWithin, func() { s.close(closeGoingAway) })
}

// run makes the call and answers it. Who sent what makes that panic loses the socket.
func (c call) run() {
	s := c.socket
	defer s.done()
	defer func() {
		if recover() != nil {
			s.handler.Log.Error("internal error", "code", "internal", "at", "events")
			s.close(closeTryLater)
		}
	}()
	asked, code := decodeCall(c.message.Opcode, c.message.Bytes())
	_ = c.message.Close()
	if code != 0 {
		s.close(code)
		return
	}
	s.answer(asked)
}

// decodeCall returns what a known client asks for, or the code to close with.
func decodeCall(opcode gws.Opcode, message []byte) (asked *alcovev1.AppendCall, code uint16) {
	if opcode != gws.OpcodeBinary {
		return nil, closePolicy
	}
	var event alcovev1.ClientEvent
	if err := proto.Unmarshal(message, &event); err != nil {
		return nil, closeProtocol
	}
	if event.GetAppend() == nil { // a second Hello
		return nil, closePolicy
	}
	return event.GetAppend(), 0
}

func (s *socket) answer(asked *alcovev1.AppendCall) {
	begun := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), callWithin)
	defer cancel()
	answer := &alcovev1.Answer{Call: asked.GetCall()}
	status := 200
	appended, ended, err := s.append(ctx, asked.GetRequest())
	if err == nil {
		answer.Result = &alcovev1.Answer_Appended{Appended: appended}
	} else {
		r := refuse(s.handler.Log, err)
		status = r.status()
		answer.Result = &alcovev1.Answer_Failure{Failure: &alcovev1.Failure{Code: uint32(r.code), Message: r.message, Info: r.info}}
	}
	s.handler.Count(rpc.StreamServiceAppendProcedure, status, time.Since(begun))
	frame, err := proto.Marshal(&alcovev1.ServerEvent{Event: &alcovev1.ServerEvent_Answer{Answer: answer}})
	if err != nil {
		return // cannot be: messages are ours
	}
	if s.conn.WriteMessage(gws.OpcodeBinary, frame) == nil {
		_ = s.wire.flush()
	}
	if ended {
		s.close(closeNotLoggedIn)
	}
}

// append does what the interceptor does with a call by HTTP, and the call itself. The
// session is looked up each time: it may have ended without anybody having told this
// socket, which is then to be closed.
func (s *socket) append(ctx context.Context, m *alcovev1.AppendRequest) (appended *alcovev1.AppendResponse, ended bool, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a call: %v", p)
		}
	}()
	session, err := s.handler.Accounts.Resume(ctx, s.sub.Session())
	if err == nil {
		err = access[rpc.StreamServiceAppendProcedure].permit(session)
	}
	if err != nil {
		return nil, closeCode(err) == closeNotLoggedIn, err
	}
	appended, err = s.handler.Streams.AppendFor(relay.Answered(ctx, s.sub), session, m)
	return appended, false, err
}
