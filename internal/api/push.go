package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/push"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// PushHandler serves what browsers need to be told that something is new.
type PushHandler struct {
	push *push.Service
	log  *slog.Logger
}

var _ alcovev1connect.PushServiceHandler = (*PushHandler)(nil)

// NewPushHandler returns the handler of PushService.
func NewPushHandler(push *push.Service, log *slog.Logger) *PushHandler {
	return &PushHandler{push, log}
}

// GetPush implements PushService.
func (h *PushHandler) GetPush(ctx context.Context, req *connect.Request[alcovev1.GetPushRequest]) (*connect.Response[alcovev1.GetPushResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.GetPushRequest) (*alcovev1.GetPushResponse, error) {
		subscribed, err := h.push.Subscribed(ctx, by.TokenHash)
		return &alcovev1.GetPushResponse{ServerKey: h.push.PublicKey(), Subscribed: subscribed}, err
	})
}

// PutPush implements PushService.
func (h *PushHandler) PutPush(ctx context.Context, req *connect.Request[alcovev1.PutPushRequest]) (*connect.Response[alcovev1.PutPushResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PutPushRequest) (*alcovev1.PutPushResponse, error) {
		return &alcovev1.PutPushResponse{}, h.push.Subscribe(ctx, by, push.Subscription{
			Endpoint: m.GetEndpoint(), PublicKey: m.GetPublicKey(), Auth: m.GetAuth(),
		})
	})
}

// DeletePush implements PushService.
func (h *PushHandler) DeletePush(ctx context.Context, req *connect.Request[alcovev1.DeletePushRequest]) (*connect.Response[alcovev1.DeletePushResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.DeletePushRequest) (*alcovev1.DeletePushResponse, error) {
		return &alcovev1.DeletePushResponse{}, h.push.Unsubscribe(ctx, by)
	})
}
