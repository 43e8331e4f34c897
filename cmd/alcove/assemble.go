package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"path/filepath"
	"sync/atomic"
	"time"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/attest"
	"alcove/internal/auditor"
	"alcove/internal/blob"
	"alcove/internal/breach"
	"alcove/internal/certs"
	"alcove/internal/clock"
	"alcove/internal/datafolder"
	"alcove/internal/exchange"
	"alcove/internal/keylog"
	"alcove/internal/linking"
	"alcove/internal/mailer"
	"alcove/internal/nodes"
	"alcove/internal/notice"
	"alcove/internal/pages"
	"alcove/internal/policy"
	"alcove/internal/practice"
	"alcove/internal/push"
	"alcove/internal/relay"
	"alcove/internal/room"
	"alcove/internal/store"
	"alcove/internal/stream"
	"alcove/internal/survey"
	"alcove/internal/webapp"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// maxBody bounds a request: a photograph is the largest thing anybody sends.
const maxBody = 5 << 20

// sweepEvery is how often expired sessions, abandoned files and what was to be
// kept until now are deleted.
const sweepEvery = 10 * time.Minute

// server is everything, wired.
type server struct {
	db       *store.DB
	clock    *clock.Clock
	accounts *account.Service
	practice *practice.Service
	policies *policy.Service
	blobs    *blob.Service
	streams  *stream.Service
	rooms    *room.Service
	ballots  *survey.SharedKeys
	hub      *relay.Hub
	nodes    *nodes.Link // nil where there is but this one
	links    linking.Anywhere
	events   *api.EventsHandler
	notices  *notice.Service
	mail     *mailer.Service
	push     *push.Service
	breaches *breach.Service
	surveys  *survey.Service
	keys     *exchange.Service
	own      *certs.Own // nil where the certificate is somebody else's
	handler  http.Handler
	requests *requestMetrics
	facts    *facts
	cosigner *auditor.Cosigner
	entering entering
	stopping atomic.Bool // it takes no new work
	release  func()      // lets go of the data folder
}

// notifier tells who is connected by the hub and who is away by notices.
type notifier struct {
	*relay.Hub
	*notice.Service
}

// endings has the accounts end sessions, which are made after what asks for it.
type endings struct{ *server }

// EndEverySession implements breach.Sessions.
func (e endings) EndEverySession(ctx context.Context, by account.Session) (int, error) {
	return e.accounts.EndEverySession(ctx, by)
}

// proofs has the accounts take proofs of work, which are made after what asks for it.
type proofs struct{ *server }

// SpendProof implements survey.Proofs.
func (p proofs) SpendProof(proof account.Proof) error { return p.accounts.SpendProof(proof) }

// assemble opens the database and puts the packages together. It alone knows
// both the concepts and the store.
func assemble(ctx context.Context, o options, source clock.Source, log *slog.Logger, random io.Reader) (*server, error) {
	keys, err := loadSecrets(o.data, random)
	if err != nil {
		return nil, err
	}
	logKey, err := keylog.LoadKey(filepath.Join(o.data, datafolder.KeylogKey), o.logHost()+api.KeylogPath, random)
	if err != nil {
		return nil, err
	}
	db, err := openStore(ctx, o)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	if err := db.Begin(ctx, keys.account.Fingerprint(logKey.Verifier())); err != nil {
		return nil, errors.Join(fmt.Errorf("database: %w", err), db.Close())
	}
	client, err := webapp.ReadBuilt()
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	s := &server{db: db, requests: newRequestMetrics(), facts: newFacts(o, client)}
	if s.clock, err = clock.Open(ctx, db.Clocks(), source, log); err != nil {
		return nil, errors.Join(fmt.Errorf("database: %w", err), db.Close())
	}
	s.entering = beginEntering(ctx, db.Keylog(), client.Release)
	if o.cert.Own() {
		if s.own, err = certs.MakeOwn(filepath.Join(o.data, datafolder.TLS), s.clock.Now()); err != nil {
			return nil, errors.Join(err, db.Close())
		}
	}
	if err := s.wire(ctx, o, keys, logKey, log, random); err != nil {
		_ = db.Close()
		return nil, err
	}
	if err := s.keys.Settle(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("an exchange of keys that was broken off: %w", err), db.Close())
	}
	// What this program holds may be something else than what the last one did.
	if _, _, err := s.policies.Current(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("privacy policy: %w", err), db.Close())
	}
	return s, nil
}

