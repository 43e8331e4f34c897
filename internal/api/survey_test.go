package api_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"
	"filippo.io/age"

	"alcove/internal/blind"
	"alcove/internal/keylog"
	"alcove/internal/survey"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// surveyClient calls SurveyService as the person; nobody is without a session.
func (w *world) surveysOf(p *person) rpc.SurveyServiceClient {
	if p == nil {
		return rpc.NewSurveyServiceClient(w.server.Client(), w.server.URL)
	}
	return rpc.NewSurveyServiceClient(w.server.Client(), w.server.URL, p.bearer())
}

// asked is a steward who asks, a practitioner, and her clients.
type asked struct {
	*world
	boss, anna *person
	passkey    *authenticator // the boss's
	clients    []*person
	recipient  *age.HybridRecipient
}

func newAsked(t *testing.T, clients int) *asked {
	t.Helper()
	a := &asked{world: newWorld(t), recipient: sealing().Recipient()}
	token, err := a.practice.SetUpToken(t.Context())
	must(t, err)
	a.boss = a.become("boss", token)
	a.passkey = newAuthenticator(t)
	a.boss.addPasskey(a.passkey)
	_, token, err = a.practice.Invite(t.Context(), "Anna", 2)
	must(t, err)
	a.anna = a.become("anna", token)
	a.anna.addPasskey(newAuthenticator(t))
	for i := range clients {
		p := a.become(fmt.Sprintf("heron %d", i), "")
		a.converse(p, a.anna)
		a.clients = append(a.clients, p)
	}
	return a
}

// later lets time pass, after which the boss and these clients have to log in again.
func (a *asked) later(d time.Duration, clients ...*person) {
	a.t.Helper()
	a.pass(d)
	for _, p := range append(slices.Clone(clients), a.boss) {
		s, err := p.login(p.passphrase)
		must(a.t, err)
		p.use(s)
	}
	must(a.t, a.boss.presentPasskey(a.passkey, presentAndVerified))
}

// definition is one that is valid, but for what with changes.
func (a *asked) definition(with map[string]any) []byte {
	day := func(after int) string { return a.clock().AddDate(0, 0, after).Format(time.DateOnly) }
	en := func(s string) map[string]string { return map[string]string{"en": s} }
	d := map[string]any{
		"v": 1, "languages": []string{"en"}, "title": en("How are we doing?"), "introduction": en("Five minutes."), "owner": "The practice",
		"audience": map[string]any{"who": "clients"}, "opens": day(0), "closes": day(9), "smallest": 5, "release": "close", "publicResults": true,
		"recipient": a.recipient.String(), "series": strings.Repeat("0a", 16), "scores": []any{},
		"questions": []any{map[string]any{"id": "q1", "kind": "choice", "text": en("Well?"), "required": true, "options": []any{en("Yes"), en("No")}}},
	}
	for name, value := range with {
		d[name] = value
	}
	text, err := json.Marshal(d)
	must(a.t, err)
	return text
}

// freeze has somebody make a survey.
func (a *asked) freeze(by *person, with map[string]any) *alcovev1.Survey {
	a.t.Helper()
	return get[alcovev1.CreateSurveyResponse](a.t)(a.create(by, randomBytes(a.t, 16), with)).GetSurvey()
}

func (a *asked) create(by *person, id []byte, with map[string]any) (*connect.Response[alcovev1.CreateSurveyResponse], error) {
	return a.surveysOf(by).CreateSurvey(a.t.Context(), connect.NewRequest(&alcovev1.CreateSurveyRequest{SurveyId: id, Definition: a.definition(with)}))
}

// ballot is one on its way.
type ballot struct {
	key     ed25519.PrivateKey
	blinded blind.Blinded
	blindly []byte
}

func newBallot(t *testing.T, s *alcovev1.Survey) *ballot {
	t.Helper()
	public, key, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	blinded, err := blind.Blind(s.GetBallotKey(), public)
	must(t, err)
	return &ballot{key: key, blinded: blinded}
}

