// Package linking holds the mailboxes in which a browser that is logged in lets
// another one in.
//
// What lies in a mailbox is ciphertext under a secret that travels from screen to
// camera, never through here (docs/protocol.md, "Linking a device"). This package
// sees to the order of messages, to who may put which, and that nothing lasts.
//
// Invariants:
//   - a mailbox has one owner, who opened it, and at most one entrant, who put the
//     first message; either is known by random bytes of its own;
//   - when a second one enters before the owner gave anything, the mailbox is
//     cancelled: whoever looked over a shoulder and was first is not let in either;
//   - a mailbox ends Lifetime after it was opened, or after it was entered.
//
// A practice may have several nodes: a mailbox is kept by the one where it was opened,
// and the others ask that one (anywhere.go).
//
// On disk: nothing. In memory: at most maxMailboxes, each for minutes; a restart
// forgets them, and people begin again. Which account opened which is known only
// to count, and to cancel the one before.
package linking

import (
	"bytes"
	"crypto/subtle"
	"sync"
	"time"

	"alcove/internal/fault"
	"alcove/internal/limit"
)

// AccountID names an account.
type AccountID = [16]byte

// Limits. All input is bounded before it is kept.
const (
	Lifetime     = 2 * time.Minute
	steps        = 5
	grantStep    = 4
	maxBody      = 8 << 10
	keySize      = 16
	maxMailboxes = 1000
	perHour      = 30 // of one account
)

var (
	errExpired   = fault.New(fault.NotFound, "link_expired", "This code counts no longer. Please show a new one on the other device.")
	errTaken     = fault.New(fault.Conflict, "link_taken", "Two devices have opened this code, so it was given to neither. Please show a new one.")
	errCancelled = fault.New(fault.Conflict, "link_cancelled", "Linking was stopped on the other device.")
	errTooMany   = fault.New(fault.Exhausted, "too_many_links", "Very many devices are being linked. Please try again later.")
	errMalformed = fault.New(fault.Invalid, "invalid_request", "The request is not as it must be.")
)

type mailbox struct {
	account        AccountID
	owner, entrant []byte
	bodies         [steps][]byte
	ends           time.Time
	over           *fault.Error // why, once it was cancelled
}

// Service holds the mailboxes. It is safe for concurrent use.
type Service struct {
	clock  func() time.Time
	opened *limit.Counter

	mu   sync.Mutex
	byID map[[keySize]byte]*mailbox
	// of is the mailbox that each account opened last.
	of map[AccountID][keySize]byte
}

// New returns a service without mailboxes.
func New(clock func() time.Time) *Service {
	return &Service{
		clock: clock, opened: limit.New(clock, time.Hour),
		byID: map[[keySize]byte]*mailbox{}, of: map[AccountID][keySize]byte{},
	}
}

// Open makes a mailbox; the one that the account had before is cancelled.
func (s *Service) Open(account AccountID, id, owner []byte) error {
	if len(id) != keySize || len(owner) != keySize {
		return errMalformed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.purge()
	key := [keySize]byte(id)
	if before := s.byID[key]; before != nil {
		if before.account == account && same(before.owner, owner) {
			return nil
		}
		return errMalformed
	}
	if len(s.byID) >= maxMailboxes || s.opened.Add(account[:]) > perHour {
		return errTooMany
	}
	if before := s.byID[s.of[account]]; before != nil {
		before.cancel(errCancelled)
	}
	s.byID[key] = &mailbox{account: account, owner: bytes.Clone(owner), ends: s.clock().Add(Lifetime)}
	s.of[account] = key
	return nil
}

// Put keeps the message of a step. The same message again is no error.
func (s *Service) Put(id, party []byte, step uint32, body []byte) error {
	if len(party) != keySize || step < 1 || step > steps || len(body) == 0 || len(body) > maxBody {
		return errMalformed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m, err := s.find(id)
	if err != nil {
		return err
	}
	if step == 1 && !same(m.owner, party) {
		if err := m.enter(party, s.clock()); err != nil {
			return err
		}
	}
	if writer := [][]byte{m.owner, m.entrant}[step%2]; !same(writer, party) {
		return errTaken
	}
	at := int(step) - 1
	if m.bodies[at] != nil {
		if bytes.Equal(m.bodies[at], body) {
			return nil
		}
		return errMalformed
	}
	if at > 0 && m.bodies[at-1] == nil {
		return errMalformed
	}
	m.bodies[at] = bytes.Clone(body)
	return nil
}

// Get returns the message of a step, nil while it is not there.
func (s *Service) Get(id, party []byte, step uint32) ([]byte, error) {
	if step < 1 || step > steps {
		return nil, errMalformed
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m, err := s.find(id)
	if err != nil {
		return nil, err
	}
	if !m.has(party) {
		return nil, errTaken
	}
	return m.bodies[step-1], nil
}

// Cancel ends a mailbox for both sides; one that is gone is no error.
func (s *Service) Cancel(id, party []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if m, err := s.find(id); err == nil && m.has(party) {
		m.cancel(errCancelled)
	}
	return nil
}

// Sweep forgets what has ended. To be called every few minutes.
func (s *Service) Sweep() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.purge()
	s.opened.Purge()
}

func (s *Service) find(id []byte) (*mailbox, error) {
	if len(id) != keySize {
		return nil, errMalformed
	}
	m := s.byID[[keySize]byte(id)]
	switch {
	case m == nil || !s.clock().Before(m.ends):
		return nil, errExpired
	case m.over != nil:
		return nil, m.over
	}
	return m, nil
}

func (s *Service) purge() {
	now := s.clock()
	for id, m := range s.byID {
		if now.Before(m.ends) {
			continue
		}
		delete(s.byID, id)
		if s.of[m.account] == id {
			delete(s.of, m.account)
		}
	}
}

// enter makes the party the entrant, or tells that there is another one.
func (m *mailbox) enter(party []byte, now time.Time) error {
	switch {
	case m.entrant == nil:
		m.entrant, m.ends = bytes.Clone(party), now.Add(Lifetime)
		return nil
	case same(m.entrant, party):
		return nil
	case m.bodies[grantStep-1] == nil:
		m.cancel(errTaken)
	}
	return errTaken
}

// cancel destroys what was said; why is told until the mailbox would have ended.
func (m *mailbox) cancel(why *fault.Error) {
	m.bodies, m.over = [steps][]byte{}, why
}

func (m *mailbox) has(party []byte) bool { return same(m.owner, party) || same(m.entrant, party) }

func same(a, b []byte) bool { return len(a) == keySize && subtle.ConstantTimeCompare(a, b) == 1 }
