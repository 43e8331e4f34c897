package practice

import (
	"slices"
	"time"

	"alcove/internal/account"
)

// Specialities a profile can name. The keys are stored; catalogues hold the words.
var Specialities = []string{
	"anxiety", "depression", "grief", "trauma", "relationships", "family", "addiction", "eating",
	"sleep", "stress", "self-harm", "lgbtq", "young-people", "chronic-illness", "migration", "work",
}

// Limits of a profile, in characters.
const (
	MaxAbout          = 4000
	MaxAvailability   = 500
	MaxConsentSection = 8000
	// MaxConsentVersions bounds how often a consent text is changed.
	MaxConsentVersions = 500
)

// Credential is what a steward checks against the register of the profession.
type Credential struct {
	Profession         string
	RegistrationBody   string
	RegistrationNumber string
}

// Draft is what a practitioner writes about themselves.
type Draft struct {
	DisplayName  string
	Credential   Credential
	Languages    []string // BCP 47
	Specialities []string // of Specialities
	About        string
	Modality     string // way of working, e.g. "Cognitive behavioural therapy"
	Accepting    bool   // takes new clients now
}

// Availability is when a practitioner answers. All of it may be blank.
type Availability struct {
	Hours     string // in their own words
	AwayUntil string // last day of an absence, as time.DateOnly
	Urgent    string // what to do when it cannot wait
}

// Validate tidies the availability in place.
func (a *Availability) Validate() error {
	if err := (textRule{max: MaxAvailability, lines: true}).tidy("hours", &a.Hours); err != nil {
		return err
	}
	if err := (textRule{max: MaxAvailability, lines: true}).tidy("urgent", &a.Urgent); err != nil {
		return err
	}
	if a.AwayUntil == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, a.AwayUntil); err != nil {
		return invalid("away_until")
	}
	return nil
}

// forget drops an absence whose last day is over everywhere on earth.
func (a *Availability) forget(now time.Time) {
	if a.AwayUntil < now.UTC().Add(-12*time.Hour).Format(time.DateOnly) {
		a.AwayUntil = ""
	}
}

// Profile is a draft with what others decided about it.
type Profile struct {
	AccountID account.ID
	Draft
	Availability         Availability
	CredentialsConfirmed bool
	Published            bool
	HasPhoto             bool
	Consent              *ConsentText       // the current version, nil until written
	Keys                 account.PublicKeys // of the practitioner's account
}

// Validate tidies the draft in place. All but the name may still be blank; what
// publication needs is asked for then.
func (d *Draft) Validate() error {
	for _, f := range []struct {
		field string
		value *string
		rule  textRule
	}{
		{"display_name", &d.DisplayName, textRule{min: 1, max: MaxName}},
		{"profession", &d.Credential.Profession, textRule{max: MaxLine}},
		{"registration_body", &d.Credential.RegistrationBody, textRule{max: MaxLine}},
		{"registration_number", &d.Credential.RegistrationNumber, textRule{max: MaxName}},
		{"modality", &d.Modality, textRule{max: MaxLine}},
		{"about", &d.About, textRule{max: MaxAbout, lines: true}},
	} {
		if err := f.rule.tidy(f.field, f.value); err != nil {
			return err
		}
	}
	var err error
	if d.Languages, err = tidyLanguages(d.Languages, 0); err != nil {
		return err
	}
	if len(d.Specialities) > len(Specialities) {
		return invalid("specialities")
	}
	given := d.Specialities
	d.Specialities = []string{}
	for _, s := range given {
		if !slices.Contains(Specialities, s) {
			return invalid("specialities")
		}
		if !slices.Contains(d.Specialities, s) {
			d.Specialities = append(d.Specialities, s)
		}
	}
	return nil
}

func (c Credential) complete() bool {
	return c.Profession != "" && c.RegistrationBody != "" && c.RegistrationNumber != ""
}

func (p Profile) publishable() bool {
	return p.CredentialsConfirmed && p.Credential.complete() && p.DisplayName != "" && len(p.Languages) > 0 && p.Consent != nil
}

// write takes over a draft. What was confirmed holds for the credentials as they
// were, and for the name they are held under; so changing either drops it.
func (p *Profile) write(d Draft) {
	if d.Credential != p.Credential || d.DisplayName != p.DisplayName {
		p.CredentialsConfirmed = false
	}
	p.Draft = d
	p.Published = p.Published && p.publishable()
}

// review takes over a steward's decision.
func (p *Profile) review(confirmed, published bool) error {
	if confirmed && !p.Credential.complete() {
		return errNoCredentials
	}
	p.CredentialsConfirmed = confirmed
	if published && !p.publishable() {
		return errNotPublishable
	}
	p.Published = published
	return nil
}

// ConsentText is one version of what a client agrees to before therapy starts.
type ConsentText struct {
	Version                 uint32 // from 1
	Language                string // BCP 47
	Credentials             string
	RisksAndBenefits        string
	LimitsOfConfidentiality string
	ResponseTimes           string
	TechnologyFailure       string
	Emergencies             string
	Fees                    string
	RecordKeeping           string
	// RecordYears is for how many years after a conversation's end the practitioner
	// keeps a sealed record of what both sides see no longer; 0: none.
	RecordYears uint32
}

// MaxRecordYears bounds RecordYears.
const MaxRecordYears = 30

// Section is a part of a consent text with the key of its heading.
type Section struct{ Key, Text string }

// Sections lists the text in its order of reading.
func (c ConsentText) Sections() []Section {
	return []Section{
		{"credentials", c.Credentials}, {"risks-and-benefits", c.RisksAndBenefits},
		{"limits-of-confidentiality", c.LimitsOfConfidentiality}, {"response-times", c.ResponseTimes},
		{"technology-failure", c.TechnologyFailure}, {"emergencies", c.Emergencies},
		{"fees", c.Fees}, {"record-keeping", c.RecordKeeping},
	}
}

// Validate tidies the text in place and refuses blank sections.
func (c *ConsentText) Validate() error {
	for _, f := range []struct {
		field string
		value *string
	}{
		{"consent_credentials", &c.Credentials}, {"consent_risks_and_benefits", &c.RisksAndBenefits},
		{"consent_limits_of_confidentiality", &c.LimitsOfConfidentiality}, {"consent_response_times", &c.ResponseTimes},
		{"consent_technology_failure", &c.TechnologyFailure}, {"consent_emergencies", &c.Emergencies},
		{"consent_fees", &c.Fees}, {"consent_record_keeping", &c.RecordKeeping},
	} {
		if err := (textRule{min: 1, max: MaxConsentSection, lines: true}).tidy(f.field, f.value); err != nil {
			return err
		}
	}
	if c.RecordYears > MaxRecordYears {
		return invalid("consent_record_years")
	}
	tags, err := tidyLanguages([]string{c.Language}, 1)
	if err != nil {
		return err
	}
	c.Language = tags[0]
	return nil
}
