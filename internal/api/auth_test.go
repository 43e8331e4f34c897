package api_test

import (
	"bytes"
	"crypto/ed25519"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/opaque"
	"alcove/internal/practice"
	alcovev1 "alcove/proto/alcove/v1"
)

func TestSomebodyBecomesAClientAndLogsInElsewhere(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	if ann.session.GetRole() != alcovev1.Role_ROLE_CLIENT || ann.session.GetSecondFactorRequired() || ann.session.GetSecondFactorMissing() {
		t.Errorf("session %v", ann.session)
	}
	if id := account.IDOf(ann.identity.Public().(ed25519.PublicKey)); !bytes.Equal(id[:], ann.session.GetAccountId()) {
		t.Error("the account's id must come from its identity key")
	}
	if len(ann.number) < 4 {
		t.Errorf("number %q", ann.number)
	}
	phone := ann.elsewhere()
	v := get[alcovev1.GetVaultResponse](t)(phone.GetVault(t.Context(), connect.NewRequest(&alcovev1.GetVaultRequest{})))
	if v.GetVersion() != 1 || string(v.GetVault()) != "sealed vault" {
		t.Errorf("vault %v", v)
	}
	s := get[alcovev1.GetSessionResponse](t)(phone.GetSession(t.Context(), connect.NewRequest(&alcovev1.GetSessionRequest{}))).GetSession()
	if len(s.GetToken()) != 0 || !bytes.Equal(s.GetAccountId(), ann.session.GetAccountId()) {
		t.Errorf("GetSession answered %v", s)
	}
}

// 256 bits each time, and none of them twice or like the one before.
func TestASessionsTokenIsLongAndItsOwn(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	seen := map[string]bool{}
	for _, p := range []*person{ann, ann.elsewhere(), ann.elsewhere(), w.become("blue-door", "")} {
		token := p.session.GetToken()
		if len(token) != 32 || seen[string(token[:8])] || seen[string(token[24:])] {
			t.Errorf("token %x", token)
		}
		seen[string(token[:8])], seen[string(token[24:])] = true, true
	}
}

// One that could do everything, and was used lately, stays whoever else logs in.
func TestAnAccountHasSoManySessionsAndNoMore(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	key := newAuthenticator(t)
	doctor.addPasskey(key)
	left := doctor.elsewhere()
	must(t, left.presentPasskey(key, presentAndVerified))
	w.pass(2 * time.Hour)
	must(t, doctor.alive())
	var others []*person
	for range account.MaxSessions - 2 { // who knows the passphrase alone
		others = append(others, doctor.elsewhere())
		w.pass(time.Minute)
	}
	if n := w.count("session"); n != account.MaxSessions {
		t.Fatalf("%d sessions", n)
	}
	doctor.elsewhere()
	if n := w.count("session"); n != account.MaxSessions {
		t.Errorf("%d sessions", n)
	}
	alive := 0
	for _, p := range others {
		if p.alive() == nil {
			alive++
		} else if !w.wasEnded(p.session.GetToken()) {
			t.Error("an ended session's browser was not told")
		}
	}
	if alive != len(others)-1 {
		t.Errorf("%d of %d that lack their second factor are left", alive, len(others))
	}
	must(t, doctor.alive())
	must(t, left.alive())

	w.pass(time.Hour)
	must(t, doctor.alive())
	for range account.MaxSessions - 1 {
		must(t, doctor.elsewhere().presentPasskey(key, presentAndVerified))
	}
	must(t, doctor.alive())
	refused(t, left.alive(), "not_logged_in") // it was not used for longest
}

func TestOnePseudonymForTwoPeople(t *testing.T) {
	w := newWorld(t)
	first, second := w.become("blue-door", ""), w.become("blue-door", "")
	if first.number == second.number {
		t.Error("both got the same number")
	}
	if _, err := first.login(first.passphrase); err != nil {
		t.Error(err)
	}
	if _, err := second.login(second.passphrase); err != nil {
		t.Error(err)
	}
}

func TestWrongPassphraseAndUnknownNameLookAlike(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	nobody := *ann
	nobody.number = "00000000"
	_, known := ann.login("wrong")
	_, unknown := nobody.login("wrong")
	a, b := refused(t, known, "login_failed"), refused(t, unknown, "login_failed")
	if known.Error() != unknown.Error() || a.GetCurrent() != b.GetCurrent() {
		t.Errorf("%v is not %v", known, unknown)
	}
	start := func(p *person) *alcovev1.LoginStartResponse {
		ke1, _ := opaqueLogin(t, "wrong")
		return get[alcovev1.LoginStartResponse](t)(w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{
			NameHash: p.nameHash, NameNumber: p.number, Ke1: ke1,
		})))
	}
	real, fake := start(ann), start(&nobody)
	if len(real.GetState()) != len(fake.GetState()) || len(real.GetKe2()) != account.Slots || len(fake.GetKe2()) != account.Slots {
		t.Errorf("sizes differ: state %d and %d, ke2 %d and %d", len(real.GetState()), len(fake.GetState()), len(real.GetKe2()), len(fake.GetKe2()))
	}
}

