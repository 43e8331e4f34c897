package api_test

import (
	"bytes"
	"database/sql"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
)

func (p *person) alive() error {
	_, err := p.GetSession(p.w.t.Context(), connect.NewRequest(&alcovev1.GetSessionRequest{}))
	return err
}

func (p *person) putVault(expected uint64, vault string) (uint64, error) {
	r, err := p.PutVault(p.w.t.Context(), connect.NewRequest(&alcovev1.PutVaultRequest{ExpectedVersion: expected, Vault: []byte(vault)}))
	if err != nil {
		return 0, err
	}
	return r.Msg.GetVersion(), nil
}

func TestTwoBrowsersWriteTheVaultAtOnce(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	var wg sync.WaitGroup
	errs := make([]error, 2)
	for i, p := range []*person{ann, ann.elsewhere()} {
		wg.Go(func() { _, errs[i] = p.putVault(1, "mine") })
	}
	wg.Wait()
	lost := errs[0]
	if lost == nil {
		lost = errs[1]
	} else {
		must(t, errs[1])
	}
	if current := refused(t, lost, "vault_conflict").GetCurrent(); current != 2 {
		t.Errorf("the loser was told version %d, want 2", current)
	}
	_, err := ann.putVault(2, string(make([]byte, account.MaxVault+1)))
	refused(t, err, "vault_too_large")
	if v, err := ann.putVault(2, string(make([]byte, account.MaxVault))); err != nil || v != 3 {
		t.Errorf("version %d, %v", v, err)
	}
}

func TestSessionsExpire(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	for range 59 { // used twice a day
		w.pass(11 * time.Hour)
		must(t, ann.alive())
	}
	w.pass(30*24*time.Hour - 59*11*time.Hour)
	refused(t, ann.alive(), "not_logged_in")

	must(t, ann.use(mustSession(ann.login(ann.passphrase))(t)).alive())
	w.pass(13*time.Hour + time.Minute)
	refused(t, ann.alive(), "not_logged_in")
	must(t, w.accounts.Sweep(t.Context()))
	if n := w.count("session"); n != 0 {
		t.Errorf("%d sessions are left after the sweep", n)
	}
}

// What a clock began that was years ahead does not last until those years have
// come, once it is set right: not the session, and not its ten minutes of freshness.
func TestSessionsOfAClockThatWasAheadEnd(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	w.pass(-30 * time.Minute) // as after a loss of power
	must(t, ann.alive())
	must(t, w.accounts.Sweep(t.Context()))
	w.pass(45 * time.Minute)
	must(t, ann.alive())
	_, err := ann.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{}))
	refused(t, err, "fresh_login_required")
	w.pass(-10 * 365 * 24 * time.Hour)
	refused(t, ann.alive(), "not_logged_in")
	must(t, w.accounts.Sweep(t.Context()))
	if n := w.count("session"); n != 0 {
		t.Errorf("%d sessions are left after the sweep", n)
	}
}

func mustSession(s *alcovev1.Session, err error) func(*testing.T) *alcovev1.Session {
	return func(t *testing.T) *alcovev1.Session {
		t.Helper()
		must(t, err)
		return s
	}
}

func (w *world) count(table string) (n int) {
	w.t.Helper()
	must(w.t, w.db.Reader().QueryRowContext(w.t.Context(), "SELECT count(*) FROM "+table).Scan(&n))
	return n
}

func TestSweepForgetsWhenSomebodyLoggedIn(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	w.pass(10 * time.Minute)
	must(t, w.accounts.Sweep(t.Context()))
	var exact int
	must(t, w.db.Reader().QueryRowContext(t.Context(), `SELECT count(*) FROM session WHERE fresh_until_unix <> 0`).Scan(&exact))
	if exact != 0 {
		t.Error("the time of log-in is still stored")
	}
	must(t, ann.alive())
}

func TestEndingOtherSessions(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	phone, tablet := ann.elsewhere(), ann.elsewhere()
	bob := w.become("blue-door", "")
	r := get[alcovev1.EndOtherSessionsResponse](t)(ann.EndOtherSessions(t.Context(), connect.NewRequest(&alcovev1.EndOtherSessionsRequest{})))
	if r.GetEnded() != 2 || len(w.ended) != 2 {
		t.Errorf("ended %d, events told of %d", r.GetEnded(), len(w.ended))
	}
	refused(t, phone.alive(), "not_logged_in")
	refused(t, tablet.alive(), "not_logged_in")
	must(t, ann.alive())
	must(t, bob.alive())
	get[alcovev1.LogOutResponse](t)(ann.LogOut(t.Context(), connect.NewRequest(&alcovev1.LogOutRequest{})))
	refused(t, ann.alive(), "not_logged_in")
}

