package doctor

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"os"
	"syscall"

	"connectrpc.com/connect"

	alcovev1 "alcove/proto/alcove/v1"
)

// Finding is why a step failed, for a program by its code, which never changes, and
// for a person, with what to do.
type Finding struct {
	Code, Problem, Advice string
}

func (f *Finding) Error() string { return f.Problem }

const seeLog = "look at the server's log (journalctl -u alcove)"

var (
	errNotAsWritten = &Finding{"unexpected_answer", "the server answered otherwise than the protocol says", "use the doctor of the server's own version"}
	errNoLogin      = &Finding{"login_refused", "an account that was just made cannot log in", "server.key may have been replaced while the server ran; restart it and try again, then " + seeLog}
	errNotDelivered = &Finding{"not_delivered", "what was sent did not come over the event socket", "what was said is stored and is read when an app is opened anew; restart the server, then " + seeLog}
	errSocketLost   = &Finding{"socket_lost", "the event socket was closed", "something between here and the server may cut WebSockets: let TCP through"}
	errAltered      = &Finding{"altered", "what was received is not what was sent", "stop the server and restore a backup: its disk or memory may be failing"}
	errNotApart     = &Finding{"not_apart", "another account could read what was sent", "stop the server: this must not be"}
	errStillThere   = &Finding{"still_there", "a session outlived its account", seeLog}
)

// leftBehind says what stays if accounts could not be deleted.
func leftBehind(err error) error {
	if err == nil {
		return nil
	}
	f := *explain(err)
	f.Problem = "throwaway accounts may be left: " + f.Problem
	f.Advice += "; what is left are empty accounts that nobody can log in to"
	return &f
}

// refused is what to do about the server's own codes, where there is more to say
// than to look at its log.
var refused = map[string]string{
	"storage_full":      "the server's disk is full: make room where its data folder is; it goes on by itself",
	"storage_away":      "the server does not reach PostgreSQL: look whether that runs, and at the server's log",
	"storage_failed":    "the server cannot write to its disk: look at the disk (dmesg, smartctl) and at the server's log",
	"shutting_down":     "the server is restarting: try again in a moment",
	"rate_limited":      "very many requests come from this machine's address: try again in a minute",
	"too_many_attempts": "very many log-ins come from this machine's address: try again in an hour",
	"proof_invalid":     "the server did not take the answer to its puzzle: look whether its clock jumps (alcove_clock_ahead_seconds)",
	"state_expired":     "it took more than ten minutes between two calls, or the server's clock jumped (alcove_clock_ahead_seconds)",
	"unknown_procedure": "the server is of another version: use its own doctor",
}

// explain makes a finding of whatever went wrong.
func explain(err error) *Finding {
	var known *Finding
	if errors.As(err, &known) {
		return known
	}
	if f := explainTLS(err); f != nil {
		return f
	}
	if f := explainNetwork(err); f != nil {
		return f
	}
	var answer *connect.Error
	if errors.As(err, &answer) {
		c := code(err)
		if c == "" {
			return &Finding{"not_alcove", "what answers is not Alcove: " + answer.Code().String(), "look at the address and its port, and at any proxy before the server"}
		}
		advice := refused[c]
		if advice == "" {
			advice = seeLog
		}
		return &Finding{c, "the server refused: " + answer.Message(), advice}
	}
	return &Finding{"failed", err.Error(), seeLog}
}

func explainTLS(err error) *Finding {
	var authority x509.UnknownAuthorityError
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var plain tls.RecordHeaderError
	var alert tls.AlertError
	switch {
	case errors.As(err, &authority):
		return &Finding{"tls_untrusted", "the certificate is not from an authority that this machine trusts", "get one (--acme-domain, or --cert and --key); for one that the server made itself, give --insecure"}
	case errors.As(err, &name):
		return &Finding{"tls_wrong_name", "the certificate is for another name", "use the name that browsers use, or get a certificate for this one"}
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return &Finding{"tls_expired", "the certificate is expired or not yet valid", "renew it, and look at the clocks of the server and of this machine (date)"}
	case errors.As(err, &invalid):
		return &Finding{"tls_untrusted", "the certificate is not valid: " + invalid.Error(), "get another one (--acme-domain, or --cert and --key)"}
	case errors.As(err, &plain), errors.As(err, &alert):
		return &Finding{"no_tls", "what answers does not speak TLS 1.3", "look at the port; let a proxy pass TCP through"}
	}
	return nil
}

func explainNetwork(err error) *Finding {
	var name *net.DNSError
	switch {
	case errors.As(err, &name):
		return &Finding{"no_such_host", "the name is not found", "look at the address and at DNS"}
	case errors.Is(err, syscall.ECONNREFUSED):
		return &Finding{"refused", "nothing listens there", "is the server running (systemctl status alcove), and is the port right?"}
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return &Finding{"no_route", "there is no way there", "look at this machine's network and at firewalls"}
	case errors.Is(err, context.Canceled):
		return &Finding{"stopped", "it was stopped", "start it again"}
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return &Finding{"timeout", "there was no answer in time", "look at firewalls, at the load of the server, or allow more by --timeout"}
	}
	return nil
}

// code is that of a refusal of the server's, or nothing.
func code(err error) string {
	var answer *connect.Error
	if !errors.As(err, &answer) {
		return ""
	}
	for _, d := range answer.Details() {
		if value, err := d.Value(); err == nil {
			if info, ok := value.(*alcovev1.ErrorInfo); ok {
				return info.GetCode()
			}
		}
	}
	return ""
}