// Whoever asks again and again for a name must not see from what varies whether
// it exists: of the same question both a known and an unknown name answer the
// same evaluation (the first 32 bytes of KE2) and otherwise fresh bytes.
func TestAnUnknownNameAnswersAsSteadilyAsAKnownOne(t *testing.T) {
	const evaluation = 32
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	unknown, other := *ann, *ann
	unknown.number, other.number = "00000000", "00000001"
	ke1, _ := opaqueLogin(t, "wrong")
	ask := func(p *person) (state []byte, ke2 [][]byte) {
		r := get[alcovev1.LoginStartResponse](t)(w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{
			NameHash: p.nameHash, NameNumber: p.number, Ke1: ke1,
		})))
		return r.GetState(), r.GetKe2()
	}
	evaluations := map[string]bool{}
	for _, p := range []*person{ann, &unknown} {
		state, first := ask(p)
		nextState, second := ask(p)
		if len(state) != len(nextState) || len(first) != account.Slots || len(second) != account.Slots {
			t.Fatalf("%s: sizes vary", p.number)
		}
		for i := range first {
			if len(first[i]) != opaque.KE2Size || len(second[i]) != opaque.KE2Size {
				t.Fatalf("%s: sizes vary", p.number)
			}
			if !bytes.Equal(first[i][:evaluation], second[i][:evaluation]) {
				t.Errorf("%s: the evaluation varies", p.number)
			}
			if bytes.Equal(first[i][evaluation:], second[i][evaluation:]) || bytes.Equal(state, nextState) {
				t.Errorf("%s: what should be fresh repeats", p.number)
			}
			evaluations[string(first[i][:evaluation])] = true
		}
	}
	_, third := ask(&other)
	for _, ke2 := range third {
		evaluations[string(ke2[:evaluation])] = true
	}
	if len(evaluations) != 3*account.Slots {
		t.Error("two slots have one evaluation")
	}
}

func TestALoginCanBeFinishedOnce(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	ke1, finish := opaqueLogin(t, ann.passphrase)
	started := get[alcovev1.LoginStartResponse](t)(w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{
		NameHash: ann.nameHash, NameNumber: ann.number, Ke1: ke1,
	})))
	request := &alcovev1.LoginFinishRequest{State: started.GetState(), Ke3: finish(started.GetKe2())}
	get[alcovev1.LoginFinishResponse](t)(w.auth.LoginFinish(t.Context(), connect.NewRequest(request)))
	_, err := w.auth.LoginFinish(t.Context(), connect.NewRequest(request))
	refused(t, err, "state_expired")
}

func TestGuessingCostsMoreAndMoreUntilItStops(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	for range 5 {
		_, err := ann.login("wrong")
		refused(t, err, "login_failed")
	}
	_, err := ann.login("wrong")
	refused(t, err, "proof_required")
	spent := w.solve()
	_, err = ann.loginWith("wrong", spent)
	refused(t, err, "login_failed")
	_, err = ann.loginWith("wrong", spent)
	refused(t, err, "proof_invalid")
	if _, err := ann.loginWith(ann.passphrase, w.solve()); err != nil {
		t.Errorf("the owner, with a proof: %v", err)
	}
	// Whoever guesses learns enough from KE2 and never finishes: that counts too.
	for range 94 {
		ke1, _ := opaqueLogin(t, "wrong")
		get[alcovev1.LoginStartResponse](t)(w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{
			NameHash: ann.nameHash, NameNumber: ann.number, Ke1: ke1, Proof: w.solve(),
		})))
	}
	_, err = ann.loginWith(ann.passphrase, w.solve())
	refused(t, err, "too_many_attempts")
	w.pass(time.Hour)
	if _, err := ann.login(ann.passphrase); err != nil {
		t.Errorf("an hour later: %v", err)
	}
}

func TestRegistrationNeedsWorkAndAFreshState(t *testing.T) {
	w := newWorld(t)
	request, finish := opaqueRegister(t, "passphrase")
	start := &alcovev1.RegisterStartRequest{NameHash: randomBytes(t, 32), RegistrationRequests: [][]byte{request, request}}
	_, err := w.auth.RegisterStart(t.Context(), connect.NewRequest(start))
	refused(t, err, "proof_invalid")
	start.Proof = w.solve()
	started := get[alcovev1.RegisterStartResponse](t)(w.auth.RegisterStart(t.Context(), connect.NewRequest(start)))
	_, err = w.auth.RegisterStart(t.Context(), connect.NewRequest(start))
	refused(t, err, "proof_invalid")
	w.pass(10 * time.Minute)
	_, err = w.auth.RegisterFinish(t.Context(), connect.NewRequest(&alcovev1.RegisterFinishRequest{
		State: started.GetState(), RegistrationRecords: [][]byte{finish(started.GetRegistrationResponses()[0])},
	}))
	refused(t, err, "state_expired")
}

