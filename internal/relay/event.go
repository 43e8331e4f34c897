package relay

import (
	"sync"

	"alcove/internal/stream"
)

// Event is a hint: one of *Ready, *RecordAdded, *Signalled, *StreamChanged,
// *VaultChanged, *RekeyingAsked, *SessionEnded and Relayed.
type Event interface {
	// Frame returns what encode made of the event the first time, so that an event
	// for many subscribers is encoded once.
	Frame(encode func() []byte) []byte
	size() int
}

type frame struct {
	once  sync.Once
	bytes []byte
}

func (f *frame) Frame(encode func() []byte) []byte {
	f.once.Do(func() { f.bytes = encode() })
	return f.bytes
}

// Events without much in them count as much as their queue entry.
func (f *frame) size() int { return 64 }

// Ready says that from here on everything will be told, and what was asked of all
// devices before.
type Ready struct {
	frame
	Asked Rekeying
}

// Rekeying asks all devices to replace their keys: how often that was asked for, 0 for
// never, and on which day since 1970 it was last.
type Rekeying struct {
	Number uint32
	Day    int64
}

// RekeyingAsked says that it was asked for just now.
type RekeyingAsked struct {
	frame
	Asked Rekeying
}

// Relayed is a hint of another process, encoded there.
type Relayed []byte

// Frame implements Event.
func (e Relayed) Frame(func() []byte) []byte { return e }

func (e Relayed) size() int { return 64 + len(e) }

// RecordAdded says that a record is durable.
type RecordAdded struct {
	frame
	Stream stream.ID
	Record stream.Record
}

func (e *RecordAdded) size() int { return 64 + len(e.Record.Ciphertext) }

// Signalled carries a signal.
type Signalled struct {
	frame
	Stream     stream.ID
	Ciphertext []byte
}

func (e *Signalled) size() int { return 64 + len(e.Ciphertext) }

// StreamChanged carries where a stream stands after it was created, closed or
// lost a member.
type StreamChanged struct {
	frame
	Stream stream.Stream
}

// VaultChanged says that the account's vault has a new version.
type VaultChanged struct {
	frame
	Version uint64
}

// SessionEnded is the last thing a subscriber hears.
type SessionEnded struct{ frame }
