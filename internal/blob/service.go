package blob

import (
	"bytes"
	"context"
	"crypto/sha256"
	"sync/atomic"
	"time"

	"alcove/internal/limit"
)

const (
	day = 24 * time.Hour
	// KeepUncommitted is how many days a broken upload may wait to go on.
	KeepUncommitted = 7
	// maxHour is far beyond every end that means anything.
	maxHour = 1 << 32
)

// Store keeps blobs. internal/store implements it.
type Store interface {
	// Create keeps a new blob and answers the one that has the id now. It answers
	// ErrNotFound unless account is a member of the stream and that is an open
	// conversation, and ErrQuota when the stream would hold more than mostOfStream.
	Create(ctx context.Context, account ID, b Blob, createdDay, mostOfStream int64) (Blob, error)
	// Blob answers ErrNotFound unless account is a member of the blob's stream.
	Blob(ctx context.Context, account, id ID) (Blob, error)
	// Chunks tells which chunks are there, ascending.
	Chunks(ctx context.Context, id ID) ([]uint32, error)
	// PutChunk is durable when it returns. A chunk that is there already stays as it is.
	PutChunk(ctx context.Context, id ID, index uint32, data []byte) error
	Chunk(ctx context.Context, id ID, index uint32) ([]byte, error)
	// Commit answers ErrIncomplete unless there are as many chunks as said.
	Commit(ctx context.Context, id ID, chunks uint32) error
	// Due keeps the hour from which on a blob is collected; an earlier one stays.
	Due(ctx context.Context, id ID, hour int64) error
	Delete(ctx context.Context, id ID) error
	// Abandoned names blobs whose stream is gone or whose hour has come, and those
	// created before the day and not committed.
	Abandoned(ctx context.Context, beforeDay, hour int64) ([]ID, error)
}

// Service holds the rules of blobs. It is safe for concurrent use.
type Service struct {
	store     Store
	now       func() time.Time
	announced *limit.Counter // KiB by account
	count     *limit.Counter
	collected atomic.Uint64
}

// New returns the service over its store.
func New(store Store, now func() time.Time) *Service {
	return &Service{store: store, now: now, announced: limit.New(now, day), count: limit.New(now, day)}
}

// Create announces a blob of a conversation that account may write to.
func (s *Service) Create(ctx context.Context, account ID, b Blob) error {
	if b.Size <= 0 {
		return ErrMalformed
	}
	if b.Size > MaxSize {
		return ErrTooLarge
	}
	if s.announced.AddMany(account[:], int(b.Size>>10)+1) > MaxDaily>>10 || s.count.Add(account[:]) > MaxDailyCount {
		return ErrQuota
	}
	kept, err := s.store.Create(ctx, account, b, s.today(), MaxStream)
	if err != nil {
		return err
	}
	b.Committed = kept.Committed
	if kept != b {
		return ErrExists
	}
	return nil
}

// PutChunk keeps a chunk. Putting it again does nothing.
func (s *Service) PutChunk(ctx context.Context, account, id ID, key []byte, index uint32, data, hash []byte) error {
	b, err := s.writable(ctx, account, id, key)
	if err != nil {
		return err
	}
	want := sha256.Sum256(data)
	if len(data) == 0 || len(data) != b.chunkSize(index) || !bytes.Equal(hash, want[:]) {
		return ErrMalformed
	}
	if b.Committed {
		return nil
	}
	return s.store.PutChunk(ctx, id, index, data)
}

// Status tells of a blob which chunks it still lacks.
func (s *Service) Status(ctx context.Context, account, id ID) (b Blob, missing []uint32, err error) {
	if b, err = s.store.Blob(ctx, account, id); err != nil || b.Committed {
		return b, nil, err
	}
	there, err := s.store.Chunks(ctx, id)
	for index, next := uint32(0), 0; index < b.Chunks(); index++ {
		if next < len(there) && there[next] == index {
			next++
			continue
		}
		missing = append(missing, index)
	}
	return b, missing, err
}

// Commit makes a whole blob readable, until an hour (since 1970) if forgetHour is
// not 0. Doing it again may bring that hour forward.
func (s *Service) Commit(ctx context.Context, account, id ID, key []byte, forgetHour uint64) error {
	b, err := s.writable(ctx, account, id, key)
	if err != nil {
		return err
	}
	if forgetHour > maxHour {
		return ErrMalformed
	}
	// First, so that no crash in between leaves it for good.
	if forgetHour > 0 {
		if err := s.store.Due(ctx, id, int64(forgetHour)); err != nil {
			return err
		}
	}
	if b.Committed {
		return nil
	}
	return s.store.Commit(ctx, id, b.Chunks())
}

// Chunk reads a chunk of a committed blob.
func (s *Service) Chunk(ctx context.Context, account, id ID, index uint32) ([]byte, error) {
	b, err := s.store.Blob(ctx, account, id)
	if err != nil {
		return nil, err
	}
	if !b.Committed || index >= b.Chunks() {
		return nil, ErrNotFound
	}
	return s.store.Chunk(ctx, id, index)
}

// Delete destroys a blob. One that is not there is destroyed already.
func (s *Service) Delete(ctx context.Context, account, id ID, key []byte) error {
	if _, err := s.writable(ctx, account, id, key); err != nil {
		if ErrNotFound.Is(err) {
			return nil
		}
		return err
	}
	return s.store.Delete(ctx, id)
}

// Sweep collects what was never committed, whose conversation is gone, and whose
// hour has come.
func (s *Service) Sweep(ctx context.Context) error {
	ids, err := s.store.Abandoned(ctx, s.today()-KeepUncommitted, s.now().Unix()/3600)
	if err != nil {
		return err
	}
	for _, id := range ids {
		if err := s.store.Delete(ctx, id); err != nil {
			return err
		}
		s.collected.Add(1)
	}
	s.announced.Purge()
	s.count.Purge()
	return nil
}

func (s *Service) writable(ctx context.Context, account, id ID, key []byte) (Blob, error) {
	b, err := s.store.Blob(ctx, account, id)
	if err == nil && !b.mayWrite(key) {
		err = ErrNotAllowed
	}
	return b, err
}

// Collected is how many blobs Sweep destroyed since the server started.
func (s *Service) Collected() uint64 { return s.collected.Load() }

func (s *Service) today() int64 { return s.now().Unix() / int64(day/time.Second) }
