// Package doctor examines a running Alcove from outside, as the browsers of two
// people would use it: they sign up, log in, send, receive and are deleted again.
// It is for whoever runs the server, by hand after a change and by a timer always:
// that a process lives and its database answers (/readyz) does not say that
// anybody gets through to it, is let in, and hears from others.
//
// The two are clients, since nobody else can sign up without being invited, and
// two clients have no conversation. So the first one sends to its own history, a
// stream like any other, and receives on a second session of its own, as a second
// browser does. The other one tries to read it, and must not.
//
// Nothing stays: the accounts are deleted whatever failed, also where the answer to
// signing up got lost. Passphrases are random, in memory, and told to nobody.
package doctor

import (
	"context"
	"crypto/tls"
	"net/http"
	"net/url"
	"time"
)

// Step is what came of one.
type Step struct {
	Name   string
	Took   time.Duration
	Note   string
	Failed *Finding // nil: it passed
}

// Patient is the server that is examined.
type Patient struct {
	URL     *url.URL // https://host
	TLS     *tls.Config
	Timeout time.Duration // of each step
}

// examination is one under way.
type examination struct {
	Patient
	http     *http.Client
	accounts []*account
	talk     talk
}

// Examine takes one step after the other until one fails, then deletes what was
// made. It reports whether all passed.
func Examine(ctx context.Context, p Patient, tell func(Step)) (well bool) {
	e := &examination{Patient: p}
	e.http = &http.Client{Transport: &http.Transport{TLSClientConfig: p.TLS.Clone(), ForceAttemptHTTP2: true}}
	defer e.http.CloseIdleConnections()
	well = true
	for _, s := range []struct {
		name string
		do   func(context.Context) (note string, err error)
	}{
		{"reach", e.reach}, {"sign_up", e.signUp}, {"log_in", e.logIn}, {"listen", e.listen},
		{"send", e.send}, {"receive", e.receive}, {"apart", e.apart},
	} {
		if well = e.step(ctx, s.name, s.do, tell); !well {
			break
		}
	}
	e.talk.hangUp()
	if len(e.accounts) > 0 { // also when whoever started this stops it
		well = e.step(context.WithoutCancel(ctx), "delete", e.delete, tell) && well
	}
	return well
}

func (e *examination) step(ctx context.Context, name string, do func(context.Context) (string, error), tell func(Step)) bool {
	ctx, stop := context.WithTimeout(ctx, e.Timeout)
	defer stop()
	begun := time.Now()
	note, err := do(ctx)
	s := Step{Name: name, Took: time.Since(begun), Note: note}
	if err != nil {
		s.Failed = explain(err)
	}
	tell(s)
	return err == nil
}

// reach looks whether an Alcove answers behind a certificate that is trusted.
func (e *examination) reach(ctx context.Context) (note string, err error) {
	dialer := tls.Dialer{Config: e.TLS.Clone()}
	conn, err := dialer.DialContext(ctx, "tcp", hostPort(e.URL))
	if err != nil {
		return "", err
	}
	state := conn.(*tls.Conn).ConnectionState()
	_ = conn.Close()
	note = "certificate until " + state.PeerCertificates[0].NotAfter.UTC().Format(time.DateOnly)
	if e.TLS.InsecureSkipVerify {
		note += ", not verified"
	}
	return note, e.greet(ctx)
}

func hostPort(u *url.URL) string {
	if u.Port() != "" {
		return u.Host
	}
	return u.Host + ":443"
}
