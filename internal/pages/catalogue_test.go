package pages

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"alcove/internal/disclosure"
	"alcove/internal/policy"
	"alcove/internal/practice"
)

func TestCataloguesHoldTheSameTexts(t *testing.T) {
	placeholder := regexp.MustCompile(`\{[a-z]+\}`)
	for key, text := range catalogues["en"] {
		for _, lang := range Languages {
			other, ok := catalogues[lang][key]
			if !ok || strings.TrimSpace(other) == "" {
				t.Errorf("%s: no text %q", lang, key)
			}
			a, b := placeholder.FindAllString(text, -1), placeholder.FindAllString(other, -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: %q has placeholders %q, not %q", lang, key, b, a)
			}
		}
	}
	for _, lang := range Languages {
		for key := range catalogues[lang] {
			if _, ok := catalogues["en"][key]; !ok {
				t.Errorf("%s: %q is in this language only", lang, key)
			}
		}
	}
}

func TestNoTextIsUnused(t *testing.T) {
	var source strings.Builder
	for _, glob := range []string{"templates/*.html", "*.go"} {
		files, err := fs.Glob(os.DirFS("."), glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			source.Write(b)
		}
	}
	used := map[string]bool{}
	for _, key := range practice.Specialities {
		used["speciality."+key] = true
	}
	for _, s := range (practice.ConsentText{}).Sections() {
		used["consent."+s.Key] = true
	}
	for _, e := range disclosure.Entries {
		used["inventory.basis."+string(e.Basis)], used["inventory.reader."+string(e.Readers)] = true, true
		for _, text := range []string{".title", ".holds", ".why", ".kept"} {
			used["inventory."+e.ID+text] = true
		}
	}
	for _, f := range disclosure.Forms {
		used["inventory.form."+string(f)] = true
	}
	for _, a := range adversaries {
		used["adversary."+a+".who"], used["adversary."+a+".sees"], used["adversary."+a+".not"], used["adversary."+a+".by"] = true, true, true, true
	}
	for _, p := range parts {
		used["part."+p+".title"], used["part."+p+".text"] = true, true
	}
	for _, section := range []string{"summary", "responsible", "reading", "held", "practitioner", "why", "kept", "shared", "rights", "gdpr", "hipaa", "changes"} {
		used["policy."+section+".title"] = true
	}
	for _, kind := range []string{"who5", "nps", "mean"} {
		used["survey.score."+kind] = true
	}
	for _, c := range policy.Causes {
		used["policy.cause."+string(c)] = true
	}
	for _, k := range policy.Kinds {
		used["policy.section."+string(k)] = true
	}
	for page, list := range sections["en"] {
		for _, s := range list {
			key := page + s.ID[strings.LastIndex(s.ID, "-"):]
			key = strings.Replace(key, page+"-", page+".", 1)
			used[key+".title"], used[key+".text"] = true, true
		}
	}
	for key := range catalogues["en"] {
		if !used[key] && !strings.Contains(source.String(), `"`+key+`"`) {
			t.Errorf("%q is not used", key)
		}
	}
}

func TestNoAddressButOwnAndTheWayOut(t *testing.T) {
	files, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := templateFiles.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, address := range regexp.MustCompile(`(src|href)="https?://[^"]*"`).FindAllString(string(b), -1) {
			if address != `href="https://www.wikipedia.org/"` {
				t.Errorf("%s: %s", f, address)
			}
		}
	}
}
