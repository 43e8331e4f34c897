package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strconv"

	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/protobuf/proto"

	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// wire makes the calls of one sender over an HTTP/2 connection of its own, with as
// little work of ours as possible: what the load generator spends it takes from the
// server that it measures. What arrives there is what a browser sends (RFC 9113, and
// the Connect protocol's unary calls).
type wire struct {
	conn    *tls.Conn
	in      *bufio.Reader
	framer  *http2.Framer
	out     bytes.Buffer
	headers bytes.Buffer
	encoder *hpack.Encoder
	fields  []hpack.HeaderField // the same in every call, but for content-length
	next    uint32
}

func dial(p *load.Person) (*wire, error) {
	config := p.Server.TLS.Clone()
	config.NextProtos = []string{"h2"}
	conn, err := tls.Dial("tcp", p.Server.Host, config)
	if err != nil {
		return nil, err
	}
	w := &wire{conn: conn, in: bufio.NewReader(conn), next: 1}
	w.framer = http2.NewFramer(&w.out, w.in)
	w.framer.ReadMetaHeaders = hpack.NewDecoder(4096, nil)
	w.encoder = hpack.NewEncoder(&w.headers)
	w.fields = []hpack.HeaderField{
		{Name: ":method", Value: "POST"}, {Name: ":scheme", Value: "https"}, {Name: ":authority", Value: p.Server.Host},
		{Name: ":path", Value: rpc.StreamServiceAppendProcedure},
		{Name: "content-type", Value: "application/proto"}, {Name: "connect-protocol-version", Value: "1"},
		{Name: "authorization", Value: "Bearer " + base64.RawURLEncoding.EncodeToString(p.Token)},
	}
	w.out.WriteString(http2.ClientPreface)
	return w, errors.Join(
		w.framer.WriteSettings(http2.Setting{ID: http2.SettingEnablePush, Val: 0}),
		w.framer.WriteWindowUpdate(0, 1<<30), // room for all answers that this will get
		w.flush(),
	)
}

func (w *wire) flush() error {
	_, err := w.out.WriteTo(w.conn)
	return err
}

// send begins to append one record and returns the call's number. It may wait here
// until answer would wait.
func (w *wire) send(stream []byte, m *alcovev1.NewRecord) (uint32, error) {
	body, err := proto.Marshal(&alcovev1.AppendRequest{StreamId: stream, Records: []*alcovev1.NewRecord{m}})
	if err != nil {
		return 0, err
	}
	id := w.next
	w.next += 2
	w.headers.Reset()
	for _, f := range append(w.fields, hpack.HeaderField{Name: "content-length", Value: strconv.Itoa(len(body))}) {
		if err := w.encoder.WriteField(f); err != nil {
			return id, err
		}
	}
	return id, errors.Join(
		w.framer.WriteHeaders(http2.HeadersFrameParam{StreamID: id, BlockFragment: w.headers.Bytes(), EndHeaders: true}),
		w.framer.WriteData(id, true, body),
	)
}

// answer returns the number of the next call that is answered: what was sent is durable.
func (w *wire) answer() (uint32, error) {
	for {
		if w.in.Buffered() == 0 {
			if err := w.flush(); err != nil {
				return 0, err
			}
		}
		frame, err := w.framer.ReadFrame()
		if err != nil {
			return 0, err
		}
		switch f := frame.(type) {
		case *http2.MetaHeadersFrame:
			if status := f.PseudoValue("status"); status != "200" {
				return 0, fmt.Errorf("the server answered %s", status)
			}
		case *http2.SettingsFrame:
			if !f.IsAck() {
				if err := w.framer.WriteSettingsAck(); err != nil {
					return 0, err
				}
			}
		case *http2.PingFrame:
			if !f.IsAck() {
				if err := w.framer.WritePing(true, f.Data); err != nil {
					return 0, err
				}
			}
		case *http2.GoAwayFrame, *http2.RSTStreamFrame:
			return 0, io.ErrUnexpectedEOF
		}
		h := frame.Header()
		if h.StreamID > 0 && h.Flags.Has(http2.FlagDataEndStream) && (h.Type == http2.FrameData || h.Type == http2.FrameHeaders) {
			return h.StreamID, nil
		}
	}
}

func (w *wire) close() { _ = w.conn.Close() }