// openStore opens what the practice is kept in.
func openStore(ctx context.Context, o options) (*store.DB, error) {
	if o.store != "" {
		return store.OpenPostgres(ctx, o.store)
	}
	return store.Open(ctx, filepath.Join(o.data, datafolder.Database))
}

// logHost names the key log. That of a drill says that it is one: clients then neither
// compare it with what they know of the practice's, nor keep anything of it.
func (o options) logHost() string {
	if o.drill {
		return "drill." + o.public.Host
	}
	return o.public.Host
}

// secrets are the server's own, each kind in a file of the data folder.
type secrets struct {
	account account.Keys
	push    push.Keys
	mail    mailer.Keys
	attest  attest.Key
	ballots *survey.Keys // these end with their surveys, and are not exchanged
}

func loadSecrets(folder string, random io.Reader) (s secrets, err error) {
	if s.account, err = account.LoadKeys(filepath.Join(folder, datafolder.ServerKey), random); err != nil {
		return s, err
	}
	if s.push, err = push.LoadKeys(filepath.Join(folder, datafolder.PushKey), random); err != nil {
		return s, err
	}
	if s.mail, err = mailer.LoadKeys(filepath.Join(folder, datafolder.MailKey)); err != nil {
		return s, err
	}
	if s.attest, err = attest.LoadKey(filepath.Join(folder, datafolder.AttestKey), random); err != nil {
		return s, err
	}
	s.ballots, err = survey.LoadKeys(filepath.Join(folder, datafolder.BallotKey), random)
	return s, err
}

