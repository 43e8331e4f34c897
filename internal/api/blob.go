package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/blob"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// BlobHandler serves blobs.
type BlobHandler struct {
	blobs *blob.Service
	log   *slog.Logger
}

var _ alcovev1connect.BlobServiceHandler = (*BlobHandler)(nil)

// NewBlobHandler returns the handler of BlobService.
func NewBlobHandler(blobs *blob.Service, log *slog.Logger) *BlobHandler {
	return &BlobHandler{blobs, log}
}

// CreateBlob implements BlobService.
func (h *BlobHandler) CreateBlob(ctx context.Context, req *connect.Request[alcovev1.CreateBlobRequest]) (*connect.Response[alcovev1.CreateBlobResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.CreateBlobRequest) (*alcovev1.CreateBlobResponse, error) {
		b := blob.Blob{Size: int64(min(m.GetSize(), blob.MaxSize+1))}
		var err error
		if b.ID, err = blobID(m.GetBlobId()); err != nil {
			return nil, err
		}
		if b.Stream, err = blobID(m.GetStreamId()); err != nil {
			return nil, err
		}
		if len(m.GetWriteHash()) != len(b.WriteHash) {
			return nil, blob.ErrMalformed
		}
		copy(b.WriteHash[:], m.GetWriteHash())
		return &alcovev1.CreateBlobResponse{}, h.blobs.Create(ctx, by.AccountID, b)
	})
}

// PutChunk implements BlobService.
func (h *BlobHandler) PutChunk(ctx context.Context, req *connect.Request[alcovev1.PutChunkRequest]) (*connect.Response[alcovev1.PutChunkResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PutChunkRequest) (*alcovev1.PutChunkResponse, error) {
		id, err := blobID(m.GetBlobId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.PutChunkResponse{}, h.blobs.PutChunk(ctx, by.AccountID, id, m.GetWriteKey(), m.GetIndex(), m.GetData(), m.GetSha256())
	})
}

// GetBlob implements BlobService.
func (h *BlobHandler) GetBlob(ctx context.Context, req *connect.Request[alcovev1.GetBlobRequest]) (*connect.Response[alcovev1.GetBlobResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetBlobRequest) (*alcovev1.GetBlobResponse, error) {
		id, err := blobID(m.GetBlobId())
		if err != nil {
			return nil, err
		}
		b, missing, err := h.blobs.Status(ctx, by.AccountID, id)
		if err != nil {
			return nil, err
		}
		return &alcovev1.GetBlobResponse{Size: uint64(b.Size), Committed: b.Committed, Missing: missing}, nil
	})
}

// CommitBlob implements BlobService.
func (h *BlobHandler) CommitBlob(ctx context.Context, req *connect.Request[alcovev1.CommitBlobRequest]) (*connect.Response[alcovev1.CommitBlobResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.CommitBlobRequest) (*alcovev1.CommitBlobResponse, error) {
		id, err := blobID(m.GetBlobId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.CommitBlobResponse{}, h.blobs.Commit(ctx, by.AccountID, id, m.GetWriteKey(), m.GetForgetHour())
	})
}

// GetChunk implements BlobService.
func (h *BlobHandler) GetChunk(ctx context.Context, req *connect.Request[alcovev1.GetChunkRequest]) (*connect.Response[alcovev1.GetChunkResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetChunkRequest) (*alcovev1.GetChunkResponse, error) {
		id, err := blobID(m.GetBlobId())
		if err != nil {
			return nil, err
		}
		data, err := h.blobs.Chunk(ctx, by.AccountID, id, m.GetIndex())
		if err != nil {
			return nil, err
		}
		return &alcovev1.GetChunkResponse{Data: data}, nil
	})
}

// DeleteBlob implements BlobService.
func (h *BlobHandler) DeleteBlob(ctx context.Context, req *connect.Request[alcovev1.DeleteBlobRequest]) (*connect.Response[alcovev1.DeleteBlobResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.DeleteBlobRequest) (*alcovev1.DeleteBlobResponse, error) {
		id, err := blobID(m.GetBlobId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.DeleteBlobResponse{}, h.blobs.Delete(ctx, by.AccountID, id, m.GetWriteKey())
	})
}

func blobID(b []byte) (blob.ID, error) {
	if len(b) != len(blob.ID{}) {
		return blob.ID{}, blob.ErrMalformed
	}
	return blob.ID(b), nil
}
