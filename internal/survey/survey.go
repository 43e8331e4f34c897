// Package survey is for surveys whose responses cannot be traced (docs/surveys.md).
//
// A survey is frozen once: its definition, and a key made for it alone, by which ballots
// are signed blindly (package blind). Whoever may answer takes one ballot with their
// session. A response comes without a session, under the ballot's own key, which nobody
// has seen before.
//
// The rules:
//   - one ballot an account and survey. Of it the hash of the blinded ballot is kept, so
//     that the same one is signed again and another is refused;
//   - a response is kept under its ballot's key, without a time and without an order,
//     sealed to the survey's owner. Nothing is counted as it comes;
//   - responses are released together: at the close, and before it, where the owner chose
//     so, at most once a day, at the day's first look, so that when one is released does
//     not tell when it came. Never fewer than the smallest number. What is left over at
//     the close and fewer than that is erased unread;
//   - the survey and each batch's root stand in the key log from the same transaction on
//     in which they come to be;
//   - at the close the key is destroyed and who was signed a ballot is forgotten. Released
//     responses are erased KeptDays after it; their leaves stay as long as the survey.
//
// On disk: the tables of migration 0024_survey.sql; the private keys of ballots in a file
// of their own (keys.go).
package survey

import (
	"crypto/sha256"

	"alcove/internal/account"
	"alcove/internal/fault"
)

// Limits.
const (
	MaxDefinition = 64 << 10
	MaxResults    = 256 << 10
	// MaxResponses bounds what a survey takes; of a public one anybody can send some.
	MaxResponses = 10_000
	// MaxOwned is how many an owner can have, MaxOpen how many can be open in all.
	MaxOwned = 50
	MaxOpen  = 200
	// KeptDays is how long after the close released responses are kept, and for how long
	// those who could answer are still told of the survey.
	KeptDays = 90
)

// ID names a survey: 16 random bytes, drawn by the owner's client.
type ID = [16]byte

// Leaf stands for a response where it is checked that it was counted.
type Leaf = [sha256.Size]byte

// State is how far a survey is.
type State int

// The states, as on the wire.
const (
	Coming State = 1
	Open   State = 2
	Closed State = 3
	TooFew State = 4 // closed with fewer responses than the smallest number: they are erased
)

// Who are the ones that may answer.
type Who int

// The audiences, as stored and on the wire.
const (
	Clients      Who = 1 // all clients with a conversation
	Room         Who = 2 // the members of a room
	Practitioner Who = 3 // the clients of a practitioner
	Public       Who = 4 // whoever has the link
)

// Audience says who may answer; Of is a room's stream or a practitioner's account.
type Audience struct {
	Who Who
	Of  [16]byte
}

// Frozen is what never changes of a survey.
type Frozen struct {
	ID         ID
	Owner      account.ID
	Definition []byte
	BallotKey  []byte // SubjectPublicKeyInfo, DER
	SealedKey  []byte // the private half, where the database keeps it: only while it is frozen
	Audience   Audience
	// First and last day, since 1970-01-01 UTC.
	Opens, Closes int64
	Smallest      int
	Batches       bool // released also before the close
	PublicResults bool
}

// Survey is one as it is stored.
type Survey struct {
	Frozen
	// Ended is Closed or TooFew once it was; else 0.
	Ended      State
	HasResults bool
}

// State is how far it is on a day. One whose last day is over and that was not closed yet
// is open here: who asks has it closed first (Service.settled).
func (s Survey) State(today int64) State {
	switch {
	case s.Ended != 0:
		return s.Ended
	case today < s.Opens:
		return Coming
	}
	return Open
}

// over reports whether its last day has passed and it was not closed yet.
func (s Survey) over(today int64) bool { return s.Ended == 0 && today > s.Closes }

// takes reports whether ballots and responses are taken.
func (s Survey) takes(today int64) bool { return s.State(today) == Open && !s.over(today) }

// Owned is a survey as its owner is told of it.
type Owned struct {
	Survey
	// AnsweredAbout is how many responses there are, rounded down to a multiple of the
	// smallest number.
	AnsweredAbout uint64
	Batches       uint32
}

// Batch is what was released together: its leaves, ascending.
type Batch struct {
	Number uint32
	Leaves []Leaf
}

// Counted is what anybody may know of the responses to a survey.
type Counted struct {
	Batches   []Batch
	State     State
	Withdrawn []Leaf // of released ones, those that were withdrawn afterwards
	Erased    []Leaf // what was left over at the close, and fewer than the smallest number
}

// Refusals.
var (
	errMalformed  = fault.New(fault.Invalid, "invalid_request", "The request is not as it must be.")
	errRole       = fault.New(fault.Forbidden, "not_allowed", "Your account cannot do this.")
	errDefinition = fault.New(fault.Invalid, "survey_definition_invalid", "This survey is not as it must be. Please look at its questions and days once more.")
	errSmall      = fault.New(fault.Precondition, "survey_audience_small", "Too few people could answer this, so their answers could be traced to them. Choose a lower smallest number, or ask more people.")
	errBallot     = fault.New(fault.Invalid, "survey_ballot_invalid", "This answer does not come with a valid ballot.")
	errPublish    = fault.New(fault.Precondition, "survey_unpublishable", "These results cannot be published: people were told that they would not be, or too few answered.")
	errTooOften   = fault.New(fault.Exhausted, "survey_too_often", "This was asked very often. Please try again in an hour.")

	// ErrNoBallot: the key by which ballots were signed is not here.
	ErrNoBallot = fault.New(fault.Unavailable, "survey_no_ballot", "This survey cannot be answered any more.")
	// ErrNotFound is what a Store answers where there is no such survey, batch or response.
	ErrNotFound = fault.New(fault.NotFound, "survey_not_found", "This survey does not exist, or not any more.")
	// ErrFrozen is what a Store answers when the id is another survey's, or was.
	ErrFrozen = fault.New(fault.Conflict, "survey_frozen", "This survey was begun already and cannot be changed any more.")
	// ErrFull is what a Store answers at MaxOwned, MaxOpen or MaxResponses.
	ErrFull = fault.New(fault.Exhausted, "survey_limit", "There is no room for more. Please close or delete a survey first.")
	// ErrClosed is what a Store answers when a survey is not open.
	ErrClosed = fault.New(fault.Precondition, "survey_closed", "This survey is not open.")
	// ErrTaken is what a Store answers when the account was signed another ballot.
	ErrTaken = fault.New(fault.Conflict, "survey_ballot_taken", "Another ballot was given out to your account for this survey.")
	// ErrUsed is what a Store answers when another response came with the ballot.
	ErrUsed = fault.New(fault.Conflict, "survey_ballot_used", "This ballot was used already.")
	// ErrNotAsked is what a Store answers to an account that is not of the audience.
	ErrNotAsked = errRole
)
