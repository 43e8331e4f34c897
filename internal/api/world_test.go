package api_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"math/bits"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/attest"
	"alcove/internal/breach"
	"alcove/internal/exchange"
	"alcove/internal/linking"
	"alcove/internal/practice"
	"alcove/internal/relay"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
	"alcove/internal/survey"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

const (
	rpID   = "localhost"
	origin = "https://localhost:8443"
)

// world is a server with a real database, reached over TLS and HTTP/2, whose
// clock the test moves.
type world struct {
	t        *testing.T
	path     string // of the database
	db       *store.DB
	accounts *account.Service
	streams  *stream.Service
	practice *practice.Service
	breaches *breach.Service
	surveys  *survey.Service
	server   *httptest.Server
	auth     rpc.AuthServiceClient
	link     rpc.LinkServiceClient // of somebody without a session
	log      *bytes.Buffer
	// serverKey and ballotKeys are the paths of the server's key files.
	serverKey, ballotKeys string

	mu    sync.Mutex
	now   time.Time
	ended [][32]byte // sessions of which the events were told
	told  [][16]byte // accounts that are to be told that something is new
	hub   *relay.Hub // is told of records, once somebody listens
	// rekeyings are those of which everybody who is connected was told.
	rekeyings []uint32
}

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{t: t, log: &bytes.Buffer{}, now: time.Date(2026, 11, 23, 10, 17, 0, 0, time.UTC)}
	w.path = filepath.Join(t.TempDir(), "alcove.db")
	w.db = storetest.Open(t, w.path)
	w.serverKey = filepath.Join(t.TempDir(), "server.key")
	keys, err := account.LoadKeys(w.serverKey, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	w.practice = practice.New(w.db.Practice(), w.clock, rand.Reader)
	w.streams = stream.New(w.db.Streams(), func(ctx context.Context, id stream.AccountID) (stream.Role, error) {
		role, err := w.accounts.Role(ctx, id)
		return stream.Role(role), err
	}, w, w.clock, attest.Key{})
	w.breaches = breach.New(w.db.Breaches(), w, w, w, w.clock)
	w.ballotKeys = filepath.Join(t.TempDir(), "ballot.key")
	ballots, err := survey.LoadKeys(w.ballotKeys, rand.Reader)
	must(t, err)
	w.surveys = survey.New(w.db.Surveys(), ballots, w, w.clock)
	w.accounts, err = account.New(t.Context(), account.Config{
		Store: w.db.Accounts(), Keys: keys, Invitations: w.practice, Streams: w.streams, SignUps: w.breaches,
		Forget: []account.Forgetter{w.streams, w.surveys}, Events: w, Clock: w.clock, Random: rand.Reader,
		Difficulty: 4, RPID: rpID, Origins: []string{origin},
	})
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.NewTextHandler(w.log, nil))
	guard := connect.WithInterceptors(api.NewSessionInterceptor(w.accounts, api.NewAddresses(w.clock, rand.Reader), log))
	mux := http.NewServeMux()
	mux.Handle(rpc.NewAuthServiceHandler(api.NewAuthHandler(w.accounts, log), guard))
	mux.Handle(rpc.NewAccountServiceHandler(api.NewAccountHandler(w.accounts, log), guard))
	mux.Handle(rpc.NewAccessServiceHandler(api.NewAccessHandler(w.accounts, log), guard))
	mux.Handle(rpc.NewLinkServiceHandler(api.NewLinkHandler(w.accounts, linking.Anywhere{Here: linking.New(w.clock)}, log), guard))
	mux.Handle(rpc.NewBreachServiceHandler(api.NewBreachHandler(w.breaches, log), guard))
	mux.Handle(rpc.NewSurveyServiceHandler(api.NewSurveyHandler(w.surveys, log), guard))
	exchanges := exchange.New(w.db.Exchanges(), w.accounts, w.clock)
	exchanges.Alone = w.db.Alone
	mux.Handle(rpc.NewServerKeyServiceHandler(api.NewServerKeyHandler(exchanges, log), guard))
	mux.Handle(rpc.NewPracticeServiceHandler(api.NewPracticeHandler(w.practice, log), guard))
	w.server = httptest.NewUnstartedServer(mux)
	w.server.EnableHTTP2 = true
	w.server.StartTLS()
	w.auth = rpc.NewAuthServiceClient(w.server.Client(), w.server.URL)
	w.link = rpc.NewLinkServiceClient(w.server.Client(), w.server.URL)
	t.Cleanup(func() {
		w.server.Close()
		if err := w.db.Close(); err != nil {
			t.Error(err)
		}
		if bytes.Contains(w.log.Bytes(), []byte("internal error")) {
			t.Errorf("internal errors were logged:\n%s", w.log)
		}
	})
	return w
}

