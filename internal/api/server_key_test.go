package api_test

import (
	"errors"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/store/storetest"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

func TestAStewardExchangesTheServersKeysWhileItServes(t *testing.T) {
	w := newWorld(t)
	token, err := w.practice.SetUpToken(t.Context())
	must(t, err)
	boss := w.become("boss", token)
	passkey := newAuthenticator(t)
	boss.addPasskey(passkey)
	heron := w.become("heron", "")
	client := func(p *person) rpc.ServerKeyServiceClient {
		return rpc.NewServerKeyServiceClient(w.server.Client(), w.server.URL, p.bearer())
	}
	exchange := func(p *person) (*alcovev1.ServerKeys, error) {
		r, err := client(p).ExchangeServerKeys(t.Context(), connect.NewRequest(&alcovev1.ExchangeServerKeysRequest{}))
		if err != nil {
			return nil, err
		}
		return r.Msg.GetKeys(), nil
	}
	_, err = exchange(heron)
	refused(t, err, "not_allowed")
	_, err = client(heron).GetServerKeys(t.Context(), connect.NewRequest(&alcovev1.GetServerKeysRequest{}))
	refused(t, err, "not_allowed")
	w.pass(11 * time.Minute)
	_, err = exchange(boss)
	refused(t, err, "fresh_login_required")

	s, _, _, err := boss.comeIn(boss.passphrase)
	must(t, err)
	must(t, boss.use(s).presentPasskey(passkey, presentAndVerified))
	keys, err := exchange(boss)
	must(t, err)
	if keys.GetGeneration() != 2 || keys.GetDay() != w.clock().Unix()/86400 || keys.GetWaiting() != 10 || keys.GetLiving() != 2 {
		t.Errorf("%v", keys)
	}
	_, err = exchange(boss)
	refused(t, err, "keys_exchanged_today")
	kept := get[alcovev1.GetServerKeysResponse](t)(client(boss).GetServerKeys(t.Context(), connect.NewRequest(&alcovev1.GetServerKeysRequest{}))).GetKeys()
	if kept.GetGeneration() != 2 || len(w.lines()) != 2 {
		t.Errorf("%v", kept)
	}
	// It ended nobody's session, and everybody comes in.
	if _, err := heron.GetSession(t.Context(), connect.NewRequest(&alcovev1.GetSessionRequest{})); err != nil {
		t.Error(err)
	}
	if _, under, renew, err := heron.comeIn(heron.passphrase); err != nil || under != 1 || !renew {
		t.Errorf("in by %d generations older, to be renewed: %v, %v", under, renew, err)
	}
	// Clients go back eight generations: nobody is locked out by one more.
	for range 7 {
		w.exchange()
	}
	if _, err = w.accounts.ExchangeKeys(t.Context()); !errors.Is(err, account.ErrTooManyGenerations) || len(w.lines()) != 9 {
		t.Errorf("exchanged into the dark: %v", err)
	}
}

// Another node would go on with the former keys.
func TestKeysAreNotExchangedWhileOtherNodesRun(t *testing.T) {
	storetest.OnlyPostgres(t)
	w := newWorld(t)
	token, err := w.practice.SetUpToken(t.Context())
	must(t, err)
	boss := w.become("boss", token)
	boss.addPasskey(newAuthenticator(t))
	exchange := func() error {
		_, err := rpc.NewServerKeyServiceClient(w.server.Client(), w.server.URL, boss.bearer()).
			ExchangeServerKeys(t.Context(), connect.NewRequest(&alcovev1.ExchangeServerKeysRequest{}))
		return err
	}
	other := storetest.Open(t, w.path)
	if _, err := other.Accounts().Generation(t.Context()); err != nil {
		t.Fatal(err)
	}
	refused(t, exchange(), "other_nodes_running")
	if len(w.lines()) != 1 {
		t.Error("a generation of the keys was made all the same")
	}
	must(t, other.Close())
	for alone := false; !alone; { // PostgreSQL ends a connection after it was closed
		alone, err = w.db.Alone(t.Context())
		must(t, err)
	}
	must(t, exchange())
}
