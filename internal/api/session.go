package api

import (
	"context"
	"encoding/base64"
	"log/slog"
	"net/http"
	"strings"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/fault"
)

var (
	errNoSession        = fault.New(fault.Unauthenticated, "not_logged_in", "Please log in.")
	errFactorRequired   = fault.New(fault.Precondition, "second_factor_required", "Please present your passkey or a one-time code first.")
	errFactorMissing    = fault.New(fault.Precondition, "second_factor_missing", "Please add a passkey first.")
	errPassphraseNeeded = fault.New(fault.Precondition, "passphrase_required", "Please choose a new passphrase first.")
	errRole             = fault.New(fault.Forbidden, "not_allowed", "Your account cannot do this.")
	errTokenHash        = fault.New(fault.Invalid, "invalid_request", "The request is not as it must be.")
	errCarriesSession   = fault.New(fault.Invalid, "survey_carries_session", "An answer must not come with a session. Please update the app.")
	errUnknownProcedure = fault.New(fault.NotFound, "unknown_procedure", "This version of the server does not know that request.")
)

type contextKey int

const (
	sessionKey contextKey = iota
	addressKey
)

// Caller returns the session that a request came with. It fails with code
// "not_logged_in" in procedures that need none.
func Caller(ctx context.Context) (account.Session, error) {
	s, ok := ctx.Value(sessionKey).(account.Session)
	if !ok {
		return account.Session{}, errNoSession
	}
	return s, nil
}

// addressOf returns the limiting key of the caller's address.
func addressOf(ctx context.Context) account.AddressKey {
	k, _ := ctx.Value(addressKey).(account.AddressKey)
	return k
}

// SessionInterceptor resolves the bearer token of each request and lets it
// through only where access says so. It fails closed: a procedure that is not
// in the table cannot be called.
type SessionInterceptor struct {
	accounts  *account.Service
	addresses *Addresses
	log       *slog.Logger
}

// NewSessionInterceptor returns the interceptor that every service must be served with.
func NewSessionInterceptor(accounts *account.Service, addresses *Addresses, log *slog.Logger) *SessionInterceptor {
	return &SessionInterceptor{accounts, addresses, log}
}

// WrapUnary guards unary procedures.
func (i *SessionInterceptor) WrapUnary(next connect.UnaryFunc) connect.UnaryFunc {
	return func(ctx context.Context, req connect.AnyRequest) (connect.AnyResponse, error) {
		ctx, err := i.resolve(ctx, req.Spec().Procedure, req.Peer().Addr, req.Header())
		if err != nil {
			return nil, connectError(i.log, err)
		}
		return next(ctx, req)
	}
}

// WrapStreamingHandler guards streaming procedures, should there ever be one.
func (i *SessionInterceptor) WrapStreamingHandler(next connect.StreamingHandlerFunc) connect.StreamingHandlerFunc {
	return func(ctx context.Context, conn connect.StreamingHandlerConn) error {
		ctx, err := i.resolve(ctx, conn.Spec().Procedure, conn.Peer().Addr, conn.RequestHeader())
		if err != nil {
			return connectError(i.log, err)
		}
		return next(ctx, conn)
	}
}

// WrapStreamingClient is for clients; the server makes no calls.
func (i *SessionInterceptor) WrapStreamingClient(next connect.StreamingClientFunc) connect.StreamingClientFunc {
	return next
}

func (i *SessionInterceptor) resolve(ctx context.Context, procedure, remote string, header http.Header) (context.Context, error) {
	rule, known := access[procedure]
	if !known {
		return ctx, errUnknownProcedure
	}
	if rule&sessionless != 0 && header.Get("Authorization") != "" {
		return ctx, errCarriesSession // before the token is looked up: it is not to be known whose it is
	}
	if rule&public != 0 {
		key, err := i.addresses.Key(remote)
		if err != nil {
			return ctx, err
		}
		return context.WithValue(ctx, addressKey, key), i.addresses.admit(key)
	}
	token, err := bearer(header)
	if err != nil {
		return ctx, err
	}
	session, err := i.accounts.Authenticate(ctx, token)
	if err != nil {
		return ctx, err
	}
	return context.WithValue(ctx, sessionKey, session), rule.permit(session)
}

// bearer reads the token from "Authorization: Bearer" (RFC 6750), base64url
// without padding.
func bearer(h http.Header) ([]byte, error) {
	scheme, value, _ := strings.Cut(h.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "Bearer") || len(value) > 64 {
		return nil, errNoSession
	}
	token, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(value, "="))
	if err != nil {
		return nil, errNoSession
	}
	return token, nil
}
