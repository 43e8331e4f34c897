// Package mailer tells somebody who is away, by e-mail, that something is new:
// never what, from whom, or under which name they are here. It is off until a
// person switches it on, and only there where the practice has an SMTP server.
//
// A browser seals the address to the mailer's public key (an age file to a hybrid
// recipient, padded). The database holds that file and cannot open it: the key
// lies in mail.key, beside the server's key and outside the database. The mailer
// opens an address when it sends and at no other time.
//
// An address counts once a code that was mailed to it was typed into the app;
// until then it gets that one mail. What a mail server refuses for good switches
// the mails off, and the app says so. So does the link that every mail carries
// for mail programs (RFC 8058); it names nobody, and works without a log-in. With
// either the address is destroyed.
//
// What waits to be sent is in memory only. A server that stops forgets it, which
// costs a mail and never a message.
package mailer

import (
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"io"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"alcove/internal/account"
	"alcove/internal/fault"
	"alcove/internal/limit"
)

// Account names who gets mail.
type Account = [16]byte

// State is how far an account's e-mail is.
type State int

const (
	// None: no e-mail is wanted.
	None State = iota
	// Asked: a code was mailed and not typed yet.
	Asked
	// On: the address was confirmed.
	On
	// Refused: a mail server did not take the address. The address is gone.
	Refused
	// Stopped: somebody followed the link in a mail. The address is gone.
	Stopped
)

// Row is what is stored of an account's e-mail.
type Row struct {
	Account     Account
	Address     []byte // an age file; empty once it is not used any more
	Language    string
	State       State
	Code        []byte // of the code that was mailed (Keys.code); empty once it was typed
	Salt        []byte // of the link that stops the mails
	Stop        [32]byte
	ExpiresHour int64 // hours since 1970; while Asked
}

// Store keeps the rows.
type Store interface {
	// Mail returns ErrNotFound where there is none.
	Mail(ctx context.Context, account Account) (Row, error)
	// PutMail stores a row in place of the account's former one, with the notes of it.
	PutMail(ctx context.Context, r Row, notes ...account.Note) error
	// DeleteMail writes the note if there was any.
	DeleteMail(ctx context.Context, id Account, n account.Note) error
	// ConfirmMail switches to On if the code is right; each call counts, and after most tries none is right.
	ConfirmMail(ctx context.Context, account Account, code []byte, most int) (bool, error)
	// Owner is whose mails a link stops; ErrNotFound where nobody's are sent.
	Owner(ctx context.Context, stop [32]byte) (Account, error)
	// EndMail destroys the address that has this link and keeps the state, and writes the
	// notes if there was one.
	EndMail(ctx context.Context, stop [32]byte, state State, notes ...account.Note) error
	// SweepMail deletes what was asked and not confirmed in time.
	SweepMail(ctx context.Context, hour int64) error
	// Addresses gives the rows that have an address.
	Addresses(ctx context.Context) ([]Row, error)
	// Reseal replaces address and link of the row if it still has the former address.
	Reseal(ctx context.Context, former []byte, next Row) error
}

var (
	// ErrNotFound means that an account has no e-mail.
	ErrNotFound    = errors.New("no e-mail")
	errUnavailable = fault.New(fault.Precondition, "mail_unavailable", "This practice sends no e-mail.")
	errMalformed   = fault.New(fault.Invalid, "malformed_address", "The address could not be read. Please reload the page and try again.")
	errTooMany     = fault.New(fault.Exhausted, "too_many_mails", "Several codes were sent already. Please try again tomorrow.")
	errCode        = fault.New(fault.Invalid, "mail_code_wrong", "This code is not right. Please look at the mail again, or have a new one sent.")
	errFailed      = fault.New(fault.Unavailable, "mail_failed", "The mail could not be sent.")
)

const (
	// Least is the least time between two mails to one account.
	Least = 4 * time.Hour
	// maxSealed bounds a sealed address: padded to 256 bytes, hybrid stanza.
	maxSealed = 8 << 10
	// CodeLasts is how long a mailed code is good for.
	CodeLasts = 24 * time.Hour
	codeTries = 5
	// codesPerDay bounds how many codes an account has mailed, and testsPerHour how
	// many tests a steward.
	codesPerDay  = 3
	testsPerHour = 10
	// mailsPerAddress bounds the codes that one address gets in a day, whoever asks:
	// nobody is to be bothered by way of the practice.
	mailsPerAddress = 3
)

// Config is what a Service needs.
type Config struct {
	Store  Store
	Notes  *account.Noter // of what a session does, for its account's access log
	Keys   Keys
	SMTP   *SMTP                     // nil where the practice sends no e-mail
	Stop   func(token string) string // the link that stops the mails of a token
	Online func(Account) bool        // whether a device of the account is connected
	Clock  func() time.Time
	Random io.Reader
	Log    *slog.Logger
}

// Service sends e-mail. It is safe for concurrent use.
type Service struct {
	Config
	keys                    atomic.Pointer[Keys] // those of Config, until they are exchanged
	codes, tests, addresses *limit.Counter
	wake                    chan struct{} // something came into the queue

	mu      sync.Mutex
	queue   []letter
	trouble Trouble
}

