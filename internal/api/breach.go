package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/breach"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// BreachHandler implements BreachService. Who may call what is in access.go; what is
// for stewards asks again, so that neither place alone decides.
type BreachHandler struct {
	breaches *breach.Service
	log      *slog.Logger
}

var _ alcovev1connect.BreachServiceHandler = (*BreachHandler)(nil)

// NewBreachHandler returns the handler of BreachService.
func NewBreachHandler(breaches *breach.Service, log *slog.Logger) *BreachHandler {
	return &BreachHandler{breaches, log}
}

// GetNotices implements BreachService.
func (h *BreachHandler) GetNotices(ctx context.Context, req *connect.Request[alcovev1.GetNoticesRequest]) (*connect.Response[alcovev1.GetNoticesResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.GetNoticesRequest) (*alcovev1.GetNoticesResponse, error) {
		told, err := h.breaches.Told(ctx, by.AccountID)
		response := &alcovev1.GetNoticesResponse{}
		for _, t := range told {
			response.Notices = append(response.Notices, &alcovev1.ToldNotice{NoticeId: t.ID[:], Day: t.Day, Confirmed: t.Confirmed, Text: t.Text, Sealed: t.Sealed})
		}
		return response, err
	})
}

// ConfirmNotice implements BreachService.
func (h *BreachHandler) ConfirmNotice(ctx context.Context, req *connect.Request[alcovev1.ConfirmNoticeRequest]) (*connect.Response[alcovev1.ConfirmNoticeResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.ConfirmNoticeRequest) (*alcovev1.ConfirmNoticeResponse, error) {
		id, err := id16(m.GetNoticeId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.ConfirmNoticeResponse{}, h.breaches.Confirm(ctx, by.AccountID, id)
	})
}

// bySteward is called, for stewards alone.
func bySteward[Q, A any](ctx context.Context, log *slog.Logger, req *connect.Request[Q], do func(account.Session, *Q) (*A, error)) (*connect.Response[A], error) {
	if _, err := callerIn(ctx, account.Steward); err != nil {
		return nil, connectError(log, err)
	}
	return called(ctx, log, req, do)
}

// GetRegister implements BreachService.
func (h *BreachHandler) GetRegister(ctx context.Context, req *connect.Request[alcovev1.GetRegisterRequest]) (*connect.Response[alcovev1.GetRegisterResponse], error) {
	return bySteward(ctx, h.log, req, func(account.Session, *alcovev1.GetRegisterRequest) (*alcovev1.GetRegisterResponse, error) {
		r, err := h.breaches.Register(ctx)
		response := &alcovev1.GetRegisterResponse{Stewards: sealingKeys(r.Stewards), SignUpsFrozen: r.Frozen, Rekeying: rekeyingMessage(r.Rekeying.Number, r.Rekeying.Day)}
		for _, e := range r.Entries {
			response.Breaches = append(response.Breaches, &alcovev1.Breach{BreachId: e.ID[:], Version: e.Version, Sealed: e.Sealed})
		}
		for _, n := range r.Notices {
			response.Notices = append(response.Notices, &alcovev1.PublishedNotice{
				NoticeId: n.ID[:], BreachId: n.Breach[:], Audience: alcovev1.Audience(small(int32(n.Audience))), Day: n.Day,
				Told: n.Told, Confirmed: n.Confirmed, Withdrawn: n.Withdrawn,
			})
		}
		return response, err
	})
}

func sealingKeys(all []breach.Keys) (out []*alcovev1.SealingKeys) {
	for _, k := range all {
		out = append(out, &alcovev1.SealingKeys{
			AccountId: k.Account[:], IdentityKey: k.IdentityKey, SealingRecipient: k.SealingRecipient, SealingSignature: k.SealingSignature,
		})
	}
	return out
}

// PutBreach implements BreachService.
func (h *BreachHandler) PutBreach(ctx context.Context, req *connect.Request[alcovev1.PutBreachRequest]) (*connect.Response[alcovev1.PutBreachResponse], error) {
	return bySteward(ctx, h.log, req, func(_ account.Session, m *alcovev1.PutBreachRequest) (*alcovev1.PutBreachResponse, error) {
		id, err := id16(m.GetBreachId())
		if err != nil {
			return nil, err
		}
		version, err := h.breaches.Put(ctx, breach.Entry{ID: id, Sealed: m.GetSealed()}, m.GetExpectedVersion())
		return &alcovev1.PutBreachResponse{Version: version}, err
	})
}

