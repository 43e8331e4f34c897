package pages

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"alcove/internal/disclosure"
	"alcove/internal/fault"
	"alcove/internal/policy"
	"alcove/internal/practice"
)

// Policies are the versions of the privacy policy. *policy.Service is one.
type Policies interface {
	Current(ctx context.Context) (policy.Version, []policy.Head, error)
	// Version fails with policy.ErrNone for one that there is not.
	Version(ctx context.Context, number uint32) (policy.Version, error)
	Steps(ctx context.Context, heads []policy.Head, lang string) ([]policy.Step, error)
}

// PolicyWords puts the privacy policy into words, in all languages: what a version
// of it is made of (policy.Config).
func PolicyWords(inventory disclosure.Inventory) func(practice.Settings, policy.Facts) (policy.Words, error) {
	return func(settings practice.Settings, facts policy.Facts) (policy.Words, error) {
		words := policy.Words{}
		for _, lang := range Languages {
			w := wording{view: view{Lang: lang, Practice: settings}, facts: facts}
			words[lang] = w.sections(inventory)
			if w.err != nil {
				return nil, w.err
			}
		}
		return words, nil
	}
}

// wording writes a policy in one language. The first text that is missing is its error.
type wording struct {
	view
	facts policy.Facts
	err   error
}

func (w *wording) text(key string, pairs ...string) string {
	text, err := w.T(key, pairs...)
	if w.err == nil {
		w.err = err
	}
	return text
}

func (w *wording) sections(inventory disclosure.Inventory) (all []policy.Section) {
	add := func(id string, paragraphs ...string) {
		paragraphs = slices.DeleteFunc(paragraphs, func(p string) bool { return p == "" })
		all = append(all, policy.Section{ID: id, Title: w.text("policy." + id + ".title"), Text: strings.Join(paragraphs, "\n\n")})
	}
	keep, bounds := w.keeping()
	add("summary", w.text("policy.summary.text", "keep", keep, "share", w.sharing()))
	add("responsible", w.text("policy.responsible.text", "controller", w.controller()), w.contact())
	add("reading", w.text("policy.reading.text"))
	add("held", w.text("policy.held.text"))
	entries, err := tell(inventory, w.Lang)
	if w.err == nil {
		w.err = err
	}
	for _, e := range entries {
		line := func(key, text string) string { return w.text(key) + ": " + text }
		all = append(all, policy.Section{ID: "held." + e.ID, Title: e.Title, Text: strings.Join([]string{
			e.Holds, line("inventory.why", e.Purpose+" "+e.Basis.Text), line("inventory.readers", e.Readers.Text), line("inventory.kept", e.Kept),
		}, "\n\n")})
	}
	all = append(all, policy.Section{ID: "beside", Title: w.text("inventory.beside"), Text: w.text("inventory.beside.text")})
	add("practitioner", w.text("policy.practitioner.text"))
	add("why", w.text("policy.why.text"))
	kept := []string{keep, bounds, w.text("policy.kept.text")}
	if len(inventory.Kind(disclosure.Database)) > 0 {
		kept = append(kept, w.text("policy.kept.postgres"))
	}
	add("kept", kept...)
	add("shared", w.processors(), w.text("policy.shared.text"))
	add("rights", w.text("policy.rights.text"), w.given("policy.authority", "authority", w.facts.Authority))
	if w.facts.GDPR {
		add("gdpr", w.text("policy.gdpr.text"))
	}
	if w.facts.HIPAA {
		add("hipaa", w.text("policy.hipaa.text"))
	}
	add("changes", w.text("policy.changes.text"))
	return all
}

// given is a text about something, empty where there is nothing.
func (w *wording) given(key, name, value string) string {
	if value == "" {
		return ""
	}
	return w.text(key, name, value)
}

func (w *wording) controller() string {
	if w.facts.Controller != "" {
		return w.facts.Controller
	}
	name, err := w.Name()
	if w.err == nil {
		w.err = err
	}
	return name
}

