package api_test

import (
	"bytes"
	"crypto/sha256"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
)

func (p *person) endSessions(farewell []byte, tokens ...[]byte) error {
	m := &alcovev1.EndSessionsRequest{}
	for _, token := range tokens {
		hash := sha256.Sum256(token)
		m.Sessions = append(m.Sessions, &alcovev1.EndedSession{TokenHash: hash[:], Farewell: farewell})
	}
	_, err := p.EndSessions(p.w.t.Context(), connect.NewRequest(m))
	return err
}

func (w *world) farewell(token []byte) []byte {
	w.t.Helper()
	return get[alcovev1.GetFarewellResponse](w.t)(w.auth.GetFarewell(w.t.Context(), connect.NewRequest(&alcovev1.GetFarewellRequest{Token: token}))).GetSignature()
}

func TestABrowserThatWasLoggedOutElsewhereIsTold(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	lost := mustSession(ann.login(ann.passphrase))(t)
	kept := mustSession(ann.login(ann.passphrase))(t)
	phone, desk := *ann, *ann
	phone.use(lost)
	desk.use(kept)
	farewell := bytes.Repeat([]byte{7}, 64)

	if got := w.farewell(lost.GetToken()); len(got) != 0 {
		t.Errorf("a living session has a farewell: %x", got)
	}
	must(t, ann.endSessions(farewell, lost.GetToken()))
	refused(t, phone.alive(), "not_logged_in")
	must(t, desk.alive())
	if got := w.farewell(lost.GetToken()); !bytes.Equal(got, farewell) {
		t.Errorf("told %x", got)
	}
	if got := w.farewell(kept.GetToken()); len(got) != 0 {
		t.Errorf("another session was told %x", got)
	}

	// Once more, after an answer that was lost, with anything else: the first counts.
	must(t, desk.endSessions(bytes.Repeat([]byte{8}, 64), lost.GetToken()))
	if got := w.farewell(lost.GetToken()); !bytes.Equal(got, farewell) {
		t.Errorf("a repeat changed it to %x", got)
	}
	w.pass(31 * 24 * time.Hour)
	must(t, w.accounts.Sweep(t.Context()))
	if n := w.count("farewell"); n != 0 {
		t.Errorf("%d farewells are left after the sweep", n)
	}
}

func TestNobodyEndsAnothersSession(t *testing.T) {
	w := newWorld(t)
	ann, eve := w.become("quiet-heron", ""), w.become("loud-fox", "")
	victim := mustSession(ann.login(ann.passphrase))(t)
	must(t, eve.endSessions(make([]byte, 64), victim.GetToken()))
	must(t, ann.use(victim).alive())
	if got := w.farewell(victim.GetToken()); len(got) != 0 {
		t.Errorf("a stranger left %x", got)
	}
	refused(t, eve.endSessions(make([]byte, 63), victim.GetToken()), "invalid_request")
	refused(t, eve.endSessions(make([]byte, 64)), "invalid_request")
	many := make([][]byte, 65)
	for i := range many {
		many[i] = randomBytes(t, 32)
	}
	refused(t, eve.endSessions(make([]byte, 64), many...), "invalid_request")
	for range 3 {
		for i := range many {
			many[i] = randomBytes(t, 32)
		}
		must(t, eve.endSessions(make([]byte, 64), many[:64]...))
	}
	if n := w.count("farewell"); n != 64 {
		t.Errorf("%d farewells are kept, want 64", n)
	}
}

// The list of devices says by which token a device was known; it renewed its session, and
// could not or would not say so before another device logged it out.
func TestASessionIsEndedThoughItWasRenewedUnreported(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	key := newAuthenticator(t)
	doctor.addPasskey(key)
	phone, farewell := doctor.elsewhere(), bytes.Repeat([]byte{7}, 64)
	var tokens [][]byte
	for range 3 {
		must(t, phone.presentPasskey(key, presentAndVerified))
		tokens = append(tokens, phone.session.GetToken())
	}
	must(t, phone.alive())
	must(t, doctor.endSessions(farewell, tokens[0]))
	refused(t, phone.alive(), "not_logged_in")
	if !w.wasEnded(tokens[2]) {
		t.Error("who listens by the present token is not cut off")
	}
	for i, token := range [][]byte{tokens[0], tokens[2]} {
		if got := w.farewell(token); !bytes.Equal(got, farewell) {
			t.Errorf("asked by token %d it is told %x", i, got)
		}
	}
	must(t, doctor.alive())

	// Nor does anybody end another's session by a token that it had.
	eve := w.become("loud-fox", "")
	before := doctor.session.GetToken()
	must(t, doctor.presentPasskey(key, presentAndVerified))
	must(t, eve.endSessions(farewell, before))
	must(t, doctor.alive())
}
