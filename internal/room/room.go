// Package room is what stands around a room: what is told of it to who is not
// in it, and who stands at its door. What is said inside is a stream
// (package stream, kind Room).
//
// # The face
//
// A room's face is what somebody sees before they come in: title, purpose, rules,
// who leads it. It is made and signed by a moderator's client. A listed room's is
// in clear for everybody; that of any other is ciphertext under a key that only the
// invitation link holds, and is given to who knows the room's id, 16 random bytes.
//
// # The door
//
// Who wants to come in leaves one sealed file for the moderators: pseudonym, intake
// card, key packages. The server gives it a handle, by which moderators answer
// without knowing the account: they let in by the commit that adds the device
// (stream.AppendChange), decline, or ban. A ban holds the account, whatever
// pseudonym it chooses next; which one it had the server never knows.
//
// # Intake cards
//
// What somebody left at the door stays in the room as their intake card, sealed to
// its moderators, until they replace it or go. The other members are given nothing of it.
//
// Data on disk: internal/store/migrations/0014_room.sql, 0016_room_card.sql.
package room

import "alcove/internal/stream"

// Limits on what is taken.
const (
	MaxFace   = 64 << 10 // bytes of a face
	MaxSealed = 64 << 10 // bytes that somebody leaves at a door, or of an intake card
	MaxAsking = 500      // people at one door
	MaxAsked  = 20       // doors at which one account stands
	AskedDays = 30       // how long somebody stands there
)

// Room is a room as it is seen from outside.
type Room struct {
	ID     stream.ID
	Face   []byte
	Listed bool // shown to everybody
	Asking bool // one may ask to be let in
}

// Asking is somebody at the door.
type Asking struct {
	Handle stream.Handle
	Sealed []byte
	Day    int64 // since 1970
}

// Card is a member's intake card.
type Card struct {
	Handle stream.Handle
	Sealed []byte
}

// Standing is how an account stands to a room.
type Standing uint8

const (
	// Outside: neither in the room nor at its door.
	Outside Standing = 0
	// Asks to be let in.
	Asks Standing = 1
	// Declined by a moderator, or banned.
	Declined Standing = 2
	// Inside as a member or a moderator.
	Inside Standing = 3
)
