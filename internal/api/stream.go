package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// StreamHandler serves streams.
type StreamHandler struct {
	streams *stream.Service
	log     *slog.Logger
}

var _ alcovev1connect.StreamServiceHandler = (*StreamHandler)(nil)

// NewStreamHandler returns the handler of StreamService.
func NewStreamHandler(streams *stream.Service, log *slog.Logger) *StreamHandler {
	return &StreamHandler{streams, log}
}

// CreateStream implements StreamService.
func (h *StreamHandler) CreateStream(ctx context.Context, req *connect.Request[alcovev1.CreateStreamRequest]) (*connect.Response[alcovev1.CreateStreamResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.CreateStreamRequest) (*alcovev1.CreateStreamResponse, error) {
		n := stream.NewStream{Kind: stream.Kind(small(m.GetKind())), Epoch: m.GetEpoch(), GroupInfo: m.GetGroupInfo()}
		var err error
		if n.ID, err = id16(m.GetStreamId()); err != nil {
			return nil, err
		}
		if n.Records, err = newRecords(m.GetRecords()); err != nil {
			return nil, err
		}
		if len(m.GetMembers()) > 2 {
			return nil, stream.ErrWrongMembers
		}
		for _, member := range m.GetMembers() {
			account, err := id16(member.GetAccountId())
			if err != nil {
				return nil, err
			}
			n.Members = append(n.Members, stream.Member{Account: account, Role: stream.Role(small(member.GetRole()))})
		}
		st, err := h.streams.CreateStream(ctx, by.AccountID, n)
		if err != nil {
			return nil, err
		}
		return &alcovev1.CreateStreamResponse{Stream: streamMessage(st)}, nil
	})
}

// ListStreams implements StreamService.
func (h *StreamHandler) ListStreams(ctx context.Context, req *connect.Request[alcovev1.ListStreamsRequest]) (*connect.Response[alcovev1.ListStreamsResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.ListStreamsRequest) (*alcovev1.ListStreamsResponse, error) {
		streams, err := h.streams.ListStreams(ctx, by.AccountID)
		if err != nil {
			return nil, err
		}
		out := &alcovev1.ListStreamsResponse{Streams: make([]*alcovev1.Stream, len(streams))}
		for i, st := range streams {
			out.Streams[i] = streamMessage(st)
		}
		return out, nil
	})
}

// Append implements StreamService.
func (h *StreamHandler) Append(ctx context.Context, req *connect.Request[alcovev1.AppendRequest]) (*connect.Response[alcovev1.AppendResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.AppendRequest) (*alcovev1.AppendResponse, error) {
		return h.AppendFor(ctx, by, m)
	})
}

// AppendFor is Append for a session: by HTTP and by the event socket.
func (h *StreamHandler) AppendFor(ctx context.Context, by account.Session, m *alcovev1.AppendRequest) (*alcovev1.AppendResponse, error) {
	id, err := id16(m.GetStreamId())
	if err != nil {
		return nil, err
	}
	records, err := newRecords(m.GetRecords())
	if err != nil {
		return nil, err
	}
	var change stream.Change
	if change.Admit, err = handles(m.GetAdmit()); err != nil {
		return nil, err
	}
	if change.Remove, err = handles(m.GetRemove()); err != nil {
		return nil, err
	}
	if change.Appoint, err = handles(m.GetAppoint()); err != nil {
		return nil, err
	}
	seqs, err := h.streams.AppendChange(ctx, by.AccountID, id, records, m.GetGroupInfo(), change)
	if err != nil {
		return nil, err
	}
	return &alcovev1.AppendResponse{Seqs: seqs}, nil
}

// Read implements StreamService.
func (h *StreamHandler) Read(ctx context.Context, req *connect.Request[alcovev1.ReadRequest]) (*connect.Response[alcovev1.ReadResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.ReadRequest) (*alcovev1.ReadResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		page, err := h.streams.Read(ctx, by.AccountID, id, stream.Range{
			After: m.GetAfter(), Before: m.GetBefore(), Backwards: m.GetBackwards(), Limit: int(min(m.GetLimit(), stream.MaxRead)),
		})
		if err != nil {
			return nil, err
		}
		out := &alcovev1.ReadResponse{HeadSeq: page.Head, Epoch: page.Epoch, Records: make([]*alcovev1.Record, len(page.Records))}
		for i := range page.Records {
			out.Records[i] = recordMessage(&page.Records[i])
		}
		return out, nil
	})
}

// GetGroupInfo implements StreamService.
func (h *StreamHandler) GetGroupInfo(ctx context.Context, req *connect.Request[alcovev1.GetGroupInfoRequest]) (*connect.Response[alcovev1.GetGroupInfoResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetGroupInfoRequest) (*alcovev1.GetGroupInfoResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		epoch, info, err := h.streams.GetGroupInfo(ctx, by.AccountID, id)
		if err != nil {
			return nil, err
		}
		return &alcovev1.GetGroupInfoResponse{Epoch: epoch, GroupInfo: info}, nil
	})
}

