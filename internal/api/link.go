package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/linking"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// LinkHandler serves the mailboxes by which a browser lets another one in.
type LinkHandler struct {
	accounts  *account.Service
	mailboxes linking.Anywhere
	log       *slog.Logger
}

var _ alcovev1connect.LinkServiceHandler = (*LinkHandler)(nil)

// NewLinkHandler returns the handler of LinkService.
func NewLinkHandler(accounts *account.Service, mailboxes linking.Anywhere, log *slog.Logger) *LinkHandler {
	return &LinkHandler{accounts, mailboxes, log}
}

// OpenLink implements LinkService.
func (h *LinkHandler) OpenLink(ctx context.Context, req *connect.Request[alcovev1.OpenLinkRequest]) (*connect.Response[alcovev1.OpenLinkResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.OpenLinkRequest) (*alcovev1.OpenLinkResponse, error) {
		return &alcovev1.OpenLinkResponse{Seconds: uint32(linking.Lifetime.Seconds())}, h.mailboxes.Open(ctx, by.AccountID, m.GetMailbox(), m.GetParty())
	})
}

// PutLink implements LinkService.
func (h *LinkHandler) PutLink(ctx context.Context, req *connect.Request[alcovev1.PutLinkRequest]) (*connect.Response[alcovev1.PutLinkResponse], error) {
	m := req.Msg
	return answer(h.log, &alcovev1.PutLinkResponse{}, h.mailboxes.Put(ctx, m.GetMailbox(), m.GetParty(), m.GetStep(), m.GetBody()))
}

// GetLink implements LinkService.
func (h *LinkHandler) GetLink(ctx context.Context, req *connect.Request[alcovev1.GetLinkRequest]) (*connect.Response[alcovev1.GetLinkResponse], error) {
	m := req.Msg
	body, err := h.mailboxes.Get(ctx, m.GetMailbox(), m.GetParty(), m.GetStep())
	return answer(h.log, &alcovev1.GetLinkResponse{Body: body}, err)
}

// CancelLink implements LinkService.
func (h *LinkHandler) CancelLink(ctx context.Context, req *connect.Request[alcovev1.CancelLinkRequest]) (*connect.Response[alcovev1.CancelLinkResponse], error) {
	return answer(h.log, &alcovev1.CancelLinkResponse{}, h.mailboxes.Cancel(ctx, req.Msg.GetMailbox(), req.Msg.GetParty()))
}

// LinkSession implements LinkService.
func (h *LinkHandler) LinkSession(ctx context.Context, req *connect.Request[alcovev1.LinkSessionRequest]) (*connect.Response[alcovev1.LinkSessionResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.LinkSessionRequest) (*alcovev1.LinkSessionResponse, error) {
		opened, err := h.accounts.LinkSession(ctx, by)
		return &alcovev1.LinkSessionResponse{Session: openedSession(opened)}, err
	})
}
