package pages_test

import (
	"net/http"
	"strings"
	"testing"

	"alcove/internal/pages"
)

func TestThereIsNoSecurityTxtWithoutAContact(t *testing.T) {
	if w := answer(t, facts(), direct("/.well-known/security.txt")); w.Code != http.StatusNotFound {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	expect(t, words(t, facts(), direct("/security?lang=en")), false, "security.txt")
}

func TestSecurityTxtHasWhatRFC9116AsksFor(t *testing.T) {
	f := facts()
	f.Report.Contact = []string{"mailto:security@example.org", "https://example.org/report", "tel:+49-30-1"}
	w := answer(t, f, direct("/.well-known/security.txt"))
	if got := w.Header().Get("Content-Type"); w.Code != http.StatusOK || got != "text/plain; charset=utf-8" {
		t.Fatal(w.Code, got)
	}
	want := `Contact: mailto:security@example.org
Contact: https://example.org/report
Contact: tel:+49-30-1
Expires: 2027-02-24T00:00:00Z
Preferred-Languages: de, en
Canonical: https://talk.example.org/.well-known/security.txt
`
	if w.Body.String() != want {
		t.Errorf("%s", w.Body)
	}
	body := words(t, f, direct("/security?lang=en"))
	expect(t, body, true, `href="mailto:security@example.org"><bdi dir="ltr">security@example.org</bdi>`, `href="https://example.org/report"`, `href="tel:`, `href="/.well-known/security.txt"`)
	expect(t, body, false, "has not named an address", "ZgotmplZ")
}

// Who came by another address is not told by which the server is meant to be reached.
func TestSecurityTxtNamesNoOtherHost(t *testing.T) {
	f := facts()
	f.Report.Contact = []string{"mailto:security@example.org"}
	r := direct("/.well-known/security.txt")
	r.Host = "192.0.2.1"
	if body := answer(t, f, r).Body.String(); strings.Contains(body, "talk.example.org") || strings.Contains(body, "Canonical") {
		t.Error(body)
	}
}

func TestAContactIsAnAddressThatOneCanWriteTo(t *testing.T) {
	for given, want := range map[string]string{
		"security@example.org": "mailto:security@example.org", "mailto:a@example.org": "mailto:a@example.org",
		"https://example.org/report": "https://example.org/report", "tel:+49-30-1234": "tel:+49-30-1234",
	} {
		if got, err := pages.ParseContact(given); err != nil || got != want {
			t.Errorf("%q: %q %v", given, got, err)
		}
	}
	for _, given := range []string{
		"", "nobody", "http://example.org", "javascript:alert(1)", "mailto:", "mailto:a@example.org?subject=x", "https://", "https://u:p@example.org", "tel:", "tel:abc",
		"a@example.org\nContact: mailto:evil@example.org", "mailto:a@example.org, b@example.org", "Ä@example.org", strings.Repeat("a", 300) + "@example.org",
	} {
		if got, err := pages.ParseContact(given); err == nil {
			t.Errorf("%q is taken as %q", given, got)
		}
	}
}

func FuzzParseContact(f *testing.F) {
	for _, given := range []string{"a@example.org", "https://example.org/x?y#z", "tel:+49", "mailto:%0a@example.org"} {
		f.Add(given)
	}
	f.Fuzz(func(t *testing.T, given string) {
		uri, err := pages.ParseContact(given)
		if err != nil {
			return
		}
		if strings.ContainsFunc(uri, func(c rune) bool { return c <= ' ' || c > '~' }) {
			t.Errorf("%q becomes %q, which is more than a line's field", given, uri)
		}
		if again, err := pages.ParseContact(uri); err != nil || again != uri {
			t.Errorf("%q becomes %q, then %q: %v", given, uri, again, err)
		}
	})
}