// take has the server sign it for somebody.
func (b *ballot) take(a *asked, p *person, s *alcovev1.Survey) error {
	r, err := a.surveysOf(p).TakeBallot(a.t.Context(), connect.NewRequest(&alcovev1.TakeBallotRequest{SurveyId: s.GetSurveyId(), Blinded: b.blinded.Message}))
	if err == nil {
		b.blindly = r.Msg.GetBlindSignature()
	}
	return err
}

// response is an answer under the ballot.
func (b *ballot) response(a *asked, s *alcovev1.Survey, content string) *alcovev1.AnswerRequest {
	a.t.Helper()
	signature, err := b.blinded.Finish(b.blindly)
	must(a.t, err)
	padded := make([]byte, 256)
	padded[copy(padded, content)] = 0x80
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, a.recipient)
	must(a.t, err)
	_, err = w.Write(padded)
	must(a.t, err)
	must(a.t, w.Close())
	hash := sha256.Sum256(sealed.Bytes())
	return &alcovev1.AnswerRequest{
		SurveyId: s.GetSurveyId(), Sealed: sealed.Bytes(),
		Ballot:    &alcovev1.Ballot{PublicKey: b.key.Public().(ed25519.PublicKey), Randomizer: b.blinded.Randomizer, Signature: signature},
		Signature: ed25519.Sign(b.key, slices.Concat([]byte("alcove/v1/survey/answer"), s.GetSurveyId(), hash[:])),
	}
}

func leafOf(r *alcovev1.AnswerRequest) []byte {
	hash := sha256.Sum256(r.GetSealed())
	leaf := sha256.Sum256(slices.Concat([]byte("alcove/v1/survey/leaf"), r.GetSurveyId(), r.GetBallot().GetPublicKey(), hash[:]))
	return leaf[:]
}

func (a *asked) send(r *alcovev1.AnswerRequest) error {
	_, err := a.surveysOf(nil).Answer(a.t.Context(), connect.NewRequest(r))
	return err
}

// answerAll has each of these clients answer, and gives what they sent.
func (a *asked) answerAll(s *alcovev1.Survey, who []*person) (sent []*alcovev1.AnswerRequest) {
	a.t.Helper()
	for i, p := range who {
		b := newBallot(a.t, s)
		must(a.t, b.take(a, p, s))
		r := b.response(a, s, fmt.Sprint("answer ", i))
		must(a.t, a.send(r))
		sent = append(sent, r)
	}
	return sent
}

func (a *asked) withdraw(b *ballot, s *alcovev1.Survey) error {
	_, err := a.surveysOf(nil).Withdraw(a.t.Context(), connect.NewRequest(&alcovev1.WithdrawRequest{
		SurveyId: s.GetSurveyId(), PublicKey: b.key.Public().(ed25519.PublicKey),
		Signature: ed25519.Sign(b.key, slices.Concat([]byte("alcove/v1/survey/withdraw"), s.GetSurveyId())),
	}))
	return err
}

func (a *asked) counted(s *alcovev1.Survey) *alcovev1.GetCountedResponse {
	a.t.Helper()
	return get[alcovev1.GetCountedResponse](a.t)(a.surveysOf(nil).GetCounted(a.t.Context(), connect.NewRequest(&alcovev1.GetCountedRequest{SurveyId: s.GetSurveyId()})))
}

func (a *asked) released(by *person, s *alcovev1.Survey, batch uint32) ([]*alcovev1.Released, error) {
	var all []*alcovev1.Released
	for after, more := []byte(nil), true; more; {
		r, err := a.surveysOf(by).GetReleased(a.t.Context(), connect.NewRequest(&alcovev1.GetReleasedRequest{SurveyId: s.GetSurveyId(), Batch: batch, After: after}))
		if err != nil {
			return nil, err
		}
		all = append(all, r.Msg.GetResponses()...)
		if more = r.Msg.GetMore(); more {
			after = all[len(all)-1].GetBallot().GetPublicKey()
		}
	}
	return all, nil
}

func (a *asked) list(p *person) *alcovev1.ListSurveysResponse {
	a.t.Helper()
	return get[alcovev1.ListSurveysResponse](a.t)(a.surveysOf(p).ListSurveys(a.t.Context(), connect.NewRequest(&alcovev1.ListSurveysRequest{})))
}

