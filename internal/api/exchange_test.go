package api_test

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
)

// exchange exchanges the server's secrets while it serves.
func (w *world) exchange() {
	w.t.Helper()
	_, err := w.accounts.ExchangeKeys(w.t.Context())
	must(w.t, err)
}

// lines are those of the server's key file.
func (w *world) lines() []string {
	w.t.Helper()
	text, err := os.ReadFile(w.serverKey)
	must(w.t, err)
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// start answers LoginStart for both slots of a name, by how many generations older.
func (w *world) start(nameHash []byte, number string, ke1 [][]byte, older uint32) *alcovev1.LoginStartResponse {
	w.t.Helper()
	return get[alcovev1.LoginStartResponse](w.t)(w.auth.LoginStart(w.t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{
		NameHash: nameHash, NameNumber: number, Ke1: ke1, Older: older, Proof: w.solve(),
	})))
}

// comeIn logs in as browsers do, from the newest generation back; renew says whether a
// new record is wanted, and which one let in.
func (p *person) comeIn(passphrase string) (s *alcovev1.Session, under uint32, renew bool, err error) {
	t := p.w.t
	t.Helper()
	for older, oldest := uint32(0), uint32(0); older <= oldest; older++ {
		ke1, finish := opaqueLogin(t, passphrase)
		started := p.w.start(p.nameHash, p.number, ke1, older)
		oldest = started.GetOlder()
		done, failed := p.w.auth.LoginFinish(t.Context(), connect.NewRequest(&alcovev1.LoginFinishRequest{State: started.GetState(), Ke3: finish(started.GetKe2())}))
		if err = failed; err == nil {
			return done.Msg.GetSession(), older, done.Msg.GetRenew(), nil
		}
	}
	return nil, 0, false, err
}

// renew makes the record anew, of the passphrase that is given.
func (p *person) renew(passphrase string, wrapped []byte) error {
	t := p.w.t
	t.Helper()
	request, finish := opaqueRegister(t, passphrase)
	started, err := p.ChangePassphraseStart(t.Context(), connect.NewRequest(&alcovev1.ChangePassphraseStartRequest{RegistrationRequest: request}))
	must(t, err)
	_, err = p.ChangePassphraseFinish(t.Context(), connect.NewRequest(&alcovev1.ChangePassphraseFinishRequest{
		State: started.Msg.GetState(), RegistrationRecord: finish(started.Msg.GetRegistrationResponse()), VaultKeyByPassphrase: wrapped, SamePassphrase: true,
	}))
	return err
}

// wrapped is the vault key as the server hands it out.
func (p *person) wrapped() []byte {
	p.w.t.Helper()
	return get[alcovev1.GetVaultResponse](p.w.t)(p.GetVault(p.w.t.Context(), connect.NewRequest(&alcovev1.GetVaultRequest{}))).GetVaultKeyByPassphrase()
}

func TestAfterAnExchangeEverybodyComesInByTheSamePassphraseAndTheirRecordIsMadeAnew(t *testing.T) {
	w := newWorld(t)
	ann, bob := w.become("quiet-heron", ""), w.become("blue-door", "")
	names := w.column("account", "name_key")
	records := w.column("account", "opaque_record")
	w.exchange()
	for _, before := range names {
		for _, now := range w.column("account", "name_key") {
			if before == now {
				t.Error("a name is looked up as before")
			}
		}
	}
	if fmt.Sprint(records) != fmt.Sprint(w.column("account", "opaque_record")) || len(w.lines()) != 2 {
		t.Error("records must wait for their owners")
	}
	must(t, ann.alive()) // an exchange ends no session

	wrapped := ann.wrapped()
	inside := *ann
	s, under, renew, err := ann.comeIn(ann.passphrase)
	must(t, err)
	if under != 1 || !renew {
		t.Errorf("in by %d generations older, to be renewed: %v", under, renew)
	}
	inside.use(s)
	if got := inside.wrapped(); !bytes.Equal(got, wrapped) {
		t.Error("the vault's key must open as before until the record is another")
	}
	// The connection is lost between the steps: all is as it was.
	_, err = inside.ChangePassphraseStart(t.Context(), connect.NewRequest(&alcovev1.ChangePassphraseStartRequest{RegistrationRequest: make([]byte, 32)}))
	refused(t, err, "invalid_request")
	_, under, _, err = ann.comeIn(ann.passphrase)
	must(t, err)
	if under != 1 {
		t.Error("a record was made anew by nobody")
	}
	next := randomBytes(t, 60)
	must(t, inside.renew(ann.passphrase, next))
	must(t, ann.alive()) // nor does the new record end one
	if got := ann.wrapped(); !bytes.Equal(got, next) {
		t.Error("record and wrapped key do not belong together")
	}
	// A second browser that was just as far changes nothing any more.
	must(t, inside.renew("another passphrase", randomBytes(t, 60)))
	if got := ann.wrapped(); !bytes.Equal(got, next) {
		t.Error("a record was made anew twice")
	}
	_, under, renew, err = ann.comeIn(ann.passphrase)
	must(t, err)
	if under != 0 || renew {
		t.Errorf("in by %d generations older, to be renewed: %v", under, renew)
	}
	for _, p := range []*person{ann, bob, ann.other, bob.other} {
		_, _, _, err := p.comeIn("wrong")
		refused(t, err, "login_failed")
	}

	// The other slot and somebody who sleeps through a second exchange.
	w.exchange()
	for p, want := range map[*person]uint32{ann: 1, bob: 2, ann.other: 2} {
		s, under, renew, err := p.comeIn(p.passphrase)
		must(t, err)
		if under != want || !renew || !bytes.Equal(s.GetAccountId(), p.session.GetAccountId()) {
			t.Errorf("in by %d generations older, want %d; to be renewed: %v", under, want, renew)
		}
	}
	// A recovery code leads in, and to a record of the newest generation.
	s, err = bob.recover()
	must(t, err)
	bob.use(s)
	must(t, bob.changePassphrase("after a recovery", nil))
	if _, under, _, err := bob.comeIn("after a recovery"); err != nil || under != 0 {
		t.Errorf("in by %d generations older: %v", under, err)
	}
	// Whoever comes now has one at once, and the other slot is still found.
	fox := w.become("fox", "")
	if _, under, _, err := fox.comeIn(fox.passphrase); err != nil || under != 0 {
		t.Errorf("in by %d generations older: %v", under, err)
	}
	refused(t, ann.fill(), "slot_taken")
}

