package survey_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"filippo.io/age"

	"alcove/internal/fault"
	"alcove/internal/survey"
)

var recipient = sync.OnceValue(func() string {
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		panic(err)
	}
	return identity.Recipient().String()
})

type object = map[string]any

func en(s string) object { return object{"en": s} }

func choice(id string) object {
	return object{"id": id, "kind": "choice", "text": en("?"), "required": true, "options": []any{en("a"), en("b"), en("c")}}
}

func scale(id string, from, to int) object {
	return object{"id": id, "kind": "scale", "text": en("?"), "required": false, "from": from, "to": to, "low": en("no"), "high": en("yes")}
}

// whole has a question of each kind.
func whole() object {
	return object{
		"v": 1, "languages": []any{"en", "de"}, "title": object{"en": "Title", "de": "Titel"}, "introduction": en("Why."), "owner": "The practice",
		"audience": object{"who": "clients"}, "opens": "2026-11-27", "closes": "2026-12-31", "smallest": 8, "release": "batches", "publicResults": true,
		"recipient": recipient(), "series": strings.Repeat("0a", 16),
		"questions": []any{
			choice("q1"),
			object{"id": "q2", "kind": "several", "text": en("?"), "hint": en("!"), "required": false, "options": []any{en("a"), en("b")}, "when": object{"question": "q1", "anyOf": []any{0, 2}}},
			scale("q3", 0, 10),
			object{"id": "q4", "kind": "matrix", "text": en("?"), "required": false, "rows": []any{en("r")}, "columns": []any{en("a"), en("b")}},
			object{"id": "q5", "kind": "text", "text": en("?"), "required": false, "when": object{"question": "q3", "anyOf": []any{0, 1}}},
			object{"id": "q6", "kind": "dates", "text": en("?"), "required": false},
			scale("q7", 0, 5), scale("q8", 0, 5), scale("q9", 0, 5), scale("q10", 0, 5), scale("q11", 0, 5),
		},
		"scores": []any{
			object{"kind": "nps", "name": en("n"), "questions": []any{"q3"}},
			object{"kind": "who5", "name": en("n"), "questions": []any{"q7", "q8", "q9", "q10", "q11"}},
			object{"kind": "mean", "name": en("n"), "questions": []any{"q7", "q8"}},
		},
	}
}