// contact lists how who is responsible is reached.
func (w *wording) contact() string {
	var lines []string
	line := func(key, value string) {
		if value != "" {
			lines = append(lines, "- "+w.text(key)+": "+value)
		}
	}
	// A list has a line an entry.
	line("contact.address", strings.Join(strings.Fields(strings.ReplaceAll(w.Practice.ContactAddress, "\n", ", ")), " "))
	line("contact.email", w.Practice.ContactEmail)
	line("contact.phone", w.Practice.ContactPhone)
	if w.Practice.Jurisdiction != "" {
		line("contact.country", w.CountryName(w.Practice.Jurisdiction))
	}
	if officer := w.given("policy.officer", "officer", w.facts.Officer); officer != "" {
		lines = append(lines, "- "+officer)
	}
	return strings.Join(lines, "\n")
}

// keeping says how long conversations are kept, and what the practice allows.
func (w *wording) keeping() (standard, bounds string) {
	days := func(n uint32) string { return strconv.FormatUint(uint64(n), 10) }
	r := w.Practice.Retention
	standard = w.text("policy.keep.endless")
	if r.Standard > 0 {
		standard = w.text("policy.keep.days", "days", days(r.Standard))
	}
	shortest := days(max(1, r.Shortest))
	if r.Longest > 0 {
		return standard, w.text("policy.bounds.both", "shortest", shortest, "longest", days(r.Longest))
	}
	return standard, w.text("policy.bounds.shortest", "shortest", shortest)
}

func (w *wording) sharing() string {
	var names []string
	for _, p := range w.facts.Processors {
		names = append(names, p.Name)
	}
	if names == nil {
		return w.text("policy.share.none")
	}
	return w.text("policy.share.some", "names", strings.Join(names, w.Comma()))
}

func (w *wording) processors() string {
	var lines []string
	for _, p := range w.facts.Processors {
		lines = append(lines, "- "+w.text("policy.processor", "name", p.Name, "purpose", p.Purpose, "place", p.Place))
	}
	if lines == nil {
		return w.text("policy.shared.none")
	}
	return w.text("policy.processors", "list", strings.Join(lines, "\n"))
}

// policyPage is what /privacy and /privacy/N show.
type policyPage struct {
	policy.Version
	Newest uint32
	Heads  []policy.Head
}

// Sections are those of the page's language. Parts of "held" stand below it.
func (p policyPage) Sections(lang string) (all []policyPart) {
	for _, s := range p.Words[lang] {
		part := policyPart{Section: s, Blocks: blocks(s.Text)}
		part.ID = strings.ReplaceAll(s.ID, ".", "-")
		if strings.HasPrefix(s.ID, "held.") && len(all) > 0 {
			last := &all[len(all)-1]
			last.Parts = append(last.Parts, part)
			continue
		}
		all = append(all, part)
	}
	return all
}

type policyPart struct {
	policy.Section
	Blocks []block
	Parts  []policyPart
}

// policyChanges is what /privacy/changes shows.
type policyChanges struct {
	From, To uint32
	Heads    []policy.Head // those after From up to To, the newest first
	Changes  []policy.Change
}

// PolicyNote is a version's own sentence, or what stands for it.
func (v view) PolicyNote(h policy.Head) (string, error) {
	if h.Note != "" {
		return h.Note, nil
	}
	return v.T("policy.cause." + string(h.Cause))
}