// New returns a service; Run must be running for it to send.
func New(c Config) *Service {
	const day = 24 * time.Hour
	s := &Service{Config: c, codes: limit.New(c.Clock, day), tests: limit.New(c.Clock, time.Hour), addresses: limit.New(c.Clock, day), wake: make(chan struct{}, 1)}
	s.keys.Store(&c.Keys)
	return s
}

// Available reports whether the practice sends e-mail.
func (s *Service) Available() bool { return s.SMTP != nil }

// State returns how far the account's e-mail is.
func (s *Service) State(ctx context.Context, account Account) (State, error) {
	row, err := s.Store.Mail(ctx, account)
	if errors.Is(err, ErrNotFound) {
		return None, nil
	}
	return row.State, err
}

// Set keeps a sealed address and mails a code to it.
func (s *Service) Set(ctx context.Context, by account.Session, sealed []byte, language string) error {
	if !s.Available() {
		return errUnavailable
	}
	if len(sealed) == 0 || len(sealed) > maxSealed || !slices.Contains(languages, language) {
		return errMalformed
	}
	if s.codes.Add(by.AccountID[:]) > codesPerDay {
		return errTooMany
	}
	code, err := drawCode(s.Random)
	if err != nil {
		return err
	}
	salt := make([]byte, 16)
	if _, err := io.ReadFull(s.Random, salt); err != nil {
		return err
	}
	keys := s.keys.Load()
	row := Row{
		Account: Account(by.AccountID), Address: sealed, Language: language, State: Asked, Code: keys.code(by.AccountID, code), Salt: salt,
		Stop: sha256.Sum256([]byte(keys.stop(salt))), ExpiresHour: hours(s.Clock().Add(CodeLasts)),
	}
	n, err := s.Notes.Note(ctx, by.AccountID, account.NoteMail, by.TokenHash)
	if err != nil {
		return err
	}
	if err := s.Store.PutMail(ctx, row, n); err != nil {
		return err
	}
	s.enqueue(letter{account: row.Account, stop: row.Stop, code: code})
	return nil
}

// Confirm switches the mails on, given the code that was mailed.
func (s *Service) Confirm(ctx context.Context, account Account, code string) error {
	ok, err := s.Store.ConfirmMail(ctx, account, s.keys.Load().code(account, tidyCode(code)), codeTries)
	if err == nil && !ok {
		return errCode
	}
	return err
}

// Remove destroys what is kept of the account's e-mail.
func (s *Service) Remove(ctx context.Context, by account.Session) error {
	n, err := s.Notes.Note(ctx, by.AccountID, account.NoteMailRemoved, by.TokenHash)
	if err != nil {
		return err
	}
	return s.Store.DeleteMail(ctx, by.AccountID, n)
}

// StopBy stops the mails whose link has this token. It says nothing about
// whether there are any.
func (s *Service) StopBy(ctx context.Context, token string) error {
	if len(token) != stopSize {
		return nil
	}
	stop := sha256.Sum256([]byte(token))
	owner, err := s.Store.Owner(ctx, stop)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	n, err := s.Notes.Note(ctx, account.ID(owner), account.NoteMailRemoved, account.NoSession)
	if err != nil {
		return err
	}
	return s.Store.EndMail(ctx, stop, Stopped, n)
}

// Sweep deletes addresses that were not confirmed in time.
func (s *Service) Sweep(ctx context.Context) error {
	return s.Store.SweepMail(ctx, hours(s.Clock()))
}

// Test sends a mail to a sealed address now, for a steward.
func (s *Service) Test(ctx context.Context, steward Account, sealed []byte, language string) error {
	if !s.Available() {
		return errUnavailable
	}
	if s.tests.Add(steward[:]) > testsPerHour {
		return errTooMany
	}
	err := s.send(ctx, sealed, testText(language), "")
	if errors.Is(err, errAddress) {
		return errMalformed
	}
	s.note(err)
	if err != nil {
		return fault.Wrap(err, errFailed.Kind, "mail_failed_"+string(troubleOf(err)), errFailed.Message)
	}
	return nil
}

// Every is the least time between two mails to one account (package notice).
func (s *Service) Every() time.Duration { return Least }

// Tell mails the account that something is new, if it wants that.
func (s *Service) Tell(ctx context.Context, account Account) {
	if !s.Available() {
		return
	}
	row, err := s.Store.Mail(ctx, account)
	if err != nil || row.State != On {
		return
	}
	s.enqueue(letter{account: account, stop: row.Stop})
}

// Trouble returns what went wrong when a mail was sent last; empty if nothing did.
func (s *Service) Trouble() Trouble {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.trouble
}

func (s *Service) note(err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.trouble = ""; err != nil {
		s.trouble = troubleOf(err)
	}
}

func hours(t time.Time) int64 { return t.Unix() / 3600 }

func sameLink(a, b [32]byte) bool { return subtle.ConstantTimeCompare(a[:], b[:]) == 1 }