func (a *asked) sweep() {
	a.t.Helper()
	must(a.t, a.surveys.Sweep(a.t.Context()))
}

// said is what the key log says.
func (a *asked) said(label keylog.Label) (keylog.Value, uint32) {
	state, err := a.db.Keylog().State()
	if err != nil {
		a.t.Fatal(err)
	}
	return state.Lookup(label)
}

func TestASurveyIsFrozenAnsweredReleasedAndPublished(t *testing.T) {
	a := newAsked(t, 6)
	s := a.freeze(a.boss, nil)
	value, version := a.said(keylog.SurveyLabel([16]byte(s.GetSurveyId())))
	if version != 1 || value != keylog.SurveyValue(s.GetDefinition(), s.GetBallotKey()) {
		t.Fatal("the key log does not say it")
	}
	if got := a.list(a.clients[0]).GetToAnswer(); len(got) != 1 || got[0].GetState() != alcovev1.SurveyState_SURVEY_STATE_OPEN {
		t.Fatalf("a client is asked %v", got)
	}
	sent := a.answerAll(s, a.clients)
	own := a.list(a.boss).GetOwn()
	if len(own) != 1 || own[0].GetAnsweredAbout() != 5 || own[0].GetBatches() != 0 {
		t.Fatalf("the owner sees %v", own)
	}
	if got := a.counted(s); len(got.GetBatches()) != 0 {
		t.Fatal("released before the close")
	}
	_, err := a.released(a.boss, s, 1)
	refused(t, err, "survey_not_found")
	a.later(10*24*time.Hour, a.clients[0]) // the last day is over, and nobody swept
	refused(t, a.send(sent[0]), "survey_closed")
	counted := a.counted(s)
	if counted.GetState() != alcovev1.SurveyState_SURVEY_STATE_CLOSED || len(counted.GetBatches()) != 1 {
		t.Fatalf("counted: %v", counted)
	}
	leaves := counted.GetBatches()[0].GetLeaves()
	if len(leaves) != len(sent) || !slices.IsSortedFunc(leaves, bytes.Compare) {
		t.Fatal("the leaves are not those that were sent, ascending")
	}
	for _, r := range sent {
		if !slices.ContainsFunc(leaves, func(l []byte) bool { return bytes.Equal(l, leafOf(r)) }) {
			t.Error("a response is not among the leaves")
		}
	}
	var raw [][32]byte
	for _, l := range leaves {
		raw = append(raw, [32]byte(l))
	}
	root, err := keylog.SurveyBatchValue(raw)
	must(t, err)
	if value, version := a.said(keylog.SurveyBatchLabel([16]byte(s.GetSurveyId()), 1)); version != 1 || value != root {
		t.Error("the key log does not have the batch's root")
	}
	got, err := a.released(a.boss, s, 1)
	must(t, err)
	if len(got) != len(sent) {
		t.Fatalf("%d were released", len(got))
	}
	for _, r := range got {
		if blind.Verify(s.GetBallotKey(), r.GetBallot().GetRandomizer(), r.GetBallot().GetPublicKey(), r.GetBallot().GetSignature()) != nil {
			t.Error("a released ballot does not verify")
		}
	}
	_, err = a.released(a.clients[0], s, 1)
	refused(t, err, "survey_not_found")
	if n := a.count("survey_ballot"); n != 0 {
		t.Errorf("%d accounts are still known to have a ballot", n)
	}
	a.publishes(t, s)
	a.pass(91 * 24 * time.Hour)
	a.sweep()
	if n := a.count("survey_response"); n != 0 {
		t.Errorf("%d responses are kept", n)
	}
	if len(a.counted(s).GetBatches()[0].GetLeaves()) != len(sent) {
		t.Error("receipts cannot be checked any more")
	}
}