// Signal implements StreamService.
func (h *StreamHandler) Signal(ctx context.Context, req *connect.Request[alcovev1.SignalRequest]) (*connect.Response[alcovev1.SignalResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.SignalRequest) (*alcovev1.SignalResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.SignalResponse{}, h.streams.Signal(ctx, by.AccountID, id, m.GetCiphertext())
	})
}

// CloseStream implements StreamService.
func (h *StreamHandler) CloseStream(ctx context.Context, req *connect.Request[alcovev1.CloseStreamRequest]) (*connect.Response[alcovev1.CloseStreamResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.CloseStreamRequest) (*alcovev1.CloseStreamResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.CloseStreamResponse{}, h.streams.CloseStream(ctx, by.AccountID, id)
	})
}

// OpenStream implements StreamService.
func (h *StreamHandler) OpenStream(ctx context.Context, req *connect.Request[alcovev1.OpenStreamRequest]) (*connect.Response[alcovev1.OpenStreamResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.OpenStreamRequest) (*alcovev1.OpenStreamResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.OpenStreamResponse{}, h.streams.OpenStream(ctx, by.AccountID, id)
	})
}

// LeaveStream implements StreamService.
func (h *StreamHandler) LeaveStream(ctx context.Context, req *connect.Request[alcovev1.LeaveStreamRequest]) (*connect.Response[alcovev1.LeaveStreamResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.LeaveStreamRequest) (*alcovev1.LeaveStreamResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.LeaveStreamResponse{}, h.streams.LeaveStream(ctx, by.AccountID, id)
	})
}

// Forget implements StreamService.
func (h *StreamHandler) Forget(ctx context.Context, req *connect.Request[alcovev1.ForgetRequest]) (*connect.Response[alcovev1.ForgetResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.ForgetRequest) (*alcovev1.ForgetResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		if len(m.GetMarks()) > stream.MaxMarks || len(m.GetIdempotencyKeys()) > stream.MaxForget || len(m.GetSeqs()) > stream.MaxForget {
			return nil, stream.ErrTooManyRecords
		}
		what := stream.Forgetting{Seqs: m.GetSeqs(), Hour: m.GetHour()}
		for _, mark := range m.GetMarks() {
			what.Marks = append(what.Marks, stream.Mark{UpTo: mark.GetUpTo(), Hour: mark.GetHour()})
		}
		for _, k := range m.GetIdempotencyKeys() {
			key, err := id16(k)
			if err != nil {
				return nil, err
			}
			what.Keys = append(what.Keys, key)
		}
		return &alcovev1.ForgetResponse{}, h.streams.Forget(ctx, by.AccountID, id, what)
	})
}

// id16 reads an identifier of 16 bytes.
func id16(b []byte) (id [16]byte, err error) {
	if len(b) != len(id) {
		return id, stream.ErrMalformed
	}
	return [16]byte(b), nil
}

// handles reads identifiers of those whom a commit lets in or out.
func handles(in [][]byte) ([]stream.Handle, error) {
	if len(in) > stream.MaxAdmit {
		return nil, stream.ErrTooManyRecords
	}
	out := make([]stream.Handle, len(in))
	for i, b := range in {
		var err error
		if out[i], err = id16(b); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// small brings an enumeration of the schema down to a byte; what does not fit
// becomes 0, which no rule accepts.
func small[E ~int32](e E) uint8 {
	if e < 0 || e > 255 {
		return 0
	}
	return uint8(e)
}

func newRecords(in []*alcovev1.NewRecord) ([]stream.NewRecord, error) {
	if len(in) > stream.MaxRecords {
		return nil, stream.ErrTooManyRecords
	}
	out := make([]stream.NewRecord, len(in))
	for i, r := range in {
		key, err := id16(r.GetIdempotencyKey())
		if err != nil {
			return nil, err
		}
		out[i] = stream.NewRecord{
			Kind: stream.RecordKind(small(r.GetKind())), Epoch: r.GetEpoch(), Key: key, Ciphertext: r.GetCiphertext(),
			News: r.GetNews(), ForgetHour: r.GetForgetHour(), Commitment: r.GetCommitment(),
		}
	}
	return out, nil
}

func recordMessage(r *stream.Record) *alcovev1.Record {
	return &alcovev1.Record{
		Seq: r.Seq, Kind: alcovev1.RecordKind(r.Kind), Epoch: r.Epoch,
		IdempotencyKey: r.Key[:], Ciphertext: r.Ciphertext, ForgottenSha256: r.Forgotten,
		Commitment: r.Commitment, Attest: r.Attest,
	}
}

func streamMessage(st stream.Stream) *alcovev1.Stream {
	out := &alcovev1.Stream{
		StreamId: st.ID[:], Kind: alcovev1.StreamKind(st.Kind),
		HeadSeq: st.Head, Epoch: st.Epoch, Closed: st.Closed, FirstSeq: st.First,
	}
	for _, m := range st.Members {
		member := &alcovev1.StreamMember{Role: alcovev1.StreamRole(m.Role)}
		if m.Account != (stream.AccountID{}) {
			member.AccountId = m.Account[:]
		}
		if m.Handle != (stream.Handle{}) {
			member.Handle = m.Handle[:]
		}
		out.Members = append(out.Members, member)
	}
	return out
}
