package push

import (
	"context"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"

	webpush "github.com/SherClockHolmes/webpush-go"

	"crypto/tls"
)

const (
	// recordSize is how many bytes every message has (RFC 8188 §2.1).
	recordSize = 256
	// keepFor is how long a push service keeps a message for a browser that is off:
	// over a long weekend. A later one takes the place of one that waits (Topic).
	keepFor = 4 * 24 * time.Hour
	topic   = "new"
	// answerWithin bounds a call, maxAnswer what is read of its answer.
	answerWithin = 15 * time.Second
	maxAnswer    = 4 << 10
)

// message is what is sent, to everybody.
var message = []byte("{}")

var (
	errGone      = errors.New("the push service does not know the subscription any more")
	errRefused   = errors.New("the push service refused")
	errNotPublic = errors.New("the address is not public")
)

// sender calls push services.
type sender struct {
	contact string // where the server is found, for push services (RFC 8292 §2.1)
	client  *http.Client
}

// newSender trusts the system's certificates, or those given.
func newSender(services Services, contact string, roots *x509.CertPool) *sender {
	guarded := &net.Dialer{Timeout: answerWithin, Control: publicOnly}
	plain := &net.Dialer{Timeout: answerWithin}
	return &sender{contact, &http.Client{
		Timeout: answerWithin,
		// A redirect would lead past the list of those who may be called.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		Transport: &http.Transport{
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if services.named(address) {
					return plain.DialContext(ctx, network, address)
				}
				return guarded.DialContext(ctx, network, address)
			},
			TLSClientConfig:     &tls.Config{MinVersion: tls.VersionTLS12, RootCAs: roots},
			ForceAttemptHTTP2:   true,
			MaxIdleConns:        8,
			MaxIdleConnsPerHost: 2,
			IdleConnTimeout:     time.Minute,
		},
	}}
}

// notPublic are the networks beside the private ones that lead inwards or nowhere
// (RFC 6890), and those that carry an IPv4 address inside.
var notPublic = func() (out []netip.Prefix) {
	for _, p := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
		"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10",
	} {
		out = append(out, netip.MustParsePrefix(p))
	}
	return out
}()

// publicOnly refuses a connection after its name was resolved: what a name leads
// to is nobody's but its owner's to say.
func publicOnly(_, address string, _ syscall.RawConn) error {
	at, err := netip.ParseAddrPort(address)
	if err != nil || !isPublic(at.Addr()) {
		return errNotPublic
	}
	return nil
}

func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, p := range notPublic {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// send tells one browser. It fails with errGone when there is none any more.
func (s *sender) send(ctx context.Context, keys Keys, to Subscription) error {
	b64 := base64.RawURLEncoding.EncodeToString
	answer, err := webpush.SendNotificationWithContext(ctx, message, &webpush.Subscription{
		Endpoint: to.Endpoint, Keys: webpush.Keys{Auth: b64(to.Auth), P256dh: b64(to.PublicKey)},
	}, &webpush.Options{
		HTTPClient: s.client, RecordSize: recordSize, TTL: int(keepFor / time.Second), Topic: topic, Urgency: webpush.UrgencyNormal,
		Subscriber: s.contact, VAPIDPublicKey: b64(keys.PublicKey()), VAPIDPrivateKey: b64(keys.vapid.Bytes()),
	})
	if err != nil {
		return err
	}
	defer func() { _ = answer.Body.Close() }()
	_, _ = io.CopyN(io.Discard, answer.Body, maxAnswer) // so that the connection serves again
	switch {
	case answer.StatusCode == http.StatusNotFound, answer.StatusCode == http.StatusGone:
		return errGone
	case answer.StatusCode < 200 || answer.StatusCode > 299:
		return errRefused
	}
	return nil
}
