package certs

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"os"
	"slices"
	"syscall"
	"time"
)

// Offer is what a server agrees to with whoever connects.
type Offer struct {
	Versions     []uint16
	CipherSuites []uint16
	KeyExchanges []tls.CurveID
}

// asked are the versions and key exchanges that a server is asked for.
var (
	askedVersions  = []uint16{tls.VersionTLS10, tls.VersionTLS11, tls.VersionTLS12, tls.VersionTLS13}
	askedExchanges = []tls.CurveID{
		tls.X25519MLKEM768, tls.SecP256r1MLKEM768, tls.SecP384r1MLKEM1024, tls.X25519, tls.CurveP256, tls.CurveP384, tls.CurveP521,
	}
)

// shakesHandsWithin bounds a handshake.
const shakesHandsWithin = 5 * time.Second

// Ask finds out what a server with this configuration agrees to, by connecting to
// it with one version, then with one key exchange at a time. So it says what
// happens, not what somebody meant to configure. Cipher suites follow from the
// versions: those of TLS 1.3 cannot be chosen in Go.
func Ask(ctx context.Context, config *tls.Config, name string) (o Offer, err error) {
	for _, v := range askedVersions {
		agrees, err := shakes(ctx, config, &tls.Config{ServerName: name, MinVersion: v, MaxVersion: v})
		if err != nil {
			return o, err
		}
		if agrees {
			o.Versions = append(o.Versions, v)
		}
	}
	for _, c := range askedExchanges {
		agrees, err := shakes(ctx, config, &tls.Config{ServerName: name, MinVersion: tls.VersionTLS12, CurvePreferences: []tls.CurveID{c}})
		if err != nil {
			return o, err
		}
		if agrees {
			o.KeyExchanges = append(o.KeyExchanges, c)
		}
	}
	for _, suite := range tls.CipherSuites() {
		if slices.ContainsFunc(suite.SupportedVersions, func(v uint16) bool { return slices.Contains(o.Versions, v) }) {
			o.CipherSuites = append(o.CipherSuites, suite.ID)
		}
	}
	if len(o.Versions) == 0 || len(o.KeyExchanges) == 0 {
		return o, errors.New("the server agrees to no TLS at all")
	}
	return o, nil
}

// errUnasked: the server could not be asked, which says nothing of what it agrees to.
var errUnasked = errors.New("the server could not be asked")

func shakes(ctx context.Context, server, client *tls.Config) (agrees bool, err error) {
	_, err = handshake(ctx, server, client)
	if errors.Is(err, errUnasked) {
		return false, err
	}
	return err == nil, nil
}

// InUse gives the certificate that whoever connects now is shown.
func InUse(ctx context.Context, config *tls.Config, name string) (*x509.Certificate, error) {
	state, err := handshake(ctx, config, &tls.Config{ServerName: name, MinVersion: tls.VersionTLS12})
	if err != nil {
		return nil, err
	}
	return state.PeerCertificates[0], nil
}

// handshake connects a client to a server within this process. The client asks what
// the server has, and not whether to trust it.
func handshake(ctx context.Context, server, client *tls.Config) (tls.ConnectionState, error) {
	ctx, cancel := context.WithTimeout(ctx, shakesHandsWithin)
	defer cancel()
	client.InsecureSkipVerify = true
	client.NextProtos = []string{"http/1.1"}
	here, there, err := pair()
	if err != nil {
		return tls.ConnectionState{}, errors.Join(errUnasked, err)
	}
	defer func() { _, _ = here.Close(), there.Close() }()
	served := make(chan error, 1)
	go func() { served <- tls.Server(there, server).HandshakeContext(ctx) }()
	asking := tls.Client(here, client)
	if err := errors.Join(asking.HandshakeContext(ctx), ctx.Err()); err != nil {
		if ctx.Err() != nil {
			err = errors.Join(errUnasked, err)
		}
		return tls.ConnectionState{}, err
	}
	return asking.ConnectionState(), <-served
}

// pair gives two ends of a connection within this process. The system buffers what
// is written, as a network does: net.Pipe does not, and two sides that both write
// first, as TLS may have them, would wait for each other.
func pair() (here, there net.Conn, err error) {
	ends, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		return nil, nil, err
	}
	if here, err = end(ends[0]); err != nil {
		return nil, nil, errors.Join(err, syscall.Close(ends[1]))
	}
	if there, err = end(ends[1]); err != nil {
		return nil, nil, errors.Join(err, here.Close())
	}
	return here, there, nil
}

func end(fd int) (net.Conn, error) {
	f := os.NewFile(uintptr(fd), "tls")
	c, err := net.FileConn(f) // its own copy
	return c, errors.Join(err, f.Close())
}