func (s *server) wire(ctx context.Context, o options, keys secrets, logKey keylog.Key, log *slog.Logger, random io.Reader) (err error) {
	s.hub = relay.New()
	notes, err := account.NewNoter(s.db.Accounts(), s.clock.Now, random)
	if err != nil {
		return err
	}
	s.mail = mailer.New(mailer.Config{
		Store: s.db.Mails(), Notes: notes, Keys: keys.mail, SMTP: o.mail, Online: s.online, Clock: s.clock.Now, Random: random, Log: log,
		Stop: func(token string) string { return o.public.JoinPath(api.MailStopPath, token).String() },
	})
	s.push = push.New(push.Config{
		Store: s.db.Pushes(), Notes: notes, Keys: keys.push, Services: push.NewServices(o.pushServices...), Contact: o.public.String(), Clock: s.clock.Now, Random: random,
	})
	s.notices = notice.New(s.here, s.clock.Steady, random, s.push, s.mail)
	if err := s.connectNodes(o.relay, keys.account, log); err != nil {
		return err
	}
	s.practice = practice.New(s.db.Practice(), s.clock.Now, random)
	s.policies = policy.New(policy.Config{
		Store: s.db.Policies(), Settings: s.practice.Settings, Inventory: inventoryOf(o.keptIn()), Compose: pages.PolicyWords(inventoryOf(o.keptIn())), Clock: s.clock.Now,
	})
	s.streams = stream.New(s.db.Streams(), func(ctx context.Context, id stream.AccountID) (stream.Role, error) {
		role, err := s.accounts.Role(ctx, id)
		return stream.Role(role), err
	}, notifier{s.hub, s.notices}, s.clock.Now, keys.attest)
	s.rooms = room.New(s.db.Rooms(), s.streams, s.clock.Now, random)
	s.breaches = breach.New(s.db.Breaches(), s.notices, endings{s}, s.hub, s.clock.Now)
	s.ballots = survey.NewSharedKeys(s.db.BallotKeys(), sealing{s}, random)
	var ballots survey.BallotKeys = keys.ballots
	if o.store != "" { // there may be other nodes
		ballots = s.ballots
	}
	s.surveys = survey.New(s.db.Surveys(), ballots, proofs{s}, s.clock.Now)
	s.accounts, err = account.New(ctx, account.Config{
		Store: s.db.Accounts(), Keys: keys.account, Invitations: s.practice, Streams: s.streams, SignUps: s.breaches,
		Forget: []account.Forgetter{s.streams, s.surveys}, Events: s.hub, Clock: s.clock.Now, Random: random,
		Difficulty: account.DefaultDifficulty, RPID: o.public.Hostname(), Origins: []string{o.public.String()},
	})
	if err != nil {
		return err
	}
	s.keys = exchange.New(s.db.Exchanges(), s.accounts, s.clock.Now, exchanged(s.mail, s.push, s.streams, s.own, s.clock.Now, random)...)
	if o.store != "" { // there may be other nodes
		s.keys.Alone, s.keys.Exchanged = s.db.Alone, s.renewShared
	}
	if err := s.takeBallotKeys(ctx, o, keys.ballots); errors.Is(err, survey.ErrUnopened) {
		log.Error("ballot keys", "cause", err)
	} else if err != nil {
		return fmt.Errorf("ballot keys: %w", err)
	}
	s.blobs = blob.New(s.db.Blobs(), s.clock.Now)
	client, err := webapp.New(func(ctx context.Context) string {
		settings, err := s.practice.Settings(ctx)
		if err != nil || settings.Name == "" {
			return "Alcove"
		}
		return settings.Name
	})
	if err != nil {
		return err
	}
	addresses := api.NewAddresses(s.clock.Steady, random)
	streams := api.NewStreamHandler(s.streams, log)
	s.events = api.NewEventsHandler(api.Events{
		Hub: s.hub, Accounts: s.accounts, Streams: streams, Addresses: addresses,
		Asked: s.breaches.Rekeying, Count: s.requests.called, Now: s.clock.Now, Log: log,
	})
	options := api.Options(api.NewSessionInterceptor(s.accounts, addresses, log))
	mux := http.NewServeMux()
	mux.Handle(rpc.NewAuthServiceHandler(api.NewAuthHandler(s.accounts, log), options))
	mux.Handle(rpc.NewAccountServiceHandler(api.NewAccountHandler(s.accounts, log), options))
	mux.Handle(rpc.NewAccessServiceHandler(api.NewAccessHandler(s.accounts, log), options))
	keyLog := keylog.NewLog(logKey, s.entering.state)
	s.facts.keyLog, s.facts.noted = keyLog, s.db.LastBackup
	for _, w := range o.witnesses {
		s.facts.witnesses = append(s.facts.witnesses, w.Key)
	}
	s.cosigner = &auditor.Cosigner{
		Log: keyLog, Witnesses: o.witnesses, Clock: s.clock.Now, Say: log,
		Client: &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS13, RootCAs: o.witnessCAs}}},
	}
	mux.Handle(rpc.NewKeyLogServiceHandler(api.NewKeylogHandler(keyLog, s.facts.witnesses, s.db.Keylog().Listed, log), options))
	mux.Handle(rpc.NewStreamServiceHandler(streams, options))
	mux.Handle(rpc.NewRoomServiceHandler(api.NewRoomHandler(s.rooms, s.streams, log), options))
	mux.Handle(rpc.NewBlobServiceHandler(api.NewBlobHandler(s.blobs, log), options))
	mux.Handle(rpc.NewLinkServiceHandler(api.NewLinkHandler(s.accounts, s.links, log), options))
	mux.Handle(rpc.NewPushServiceHandler(api.NewPushHandler(s.push, log), options))
	mux.Handle(rpc.NewPracticeServiceHandler(api.NewPracticeHandler(s.practice, log), options))
	mux.Handle(rpc.NewPolicyServiceHandler(api.NewPolicyHandler(s.policies, log), options))
	mux.Handle(rpc.NewBreachServiceHandler(api.NewBreachHandler(s.breaches, log), options))
	mux.Handle(rpc.NewSurveyServiceHandler(api.NewSurveyHandler(s.surveys, log), options))
	mux.Handle(rpc.NewServerKeyServiceHandler(api.NewServerKeyHandler(s.keys, log), options))
	mux.Handle(rpc.NewMailServiceHandler(api.NewMailHandler(s.mail, log), options))
	mux.Handle(api.MailStopPath+"{token}", api.NewMailStopHandler(s.mail, addresses, log))
	mux.Handle(api.KeylogPath+"/", api.NewKeylogFiles(keyLog, log))
	mux.Handle("GET /events", s.events)
	mux.Handle("/app", client)
	mux.Handle("/app/", client)
	mux.Handle("/app.webmanifest", client)
	mux.Handle("/service_worker.js", client)
	mux.Handle("/release.txt", client)
	mux.Handle("/assets/app/", client)
	public := pages.New(pages.Site{
		Practice: s.practice, Inventory: inventoryOf(s.facts.store), Policies: s.policies, Surveys: s.surveys, Facts: s.facts.now, Host: o.public.Host, Clock: s.clock.Now, Log: log,
	})
	mux.Handle("/", public)
	mux.Handle(api.KeylogPath, public) // what lies below it is not a page
	// Asked for its own headers it is not counted as asked by somebody.
	s.facts.handler = webapp.SecureHeaders(mux)
	served := s.requests.count(mux)
	if o.drill {
		served = webapp.Marked(served)
	}
	s.handler = webapp.SecureHeaders(api.BoundBodies(served, maxBody, addresses))
	return nil
}

