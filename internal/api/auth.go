package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// AuthHandler serves what somebody without a session may call.
type AuthHandler struct {
	accounts *account.Service
	log      *slog.Logger
}

var _ alcovev1connect.AuthServiceHandler = (*AuthHandler)(nil)

// NewAuthHandler returns the handler of AuthService.
func NewAuthHandler(accounts *account.Service, log *slog.Logger) *AuthHandler {
	return &AuthHandler{accounts, log}
}

// answer wraps a response, or the refusal instead of it.
func answer[T any](log *slog.Logger, response *T, err error) (*connect.Response[T], error) {
	if err != nil {
		return nil, connectError(log, err)
	}
	return connect.NewResponse(response), nil
}

// NewChallenge implements AuthService.
func (h *AuthHandler) NewChallenge(_ context.Context, _ *connect.Request[alcovev1.NewChallengeRequest]) (*connect.Response[alcovev1.NewChallengeResponse], error) {
	challenge, difficulty, err := h.accounts.NewChallenge()
	return answer(h.log, &alcovev1.NewChallengeResponse{Challenge: challenge, Difficulty: difficulty}, err)
}

// RegisterStart implements AuthService.
func (h *AuthHandler) RegisterStart(ctx context.Context, req *connect.Request[alcovev1.RegisterStartRequest]) (*connect.Response[alcovev1.RegisterStartResponse], error) {
	m := req.Msg
	started, err := h.accounts.RegisterStart(ctx, account.RegisterStart{
		Proof: proof(m.GetProof()), NameHash: m.GetNameHash(), Requests: m.GetRegistrationRequests(),
		Invitation: m.GetInvitation(), Address: addressOf(ctx),
	})
	return answer(h.log, &alcovev1.RegisterStartResponse{
		State: started.State, NameNumber: started.NameNumber, RegistrationResponses: started.Responses,
	}, err)
}

// RegisterFinish implements AuthService.
func (h *AuthHandler) RegisterFinish(ctx context.Context, req *connect.Request[alcovev1.RegisterFinishRequest]) (*connect.Response[alcovev1.RegisterFinishResponse], error) {
	var accounts []account.NewAccount
	for _, a := range req.Msg.GetAccounts() {
		accounts = append(accounts, newAccount(a))
	}
	all, err := h.accounts.RegisterFinish(ctx, req.Msg.GetState(), req.Msg.GetRegistrationRecords(), accounts)
	r := &alcovev1.RegisterFinishResponse{}
	for _, opened := range all {
		r.Sessions = append(r.Sessions, openedSession(opened))
	}
	return answer(h.log, r, err)
}

// LoginStart implements AuthService.
func (h *AuthHandler) LoginStart(ctx context.Context, req *connect.Request[alcovev1.LoginStartRequest]) (*connect.Response[alcovev1.LoginStartResponse], error) {
	m := req.Msg
	start := account.LoginStart{NameHash: m.GetNameHash(), NameNumber: m.GetNameNumber(), KE1: m.GetKe1(), Older: m.GetOlder(), Address: addressOf(ctx)}
	if m.GetProof() != nil {
		p := proof(m.GetProof())
		start.Proof = &p
	}
	started, err := h.accounts.LoginStart(ctx, start)
	return answer(h.log, &alcovev1.LoginStartResponse{State: started.State, Ke2: started.KE2, Older: started.Older}, err)
}

// LoginFinish implements AuthService.
func (h *AuthHandler) LoginFinish(ctx context.Context, req *connect.Request[alcovev1.LoginFinishRequest]) (*connect.Response[alcovev1.LoginFinishResponse], error) {
	opened, renew, err := h.accounts.LoginFinish(ctx, req.Msg.GetState(), req.Msg.GetKe3())
	return answer(h.log, &alcovev1.LoginFinishResponse{Session: openedSession(opened), Renew: renew}, err)
}

// Recover implements AuthService.
func (h *AuthHandler) Recover(ctx context.Context, req *connect.Request[alcovev1.RecoverRequest]) (*connect.Response[alcovev1.RecoverResponse], error) {
	m := req.Msg
	opened, err := h.accounts.Recover(ctx, proof(m.GetProof()), m.GetRecoveryId(), m.GetRecoveryAuth(), addressOf(ctx))
	return answer(h.log, &alcovev1.RecoverResponse{Session: openedSession(opened)}, err)
}

// GetFarewell implements AuthService.
func (h *AuthHandler) GetFarewell(ctx context.Context, req *connect.Request[alcovev1.GetFarewellRequest]) (*connect.Response[alcovev1.GetFarewellResponse], error) {
	signature, err := h.accounts.Farewell(ctx, req.Msg.GetToken())
	return answer(h.log, &alcovev1.GetFarewellResponse{Signature: signature}, err)
}

// CheckInvitation implements AuthService.
func (h *AuthHandler) CheckInvitation(ctx context.Context, req *connect.Request[alcovev1.CheckInvitationRequest]) (*connect.Response[alcovev1.CheckInvitationResponse], error) {
	role, expires, err := h.accounts.CheckInvitation(ctx, req.Msg.GetInvitation(), addressOf(ctx))
	return answer(h.log, &alcovev1.CheckInvitationResponse{Role: alcovev1.Role(role), ExpiresUnix: expires}, err)
}

func newAccount(a *alcovev1.NewAccount) account.NewAccount {
	return account.NewAccount{
		PublicKeys: account.PublicKeys{
			IdentityKey: a.GetIdentityKey(), SealingRecipient: a.GetSealingRecipient(), SealingSignature: a.GetSealingSignature(),
		},
		Vault: a.GetVault(), WrappedKeyPassphrase: a.GetVaultKeyByPassphrase(), Recovery: recovery(a.GetRecovery()),
	}
}

func proof(p *alcovev1.ProofOfWork) account.Proof {
	return account.Proof{Challenge: p.GetChallenge(), Nonce: p.GetNonce()}
}

func recovery(r *alcovev1.Recovery) account.Recovery {
	return account.Recovery{ID: r.GetRecoveryId(), AuthHash: r.GetRecoveryAuthHash(), WrappedKey: r.GetVaultKeyByRecovery()}
}

func openedSession(o account.Opened) *alcovev1.Session {
	s := sessionMessage(o.Session)
	s.Token = o.Token
	return s
}

func sessionMessage(s account.Session) *alcovev1.Session {
	return &alcovev1.Session{
		AccountId: s.AccountID[:], Role: alcovev1.Role(s.Role),
		SecondFactorRequired: s.SecondFactorRequired, SecondFactorMissing: s.SecondFactorMissing,
		ExpiresUnix: s.Expires.Unix(),
	}
}