// publishes has the owner publish results, and take them away.
func (a *asked) publishes(t *testing.T, s *alcovev1.Survey) {
	t.Helper()
	publish := func(by *person, results string) error {
		_, err := a.surveysOf(by).PublishResults(t.Context(), connect.NewRequest(&alcovev1.PublishResultsRequest{SurveyId: s.GetSurveyId(), Results: []byte(results)}))
		return err
	}
	shown := func() *alcovev1.GetResultsResponse {
		return get[alcovev1.GetResultsResponse](t)(a.surveysOf(nil).GetResults(t.Context(), connect.NewRequest(&alcovev1.GetResultsRequest{SurveyId: s.GetSurveyId()})))
	}
	for _, wrong := range []string{"{", "[]", `"x"`, "{\"a\":\"\xff\"}", `{"a":"` + strings.Repeat("x", survey.MaxResults) + `"}`} {
		refused(t, publish(a.boss, wrong), "invalid_request")
	}
	refused(t, publish(a.clients[0], `{}`), "survey_not_found")
	must(t, publish(a.boss, `{"v":1}`))
	if got := shown(); string(got.GetResults()) != `{"v":1}` || got.GetDay() != a.clock().Unix()/86400 || !got.GetSurvey().GetHasResults() {
		t.Errorf("shown: %v", got)
	}
	must(t, publish(a.boss, ""))
	if got := shown(); len(got.GetResults()) != 0 || got.GetSurvey().GetHasResults() {
		t.Error("results that were taken away are shown")
	}
}

func TestOneBallotAnAccount(t *testing.T) {
	a := newAsked(t, 5)
	s := a.freeze(a.boss, nil)
	heron := a.clients[0]
	first, second := newBallot(t, s), newBallot(t, s)
	must(t, first.take(a, heron, s))
	before := first.blindly
	must(t, first.take(a, heron, s)) // the answer was lost
	if !bytes.Equal(before, first.blindly) {
		t.Error("another signature for the same ballot")
	}
	refused(t, second.take(a, heron, s), "survey_ballot_taken")
	for name, p := range map[string]*person{"a steward": a.boss, "a practitioner": a.anna, "a client without a conversation": a.become("otter", "")} {
		t.Run(name, func(t *testing.T) { refused(t, second.take(a, p, s), "not_allowed") })
	}
	for _, blinded := range [][]byte{nil, make([]byte, blind.Size), bytes.Repeat([]byte{0xff}, blind.Size)} {
		_, err := a.surveysOf(a.clients[1]).TakeBallot(t.Context(), connect.NewRequest(&alcovev1.TakeBallotRequest{SurveyId: s.GetSurveyId(), Blinded: blinded}))
		refused(t, err, "invalid_request")
	}
	// A refused one took nothing.
	must(t, newBallot(t, s).take(a, a.clients[1], s))

	var wait sync.WaitGroup
	var won, lost int
	var mu sync.Mutex
	for range 8 {
		b := newBallot(t, s)
		wait.Go(func() {
			err := b.take(a, a.clients[2], s)
			mu.Lock()
			defer mu.Unlock()
			if err == nil {
				won++
			} else if connect.CodeOf(err) == connect.CodeAborted {
				lost++
			}
		})
	}
	wait.Wait()
	if won != 1 || lost != 7 {
		t.Errorf("of 8 ballots taken at once %d were signed, %d refused", won, lost)
	}
	held := get[alcovev1.GetHeldResponse](t)(heron.GetHeld(t.Context(), connect.NewRequest(&alcovev1.GetHeldRequest{})))
	if !slices.ContainsFunc(held.GetTables(), func(h *alcovev1.HeldTable) bool { return h.GetName() == "survey_ballot" && h.GetRows() == 1 }) {
		t.Error("the account is not told that a ballot was signed for it")
	}
}

