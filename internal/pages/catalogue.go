package pages

import (
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/language"
)

//go:embed locales/*.json
var localeFiles embed.FS

// Languages of the pages; the first is the fallback.
var Languages = []string{"en", "ar", "de", "es", "fr"}

var matcher = func() language.Matcher {
	var tags []language.Tag
	for _, l := range Languages {
		tags = append(tags, language.Make(l))
	}
	return language.NewMatcher(tags)
}()

// catalogues holds the texts by language and key.
var catalogues = func() map[string]map[string]string {
	all := map[string]map[string]string{}
	for _, l := range Languages {
		file, err := localeFiles.ReadFile("locales/" + l + ".json")
		if err != nil {
			panic(err) // embedded: a build without it is broken
		}
		texts := map[string]string{}
		if err := json.Unmarshal(file, &texts); err != nil {
			panic(fmt.Errorf("locales/%s.json: %w", l, err))
		}
		all[l] = texts
	}
	return all
}()

func translate(lang, key string, pairs ...string) (string, error) {
	text, ok := catalogues[lang][key]
	if !ok {
		return "", fmt.Errorf("no text %q in %q", key, lang)
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		text = strings.ReplaceAll(text, "{"+pairs[i]+"}", pairs[i+1])
	}
	return text, nil
}

// section is a heading with blocks: paragraphs and lists. In the catalogue it is
// PAGE.N.title and PAGE.N.text, N from 1; blocks are parted by an empty line, and
// a block whose lines begin with "- " is a list, one that begins with "! " a note.
type section struct {
	ID, Title string
	Blocks    []block
}

type block struct {
	Paragraph string
	Note      string
	Items     []string
}

var sections = func() map[string]map[string][]section {
	all := map[string]map[string][]section{}
	for lang, texts := range catalogues {
		all[lang] = map[string][]section{}
		for _, page := range []string{"start", "unprotected", "log"} {
			for n := 1; texts[page+"."+strconv.Itoa(n)+".title"] != ""; n++ {
				key := page + "." + strconv.Itoa(n)
				all[lang][page] = append(all[lang][page], section{page + "-" + strconv.Itoa(n), texts[key+".title"], blocks(texts[key+".text"])})
			}
		}
	}
	return all
}()

func blocks(text string) []block {
	var out []block
	for part := range strings.SplitSeq(text, "\n\n") {
		if list, isList := strings.CutPrefix(part, "- "); isList {
			out = append(out, block{Items: strings.Split(list, "\n- ")})
		} else if note, isNote := strings.CutPrefix(part, "! "); isNote {
			out = append(out, block{Note: note})
		} else {
			out = append(out, block{Paragraph: part})
		}
	}
	return out
}
