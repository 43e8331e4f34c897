package api_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/breach"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// breachClient calls BreachService as the person.
func breachClient(w *world, p *person) rpc.BreachServiceClient {
	return rpc.NewBreachServiceClient(w.server.Client(), w.server.URL, p.bearer())
}

// worstDay is a steward with an entry in the register, a practitioner with a client,
// and a client who talks with nobody.
func worstDay(t *testing.T) (w *world, boss, anna, heron, otter *person, entry []byte) {
	w = newWorld(t)
	token, err := w.practice.SetUpToken(t.Context())
	must(t, err)
	boss = w.become("boss", token)
	boss.addPasskey(newAuthenticator(t))
	_, token, err = w.practice.Invite(t.Context(), "Anna", 2)
	must(t, err)
	anna = w.become("anna", token)
	anna.addPasskey(newAuthenticator(t))
	heron, otter = w.become("heron", ""), w.become("otter", "")
	w.converse(heron, anna)
	entry = bytes.Repeat([]byte{7}, 16)
	_, err = breachClient(w, boss).PutBreach(t.Context(), connect.NewRequest(&alcovev1.PutBreachRequest{BreachId: entry, Sealed: []byte("sealed")}))
	must(t, err)
	return w, boss, anna, heron, otter, entry
}

func (p *person) notices(t *testing.T, w *world) []*alcovev1.ToldNotice {
	t.Helper()
	return get[alcovev1.GetNoticesResponse](t)(breachClient(w, p).GetNotices(t.Context(), connect.NewRequest(&alcovev1.GetNoticesRequest{}))).GetNotices()
}

func TestTheRegisterIsNotOverwrittenByWhoDidNotSeeIt(t *testing.T) {
	w, boss, _, _, _, entry := worstDay(t)
	put := func(expected uint64) error {
		_, err := breachClient(w, boss).PutBreach(t.Context(), connect.NewRequest(&alcovev1.PutBreachRequest{BreachId: entry, ExpectedVersion: expected, Sealed: []byte("changed")}))
		return err
	}
	refused(t, put(0), "breach_conflict")
	must(t, put(1))
	refused(t, put(1), "breach_conflict")
	r := get[alcovev1.GetRegisterResponse](t)(breachClient(w, boss).GetRegister(t.Context(), connect.NewRequest(&alcovev1.GetRegisterRequest{})))
	if len(r.GetBreaches()) != 1 || r.GetBreaches()[0].GetVersion() != 2 || string(r.GetBreaches()[0].GetSealed()) != "changed" || len(r.GetStewards()) != 1 {
		t.Errorf("the register: %v", r)
	}
}

