package practice

import (
	_ "embed"
	"encoding/json"
	"maps"
	"slices"
)

// Crisis is how help is reached at once in one country.
type Crisis struct {
	Country         string // ISO 3166-1 alpha-2; empty when the country is not listed
	EmergencyNumber string
	Lines           []CrisisLine `json:"crisisLines"`
}

// crisisFile lists well-known national services: numbers that are widely
// published by those who answer them. They are what is shown until a practice
// makes its own choice, which its steward keeps current; the client offers the
// same to a steward who sets a practice up.
//
//go:embed crisis.json
var crisisFile []byte

var crisis = func() (known struct {
	Elsewhere Crisis
	Countries map[string]Crisis
}) {
	if err := json.Unmarshal(crisisFile, &known); err != nil {
		panic(err) // embedded: a build without it is broken
	}
	return known
}()

// Defaults returns how help is reached in a country. For one that is not listed
// only 112 is given: networks following the GSM standard put it through anywhere.
func Defaults(country string) Crisis {
	c, known := crisis.Countries[country]
	if !known {
		return crisis.Elsewhere
	}
	c.Country, c.Lines = country, slices.Clone(c.Lines)
	return c
}

// Countries lists those that Defaults knows, by their code.
func Countries() []string { return slices.Sorted(maps.Keys(crisis.Countries)) }

// Crisis returns what this practice tells people in crisis: its own numbers, and
// those of its jurisdiction where it gave none.
func (s Settings) Crisis() Crisis {
	c := Defaults(s.Jurisdiction)
	if s.EmergencyNumber != "" {
		c.EmergencyNumber = s.EmergencyNumber
	}
	if len(s.CrisisLines) > 0 {
		c.Lines = s.CrisisLines
	}
	return c
}
