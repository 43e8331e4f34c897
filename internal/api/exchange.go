package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/exchange"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// ServerKeyHandler serves the exchange of the server's secrets.
type ServerKeyHandler struct {
	keys *exchange.Service
	log  *slog.Logger
}

var _ alcovev1connect.ServerKeyServiceHandler = (*ServerKeyHandler)(nil)

// NewServerKeyHandler returns the handler of ServerKeyService.
func NewServerKeyHandler(keys *exchange.Service, log *slog.Logger) *ServerKeyHandler {
	return &ServerKeyHandler{keys, log}
}

// GetServerKeys implements ServerKeyService.
func (h *ServerKeyHandler) GetServerKeys(ctx context.Context, req *connect.Request[alcovev1.GetServerKeysRequest]) (*connect.Response[alcovev1.GetServerKeysResponse], error) {
	return bySteward(ctx, h.log, req, func(account.Session, *alcovev1.GetServerKeysRequest) (*alcovev1.GetServerKeysResponse, error) {
		state, err := h.keys.State(ctx)
		return &alcovev1.GetServerKeysResponse{Keys: serverKeys(state)}, err
	})
}

// ExchangeServerKeys implements ServerKeyService.
func (h *ServerKeyHandler) ExchangeServerKeys(ctx context.Context, req *connect.Request[alcovev1.ExchangeServerKeysRequest]) (*connect.Response[alcovev1.ExchangeServerKeysResponse], error) {
	return bySteward(ctx, h.log, req, func(by account.Session, _ *alcovev1.ExchangeServerKeysRequest) (*alcovev1.ExchangeServerKeysResponse, error) {
		state, err := h.keys.Exchange(ctx, by)
		return &alcovev1.ExchangeServerKeysResponse{Keys: serverKeys(state)}, err
	})
}

func serverKeys(s exchange.State) *alcovev1.ServerKeys {
	return &alcovev1.ServerKeys{
		Generation: uint32(s.Generation), Day: s.Day, Waiting: uint64(s.Waiting), Living: uint32(s.Generation - s.Ended),
		MailDay: s.Days[exchange.Mail], PushDay: s.Days[exchange.Push], ReportsDay: s.Days[exchange.Reports],
		OwnCertificate: s.Own, CertificateDay: s.Days[exchange.Connection],
	}
}
