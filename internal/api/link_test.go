package api_test

import (
	"crypto/sha256"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
)

func (p *person) linkSession() (*alcovev1.Session, error) {
	r, err := p.link.LinkSession(p.w.t.Context(), connect.NewRequest(&alcovev1.LinkSessionRequest{}))
	if err != nil {
		return nil, err
	}
	return r.Msg.GetSession(), nil
}

func TestALinkedBrowserIsLoggedInAsLongAsTheOneThatLinkedIt(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	w.pass(29 * 24 * time.Hour)
	must(t, w.db.Accounts().TouchSession(t.Context(), sha256.Sum256(ann.session.GetToken()), w.clock().Unix()/3600+12))
	linked := mustSession(ann.linkSession())(t)
	phone := *ann
	phone.use(linked)
	must(t, phone.alive())

	// Linking is no log-in: what wants a fresh one is refused there.
	refused(t, phone.changePassphrase("another passphrase altogether", nil), "fresh_login_required")

	// A stolen token cannot be made to last by linking on and on.
	again := mustSession(phone.linkSession())(t)
	if again.GetExpiresUnix() > ann.session.GetExpiresUnix() || linked.GetExpiresUnix() > ann.session.GetExpiresUnix() {
		t.Errorf("it lasts until %d and %d, the first until %d", linked.GetExpiresUnix(), again.GetExpiresUnix(), ann.session.GetExpiresUnix())
	}
}

func TestNobodyIsLinkedBeforeTheSecondFactor(t *testing.T) {
	w := newWorld(t)
	w.become("the-steward", w.invite(account.Steward))
	dr := w.become("dr-reed", w.invite(account.Practitioner))
	_, err := dr.linkSession()
	refused(t, err, "second_factor_missing")
	_, err = dr.link.OpenLink(t.Context(), connect.NewRequest(&alcovev1.OpenLinkRequest{Mailbox: randomBytes(t, 16), Party: randomBytes(t, 16)}))
	refused(t, err, "second_factor_missing")
}

func TestSessionsAreLinkedNotTooOften(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	for range 30 {
		mustSession(ann.linkSession())(t)
	}
	_, err := ann.linkSession()
	refused(t, err, "too_many_attempts")
}

func TestAMailboxIsReachedWithoutASession(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	mailbox, owner, entrant := randomBytes(t, 16), randomBytes(t, 16), randomBytes(t, 16)
	ctx := t.Context()
	opened := get[alcovev1.OpenLinkResponse](t)(ann.link.OpenLink(ctx, connect.NewRequest(&alcovev1.OpenLinkRequest{Mailbox: mailbox, Party: owner})))
	if opened.GetSeconds() != 120 {
		t.Errorf("it can be entered for %d seconds", opened.GetSeconds())
	}
	_, err := w.link.OpenLink(ctx, connect.NewRequest(&alcovev1.OpenLinkRequest{Mailbox: randomBytes(t, 16), Party: owner}))
	refused(t, err, "not_logged_in")
	_, err = w.link.LinkSession(ctx, connect.NewRequest(&alcovev1.LinkSessionRequest{}))
	refused(t, err, "not_logged_in")

	put := func(party []byte, step uint32, body string) error {
		_, err := w.link.PutLink(ctx, connect.NewRequest(&alcovev1.PutLinkRequest{Mailbox: mailbox, Party: party, Step: step, Body: []byte(body)}))
		return err
	}
	look := func(party []byte, step uint32) string {
		return string(get[alcovev1.GetLinkResponse](t)(w.link.GetLink(ctx, connect.NewRequest(&alcovev1.GetLinkRequest{Mailbox: mailbox, Party: party, Step: step}))).GetBody())
	}
	must(t, put(entrant, 1, "offer"))
	must(t, put(owner, 2, "answer"))
	if look(owner, 1) != "offer" || look(entrant, 2) != "answer" || look(owner, 3) != "" {
		t.Error("the two do not hear each other")
	}
	_, err = w.link.CancelLink(ctx, connect.NewRequest(&alcovev1.CancelLinkRequest{Mailbox: mailbox, Party: entrant}))
	must(t, err)
	refused(t, put(entrant, 3, "reveal"), "link_cancelled")
	w.pass(2 * time.Minute)
	refused(t, put(entrant, 3, "reveal"), "link_expired")
}