// Wrote, EndEverySession and RekeyingAsked are what package breach asks for.
func (w *world) Wrote(_ [16]byte, others [][16]byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.told = append(w.told, others...)
}

func (w *world) EndEverySession(ctx context.Context, by account.Session) (int, error) {
	return w.accounts.EndEverySession(ctx, by)
}

func (w *world) RekeyingAsked(number uint32, _ int64) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rekeyings = append(w.rekeyings, number)
}

// SpendProof is what package survey asks for.
func (w *world) SpendProof(p account.Proof) error { return w.accounts.SpendProof(p) }

func (w *world) clock() time.Time {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.now
}

func (w *world) pass(d time.Duration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.now = w.now.Add(d)
}

// The world listens to the events itself.
func (w *world) VaultChanged(account.ID, uint64)                 {}
func (w *world) Signalled([]stream.AccountID, stream.ID, []byte) {}
func (w *world) StreamChanged([]stream.AccountID, stream.Stream) {}
func (w *world) RecordsAdded(ctx context.Context, to []stream.AccountID, id stream.ID, records []stream.Record) {
	if w.hub != nil {
		w.hub.RecordsAdded(ctx, to, id, records)
	}
}
func (w *world) SessionsEnded(_ account.ID, hashes [][32]byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.ended = append(w.ended, hashes...)
}

// wasEnded says whether whoever listens by this token was told that it is over.
func (w *world) wasEnded(token []byte) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Contains(w.ended, sha256.Sum256(token))
}

// invite makes an invitation as a steward would.
func (w *world) invite(role account.Role) string {
	w.t.Helper()
	_, token, err := w.practice.Invite(w.t.Context(), "a colleague", role)
	must(w.t, err)
	return token
}

func (w *world) solve() *alcovev1.ProofOfWork {
	w.t.Helper()
	c := get[alcovev1.NewChallengeResponse](w.t)(w.auth.NewChallenge(w.t.Context(), connect.NewRequest(&alcovev1.NewChallengeRequest{})))
	p := &alcovev1.ProofOfWork{Challenge: c.GetChallenge()}
	for {
		sum := sha256.Sum256(binary.BigEndian.AppendUint64(bytes.Clone(p.Challenge), p.Nonce))
		if bits.LeadingZeros64(binary.BigEndian.Uint64(sum[:8])) >= int(c.GetDifficulty()) {
			return p
		}
		p.Nonce++
	}
}

// person is somebody in front of a browser.
type person struct {
	w          *world
	identity   ed25519.PrivateKey
	nameHash   []byte
	number     string
	passphrase string
	recovery   *alcovev1.Recovery
	auth       []byte // what the recovery code proves
	session    *alcovev1.Session
	link       rpc.LinkServiceClient
	slot       int     // of the login name
	other      *person // who fills its other slot, if this is a client
	rpc.AccountServiceClient
}

