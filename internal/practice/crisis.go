package practice

import "slices"

// Crisis is how help is reached at once in one country.
type Crisis struct {
	Country         string // ISO 3166-1 alpha-2; empty when the country is not listed
	EmergencyNumber string
	Lines           []CrisisLine
}

const always = "24/7"

// crisis lists well-known national services. They are what is shown until a
// practice makes its own choice, which its steward keeps current.
var crisis = []Crisis{
	{"AT", "112", []CrisisLine{
		{"Telefonseelsorge", "142", always, "https://www.telefonseelsorge.at"},
		{"Rat auf Draht", "147", always, "https://www.rataufdraht.at"},
	}},
	{"AU", "000", []CrisisLine{
		{"Lifeline", "13 11 14", always, "https://www.lifeline.org.au"},
		{"Kids Helpline", "1800 55 1800", always, "https://kidshelpline.com.au"},
	}},
	{"CA", "911", []CrisisLine{{"988 Suicide Crisis Helpline", "988", always, "https://988.ca"}}},
	{"CH", "112", []CrisisLine{
		{"Die Dargebotene Hand", "143", always, "https://www.143.ch"},
		{"147 Pro Juventute", "147", always, "https://www.147.ch"},
	}},
	{"DE", "112", []CrisisLine{
		{"TelefonSeelsorge", "0800 111 0 111", always, "https://www.telefonseelsorge.de"},
		{"TelefonSeelsorge", "0800 111 0 222", always, "https://www.telefonseelsorge.de"},
		{"TelefonSeelsorge", "116 123", always, "https://www.telefonseelsorge.de"},
		{"Nummer gegen Kummer (Kinder und Jugendliche)", "116 111", "", "https://www.nummergegenkummer.de"},
	}},
	{"ES", "112", []CrisisLine{{"Línea 024", "024", always, ""}}},
	{"FR", "112", []CrisisLine{{"3114, numéro national de prévention du suicide", "3114", always, "https://3114.fr"}}},
	{"GB", "999", []CrisisLine{
		{"Samaritans", "116 123", always, "https://www.samaritans.org"},
		{"Shout: SHOUT to 85258", "85258", always, "sms:85258?body=SHOUT"},
	}},
	{"IE", "112", []CrisisLine{{"Samaritans", "116 123", always, "https://www.samaritans.org"}}},
	{"NL", "112", []CrisisLine{{"113 Zelfmoordpreventie", "113", always, "https://www.113.nl"}}},
	{"NZ", "111", []CrisisLine{{"1737", "1737", always, "https://1737.org.nz"}}},
	{"US", "911", []CrisisLine{{"988 Suicide & Crisis Lifeline", "988", always, "https://988lifeline.org"}}},
}

// Defaults returns how help is reached in a country. For one that is not listed
// only 112 is given: networks following the GSM standard put it through anywhere.
func Defaults(country string) Crisis {
	for _, c := range crisis {
		if c.Country == country {
			c.Lines = slices.Clone(c.Lines)
			return c
		}
	}
	return Crisis{EmergencyNumber: "112"}
}

// Countries lists those that Defaults knows, by their code.
func Countries() []string {
	var codes []string
	for _, c := range crisis {
		codes = append(codes, c.Country)
	}
	return codes
}

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
