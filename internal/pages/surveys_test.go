package pages_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"alcove/internal/fault"
	"alcove/internal/pages"
)

const (
	asked       = "/surveys/01000000000000000000000000000000"
	unpublished = "/surveys/02000000000000000000000000000000"
)

var errNoSurvey = fault.New(fault.NotFound, "survey_not_found", "There is no such survey.")

// surveys has one with results and one without. With results of its own it gives those.
type surveys struct{ results string }

func (s surveys) PublishedResults(_ context.Context, id [16]byte) (definition, results []byte, day int64, err error) {
	switch {
	case id == [16]byte{1} && s.results != "":
		return []byte(surveyAsked), []byte(s.results), 20_783, nil
	case id == [16]byte{1}:
		return []byte(surveyAsked), []byte(surveyFound), 20_783, nil
	case id == [16]byte{2}:
		return []byte(surveyAsked), nil, 0, nil
	}
	return nil, nil, 0, errNoSurvey
}

var surveyAsked = strings.ReplaceAll(`{"v":1,"languages":["de","ar"],"title":{"de":"HOSTILE","ar":"كيف حالكم؟"},"introduction":{"de":"HOSTILE"},"owner":"HOSTILE","questions":[
	{"id":"q1","kind":"choice","text":{"de":"Geht es?"},"required":true,"options":[{"de":"Ja"},{"de":"HOSTILE"}]},
	{"id":"q2","kind":"scale","text":{"de":"Wie sehr?"},"required":false,"from":1,"to":3,"low":{"de":"wenig"},"high":{"de":"viel"}},
	{"id":"q3","kind":"matrix","text":{"de":"Und das?"},"required":true,"rows":[{"de":"Erste"},{"de":"Zweite"}],"columns":[{"de":"gut"},{"de":"schlecht"}]},
	{"id":"q4","kind":"text","text":{"de":"Sonst noch?"},"required":false},
	{"id":"q5","kind":"several","text":{"de":"Was alles?"},"required":false,"options":[{"de":"A"},{"de":"B"}]},
	{"id":"q6","kind":"dates","text":{"de":"Wie lange?"},"required":true}],
	"scores":[{"kind":"nps","name":{"de":"Empfehlung"},"questions":["q2"]},{"kind":"mean","name":{"de":"Mittel"},"questions":["q2"]}]}`, "HOSTILE", strings.ReplaceAll(hostile, `"`, `\"`))

const surveyFound = `{"v":1,"answered":40,"smallest":8,"tables":[
	{"question":"q1","kind":"choice","parts":[{"of":40,"cells":[{"count":30,"interval":[59.8,85.8]},{"count":10,"interval":[14.2,40.2]}]}]},
	{"question":"q2","kind":"scale","parts":[{"of":40,"cells":[{"count":null},{"count":null},{"count":25,"interval":[47,75.8]},{"count":null}]}],"mean":{"value":2.5,"interval":[2.1,2.9]}},
	{"question":"q3","kind":"matrix","parts":[{"of":40,"cells":[{"count":null},{"count":null}]},{"of":null,"cells":[]}]},
	{"question":"q5","kind":"several","parts":[{"of":40,"cells":[{"count":20,"interval":[35.2,64.8]},{"count":null}]}]},
	{"question":"q6","kind":"dates","parts":[{"of":40,"cells":[{"count":null},{"count":null},{"count":35,"interval":[73.9,94.5]},{"count":null},{"count":null}]}]}],
	"scores":[{"kind":"nps","of":null},{"kind":"mean","value":2.5,"interval":[2.1,2.9],"of":40}]}`

