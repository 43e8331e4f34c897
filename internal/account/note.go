package account

import (
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"time"

	"filippo.io/age"
)

// The access log is the account's own (docs/protocol.md); what goes into it and only
// the server sees, or whoever did it would rather hide, the server notes here: in the
// transaction that does the thing, so that none is done without its note. A note says
// what, on which day and by which session, sealed to the account: once it is written
// the server cannot read it either, and notes are of one size.
//
// Nobody deletes a note but time: a session that could would hide itself. So their
// number is bounded, and the bound must not push any out: what is done again and again
// on one day is counted from the MaxNotesFolded-th time on, and when there are MaxNotes
// altogether everything more is counted. Which notes are of one kind and day is known
// by a keyed hash, whose key is in memory only and lost on restart: it tells nobody
// what they are about.
//
// Of an account that nobody has used yet, whose vault is as it was made, nothing is
// noted but that somebody logs in: no device of it is there that could miss anything. So
// the tables do not tell whether the owner of a name set the passphrase of its other
// account (slot.go), and who is made to log in there sees what is seen everywhere.

// Bounds on the notes of an account.
const (
	MaxNotesFolded = 8
	MaxNotes       = 1000
	NotesDays      = 90 // how long they are kept
	notesPage      = 200
)

// NoteKind says what was done.
type NoteKind string

// The kinds, as clients know them.
const (
	NoteLogIn        NoteKind = "log-in"         // by the passphrase
	NoteRecovered    NoteKind = "recovered"      // by the recovery code
	NoteLinked       NoteKind = "linked"         // a session for another browser was opened
	NotePassphrase   NoteKind = "passphrase"     // another one was set
	NoteRenewed      NoteKind = "renewed"        // its record was, after an exchange of secrets: the client says of the same one
	NoteRecoveryCode NoteKind = "recovery-code"  // another one was set
	NotePasskey      NoteKind = "passkey"        // one was added
	NoteOneTimeCode  NoteKind = "one-time-code"  // one was used in place of a passkey
	NoteEnded        NoteKind = "sessions-ended" // other sessions of the account were
	NoteAllEnded     NoteKind = "all-ended"      // a steward ended everybody's sessions
	NoteMail         NoteKind = "mail"           // an address for e-mail was set, in place of a former one
	NoteMailRemoved  NoteKind = "mail-removed"   // it was removed
	NotePush         NoteKind = "push"           // a browser that was not told before is told of news
	NotePushRemoved  NoteKind = "push-removed"   // it is not any more
)

// NoSession is whose doing a note is where it was no session of the account.
var NoSession [32]byte

// Note is one as the store keeps it.
type Note struct {
	Fold   [16]byte
	Day    int64
	Sealed []byte
	Use    bool // noted also of an account that nobody has used yet, for with it they do
}

// NoteRow is a stored note. Number counts the account's notes from 1 on.
type NoteRow struct {
	Number uint64
	Sealed []byte
}

// NoteCount is how often something was done after a note that has none of its own.
type NoteCount struct{ Number, More uint64 }

// Noted is what one answer tells. Last is the number of the last note there ever was.
type Noted struct {
	Notes   []NoteRow
	Counted []NoteCount // of all notes
	Last    uint64
}

// noteSize is what every note is padded to before it is sealed, with 0x80 and zeros as
// clients pad (web/core/padding.ts): the longest is well below it.
const noteSize = 256

// Noter makes notes, for this and other packages to write with what they are about.
type Noter struct {
	store   Store
	clock   func() time.Time
	foldKey [32]byte
}

// NewNoter returns one.
func NewNoter(store Store, clock func() time.Time, random io.Reader) (*Noter, error) {
	n := &Noter{store: store, clock: clock}
	_, err := io.ReadFull(random, n.foldKey[:])
	return n, err
}

// Note makes the note of what is done to an account by a session.
func (s *Noter) Note(ctx context.Context, id ID, kind NoteKind, session [32]byte) (Note, error) {
	row, err := s.store.AccountByID(ctx, id)
	if err != nil {
		return Note{}, err
	}
	return s.noteFor(row, kind, session)
}

func (s *Noter) noteFor(row AccountRow, kind NoteKind, session [32]byte) (Note, error) {
	day := s.clock().Unix() / 86400
	n := Note{Day: day, Use: kind == NoteLogIn}
	m := hmac.New(sha256.New, s.foldKey[:])
	m.Write(row.ID[:])
	m.Write(binary.BigEndian.AppendUint64(nil, uint64(day)))
	m.Write([]byte(kind))
	n.Fold = [16]byte(m.Sum(nil)[:16])
	content, err := json.Marshal(struct {
		Kind    NoteKind `json:"kind"`
		Day     int64    `json:"day"`
		Session string   `json:"session"` // SHA-256 of its token
	}{kind, day, hex.EncodeToString(session[:])})
	if err != nil {
		return Note{}, err
	}
	n.Sealed, err = sealNote(row.Keys.SealingRecipient, content)
	return n, err
}

func sealNote(recipient string, content []byte) ([]byte, error) {
	to, err := age.ParseHybridRecipient(recipient)
	if err != nil { // no client of ours made it, and whoever did cannot be told more than that something happened
		return []byte{}, nil
	}
	padded := make([]byte, noteSize)
	padded[copy(padded, content)] = 0x80
	sealed, err := SealTo(to, padded)
	if err != nil {
		return nil, fmt.Errorf("seal a note: %w", err)
	}
	return sealed, nil
}

// SealTo makes an age file of content.
func SealTo(to age.Recipient, content []byte) ([]byte, error) {
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return sealed.Bytes(), nil
}

// Notes gives the caller's notes after a number, some at a time.
func (s *Service) Notes(ctx context.Context, by Session, after uint64) (Noted, error) {
	return s.Store.Notes(ctx, by.AccountID, after, notesPage)
}
