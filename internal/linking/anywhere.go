package linking

import (
	"context"
	"errors"

	"alcove/internal/fault"
)

// Call says what a Request is for.
type Call uint8

// What can be asked of a mailbox that another node keeps.
const (
	CallPut    Call = 1
	CallGet    Call = 2
	CallCancel Call = 3
	CallOpened Call = 4 // the account opened another one: those before are cancelled
)

// Request is what one node asks of the others. The tags number its members for package
// nodes, which sends it.
type Request struct {
	Call    Call   `cbor:"1,keyasint"`
	Mailbox []byte `cbor:"2,keyasint,omitempty"`
	Party   []byte `cbor:"3,keyasint,omitempty"`
	Step    uint32 `cbor:"4,keyasint,omitempty"`
	Body    []byte `cbor:"5,keyasint,omitempty"`
	Account []byte `cbor:"6,keyasint,omitempty"`
}

// Answer is that of the node that has the mailbox.
type Answer struct {
	Body []byte `cbor:"1,keyasint,omitempty"`
	Code string `cbor:"2,keyasint,omitempty"` // of the refusal; empty for none
}

// Others are the other nodes. Implemented by package nodes.
type Others interface {
	// AskLink asks the one that has the mailbox; there is false where none has it. It
	// fails when they cannot all be asked.
	AskLink(ctx context.Context, r Request) (a Answer, there bool, err error)
}

// Anywhere gives the mailboxes of all nodes.
type Anywhere struct {
	Here   *Service
	Others Others // nil where there are none
}

// Open is Service.Open; the mailbox that the account had before is cancelled wherever it
// was.
func (w Anywhere) Open(ctx context.Context, account AccountID, id, owner []byte) error {
	if err := w.Here.Open(account, id, owner); err != nil || w.Others == nil {
		return err
	}
	// One that could not be asked keeps its mailbox, which ends by itself within minutes.
	_, _, _ = w.Others.AskLink(ctx, Request{Call: CallOpened, Account: account[:], Mailbox: id})
	return nil
}

// Put is Service.Put.
func (w Anywhere) Put(ctx context.Context, id, party []byte, step uint32, body []byte) error {
	_, err := w.ask(ctx, w.Here.Put(id, party, step, body), Request{Call: CallPut, Mailbox: id, Party: party, Step: step, Body: body})
	return err
}

// Get is Service.Get.
func (w Anywhere) Get(ctx context.Context, id, party []byte, step uint32) ([]byte, error) {
	body, err := w.Here.Get(id, party, step)
	if err == nil {
		return body, nil
	}
	return w.ask(ctx, err, Request{Call: CallGet, Mailbox: id, Party: party, Step: step})
}

// Cancel is Service.Cancel.
func (w Anywhere) Cancel(ctx context.Context, id, party []byte) error {
	if w.Here.has(id) {
		return w.Here.Cancel(id, party)
	}
	_, err := w.ask(ctx, errExpired, Request{Call: CallCancel, Mailbox: id, Party: party})
	if errors.Is(err, errExpired) {
		return nil // one that is gone is no error
	}
	return err
}

// ask asks the other nodes where this one has no such mailbox.
func (w Anywhere) ask(ctx context.Context, here error, r Request) ([]byte, error) {
	if w.Others == nil || !errors.Is(here, errExpired) || w.Here.has(r.Mailbox) || len(r.Mailbox) != keySize || len(r.Party) != keySize {
		return nil, here
	}
	a, there, err := w.Others.AskLink(ctx, r)
	if err != nil {
		return nil, err
	}
	if !there {
		return nil, here
	}
	return a.Body, refusal(a.Code)
}

// Serve does what another node was asked for, if the mailbox is here.
func (s *Service) Serve(r Request) (a Answer, there bool) {
	if r.Call == CallOpened {
		s.replaced(r.Account, r.Mailbox)
		return a, false
	}
	if !s.has(r.Mailbox) {
		return a, false
	}
	var err error
	switch r.Call {
	case CallPut:
		err = s.Put(r.Mailbox, r.Party, r.Step, r.Body)
	case CallGet:
		a.Body, err = s.Get(r.Mailbox, r.Party, r.Step)
	case CallCancel:
		err = s.Cancel(r.Mailbox, r.Party)
	default:
		err = errMalformed
	}
	if err != nil {
		a.Code = fault.Of(err).Code
	}
	return a, true
}

// refusal is the error of a code that another node answered.
func refusal(code string) error {
	for _, known := range []*fault.Error{errExpired, errTaken, errCancelled, errTooMany, errMalformed} {
		if known.Code == code {
			return known
		}
	}
	if code != "" {
		return errMalformed
	}
	return nil
}

// has reports whether the mailbox is kept here, be it over.
func (s *Service) has(id []byte) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(id) == keySize && s.byID[[keySize]byte(id)] != nil
}

// replaced cancels the mailbox of an account that opened another one elsewhere.
func (s *Service) replaced(account, by []byte) {
	if len(account) != len(AccountID{}) || len(by) != keySize {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if id, some := s.of[AccountID(account)]; some && id != [keySize]byte(by) && s.byID[id] != nil {
		s.byID[id].cancel(errCancelled)
	}
}