// takeBallotKeys has the keys of ballots where this server looks for them: in the database
// of several nodes, and in a file of one that is alone. They are in the other place after
// alcove migrate, and after a backup of PostgreSQL was restored into SQLite.
func (s *server) takeBallotKeys(ctx context.Context, o options, file *survey.Keys) error {
	if o.store != "" {
		return s.ballots.Renew(ctx, file)
	}
	return s.ballots.HandOver(ctx, file)
}

// sweep deletes what expired, now and then, until ctx ends.
func (s *server) sweep(ctx context.Context, log *slog.Logger) {
	ticker := time.NewTicker(sweepEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			s.sweepOnce(ctx, log)
		}
	}
}

// sweepOnce keeps the time first: what is destroyed by it must not be a time that
// the next start does not know of. It goes on after a failure, with what does not
// depend on it; only a run without one is told to those who ask (facts.go).
func (s *server) sweepOnce(ctx context.Context, log *slog.Logger) {
	whole := true
	if err := s.clock.Save(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("keeping the time failed", "cause", err)
	}
	if err := s.accounts.Sweep(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("sweep failed", "cause", err)
	}
	if err := s.mail.Sweep(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("forgetting addresses failed", "cause", err)
	}
	if err := s.blobs.Sweep(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("collecting files failed", "cause", err)
	}
	if err := s.streams.Sweep(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("forgetting failed", "cause", err)
	}
	if err := s.rooms.Sweep(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("clearing doors failed", "cause", err)
	}
	if err := s.breaches.Sweep(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("forgetting notices failed", "cause", err)
	}
	if err := s.surveys.Sweep(ctx); err != nil && ctx.Err() == nil {
		whole = false
		log.Error("releasing surveys failed", "cause", err)
	}
	if err := s.db.ClearSlack(ctx); err != nil && ctx.Err() == nil { // last: of what was destroyed just now, too
		whole = false
		log.Error("overwriting what was left of deleted data failed", "cause", err)
	}
	s.links.Here.Sweep()
	if whole && ctx.Err() == nil {
		now := s.clock.Now()
		s.facts.swept.Store(&now)
	}
}
