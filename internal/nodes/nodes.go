// Package nodes lets the nodes of one practice tell each other: several servers on one
// database, any of which any client may be connected to.
//
// What one node's clients cause is told to the others as hints, by way of NATS, and they
// hand it on to whoever is connected there. A hint may be lost: when NATS is away, or
// slow, or when a node was only just started. That costs latency and never a message,
// for the database is the truth. Each node counts its hints and tells its count every
// two seconds, so that the others notice when they missed one; they ask the database
// then (Poller), and again and again while NATS or a node is away.
//
// Besides hints nodes ask each other what only one of them knows, because it is in
// memory alone: whose devices are connected (Here), and what lies in a mailbox by which
// a device lets another one in (AskLink).
//
// # What NATS learns
//
// All nodes of a practice use one subject, whose name is a keyed hash, and one form of
// message: version, node, count, and the rest sealed (sealing.go). Whoever runs NATS
// sees that there are so many nodes, how much they tell each other and when; neither
// accounts nor streams, and not whether two messages concern the same. They can hold
// messages back, which is noticed, and cannot make any. A hint that comes twice is dropped
// while the node that told it is known; an older one, or a question, can be played again:
// devices then look for what is not new, and a mailbox for linking may be closed early.
//
// On disk: nothing.
package nodes

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"sync"
	"sync/atomic"
	"time"

	// The client that NATS itself maintains; there is no second one of its rank for Go.
	"github.com/nats-io/nats.go"

	"alcove/internal/relay"
)

// Account and Session are as in package relay.
type (
	Account = relay.Account
	Session = relay.Session
)

const (
	// beatEvery is how often a node tells its count when it has nothing else to tell.
	beatEvery = 2 * time.Second
	// silentFor is how long a node may say nothing before the others ask the database.
	silentFor = 4 * beatEvery
	// forgottenAfter is how long a node that vanished without a goodbye is waited for.
	forgottenAfter = 10 * time.Minute
	// maxQueue bounds what waits to be told: hints, and bytes in them.
	maxQueue      = 4096
	maxQueueBytes = 32 << 20
	// answersWithin is how long others have to answer.
	answersWithin = 500 * time.Millisecond
	// goodbyeWithin is how long a stopping node may take to say goodbye.
	goodbyeWithin = time.Second
)

// Config is what a Link needs.
type Config struct {
	// URL names one NATS server or several, with commas between: nats://user:password@host:4222,
	// or tls://…, which is never without TLS. Not logged.
	URL string
	// Credentials is a file of NATS credentials (JWT and NKey), CAs one of certificates to
	// trust; either may be empty.
	Credentials, CAs string
	// Secret is what subject and keys are derived from: the same on all nodes.
	Secret [32]byte
	Hub    *relay.Hub
	// Encode makes an event's frame, as sockets send it.
	Encode func(relay.Event) []byte
	// Mailboxes are those that are kept by this node.
	Mailboxes Mailboxes
	// Notices hear of what keeps somebody from being told twice.
	Notices Notices
	Steady  func() time.Time // never jumps
	Log     *slog.Logger
}

// Notices hear what devices did on other nodes. Implemented by package notice.
type Notices interface {
	// HeardOf says that a device of the account is at work, on another node.
	HeardOf(account Account)
	// Told says that another node told the account, in a way.
	Told(account Account, way uint8)
}

// Link is this node's connection with the others. It is safe for concurrent use, and
// none of the methods by which it is told of hints waits for the network.
type Link struct {
	Config
	queue  chan outgoing
	queued atomic.Int64 // bytes
	lost   atomic.Bool  // a hint was dropped that is to leave a gap in the count
	stats  struct{ sent, received, dropped atomic.Uint64 }
	doubt  chan struct{}
	once   sync.Once
	stop   chan struct{}
	done   chan struct{}

	mu      sync.Mutex
	conn    *nats.Conn
	seal    *sealer
	peers   map[[16]byte]*peer
	trouble string // why there is no connection, as was said
}

// peer is another node.
type peer struct {
	opener
	count uint64 // of its last hint
	heard time.Time
}

// Connect begins to connect, and goes on trying when NATS is not there: a node serves
// without it.
func Connect(c Config) (*Link, error) {
	l := &Link{
		Config: c, queue: make(chan outgoing, maxQueue), doubt: make(chan struct{}, 1),
		stop: make(chan struct{}), done: make(chan struct{}), peers: map[[16]byte]*peer{},
	}
	if err := l.Renew(c.Secret); err != nil {
		return nil, err
	}
	go l.send()
	return l, nil
}

// Renew goes on under another secret, after the server's own were exchanged.
func (l *Link) Renew(secret [32]byte) error {
	seal, err := newSealer(secret)
	if err != nil {
		return err
	}
	conn, err := l.dial(seal)
	if err != nil {
		return err
	}
	l.mu.Lock()
	former := l.conn
	l.conn, l.seal, l.peers = conn, seal, map[[16]byte]*peer{}
	l.mu.Unlock()
	if former != nil {
		former.Close()
	}
	// Only now: what comes is opened by that seal.
	for subject, take := range map[string]nats.MsgHandler{onHint: l.receive, onAsk: l.answer} {
		if _, err := conn.Subscribe(seal.subject+subject, take); err != nil {
			conn.Close()
			return fmt.Errorf("relay: %s", kindOf(err))
		}
	}
	return nil
}