// use makes the person call with this session's token.
func (p *person) use(s *alcovev1.Session) *person {
	p.session = s
	token := p.bearer()
	p.AccountServiceClient = rpc.NewAccountServiceClient(p.w.server.Client(), p.w.server.URL, token)
	p.link = rpc.NewLinkServiceClient(p.w.server.Client(), p.w.server.URL, token)
	return p
}

// bearer makes a client's calls those of the person's session.
func (p *person) bearer() connect.ClientOption {
	token := p.session.GetToken()
	return connect.WithInterceptors(connect.UnaryInterceptorFunc(func(next connect.UnaryFunc) connect.UnaryFunc {
		return func(ctx context.Context, r connect.AnyRequest) (connect.AnyResponse, error) {
			r.Header().Set("Authorization", "Bearer "+base64.RawURLEncoding.EncodeToString(token))
			return next(ctx, r)
		}
	}))
}

// elsewhere is the same person in another browser, logged in there.
func (p *person) elsewhere() *person {
	p.w.t.Helper()
	other := *p
	s, err := other.login(p.passphrase)
	must(p.w.t, err)
	return other.use(s)
}

func (w *world) become(name, invitation string) *person {
	w.t.Helper()
	p := &person{w: w, passphrase: "correct horse battery staple " + name}
	s, err := p.register(name, invitation)
	must(w.t, err)
	return p.use(s)
}

func (p *person) register(name, invitation string) (*alcovev1.Session, error) {
	p.w.t.Helper()
	finish, err := p.beginToRegister(name, invitation)
	if err != nil {
		return nil, err
	}
	return finish()
}

// beginToRegister goes through the first of the two steps.
func (p *person) beginToRegister(name, invitation string) (func() (*alcovev1.Session, error), error) {
	t := p.w.t
	t.Helper()
	hash := sha256.Sum256([]byte("alcove/v1/name" + name))
	p.nameHash = hash[:]
	slots := []*person{p}
	if invitation == "" {
		p.other = &person{w: p.w, nameHash: p.nameHash, passphrase: fmt.Sprintf("%x", randomBytes(t, 16))}
		p.slot = int(randomBytes(t, 1)[0] & 1)
		p.other.slot = 1 - p.slot
		slots = []*person{p, p.other}
		if p.slot == 1 {
			slots = []*person{p.other, p}
		}
	}
	start := &alcovev1.RegisterStartRequest{Proof: p.w.solve(), NameHash: p.nameHash, Invitation: invitation}
	var finishes []func([]byte) []byte
	for _, each := range slots {
		request, finish := opaqueRegister(t, each.passphrase)
		start.RegistrationRequests, finishes = append(start.RegistrationRequests, request), append(finishes, finish)
	}
	started, err := p.w.auth.RegisterStart(t.Context(), connect.NewRequest(start))
	if err != nil {
		return nil, err
	}
	end := &alcovev1.RegisterFinishRequest{State: started.Msg.GetState()}
	for i, each := range slots {
		each.number = started.Msg.GetNameNumber()
		end.RegistrationRecords = append(end.RegistrationRecords, finishes[i](started.Msg.GetRegistrationResponses()[i]))
		end.Accounts = append(end.Accounts, each.newAccount())
	}
	return func() (*alcovev1.Session, error) {
		done, err := p.w.auth.RegisterFinish(t.Context(), connect.NewRequest(end))
		if err != nil {
			return nil, err
		}
		for i, each := range slots {
			each.use(done.Msg.GetSessions()[i])
		}
		return p.session, nil
	}, nil
}

// newAccount makes what becomes an account.
func (p *person) newAccount() *alcovev1.NewAccount {
	_, p.identity, _ = ed25519.GenerateKey(rand.Reader)
	p.newRecovery()
	recipient := sealing().Recipient().String()
	return &alcovev1.NewAccount{
		IdentityKey: p.identity.Public().(ed25519.PublicKey), SealingRecipient: recipient,
		SealingSignature: ed25519.Sign(p.identity, []byte("alcove/v1/sealing"+recipient)),
		Vault:            []byte("sealed vault"), VaultKeyByPassphrase: randomBytes(p.w.t, 60), Recovery: p.recovery,
	}
}

