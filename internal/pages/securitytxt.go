package pages

import (
	"errors"
	"fmt"
	"net/http"
	"net/mail"
	"net/url"
	"strings"
	"time"
)

// securityTxtPath is where RFC 9116 §3 has the file.
const securityTxtPath = "/.well-known/security.txt"

// securityTxtLasts is for how long what the file says can be relied on. It is made
// anew for each who asks, so it never runs out while a server gives it.
const securityTxtLasts = 90 // days

// securityTxt tells those who found a weakness whom to tell (RFC 9116). Without a
// contact there is no such file: one without would only promise an answer.
func (s *site) securityTxt(w http.ResponseWriter, r *http.Request) {
	facts, err := s.Facts(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	if len(facts.Report.Contact) == 0 {
		s.notFound(w, r)
		return
	}
	settings, err := s.Practice.Settings(r.Context())
	if err != nil {
		s.failed(w, r, err)
		return
	}
	var file strings.Builder
	for _, contact := range facts.Report.Contact {
		fmt.Fprintf(&file, "Contact: %s\n", contact)
	}
	fmt.Fprintf(&file, "Expires: %s\n", s.Clock().UTC().Truncate(24*time.Hour).AddDate(0, 0, securityTxtLasts).Format(time.RFC3339))
	if len(settings.Languages) > 0 {
		fmt.Fprintf(&file, "Preferred-Languages: %s\n", strings.Join(settings.Languages, ", "))
	}
	// For whoever came by the address that the server is meant to be reached at:
	// nobody is told by which others it can be.
	if strings.EqualFold(r.Host, s.Host) {
		fmt.Fprintf(&file, "Canonical: https://%s%s\n", s.Host, securityTxtPath)
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write([]byte(file.String()))
}

// ParseContact makes a URI of what a steward names as the contact: an e-mail
// address alone is taken too. RFC 9116 §2.5.3 wants https for the web.
func ParseContact(given string) (string, error) {
	wrong := errors.New("a contact is an e-mail address, or a URL whose scheme is mailto, https or tel")
	if strings.ContainsFunc(given, func(c rune) bool { return c <= ' ' || c > '~' }) || len(given) > 300 {
		return "", wrong // it stands on a line of its own in the file
	}
	if !strings.Contains(given, ":") {
		given = "mailto:" + given
	}
	u, err := url.Parse(given)
	if err != nil {
		return "", wrong
	}
	switch u.Scheme {
	case "mailto":
		if a, err := mail.ParseAddress(u.Opaque); err != nil || a.Address != u.Opaque || u.RawQuery != "" {
			return "", wrong
		}
	case "https":
		if u.Host == "" || u.User != nil {
			return "", wrong
		}
	case "tel":
		if strings.Trim(u.Opaque, "+0123456789-.()") != "" || len(u.Opaque) < 3 {
			return "", wrong
		}
	default:
		return "", wrong
	}
	return u.String(), nil
}
