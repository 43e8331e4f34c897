// Package fault is the one shape in which Alcove refuses something.
//
// An Error carries a kind (what sort of trouble, from which transports choose
// their status), a stable code (what a program acts on), a sentence for the
// person, and for the operator the wrapped cause. Neither code nor sentence may
// hold content, secrets, pseudonyms or addresses; a cause is logged by its type
// only at the edge, never shown.
package fault

import (
	"errors"
	"fmt"
)

// Kind says what sort of trouble an Error is.
type Kind int

const (
	// Internal is our own fault or that of a disk; the caller may try again later.
	Internal Kind = iota
	// Invalid means the input cannot be accepted as it is.
	Invalid
	// Unauthenticated means there is no valid session, or a credential is wrong.
	Unauthenticated
	// Forbidden means the session may not do this.
	Forbidden
	// NotFound means there is no such thing, or none the caller may know of.
	NotFound
	// Conflict means somebody else was first: look again and retry.
	Conflict
	// Precondition means something else has to be done first.
	Precondition
	// Exhausted means a limit on size, count or rate was reached.
	Exhausted
	// Unavailable means the server cannot take this now: full disk, shutting down.
	Unavailable
)

// Error is a refusal.
type Error struct {
	Kind    Kind
	Code    string // stable, snake_case, listed in docs/protocol.md
	Message string // one kind sentence that says what to do
	Current uint64 // the present epoch or version, where Code says so
	cause   error
}

// New returns a refusal without a cause.
func New(kind Kind, code, message string) *Error {
	return &Error{Kind: kind, Code: code, Message: message}
}

// Wrap returns a refusal caused by err.
func Wrap(err error, kind Kind, code, message string) *Error {
	return &Error{Kind: kind, Code: code, Message: message, cause: err}
}

// At returns a copy of e that tells the caller the present epoch or version.
func (e *Error) At(current uint64) *Error {
	c := *e
	c.Current = current
	return &c
}

func (e *Error) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("%s: %v", e.Code, e.cause)
	}
	return e.Code
}

func (e *Error) Unwrap() error { return e.cause }

// Is makes errors.Is compare by code, so that a copy made by At still matches.
func (e *Error) Is(target error) bool {
	var t *Error
	return errors.As(target, &t) && t.Code == e.Code
}

// Of returns the refusal in err's chain; any other error becomes Internal.
func Of(err error) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return Wrap(err, Internal, "internal", "Something went wrong on the server. Please try again.")
}
