package api_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/push"
	"alcove/internal/push/pushtest"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// posts is a world with push, and a push service that it may call.
type posts struct {
	*world
	push    *push.Service
	service *pushtest.Service
	server  *httptest.Server
}

func newPosts(t *testing.T) *posts {
	t.Helper()
	p := &posts{world: newWorld(t), service: pushtest.NewService()}
	t.Cleanup(p.service.Close)
	keys, err := push.LoadKeys(filepath.Join(t.TempDir(), "push.key"), rand.Reader)
	must(t, err)
	roots := x509.NewCertPool()
	roots.AddCert(p.service.Certificate())
	notes, err := account.NewNoter(p.db.Accounts(), p.clock, rand.Reader)
	must(t, err)
	p.push = push.New(push.Config{
		Store: p.db.Pushes(), Notes: notes, Keys: keys, Services: push.NewServices(p.service.Listener.Addr().String()),
		Contact: origin, Clock: p.clock, Random: rand.Reader, Roots: roots,
	})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { p.push.Run(ctx); close(done) }()
	t.Cleanup(func() { cancel(); <-done })
	log := slog.New(slog.NewTextHandler(p.log, nil))
	mux := http.NewServeMux()
	mux.Handle(rpc.NewPushServiceHandler(api.NewPushHandler(p.push, log), api.Options(api.NewSessionInterceptor(p.accounts, api.NewAddresses(p.clock, rand.Reader), log))))
	p.server = httptest.NewTLSServer(mux)
	t.Cleanup(p.server.Close)
	return p
}

func (p *posts) as(who *person) rpc.PushServiceClient {
	return rpc.NewPushServiceClient(p.server.Client(), p.server.URL, connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, r connect.AnyRequest) (connect.AnyResponse, error) {
			r.Header().Set("Authorization", "Bearer "+base64.RawURLEncoding.EncodeToString(who.session.GetToken()))
			return next(ctx, r)
		}
	})))
}

func (p *posts) subscribe(who *person, browser pushtest.Browser, path string) {
	p.t.Helper()
	_, err := p.as(who).PutPush(p.t.Context(), connect.NewRequest(&alcovev1.PutPushRequest{
		Endpoint: p.service.URL + path, PublicKey: browser.Key.PublicKey().Bytes(), Auth: browser.Auth,
	}))
	must(p.t, err)
}

// tell has the account told and waits until a first of its browsers was.
func (p *posts) tell(who *person) {
	p.t.Helper()
	before := p.push.Stats()
	p.push.Tell(p.t.Context(), push.Account(who.session.GetAccountId()))
	p.until("somebody is told", func() bool { return p.push.Stats() != before })
}

func (p *posts) until(what string, is func() bool) {
	p.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if is() {
			return
		}
	}
	p.t.Fatal("waited in vain until " + what)
}

func (p *posts) rows() (n int) {
	p.t.Helper()
	must(p.t, p.db.Reader().QueryRow("SELECT count(*) FROM push").Scan(&n))
	return n
}

func TestABrowserIsToldThatSomethingIsNewAndNothingElse(t *testing.T) {
	p := newPosts(t)
	heron, doctor := p.become("heron", ""), p.become("otter", "")
	one, two := pushtest.NewBrowser(), pushtest.NewBrowser()
	p.subscribe(heron, one, "/one")
	p.subscribe(doctor, two, "/a/much/longer/address/of/a/browser")
	p.tell(heron)
	p.tell(doctor)
	got := p.service.Got()
	if len(got) != 2 || got[0].Path != "/one" {
		t.Fatalf("%+v", got)
	}
	for i, browser := range []pushtest.Browser{one, two} {
		plain, err := browser.Open(got[i].Body)
		must(t, err)
		if string(plain) != "{}" || len(got[i].Body) != 256 {
			t.Errorf("%q in %d bytes", plain, len(got[i].Body))
		}
		if got[i].Header.Get("TTL") != "345600" || got[i].Header.Get("Topic") != "new" || got[i].Header.Get("Content-Encoding") != "aes128gcm" {
			t.Errorf("%v", got[i].Header)
		}
		expectIdentified(t, got[i].Header.Get("Authorization"), p.push.PublicKey(), p.service.URL)
	}
	answer, err := p.as(heron).GetPush(t.Context(), connect.NewRequest(&alcovev1.GetPushRequest{}))
	must(t, err)
	if !answer.Msg.GetSubscribed() || string(answer.Msg.GetServerKey()) != string(p.push.PublicKey()) {
		t.Errorf("%v", answer.Msg)
	}
}