func (p *person) newRecovery() {
	p.auth = randomBytes(p.w.t, 32)
	hash := sha256.Sum256(p.auth)
	p.recovery = &alcovev1.Recovery{RecoveryId: randomBytes(p.w.t, 16), RecoveryAuthHash: hash[:], VaultKeyByRecovery: randomBytes(p.w.t, 60)}
}

// login logs in; the caller sees only the server's refusals, the client half's
// own failure to verify a wrong passphrase is left out so that the server is asked.
func (p *person) login(passphrase string) (*alcovev1.Session, error) {
	return p.loginWith(passphrase, nil)
}

func (p *person) loginWith(passphrase string, proof *alcovev1.ProofOfWork) (*alcovev1.Session, error) {
	t := p.w.t
	t.Helper()
	ke1, finish := opaqueLogin(t, passphrase)
	started, err := p.w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{
		NameHash: p.nameHash, NameNumber: p.number, Ke1: ke1, Proof: proof,
	}))
	if err != nil {
		return nil, err
	}
	done, err := p.w.auth.LoginFinish(t.Context(), connect.NewRequest(&alcovev1.LoginFinishRequest{
		State: started.Msg.GetState(), Ke3: finish(started.Msg.GetKe2()),
	}))
	if err != nil {
		return nil, err
	}
	return done.Msg.GetSession(), nil
}

func (p *person) recover() (*alcovev1.Session, error) {
	r, err := p.w.auth.Recover(p.w.t.Context(), connect.NewRequest(&alcovev1.RecoverRequest{
		Proof: p.w.solve(), RecoveryId: p.recovery.GetRecoveryId(), RecoveryAuth: p.auth,
	}))
	if err != nil {
		return nil, err
	}
	return r.Msg.GetSession(), nil
}

// changePassphrase goes through both steps.
func (p *person) changePassphrase(next string, recovery *alcovev1.Recovery) error {
	t := p.w.t
	t.Helper()
	request, finish := opaqueRegister(t, next)
	started, err := p.ChangePassphraseStart(t.Context(), connect.NewRequest(&alcovev1.ChangePassphraseStartRequest{RegistrationRequest: request}))
	if err != nil {
		return err
	}
	_, err = p.ChangePassphraseFinish(t.Context(), connect.NewRequest(&alcovev1.ChangePassphraseFinishRequest{
		State: started.Msg.GetState(), RegistrationRecord: finish(started.Msg.GetRegistrationResponse()),
		VaultKeyByPassphrase: randomBytes(t, 60), Recovery: recovery,
	}))
	if err == nil {
		p.passphrase = next
	}
	return err
}

func randomBytes(t *testing.T, n int) []byte {
	t.Helper()
	b := make([]byte, n)
	if _, err := rand.Read(b); err != nil {
		t.Fatal(err)
	}
	return b
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// get unwraps an answer that must not be a refusal.
func get[T any](t *testing.T) func(*connect.Response[T], error) *T {
	return func(r *connect.Response[T], err error) *T {
		t.Helper()
		must(t, err)
		return r.Msg
	}
}

// refused checks that err carries this stable code.
func refused(t *testing.T, err error, code string) *alcovev1.ErrorInfo {
	t.Helper()
	var ce *connect.Error
	if !errors.As(err, &ce) {
		t.Fatalf("got %v, want a refusal %q", err, code)
	}
	for _, d := range ce.Details() {
		v, err := d.Value()
		must(t, err)
		if info, ok := v.(*alcovev1.ErrorInfo); ok {
			if info.GetCode() != code {
				t.Fatalf("refused with %q, want %q", info.GetCode(), code)
			}
			return info
		}
	}
	t.Fatalf("%v has no code, want %q", err, code)
	return nil
}
