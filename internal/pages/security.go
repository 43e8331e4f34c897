package pages

import (
	_ "embed"
	"maps"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"alcove/internal/disclosure"
)

// What the server says of its own security is told twice from the same facts
// (disclosure.Facts): to visitors at /security, and to programs at /security.json,
// whose schema is published beside it.

//go:embed security.schema.json
var securitySchemaText []byte

// securityFacts is all that is told to one visitor.
type securityFacts struct {
	Schema     int        `json:"schema"`
	Language   string     `json:"language"`
	Connection Connection `json:"connection"`
	disclosure.Facts
	Adversaries  []adversary `json:"adversaries"`
	NotProtected []limit     `json:"not_protected"`
	Sweep        sweepTable  `json:"sweep"`
}

// adversary is who might want to know something, in the words of one language.
type adversary struct {
	ID         string `json:"id"`
	Who        string `json:"who"`
	CanSee     string `json:"can_see"`
	MustNotGet string `json:"must_not_get"`
	By         string `json:"prevented_by"`
}

// limit is what nothing here protects.
type limit struct {
	Title string `json:"title"`
	Text  string `json:"text"`
}

var (
	adversaries = []string{"network", "thief", "operator", "malicious", "token", "guesser", "nearby", "clients"}
	// What PostgreSQL writes down by itself, and several servers tell a listener, stands
	// in a sentence of its own behind what holds everywhere.
	postgresExceptions = map[string][]string{
		"adversary.thief.sees":  {"adversary.thief.sees.postgres"},
		"adversary.thief.not":   {"adversary.thief.not.postgres"},
		"adversary.operator.by": {"adversary.operator.by.postgres"},
	}
	nodesExceptions = map[string][]string{"adversary.network.sees": {"adversary.network.sees.nodes"}}
	parts           = []string{"mls", "login", "vault", "second", "sealed", "files", "padding", "session", "told", "offline", "safety", "word"}
)

// Parts names the building blocks that the page explains.
func (v view) Parts() []string { return parts }

// askFacts gathers what a visitor is told. Whose connection ends elsewhere is shown
// another certificate than ours, of which nothing is known here.
func (s *site) askFacts(r *http.Request, lang string) (f securityFacts, err error) {
	f = securityFacts{Schema: 1, Language: lang, Connection: connectionOf(r), Sweep: swept}
	if f.Facts, err = s.Facts(r.Context()); err != nil {
		return f, err
	}
	if !f.Connection.EndsHere {
		f.Certificate = nil
	}
	for _, id := range adversaries {
		a := adversary{ID: id}
		for key, text := range map[string]*string{"who": &a.Who, "sees": &a.CanSee, "not": &a.MustNotGet, "by": &a.By} {
			if *text, err = translate(lang, "adversary."+id+"."+key, "tls", strings.Join(f.TLS.Versions, ", "), "suite", f.Suite(), "rooms", f.RoomSuite()); err != nil {
				return f, err
			}
			for _, more := range f.exceptions("adversary." + id + "." + key) {
				said, err := translate(lang, more)
				if err != nil {
					return f, err
				}
				*text += ". " + said
			}
		}
		f.Adversaries = append(f.Adversaries, a)
	}
	for _, l := range sections[lang]["unprotected"] {
		text, err := translate(lang, strings.Replace(l.ID, "-", ".", 1)+".text")
		if err != nil {
			return f, err
		}
		f.NotProtected = append(f.NotProtected, limit{l.Title, text})
	}
	return f, nil
}

// exceptions gives what has to follow the text of an adversary on this server.
func (f securityFacts) exceptions(text string) (all []string) {
	if f.Store == disclosure.Postgres {
		all = append(all, postgresExceptions[text]...)
	}
	if f.Nodes {
		all = append(all, nodesExceptions[text]...)
	}
	return all
}

// BackedUpByOthers reports whether the server does not know of its backups.
func (f securityFacts) BackedUpByOthers() bool { return f.Backup.MadeBy == disclosure.Others }