func TestAnInvitationIsUsedOnce(t *testing.T) {
	w := newWorld(t)
	token := w.invite(account.Practitioner)
	check := func() error {
		_, err := w.auth.CheckInvitation(t.Context(), connect.NewRequest(&alcovev1.CheckInvitationRequest{Invitation: token}))
		return err
	}
	must(t, check())

	// Two browsers open the link at once: one of them gets the account.
	var wg sync.WaitGroup
	errs := make([]error, 2)
	for i := range errs {
		wg.Go(func() {
			p := &person{w: w, passphrase: "p"}
			_, errs[i] = p.register("doctor", token)
		})
	}
	wg.Wait()
	if (errs[0] == nil) == (errs[1] == nil) {
		t.Fatalf("one must win: %v, %v", errs[0], errs[1])
	}
	refused(t, check(), "invitation_invalid")
	p := &person{w: w, passphrase: "p"}
	_, err := p.register("doctor", token)
	refused(t, err, "invitation_invalid")
}

func TestAnInvitationEnds(t *testing.T) {
	w := newWorld(t)
	check := func(token string) error {
		_, err := w.auth.CheckInvitation(t.Context(), connect.NewRequest(&alcovev1.CheckInvitationRequest{Invitation: token}))
		return err
	}
	token := w.invite(account.Practitioner)
	answer := get[alcovev1.CheckInvitationResponse](t)(w.auth.CheckInvitation(t.Context(), connect.NewRequest(&alcovev1.CheckInvitationRequest{Invitation: token})))
	if got := time.Unix(answer.GetExpiresUnix(), 0); !got.Equal(w.clock().Add(practice.InvitationLifetime)) {
		t.Errorf("said to end at %v", got)
	}
	w.pass(practice.InvitationLifetime - time.Minute)
	must(t, check(token))
	// Somebody begins in the last minute and is too slow: no account is made.
	slow := &person{w: w, passphrase: "p"}
	finish, err := slow.beginToRegister("slow", token)
	must(t, err)
	w.pass(time.Minute)
	_, err = finish()
	refused(t, err, "invitation_invalid")
	refused(t, check(token), "invitation_invalid")
	_, err = slow.register("slow", token)
	refused(t, err, "invitation_invalid")

	// One that a steward revokes ends at once.
	boss := w.become("boss", w.invite(account.Steward))
	boss.addPasskey(newAuthenticator(t))
	steward := practiceClient(w, boss)
	made := get[alcovev1.CreateInvitationResponse](t)(steward.CreateInvitation(t.Context(), connect.NewRequest(&alcovev1.CreateInvitationRequest{Role: alcovev1.Role(account.Practitioner)})))
	must(t, check(made.GetToken()))
	finish, err = slow.beginToRegister("slow", made.GetToken())
	must(t, err)
	_, err = steward.RevokeInvitation(t.Context(), connect.NewRequest(&alcovev1.RevokeInvitationRequest{InvitationId: made.GetInvitation().GetInvitationId()}))
	must(t, err)
	_, err = finish()
	refused(t, err, "invitation_invalid")
	refused(t, check(made.GetToken()), "invitation_invalid")
}

func TestARecoveryCodeGivesBackTheVaultAndNothingElse(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	old := ann.session
	s, err := ann.recover()
	must(t, err)
	ann.use(s)
	get[alcovev1.GetVaultResponse](t)(ann.GetVault(t.Context(), connect.NewRequest(&alcovev1.GetVaultRequest{})))
	_, err = ann.PutVault(t.Context(), connect.NewRequest(&alcovev1.PutVaultRequest{ExpectedVersion: 1, Vault: []byte("x")}))
	refused(t, err, "passphrase_required")

	ann.newRecovery()
	must(t, ann.changePassphrase("a new passphrase", ann.recovery))
	get[alcovev1.PutVaultResponse](t)(ann.PutVault(t.Context(), connect.NewRequest(&alcovev1.PutVaultRequest{ExpectedVersion: 1, Vault: []byte("x")})))
	_, err = (&person{w: w}).use(old).GetSession(t.Context(), connect.NewRequest(&alcovev1.GetSessionRequest{}))
	refused(t, err, "not_logged_in")
	if _, err := ann.login("a new passphrase"); err != nil {
		t.Error(err)
	}
}

func TestAWrongRecoveryCodeTellsNothing(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	right := ann.auth
	ann.auth = randomBytes(t, 32)
	_, wrongSecret := ann.recover()
	ann.auth, ann.recovery.RecoveryId = right, randomBytes(t, 16)
	_, unknownID := ann.recover()
	refused(t, wrongSecret, "recovery_failed")
	refused(t, unknownID, "recovery_failed")
	if wrongSecret.Error() != unknownID.Error() {
		t.Errorf("%v is not %v", wrongSecret, unknownID)
	}
}