func TestThoseWhomABreachConcernsAreToldAndNobodyElse(t *testing.T) {
	w, boss, anna, heron, otter, entry := worstDay(t)
	steward, n := breachClient(w, boss), byte(0)
	publish := func(q *alcovev1.PublishNoticeRequest) (uint64, error) {
		n++
		q.NoticeId, q.BreachId = bytes.Repeat([]byte{n}, 16), entry
		r, err := steward.PublishNotice(t.Context(), connect.NewRequest(q))
		if err != nil {
			return 0, err
		}
		return r.Msg.GetTold(), nil
	}
	expect := func(step string, want map[*person]int) {
		t.Helper()
		for who, count := range want {
			if got := len(who.notices(t, w)); got != count {
				t.Errorf("%s: %d notices, want %d", step, got, count)
			}
		}
	}
	told, err := publish(&alcovev1.PublishNoticeRequest{Audience: alcovev1.Audience_AUDIENCE_CLIENTS_OF, Of: anna.session.GetAccountId(), Text: []byte("a")})
	must(t, err)
	if told != 2 || len(w.told) != 2 {
		t.Errorf("%d accounts were told, %d were to be told that something is new", told, len(w.told))
	}
	expect("a practitioner's clients", map[*person]int{anna: 1, heron: 1, otter: 0, boss: 0})

	_, err = publish(&alcovev1.PublishNoticeRequest{Audience: alcovev1.Audience_AUDIENCE_ACCOUNTS, Addressed: []*alcovev1.AddressedNotice{{AccountId: otter.session.GetAccountId(), Sealed: []byte("for otter")}}})
	must(t, err)
	expect("single accounts", map[*person]int{anna: 1, heron: 1, otter: 1})
	if got := otter.notices(t, w)[0]; string(got.GetSealed()) != "for otter" || len(got.GetText()) != 0 {
		t.Errorf("otter was told %v", got)
	}

	_, err = publish(&alcovev1.PublishNoticeRequest{Audience: alcovev1.Audience_AUDIENCE_EVERYBODY, Text: []byte("b")})
	must(t, err)
	expect("everybody", map[*person]int{anna: 2, heron: 2, otter: 2, boss: 0})

	for step, q := range map[string]*alcovev1.PublishNoticeRequest{
		"an unknown room":       {Audience: alcovev1.Audience_AUDIENCE_ROOM, Of: entry, Text: []byte("c")},
		"a client's clients":    {Audience: alcovev1.Audience_AUDIENCE_CLIENTS_OF, Of: heron.session.GetAccountId(), Text: []byte("c")},
		"an unknown account":    {Audience: alcovev1.Audience_AUDIENCE_ACCOUNTS, Addressed: []*alcovev1.AddressedNotice{{AccountId: entry, Sealed: []byte("d")}}},
		"single ones, in clear": {Audience: alcovev1.Audience_AUDIENCE_ACCOUNTS, Text: []byte("c"), Addressed: []*alcovev1.AddressedNotice{{AccountId: otter.session.GetAccountId(), Sealed: []byte("d")}}},
		"nothing":               {Audience: alcovev1.Audience_AUDIENCE_EVERYBODY},
	} {
		if _, err := publish(q); err == nil {
			t.Errorf("%s: published", step)
		}
	}
	expect("refused ones", map[*person]int{anna: 2, heron: 2, otter: 2})
}

func TestReadingIsCountedOnceAndANoticeCanBeTakenBack(t *testing.T) {
	w, boss, _, heron, otter, entry := worstDay(t)
	steward, id := breachClient(w, boss), bytes.Repeat([]byte{9}, 16)
	q := &alcovev1.PublishNoticeRequest{NoticeId: id, BreachId: entry, Audience: alcovev1.Audience_AUDIENCE_ACCOUNTS, Addressed: []*alcovev1.AddressedNotice{{AccountId: heron.session.GetAccountId(), Sealed: []byte("x")}}}
	for range 2 { // sent twice, told once
		_, err := steward.PublishNotice(t.Context(), connect.NewRequest(q))
		must(t, err)
	}
	for range 2 {
		_, err := breachClient(w, heron).ConfirmNotice(t.Context(), connect.NewRequest(&alcovev1.ConfirmNoticeRequest{NoticeId: id}))
		must(t, err)
	}
	_, err := breachClient(w, otter).ConfirmNotice(t.Context(), connect.NewRequest(&alcovev1.ConfirmNoticeRequest{NoticeId: id}))
	refused(t, err, "not_found")
	published := func() []*alcovev1.PublishedNotice {
		return get[alcovev1.GetRegisterResponse](t)(steward.GetRegister(t.Context(), connect.NewRequest(&alcovev1.GetRegisterRequest{}))).GetNotices()
	}
	if p := published(); len(p) != 1 || p[0].GetTold() != 1 || p[0].GetConfirmed() != 1 {
		t.Fatalf("published: %v", p)
	}
	w.pass((breach.KeptDays - 1) * 24 * time.Hour)
	must(t, w.breaches.Sweep(t.Context()))
	if w.count("breach_told") != 1 {
		t.Error("a notice went before its time")
	}
	w.pass(2 * 24 * time.Hour)
	must(t, w.breaches.Sweep(t.Context()))
	if w.count("breach_told") != 0 {
		t.Error("who was told is still known")
	}
}

