// Package pushtest is the other end of Web Push for tests: a browser that opens
// what was encrypted for it (RFC 8291) and a push service that takes messages
// over TLS and shows what it was sent.
package pushtest

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/ecdh"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
)

// Browser has the keys of one subscription.
type Browser struct {
	Key  *ecdh.PrivateKey
	Auth []byte
}

// NewBrowser makes keys as a browser does.
func NewBrowser() Browser {
	key, err := ecdh.P256().GenerateKey(rand.Reader)
	if err != nil {
		panic(err)
	}
	auth := make([]byte, 16)
	_, _ = rand.Read(auth)
	return Browser{key, auth}
}

var errBody = errors.New("the message cannot be opened")

// Open decrypts a message of one record (RFC 8188 §2, RFC 8291 §3.4).
func (b Browser) Open(body []byte) ([]byte, error) {
	if len(body) < 21 || len(body) < 21+int(body[20]) {
		return nil, errBody
	}
	salt, recordSize, sender, ciphertext := body[:16], binary.BigEndian.Uint32(body[16:20]), body[21:21+int(body[20])], body[21+int(body[20]):]
	if len(body) > int(recordSize) && len(ciphertext) > int(recordSize) {
		return nil, errBody
	}
	public, err := ecdh.P256().NewPublicKey(sender)
	if err != nil {
		return nil, err
	}
	shared, err := b.Key.ECDH(public)
	if err != nil {
		return nil, err
	}
	info := "WebPush: info\x00" + string(b.Key.PublicKey().Bytes()) + string(sender)
	ikm, err := hkdf.Key(sha256.New, shared, b.Auth, info, 32)
	if err != nil {
		return nil, err
	}
	key, err := hkdf.Key(sha256.New, ikm, salt, "Content-Encoding: aes128gcm\x00", 16)
	if err != nil {
		return nil, err
	}
	nonce, err := hkdf.Key(sha256.New, ikm, salt, "Content-Encoding: nonce\x00", 12)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	plain, err := aead.Open(nil, nonce, ciphertext, nil)
	if err != nil {
		return nil, err
	}
	end := len(plain) - 1
	for end >= 0 && plain[end] == 0 {
		end--
	}
	if end < 0 || plain[end] != 2 { // the last record's delimiter
		return nil, errBody
	}
	return plain[:end], nil
}

// Request is what the service was sent.
type Request struct {
	Path   string
	Header http.Header
	Body   []byte
}

// Service takes messages and answers with Status, 201 at first.
type Service struct {
	*httptest.Server
	mu       sync.Mutex
	status   int
	location string
	got      []Request
}

// NewService starts one.
func NewService() *Service {
	s := &Service{status: http.StatusCreated}
	s.Server = httptest.NewTLSServer(http.HandlerFunc(s.take))
	return s
}

func (s *Service) take(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(io.LimitReader(r.Body, 1<<16))
	s.mu.Lock()
	defer s.mu.Unlock()
	s.got = append(s.got, Request{r.URL.Path, r.Header.Clone(), body})
	if s.location != "" {
		w.Header().Set("Location", s.location)
	}
	w.WriteHeader(s.status)
}

// Answer changes how the service answers; location may be empty.
func (s *Service) Answer(status int, location string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.status, s.location = status, location
}

// Got returns what came so far.
func (s *Service) Got() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request(nil), s.got...)
}