func TestChangingThePassphraseEndsEverythingElse(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	old := ann.passphrase
	phone := ann.elsewhere()
	must(t, ann.changePassphrase("quite another one", nil))
	must(t, ann.alive())
	refused(t, phone.alive(), "not_logged_in")
	_, err := ann.login(old)
	refused(t, err, "login_failed")
	must(t, ann.elsewhere().alive())

	w.pass(10 * time.Minute)
	refused(t, ann.changePassphrase("and another", nil), "fresh_login_required")
	_, err = ann.SetRecovery(t.Context(), connect.NewRequest(&alcovev1.SetRecoveryRequest{Recovery: ann.recovery}))
	refused(t, err, "fresh_login_required")
	_, err = ann.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{}))
	refused(t, err, "fresh_login_required")
}

func TestAPassphraseStateBelongsToItsSession(t *testing.T) {
	w := newWorld(t)
	ann, bob := w.become("quiet-heron", ""), w.become("blue-door", "")
	request, finish := opaqueRegister(t, "stolen")
	started := get[alcovev1.ChangePassphraseStartResponse](t)(bob.ChangePassphraseStart(t.Context(),
		connect.NewRequest(&alcovev1.ChangePassphraseStartRequest{RegistrationRequest: request})))
	_, err := ann.ChangePassphraseFinish(t.Context(), connect.NewRequest(&alcovev1.ChangePassphraseFinishRequest{
		State: started.GetState(), RegistrationRecord: finish(started.GetRegistrationResponse()), VaultKeyByPassphrase: randomBytes(t, 60),
	}))
	refused(t, err, "state_expired")
}

func TestANewRecoveryCodeReplacesTheOld(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	before := *ann
	ann.newRecovery()
	get[alcovev1.SetRecoveryResponse](t)(ann.SetRecovery(t.Context(), connect.NewRequest(&alcovev1.SetRecoveryRequest{Recovery: ann.recovery})))
	_, err := before.recover()
	refused(t, err, "recovery_failed")
	_, err = ann.recover()
	must(t, err)
}

func TestADeletedAccountLeavesNothing(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	doctor := w.become("doctor", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(t))
	ann.publish(randomBytes(t, 16), 2)
	w.converse(ann, doctor)
	phone := ann.elsewhere()
	get[alcovev1.DeleteAccountResponse](t)(ann.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{})))
	refused(t, ann.alive(), "not_logged_in")
	refused(t, phone.alive(), "not_logged_in")
	_, err := ann.login(ann.passphrase)
	refused(t, err, "login_failed")
	_, err = ann.recover()
	refused(t, err, "recovery_failed")
	for table, left := range map[string]int{"account": 2, "vault": 2, "session": 2, "key_package": 0, "member": 1} {
		if n := w.count(table); n != left {
			t.Errorf("%s holds %d rows, want %d of the doctor and of the name's other slot", table, n, left)
		}
	}
}

func TestTheLastStewardStays(t *testing.T) {
	w := newWorld(t)
	first := w.become("steward", w.invite(account.Steward))
	first.addPasskey(newAuthenticator(t))
	_, err := first.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{}))
	refused(t, err, "last_steward")
	must(t, first.alive())
	second := w.become("steward", w.invite(account.Steward))
	second.addPasskey(newAuthenticator(t))
	get[alcovev1.DeleteAccountResponse](t)(first.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{})))
	must(t, second.alive())
}

func (p *person) publish(device []byte, packages int) {
	p.w.t.Helper()
	r := &alcovev1.PublishKeyPackagesRequest{DeviceId: device, LastResort: []byte("last resort of " + string(device))}
	for range packages {
		r.KeyPackages = append(r.KeyPackages, randomBytes(p.w.t, 100))
	}
	get[alcovev1.PublishKeyPackagesResponse](p.w.t)(p.PublishKeyPackages(p.w.t.Context(), connect.NewRequest(r)))
}

func (p *person) claim(of *person) ([]*alcovev1.DeviceKeyPackage, error) {
	r, err := p.ClaimKeyPackages(p.w.t.Context(), connect.NewRequest(&alcovev1.ClaimKeyPackagesRequest{AccountId: of.session.GetAccountId()}))
	if err != nil {
		return nil, err
	}
	return r.Msg.GetKeyPackages(), nil
}