// GetAffected implements BreachService.
func (h *BreachHandler) GetAffected(ctx context.Context, req *connect.Request[alcovev1.GetAffectedRequest]) (*connect.Response[alcovev1.GetAffectedResponse], error) {
	return bySteward(ctx, h.log, req, func(_ account.Session, m *alcovev1.GetAffectedRequest) (*alcovev1.GetAffectedResponse, error) {
		var ids []account.ID
		for _, b := range m.GetAccountIds() {
			id, err := id16(b)
			if err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
		keys, err := h.breaches.Affected(ctx, ids)
		return &alcovev1.GetAffectedResponse{Accounts: sealingKeys(keys)}, err
	})
}

// PublishNotice implements BreachService.
func (h *BreachHandler) PublishNotice(ctx context.Context, req *connect.Request[alcovev1.PublishNoticeRequest]) (*connect.Response[alcovev1.PublishNoticeResponse], error) {
	return bySteward(ctx, h.log, req, func(by account.Session, m *alcovev1.PublishNoticeRequest) (*alcovev1.PublishNoticeResponse, error) {
		n, err := noticeFromWire(m)
		if err != nil {
			return nil, err
		}
		told, err := h.breaches.Publish(ctx, by, n)
		return &alcovev1.PublishNoticeResponse{Told: uint64(told)}, err
	})
}

func noticeFromWire(m *alcovev1.PublishNoticeRequest) (n breach.Notice, err error) {
	n.Audience, n.Text = breach.Audience(m.GetAudience()), m.GetText()
	if n.ID, err = id16(m.GetNoticeId()); err != nil {
		return n, err
	}
	if n.Breach, err = id16(m.GetBreachId()); err != nil {
		return n, err
	}
	if n.Audience == breach.ClientsOf || n.Audience == breach.InRoom {
		if n.Of, err = id16(m.GetOf()); err != nil {
			return n, err
		}
	}
	for _, a := range m.GetAddressed() {
		id, err := id16(a.GetAccountId())
		if err != nil {
			return n, err
		}
		n.Addressed = append(n.Addressed, breach.Addressed{Account: id, Sealed: a.GetSealed()})
	}
	return n, nil
}

// WithdrawNotice implements BreachService.
func (h *BreachHandler) WithdrawNotice(ctx context.Context, req *connect.Request[alcovev1.WithdrawNoticeRequest]) (*connect.Response[alcovev1.WithdrawNoticeResponse], error) {
	return bySteward(ctx, h.log, req, func(by account.Session, m *alcovev1.WithdrawNoticeRequest) (*alcovev1.WithdrawNoticeResponse, error) {
		id, err := id16(m.GetNoticeId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.WithdrawNoticeResponse{}, h.breaches.Withdraw(ctx, by, id)
	})
}

// EndEverySession implements BreachService.
func (h *BreachHandler) EndEverySession(ctx context.Context, req *connect.Request[alcovev1.EndEverySessionRequest]) (*connect.Response[alcovev1.EndEverySessionResponse], error) {
	return bySteward(ctx, h.log, req, func(by account.Session, _ *alcovev1.EndEverySessionRequest) (*alcovev1.EndEverySessionResponse, error) {
		ended, err := h.breaches.EndEverySession(ctx, by)
		return &alcovev1.EndEverySessionResponse{Ended: uint64(ended)}, err
	})
}

// FreezeSignUps implements BreachService.
func (h *BreachHandler) FreezeSignUps(ctx context.Context, req *connect.Request[alcovev1.FreezeSignUpsRequest]) (*connect.Response[alcovev1.FreezeSignUpsResponse], error) {
	return bySteward(ctx, h.log, req, func(_ account.Session, m *alcovev1.FreezeSignUpsRequest) (*alcovev1.FreezeSignUpsResponse, error) {
		return &alcovev1.FreezeSignUpsResponse{}, h.breaches.Freeze(ctx, m.GetFrozen())
	})
}

// AskRekeying implements BreachService.
func (h *BreachHandler) AskRekeying(ctx context.Context, req *connect.Request[alcovev1.AskRekeyingRequest]) (*connect.Response[alcovev1.AskRekeyingResponse], error) {
	return bySteward(ctx, h.log, req, func(by account.Session, _ *alcovev1.AskRekeyingRequest) (*alcovev1.AskRekeyingResponse, error) {
		r, err := h.breaches.Rekey(ctx, by)
		return &alcovev1.AskRekeyingResponse{Rekeying: rekeyingMessage(r.Number, r.Day)}, err
	})
}

// rekeyingMessage is nothing where it was never asked for.
func rekeyingMessage(number uint32, day int64) *alcovev1.Rekeying {
	if number == 0 {
		return nil
	}
	return &alcovev1.Rekeying{Number: number, Day: day}
}
