// Package relay carries hints between the connections of one process: "a record
// was added", "the vault changed". It is how words arrive at once. Where a practice
// has several processes, package nodes carries them from one to the others.
//
// A hint may be lost: when a connection is slow, when the process ends, when
// the reader was not connected. That costs latency and never a message, because
// the stream is the truth and a reader that finds a gap, or that has just
// connected, reads from its cursor. So the hub keeps nothing for who is away,
// asks for no acknowledgement, and never makes a writer wait for a reader: a
// subscriber whose queue is full is cut off, and catches up when it is back.
//
// Hints for one account arrive in the order in which they were published. A
// subscriber that is waiting costs a few hundred bytes and no goroutine; one is
// started when there is something to deliver and ends when there is nothing left.
//
// The hub holds accounts and session hashes of live connections in memory and
// writes nothing anywhere.
package relay

import (
	"context"
	"slices"
	"sync"

	"alcove/internal/fault"
	"alcove/internal/stream"
)

const (
	// MaxPerAccount bounds the connections of one account.
	MaxPerAccount = 20
	// maxQueue bounds what waits for one slow subscriber: hints, and bytes in them.
	maxQueue      = 512
	maxQueueBytes = 2 << 20
)

// ErrTooManyConnections: the account has MaxPerAccount subscribers.
var ErrTooManyConnections = fault.New(fault.Exhausted, "too_many_connections", "Alcove is open in too many places at once. Please close some.")

// Account names who is told.
type Account = [16]byte

// Session is the hash of a session's token; its end ends the subscription.
type Session = [32]byte

// Others are the hubs of other processes, told whatever this one's subscribers are.
// Implementations must not block. Implemented by package nodes.
type Others interface {
	Publish(to []Account, e Event)
	PublishToAll(e Event)
	EndSessions(account Account, sessions []Session)
}

// Hub tells subscribers what concerns their account. It is safe for concurrent
// use; none of its methods waits for a subscriber.
type Hub struct {
	mu       sync.Mutex
	accounts map[Account][]*Subscription
	others   Others // nil where this process is alone
}

// New returns a hub without subscribers.
func New() *Hub { return &Hub{accounts: map[Account][]*Subscription{}} }

// Join has others told as well. To be called before anything is published.
func (h *Hub) Join(others Others) { h.others = others }

// Subscribe adds a subscriber for one session of an account. deliver is called
// for first and then for each hint, one at a time; when it fails, when the
// subscriber is too slow and when the session has ended, cut is called once and
// nothing is delivered any more. Neither is called on the publisher's goroutine.
// more tells that the next event follows at once.
func (h *Hub) Subscribe(account Account, session Session, first Event, deliver func(e Event, more bool) error, cut func()) (*Subscription, error) {
	s := &Subscription{hub: h, account: account, session: session, deliver: deliver, cut: cut}
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.accounts[account]) >= MaxPerAccount {
		return nil, ErrTooManyConnections
	}
	h.accounts[account] = append(h.accounts[account], s)
	s.push(first)
	return s, nil
}

// Here returns those of the accounts that have a subscriber.
func (h *Hub) Here(asked []Account) (here []Account) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, a := range asked {
		if len(h.accounts[a]) > 0 {
			here = append(here, a)
		}
	}
	return here
}

// Connected returns who has subscribers, and by which sessions.
func (h *Hub) Connected() map[Account][]Session {
	h.mu.Lock()
	defer h.mu.Unlock()
	all := make(map[Account][]Session, len(h.accounts))
	for a, subs := range h.accounts {
		for _, s := range subs {
			all[a] = append(all[a], s.session)
		}
	}
	return all
}

// Subscribers returns how many there are.
func (h *Hub) Subscribers() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	n := 0
	for _, subs := range h.accounts {
		n += len(subs)
	}
	return n
}

func (h *Hub) remove(s *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	subs := h.accounts[s.account]
	if i := slices.Index(subs, s); i >= 0 {
		subs = slices.Delete(subs, i, i+1)
	}
	if len(subs) == 0 {
		delete(h.accounts, s.account)
		return
	}
	h.accounts[s.account] = subs
}

// Publish tells the subscribers of these accounts, of this process alone.
func (h *Hub) Publish(to []Account, e Event) { h.tell(to, e, nil) }

// tell tells all but one of them.
func (h *Hub) tell(to []Account, e Event, except *Subscription) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, a := range to {
		for _, s := range h.accounts[a] {
			if s != except {
				s.push(e)
			}
		}
	}
}

// PublishToAll tells all subscribers of this process.
func (h *Hub) PublishToAll(e Event) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, subs := range h.accounts {
		for _, s := range subs {
			s.push(e)
		}
	}
}

// EndSessions tells those sessions' subscribers in this process that it is over and
// cuts them off.
func (h *Hub) EndSessions(account Account, sessions []Session) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for _, s := range h.accounts[account] {
		if slices.Contains(sessions, s.session) {
			s.push(&SessionEnded{})
		}
	}
}

// publish tells everywhere, but for one subscriber.
func (h *Hub) publish(to []Account, e Event, except *Subscription) {
	h.tell(to, e, except)
	if h.others != nil {
		h.others.Publish(to, e)
	}
}

// Answered returns the context of what a subscriber asked for and gets an answer to: it is
// not told of the records besides that it added itself.
func Answered(ctx context.Context, s *Subscription) context.Context {
	return context.WithValue(ctx, answered{}, s)
}

type answered struct{}

// RecordsAdded tells of records that are durable now.
func (h *Hub) RecordsAdded(ctx context.Context, to []stream.AccountID, id stream.ID, records []stream.Record) {
	by, _ := ctx.Value(answered{}).(*Subscription)
	for _, r := range records {
		h.publish(to, &RecordAdded{Stream: id, Record: r}, by)
	}
}

// Signalled passes a signal on.
func (h *Hub) Signalled(to []stream.AccountID, id stream.ID, ciphertext []byte) {
	h.publish(to, &Signalled{Stream: id, Ciphertext: ciphertext}, nil)
}

// StreamChanged tells that a stream was created, closed or lost a member.
func (h *Hub) StreamChanged(to []stream.AccountID, s stream.Stream) {
	h.publish(to, &StreamChanged{Stream: s}, nil)
}

// VaultChanged tells an account's devices that its vault has a new version.
func (h *Hub) VaultChanged(account Account, version uint64) {
	h.publish([]Account{account}, &VaultChanged{Version: version}, nil)
}

// RekeyingAsked tells everybody who is connected that all devices are to replace their keys.
func (h *Hub) RekeyingAsked(number uint32, day int64) {
	e := &RekeyingAsked{Asked: Rekeying{Number: number, Day: day}}
	h.PublishToAll(e)
	if h.others != nil {
		h.others.PublishToAll(e)
	}
}

// SessionsEnded tells those sessions' subscribers that it is over and cuts them off.
func (h *Hub) SessionsEnded(account Account, sessions []Session) {
	h.EndSessions(account, sessions)
	if h.others != nil {
		h.others.EndSessions(account, sessions)
	}
}
