package survey

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"filippo.io/age"
)

// Limits of a definition; the client core holds the same (web/core/survey/definition.ts).
const (
	maxQuestions              = 60
	minOptions, maxOptions    = 2, 20
	maxRows                   = 12
	maxScores                 = 10
	maxText, maxOwner         = 1_000, 200 // characters
	minSmallest, maxSmallest  = 5, 1_000
	maxDays                   = 366
	leastOfScale, mostOfScale = 1, 10 // up to which it may go
)

// languages are those that the app speaks.
var languages = []string{"ar", "de", "en", "es", "fr"}

// text is the same words in several languages.
type text map[string]string

type definition struct {
	V             int        `json:"v"`
	Languages     []string   `json:"languages"`
	Title         text       `json:"title"`
	Introduction  text       `json:"introduction"`
	Owner         string     `json:"owner"`
	Audience      whom       `json:"audience"`
	Opens         string     `json:"opens"`
	Closes        string     `json:"closes"`
	Smallest      int        `json:"smallest"`
	Release       string     `json:"release"`
	PublicResults bool       `json:"publicResults"`
	Recipient     string     `json:"recipient"`
	Series        string     `json:"series"`
	Questions     []question `json:"questions"`
	Scores        []score    `json:"scores"`
}

type whom struct {
	Who string  `json:"who"`
	Of  *string `json:"of"`
}

type question struct {
	ID       string     `json:"id"`
	Kind     string     `json:"kind"`
	Text     text       `json:"text"`
	Hint     text       `json:"hint"`
	Required bool       `json:"required"`
	When     *condition `json:"when"`
	Options  []text     `json:"options"`
	From     *int       `json:"from"`
	To       *int       `json:"to"`
	Low      text       `json:"low"`
	High     text       `json:"high"`
	Rows     []text     `json:"rows"`
	Columns  []text     `json:"columns"`
}

type condition struct {
	Question string `json:"question"`
	AnyOf    []int  `json:"anyOf"`
}

type score struct {
	Kind      string   `json:"kind"`
	Name      text     `json:"name"`
	Questions []string `json:"questions"`
}

// Parse reads a definition (docs/surveys.md, "The definition"; JSON, at most
// MaxDefinition) and says what of it the server goes by. Whatever is not of the format,
// a field more, another spelling of its name, null, is survey_definition_invalid.
func Parse(source []byte) (Frozen, error) {
	if len(source) > MaxDefinition || !utf8.Valid(source) || exact(source) != nil {
		return Frozen{}, errDefinition
	}
	var d definition
	in := json.NewDecoder(bytes.NewReader(source))
	in.DisallowUnknownFields()
	if in.Decode(&d) != nil || !d.isWhole() || !d.asks() {
		return Frozen{}, errDefinition
	}
	f := Frozen{Definition: source, Smallest: d.Smallest, Batches: d.Release == "batches", PublicResults: d.PublicResults}
	var ok [3]bool
	f.Audience, ok[0] = d.Audience.read()
	f.Opens, ok[1] = dayOf(d.Opens)
	f.Closes, ok[2] = dayOf(d.Closes)
	if slices.Contains(ok[:], false) || f.Opens > f.Closes || f.Closes-f.Opens > maxDays {
		return Frozen{}, errDefinition
	}
	return f, nil
}

var errInexact = errors.New("not as the format has it")

// fields are all names there are, besides the languages. encoding/json alone would take
// other spellings of them, and the last of several; a browser would not.
var fields = map[string]bool{}

func init() {
	names := "v languages title introduction owner audience opens closes smallest release publicResults recipient series questions scores " +
		"who of id kind text hint required when options from to low high rows columns question anyOf name"
	for name := range strings.FieldsSeq(names) {
		fields[name] = true
	}
	for _, name := range languages {
		fields[name] = true
	}
}

// exact refuses names of another spelling, names twice in an object, null, and anything
// behind the value.
func exact(source []byte) error {
	in := json.NewDecoder(bytes.NewReader(source))
	if err := exactValue(in); err != nil {
		return err
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return errInexact
	}
	return nil
}

func exactValue(in *json.Decoder) error {
	token, err := in.Token()
	if err != nil || token == nil {
		return errInexact
	}
	delim, nested := token.(json.Delim)
	if !nested {
		return nil
	}
	seen := map[string]bool{}
	for in.More() {
		if delim == '{' {
			name, err := in.Token()
			key, _ := name.(string)
			if err != nil || !fields[key] || seen[key] {
				return errInexact
			}
			seen[key] = true
		}
		if err := exactValue(in); err != nil {
			return err
		}
	}
	_, err = in.Token()
	return err
}

var (
	hexID      = regexp.MustCompile(`^[0-9a-f]{32}$`)
	questionID = regexp.MustCompile(`^q[1-9][0-9]{0,2}$`)
)

func dayOf(s string) (day int64, ok bool) {
	t, err := time.Parse(time.DateOnly, s)
	return t.Unix() / 86400, err == nil && t.Year() >= 2000
}