// What a name is answered under a generation is the same before an exchange, after it,
// and after its owner has made a new record; and it is of one kind with that of a name
// that does not exist: so nobody sees who is there, or which account is used.
func TestAnExchangeShowsNobodyWhoIsThere(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	nobody := randomBytes(t, 32)
	ke1, _ := opaqueLogin(t, "guess")
	// The element (32 bytes) is what a name is known by: the rest differs at each answer.
	elements := func(nameHash []byte, older uint32) string {
		r := w.start(nameHash, ann.number, ke1, older)
		return fmt.Sprintf("%x %x", r.GetKe2()[0][:32], r.GetKe2()[1][:32])
	}
	before := map[string]string{"ann": elements(ann.nameHash, 0), "nobody": elements(nobody, 0)}
	w.exchange()
	newest := map[string]string{"ann": elements(ann.nameHash, 0), "nobody": elements(nobody, 0)}
	check := func(step string) {
		t.Helper()
		for name, hash := range map[string][]byte{"ann": ann.nameHash, "nobody": nobody} {
			if elements(hash, 1) != before[name] || elements(hash, 0) != newest[name] {
				t.Errorf("%s: %s is answered by something else", step, name)
			}
		}
	}
	check("after the exchange")
	s, _, _, err := ann.comeIn(ann.passphrase)
	must(t, err)
	must(t, ann.use(s).renew(ann.passphrase, randomBytes(t, 60)))
	check("after a log-in")
	shapes := map[string]bool{}
	for _, hash := range [][]byte{ann.nameHash, nobody} {
		for older := range uint32(2) {
			r := w.start(hash, ann.number, ke1, older)
			shapes[fmt.Sprint(len(r.GetState()), len(r.GetKe2()[0]), len(r.GetKe2()[1]), r.GetOlder())] = true
		}
	}
	if len(shapes) != 1 {
		t.Errorf("shapes %v", shapes)
	}
	_, err = w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{NameHash: nobody, NameNumber: "1", Ke1: ke1, Older: 2, Proof: w.solve()}))
	refused(t, err, "invalid_request")
}

func TestWhatWasSealedBeforeAnExchangeCountsNoMore(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	ke1, finish := opaqueLogin(t, ann.passphrase)
	started, proof := w.start(ann.nameHash, ann.number, ke1, 0), w.solve()
	finishRegistration, err := (&person{w: w, passphrase: "of a fox"}).beginToRegister("fox", "")
	must(t, err)
	w.exchange()
	_, err = w.auth.LoginFinish(t.Context(), connect.NewRequest(&alcovev1.LoginFinishRequest{State: started.GetState(), Ke3: finish(started.GetKe2())}))
	refused(t, err, "state_expired")
	_, err = finishRegistration()
	refused(t, err, "state_expired")
	_, err = w.auth.Recover(t.Context(), connect.NewRequest(&alcovev1.RecoverRequest{Proof: proof, RecoveryId: ann.recovery.GetRecoveryId(), RecoveryAuth: ann.auth}))
	refused(t, err, "proof_invalid")
}

