package opaque

import (
	"bytes"
	"crypto/rand"
	"errors"
	"testing"
)

// FuzzClientParsing gives the client responses of the right length, which the
// fuzzer of the public interface passes over because argon2id is slow: here
// nothing is stretched.
func FuzzClientParsing(f *testing.F) {
	server, err := NewServer(bytes.Repeat([]byte{7}, 32))
	if err != nil {
		f.Fatal(err)
	}
	client := &Client{stretch: func(in []byte) []byte { return in }, random: rand.Reader}
	login, ke1, err := client.Login([]byte("x"))
	if err != nil {
		f.Fatal(err)
	}
	_, ke2, err := server.LoginStart(nil, []byte("nobody"), ke1)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append(bytes.Clone(ke2[:nElement]), server.key.public...), ke2)
	f.Add(make([]byte, ResponseSize), make([]byte, KE2Size))
	f.Fuzz(func(t *testing.T, response, ke2 []byte) {
		registration, _, err := client.Register([]byte("x"))
		if err != nil {
			t.Fatal(err)
		}
		if record, _, err := registration.Finish(response); err == nil {
			if err := server.CheckRecord(record); err != nil {
				t.Errorf("the client made a record that the server refuses: %v", err)
			}
		} else if !errors.Is(err, ErrMalformed) {
			t.Errorf("registration: %v", err)
		}
		_, _, _, err = login.Finish(ke2)
		if !errors.Is(err, ErrMalformed) && !errors.Is(err, ErrAuthentication) {
			t.Errorf("a made-up KE2: %v", err)
		}
	})
}