func TestAResponseIsTakenOnceAndOnlyWithItsBallot(t *testing.T) {
	a := newAsked(t, 5)
	s, other := a.freeze(a.boss, nil), a.freeze(a.boss, nil)
	b, foreign := newBallot(t, s), newBallot(t, other)
	must(t, b.take(a, a.clients[0], s))
	must(t, foreign.take(a, a.clients[0], other))
	good := b.response(a, s, "yes")
	changed := func(change func(*alcovev1.AnswerRequest)) *alcovev1.AnswerRequest {
		r := b.response(a, s, "yes")
		change(r)
		return r
	}
	unsigned := newBallot(t, s)
	for name, c := range map[string]struct {
		r    *alcovev1.AnswerRequest
		code string
	}{
		"another survey's ballot": {foreign.response(a, s, "yes"), "survey_ballot_invalid"},
		"another key": {changed(func(r *alcovev1.AnswerRequest) {
			r.Ballot.PublicKey = unsigned.key.Public().(ed25519.PublicKey)
			hash := sha256.Sum256(r.Sealed)
			r.Signature = ed25519.Sign(unsigned.key, slices.Concat([]byte("alcove/v1/survey/answer"), r.SurveyId, hash[:]))
		}), "survey_ballot_invalid"},
		"the blind signature":    {changed(func(r *alcovev1.AnswerRequest) { r.Ballot.Signature = b.blindly }), "survey_ballot_invalid"},
		"no ballot":              {changed(func(r *alcovev1.AnswerRequest) { r.Ballot = nil }), "invalid_request"},
		"another's words":        {changed(func(r *alcovev1.AnswerRequest) { r.Sealed = b.response(a, s, "no").Sealed }), "survey_ballot_invalid"},
		"a size that stands out": {changed(func(r *alcovev1.AnswerRequest) { r.Sealed = append(r.Sealed, 0) }), "invalid_request"},
		"too large":              {changed(func(r *alcovev1.AnswerRequest) { r.Sealed = make([]byte, 1659+128<<10) }), "invalid_request"},
		"no survey":              {changed(func(r *alcovev1.AnswerRequest) { r.SurveyId = make([]byte, 16) }), "survey_not_found"},
	} {
		t.Run(name, func(t *testing.T) { refused(t, a.send(c.r), c.code) })
	}
	must(t, a.send(good))
	must(t, a.send(good)) // the answer was lost
	refused(t, a.send(b.response(a, s, "no")), "survey_ballot_used")
	if n := a.count("survey_response"); n != 1 {
		t.Fatalf("%d responses", n)
	}
	forged := newBallot(t, s)
	_, err := a.surveysOf(nil).Withdraw(t.Context(), connect.NewRequest(&alcovev1.WithdrawRequest{
		SurveyId: s.GetSurveyId(), PublicKey: good.GetBallot().GetPublicKey(), Signature: ed25519.Sign(forged.key, s.GetSurveyId()),
	}))
	refused(t, err, "survey_ballot_invalid")
	refused(t, a.withdraw(forged, s), "survey_not_found")
	must(t, a.withdraw(b, s))
	must(t, a.withdraw(b, s))
	refused(t, a.send(good), "survey_ballot_used")
}

// What belongs to an answer is refused with a session, before it is asked whose it is: also with one that is none.
func TestAnAnswerWithASessionIsRefused(t *testing.T) {
	a := newAsked(t, 5)
	s := a.freeze(a.boss, nil)
	id, with := s.GetSurveyId(), a.surveysOf(a.clients[0])
	_, answered := with.Answer(t.Context(), connect.NewRequest(&alcovev1.AnswerRequest{SurveyId: id}))
	_, withdrawn := with.Withdraw(t.Context(), connect.NewRequest(&alcovev1.WithdrawRequest{SurveyId: id}))
	_, got := with.GetSurvey(t.Context(), connect.NewRequest(&alcovev1.GetSurveyRequest{SurveyId: id}))
	_, counted := with.GetCounted(t.Context(), connect.NewRequest(&alcovev1.GetCountedRequest{SurveyId: id}))
	_, results := with.GetResults(t.Context(), connect.NewRequest(&alcovev1.GetResultsRequest{SurveyId: id}))
	_, taken := with.TakePublicBallot(t.Context(), connect.NewRequest(&alcovev1.TakePublicBallotRequest{SurveyId: id}))
	foreign := connect.NewRequest(&alcovev1.GetSurveyRequest{SurveyId: id})
	foreign.Header().Set("Authorization", "Basic x")
	_, basic := a.surveysOf(nil).GetSurvey(t.Context(), foreign)
	for _, err := range []error{answered, withdrawn, got, counted, results, taken, basic} {
		refused(t, err, "survey_carries_session")
	}
	_, err := a.surveysOf(nil).GetSurvey(t.Context(), connect.NewRequest(&alcovev1.GetSurveyRequest{SurveyId: id}))
	must(t, err)
}

