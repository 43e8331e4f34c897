package api

import (
	"bytes"
	"errors"
	"io"

	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	alcovev1 "alcove/proto/alcove/v1"
)

// maxHello bounds the client's first message, which is 36 bytes: the length of a
// WebSocket frame that has no extended length.
const maxHello = 125

// notHello is why a socket is closed whose client did not begin with a Hello.
type notHello uint16

func (notHello) Error() string { return "the client did not say Hello" }

// readHello reads the client's first message and returns the token in it. It reads the
// frame (RFC 6455 §5.2) by itself, because the library would first make room for as much
// as a known client may send, for whoever announces that much. Until then the
// client has no reason for other frames, and no browser sends any.
//
// Errors: notHello, io.EOF when the client has gone, and those of r.
func readHello(r io.Reader) (token []byte, err error) {
	var head [6]byte // and the key of the mask
	if _, err := io.ReadFull(r, head[:2]); err != nil {
		return nil, err
	}
	const final, masked = 0x80, 0x80
	size := int(head[1] &^ masked)
	switch opcode := gws.Opcode(head[0] &^ final); {
	case opcode == gws.OpcodeCloseConnection:
		return nil, io.EOF
	case opcode == gws.OpcodeText:
		return nil, notHello(closePolicy)
	case head[0]&final == 0, opcode != gws.OpcodeBinary, head[1]&masked == 0:
		return nil, notHello(closeProtocol)
	case size > maxHello:
		return nil, notHello(closeTooLarge)
	}
	if _, err := io.ReadFull(r, head[2:]); err != nil {
		return nil, err
	}
	frame := make([]byte, size)
	defer clear(frame)
	if _, err := io.ReadFull(r, frame); err != nil {
		return nil, err
	}
	for i := range frame {
		frame[i] ^= head[2+i%4]
	}
	var event alcovev1.ClientEvent
	if err := proto.Unmarshal(frame, &event); err != nil || event.GetHello() == nil {
		return nil, notHello(closeProtocol)
	}
	return bytes.Clone(event.GetHello().GetToken()), nil
}

// whyNot is the code to close with after readHello failed.
func whyNot(err error) uint16 {
	if code := notHello(0); errors.As(err, &code) {
		return uint16(code)
	}
	return closePolicy // not in time
}
