package certs

import (
	"context"
	"crypto/tls"
	"net"

	"github.com/mholt/acmez/v3"
	"github.com/mholt/acmez/v3/acme"
)

// Present makes ready to show the authority that the domain leads here: by a
// certificate that is shown to nobody else (RFC 8737).
func (f *Fetched) Present(_ context.Context, asked acme.Challenge) error {
	cert, err := acmez.TLSALPN01ChallengeCert(asked)
	if err == nil {
		f.answered.Store(cert)
	}
	return err
}

// CleanUp forgets what Present made.
func (f *Fetched) CleanUp(context.Context, acme.Challenge) error {
	f.answered.Store(nil)
	return nil
}

// answer shakes hands with whoever connects, and does no more, until the listener is
// closed.
func answer(listener net.Listener) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			ctx, cancel := context.WithTimeout(context.Background(), shakesHandsWithin)
			defer cancel()
			_ = conn.(*tls.Conn).HandshakeContext(ctx) // a client's mistake is its own
			_ = conn.Close()
		}()
	}
}
