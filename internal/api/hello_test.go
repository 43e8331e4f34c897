package api

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/lxzan/gws"
	"google.golang.org/protobuf/proto"

	"alcove/internal/account"
	"alcove/internal/attest"
	"alcove/internal/fault"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
)

// hello is the frame of a Hello, masked with key.
func hello(t testing.TB, token []byte, key [4]byte) []byte {
	t.Helper()
	message, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Hello{Hello: &alcovev1.Hello{Token: token}}})
	if err != nil {
		t.Fatal(err)
	}
	frame := append([]byte{0x82, 0x80 | byte(len(message))}, key[:]...)
	for i, b := range message {
		frame = append(frame, b^key[i%4])
	}
	return frame
}

func TestAHelloIsReadAndNothingBehindIt(t *testing.T) {
	token := bytes.Repeat([]byte{7}, 32)
	r := bytes.NewReader(append(hello(t, token, [4]byte{1, 2, 3, 4}), "behind"...))
	got, err := readHello(iotest.OneByteReader(r))
	if err != nil || !bytes.Equal(got, token) {
		t.Fatalf("read %x: %v", got, err)
	}
	if rest, _ := io.ReadAll(r); string(rest) != "behind" {
		t.Fatalf("left %q", rest)
	}
}

func TestWhatIsNoHelloIsRefused(t *testing.T) {
	plain := hello(t, []byte{1}, [4]byte{})
	changed := func(at int, to byte) []byte { c := bytes.Clone(plain); c[at] = to; return c }
	for name, c := range map[string]struct {
		bytes []byte
		code  notHello
	}{
		"words":         {changed(0, 0x81), 1008},
		"a fragment":    {changed(0, 0x02), 1002},
		"a ping":        {changed(0, 0x89), 1002},
		"reserved bits": {changed(0, 0xc2), 1002},
		"no mask":       {changed(1, plain[1]&^0x80), 1002},
		"16 bit length": {changed(1, 0x80|126), 1009},
		"64 bit length": {changed(1, 0x80|127), 1009},
		"rubbish":       {changed(6, 0xff), 1002},
	} {
		if _, err := readHello(bytes.NewReader(c.bytes)); !errors.Is(err, c.code) {
			t.Errorf("%s: %v, want %d", name, err, c.code)
		}
	}
	for name, cut := range map[string][]byte{"half a Hello": plain[:len(plain)-1], "nothing": nil, "a farewell": changed(0, 0x88)} {
		if _, err := readHello(bytes.NewReader(cut)); err == nil || errors.As(err, new(notHello)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzReadHello(f *testing.F) {
	f.Add(hello(f, bytes.Repeat([]byte{9}, 32), [4]byte{5, 6, 7, 8}))
	f.Fuzz(func(t *testing.T, b []byte) {
		r := bytes.NewReader(b)
		token, err := readHello(r)
		if read := len(b) - r.Len(); read > 6+maxHello || len(token) > maxHello {
			t.Fatalf("read %d bytes", read)
		}
		if err == nil && !strings.Contains(string(unmasked(b)), string(token)) {
			t.Fatalf("made up %x", token)
		}
	})
}

func unmasked(frame []byte) []byte {
	out := bytes.Clone(frame[6:])
	for i := range out {
		out[i] ^= frame[2+i%4]
	}
	return out
}

// closed is a storage in which nothing can be written.
type closed struct{ stream.Store }

func (closed) Update(context.Context, func(stream.Tx) error, func()) error { return stream.ErrClosed }

// FuzzCall gives whatever a known client sends to the rules of streams, up to the storage.
func FuzzCall(f *testing.F) {
	whole, err := proto.Marshal(&alcovev1.ClientEvent{Event: &alcovev1.ClientEvent_Append{Append: &alcovev1.AppendCall{Call: 1, Request: &alcovev1.AppendRequest{
		StreamId: make([]byte, 16), GroupInfo: []byte("info"), Admit: [][]byte{make([]byte, 16)},
		Records: []*alcovev1.NewRecord{{Kind: alcovev1.RecordKind_RECORD_KIND_COMMIT, IdempotencyKey: make([]byte, 16), Ciphertext: []byte("commit")}},
	}}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte{0x12, 0x00})
	nobody := func(context.Context, stream.AccountID) (stream.Role, error) { return 0, stream.ErrNotFound }
	handler := NewStreamHandler(stream.New(closed{}, nobody, nil, time.Now, attest.Key{}), nil)
	f.Fuzz(func(t *testing.T, b []byte) {
		asked, code := decodeCall(gws.OpcodeBinary, b)
		if (asked == nil) != (code != 0) {
			t.Fatalf("%v and %d", asked, code)
		}
		if asked == nil {
			return
		}
		if _, err := handler.AppendFor(t.Context(), account.Session{}, asked.GetRequest()); fault.Of(err).Kind == fault.Internal {
			t.Fatal(err)
		}
	})
}
