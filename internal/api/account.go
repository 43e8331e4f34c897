package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// AccountHandler serves what an account does with itself.
type AccountHandler struct {
	accounts *account.Service
	log      *slog.Logger
}

var _ alcovev1connect.AccountServiceHandler = (*AccountHandler)(nil)

// NewAccountHandler returns the handler of AccountService.
func NewAccountHandler(accounts *account.Service, log *slog.Logger) *AccountHandler {
	return &AccountHandler{accounts, log}
}

// called runs do for the session that the request came with.
func called[Q, A any](ctx context.Context, log *slog.Logger, req *connect.Request[Q], do func(account.Session, *Q) (*A, error)) (*connect.Response[A], error) {
	by, err := Caller(ctx)
	if err != nil {
		return nil, connectError(log, err)
	}
	response, err := do(by, req.Msg)
	return answer(log, response, err)
}

// GetSession implements AccountService.
func (h *AccountHandler) GetSession(ctx context.Context, req *connect.Request[alcovev1.GetSessionRequest]) (*connect.Response[alcovev1.GetSessionResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.GetSessionRequest) (*alcovev1.GetSessionResponse, error) {
		return &alcovev1.GetSessionResponse{Session: sessionMessage(by)}, nil
	})
}

// LogOut implements AccountService.
func (h *AccountHandler) LogOut(ctx context.Context, req *connect.Request[alcovev1.LogOutRequest]) (*connect.Response[alcovev1.LogOutResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.LogOutRequest) (*alcovev1.LogOutResponse, error) {
		return &alcovev1.LogOutResponse{}, h.accounts.LogOut(ctx, by)
	})
}

// EndSessions implements AccountService.
func (h *AccountHandler) EndSessions(ctx context.Context, req *connect.Request[alcovev1.EndSessionsRequest]) (*connect.Response[alcovev1.EndSessionsResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.EndSessionsRequest) (*alcovev1.EndSessionsResponse, error) {
		farewells, err := farewells(m.GetSessions())
		if err != nil {
			return nil, err
		}
		return &alcovev1.EndSessionsResponse{}, h.accounts.EndSessions(ctx, by, farewells)
	})
}

func farewells(sessions []*alcovev1.EndedSession) ([]account.Farewell, error) {
	out := make([]account.Farewell, 0, len(sessions))
	for _, s := range sessions {
		if len(s.GetTokenHash()) != 32 {
			return nil, errTokenHash
		}
		out = append(out, account.Farewell{TokenHash: [32]byte(s.GetTokenHash()), Signature: s.GetFarewell()})
	}
	return out, nil
}

// EndOtherSessions implements AccountService.
func (h *AccountHandler) EndOtherSessions(ctx context.Context, req *connect.Request[alcovev1.EndOtherSessionsRequest]) (*connect.Response[alcovev1.EndOtherSessionsResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.EndOtherSessionsRequest) (*alcovev1.EndOtherSessionsResponse, error) {
		n, err := h.accounts.EndOtherSessions(ctx, by)
		return &alcovev1.EndOtherSessionsResponse{Ended: uint32(n)}, err
	})
}

// GetVault implements AccountService.
func (h *AccountHandler) GetVault(ctx context.Context, req *connect.Request[alcovev1.GetVaultRequest]) (*connect.Response[alcovev1.GetVaultResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.GetVaultRequest) (*alcovev1.GetVaultResponse, error) {
		v, err := h.accounts.Vault(ctx, by)
		return &alcovev1.GetVaultResponse{
			Version: v.Version, Vault: v.Ciphertext,
			VaultKeyByPassphrase: v.WrappedKeyPassphrase, VaultKeyByRecovery: v.WrappedKeyRecovery,
		}, err
	})
}

// PutVault implements AccountService.
func (h *AccountHandler) PutVault(ctx context.Context, req *connect.Request[alcovev1.PutVaultRequest]) (*connect.Response[alcovev1.PutVaultResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PutVaultRequest) (*alcovev1.PutVaultResponse, error) {
		version, err := h.accounts.PutVault(ctx, by, m.GetExpectedVersion(), m.GetVault())
		return &alcovev1.PutVaultResponse{Version: version}, err
	})
}

// ChangePassphraseStart implements AccountService.
func (h *AccountHandler) ChangePassphraseStart(ctx context.Context, req *connect.Request[alcovev1.ChangePassphraseStartRequest]) (*connect.Response[alcovev1.ChangePassphraseStartResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.ChangePassphraseStartRequest) (*alcovev1.ChangePassphraseStartResponse, error) {
		state, response, err := h.accounts.ChangePassphraseStart(ctx, by, m.GetRegistrationRequest())
		return &alcovev1.ChangePassphraseStartResponse{State: state, RegistrationResponse: response}, err
	})
}

