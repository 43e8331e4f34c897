package pages

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"alcove/internal/disclosure"
)

// The inventory of data (internal/disclosure) is told three times from the same
// declarations: to visitors at /privacy/data, to programs at /inventory.json, and
// to who reads the source in docs/inventory.md.

// inventoryJSON is the schema of /inventory.json (docs/protocol.md). What is there
// keeps its name and meaning while Schema is the same; more may come.
type inventoryJSON struct {
	Schema   int         `json:"schema"`
	Language string      `json:"language"`
	Entries  []toldEntry `json:"entries"`
}

// toldEntry is an entry in the words of one language.
type toldEntry struct {
	ID      string         `json:"id"`
	Title   string         `json:"title"`
	Holds   string         `json:"holds"`
	Purpose string         `json:"purpose"`
	Basis   told           `json:"legal_basis"`
	Readers told           `json:"readers"`
	Kept    string         `json:"kept"`
	Figures map[string]int `json:"figures"`
	Items   []toldItem     `json:"items"`
}

type told struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// toldItem is an item. Holds is English everywhere; Text is the same in another
// language, where there is one.
type toldItem struct {
	Kind  disclosure.Kind `json:"kind"`
	Name  string          `json:"name"`
	Form  disclosure.Form `json:"form"`
	Holds string          `json:"holds"`
	Text  string          `json:"text,omitempty"`
}

// Forms gathers the names of an entry's items by their form, in the order in which
// the forms first come.
func (e toldEntry) Forms() (forms []toldForm) {
	for _, i := range e.Items {
		at := slices.IndexFunc(forms, func(f toldForm) bool { return f.Form == i.Form })
		if at < 0 {
			at, forms = len(forms), append(forms, toldForm{Form: i.Form})
		}
		forms[at].Names = append(forms[at].Names, i.Name)
	}
	return forms
}

type toldForm struct {
	Form  disclosure.Form
	Names []string
}

// tell puts the inventory into the words of a language, without the entries of which
// this server holds nothing.
func tell(inventory disclosure.Inventory, lang string) ([]toldEntry, error) {
	var all []toldEntry
	for _, e := range disclosure.Entries {
		items := inventory.Of(e.ID)
		if len(items) == 0 {
			continue
		}
		figures, pairs := map[string]int{}, []string(nil)
		for name, n := range e.Figures {
			figures[name] = n
			pairs = append(pairs, name, strconv.Itoa(n))
		}
		out := toldEntry{ID: e.ID, Basis: told{ID: string(e.Basis)}, Readers: told{ID: string(e.Readers)}, Figures: figures, Items: []toldItem{}}
		for key, text := range map[string]*string{
			e.ID + ".title": &out.Title, e.ID + ".holds": &out.Holds, e.ID + ".why": &out.Purpose, e.ID + ".kept": &out.Kept,
			"basis." + out.Basis.ID: &out.Basis.Text, "reader." + out.Readers.ID: &out.Readers.Text,
		} {
			var err error
			if *text, err = translate(lang, "inventory."+key, pairs...); err != nil {
				return nil, err
			}
		}
		for _, i := range items {
			out.Items = append(out.Items, toldItem{i.Kind, i.Name, i.Form, i.Holds, itemWords[lang][i.Name]})
		}
		all = append(all, out)
	}
	return all, nil
}

// Entries is the inventory in the page's language.
func (v view) Entries(inventory disclosure.Inventory) ([]toldEntry, error) {
	return tell(inventory, v.Lang)
}

// asked is the language of what programs read: English unless the address names another.
func asked(r *http.Request) string {
	if l := r.URL.Query().Get("lang"); catalogues[l] != nil {
		return l
	}
	return Languages[0]
}

// serveInventory tells the inventory to programs.
func (s *site) serveInventory(w http.ResponseWriter, r *http.Request) {
	lang := asked(r)
	entries, err := tell(s.Inventory, lang)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	writeJSON(w, inventoryJSON{Schema: 1, Language: lang, Entries: entries})
}

func writeJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	body := json.NewEncoder(w)
	body.SetEscapeHTML(false)
	body.SetIndent("", " ")
	_ = body.Encode(v)
}

// InventoryText is docs/inventory.md: the same in English, each item with its words.
func InventoryText(inventory disclosure.Inventory) (string, error) {
	entries, err := tell(inventory, "en")
	if err != nil {
		return "", err
	}
	var out strings.Builder
	out.WriteString(`# Everything the server holds

Made by ` + "`make generate`" + ` from what is declared beside the code: columns in ` + "`internal/store/inventory.go`" + `, subjects in ` + "`internal/nodes/inventory.go`" + `, files, figures and fields of the log in ` + "`cmd/alcove/inventory.go`" + `, entries in ` + "`internal/disclosure`" + `, words in ` + "`internal/pages/locales`" + `. Tests compare all of it with a fresh database, a running server's data folder, its metrics, its calls of the log and what nodes say by NATS, both ways. What PostgreSQL holds beside its tables is known from its documentation. The list has what any server holds; a server tells what it holds itself, with the database it has, at ` + "`/privacy/data`" + ` and ` + "`/inventory.json`" + `.

`)
	for _, e := range entries {
		fmt.Fprintf(&out, "## %s\n%s\n\n- *why*: %s %s\n- *who can read it*: %s\n- *how long*: %s\n\n| name | form | holds |\n|---|---|---|\n",
			e.Title, e.Holds, e.Purpose, e.Basis.Text, e.Readers.Text, e.Kept)
		for _, i := range e.Items {
			form, err := translate("en", "inventory.form."+string(i.Form))
			if err != nil {
				return "", err
			}
			fmt.Fprintf(&out, "| `%s` | %s | %s |\n", i.Name, strings.ToLower(form), i.Holds)
		}
		out.WriteString("\n")
	}
	return strings.TrimSuffix(out.String(), "\n"), nil
}
