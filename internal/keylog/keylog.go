// Package keylog makes a list of every account's public keys that nobody, the
// server least of all, can change without being seen.
//
// It has two trees. The log is a Merkle tree over entries that are only ever added
// (RFC 6962, by golang.org/x/mod/sumdb/tlog, served as C2SP tlog-tiles). The map is a
// prefix tree over labels, as in CONIKS (Melara et al., USENIX Security 2015) and
// draft-ietf-keytrans-protocol, whose hashes it uses; it says what a label's value is
// now, and proves it, also that there is none. Each entry sets one label and holds
// the map's root from then on. So one signature, over the log's size and root (a
// checkpoint), covers both, and who reads all entries can say whether every root was
// made by the rules.
//
// A label is a hash of what it is about. An account's id has 128 bits that nobody
// guesses, so only who knows the account finds its label; a verifiable random
// function, which the draft has in this place for names that can be guessed, is not
// needed. A version counts how often the label was set: what was swapped and swapped
// back is seen by that.
//
// Invariants:
//   - an entry never changes, and the checkpoint of a state is signed only after the
//     entries are durable (internal/store);
//   - a State is never changed but replaced, so who holds one can prove from it
//     without a lock;
//   - a value of 32 zero bytes says that what had the label is gone. The label stays
//     in the map, so that "gone" and "never there" are different answers.
//
// No storage and no network here: bytes in, bytes out.
package keylog

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
)

// Kind says what an entry is about. The number stands in the entry.
type Kind byte

const (
	Account   Kind = 1 // an account's public keys
	Directory Kind = 2 // who is listed as a practitioner
	Release   Kind = 3 // the files of a release of the app
	Survey    Kind = 4 // a survey's key and questions
)

// Label names what an entry is about, without saying it.
type Label [32]byte

// Value is the hash of what is said under a label.
type Value [32]byte

// Gone is the value of what is not there any more.
var Gone Value

// Appender puts something into the log: it sets what a label says, and is durable when
// it returns. A label that says so already is left alone, and no entry made.
// internal/store has one.
type Appender interface {
	Append(ctx context.Context, kind Kind, label Label, value Value) error
}

// Entry is one record of the log.
type Entry struct {
	Kind    Kind
	Label   Label
	Version uint32 // of the label, from 1
	Value   Value
	Root    [32]byte // of the map, with this entry in it
}

// EntrySize is how many bytes an entry has.
const EntrySize = 1 + 32 + 4 + 32 + 32

var errMalformed = errors.New("malformed")

// Encode writes kind (1) || label (32) || version (4) || value (32) || root (32).
func (e Entry) Encode() []byte {
	out := append(make([]byte, 0, EntrySize), byte(e.Kind))
	out = append(out, e.Label[:]...)
	out = binary.BigEndian.AppendUint32(out, e.Version)
	out = append(out, e.Value[:]...)
	return append(out, e.Root[:]...)
}

// DecodeEntry reads what Encode wrote.
func DecodeEntry(b []byte) (e Entry, err error) {
	if len(b) != EntrySize || b[0] == 0 {
		return e, fmt.Errorf("entry of the key log: %w", errMalformed)
	}
	e.Kind, e.Version = Kind(b[0]), binary.BigEndian.Uint32(b[33:])
	copy(e.Label[:], b[1:])
	copy(e.Value[:], b[37:])
	copy(e.Root[:], b[69:])
	if e.Version == 0 {
		return e, fmt.Errorf("entry of the key log: %w", errMalformed)
	}
	return e, nil
}
