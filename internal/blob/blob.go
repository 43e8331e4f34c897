// Package blob keeps the ciphertext of files that belong to a conversation, in
// chunks, so that a broken upload goes on where it ended.
//
// A blob is announced with its size, which the client padded, then its chunks
// come in any order, and when all are there it is committed. Until then nobody
// can read it. Members of the conversation read; only who has the write key,
// which is made for one blob and of which the server keeps a hash, writes and
// deletes. So the server does not learn who of the members sent a file, and the
// other member cannot alter or remove it.
//
// # Invariants
//
//   - A chunk is durable when it is acknowledged, and never changes afterwards.
//   - A committed blob is whole.
//   - What was not committed within a few days, whose conversation is gone, or
//     whose hour has come, is collected.
//
// Data on disk: internal/store/migrations/0006_blob.sql, 0007_forgetting.sql.
package blob

import (
	"crypto/sha256"
	"crypto/subtle"

	"alcove/internal/fault"
)

// ID names a blob, a stream or an account.
type ID = [16]byte

// Limits on what is taken.
const (
	ChunkSize = 512 << 10 // bytes of every chunk but the last
	MaxSize   = 100 << 20 // bytes of one blob

	// MaxStream bounds all blobs of one conversation together.
	MaxStream = 4 << 30
	// MaxDaily bounds what one account announces within a day.
	MaxDaily = 2 << 30
	// MaxDailyCount bounds how many blobs it announces within a day.
	MaxDailyCount = 1000
)

// Blob is what is known of a blob.
type Blob struct {
	ID        ID
	Stream    ID
	Size      int64
	WriteHash [32]byte
	Committed bool
}

// Chunks is how many chunks it has.
func (b Blob) Chunks() uint32 { return uint32((b.Size + ChunkSize - 1) / ChunkSize) }

// chunkSize is how long a chunk must be; 0 for one that it does not have.
func (b Blob) chunkSize(index uint32) int {
	if index >= b.Chunks() {
		return 0
	}
	return int(min(ChunkSize, b.Size-int64(index)*ChunkSize))
}

func (b Blob) mayWrite(key []byte) bool {
	hash := sha256.Sum256(key)
	return subtle.ConstantTimeCompare(hash[:], b.WriteHash[:]) == 1
}

// The refusals of this package. Codes are stable; see docs/protocol.md.
var (
	// ErrNotFound answers alike for a blob that does not exist, is not the caller's
	// to see, or is not readable yet.
	ErrNotFound = fault.New(fault.NotFound, "blob_not_found", "This file is not here, or not any more.")
	// ErrExists: the id is taken by another blob.
	ErrExists = fault.New(fault.Conflict, "blob_exists", "This file exists already.")
	// ErrMalformed: the request breaks a rule that every correct client keeps.
	ErrMalformed = fault.New(fault.Invalid, "malformed_blob", "The server could not accept this file. Please try again.")
	// ErrTooLarge: larger than MaxSize.
	ErrTooLarge = fault.New(fault.Exhausted, "blob_too_large", "This file is too large. It can have 100 MB at most.")
	// ErrQuota: the conversation holds MaxStream, or the account announced MaxDaily.
	ErrQuota = fault.New(fault.Exhausted, "blob_quota", "Very many or very large files were sent. Please try again tomorrow.")
	// ErrNotAllowed: the write key is not this blob's.
	ErrNotAllowed = fault.New(fault.Forbidden, "blob_not_yours", "This file can only be changed by who sent it.")
	// ErrIncomplete: chunks are missing.
	ErrIncomplete = fault.New(fault.Precondition, "blob_incomplete", "The file has not arrived completely yet.")
)
