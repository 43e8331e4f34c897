package api

import (
	"context"
	"log/slog"
	"net/http"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/mailer"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// MailHandler implements MailService.
type MailHandler struct {
	mail *mailer.Service
	log  *slog.Logger
}

var _ alcovev1connect.MailServiceHandler = (*MailHandler)(nil)

// NewMailHandler returns the handler of MailService.
func NewMailHandler(mail *mailer.Service, log *slog.Logger) *MailHandler {
	return &MailHandler{mail, log}
}

// GetMail implements MailService.
func (h *MailHandler) GetMail(ctx context.Context, req *connect.Request[alcovev1.GetMailRequest]) (*connect.Response[alcovev1.GetMailResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.GetMailRequest) (*alcovev1.GetMailResponse, error) {
		state, err := h.mail.State(ctx, by.AccountID)
		if err != nil {
			return nil, err
		}
		answer := &alcovev1.GetMailResponse{Available: h.mail.Available(), Recipient: h.mail.Recipient(), State: alcovev1.MailState(small(int32(state)))}
		if by.Role == account.Steward {
			answer.Trouble = string(h.mail.Trouble())
		}
		return answer, nil
	})
}

// SetMail implements MailService.
func (h *MailHandler) SetMail(ctx context.Context, req *connect.Request[alcovev1.SetMailRequest]) (*connect.Response[alcovev1.SetMailResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.SetMailRequest) (*alcovev1.SetMailResponse, error) {
		return &alcovev1.SetMailResponse{}, h.mail.Set(ctx, by, m.GetAddress(), m.GetLanguage())
	})
}

// ConfirmMail implements MailService.
func (h *MailHandler) ConfirmMail(ctx context.Context, req *connect.Request[alcovev1.ConfirmMailRequest]) (*connect.Response[alcovev1.ConfirmMailResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.ConfirmMailRequest) (*alcovev1.ConfirmMailResponse, error) {
		return &alcovev1.ConfirmMailResponse{}, h.mail.Confirm(ctx, by.AccountID, m.GetCode())
	})
}

// RemoveMail implements MailService.
func (h *MailHandler) RemoveMail(ctx context.Context, req *connect.Request[alcovev1.RemoveMailRequest]) (*connect.Response[alcovev1.RemoveMailResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.RemoveMailRequest) (*alcovev1.RemoveMailResponse, error) {
		return &alcovev1.RemoveMailResponse{}, h.mail.Remove(ctx, by)
	})
}

// SendTestMail implements MailService.
func (h *MailHandler) SendTestMail(ctx context.Context, req *connect.Request[alcovev1.SendTestMailRequest]) (*connect.Response[alcovev1.SendTestMailResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.SendTestMailRequest) (*alcovev1.SendTestMailResponse, error) {
		if by.Role != account.Steward {
			return nil, errRole
		}
		return &alcovev1.SendTestMailResponse{}, h.mail.Test(ctx, by.AccountID, m.GetAddress(), m.GetLanguage())
	})
}

// MailStopPath is where the links in mails lead; a token follows.
const MailStopPath = "/mail/stop/"

// NewMailStopHandler serves the link by which a mail program stops the mails with
// one POST (RFC 8058). Who opens it as a page is led to the settings instead: a
// mail scanner that follows links must not stop anything (§3.1).
func NewMailStopHandler(mail *mailer.Service, addresses *Addresses, log *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.Method {
		case http.MethodPost:
			key, err := addresses.Key(r.RemoteAddr)
			if err == nil {
				err = addresses.admit(key)
			}
			if err != nil {
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			if err := mail.StopBy(r.Context(), r.PathValue("token")); err != nil {
				log.Error("stopping mails failed", "cause", err)
				w.WriteHeader(http.StatusServiceUnavailable)
			}
		case http.MethodGet, http.MethodHead:
			http.Redirect(w, r, "/app/settings", http.StatusSeeOther)
		default:
			w.Header().Set("Allow", "GET, HEAD, POST")
			w.WriteHeader(http.StatusMethodNotAllowed)
		}
	})
}
