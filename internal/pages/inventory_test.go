package pages_test

import (
	"encoding/json"
	"strings"
	"testing"

	"alcove/internal/disclosure"
	"alcove/internal/pages"
)

func TestThePageTellsEveryEntryAndItsNames(t *testing.T) {
	for _, lang := range pages.Languages {
		body := get(t, ready(), "/privacy/data?lang="+lang).Body.String()
		for _, e := range disclosure.Entries {
			if strings.Count(body, `<tr id="`+e.ID+`"`) != 1 {
				t.Errorf("%s: %s is not told once", lang, e.ID)
			}
		}
		for _, i := range inventory {
			if strings.Count(body, ">"+i.Name+"</code>") != 1 {
				t.Errorf("%s: %s is not named once", lang, i.Name)
			}
		}
		if strings.Contains(body, "{hours}") || strings.Contains(body, "{days}") || !strings.Contains(body, "30") {
			t.Errorf("%s: how long is not told in figures", lang)
		}
		if !strings.Contains(get(t, ready(), "/privacy?lang="+lang).Body.String(), `href="/privacy/data?lang=`+lang) {
			t.Errorf("%s: the privacy policy does not lead to it", lang)
		}
	}
}

// Programs rely on these names (docs/protocol.md): more may come, none may go.
func TestTheJSONKeepsItsSchema(t *testing.T) {
	w := get(t, ready(), "/inventory.json", "Accept-Language", "de")
	if w.Code != 200 || w.Header().Get("Content-Type") != "application/json" {
		t.Fatal(w.Code, w.Header())
	}
	text := strings.Join(strings.Fields(w.Body.String()), " ")
	for _, want := range []string{
		`{ "schema": 1, "language": "en", "entries": [ { "id": "account", "title": "Your account", "holds": "A number derived`,
		`"purpose": "So that others can write to you, and check that it is you.", "legal_basis": { "id": "counselling", "text": "You ask`,
		`"readers": { "id": "contacts", "text": "Whoever talks`,
		`"kept": "Until you delete your account.", "figures": {}, "items": [ { "kind": "column", "name": "account.id", "form": "clear", "holds": "whose it is" } ] }`,
		`"figures": { "days": 30, "hours": 12 }, "items": [ { "kind": "column", "name": "session.token_hash", "form": "hash", "holds": "of the token" } ]`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	var told struct {
		Entries []struct {
			Title string
			Items []struct{ Holds, Text string }
		}
	}
	if err := json.Unmarshal(get(t, ready(), "/inventory.json?lang=de").Body.Bytes(), &told); err != nil || told.Entries[0].Title != "Ihr Konto" {
		t.Error(told, err)
	}
	if item := told.Entries[0].Items[0]; item.Holds != "whose it is" || !strings.Contains(item.Text, "benennt das Konto") {
		t.Error(item)
	}
}
