//go:build !race

package api_test

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"os"
	"slices"
	"sync"
	"testing"

	"connectrpc.com/connect"
	"filippo.io/age"
	"github.com/cloudflare/circl/blindsign/blindrsa"

	"alcove/internal/account"
	"alcove/internal/store/storetest"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// By chance alone a matching of any length has more than seven right once in a hundred
// thousand times (the number of fixed points of a random permutation is as good as
// Poisson distributed with mean 1: P(X > 7) = 0.00001).
const byChance = 7

// conduct is how clients behave.
type conduct struct {
	blinding io.Reader // of the salt and the blinding factor
	ownLine  bool      // the response travels by a connection of its own
	atOnce   bool      // it is sent when the ballot was taken, not later in another order
}

// Two hundred people answer a real server over TLS. A guesser who has all that the server
// could keep matches responses to accounts no better than chance; and the same guesser
// finds everybody when clients do one thing less than they have to.
func TestNobodyFindsWhoAnsweredWhat(t *testing.T) {
	storetest.OnlySQLite(t, "its guesser reads SQLite's files; what PostgreSQL's tell more is said in docs/threat-model.md")
	honest := conduct{blinding: rand.Reader, ownLine: true}
	ones := append(make([]byte, 383), 1)
	unblinded, fixed, shared, atOnce := honest, honest, honest, honest
	unblinded.blinding = &factor{bytes: ones}
	fixed.blinding = &factor{bytes: append(make([]byte, 1), randomBytes(t, 383)...)}
	shared.ownLine = false
	atOnce.atOnce = true

	people := 200
	if testing.Short() {
		people = 50
	}
	a := newAsked(t, people)
	for name, c := range map[string]struct {
		conduct
		people int
		by     string // what finds them; "" if nothing may
	}{
		"as they have to":                  {honest, people, ""},
		"without blinding":                 {unblinded, 20, "algebra"},
		"with one factor for all":          {fixed, 20, "algebra"},
		"by the connection of a session":   {shared, 20, "connection"},
		"at once when the ballot is taken": {atOnce, 20, "order"},
	} {
		t.Run(name, func(t *testing.T) {
			e, truth := a.watch(t, a.clients[:c.people], c.conduct)
			right := map[string]int{}
			for way, g := range e.guesses(t) {
				for key, who := range g {
					if truth[key] == who {
						right[way]++
					}
				}
			}
			t.Logf("of %d responses these were found: %v", len(truth), right)
			if len(truth) != c.people {
				t.Fatalf("%d responses", len(truth))
			}
			for way, n := range right {
				if c.by == "" && n > byChance {
					t.Errorf("%s finds %d", way, n)
				}
			}
			if c.by != "" && right[c.by] < c.people {
				t.Errorf("the guesser is too weak: by %s it finds %d", c.by, right[c.by])
			}
		})
	}
}

// factor gives salts at random and the same blinding factor each time.
type factor struct{ bytes []byte }

func (f *factor) Read(p []byte) (int, error) {
	if len(p) == len(f.bytes) {
		return copy(p, f.bytes), nil
	}
	return rand.Read(p)
}

// watch has people answer a survey of their own and gives what the server saw, and who
// really sent what.
func (a *asked) watch(t *testing.T, people []*person, c conduct) (evidence, guess) {
	t.Helper()
	s := a.freeze(a.boss, nil)
	e := &watching{sessions: map[string]account.ID{}}
	for _, p := range people {
		e.sessions[bearerOf(p)] = account.ID(p.session.GetAccountId())
	}
	inner := a.server.Config.Handler
	a.server.Config.Handler = e.watch(inner)
	defer func() { a.server.Config.Handler = inner }()

	order := mathrand.New(mathrand.NewPCG(1, uint64(len(people))))
	shuffled := func() []int { return order.Perm(len(people)) }
	lines, answers := make([]*http.Client, len(people)), make([]*alcovev1.AnswerRequest, len(people))
	truth := guess{}
	send := func(i int) {
		line := lines[i]
		if c.ownLine {
			line = a.line()
			defer line.CloseIdleConnections()
		}
		_, err := a.surveysBy(line).Answer(t.Context(), connect.NewRequest(answers[i]))
		must(t, err)
	}
	for _, i := range shuffled() {
		lines[i] = a.line()
		defer lines[i].CloseIdleConnections()
		session := a.surveysBy(lines[i], people[i].bearer())
		answers[i] = vote(t, session, s, c.blinding, a.recipient)
		truth[[32]byte(answers[i].GetBallot().GetPublicKey())] = account.ID(people[i].session.GetAccountId())
		if c.atOnce {
			send(i)
		}
	}
	about := shuffled()
	for n, i := range shuffled() {
		if !c.atOnce {
			send(i)
		}
		// Others are at work meanwhile.
		j := about[n]
		_, err := a.surveysBy(lines[j], people[j].bearer()).ListSurveys(t.Context(), connect.NewRequest(&alcovev1.ListSurveysRequest{}))
		must(t, err)
	}
	return evidence{ballotKey: s.GetBallotKey(), traffic: e.seen, files: a.files(t)}, truth
}