func TestWhoMayAskWhom(t *testing.T) {
	a := newAsked(t, 5)
	_, token, err := a.practice.Invite(t.Context(), "Bruno", 2)
	must(t, err)
	bruno := a.become("bruno", token)
	bruno.addPasskey(newAuthenticator(t))
	room := a.room(a.anna, a.clients)
	whom := func(who string, of []byte) map[string]any {
		audience := map[string]any{"who": who}
		if of != nil {
			audience["of"] = hex.EncodeToString(of)
		}
		return map[string]any{"audience": audience}
	}
	annas, brunos := whom("practitioner", a.anna.session.GetAccountId()), whom("practitioner", bruno.session.GetAccountId())
	for name, c := range map[string]struct {
		by   *person
		with map[string]any
		code string
	}{
		"a steward, all clients":                   {a.boss, whom("clients", nil), ""},
		"a steward, a practitioner's":              {a.boss, annas, ""},
		"a steward, the public":                    {a.boss, whom("public", nil), ""},
		"a steward, a room":                        {a.boss, whom("room", room), "not_allowed"},
		"a steward, too few":                       {a.boss, brunos, "survey_audience_small"},
		"a steward, a client's":                    {a.boss, whom("practitioner", a.clients[0].session.GetAccountId()), "survey_audience_small"},
		"a practitioner, her own":                  {a.anna, annas, ""},
		"a practitioner, her room":                 {a.anna, whom("room", room), ""},
		"a practitioner, the public":               {a.anna, whom("public", nil), ""},
		"a practitioner, another's":                {a.anna, brunos, "not_allowed"},
		"a practitioner, all clients":              {a.anna, whom("clients", nil), "not_allowed"},
		"a practitioner, another's room":           {bruno, whom("room", room), "not_allowed"},
		"a client, the public":                     {a.clients[0], whom("public", nil), "not_allowed"},
		"a steward, fewer than the smallest":       {a.boss, map[string]any{"smallest": 6}, "survey_audience_small"},
		"a definition that is none":                {a.boss, map[string]any{"smallest": 4}, "survey_definition_invalid"},
		"a survey whose last day was before today": {a.boss, map[string]any{"opens": "2026-11-01", "closes": "2026-11-22"}, "survey_definition_invalid"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := a.create(c.by, randomBytes(t, 16), c.with)
			if c.code == "" {
				must(t, err)
				return
			}
			refused(t, err, c.code)
		})
	}
	check := func(smallest uint32) (bool, error) {
		r, err := a.surveysOf(a.boss).CheckAudience(t.Context(), connect.NewRequest(&alcovev1.CheckAudienceRequest{Audience: alcovev1.SurveyAudience_SURVEY_AUDIENCE_CLIENTS, Smallest: smallest}))
		if err != nil {
			return false, err
		}
		return r.Msg.GetLargeEnough(), nil
	}
	for smallest, want := range map[uint32]bool{5: true, 6: false} {
		if got, err := check(smallest); err != nil || got != want {
			t.Errorf("at least %d: %v, %v", smallest, got, err)
		}
	}
	_, err = check(4)
	refused(t, err, "invalid_request")
	for range 25 {
		_, err = check(5)
	}
	refused(t, err, "survey_too_often")
}

// room makes one that a practitioner leads.
func (a *asked) room(leader *person, members []*person) []byte {
	a.t.Helper()
	id := randomBytes(a.t, 16)
	a.exec(`INSERT INTO stream (id, kind, head, epoch, closed, created_day) VALUES (?,3,0,1,0,0)`, id)
	a.exec(`INSERT INTO member (stream, account, role, handle) SELECT key, ?, 4, ? FROM stream WHERE id = ?`, leader.session.GetAccountId(), randomBytes(a.t, 16), id)
	for _, m := range members {
		a.exec(`INSERT INTO member (stream, account, role, handle) SELECT key, ?, 5, ? FROM stream WHERE id = ?`, m.session.GetAccountId(), randomBytes(a.t, 16), id)
	}
	return id
}