func written(t testing.TB, d object) []byte {
	t.Helper()
	text, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestADefinitionIsRead(t *testing.T) {
	f, err := survey.Parse(written(t, whole()))
	if err != nil {
		t.Fatal(err)
	}
	if f.Smallest != 8 || !f.Batches || !f.PublicResults || f.Closes-f.Opens != 34 || f.Audience.Who != survey.Clients {
		t.Errorf("%+v", f)
	}
}

func TestWhatIsNoDefinitionIsRefused(t *testing.T) {
	with := func(changed object) object {
		d := whole()
		maps.Copy(d, changed)
		return d
	}
	asking := func(questions ...any) object { return with(object{"questions": questions, "scores": []any{}}) }
	after := func(q object, changed object) object {
		maps.Copy(q, changed)
		return q
	}
	many := func(n int, one any) (all []any) {
		for range n {
			all = append(all, one)
		}
		return all
	}
	for name, d := range map[string]object{
		"another version":             with(object{"v": 2}),
		"a field more":                with(object{"extra": 1}),
		"a field that is null":        with(object{"introduction": nil}),
		"no languages":                with(object{"languages": []any{}}),
		"an unknown language":         with(object{"languages": []any{"en", "xx"}}),
		"a language twice":            with(object{"languages": []any{"en", "en"}}),
		"no title":                    with(object{"title": en(" ")}),
		"not in the first language":   with(object{"title": object{"de": "Titel"}}),
		"in a language it has not":    with(object{"title": object{"en": "a", "fr": "b"}}),
		"a long title":                with(object{"title": en(strings.Repeat("ä", 1001))}),
		"no owner":                    with(object{"owner": ""}),
		"a long owner":                with(object{"owner": strings.Repeat("x", 201)}),
		"nobody":                      with(object{"audience": object{"who": "nobody"}}),
		"all clients of a room":       with(object{"audience": object{"who": "clients", "of": strings.Repeat("0", 32)}}),
		"no room":                     with(object{"audience": object{"who": "room"}}),
		"a room in capitals":          with(object{"audience": object{"who": "room", "of": strings.Repeat("A", 32)}}),
		"no day":                      with(object{"opens": "tomorrow"}),
		"no day of the calendar":      with(object{"opens": "2026-02-30"}),
		"it closes before it opens":   with(object{"closes": "2026-11-26"}),
		"it is open for too long":     with(object{"closes": "2027-11-29"}),
		"too small a number":          with(object{"smallest": 4}),
		"too large a number":          with(object{"smallest": 1001}),
		"half a number":               with(object{"smallest": 8.5}),
		"another release":             with(object{"release": "daily"}),
		"no recipient":                with(object{"recipient": "age1pq1"}),
		"a recipient of another kind": with(object{"recipient": "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p"}),
		"no series":                   with(object{"series": "0a"}),
		"no questions":                asking(),
		"too many questions":          asking(many(61, choice("q1"))...),
		"an id twice":                 asking(choice("q1"), choice("q1")),
		"another id":                  asking(choice("x1")),
		"another kind":                asking(after(choice("q1"), object{"kind": "guess"})),
		"one option":                  asking(after(choice("q1"), object{"options": []any{en("a")}})),
		"too many options":            asking(after(choice("q1"), object{"options": many(21, en("a"))})),
		"an option without words":     asking(after(choice("q1"), object{"options": []any{en("a"), en("")}})),
		"options of a text":           asking(after(choice("q1"), object{"kind": "text"})),
		"a choice with a scale":       asking(after(choice("q1"), object{"from": 0})),
		"a scale without an end":      asking(object{"id": "q1", "kind": "scale", "text": en("?"), "required": true, "from": 0, "low": en("a"), "high": en("b")}),
		"a scale from two":            asking(scale("q1", 2, 5)),
		"a scale to eleven":           asking(scale("q1", 0, 11)),
		"a scale of one":              asking(scale("q1", 1, 1)),
		"too many rows":               asking(object{"id": "q1", "kind": "matrix", "text": en("?"), "required": true, "rows": many(13, en("r")), "columns": many(2, en("c"))}),
		"asked after itself":          asking(after(choice("q1"), object{"when": object{"question": "q1", "anyOf": []any{0}}})),
		"asked after a later one":     asking(after(choice("q1"), object{"when": object{"question": "q2", "anyOf": []any{0}}}), choice("q2")),
		"asked after what cannot be":  asking(choice("q1"), after(choice("q2"), object{"when": object{"question": "q1", "anyOf": []any{3}}})),
		"asked after nothing":         asking(choice("q1"), after(choice("q2"), object{"when": object{"question": "q1", "anyOf": []any{}}})),
		"asked after a text":          asking(object{"id": "q1", "kind": "text", "text": en("?"), "required": true}, after(choice("q2"), object{"when": object{"question": "q1", "anyOf": []any{0}}})),
		"a score of nothing":          with(object{"scores": []any{object{"kind": "mean", "name": en("n"), "questions": []any{}}}}),
		"a score of a choice":         with(object{"scores": []any{object{"kind": "mean", "name": en("n"), "questions": []any{"q1"}}}}),
		"a score of two ranges":       with(object{"scores": []any{object{"kind": "mean", "name": en("n"), "questions": []any{"q3", "q7"}}}}),
		"WHO-5 of four":               with(object{"scores": []any{object{"kind": "who5", "name": en("n"), "questions": []any{"q7", "q8", "q9", "q10"}}}}),
		"NPS of a short scale":        with(object{"scores": []any{object{"kind": "nps", "name": en("n"), "questions": []any{"q7"}}}}),
		"a question counted twice":    with(object{"scores": []any{object{"kind": "mean", "name": en("n"), "questions": []any{"q7", "q7"}}}}),
		"too many scores":             with(object{"scores": many(11, object{"kind": "mean", "name": en("n"), "questions": []any{"q7"}})}),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := survey.Parse(written(t, d)); fault.Of(err).Code != "survey_definition_invalid" {
				t.Errorf("%v", err)
			}
		})
	}
	good := string(written(t, whole()))
	for name, text := range map[string]string{
		"nothing":            "",
		"too much":           good + strings.Repeat(" ", survey.MaxDefinition),
		"something behind":   good + "{}",
		"another spelling":   strings.Replace(good, `"title"`, `"Title"`, 1),
		"a field twice":      strings.Replace(good, `{"audience"`, `{"v":1,"audience"`, 1),
		"no Unicode":         strings.Replace(good, "Title", "\xff", 1),
		"a list":             "[" + good + "]",
		"without its end":    good[:len(good)-1],
		"deep beyond reason": strings.Repeat("[", 60_000),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := survey.Parse([]byte(text)); fault.Of(err).Code != "survey_definition_invalid" {
				t.Errorf("%v", err)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(written(f, whole()))
	f.Add([]byte(`{"v":1,"questions":[{"when":{"anyOf":[1]}}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		read, err := survey.Parse(text)
		if err != nil {
			return
		}
		if read.Smallest < 5 || read.Smallest > 1000 || read.Opens > read.Closes || read.Audience.Who < 1 || read.Audience.Who > 4 {
			t.Errorf("%+v", read)
		}
	})
}

func FuzzKeys(f *testing.F) {
	f.Add("00 AA==")
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(t.TempDir(), "ballot.key")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := survey.LoadKeys(path, nil); err == nil && strings.TrimSpace(text) != "" {
			t.Error("keys out of nothing")
		}
	})
}