// converse makes both members of a conversation.
func (w *world) converse(client, practitioner *person) {
	w.t.Helper()
	a, b := account.ID(client.session.GetAccountId()), account.ID(practitioner.session.GetAccountId())
	must(w.t, w.db.Write(w.t.Context(), func(tx *sql.Tx) error {
		var key int64
		if err := tx.QueryRow(`INSERT INTO stream (id, kind, head, epoch, closed, created_day) VALUES (?,1,0,1,0,0) RETURNING key`, randomBytes(w.t, 16)).Scan(&key); err != nil {
			return err
		}
		_, err := tx.Exec(`INSERT INTO member (stream, account, role) VALUES (?,?,?), (?,?,?)`,
			key, a[:], int(stream.Client), key, b[:], int(stream.Practitioner))
		return err
	}))
}

func TestKeyPackagesAreClaimedOnceAndThenTheLastResort(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(t))
	desk, phone := bytes.Repeat([]byte{1}, 16), bytes.Repeat([]byte{2}, 16)
	doctor.publish(desk, 2)
	doctor.publish(phone, 1)
	ann := w.become("quiet-heron", "")

	seen := map[string]bool{}
	for round := range 3 {
		claimed, err := ann.claim(doctor)
		must(t, err)
		if len(claimed) != 2 {
			t.Fatalf("claimed from %d devices, want 2", len(claimed))
		}
		for _, c := range claimed {
			last := string(c.GetKeyPackage()) == "last resort of "+string(c.GetDeviceId())
			if !last && seen[string(c.GetKeyPackage())] {
				t.Error("a key package was handed out twice")
			}
			seen[string(c.GetKeyPackage())] = true
			if want := round == 2 || round == 1 && bytes.Equal(c.GetDeviceId(), phone); last != want {
				t.Errorf("round %d: last resort %v, want %v", round, last, want)
			}
		}
	}
	doctor.publish(desk, 50)
	count := get[alcovev1.CountKeyPackagesResponse](t)(doctor.CountKeyPackages(t.Context(), connect.NewRequest(&alcovev1.CountKeyPackagesRequest{DeviceId: desk})))
	if count.GetCount() != 50 {
		t.Errorf("count %d", count.GetCount())
	}
	_, err := doctor.PublishKeyPackages(t.Context(), connect.NewRequest(&alcovev1.PublishKeyPackagesRequest{DeviceId: desk, KeyPackages: [][]byte{{1}}}))
	refused(t, err, "too_many_key_packages")
	get[alcovev1.RemoveDeviceResponse](t)(doctor.RemoveDevice(t.Context(), connect.NewRequest(&alcovev1.RemoveDeviceRequest{DeviceId: desk})))
	claimed, err := ann.claim(doctor)
	must(t, err)
	if len(claimed) != 1 || !bytes.Equal(claimed[0].GetDeviceId(), phone) {
		t.Errorf("claimed %v, want the phone's only", claimed)
	}
	for range 56 {
		_, err = ann.claim(doctor)
		must(t, err)
	}
	_, err = ann.claim(doctor)
	refused(t, err, "too_many_attempts")
	for i := range byte(account.MaxDevices - 1) {
		doctor.publish(bytes.Repeat([]byte{10 + i}, 16), 1)
	}
	_, err = doctor.PublishKeyPackages(t.Context(), connect.NewRequest(&alcovev1.PublishKeyPackagesRequest{DeviceId: desk, KeyPackages: [][]byte{{1}}}))
	refused(t, err, "too_many_devices")
}

func TestAClientIsKnownOnlyToThoseWhoTalkWithThem(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(t))
	ann, eve := w.become("quiet-heron", ""), w.become("blue-door", "")
	keys := func(p *person) error {
		_, err := p.GetAccountKeys(t.Context(), connect.NewRequest(&alcovev1.GetAccountKeysRequest{AccountId: ann.session.GetAccountId()}))
		return err
	}
	for _, p := range []*person{eve, doctor} {
		_, err := p.claim(ann)
		refused(t, err, "account_not_found")
		refused(t, keys(p), "account_not_found")
	}
	must(t, keys(ann))
	w.converse(ann, doctor)
	must(t, keys(doctor))
	_, err := doctor.claim(ann)
	must(t, err)
	refused(t, keys(eve), "account_not_found")
}