func resultsPage(t *testing.T, results, path string) *httptest.ResponseRecorder {
	t.Helper()
	made := siteOf(ready())
	made.Surveys = surveys{results}
	w := httptest.NewRecorder()
	pages.New(made).ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestPublishedResultsAreShownWithWhatIsHeldBack(t *testing.T) {
	w := resultsPage(t, "", asked+"?lang=de")
	for _, want := range []string{
		"Gezählte Antworten: 40", "Gefragt: 40<", "26. November 2026", `width="75.0%"`, ">30<", "75\u202f% (60\u202f% bis 86\u202f%)", "wenige oder zurückgehalten", "3: viel", "Bis zu drei Monaten",
		"Weniger als 5 Personen wurden das gefragt", "Mittelwert: 2,5 (je nach Zufall zwischen 2,1 und 2,9)", "zwischen 2,1 und 2,9; Antworten: 40", `<th scope="row"><span dir="auto" lang="de">Ja</span>`, "Keine Antwort",
	} {
		if !strings.Contains(strings.ReplaceAll(w.Body.String(), "\u00a0", "\u202f"), want) && !strings.Contains(w.Body.String(), strings.ReplaceAll(want, "\u202f", " ")) {
			t.Errorf("no %q in\n%s", want, w.Body)
		}
	}
	if w.Header().Get("X-Robots-Tag") != "noindex" {
		t.Error("may be found by those who were not given the link")
	}
	if strings.Contains(w.Body.String(), "Sonst noch?") {
		t.Error("a question for free text is shown")
	}
	if body := resultsPage(t, "", asked+"?lang=en").Body.String(); !strings.Contains(body, `lang="de" dir="auto">Geht es?`) {
		t.Error("a survey that does not speak the page's language is not shown in its own")
	}
	if body := resultsPage(t, "", asked+"?lang=ar").Body.String(); !strings.Contains(body, `lang="ar" dir="auto">كيف حالكم؟`) || !strings.Contains(body, `lang="de" dir="auto">Geht es?`) {
		t.Error("a survey that speaks the page's language is not shown in it, or what it lacks there not in its first one")
	}
}

func TestNothingIsShownWhereNothingIsPublished(t *testing.T) {
	const nothing = "There are no results to be shown here."
	w := resultsPage(t, "", unpublished+"?lang=en")
	if w.Code != 200 || !strings.Contains(w.Body.String(), nothing) || strings.Contains(w.Body.String(), "<img") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	for _, path := range []string{"/surveys/", "/surveys/03000000000000000000000000000000", "/surveys/0100", "/surveys/zz000000000000000000000000000000", strings.ToUpper("/surveys/") + "01", "/surveys/0A000000000000000000000000000000"} {
		if w := resultsPage(t, "", path); w.Code != 404 {
			t.Errorf("%s: %d", path, w.Code)
		}
	}
	for what, results := range map[string]string{
		"a field more":              strings.Replace(surveyFound, `"v":1`, `"v":1,"texts":{}`, 1),
		"another version":           strings.Replace(surveyFound, `"v":1`, `"v":2`, 1),
		"something behind":          surveyFound + "{}",
		"too few":                   strings.Replace(surveyFound, `"answered":40`, `"answered":7`, 1),
		"no number":                 strings.Replace(surveyFound, `"answered":40,`, ``, 1),
		"a count below five":        strings.Replace(surveyFound, `"count":10`, `"count":4`, 1),
		"a count of nobody":         strings.Replace(surveyFound, `"count":10`, `"count":0`, 1),
		"more than were asked":      strings.Replace(surveyFound, `"count":10`, `"count":41`, 1),
		"few asked":                 strings.Replace(surveyFound, `"of":null,"cells":[]`, `"of":3,"cells":[{"count":null},{"count":null}]`, 1),
		"a count without a total":   strings.Replace(surveyFound, `{"of":null,"cells":[]}`, `{"of":null,"cells":[{"count":6,"interval":[1,2]}]}`, 1),
		"an interval the other way": strings.Replace(surveyFound, `[59.8,85.8]`, `[85.8,59.8]`, 1),
		"an interval beyond":        strings.Replace(surveyFound, `[59.8,85.8]`, `[59.8,185.8]`, 1),
		"no interval":               strings.Replace(surveyFound, `,"interval":[59.8,85.8]`, ``, 1),
		"another question":          strings.Replace(surveyFound, `"question":"q1"`, `"question":"q2"`, 1),
		"another kind":              strings.Replace(surveyFound, `"kind":"choice"`, `"kind":"scale"`, 1),
		"a cell more":               strings.Replace(surveyFound, `{"count":10,`, `{"count":null},{"count":null},{"count":10,`, 1),
		"a mean beyond its scale":   strings.Replace(surveyFound, `"value":2.5`, `"value":3.5`, 1),
		"a score less":              strings.Replace(surveyFound, `{"kind":"nps","of":null},`, ``, 1),
		"an empty object":           `{}`,
	} {
		if body := resultsPage(t, results, asked+"?lang=en").Body.String(); !strings.Contains(body, nothing) {
			t.Errorf("%s is shown", what)
		}
	}
}

// FuzzResults: whatever an owner publishes makes a page, and never one with a count below five.
func FuzzResults(f *testing.F) {
	f.Add([]byte(surveyFound))
	f.Add([]byte(`{"v":1}`))
	var now surveys
	made := siteOf(ready())
	made.Surveys = &now
	site := pages.New(made)
	f.Fuzz(func(t *testing.T, results []byte) {
		if len(results) == 0 {
			return
		}
		now.results = string(results)
		w := httptest.NewRecorder()
		site.ServeHTTP(w, httptest.NewRequest(http.MethodGet, asked+"?lang=en", nil))
		if w.Code != 200 || !bytes.Contains(w.Body.Bytes(), []byte("</html>")) {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if bytes.Contains(w.Body.Bytes(), []byte("There are no results")) {
			return
		}
		var read struct {
			Tables []struct {
				Parts []struct{ Cells []struct{ Count *int } }
			}
		}
		if json.Unmarshal(results, &read) != nil {
			t.Fatal("shows what is no JSON")
		}
		for _, table := range read.Tables {
			for _, part := range table.Parts {
				for _, cell := range part.Cells {
					if cell.Count != nil && *cell.Count < 5 {
						t.Fatalf("shows a count of %d", *cell.Count)
					}
				}
			}
		}
	})
}
