package api

import (
	"crypto/rand"
	"fmt"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"alcove/internal/fault"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

func TestAddressKeys(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	a := NewAddresses(func() time.Time { return now }, rand.Reader)
	key := func(remote string) [16]byte {
		t.Helper()
		k, err := a.Key(remote)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	first := key("192.0.2.1:1000")
	if first != key("192.0.2.1:2000") || first != key("[::ffff:192.0.2.1]:3") {
		t.Error("ports and notations of one address must share a key")
	}
	if first == key("192.0.2.2:1000") {
		t.Error("two addresses share a key")
	}
	if key("[2001:db8::1]:1") != key("[2001:db8::ffff]:1") || key("[2001:db8::1]:1") == key("[2001:db8:0:1::1]:1") {
		t.Error("IPv6 must count by /64")
	}
	now = now.Add(time.Hour)
	if first == key("192.0.2.1:1000") {
		t.Error("the key must change every hour")
	}
}

func TestPublicRequestsAreLimited(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	a := NewAddresses(func() time.Time { return now }, rand.Reader)
	key, err := a.Key("192.0.2.1:1000")
	if err != nil {
		t.Fatal(err)
	}
	for range publicPerMinute {
		if err := a.admit(key); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.admit(key); fault.Of(err).Code != "rate_limited" {
		t.Errorf("got %v, want rate_limited", err)
	}
	now = now.Add(time.Minute)
	if err := a.admit(key); err != nil {
		t.Errorf("after a minute: %v", err)
	}
}

// Whoever writes another address into a header each time is still one.
func TestAnAddressIsNotTakenFromAHeader(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	i := NewSessionInterceptor(nil, NewAddresses(func() time.Time { return now }, rand.Reader), slog.New(slog.DiscardHandler))
	ask := func(n int) error {
		header, elsewhere := http.Header{}, fmt.Sprintf("198.51.100.%d", n%250)
		for _, name := range []string{"X-Forwarded-For", "X-Real-Ip", "Forwarded", "True-Client-Ip"} {
			header.Set(name, elsewhere)
		}
		_, err := i.resolve(t.Context(), rpc.PracticeServiceGetPracticeProcedure, "192.0.2.1:1000", header)
		return err
	}
	for n := range publicPerMinute {
		if err := ask(n); err != nil {
			t.Fatal(err)
		}
	}
	if err := ask(1); fault.Of(err).Code != "rate_limited" {
		t.Errorf("got %v, want rate_limited", err)
	}
}