// factsPage serves a page that is made of what the server says of its security.
func (s *site) factsPage(name string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		settings, err := s.Practice.Settings(r.Context())
		if err != nil {
			s.failed(w, r, err)
			return
		}
		lang, _ := choose(r, settings)
		f, err := s.askFacts(r, lang)
		if err != nil {
			s.failed(w, r, err)
			return
		}
		s.render(w, r, http.StatusOK, name, settings, securityPage{f, r.Host})
	}
}

func (s *site) securityJSON(w http.ResponseWriter, r *http.Request) {
	f, err := s.askFacts(r, asked(r))
	if err != nil {
		s.failed(w, r, err)
		return
	}
	writeJSON(w, f)
}

func securitySchema(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/schema+json")
	w.Header().Set("Cache-Control", "no-cache")
	_, _ = w.Write(securitySchemaText)
}

// Suite names what conversations are encrypted with as people write it.
func (f securityFacts) Suite() string { return written(f.Encryption.Conversations) }

// RoomSuite does for rooms.
func (f securityFacts) RoomSuite() string { return written(f.Encryption.Rooms) }

func written(suite string) string {
	_, primitives, _ := strings.Cut(strings.TrimPrefix(suite, "MLS_"), "_") // MLS_256_XWING_AES256GCM_…
	return suiteNames.Replace(primitives)
}

var suiteNames = strings.NewReplacer(
	"_", ", ", "XWING", "X-Wing", "DHKEMX25519", "X25519", "AES128GCM", "AES-128-GCM", "AES256GCM", "AES-256-GCM", "SHA256", "SHA-256", "SHA512", "SHA-512",
)

// securityPage is what /security shows: the facts, and the host the visitor named,
// for the commands by which they can be checked.
type securityPage struct {
	securityFacts
	visited string
}

var plainHost = regexp.MustCompile(`^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?$`)

// Host is where the visitor came to, if it is something to put into a command.
func (p securityPage) Host() string {
	if plainHost.MatchString(p.visited) {
		return p.visited
	}
	return "talk.example.org"
}

// Endpoint is the host with its port, as openssl wants it.
func (p securityPage) Endpoint() string {
	if _, _, err := net.SplitHostPort(p.Host()); err == nil {
		return p.Host()
	}
	return p.Host() + ":443"
}

// Name is the host without a port.
func (p securityPage) Name() string { return hostname(p.Host()) }

// SelfSigned reports whether nobody but the server vouches for its certificate.
func (p securityPage) SelfSigned() bool {
	return p.Certificate != nil && p.Certificate.Issuer == disclosure.SelfSigned
}

// Fingerprint is the certificate's hash as browsers and openssl write it.
func (p securityPage) Fingerprint() string {
	var pairs []string
	for pair := range slices.Chunk([]byte(strings.ToUpper(p.Certificate.SHA256)), 2) {
		pairs = append(pairs, string(pair))
	}
	return strings.Join(pairs, ":")
}

// headerSet is what headers are sent with, and the text that says so.
type headerSet struct{ ID, Title string }

// HeaderSets are in the order in which they are told.
func (p securityPage) HeaderSets() []headerSet {
	return []headerSet{{"pages", "facts.headers.pages"}, {"app", "facts.headers.app"}, {"login_worker", "facts.headers.worker"}}
}

// HeaderNames sorts the names of a set of headers.
func (p securityPage) HeaderNames(set string) []string {
	return slices.Sorted(maps.Keys(p.Headers[set]))
}

// contact is a URI by which a weakness can be reported.
type contact struct {
	URI   string
	Shown string
}

// Contacts are the addresses as one reads them.
func (p securityPage) Contacts() (all []contact) {
	for _, uri := range p.Report.Contact {
		shown := strings.TrimPrefix(strings.TrimPrefix(uri, "mailto:"), "tel:")
		all = append(all, contact{uri, shown})
	}
	return all
}

// IsTel reports whether it is to be dialled: html/template lets other addresses pass by itself.
func (c contact) IsTel() bool { return strings.HasPrefix(c.URI, "tel:") }
