package pages

import (
	"bytes"
	"embed"
	"encoding/hex"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"alcove/internal/account"
	"alcove/internal/coding"
	"alcove/internal/practice"
)

//go:embed templates/*.html
var templateFiles embed.FS

// view is what every template gets.
type view struct {
	Page     string
	Lang     string // of the words on the page: a key of catalogues
	Explicit bool   // the language was asked for by ?lang=, so links keep it
	Practice practice.Settings
	Data     any
	// Connection is how the page is sent.
	Connection Connection
	path       string
	query      url.Values
}

// templates holds the layout, and the parts of each page by its name ("home.main"): one
// set for all of them, because a copy of the layout for each would stay in memory. The
// functions that need the view are its methods.
var templates = template.Must(template.ParseFS(templateFiles, "templates/*.html"))

// Part gives what a page itself says: its "title", "description" or "main".
func (v view) Part(name string) (template.HTML, error) {
	var part strings.Builder
	err := templates.ExecuteTemplate(&part, v.Page+"."+name, v)
	return template.HTML(part.String()), err // escaped by its own template
}

// render writes a page. It is made in memory first, so that a failure cannot
// leave half a page with status 200.
func (s *site) render(w http.ResponseWriter, r *http.Request, status int, name string, settings practice.Settings, data any) {
	lang, explicit := choose(r, settings)
	v := view{Page: name, Lang: lang, Explicit: explicit, Practice: settings, Data: data, Connection: connectionOf(r), path: r.URL.Path, query: r.URL.Query()}
	if status != http.StatusOK {
		v.path, v.query = "/", nil // nothing of a wrong address comes back in the page
	}
	var page bytes.Buffer
	if err := templates.ExecuteTemplate(&page, "layout", v); err != nil {
		s.Log.Error("template failed", "page", name, "cause", err)
		http.Error(w, "500", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", lang)
	h.Set("Cache-Control", "no-store") // a shared computer keeps no copy of what was read
	h.Set("Vary", "Accept-Language, Accept-Encoding")
	body := page.Bytes()
	// Compressing is safe because there is nothing here to be found out by the size
	// (BREACH): a page holds no secret, is the same for everybody, and nobody's
	// session is known to it. What carries secrets, the API, is never compressed.
	if coding.Accepts(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		body = coding.Gzip(body)
	}
	w.WriteHeader(status)
	_, _ = w.Write(body)
}

// choose picks the language: the address, then the browser, then the practice.
func choose(r *http.Request, settings practice.Settings) (lang string, explicit bool) {
	if l := r.URL.Query().Get("lang"); catalogues[l] != nil {
		return l, true
	}
	if header := r.Header.Get("Accept-Language"); len(header) < 1000 {
		if wanted, _, err := language.ParseAcceptLanguage(header); err == nil && len(wanted) > 0 {
			if _, i, confidence := matcher.Match(wanted...); confidence > language.No {
				return Languages[i], false
			}
		}
	}
	for _, l := range settings.Languages {
		if base, _, _ := strings.Cut(l, "-"); catalogues[base] != nil {
			return base, false
		}
	}
	return Languages[0], false
}

// T gives a text of the catalogue; pairs of name and value fill its {name}s.
func (v view) T(key string, pairs ...string) (string, error) { return translate(v.Lang, key, pairs...) }

// Sections gives the numbered sections of a long page.
func (v view) Sections(page string) ([]section, error) {
	connection, err := v.How()
	if err != nil {
		return nil, err
	}
	filled := slices.Clone(sections[v.Lang][page])
	for i, s := range filled {
		filled[i].Blocks = slices.Clone(s.Blocks)
		for j, b := range s.Blocks {
			filled[i].Blocks[j].Note = strings.ReplaceAll(b.Note, "{connection}", connection)
		}
	}
	return filled, nil
}

// Name is the practice's name, or what stands for it before set-up.
func (v view) Name() (string, error) {
	if v.Practice.Name != "" {
		return v.Practice.Name, nil
	}
	return v.T("practice.unnamed")
}

// Link gives the address of a page in the language that was asked for.
func (v view) Link(path string) string {
	if v.Explicit {
		return path + "?lang=" + v.Lang
	}
	return path
}

// LinkWith is a Link with a query.
func (v view) LinkWith(path string, pairs ...string) string {
	q := url.Values{}
	for i := 0; i+1 < len(pairs); i += 2 {
		q.Set(pairs[i], pairs[i+1])
	}
	if v.Explicit {
		q.Set("lang", v.Lang)
	}
	return path + "?" + q.Encode()
}

// Before is the number of the version before.
func (v view) Before(number uint32) uint32 { return number - 1 }

// InLanguage gives the address of this very page, filters included, in another language.
func (v view) InLanguage(lang string) string {
	q := url.Values{}
	for _, k := range []string{"language", "speciality", "accepting"} {
		if x := v.query.Get(k); x != "" && v.Page == "practitioners" {
			q.Set(k, x)
		}
	}
	for _, k := range []string{"from", "to"} {
		if x := v.query.Get(k); x != "" && v.Page == "changes" {
			q.Set(k, x)
		}
	}
	q.Set("lang", lang)
	return v.path + "?" + q.Encode()
}

// UILanguages lists the languages of the pages, those first that the practice speaks.
func (v view) UILanguages() []string {
	var spoken []string
	for _, tag := range v.Practice.Languages {
		if base, _, _ := strings.Cut(tag, "-"); catalogues[base] != nil && !slices.Contains(spoken, base) {
			spoken = append(spoken, base)
		}
	}
	for _, l := range Languages {
		if !slices.Contains(spoken, l) {
			spoken = append(spoken, l)
		}
	}
	return spoken
}

// OwnName gives a language's name in that language, as it begins a line.
func (v view) OwnName(lang string) string {
	tag := language.Make(lang)
	return cases.Title(tag, cases.NoLower).String(display.Self.Name(tag))
}

// Comma parts what is listed.
func (v view) Comma() string {
	if v.Lang == "ar" {
		return "، "
	}
	return ", "
}

// Direction is where the language of the words runs to.
func (v view) Direction() string {
	if v.Lang == "ar" {
		return "rtl"
	}
	return "ltr"
}

// LanguageName and CountryName give names in the language of the page.
func (v view) LanguageName(tag string) string {
	return display.Languages(language.Make(v.Lang)).Name(language.Make(tag))
}

// CountryName gives the name of an ISO 3166-1 country.
func (v view) CountryName(code string) string {
	return display.Regions(language.Make(v.Lang)).Name(language.MustParseRegion(code))
}

// Date writes a day, given as time.DateOnly, in words.
func (v view) Date(day string) (string, error) {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return "", err
	}
	months, err := v.T("months")
	if err != nil {
		return "", err
	}
	return v.T("date", "day", strconv.Itoa(t.Day()), "month", strings.Fields(months)[t.Month()-1], "year", strconv.Itoa(t.Year()))
}

// Tel gives the address that dials a number.
func (v view) Tel(number string) template.URL {
	return template.URL("tel:" + strings.Map(func(c rune) rune { // only what RFC 3966 dials is left
		if c >= '0' && c <= '9' || c == '+' {
			return c
		}
		return -1
	}, number))
}

// Text gives a validated sms: address that html/template would not let pass.
func (v view) Text(l practice.CrisisLine) template.URL { return template.URL(l.TextLink()) }

// Hex writes an account id as paths do.
func (v view) Hex(id account.ID) string { return hex.EncodeToString(id[:]) }

// Blocks parts a text of the catalogue.
func (v view) Blocks(text string) []block { return blocks(text) }

// Paragraphs splits what somebody wrote at its empty lines.
func (v view) Paragraphs(text string) []string { return strings.Split(text, "\n\n") }

// Initial stands in for a photograph.
func (v view) Initial(name string) string {
	for _, c := range name {
		return strings.ToUpper(string(c))
	}
	return ""
}

// Help lists how help is reached at once: by the practice's choice, or before
// set-up for every country that is known.
func (v view) Help() []practice.Crisis {
	if v.Practice.SetUp {
		return []practice.Crisis{onceEach(v.Practice.Crisis())}
	}
	var all []practice.Crisis
	for _, country := range practice.Countries() {
		all = append(all, onceEach(practice.Defaults(country)))
	}
	slices.SortFunc(all, func(a, b practice.Crisis) int {
		return strings.Compare(v.CountryName(a.Country), v.CountryName(b.Country))
	})
	return all
}

// onceEach leaves a website that neighbouring lines share at the last of them.
func onceEach(c practice.Crisis) practice.Crisis {
	c.Lines = slices.Clone(c.Lines)
	for i := range len(c.Lines) - 1 {
		if c.Lines[i].Number != "" && c.Lines[i].WebLink() != "" && c.Lines[i].URL == c.Lines[i+1].URL {
			c.Lines[i].URL = ""
		}
	}
	return c
}

// Asset gives the address of a stylesheet or picture; it changes with the content.
func (v view) Asset(name string) string { return "/assets/pages/" + name + "?v=" + assetVersion }

// directoryData is what the directory shows.
type directoryData struct {
	Filter       practice.Filter
	Found        []practice.Profile
	Languages    []string // base languages that somebody speaks
	Specialities []string // that somebody named
	Any          bool     // whether there is anybody at all, whatever the filter
}

// Filtered reports whether the list was narrowed.
func (d directoryData) Filtered() bool { return d.Filter != practice.Filter{} }

func spoken(all []practice.Profile) []string {
	var out []string
	for _, p := range all {
		for _, l := range p.Languages {
			if base, _, _ := strings.Cut(l, "-"); !slices.Contains(out, base) {
				out = append(out, base)
			}
		}
	}
	slices.Sort(out)
	return out
}

func named(all []practice.Profile) []string {
	return slices.DeleteFunc(slices.Clone(practice.Specialities), func(key string) bool {
		return !slices.ContainsFunc(all, func(p practice.Profile) bool { return slices.Contains(p.Specialities, key) })
	})
}
