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

// connectError turns a refusal into what goes over the wire: code and sentence,
// never the cause. The cause goes to the log, once, where whoever runs the server has
// to do something: of an internal error, and of a disk or database that failed.
func connectError(log *slog.Logger, err error) error {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return connect.NewError(connect.CodeCanceled, publicMessage("canceled")) // nobody is listening any more
	}
	f := fault.Of(err)
	switch {
	case f.Kind == fault.Internal:
		log.Error("internal error", "code", f.Code, "cause", f.Unwrap())
	case strings.HasPrefix(f.Code, "storage_"):
		log.Error("storage failed", "code", f.Code, "cause", f.Unwrap())
	}
	ce := connect.NewError(connectCodes[f.Kind], publicMessage(f.Message))
	if d, derr := connect.NewErrorDetail(&alcovev1.ErrorInfo{Code: f.Code, Current: f.Current}); derr == nil {
		ce.AddDetail(d)
	}
	return ce
}

type publicMessage string

func (m publicMessage) Error() string { return string(m) }
