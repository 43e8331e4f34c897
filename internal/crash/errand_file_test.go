package crash

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"

	"alcove/internal/blob"
	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// file is one that is uploaded in two chunks.
type file struct {
	id, key, content []byte
	chunks           int // acknowledged
	created, whole   bool
}

// fileErrand uploads files, each in five steps: announced, a chunk and another one,
// committed; then the one before is deleted.
type fileErrand struct {
	blobs   rpc.BlobServiceClient
	stream  []byte
	file    *file
	before  *file
	deleted *file
}

func newFileErrand(c load.Client) *fileErrand {
	return &fileErrand{
		blobs:  rpc.NewBlobServiceClient(connection(c.Server), c.Server.URL, load.Bearer(c.Token)),
		stream: c.Stream,
	}
}

func (e *fileErrand) step(ctx context.Context) error {
	if e.file == nil {
		e.file = &file{id: load.Random(16), key: load.Random(32), content: load.Random(blob.ChunkSize + 20_000)}
	}
	f := e.file
	switch {
	case !f.created:
		hash := sha256.Sum256(f.key)
		_, err := ask(ctx, e.blobs.CreateBlob, &alcovev1.CreateBlobRequest{BlobId: f.id, StreamId: e.stream, Size: uint64(len(f.content)), WriteHash: hash[:]})
		f.created = err == nil
		return err
	case f.chunks < 2:
		data := f.chunk(f.chunks)
		hash := sha256.Sum256(data)
		_, err := ask(ctx, e.blobs.PutChunk, &alcovev1.PutChunkRequest{BlobId: f.id, WriteKey: f.key, Index: uint32(f.chunks), Data: data, Sha256: hash[:]})
		if err == nil {
			f.chunks++
		}
		return err
	case !f.whole:
		_, err := ask(ctx, e.blobs.CommitBlob, &alcovev1.CommitBlobRequest{BlobId: f.id, WriteKey: f.key})
		f.whole = err == nil
		return err
	case e.before != nil:
		if _, err := ask(ctx, e.blobs.DeleteBlob, &alcovev1.DeleteBlobRequest{BlobId: e.before.id, WriteKey: e.before.key}); err != nil {
			return err
		}
		e.deleted = e.before
	}
	e.before, e.file = f, nil
	return nil
}

func (f *file) chunk(index int) []byte {
	from := index * blob.ChunkSize
	return f.content[from:min(from+blob.ChunkSize, len(f.content))]
}

// examine expects each acknowledged chunk, whole files, and what was deleted not to
// have come back. The one before may be gone when its deletion was under way.
func (e *fileErrand) examine(ctx context.Context) error {
	if e.deleted != nil {
		if _, err := ask(ctx, e.blobs.GetBlob, &alcovev1.GetBlobRequest{BlobId: e.deleted.id}); codeOf(err) != "blob_not_found" {
			return fmt.Errorf("a file whose deletion was acknowledged: %w", err)
		}
	}
	if e.before != nil {
		err := e.holds(ctx, e.before)
		if deleting := e.file != nil && e.file.whole; err != nil && !(deleting && codeOf(err) == "blob_not_found") {
			return err
		}
	}
	if e.file != nil && e.file.created {
		return e.holds(ctx, e.file)
	}
	return nil
}

func (e *fileErrand) holds(ctx context.Context, f *file) error {
	state, err := ask(ctx, e.blobs.GetBlob, &alcovev1.GetBlobRequest{BlobId: f.id})
	if err != nil {
		return fmt.Errorf("a file that was acknowledged: %w", err)
	}
	if f.whole && !state.GetCommitted() {
		return fmt.Errorf("a file that was whole is not any more: %d chunks are missing", len(state.GetMissing()))
	}
	for _, index := range state.GetMissing() {
		if int(index) < f.chunks {
			return fmt.Errorf("chunk %d was acknowledged and is missing", index)
		}
	}
	for index := 0; state.GetCommitted() && index < 2; index++ {
		got, err := ask(ctx, e.blobs.GetChunk, &alcovev1.GetChunkRequest{BlobId: f.id, Index: uint32(index)})
		if err != nil {
			return err
		}
		if !bytes.Equal(got.GetData(), f.chunk(index)) {
			return fmt.Errorf("chunk %d holds something else than was sent", index)
		}
	}
	return nil
}
