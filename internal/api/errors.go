// Package api is the network's way in: Connect handlers and the event socket.
// It translates, authorises and nothing more; the rules live in the concept
// packages.
package api

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"connectrpc.com/connect"

	"alcove/internal/fault"
	alcovev1 "alcove/proto/alcove/v1"
)

var connectCodes = map[fault.Kind]connect.Code{
	fault.Internal:        connect.CodeInternal,
	fault.Invalid:         connect.CodeInvalidArgument,
	fault.Unauthenticated: connect.CodeUnauthenticated,
	fault.Forbidden:       connect.CodePermissionDenied,
	fault.NotFound:        connect.CodeNotFound,
	fault.Conflict:        connect.CodeAborted,
	fault.Precondition:    connect.CodeFailedPrecondition,
	fault.Exhausted:       connect.CodeResourceExhausted,
	fault.Unavailable:     connect.CodeUnavailable,
}

// statuses are those with which connect answers by HTTP.
var statuses = map[connect.Code]int{
	connect.CodeInternal:           500,
	connect.CodeInvalidArgument:    400,
	connect.CodeUnauthenticated:    401,
	connect.CodePermissionDenied:   403,
	connect.CodeNotFound:           404,
	connect.CodeAborted:            409,
	connect.CodeFailedPrecondition: 400,
	connect.CodeResourceExhausted:  429,
	connect.CodeUnavailable:        503,
	connect.CodeCanceled:           499,
}

// refusal is what goes over the wire of an error: by HTTP or by the event socket.
type refusal struct {
	code    connect.Code
	message string
	info    *alcovev1.ErrorInfo // nil: nobody is listening any more
}

func (r refusal) status() int { return statuses[r.code] }

// refuse turns a refusal into what goes over the wire: code and sentence,
// never the cause. The cause goes to the log, once, where whoever runs the server has
// to do something: of an internal error, and of a disk or database that failed.
func refuse(log *slog.Logger, err error) refusal {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return refusal{code: connect.CodeCanceled, message: "canceled"}
	}
	f := fault.Of(err)
	switch {
	case f.Kind == fault.Internal:
		log.Error("internal error", "code", f.Code, "cause", f.Unwrap())
	case strings.HasPrefix(f.Code, "storage_"):
		log.Error("storage failed", "code", f.Code, "cause", f.Unwrap())
	}
	return refusal{connectCodes[f.Kind], f.Message, &alcovev1.ErrorInfo{Code: f.Code, Current: f.Current}}
}

// connectError is the refusal by HTTP.
func connectError(log *slog.Logger, err error) error {
	r := refuse(log, err)
	ce := connect.NewError(r.code, publicMessage(r.message))
	if r.info == nil {
		return ce
	}
	if d, derr := connect.NewErrorDetail(r.info); derr == nil {
		ce.AddDetail(d)
	}
	return ce
}

type publicMessage string

func (m publicMessage) Error() string { return string(m) }