// ChangePassphraseFinish implements AccountService.
func (h *AccountHandler) ChangePassphraseFinish(ctx context.Context, req *connect.Request[alcovev1.ChangePassphraseFinishRequest]) (*connect.Response[alcovev1.ChangePassphraseFinishResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.ChangePassphraseFinishRequest) (*alcovev1.ChangePassphraseFinishResponse, error) {
		var r *account.Recovery
		if m.GetRecovery() != nil {
			next := recovery(m.GetRecovery())
			r = &next
		}
		return &alcovev1.ChangePassphraseFinishResponse{},
			h.accounts.ChangePassphraseFinish(ctx, by, m.GetState(), m.GetRegistrationRecord(), m.GetVaultKeyByPassphrase(), r, m.GetSamePassphrase())
	})
}

// FillSlotStart implements AccountService.
func (h *AccountHandler) FillSlotStart(ctx context.Context, req *connect.Request[alcovev1.FillSlotStartRequest]) (*connect.Response[alcovev1.FillSlotStartResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.FillSlotStartRequest) (*alcovev1.FillSlotStartResponse, error) {
		state, response, err := h.accounts.FillSlotStart(ctx, by, m.GetNameHash(), m.GetNameNumber(), m.GetRegistrationRequest())
		return &alcovev1.FillSlotStartResponse{State: state, RegistrationResponse: response}, err
	})
}

// FillSlotFinish implements AccountService.
func (h *AccountHandler) FillSlotFinish(ctx context.Context, req *connect.Request[alcovev1.FillSlotFinishRequest]) (*connect.Response[alcovev1.FillSlotFinishResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.FillSlotFinishRequest) (*alcovev1.FillSlotFinishResponse, error) {
		opened, err := h.accounts.FillSlotFinish(ctx, by, m.GetState(), m.GetRegistrationRecord(), newAccount(m.GetAccount()))
		return &alcovev1.FillSlotFinishResponse{Session: openedSession(opened)}, err
	})
}

// SetRecovery implements AccountService.
func (h *AccountHandler) SetRecovery(ctx context.Context, req *connect.Request[alcovev1.SetRecoveryRequest]) (*connect.Response[alcovev1.SetRecoveryResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.SetRecoveryRequest) (*alcovev1.SetRecoveryResponse, error) {
		return &alcovev1.SetRecoveryResponse{}, h.accounts.SetRecovery(ctx, by, recovery(m.GetRecovery()))
	})
}

// DeleteAccount implements AccountService.
func (h *AccountHandler) DeleteAccount(ctx context.Context, req *connect.Request[alcovev1.DeleteAccountRequest]) (*connect.Response[alcovev1.DeleteAccountResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.DeleteAccountRequest) (*alcovev1.DeleteAccountResponse, error) {
		return &alcovev1.DeleteAccountResponse{}, h.accounts.DeleteAccount(ctx, by)
	})
}

// PasskeyRegisterStart implements AccountService.
func (h *AccountHandler) PasskeyRegisterStart(ctx context.Context, req *connect.Request[alcovev1.PasskeyRegisterStartRequest]) (*connect.Response[alcovev1.PasskeyRegisterStartResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.PasskeyRegisterStartRequest) (*alcovev1.PasskeyRegisterStartResponse, error) {
		options, err := h.accounts.PasskeyRegisterStart(ctx, by)
		return &alcovev1.PasskeyRegisterStartResponse{OptionsJson: string(options)}, err
	})
}

// PasskeyRegisterFinish implements AccountService.
func (h *AccountHandler) PasskeyRegisterFinish(ctx context.Context, req *connect.Request[alcovev1.PasskeyRegisterFinishRequest]) (*connect.Response[alcovev1.PasskeyRegisterFinishResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PasskeyRegisterFinishRequest) (*alcovev1.PasskeyRegisterFinishResponse, error) {
		codes, opened, err := h.accounts.PasskeyRegisterFinish(ctx, by, []byte(m.GetCredentialJson()))
		return &alcovev1.PasskeyRegisterFinishResponse{OneTimeCodes: codes, Session: openedSession(opened)}, err
	})
}

