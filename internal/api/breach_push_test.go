package api_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"testing"

	"alcove/internal/account"
	"alcove/internal/breach"
	"alcove/internal/notice"
	"alcove/internal/push/pushtest"
)

// Who is away when a notice of a breach is published is told by their browser that
// something is new, in the same bytes as of anything else.
func TestANoticeOfABreachReachesWhoIsAwayWithoutContent(t *testing.T) {
	p := newPosts(t)
	boss, heron := p.become("otter", ""), p.become("heron", "")
	browser := pushtest.NewBrowser()
	p.subscribe(heron, browser, "/away")
	nobody := func(context.Context, []notice.Account) []notice.Account { return nil }
	notices := notice.New(nobody, p.clock, rand.Reader, p.push)
	breaches := breach.New(p.db.Breaches(), notices, p.world, p.world, p.clock)

	text := []byte("a letter about the burglary")
	by := account.Session{AccountID: account.ID(boss.session.GetAccountId()), Fresh: true}
	n := breach.Notice{ID: breach.ID{1}, Breach: breach.ID{2}, Audience: breach.Everybody, Text: text}
	_, err := p.db.Breaches().PutEntry(t.Context(), breach.Entry{ID: n.Breach, Sealed: []byte("sealed")}, 0)
	must(t, err)
	if told, err := breaches.Publish(t.Context(), by, n); err != nil || told == 0 {
		t.Fatal(told, err)
	}
	p.pass(notice.After + notice.Spread)
	notices.Look(t.Context())
	p.until("the browser is told", func() bool { return len(p.service.Got()) > 0 })
	got := p.service.Got()[0]
	plain, err := browser.Open(got.Body)
	must(t, err)
	if got.Path != "/away" || string(plain) != "{}" || len(got.Body) != 256 || got.Header.Get("Topic") != "new" || bytes.Contains(got.Body, text) {
		t.Errorf("%q by %s, %v", plain, got.Path, got.Header)
	}
}
