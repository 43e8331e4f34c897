package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// AccessHandler implements AccessService.
type AccessHandler struct {
	accounts *account.Service
	log      *slog.Logger
}

var _ alcovev1connect.AccessServiceHandler = (*AccessHandler)(nil)

// NewAccessHandler returns the handler of AccessService.
func NewAccessHandler(accounts *account.Service, log *slog.Logger) *AccessHandler {
	return &AccessHandler{accounts, log}
}

// GetNotes implements AccessService.
func (h *AccessHandler) GetNotes(ctx context.Context, req *connect.Request[alcovev1.GetNotesRequest]) (*connect.Response[alcovev1.GetNotesResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetNotesRequest) (*alcovev1.GetNotesResponse, error) {
		noted, err := h.accounts.Notes(ctx, by, m.GetAfter())
		answer := &alcovev1.GetNotesResponse{Last: noted.Last}
		for _, n := range noted.Notes {
			answer.Notes = append(answer.Notes, &alcovev1.AccessNote{Number: n.Number, Sealed: n.Sealed})
		}
		for _, c := range noted.Counted {
			answer.Counted = append(answer.Counted, &alcovev1.AccessCount{Number: c.Number, More: c.More})
		}
		return answer, err
	})
}