func (l *Link) dial(seal *sealer) (*nats.Conn, error) {
	options := []nats.Option{
		nats.Name("alcove"), nats.NoEcho(), nats.RetryOnFailedConnect(true), nats.MaxReconnects(-1), nats.IgnoreAuthErrorAbort(),
		nats.ReconnectWait(time.Second), nats.PingInterval(5 * time.Second), nats.MaxPingsOutstanding(2), nats.Timeout(2 * time.Second),
		nats.FlusherTimeout(2 * time.Second), // or all that asks of the connection waits a minute with it
		nats.ReconnectBufSize(-1),            // what cannot be told now is found by asking the database: nothing is kept for later
		nats.CustomInboxPrefix(seal.subject + onReply),
		nats.ConnectHandler(l.connected), nats.ReconnectHandler(l.connected),
		nats.DisconnectErrHandler(func(*nats.Conn, error) { l.Doubt() }),
		nats.ReconnectErrHandler(func(_ *nats.Conn, err error) { l.refused(kindOf(err)) }),
		nats.ErrorHandler(func(_ *nats.Conn, _ *nats.Subscription, err error) {
			l.Log.Warn("the relay between nodes failed", "cause", kindOf(err))
			l.Doubt()
		}),
	}
	if l.Credentials != "" {
		if _, err := os.ReadFile(l.Credentials); err != nil { // or it would be tried for ever
			return nil, fmt.Errorf("relay: the file of credentials: %s", kindOf(err))
		}
		options = append(options, nats.UserCredentials(l.Credentials))
	}
	if l.CAs != "" {
		options = append(options, nats.RootCAs(l.CAs))
	}
	conn, err := nats.Connect(l.URL, options...)
	if err != nil {
		return nil, fmt.Errorf("relay: %s", kindOf(err))
	}
	return conn, nil
}

// refused is told of each attempt to connect that failed, one a second, and says it once.
func (l *Link) refused(kind string) {
	l.mu.Lock()
	again := l.trouble == kind
	l.trouble = kind
	l.mu.Unlock()
	if !again {
		l.Log.Warn("the relay between nodes failed", "cause", kind)
	}
}

// kindOf names an error of NATS without addresses and names of users.
func kindOf(err error) string {
	for _, known := range []error{
		nats.ErrAuthorization, nats.ErrAuthExpired, nats.ErrNoServers, nats.ErrTimeout, nats.ErrSlowConsumer, nats.ErrPermissionViolation,
		nats.ErrSecureConnRequired, nats.ErrSecureConnWanted, nats.ErrMaxPayload, nats.ErrStaleConnection, nats.ErrConnectionClosed,
	} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	switch {
	case errors.As(err, new(*tls.CertificateVerificationError)):
		return "its certificate is not one that this machine trusts for that name"
	case errors.Is(err, fs.ErrNotExist):
		return "it is not there"
	case errors.Is(err, fs.ErrPermission):
		return "it may not be read"
	}
	return fmt.Sprintf("%T", err)
}

// connected is called whenever there is a connection again.
func (l *Link) connected(*nats.Conn) {
	l.Log.Info("the relay between nodes is connected")
	l.mu.Lock()
	l.trouble = ""
	l.mu.Unlock()
	l.Doubt()
	l.tell(outgoing{}) // the others answer by theirs
}

// Doubt has the Poller ask the database soon: a hint may have been lost.
func (l *Link) Doubt() {
	select {
	case l.doubt <- struct{}{}:
	default: // it is about to
	}
}

// Up reports whether hints arrive, as far as one can know: there is a connection, and
// each node that did not say goodbye is heard.
func (l *Link) Up() bool {
	l.mu.Lock()
	conn := l.conn
	l.mu.Unlock()
	if !conn.IsConnected() { // which may wait for a write
		return false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, p := range l.peers {
		if l.Steady().Sub(p.heard) > silentFor {
			return false
		}
	}
	return true
}

// Stats counts hints since the link was made, those too that only tell the count.
type Stats struct {
	Sent     uint64
	Received uint64
	Dropped  uint64 // too many waited, or there was no connection: the others ask the database
}

// Stats returns the counts of now.
func (l *Link) Stats() Stats {
	return Stats{Sent: l.stats.sent.Load(), Received: l.stats.received.Load(), Dropped: l.stats.dropped.Load()}
}

// Others is how many other nodes were heard lately.
func (l *Link) Others() (n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, p := range l.peers {
		if l.Steady().Sub(p.heard) <= silentFor {
			n++
		}
	}
	return n
}

// Close says goodbye and ends the connection. Calling it again does nothing.
func (l *Link) Close() {
	l.once.Do(l.leave)
}

func (l *Link) leave() {
	close(l.stop)
	<-l.done
	l.mu.Lock()
	defer l.mu.Unlock()
	_ = l.conn.FlushTimeout(goodbyeWithin) // if it is lost the others wait for us in vain for a while
	l.conn.Close()
}

// forget drops nodes that were not heard for long. l.mu is held.
func (l *Link) forget() {
	for id, p := range l.peers {
		if l.Steady().Sub(p.heard) > forgottenAfter {
			delete(l.peers, id)
		}
	}
}

// untilAnswered bounds a question.
func untilAnswered(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, answersWithin)
}