// PasskeyAssertStart implements AccountService.
func (h *AccountHandler) PasskeyAssertStart(ctx context.Context, req *connect.Request[alcovev1.PasskeyAssertStartRequest]) (*connect.Response[alcovev1.PasskeyAssertStartResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.PasskeyAssertStartRequest) (*alcovev1.PasskeyAssertStartResponse, error) {
		options, err := h.accounts.PasskeyAssertStart(ctx, by)
		return &alcovev1.PasskeyAssertStartResponse{OptionsJson: string(options)}, err
	})
}

// PasskeyAssertFinish implements AccountService.
func (h *AccountHandler) PasskeyAssertFinish(ctx context.Context, req *connect.Request[alcovev1.PasskeyAssertFinishRequest]) (*connect.Response[alcovev1.PasskeyAssertFinishResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PasskeyAssertFinishRequest) (*alcovev1.PasskeyAssertFinishResponse, error) {
		opened, err := h.accounts.PasskeyAssertFinish(ctx, by, []byte(m.GetCredentialJson()))
		return &alcovev1.PasskeyAssertFinishResponse{Session: openedSession(opened)}, err
	})
}

// UseOneTimeCode implements AccountService.
func (h *AccountHandler) UseOneTimeCode(ctx context.Context, req *connect.Request[alcovev1.UseOneTimeCodeRequest]) (*connect.Response[alcovev1.UseOneTimeCodeResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.UseOneTimeCodeRequest) (*alcovev1.UseOneTimeCodeResponse, error) {
		n, opened, err := h.accounts.UseOneTimeCode(ctx, by, m.GetCode())
		return &alcovev1.UseOneTimeCodeResponse{Remaining: uint32(n), Session: openedSession(opened)}, err
	})
}

// PublishKeyPackages implements AccountService.
func (h *AccountHandler) PublishKeyPackages(ctx context.Context, req *connect.Request[alcovev1.PublishKeyPackagesRequest]) (*connect.Response[alcovev1.PublishKeyPackagesResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PublishKeyPackagesRequest) (*alcovev1.PublishKeyPackagesResponse, error) {
		return &alcovev1.PublishKeyPackagesResponse{},
			h.accounts.PublishKeyPackages(ctx, by, m.GetDeviceId(), m.GetKeyPackages(), m.GetLastResort())
	})
}

// ClaimKeyPackages implements AccountService.
func (h *AccountHandler) ClaimKeyPackages(ctx context.Context, req *connect.Request[alcovev1.ClaimKeyPackagesRequest]) (*connect.Response[alcovev1.ClaimKeyPackagesResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.ClaimKeyPackagesRequest) (*alcovev1.ClaimKeyPackagesResponse, error) {
		claimed, err := h.accounts.ClaimKeyPackages(ctx, by, m.GetAccountId())
		r := &alcovev1.ClaimKeyPackagesResponse{}
		for _, c := range claimed {
			r.KeyPackages = append(r.KeyPackages, &alcovev1.DeviceKeyPackage{DeviceId: c.DeviceID[:], KeyPackage: c.KeyPackage})
		}
		return r, err
	})
}

// CountKeyPackages implements AccountService.
func (h *AccountHandler) CountKeyPackages(ctx context.Context, req *connect.Request[alcovev1.CountKeyPackagesRequest]) (*connect.Response[alcovev1.CountKeyPackagesResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.CountKeyPackagesRequest) (*alcovev1.CountKeyPackagesResponse, error) {
		n, err := h.accounts.CountKeyPackages(ctx, by, m.GetDeviceId())
		return &alcovev1.CountKeyPackagesResponse{Count: uint32(n)}, err
	})
}

// RemoveDevice implements AccountService.
func (h *AccountHandler) RemoveDevice(ctx context.Context, req *connect.Request[alcovev1.RemoveDeviceRequest]) (*connect.Response[alcovev1.RemoveDeviceResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.RemoveDeviceRequest) (*alcovev1.RemoveDeviceResponse, error) {
		return &alcovev1.RemoveDeviceResponse{}, h.accounts.RemoveDevice(ctx, by, m.GetDeviceId())
	})
}

// GetAccountKeys implements AccountService.
func (h *AccountHandler) GetAccountKeys(ctx context.Context, req *connect.Request[alcovev1.GetAccountKeysRequest]) (*connect.Response[alcovev1.GetAccountKeysResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetAccountKeysRequest) (*alcovev1.GetAccountKeysResponse, error) {
		k, err := h.accounts.PublicKeys(ctx, by, m.GetAccountId())
		return &alcovev1.GetAccountKeysResponse{
			IdentityKey: k.IdentityKey, SealingRecipient: k.SealingRecipient, SealingSignature: k.SealingSignature,
		}, err
	})
}