func TestAFrozenSurveyStaysAsItIs(t *testing.T) {
	a := newAsked(t, 5)
	id := randomBytes(t, 16)
	first := get[alcovev1.CreateSurveyResponse](t)(a.create(a.boss, id, nil)).GetSurvey()
	again := get[alcovev1.CreateSurveyResponse](t)(a.create(a.boss, id, nil)).GetSurvey()
	if !bytes.Equal(first.GetBallotKey(), again.GetBallotKey()) {
		t.Error("repeated, it has another key")
	}
	_, err := a.create(a.boss, id, map[string]any{"owner": "Somebody else"})
	refused(t, err, "survey_frozen")
	_, err = a.create(a.anna, id, nil)
	refused(t, err, "survey_frozen")
	remove := func(by *person) error {
		_, err := a.surveysOf(by).DeleteSurvey(t.Context(), connect.NewRequest(&alcovev1.DeleteSurveyRequest{SurveyId: id}))
		return err
	}
	refused(t, remove(a.anna), "survey_not_found")
	must(t, remove(a.boss))
	_, err = a.create(a.boss, id, nil) // its name stands in the key log
	refused(t, err, "survey_frozen")
	if a.count("survey") != 0 {
		t.Error("it is still there")
	}
}

// Before the close responses are released once a day, and only if there are enough.
func TestBatchesAreReleasedOnceADay(t *testing.T) {
	a := newAsked(t, 13)
	s := a.freeze(a.boss, map[string]any{"release": "batches"})
	batches := func() (sizes []int) {
		a.sweep()
		for _, b := range a.counted(s).GetBatches() {
			sizes = append(sizes, len(b.GetLeaves()))
		}
		return sizes
	}
	expect := func(step string, want ...int) {
		t.Helper()
		if got := batches(); !slices.Equal(got, want) {
			t.Fatalf("%s: batches of %v, want %v", step, got, want)
		}
	}
	day := 24 * time.Hour
	a.answerAll(s, a.clients[:4])
	b := newBallot(t, s)
	must(t, b.take(a, a.clients[4], s))
	must(t, a.send(b.response(a, s, "it was not good")))
	expect("on the first day")
	a.later(day, a.clients...)
	expect("on the next one", 5)
	must(t, a.withdraw(b, s))
	if c := a.counted(s); len(c.GetWithdrawn()) != 1 || len(c.GetBatches()[0].GetLeaves()) != 5 {
		t.Errorf("after it was withdrawn: %v", c)
	}
	got, err := a.released(a.boss, s, 1)
	must(t, err)
	for _, r := range got {
		gone := bytes.Equal(r.GetBallot().GetPublicKey(), b.key.Public().(ed25519.PublicKey))
		if r.GetWithdrawn() != gone || (len(r.GetSealed()) == 0) != gone {
			t.Error("what was withdrawn is still there, or something else is not")
		}
	}
	a.answerAll(s, a.clients[5:10])
	expect("later on that day", 5)
	a.later(day, a.clients...)
	expect("on the third one", 5, 5)
	rest := a.answerAll(s, a.clients[10:])
	a.later(day)
	expect("too few on the fourth", 5, 5)
	_, err = a.surveysOf(a.boss).CloseSurvey(t.Context(), connect.NewRequest(&alcovev1.CloseSurveyRequest{SurveyId: s.GetSurveyId()}))
	must(t, err)
	expect("at the close", 5, 5)
	c := a.counted(s)
	if c.GetState() != alcovev1.SurveyState_SURVEY_STATE_CLOSED || len(c.GetErased()) != 3 || a.count("survey_response") != 10 {
		t.Errorf("the rest: %v", c)
	}
	if !slices.ContainsFunc(c.GetErased(), func(l []byte) bool { return bytes.Equal(l, leafOf(rest[0])) }) {
		t.Error("who sent the rest cannot see that it was erased")
	}
}