func (s *site) privacy(w http.ResponseWriter, r *http.Request) {
	newest, heads, err := s.Policies.Current(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	page := policyPage{newest, newest.Number, heads}
	if number := r.PathValue("number"); number != "" {
		if page.Version, err = s.policyVersion(r.Context(), number); err != nil {
			s.failed(w, r, err)
			return
		}
	}
	s.page(w, r, "privacy", page)
}

func (s *site) policyVersion(ctx context.Context, number string) (policy.Version, error) {
	n, err := strconv.ParseUint(number, 10, 32)
	if err != nil || strconv.FormatUint(n, 10) != number {
		return policy.Version{}, policy.ErrNone
	}
	return s.Policies.Version(ctx, uint32(n))
}

// privacyChanges shows what is different between two versions: those that are
// asked for, or the newest and the one before it.
func (s *site) privacyChanges(w http.ResponseWriter, r *http.Request) {
	newest, heads, err := s.Policies.Current(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	if newest.Number == 0 {
		s.notFound(w, r)
		return
	}
	numbers := []string{strconv.Itoa(max(1, int(newest.Number)-1)), strconv.Itoa(int(newest.Number))}
	for i, key := range []string{"from", "to"} {
		if asked := r.URL.Query().Get(key); asked != "" {
			numbers[i] = asked
		}
	}
	var both [2]policy.Version
	for i, number := range numbers {
		if both[i], err = s.policyVersion(r.Context(), number); err != nil {
			s.failed(w, r, err)
			return
		}
	}
	settings, err := s.Practice.Settings(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	lang, _ := choose(r, settings)
	from, to := both[0], both[1]
	s.render(w, r, http.StatusOK, "changes", settings, policyChanges{
		From: from.Number, To: to.Number, Changes: policy.Changes(from.Words[lang], to.Words[lang]),
		Heads: slices.DeleteFunc(slices.Clone(heads), func(h policy.Head) bool { return h.Number <= from.Number || h.Number > to.Number }),
	})
}

// policyJSON is the schema of /privacy.json (docs/protocol.md). What is there keeps
// its name and meaning while Schema is the same; more may come.
type policyJSON struct {
	Schema   int              `json:"schema"`
	Language string           `json:"language"`
	Version  uint32           `json:"version"` // 0: none is published
	Day      string           `json:"day"`
	Facts    policy.Facts     `json:"facts"`
	Sections []policy.Section `json:"sections"`
	Versions []toldVersion    `json:"versions"` // the newest first
}

type toldVersion struct {
	Version uint32       `json:"version"`
	Day     string       `json:"day"`
	Cause   policy.Cause `json:"cause"`
	Matters bool         `json:"matters"`
	Note    string       `json:"note"`
	Changes []toldChange `json:"changes"`
}

type toldChange struct {
	ID    string      `json:"id"`
	Title string      `json:"title"`
	Kind  policy.Kind `json:"kind"`
	Gone  []string    `json:"gone"`
	Came  []string    `json:"came"`
}

// privacyJSON tells programs, the app among them, the policy and what changed. It is
// the same for everybody, so that asking tells nothing of who agreed to what.
func (s *site) privacyJSON(w http.ResponseWriter, r *http.Request) {
	lang := asked(r)
	newest, heads, err := s.Policies.Current(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	steps, err := s.Policies.Steps(r.Context(), heads, lang)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	out := policyJSON{Schema: 1, Language: lang, Version: newest.Number, Day: newest.Day, Facts: newest.Facts, Sections: newest.Words[lang], Versions: []toldVersion{}}
	v := view{Lang: lang}
	for _, step := range steps {
		note, err := v.PolicyNote(step.Head)
		if err != nil {
			s.failed(w, r, err)
			return
		}
		told := toldVersion{Version: step.Number, Day: step.Day, Cause: step.Cause, Matters: step.Matters, Note: note, Changes: []toldChange{}}
		for _, c := range step.Changes {
			change := toldChange{ID: c.ID, Title: c.Title, Kind: c.Kind, Gone: []string{}, Came: []string{}}
			for _, line := range c.Lines {
				if line.Gone {
					change.Gone = append(change.Gone, line.Text)
				} else {
					change.Came = append(change.Came, line.Text)
				}
			}
			told.Changes = append(told.Changes, change)
		}
		out.Versions = append(out.Versions, told)
	}
	writeJSON(w, out)
}

func missing(err error) bool {
	return errors.Is(err, practice.ErrNotFound) || errors.Is(err, policy.ErrNone) || fault.Of(err).Kind == fault.NotFound
}