// expectIdentified holds what says who calls to RFC 8292.
func expectIdentified(t *testing.T, authorization string, key []byte, audience string) {
	t.Helper()
	token, ok := strings.CutPrefix(authorization, "vapid t=")
	token, k, two := strings.Cut(token, ", k=")
	parts := strings.Split(token, ".")
	if !ok || !two || len(parts) != 3 || k != base64.RawURLEncoding.EncodeToString(key) {
		t.Fatalf("%q", authorization)
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	must(t, err)
	sum := sha256.Sum256([]byte(parts[0] + "." + parts[1]))
	public, err := ecdsa.ParseUncompressedPublicKey(elliptic.P256(), key)
	must(t, err)
	if len(signature) != 64 || !ecdsa.Verify(public, sum[:], new(big.Int).SetBytes(signature[:32]), new(big.Int).SetBytes(signature[32:])) {
		t.Error("not signed by the server")
	}
	raw, err := base64.RawURLEncoding.DecodeString(parts[1])
	must(t, err)
	var claims struct {
		Aud, Sub string
		Exp      int64
	}
	must(t, json.Unmarshal(raw, &claims))
	if claims.Aud != audience || claims.Sub != origin || claims.Exp > time.Now().Add(24*time.Hour).Unix() {
		t.Errorf("%+v", claims)
	}
}

func TestASubscriptionEndsWithTheSessionAndWhenTheServiceSaysSo(t *testing.T) {
	p := newPosts(t)
	heron := p.become("heron", "")
	p.subscribe(heron, pushtest.NewBrowser(), "/one")
	p.subscribe(heron, pushtest.NewBrowser(), "/two") // in its place
	if p.rows() != 1 {
		t.Fatal("two of one session")
	}
	p.service.Answer(503, "")
	p.tell(heron)
	if p.rows() != 1 {
		t.Fatal("forgotten because the service was out of order")
	}
	p.service.Answer(410, "")
	p.tell(heron)
	if p.rows() != 0 || p.push.Stats() != (push.Stats{Failed: 1, Gone: 1}) {
		t.Fatalf("%d, %+v", p.rows(), p.push.Stats())
	}
	p.subscribe(heron, pushtest.NewBrowser(), "/three")
	_, err := p.as(heron).DeletePush(t.Context(), connect.NewRequest(&alcovev1.DeletePushRequest{}))
	must(t, err)
	if p.rows() != 0 {
		t.Fatal("kept though it was switched off")
	}
	p.subscribe(heron, pushtest.NewBrowser(), "/four")
	session, err := p.accounts.Authenticate(t.Context(), heron.session.GetToken())
	must(t, err)
	must(t, p.accounts.LogOut(t.Context(), session))
	if p.rows() != 0 {
		t.Fatal("kept after the session")
	}
}

// The browser says where it is told once more, and is told once.
func TestABrowserWhoseSessionGetsAnotherTokenIsToldOnce(t *testing.T) {
	p := newPosts(t)
	doctor := p.become("doctor", p.invite(account.Practitioner))
	key, browser := newAuthenticator(t), pushtest.NewBrowser()
	doctor.addPasskey(key)
	p.subscribe(doctor, browser, "/one")
	must(t, doctor.presentPasskey(key, presentAndVerified))
	p.tell(doctor)
	p.subscribe(doctor, browser, "/one")
	if p.rows() != 1 {
		t.Fatalf("%d subscriptions", p.rows())
	}
	p.tell(doctor)
	if sent := p.push.Stats().Sent; sent != 2 {
		t.Errorf("told %d times", sent)
	}
	session, err := p.accounts.Authenticate(t.Context(), doctor.session.GetToken())
	must(t, err)
	must(t, p.accounts.LogOut(t.Context(), session))
	if p.rows() != 0 {
		t.Error("kept after the session")
	}
}

func TestASubscriptionEndsWhenAnotherDeviceOrTheAccountEndsIt(t *testing.T) {
	p := newPosts(t)
	heron := p.become("heron", "")
	lost := heron.elsewhere()
	p.subscribe(lost, pushtest.NewBrowser(), "/lost")
	p.pass(2 * 24 * time.Hour) // it idled away, and would be told all the same
	must(t, p.accounts.Sweep(t.Context()))
	heron.use(mustSession(heron.login(heron.passphrase))(t))
	p.subscribe(heron, pushtest.NewBrowser(), "/here")
	must(t, heron.endSessions(make([]byte, 64), lost.session.GetToken()))
	if p.rows() != 1 {
		t.Fatalf("%d kept after one of two was ended", p.rows())
	}
	other := heron.elsewhere()
	p.subscribe(other, pushtest.NewBrowser(), "/other")
	get[alcovev1.EndOtherSessionsResponse](t)(heron.EndOtherSessions(t.Context(), connect.NewRequest(&alcovev1.EndOtherSessionsRequest{})))
	if p.rows() != 1 {
		t.Fatalf("%d kept after all others were ended", p.rows())
	}
	get[alcovev1.DeleteAccountResponse](t)(heron.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{})))
	if p.rows() != 0 {
		t.Fatal("kept after the account")
	}
}

// A session idles for half a day at most; who is away for longer is told all the same.
func TestWhoIsAwayForDaysIsToldUntilTheSessionWouldHaveExpired(t *testing.T) {
	p := newPosts(t)
	heron := p.become("heron", "")
	browser := pushtest.NewBrowser()
	p.subscribe(heron, browser, "/one")
	p.pass(5 * 24 * time.Hour)
	must(t, p.accounts.Sweep(t.Context()))
	p.tell(heron)
	if len(p.service.Got()) != 1 {
		t.Fatal("not told")
	}
	again := heron.elsewhere()
	p.subscribe(again, browser, "/one") // the same browser, logged in again
	p.tell(heron)
	p.until("the earlier subscription is gone", func() bool { return p.rows() == 1 })
	if len(p.service.Got()) != 2 {
		t.Fatalf("told %d times", len(p.service.Got()))
	}
	p.pass(31 * 24 * time.Hour)
	must(t, p.accounts.Sweep(t.Context()))
	if p.rows() != 0 {
		t.Fatal("kept for ever")
	}
}

func TestTheServerCallsNobodyItDoesNotKnow(t *testing.T) {
	p := newPosts(t)
	heron := p.become("heron", "")
	browser := pushtest.NewBrowser()
	for endpoint, code := range map[string]string{"https://127.0.0.1/x": "push_service_unknown", "http://fcm.googleapis.com/x": "malformed_subscription"} {
		_, err := p.as(heron).PutPush(t.Context(), connect.NewRequest(&alcovev1.PutPushRequest{Endpoint: endpoint, PublicKey: browser.Key.PublicKey().Bytes(), Auth: browser.Auth}))
		refused(t, err, code)
	}
	if p.rows() != 0 {
		t.Fatal("kept")
	}
}