func (w whom) read() (a Audience, ok bool) {
	switch w.Who {
	case "clients":
		a.Who = Clients
	case "public":
		a.Who = Public
	case "room":
		a.Who = Room
	case "practitioner":
		a.Who = Practitioner
	}
	if a.Who == Clients || a.Who == Public {
		return a, w.Of == nil
	}
	if a.Who == 0 || w.Of == nil || !hexID.MatchString(*w.Of) {
		return a, false
	}
	id, err := hex.DecodeString(*w.Of)
	copy(a.Of[:], id)
	return a, err == nil
}

// isWhole looks at all but the questions.
func (d definition) isWhole() bool {
	for i, l := range d.Languages {
		if !slices.Contains(languages, l) || slices.Contains(d.Languages[:i], l) {
			return false
		}
	}
	_, err := age.ParseHybridRecipient(d.Recipient)
	return d.V == 1 && len(d.Languages) > 0 && d.says(d.Title, d.Introduction) &&
		strings.TrimSpace(d.Owner) != "" && utf8.RuneCountInString(d.Owner) <= maxOwner &&
		d.Smallest >= minSmallest && d.Smallest <= maxSmallest && slices.Contains([]string{"close", "batches"}, d.Release) &&
		err == nil && hexID.MatchString(d.Series)
}

// says reports whether each text is there in the first language, and in no other than the
// survey's.
func (d definition) says(texts ...text) bool {
	for _, t := range texts {
		if strings.TrimSpace(t[d.Languages[0]]) == "" {
			return false
		}
		for language, words := range t {
			if !slices.Contains(d.Languages, language) || utf8.RuneCountInString(words) > maxText {
				return false
			}
		}
	}
	return true
}

func (d definition) asks() bool {
	if len(d.Questions) == 0 || len(d.Questions) > maxQuestions || d.Scores == nil || len(d.Scores) > maxScores {
		return false
	}
	for i, q := range d.Questions {
		earlier := d.Questions[:i]
		if !questionID.MatchString(q.ID) || find(earlier, q.ID) != nil || !d.says(q.Text) || q.Hint != nil && !d.says(q.Hint) ||
			!d.fits(q) || q.When != nil && !q.When.possible(earlier) {
			return false
		}
	}
	return !slices.ContainsFunc(d.Scores, func(s score) bool { return !d.says(s.Name) || !s.fits(d.Questions) })
}

func find(all []question, id string) *question {
	i := slices.IndexFunc(all, func(q question) bool { return q.ID == id })
	if i < 0 {
		return nil
	}
	return &all[i]
}

// fits reports whether a question has what its kind has, and nothing else.
func (d definition) fits(q question) bool {
	options, rows, columns := q.Options != nil, q.Rows != nil, q.Columns != nil
	scale := q.From != nil && q.To != nil && q.Low != nil && q.High != nil
	noScale := q.From == nil && q.To == nil && q.Low == nil && q.High == nil
	switch q.Kind {
	case "choice", "several":
		return noScale && !rows && !columns && d.offers(q.Options, minOptions, maxOptions)
	case "scale":
		return scale && !options && !rows && !columns && d.says(q.Low, q.High) &&
			(*q.From == 0 || *q.From == 1) && *q.To > *q.From && *q.To >= leastOfScale && *q.To <= mostOfScale
	case "matrix":
		return noScale && !options && d.offers(q.Rows, 1, maxRows) && d.offers(q.Columns, minOptions, maxOptions)
	case "text", "dates":
		return noScale && !options && !rows && !columns
	}
	return false
}

func (d definition) offers(texts []text, least, most int) bool {
	return len(texts) >= least && len(texts) <= most && d.says(texts...)
}

// possible reports whether an earlier question can be answered so: each possible answer
// once, ascending.
func (c condition) possible(earlier []question) bool {
	q := find(earlier, c.Question)
	if q == nil || len(c.AnyOf) == 0 {
		return false
	}
	from, to := 0, len(q.Options)-1
	switch q.Kind {
	case "choice", "several":
	case "scale":
		from, to = *q.From, *q.To
	default:
		return false
	}
	for i, n := range c.AnyOf {
		if n < from || n > to || i > 0 && n <= c.AnyOf[i-1] {
			return false
		}
	}
	return true
}

// fits reports whether the questions make this figure.
func (s score) fits(all []question) bool {
	var first *question
	for i, id := range s.Questions {
		q := find(all, id)
		if q == nil || q.Kind != "scale" || slices.Contains(s.Questions[:i], id) {
			return false
		}
		if first == nil {
			first = q
		}
		if *q.From != *first.From || *q.To != *first.To {
			return false
		}
	}
	switch s.Kind {
	case "who5":
		return len(s.Questions) == 5 && *first.From == 0 && *first.To == 5
	case "nps":
		return len(s.Questions) == 1 && *first.From == 0 && *first.To == 10
	case "mean":
		return first != nil
	}
	return false
}
