package stream

import "alcove/internal/fault"

// The refusals of this package. Codes are stable; see docs/protocol.md.
var (
	// ErrNotFound answers for a stream that does not exist and for one that the
	// caller is no member of alike, so that nobody can ask which streams exist.
	ErrNotFound = fault.New(fault.NotFound, "stream_not_found", "This conversation does not exist, or you are not part of it.")
	// ErrNotAMember: who creates a stream must be in it.
	ErrNotAMember = fault.New(fault.Forbidden, "not_a_member", "You can only start a conversation that you are part of.")
	// ErrWrongMembers: a conversation needs a client and a practitioner, a history its owner alone.
	ErrWrongMembers = fault.New(fault.Invalid, "wrong_members", "A conversation is between one client and one practitioner.")
	// ErrExists: the id is taken by a stream with other members or other first records.
	ErrExists = fault.New(fault.Conflict, "stream_exists", "This conversation exists already.")
	// ErrHistoryExists: an account has one history.
	ErrHistoryExists = fault.New(fault.Conflict, "history_exists", "This account has its history already.")
	// ErrTooManyStreams: the account, or the one it wants to talk with, is in MaxStreams streams.
	ErrTooManyStreams = fault.New(fault.Exhausted, "too_many_streams", "No further conversation can be opened for this account.")
	// ErrEpochStale carries the stream's present epoch: process what happened since, rebase, try again.
	ErrEpochStale = fault.New(fault.Conflict, "epoch_stale", "The conversation has moved on. Please try again.")
	// ErrClosed: the stream can be read, not written.
	ErrClosed = fault.New(fault.Precondition, "stream_closed", "This conversation has ended. You can still read it.")
	// ErrMalformed: the append breaks a rule that every correct client keeps.
	ErrMalformed = fault.New(fault.Invalid, "malformed_record", "The server could not accept this. Please reload the page and try again.")
	// ErrRecordTooLarge: a record is longer than MaxCiphertext, or all together than MaxAppend.
	ErrRecordTooLarge = fault.New(fault.Exhausted, "record_too_large", "This message is too long.")
	// ErrTooManyRecords: more than MaxRecords at once.
	ErrTooManyRecords = fault.New(fault.Exhausted, "too_many_records", "Too much was sent at once.")
	// ErrFlooding: a member of a room wrote more than MaxRoomMinute.
	ErrFlooding = fault.New(fault.Exhausted, "room_flooded", "Very much was written from this account in this room within a minute. Please wait a moment.")
	// ErrTooMuch: the account wrote more than MaxHourly.
	ErrTooMuch = fault.New(fault.Exhausted, "written_too_much", "Very much was sent from this account within an hour. Please try again later.")
	// ErrModeratorsOnly: only who leads a room may do that there.
	ErrModeratorsOnly = fault.New(fault.Forbidden, "moderators_only", "Only those who lead this room can do that.")
	// ErrNotAsking: nobody asks to be let in by this handle, or no longer.
	ErrNotAsking = fault.New(fault.NotFound, "not_asking", "This person does not ask to come in any more.")
	// ErrRoomFull: a room has MaxRoom members at most.
	ErrRoomFull = fault.New(fault.Exhausted, "room_full", "There is no place left in this room.")
	// ErrLastModerator: somebody has to lead a room.
	ErrLastModerator = fault.New(fault.Precondition, "last_moderator", "You are the last to lead this room. Appoint somebody else before you leave.")
	// ErrNotAttested: what a report says was never relayed so.
	ErrNotAttested = fault.New(fault.Invalid, "not_attested", "Nobody sent this message in this room.")
	// ErrAttestedBefore: it was attested under a key that was exchanged since, and the
	// message is destroyed: nobody can tell any more.
	ErrAttestedBefore = fault.New(fault.Precondition, "attested_before", "The server's keys were exchanged after this message was sent, and it is no longer kept. Nobody can tell any more who sent it.")
	// ErrSignalTooLarge: a signal is longer than MaxSignal.
	ErrSignalTooLarge = fault.New(fault.Exhausted, "signal_too_large", "This signal is too long.")
)
