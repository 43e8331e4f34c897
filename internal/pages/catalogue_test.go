package pages

import (
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

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
			if a, b := placeholder.FindString(text), placeholder.FindString(other); a != b {
				t.Errorf("%s: %q has placeholder %q, not %q", lang, key, b, a)
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
	for _, a := range adversaries {
		used["adversary."+a+".who"], used["adversary."+a+".not"], used["adversary."+a+".by"] = true, true, true
	}
	for _, p := range parts {
		used["part."+p+".title"], used["part."+p+".text"] = true, true
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
