package main

import (
	"bufio"
	"crypto/tls"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net/http"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

// line makes the calls of one sender over an event socket of its own (RFC 6455), as the
// app does, with as little work of ours as possible: what the load generator spends it
// takes from the server that it measures. What is ready to be sent goes out by one write,
// and frames are masked with zeros.
type line struct {
	conn *tls.Conn
	in   *bufio.Reader
	out  []byte
	next uint32
}

// Numbers of fields in the schema.
const (
	fieldAnswer   = 8 // of ServerEvent
	fieldCall     = 1 // of Answer
	fieldAppended = 2
)

func dialLine(p *load.Person) (*line, error) {
	config := p.Server.TLS.Clone()
	config.NextProtos = []string{"http/1.1"} // RFC 6455 needs it
	conn, err := tls.Dial("tcp", p.Server.Host, config)
	if err != nil {
		return nil, err
	}
	l := &line{conn: conn, in: bufio.NewReaderSize(conn, 16<<10)}
	if err := l.open(p); err != nil {
		return nil, errors.Join(err, conn.Close())
	}
	return l, nil
}

func (l *line) open(p *load.Person) error {
	if _, err := fmt.Fprintf(l.conn, "GET /events HTTP/1.1\r\nHost: %s\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"+
		"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", p.Server.Host); err != nil {
		return err
	}
	response, err := http.ReadResponse(l.in, nil)
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusSwitchingProtocols {
		return fmt.Errorf("the server answered %s", response.Status)
	}
	if err := l.event(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Hello{Hello: &alcovev1.Hello{Token: p.Token}}}); err != nil {
		return err
	}
	_, err = l.frame() // Ready
	return err
}

func (l *line) event(e *alcovev1.ClientEvent) (err error) {
	const binaryFrame, masked = 0x82, 0x80
	size := proto.Size(e)
	l.out = append(l.out, binaryFrame)
	if size < 126 {
		l.out = append(l.out, masked|byte(size))
	} else {
		l.out = binary.BigEndian.AppendUint16(append(l.out, masked|126), uint16(size))
	}
	l.out = append(l.out, 0, 0, 0, 0)
	l.out, err = proto.MarshalOptions{UseCachedSize: true}.MarshalAppend(l.out, e)
	return err
}

// send begins to append one record and returns the call's number. It may wait here
// until answer would wait.
func (l *line) send(stream []byte, m *alcovev1.NewRecord) (uint32, error) {
	l.next++
	return l.next, l.event(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Append{Append: &alcovev1.AppendCall{
		Call: l.next, Request: &alcovev1.AppendRequest{StreamId: stream, Records: []*alcovev1.NewRecord{m}},
	}}})
}

// answer returns the number of the next call that is answered: what was sent is durable.
// Events are passed over.
func (l *line) answer() (uint32, error) {
	for {
		payload, err := l.frame()
		if err != nil {
			return 0, err
		}
		if number, _, n := protowire.ConsumeTag(payload); number == fieldAnswer {
			body, _ := protowire.ConsumeBytes(payload[n:])
			return answered(body)
		}
	}
}

// answered returns an Answer's number, and an error unless it says that something was appended.
func answered(body []byte) (call uint32, err error) {
	for len(body) > 0 {
		number, kind, n := protowire.ConsumeTag(body)
		size := n + protowire.ConsumeFieldValue(number, kind, body[max(n, 0):])
		if n < 0 || size < n {
			return 0, io.ErrUnexpectedEOF
		}
		switch number {
		case fieldCall:
			v, _ := protowire.ConsumeVarint(body[n:])
			call = uint32(v)
		case fieldAppended:
			return call, nil
		}
		body = body[size:]
	}
	return call, errors.New("the server refused")
}

// frame returns the next message; it stays what it is until the one after it.
func (l *line) frame() ([]byte, error) {
	if l.in.Buffered() == 0 && len(l.out) > 0 {
		if _, err := l.conn.Write(l.out); err != nil {
			return nil, err
		}
		l.out = l.out[:0]
	}
	head, err := l.in.Peek(2)
	if err != nil {
		return nil, err
	}
	opcode, size, header := head[0]&0x0f, int(head[1]), 2
	if size == 126 {
		if head, err = l.in.Peek(4); err != nil {
			return nil, err
		}
		size, header = int(binary.BigEndian.Uint16(head[2:])), 4
	}
	if _, err := l.in.Discard(header); err != nil {
		return nil, err
	}
	payload, err := l.in.Peek(size)
	if err != nil {
		return nil, err
	}
	if _, err := l.in.Discard(size); err != nil {
		return nil, err
	}
	switch opcode {
	case 0x8:
		return nil, io.EOF
	case 0x9: // RFC 6455 §5.5.2: answered by a pong
		l.out = append(l.out, 0x8a, 0x80, 0, 0, 0, 0)
		return l.frame()
	}
	return payload, nil
}

func (l *line) close() { _ = l.conn.Close() }
