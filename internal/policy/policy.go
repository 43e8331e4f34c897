// Package policy keeps a practice's privacy policy, in versions.
//
// A version is the whole text in every language as it was published, with the
// practice's facts (who is responsible, whose law applies, who processes data for
// it) and with its substance: what the text promises and what it says is held, in a
// form that programs compare. Versions are added and never changed, so each stays
// readable, and the differences between two can always be shown.
//
// The text is made from the inventory of data, the retention and the practice's
// facts (internal/pages has the words). So that the page is never untrue, the
// service makes a version by itself as soon as what it would make differs from the
// newest: after an upgrade that holds something else, after a changed retention.
// A steward who changes the facts says in a sentence what is new.
//
// A version matters when people have to be asked again: something more is held,
// somebody else reads it, it is kept for another time, or a promise is gone.
// Otherwise only words changed. A steward can say that a version matters; that one
// does not which does, nobody can say.
//
// Who agreed to what is not known here: it is in each account's vault.
//
// On disk: the table of migration 0018_policy.sql.
package policy

import (
	"fmt"
	"slices"

	"alcove/internal/disclosure"
	"alcove/internal/fault"
	"alcove/internal/practice"
)

// Limits, in characters and entries.
const (
	maxLine       = 200
	maxText       = 500
	maxProcessors = 20
)

var (
	// ErrNone is what a Store answers for a version that there is not.
	ErrNone       = fault.New(fault.NotFound, "not_found", "There is no such thing here, or no longer.")
	ErrMoved      = fault.New(fault.Precondition, "policy_moved", "There is a newer version of the policy by now. Look at it first.")
	errProcessors = fault.New(fault.Invalid, "invalid_"+"processors", "Please check what you entered here.")
	errUnchanged  = fault.New(fault.Precondition, "policy_unchanged", "The policy says that already.")
)

// Processor is somebody who processes data for the practice on its instructions
// (GDPR, Article 28).
type Processor struct {
	Name    string `json:"name"`
	Purpose string `json:"purpose"`
	Place   string `json:"place"` // country
}

// Facts are what the policy says of the practice that its settings do not.
type Facts struct {
	Controller string      `json:"controller"` // who is responsible by law; blank: the practice by its name
	Officer    string      `json:"officer"`    // how the data protection officer is reached; blank: there is none
	Authority  string      `json:"authority"`  // where one can complain; blank: that of one's country
	GDPR       bool        `json:"gdpr"`
	HIPAA      bool        `json:"hipaa"`
	Processors []Processor `json:"processors"`
}

// Validate tidies the facts in place and refuses what cannot be published.
func (f *Facts) Validate() error {
	if len(f.Processors) > maxProcessors {
		return errProcessors
	}
	for _, text := range []struct {
		field string
		value *string
		max   int
	}{
		{"controller", &f.Controller, maxLine}, {"officer", &f.Officer, maxText}, {"authority", &f.Authority, maxText},
	} {
		if err := practice.Tidy(text.field, text.value, 0, text.max); err != nil {
			return err
		}
	}
	for i := range f.Processors {
		p := &f.Processors[i]
		for _, value := range []*string{&p.Name, &p.Purpose, &p.Place} {
			if err := practice.Tidy("processors", value, 1, maxLine); err != nil {
				return err
			}
		}
	}
	return nil
}

// europe lists where the GDPR or its twin applies: the European Economic Area and
// the United Kingdom.
var europe = []string{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}

// Suggested are the facts before a steward said any. They name no processor.
func Suggested(jurisdiction string) Facts {
	return Facts{GDPR: slices.Contains(europe, jurisdiction), HIPAA: jurisdiction == "US", Processors: []Processor{}}
}

// Section is a heading with text: paragraphs parted by empty lines, and lists whose
// lines begin with "- ".
type Section struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// Words are the text of a policy by language.
type Words map[string][]Section

// Cause is why there is a version.
type Cause string

const (
	First    Cause = "first"
	Server   Cause = "server"   // the program holds or says something else
	Settings Cause = "settings" // the practice's settings say something else
	Steward  Cause = "steward"
)

// Causes are all causes, so that there are words for each.
var Causes = []Cause{First, Server, Settings, Steward}

// Head is a version without its text.
type Head struct {
	Number  uint32
	Day     string // time.DateOnly
	Cause   Cause
	Matters bool
	Note    string // a steward's sentence on what changed
}

// Version is a policy as it was published.
type Version struct {
	Head
	Facts     Facts
	Substance Substance
	Words     Words
}

// Substance is what a policy says, for comparing: Held is what must not grow
// without asking, Promised what must not shrink. Each is sorted.
type Substance struct {
	Held     []string `json:"held"`
	Promised []string `json:"promised"`
}

// SubstanceOf gathers it. Of what serves only the running of the server (figures,
// log, the data folder) nothing is gathered: it says nothing of anybody. What a
// database writes down by itself does: it has times, and what was deleted.
func SubstanceOf(inventory disclosure.Inventory, settings practice.Settings, facts Facts) (s Substance) {
	held := func(format string, a ...any) { s.Held = append(s.Held, fmt.Sprintf(format, a...)) }
	for _, e := range disclosure.Entries {
		if e.Basis != disclosure.Counselling && e.Basis != disclosure.Consent {
			continue
		}
		held("entry %s %s %s %v", e.ID, e.Basis, e.Readers, e.Figures) // fmt sorts the keys of a map
		for _, i := range inventory.Of(e.ID) {
			held("item %s %s %s", i.Kind, i.Name, i.Form)
		}
	}
	for _, i := range inventory.Kind(disclosure.Database) {
		held("item %s %s %s", i.Kind, i.Name, i.Form)
	}
	held("retention %d %d %d", settings.Retention.Shortest, settings.Retention.Longest, settings.Retention.Standard)
	responsible := facts.Controller
	if responsible == "" {
		responsible = settings.Name
	}
	held("controller %q %s", responsible, settings.Jurisdiction)
	for _, p := range facts.Processors {
		held("processor %q %q %q", p.Name, p.Purpose, p.Place)
	}
	for law, applies := range map[string]bool{"gdpr": facts.GDPR, "hipaa": facts.HIPAA} {
		if applies {
			s.Promised = append(s.Promised, "law "+law)
		}
	}
	slices.Sort(s.Held)
	slices.Sort(s.Promised)
	return s
}

// Heavier reports whether people have to be asked before this takes the place of
// what they agreed to.
func (s Substance) Heavier(before Substance) bool {
	more := func(a, b []string) bool {
		return slices.ContainsFunc(a, func(line string) bool { return !slices.Contains(b, line) })
	}
	return more(s.Held, before.Held) || more(before.Promised, s.Promised)
}