func TestOnlyAFreshStewardTellsAndEnds(t *testing.T) {
	w, boss, anna, heron, _, entry := worstDay(t)
	id := bytes.Repeat([]byte{9}, 16)
	tell := func(p *person) error {
		_, err := breachClient(w, p).PublishNotice(t.Context(), connect.NewRequest(&alcovev1.PublishNoticeRequest{NoticeId: id, BreachId: entry, Audience: alcovev1.Audience_AUDIENCE_EVERYBODY, Text: []byte("a")}))
		return err
	}
	withdraw := func(p *person) error {
		_, err := breachClient(w, p).WithdrawNotice(t.Context(), connect.NewRequest(&alcovev1.WithdrawNoticeRequest{NoticeId: id}))
		return err
	}
	end := func(p *person) error {
		_, err := breachClient(w, p).EndEverySession(t.Context(), connect.NewRequest(&alcovev1.EndEverySessionRequest{}))
		return err
	}
	for _, p := range []*person{anna, heron} {
		refused(t, tell(p), "not_allowed")
		refused(t, end(p), "not_allowed")
	}
	must(t, tell(boss))
	must(t, withdraw(boss))
	if len(heron.notices(t, w)) != 0 || w.count("breach_told") != 0 {
		t.Error("a notice that was taken back is still there")
	}
	must(t, end(boss))
	must(t, boss.alive())
	for _, p := range []*person{anna, heron} {
		refused(t, p.alive(), "not_logged_in")
	}
	if w.count("session") != 1 || len(w.ended) < 2 {
		t.Errorf("%d sessions are left, %d were told", w.count("session"), len(w.ended))
	}
	w.pass(11 * time.Minute)
	refused(t, tell(boss), "fresh_login_required")
	refused(t, withdraw(boss), "fresh_login_required")
	refused(t, end(boss), "fresh_login_required")
}

func TestFrozenSignUpsLetNobodyIn(t *testing.T) {
	w, boss, _, heron, _, _ := worstDay(t)
	freeze := func(frozen bool) {
		_, err := breachClient(w, boss).FreezeSignUps(t.Context(), connect.NewRequest(&alcovev1.FreezeSignUpsRequest{Frozen: frozen}))
		must(t, err)
	}
	freeze(true)
	accounts := w.count("account")
	_, err := w.auth.RegisterStart(t.Context(), connect.NewRequest(&alcovev1.RegisterStartRequest{Proof: w.solve(), NameHash: make([]byte, 32), RegistrationRequests: [][]byte{{1}, {2}}}))
	refused(t, err, "sign_ups_frozen")
	if w.count("account") != accounts {
		t.Error("somebody got in")
	}
	must(t, heron.alive())
	freeze(false)
	w.become("fox", "")
}

func TestAStewardAsksForNewKeysOnceADay(t *testing.T) {
	w, boss, anna, _, _, _ := worstDay(t)
	ask := func(p *person) (*alcovev1.Rekeying, error) {
		r, err := breachClient(w, p).AskRekeying(t.Context(), connect.NewRequest(&alcovev1.AskRekeyingRequest{}))
		if err != nil {
			return nil, err
		}
		return r.Msg.GetRekeying(), nil
	}
	register := func() *alcovev1.Rekeying {
		r, err := breachClient(w, boss).GetRegister(t.Context(), connect.NewRequest(&alcovev1.GetRegisterRequest{}))
		must(t, err)
		return r.Msg.GetRekeying()
	}
	if register() != nil {
		t.Error("asked for before anybody asked")
	}
	_, err := ask(anna)
	refused(t, err, "not_allowed")
	first, err := ask(boss)
	must(t, err)
	if kept := register(); first.GetNumber() != 1 || kept.GetNumber() != 1 || kept.GetDay() != w.clock().Unix()/86400 {
		t.Errorf("got %v, kept %v", first, kept)
	}
	_, err = ask(boss)
	refused(t, err, "rekeyed_today")
	w.pass(11 * time.Minute)
	_, err = ask(boss)
	refused(t, err, "fresh_login_required")
	w.pass(24 * time.Hour)
	next, err := w.breaches.AskRekeying(t.Context())
	must(t, err)
	if next.Number != 2 || !slices.Equal(w.rekeyings, []uint32{1, 2}) {
		t.Errorf("got %v, told %v", next, w.rekeyings)
	}
}
