package policy_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"alcove/internal/disclosure"
	"alcove/internal/fault"
	"alcove/internal/pages"
	"alcove/internal/policy"
	"alcove/internal/practice"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

// world is a practice over a real database, whose program can be another one.
type world struct {
	*testing.T
	*policy.Service
	db       *store.DB
	settings practice.Settings
}

func newWorld(t *testing.T) *world {
	t.Helper()
	db := storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	t.Cleanup(func() { _ = db.Close() })
	w := &world{T: t, db: db, settings: practice.Settings{
		Name: "Lindenhof", Languages: []string{"de"}, Jurisdiction: "DE", SetUp: true, Retention: practice.Retention{Shortest: 1, Standard: 365},
	}}
	w.start(store.Inventory)
	return w
}

// start starts a program that holds this.
func (w *world) start(inventory disclosure.Inventory) {
	w.Service = policy.New(policy.Config{
		Store: w.db.Policies(), Settings: func(context.Context) (practice.Settings, error) { return w.settings, nil },
		Inventory: inventory, Compose: pages.PolicyWords(inventory), Clock: func() time.Time { return time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC) },
	})
}

func (w *world) current() policy.Version {
	w.Helper()
	v, heads, err := w.Current(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	if len(heads) != int(v.Number) {
		w.Fatalf("%d versions, the newest is %d", len(heads), v.Number)
	}
	return v
}

func (w *world) is(number uint32, cause policy.Cause, matters bool) {
	w.Helper()
	if v := w.current(); v.Number != number || v.Cause != cause || v.Matters != matters {
		w.Errorf("version %d by %q, matters %v; want %d by %q, %v", v.Number, v.Cause, v.Matters, number, cause, matters)
	}
}

func (w *world) refused(err error, code string) {
	w.Helper()
	if err == nil || fault.Of(err).Code != code {
		w.Errorf("got %v, want %s", err, code)
	}
}

func TestNothingIsPublishedBeforeSetUp(t *testing.T) {
	w := newWorld(t)
	w.settings = practice.Settings{}
	if v := w.current(); v.Number != 0 || len(v.Words["ar"]) == 0 {
		t.Errorf("version %d with %d sections", v.Number, len(v.Words["ar"]))
	}
	_, err := w.Publish(t.Context(), 0, policy.Facts{}, "x", false)
	w.refused(err, "policy_moved")
}

// A database that writes down times by itself is something to ask people about.
func TestAMoveToPostgreSQLAsksAnew(t *testing.T) {
	w := newWorld(t)
	w.is(1, policy.First, true)
	w.start(append(slices.Clone(store.Inventory), disclosure.Item{Kind: disclosure.Database, Name: "its log", Entry: "database", Form: disclosure.Mixed, Holds: "times"}))
	w.is(2, policy.Server, true)
	w.start(store.Inventory)
	w.is(3, policy.Server, false) // less is held: nobody has to be asked
}

func TestServerMakesAVersionWhenTheNewestIsNotTrueAnyMore(t *testing.T) {
	w := newWorld(t)
	w.is(1, policy.First, true)
	w.is(1, policy.First, true) // nothing changed
	w.start(store.Inventory)
	w.is(1, policy.First, true) // nor by starting again

	more := append(slices.Clone(store.Inventory), disclosure.Item{Kind: disclosure.Column, Name: "account.mood", Entry: "account", Form: disclosure.Clear, Holds: "how they are"})
	w.start(more)
	w.is(2, policy.Server, true)
	w.start(store.Inventory)
	if v := w.current(); v.Number != 2 {
		t.Errorf("version %d, though less is held and the words are the same", v.Number)
	}

	w.settings.Retention.Standard = 90
	w.is(3, policy.Settings, true)
	w.settings.ContactEmail = "a@example.org"
	w.is(4, policy.Settings, false)
	w.settings.CrisisLines = []practice.CrisisLine{{Name: "x", Number: "1"}}
	w.is(4, policy.Settings, false)
	w.settings.Jurisdiction = "AT"
	w.is(5, policy.Settings, true)
}

func TestEachVersionIsKeptAsItWas(t *testing.T) {
	w := newWorld(t)
	first := w.current()
	w.settings.Name = "Rosenhof"
	w.current()
	kept, err := w.Version(t.Context(), 1)
	if err != nil || kept.Day != "2026-11-27" || !slices.Equal(kept.Words["fr"], first.Words["fr"]) || !slices.Equal(kept.Substance.Held, first.Substance.Held) {
		t.Errorf("%v, %v", kept.Head, err)
	}
	_, err = w.Version(t.Context(), 9)
	w.refused(err, "not_found")
	w.refused(w.db.Policies().AddPolicy(t.Context(), first), "policy_moved")
}

func TestStewardPublishes(t *testing.T) {
	w := newWorld(t)
	facts := w.current().Facts
	if !facts.GDPR || facts.HIPAA || len(facts.Processors) != 0 {
		t.Errorf("suggested for Germany: %+v", facts)
	}
	_, err := w.Publish(t.Context(), 1, facts, "Nothing", false)
	w.refused(err, "policy_unchanged")
	facts.Authority = "  BfDI "
	_, err = w.Publish(t.Context(), 1, facts, " ", false)
	w.refused(err, "invalid_note")
	made, err := w.Preview(t.Context(), facts)
	if err != nil || made.Matters || !made.Changed || made.Base.Number != 1 {
		t.Errorf("%+v, %v", made.Head, err)
	}
	w.is(1, policy.First, true) // a preview publishes nothing
	if n, err := w.Publish(t.Context(), 1, facts, "Where to complain", false); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	w.is(2, policy.Steward, false)
	if v := w.current(); v.Note != "Where to complain" || v.Facts.Authority != "BfDI" {
		t.Errorf("%+v %+v", v.Head, v.Facts)
	}
	facts.Officer = "c@example.org"
	_, err = w.Publish(t.Context(), 1, facts, "Officer", false)
	w.refused(err, "policy_moved")

	// That it does not matter when somebody else gets data, nobody can say.
	facts.Processors = []policy.Processor{{Name: "Store", Purpose: "backups", Place: "Iceland"}}
	if _, err := w.Publish(t.Context(), 2, facts, "A new one", false); err != nil {
		t.Fatal(err)
	}
	w.is(3, policy.Steward, true)
	facts.Processors = nil
	if _, err := w.Publish(t.Context(), 3, facts, "And gone", false); err != nil {
		t.Fatal(err)
	}
	w.is(4, policy.Steward, false)
	facts.GDPR = false
	if _, err := w.Publish(t.Context(), 4, facts, "Less", false); err != nil {
		t.Fatal(err)
	}
	w.is(5, policy.Steward, true)

	facts.Controller = strings.Repeat("x", 201)
	_, err = w.Preview(t.Context(), facts)
	w.refused(err, "invalid_controller")
	facts.Controller, facts.Processors = "", []policy.Processor{{Name: "x"}}
	_, err = w.Preview(t.Context(), facts)
	w.refused(err, "invalid_processors")
}

func TestSteps(t *testing.T) {
	w := newWorld(t)
	w.current()
	w.settings.Retention.Standard = 90
	w.current()
	w.settings.ContactPhone = "+49 30 1"
	_, heads, err := w.Current(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	steps, err := w.Steps(t.Context(), heads, "de")
	if err != nil || len(steps) != 3 || steps[0].Number != 3 || len(steps[2].Changes) != 0 {
		t.Fatal(steps, err)
	}
	var ids []string
	for _, c := range steps[1].Changes {
		ids = append(ids, c.ID)
	}
	if !slices.Equal(ids, []string{"summary", "kept"}) {
		t.Errorf("a new time of keeping changes %v", ids)
	}
}

func TestChanges(t *testing.T) {
	before := []policy.Section{{ID: "a", Title: "A", Text: "one\n\ntwo\n\n- three\n- four"}, {ID: "gone", Title: "Gone", Text: "x"}}
	after := []policy.Section{{ID: "new", Title: "New", Text: "y"}, {ID: "a", Title: "A", Text: "one\n\n2\n\n- three\n- four\n- five"}}
	var out strings.Builder
	for _, c := range policy.Changes(before, after) {
		out.WriteString(string(c.Kind) + " " + c.Title + ":")
		for _, l := range c.Lines {
			out.WriteString(map[bool]string{true: " -", false: " +"}[l.Gone] + l.Text)
		}
		out.WriteString("; ")
	}
	if got, want := out.String(), "added New: +y; changed A: -two +2 +five; removed Gone: -x; "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if len(policy.Changes(before, before)) != 0 {
		t.Error("a text differs from itself")
	}
}

func FuzzChanges(f *testing.F) {
	f.Add("a\n\nb", "b\n\n- c")
	f.Fuzz(func(t *testing.T, before, after string) {
		if len(before)+len(after) > 400 {
			return
		}
		a, b := []policy.Section{{ID: "x", Text: before}}, []policy.Section{{ID: "x", Text: after}}
		if n := len(policy.Changes(a, b)); (n == 0) != (before == after) {
			t.Errorf("%d changes from %q to %q", n, before, after)
		}
	})
}