func TestTooFewAreErasedUnread(t *testing.T) {
	a := newAsked(t, 5)
	s := a.freeze(a.boss, nil)
	a.answerAll(s, a.clients[:4])
	closed := get[alcovev1.CloseSurveyResponse](t)(a.surveysOf(a.boss).CloseSurvey(t.Context(), connect.NewRequest(&alcovev1.CloseSurveyRequest{SurveyId: s.GetSurveyId()})))
	if closed.GetSurvey().GetState() != alcovev1.SurveyState_SURVEY_STATE_TOO_FEW {
		t.Errorf("closed: %v", closed.GetSurvey().GetState())
	}
	if a.count("survey_response")+a.count("survey_leaf")+a.count("survey_ballot") != 0 {
		t.Error("something is kept")
	}
	_, err := a.surveysOf(a.boss).PublishResults(t.Context(), connect.NewRequest(&alcovev1.PublishResultsRequest{SurveyId: s.GetSurveyId(), Results: []byte(`{}`)}))
	refused(t, err, "survey_unpublishable")
	refused(t, newBallot(t, s).take(a, a.clients[4], s), "survey_closed")
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	must(t, err)
	return string(text)
}

func (a *asked) exec(query string, args ...any) {
	a.t.Helper()
	must(a.t, a.db.Write(a.t.Context(), func(tx *sql.Tx) error {
		_, err := tx.Exec(query, args...)
		return err
	}))
}

// The key is destroyed at the close; and so is one of a survey that never came to be.
func TestKeysEndWithTheirSurveys(t *testing.T) {
	a := newAsked(t, 5)
	path := a.ballotKeys
	lines := func() int {
		return len(strings.Fields(readFile(t, path))) / 2
	}
	s := a.freeze(a.boss, nil)
	private := readFile(t, path)
	if lines() != 1 {
		t.Fatal("no key is kept")
	}
	_, err := a.surveysOf(a.boss).CloseSurvey(t.Context(), connect.NewRequest(&alcovev1.CloseSurveyRequest{SurveyId: s.GetSurveyId()}))
	must(t, err)
	if lines() != 0 {
		t.Error("the key outlives its survey")
	}
	// Stopped between the key and the survey: what is left over is found by the sweep.
	must(t, os.WriteFile(path, []byte(private), 0o600))
	keys, err := survey.LoadKeys(path, rand.Reader)
	must(t, err)
	must(t, survey.New(a.db.Surveys(), keys, a.accounts, a.clock).Sweep(t.Context()))
	if lines() != 0 {
		t.Error("a key that no survey has is kept")
	}
}

func TestAPublicBallotCostsWork(t *testing.T) {
	a := newAsked(t, 0)
	s := a.freeze(a.boss, map[string]any{"audience": map[string]any{"who": "public"}})
	take := func(b *ballot, proof *alcovev1.ProofOfWork) error {
		r, err := a.surveysOf(nil).TakePublicBallot(t.Context(), connect.NewRequest(&alcovev1.TakePublicBallotRequest{SurveyId: s.GetSurveyId(), Blinded: b.blinded.Message, Proof: proof}))
		if err == nil {
			b.blindly = r.Msg.GetBlindSignature()
		}
		return err
	}
	b, proof := newBallot(t, s), a.solve()
	refused(t, take(b, nil), "proof_invalid")
	must(t, take(b, proof))
	refused(t, take(newBallot(t, s), proof), "proof_invalid")
	must(t, a.send(b.response(a, s, "yes")))
	if a.count("survey_ballot") != 0 {
		t.Error("something is kept of who took a public ballot")
	}
	heron := a.become("heron", "")
	refused(t, newBallot(t, s).take(a, heron, s), "not_allowed")
	if len(a.list(heron).GetToAnswer()) != 0 {
		t.Error("a public survey is for those who have the link")
	}
}

func TestAnOwnersSurveysGoWithTheirAccount(t *testing.T) {
	a := newAsked(t, 5)
	a.freeze(a.anna, map[string]any{"audience": map[string]any{"who": "practitioner", "of": hex.EncodeToString(a.anna.session.GetAccountId())}})
	a.answerAll(a.freeze(a.boss, nil), a.clients[:1])
	_, err := a.anna.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{}))
	must(t, err)
	if n := a.count("survey"); n != 1 {
		t.Errorf("%d surveys", n)
	}
	_, err = a.clients[0].DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{}))
	must(t, err)
	if a.count("survey_ballot") != 0 || a.count("survey_response") != 1 {
		t.Error("a deleted account's ballot is known, or a response went with an account")
	}
}