func TestASecondFactorComesThroughAnExchange(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	key := newAuthenticator(t)
	codes := doctor.addPasskey(key)
	w.exchange()
	w.exchange()
	s, under, renew, err := doctor.comeIn(doctor.passphrase)
	must(t, err)
	if under != 2 || !renew || !s.GetSecondFactorRequired() {
		t.Fatalf("in by %d generations older, to be renewed: %v; %v", under, renew, s)
	}
	inside := *doctor
	inside.use(s)
	_, err = inside.ChangePassphraseStart(t.Context(), connect.NewRequest(&alcovev1.ChangePassphraseStartRequest{RegistrationRequest: make([]byte, 32)}))
	refused(t, err, "second_factor_required")
	left := get[alcovev1.UseOneTimeCodeResponse](t)(inside.UseOneTimeCode(t.Context(), connect.NewRequest(&alcovev1.UseOneTimeCodeRequest{Code: codes[0]})))
	if int(left.GetRemaining()) != len(codes)-1 {
		t.Errorf("%d codes are left", left.GetRemaining())
	}
	inside.use(left.GetSession())
	must(t, inside.renew(doctor.passphrase, randomBytes(t, 60)))
	s, under, _, err = doctor.comeIn(doctor.passphrase)
	must(t, err)
	if under != 0 {
		t.Errorf("in by %d generations older", under)
	}
	must(t, inside.use(s).presentPasskey(key, presentAndVerified))
	must(t, inside.alive())
}

// While the secrets are exchanged people log in, and nobody is told that the right
// passphrase is a wrong one.
func TestWhoLogsInDuringAnExchangeIsNotTurnedAway(t *testing.T) {
	w := newWorld(t)
	people := []*person{w.become("quiet-heron", ""), w.become("blue-door", ""), w.become("fox", "")}
	stop := make(chan struct{})
	var all sync.WaitGroup
	for _, p := range people {
		all.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				if err := p.tryToComeIn(); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for range 3 {
		time.Sleep(20 * time.Millisecond) // lets log-ins be under way; nothing depends on it
		w.exchange()
	}
	close(stop)
	all.Wait()
}

func TestTheFormerSecretsAreDestroyedOnceNobodyNeedsThem(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	first := w.lines()[0]
	w.exchange()
	sweep := func() {
		t.Helper()
		must(t, w.accounts.Sweep(t.Context()))
		must(t, w.accounts.Sweep(t.Context()))
	}
	sweep()
	if w.lines()[0] != first {
		t.Fatal("destroyed while a record is of them")
	}
	state, err := w.accounts.KeysState(t.Context())
	must(t, err)
	if state.Waiting != 10 || state.Generation != 2 || state.Ended != 0 { // two of them, told as ten at most
		t.Errorf("state %+v", state)
	}
	for _, p := range []*person{ann, ann.other} {
		s, _, _, err := p.comeIn(p.passphrase)
		must(t, err)
		must(t, p.use(s).renew(p.passphrase, randomBytes(t, 60)))
	}
	must(t, w.accounts.Sweep(t.Context()))
	if w.lines()[0] != first {
		t.Error("destroyed before a backup that has just begun could copy them")
	}
	must(t, w.accounts.Sweep(t.Context()))
	if lines := w.lines(); strings.Contains(lines[0], first) || len(strings.Split(lines[0], " ")) != 2 {
		t.Error("the former secrets are still there")
	}
	state, err = w.accounts.KeysState(t.Context())
	must(t, err)
	if state.Waiting != 0 || state.Ended != 1 {
		t.Errorf("state %+v", state)
	}
	_, err = account.LoadKeys(w.serverKey, rand.Reader) // as the next start does
	must(t, err)
	w.exchange()
	_, under, renew, err := ann.comeIn(ann.passphrase)
	must(t, err)
	if under != 1 || !renew {
		t.Errorf("in by %d generations older, to be renewed: %v", under, renew)
	}
}

// tryToComeIn logs in, and begins again when the secrets were exchanged in between.
func (p *person) tryToComeIn() error {
	t := p.w.t
	for older, oldest := uint32(0), uint32(0); older <= oldest; older++ {
		ke1, finish := opaqueLogin(t, p.passphrase)
		r, err := p.w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{NameHash: p.nameHash, NameNumber: p.number, Ke1: ke1, Older: older}))
		if err != nil {
			if strings.Contains(err.Error(), "too many") || connect.CodeOf(err) == connect.CodeFailedPrecondition { // a puzzle first: so often nobody logs in
				return nil
			}
			return err
		}
		oldest = r.Msg.GetOlder()
		_, err = p.w.auth.LoginFinish(t.Context(), connect.NewRequest(&alcovev1.LoginFinishRequest{State: r.Msg.GetState(), Ke3: finish(r.Msg.GetKe2())}))
		switch {
		case err == nil, connect.CodeOf(err) == connect.CodeFailedPrecondition:
			return nil
		case connect.CodeOf(err) != connect.CodeUnauthenticated:
			return err
		}
	}
	return fmt.Errorf("turned away with the right passphrase")
}
