package main

import (
	"context"
	"crypto/sha256"
	"crypto/tls"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"alcove/internal/backup"
	"alcove/internal/certs"
	"alcove/internal/disclosure"
	"alcove/internal/keylog"
	"alcove/internal/webapp"
)

// facts asks the running server about its own security, for /security. What cannot
// change while it runs is asked once, when somebody first wants to know.
type facts struct {
	data    string
	store   disclosure.Store
	nodes   bool
	host    string // by which a certificate is asked for
	contact []string
	tls     *tls.Config // set before anybody can ask
	client  webapp.Built
	handler http.Handler // that answers everything
	swept   atomic.Pointer[time.Time]

	noted  func(context.Context) (day string, err error) // of the last backup of PostgreSQL
	keyLog *keylog.Log
	// witnesses are the keys of those that are asked to cosign it.
	witnesses []string

	asking  sync.Mutex
	lasting *disclosure.Facts // nil until somebody asked
}

func newFacts(o options, client webapp.Built) *facts {
	return &facts{data: o.data, store: o.keptIn(), nodes: o.relay.url != "", host: o.public.Hostname(), contact: o.securityContact, client: client}
}

// now gathers the facts as they are at this moment.
func (f *facts) now(ctx context.Context) (disclosure.Facts, error) {
	all, err := f.askOnce()
	if err != nil {
		return all, err
	}
	if all.Certificate, err = f.certificate(ctx); err != nil {
		return all, fmt.Errorf("the certificate in use: %w", err)
	}
	if all.KeyLog, err = f.log(); err != nil {
		return all, fmt.Errorf("the key log: %w", err)
	}
	if all.Backup, err = f.backup(ctx); err != nil {
		return all, fmt.Errorf("the last backup: %w", err)
	}
	if swept := f.swept.Load(); swept != nil {
		all.Retention.LastRun = disclosure.Day(swept.UTC().Format(time.DateOnly))
	}
	return all, nil
}

// askOnce asks again only after a failure.
func (f *facts) askOnce() (all disclosure.Facts, err error) {
	f.asking.Lock()
	defer f.asking.Unlock()
	if f.lasting != nil {
		return *f.lasting, nil
	}
	// Whoever asked first may have gone: the others want to know all the same.
	offer, err := certs.Ask(context.Background(), f.tls, f.host)
	if err != nil {
		return all, err
	}
	for _, v := range offer.Versions {
		all.TLS.Versions = append(all.TLS.Versions, tls.VersionName(v))
	}
	for _, suite := range offer.CipherSuites {
		all.TLS.CipherSuites = append(all.TLS.CipherSuites, tls.CipherSuiteName(suite))
	}
	for _, exchange := range offer.KeyExchanges {
		all.TLS.KeyExchanges = append(all.TLS.KeyExchanges, disclosure.KeyExchangeName(exchange))
	}
	all.Store, all.Nodes = f.store, f.nodes
	all.Encryption = disclosure.Encryption{Conversations: f.client.ConversationSuite, Rooms: f.client.RoomSuite}
	all.Headers = map[string]map[string]string{"pages": f.headers("/privacy"), "app": f.headers("/app"), "login_worker": f.headers(f.client.LoginWorker)}
	all.Retention.EveryMinutes = int(sweepEvery / time.Minute)
	all.Report.Contact = append([]string{}, f.contact...) // an empty list in JSON, not null
	all.Build, err = thisBuild()
	all.Build.WebManifest = f.client.Release.SHA256()
	if err == nil {
		f.lasting = &all
	}
	return all, err
}

// backup is what the database itself knows where PostgreSQL holds the data: a day in the
// data folder is then that of the database which was there before, and another node may
// make the backups.
func (f *facts) backup(ctx context.Context) (b disclosure.Backup, err error) {
	var last string
	b.MadeBy = disclosure.Alcove
	if f.store != disclosure.Postgres {
		last, err = backup.Last(f.data)
	} else if last, err = f.noted(ctx); last == "" {
		b.MadeBy = disclosure.Others
	}
	b.Last = disclosure.Day(last)
	return b, err
}

func (f *facts) log() (disclosure.KeyLog, error) {
	head, err := f.keyLog.Head()
	if err != nil {
		return disclosure.KeyLog{}, err
	}
	tree, err := head.Tree()
	return disclosure.KeyLog{
		Key: f.keyLog.Key(), Size: tree.N, Root: hex.EncodeToString(tree.Hash[:]), Checkpoint: string(head.Checkpoint),
		Witnesses: append([]string{}, f.witnesses...), // an empty list in JSON, not null
	}, err
}

func (f *facts) certificate(ctx context.Context) (*disclosure.Certificate, error) {
	leaf, err := certs.InUse(ctx, f.tls, f.host)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(leaf.Raw)
	c := &disclosure.Certificate{
		Issuer: disclosure.SelfSigned, ValidUntil: disclosure.Day(leaf.NotAfter.UTC().Format(time.DateOnly)), SHA256: hex.EncodeToString(sum[:]),
	}
	if leaf.CheckSignature(leaf.SignatureAlgorithm, leaf.RawTBSCertificate, leaf.Signature) != nil {
		c.Issuer, c.IssuedBy = disclosure.Authority, strings.Join(leaf.Issuer.Organization, ", ")
		if c.IssuedBy == "" {
			c.IssuedBy = leaf.Issuer.CommonName
		}
	}
	return c, nil
}

// headers gives the headers that the server really sends with an answer.
func (f *facts) headers(address string) map[string]string {
	r, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		return nil
	}
	w := headersOnly{}
	f.handler.ServeHTTP(w, r)
	return webapp.Protecting(http.Header(w))
}

// headersOnly takes an answer whose body nobody wants.
type headersOnly http.Header

func (h headersOnly) Header() http.Header         { return http.Header(h) }
func (h headersOnly) Write(b []byte) (int, error) { return len(b), nil }
func (h headersOnly) WriteHeader(int)             {}

// thisBuild says what the Go tools wrote into the program, and the hash of the file
// that runs, which may not lie at its path any more.
func thisBuild() (b disclosure.Build, err error) {
	if info, ok := debug.ReadBuildInfo(); ok {
		b.Go = info.GoVersion
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Revision = disclosure.Text(s.Value)
			case "vcs.modified":
				b.Modified = s.Value == "true"
			case "vcs.time":
				if t, err := time.Parse(time.RFC3339, s.Value); err == nil {
					b.Date = disclosure.Day(t.UTC().Format(time.DateOnly))
				}
			}
		}
	}
	program, err := openProgram()
	if err != nil {
		return b, fmt.Errorf("the program's own file: %w", err)
	}
	defer func() { _ = program.Close() }()
	hash := sha256.New()
	_, err = io.Copy(hash, program)
	b.Binary = hex.EncodeToString(hash.Sum(nil))
	return b, err
}

func openProgram() (*os.File, error) {
	if f, err := os.Open("/proc/self/exe"); err == nil {
		return f, nil
	}
	path, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return os.Open(path)
}
