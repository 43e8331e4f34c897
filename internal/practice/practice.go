// Package practice holds what a practice tells the public about itself and its
// practitioners, and the invitations by which colleagues join.
//
// Everything here is public, or becomes so when a profile is published; nothing
// is about clients. The rules:
//   - a profile is written by its practitioner and published by a steward, only
//     with confirmed credentials and a consent text; changing what was confirmed
//     drops the confirmation and with it the publication;
//   - a consent text is never changed: a new version is added, so that what a
//     client agreed to stays readable, and no section of it is blank;
//   - an invitation works once, for seven days, and only the hash of its token is
//     kept; package account's store uses it up in the transaction that makes the
//     account.
//
// On disk: the tables of migration 0003_practice.sql.
package practice

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/text/language"
)

// Limits of the settings, in characters or entries.
const (
	MaxName        = 100
	MaxLine        = 200
	MaxAddress     = 500
	MaxLanguages   = 10
	MaxCrisisLines = 20
)

// CrisisLine is a service that a person in crisis can reach at once.
type CrisisLine struct {
	Name   string `json:"name"`
	Number string `json:"number"` // as dialled
	Hours  string `json:"hours,omitempty"`
	URL    string `json:"url,omitempty"` // https, or sms:NUMBER?body=WORD for a line one writes to
}

// Settings is what a practice says about itself.
type Settings struct {
	Name            string
	Languages       []string // BCP 47, the first is the default
	ContactEmail    string
	ContactPhone    string
	ContactAddress  string
	Jurisdiction    string // ISO 3166-1 alpha-2
	EmergencyNumber string
	CrisisLines     []CrisisLine
	Retention       Retention
	SetUp           bool // whether a steward has saved settings; read only
}

var (
	phoneNumber     = regexp.MustCompile(`^\+?[0-9][0-9 ()/.\-]{1,30}$`)
	emergencyNumber = regexp.MustCompile(`^\+?[0-9]{2,15}$`)
	textLink        = regexp.MustCompile(`^sms:\+?[0-9]{3,15}(\?body=[A-Za-z0-9]{1,40})?$`)
)

// Validate tidies the settings in place and refuses what cannot be published.
// Blank crisis numbers are allowed: the jurisdiction's own (Defaults) are shown.
func (s *Settings) Validate() error {
	for _, f := range []struct {
		field string
		value *string
		rule  textRule
	}{
		{"name", &s.Name, textRule{min: 1, max: MaxName}},
		{"contact_email", &s.ContactEmail, textRule{max: 254}},
		{"contact_phone", &s.ContactPhone, textRule{max: 32}},
		{"contact_address", &s.ContactAddress, textRule{max: MaxAddress, lines: true}},
		{"jurisdiction", &s.Jurisdiction, textRule{min: 2, max: 2}},
		{"emergency_number", &s.EmergencyNumber, textRule{max: 16}},
	} {
		if err := f.rule.tidy(f.field, f.value); err != nil {
			return err
		}
	}
	if s.ContactEmail != "" {
		if a, err := mail.ParseAddress(s.ContactEmail); err != nil || a.Address != s.ContactEmail {
			return invalid("contact_email")
		}
	}
	if s.ContactPhone != "" && !phoneNumber.MatchString(s.ContactPhone) {
		return invalid("contact_phone")
	}
	if s.EmergencyNumber != "" && !emergencyNumber.MatchString(s.EmergencyNumber) {
		return invalid("emergency_number")
	}
	s.Jurisdiction = strings.ToUpper(s.Jurisdiction)
	if !isCountry(s.Jurisdiction) {
		return invalid("jurisdiction")
	}
	if err := s.Retention.validate(); err != nil {
		return err
	}
	var err error
	if s.Languages, err = tidyLanguages(s.Languages, 1); err != nil {
		return err
	}
	if len(s.CrisisLines) > MaxCrisisLines {
		return invalid("crisis_lines")
	}
	for i := range s.CrisisLines {
		if err := s.CrisisLines[i].validate(); err != nil {
			return err
		}
	}
	return nil
}

// Retention bounds for how long conversations are kept, in days. The clients of
// both sides hold to it; what a conversation is set to the server does not learn.
type Retention struct {
	Shortest uint32 // 1 at least
	Longest  uint32 // 0: no bound, and keeping without end is allowed
	Standard uint32 // for new conversations; 0: without end
}

// MaxRetention is the longest bound, in days.
const MaxRetention = 3650

func (r *Retention) validate() error {
	r.Shortest = max(1, r.Shortest)
	switch {
	case r.Shortest > MaxRetention, r.Longest > MaxRetention, r.Longest > 0 && r.Longest < r.Shortest:
		return invalid("retention")
	case r.Standard == 0:
		if r.Longest > 0 { // without end is not allowed
			return invalid("retention")
		}
	case r.Standard < r.Shortest, r.Standard > MaxRetention, r.Longest > 0 && r.Standard > r.Longest:
		return invalid("retention")
	}
	return nil
}

func (l *CrisisLine) validate() error {
	for _, f := range []struct {
		value *string
		rule  textRule
	}{
		{&l.Name, textRule{min: 1, max: MaxName}},
		{&l.Number, textRule{max: 32}},
		{&l.Hours, textRule{max: MaxLine}},
		{&l.URL, textRule{max: MaxLine}},
	} {
		if err := f.rule.tidy("crisis_lines", f.value); err != nil {
			return err
		}
	}
	switch {
	case l.Number == "" && l.URL == "",
		l.Number != "" && !phoneNumber.MatchString(l.Number),
		l.URL != "" && l.WebLink() == "" && l.TextLink() == "":
		return invalid("crisis_lines")
	}
	return nil
}

// TextLink is the sms: link of a line one writes to, else empty.
func (l CrisisLine) TextLink() string {
	if textLink.MatchString(l.URL) {
		return l.URL
	}
	return ""
}

// WebLink is the line's https address, else empty.
func (l CrisisLine) WebLink() string {
	u, err := url.Parse(l.URL)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil {
		return ""
	}
	return l.URL
}

func isCountry(code string) bool {
	r, err := language.ParseRegion(code)
	return err == nil && len(code) == 2 && r.IsCountry() && r.String() == code
}

// tidyLanguages brings BCP 47 tags into their canonical form and drops doubles.
func tidyLanguages(tags []string, least int) ([]string, error) {
	if len(tags) < least || len(tags) > MaxLanguages {
		return nil, invalid("languages")
	}
	seen := map[string]bool{}
	out := make([]string, 0, len(tags))
	for _, t := range tags {
		if len(t) > 35 { // BCP 47, section 4.4.1
			return nil, invalid("languages")
		}
		tag, err := language.Parse(strings.TrimSpace(t))
		if err != nil || tag == language.Und {
			return nil, invalid("languages")
		}
		if c := tag.String(); !seen[c] {
			seen[c] = true
			out = append(out, c)
		}
	}
	return out, nil
}
