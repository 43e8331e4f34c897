// Package stream is the server's one idea of talk: a stream is a durable,
// gapless, ordered log of ciphertext records that its members read and write.
// The server knows who may do so; it never knows what is in a record, who of
// the members wrote it, or when.
//
// # Kinds
//
// A conversation has exactly one client and one practitioner, who share one MLS
// group (RFC 9420); the stream's id is the group's id. A history belongs to one
// account alone: what its devices decrypted, encrypted again under a key from
// its vault, so that its next device can read it. An account has at most one.
// A room is led by moderators, who alone change who is in it (room.go).
//
// # Epochs
//
// A conversation is always in one epoch of its group. A commit names the epoch
// it ends and moves the stream to the next one; of several commits made in the
// same epoch exactly one is taken, the others are refused with epoch_stale and
// the present epoch, so that their makers can rebase (RFC 9420 §14). A message
// is taken only in the present epoch, a welcome only behind the commit of the
// same append that it belongs to. A history knows no epochs: all is epoch 0.
//
// # Invariants
//
//   - Sequence numbers start at 1 and have no gaps.
//   - An append is durable when it is acknowledged, and all or nothing.
//   - A record's idempotency key is unique in its stream. Appending the key again
//     answers with the first record's sequence number, whatever the second one
//     holds and even when the epoch has moved on or the stream was closed: a
//     sender that did not hear the answer simply asks again. The key may say how long
//     the stream was when it was made, which spares a look (Known).
//   - A conversation keeps the group info of its present epoch, so that a
//     further device of a member can join by an external commit.
//   - Live delivery happens after the commit and is a hint: the log is the truth.
//   - A room's message comes with a commitment to what is in it, and has the server's
//     attestation of that beside it (package attest); no other record has.
//   - A message's ciphertext is destroyed at the hour it came with, or when no
//     member needs it any more; what is left of the record keeps its place, with
//     the SHA-256 of what it held (forget.go).
//
// Data on disk: internal/store/migrations/0002_stream.sql, 0007_forgetting.sql, 0014_room.sql, 0015_attest.sql.
package stream

import "encoding/binary"

// Identifiers are 16 random bytes, but for an account's, which follows from its
// identity key.
type (
	// ID names a stream.
	ID = [16]byte
	// AccountID names an account.
	AccountID = [16]byte
	// Key is a record's idempotency key.
	Key = [16]byte
	// Handle names somebody who is in a room or asks to be let in, to its moderators:
	// 16 random bytes of the server's, so that they need not know the account.
	Handle = [16]byte
)

// Known is how many records of its stream the writer of a key says to have known when it was
// made, rounded down to 64: no record with this key is among them. A key that says nothing is
// random there, and mostly names more records than there are, which is not believed. Who
// breaks the promise may have a record twice.
func Known(k Key) uint64 { return 64 * uint64(binary.BigEndian.Uint32(k[:])) }

// Kind says what a stream is for.
type Kind uint8

const (
	// Conversation is the talk of one client and one practitioner.
	Conversation Kind = 1
	// History is one account's own memory.
	History Kind = 2
	// Room is a group led by moderators; its other members know each other by
	// pseudonyms of this room alone.
	Room Kind = 3
)

// Role is what a member is in a stream.
type Role uint8

const (
	// Client seeks help in a conversation.
	Client Role = 1
	// Practitioner gives it.
	Practitioner Role = 2
	// Owner reads and writes a history alone.
	Owner Role = 3
	// Moderator leads a room.
	Moderator Role = 4
	// RoomMember takes part in a room.
	RoomMember Role = 5
)

// RecordKind says what the server has to know about a record to order it.
type RecordKind uint8

const (
	// Message is an MLS PrivateMessage with application data, or a history entry.
	Message RecordKind = 1
	// Commit is an MLS commit; it ends an epoch.
	Commit RecordKind = 2
	// Welcome lets devices that the preceding commit added into the new epoch.
	Welcome RecordKind = 3
)

// Limits on what is taken.
const (
	MaxCiphertext = 256 << 10 // bytes of one record
	MaxRecords    = 64        // records of one append
	MaxAppend     = 4 << 20   // bytes of one append
	MaxGroupInfo  = 256 << 10 // bytes of a group info
	MaxSignal     = 1 << 10   // bytes of a signal
	MaxRead       = 1000      // records of one read
	MaxReadBytes  = 1 << 20   // bytes of one read, unless its first record is longer
	MaxStreams    = 2000      // streams of one account
	MaxMarks      = 16        // marks of one Forget
	MaxForget     = 1000      // keys of one Forget
	MaxAdmit      = 64        // of those whom one commit lets in or out
	MaxRoom       = 300       // members of a room

	// MaxHourly bounds what one account writes in an hour: a record counts 1, and 1
	// more for every 4 KiB. It is far above what people write or a device brings
	// home, and keeps one account from filling the disk.
	MaxHourly  = 50_000
	hourlyPage = 4 << 10 // bytes
	// MaxRoomMinute bounds the records of one member in one room within a minute,
	// which the others' devices have to take. Moderators are not bounded.
	MaxRoomMinute = 120
)

// Member is an account that takes part in a stream.
type Member struct {
	Account AccountID // zero where the reader is not to know it
	Role    Role
	Handle  Handle // of a room's member; zero for others
	First   uint64 // the first record that it may read, if not all
}

// Stream is where a stream stands.
type Stream struct {
	ID      ID
	Kind    Kind
	Members []Member // fewer than at the start once an account was deleted
	Head    uint64   // sequence number of the last record
	Epoch   uint64
	Closed  bool   // can be read, not written
	First   uint64 // the first record that whoever is told this may read, if not all
}

// NewRecord is a record before it has its place.
type NewRecord struct {
	Kind       RecordKind
	Epoch      uint64 // the epoch it was made in; a commit's is the one it ends, a welcome's the one it opens
	Key        Key
	Ciphertext []byte
	News       bool   // the others may be told outside of the app that something is new; not kept
	ForgetHour uint64 // hours since 1970 from which on the ciphertext is destroyed; 0: kept. Messages only
	Commitment []byte // to what is in a room's message; destroyed with the ciphertext
}

// Record is an entry of a stream.
type Record struct {
	Seq uint64
	NewRecord
	// Attest is what the server says of a room's message; destroyed with the ciphertext.
	Attest []byte
	// Forgotten is the SHA-256 of the ciphertext that was destroyed; nil while it is there.
	Forgotten []byte
}

// Range says which records to read: those after After, ascending, or with
// Backwards those before Before, descending (Before 0 means from the head).
type Range struct {
	After     uint64
	Before    uint64
	Backwards bool
	Limit     int // 0 and whatever is above MaxRead mean MaxRead
}

// Page is what a read found, with where the stream stood at that moment.
type Page struct {
	Records []Record
	Head    uint64
	Epoch   uint64
}

// Member finds account in the stream.
func (s Stream) Member(account AccountID) (Member, bool) {
	for _, m := range s.Members {
		if m.Account == account {
			return m, true
		}
	}
	return Member{}, false
}

// Role tells what account is in the stream, and whether it is a member at all.
func (s Stream) Role(account AccountID) (Role, bool) {
	m, ok := s.Member(account)
	return m.Role, ok
}

func (s Stream) accounts() []AccountID {
	out := make([]AccountID, len(s.Members))
	for i, m := range s.Members {
		out[i] = m.Account
	}
	return out
}