// vote takes a ballot and makes a response with it; all of the same size.
func vote(t *testing.T, session rpc.SurveyServiceClient, s *alcovev1.Survey, blinding io.Reader, to *age.HybridRecipient) *alcovev1.AnswerRequest {
	t.Helper()
	parsed, err := x509.ParsePKIXPublicKey(s.GetBallotKey())
	must(t, err)
	client, err := blindrsa.NewClient(blindrsa.SHA384PSSRandomized, parsed.(*rsa.PublicKey))
	must(t, err)
	public, key, err := ed25519.GenerateKey(rand.Reader)
	must(t, err)
	prepared, err := client.Prepare(rand.Reader, public)
	must(t, err)
	blinded, state, err := client.Blind(blinding, prepared)
	must(t, err)
	taken := get[alcovev1.TakeBallotResponse](t)(session.TakeBallot(t.Context(), connect.NewRequest(&alcovev1.TakeBallotRequest{SurveyId: s.GetSurveyId(), Blinded: blinded})))
	signature, err := client.Finalize(state, taken.GetBlindSignature())
	must(t, err)
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	must(t, err)
	_, err = w.Write(append([]byte{0x80}, make([]byte, 255)...))
	must(t, err)
	must(t, w.Close())
	hash := sha256.Sum256(sealed.Bytes())
	return &alcovev1.AnswerRequest{
		SurveyId: s.GetSurveyId(), Sealed: sealed.Bytes(),
		Ballot:    &alcovev1.Ballot{PublicKey: public, Randomizer: prepared[:32], Signature: signature},
		Signature: ed25519.Sign(key, slices.Concat([]byte("alcove/v1/survey/answer"), s.GetSurveyId(), hash[:])),
	}
}

// line is a browser's, with connections of its own.
func (a *asked) line() *http.Client {
	roots := x509.NewCertPool()
	roots.AddCert(a.server.Certificate())
	return &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS13}}}
}

// surveysBy calls SurveyService by a connection; nothing is compressed, as with the real server.
func (a *asked) surveysBy(line *http.Client, options ...connect.ClientOption) rpc.SurveyServiceClient {
	return rpc.NewSurveyServiceClient(line, a.server.URL, append(options, connect.WithAcceptCompression("gzip", nil, nil))...)
}

// files are the database and its log, as they lie on the disk now.
func (a *asked) files(t *testing.T) map[string][]byte {
	t.Helper()
	var path string
	must(t, a.db.Reader().QueryRowContext(t.Context(), `SELECT file FROM pragma_database_list WHERE name = 'main'`).Scan(&path))
	files := map[string][]byte{}
	for name, path := range map[string]string{"the database": path, "its log": path + "-wal"} {
		content, err := os.ReadFile(path)
		must(t, err)
		files[name] = content
	}
	return files
}

// watching keeps all traffic, as a server can.
type watching struct {
	sessions map[string]account.ID
	mu       sync.Mutex
	seen     []seenRequest
}

func (e *watching) watch(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			panic(err)
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		kept := &keeping{ResponseWriter: w}
		next.ServeHTTP(kept, r)
		s := seenRequest{connection: r.RemoteAddr, path: r.URL.Path, body: body, answer: kept.body.Bytes()}
		if who, known := e.sessions[r.Header.Get("Authorization")]; known {
			s.who = &who
		}
		e.mu.Lock()
		defer e.mu.Unlock()
		e.seen = append(e.seen, s)
	})
}

// keeping keeps what is answered.
type keeping struct {
	http.ResponseWriter
	body bytes.Buffer
}

func (k *keeping) Write(b []byte) (int, error) {
	k.body.Write(b)
	return k.ResponseWriter.Write(b)
}

func (k *keeping) Unwrap() http.ResponseWriter { return k.ResponseWriter }

func bearerOf(p *person) string {
	return "Bearer " + base64.RawURLEncoding.EncodeToString(p.session.GetToken())
}
