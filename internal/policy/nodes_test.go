package policy_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"alcove/internal/fault"
	"alcove/internal/pages"
	"alcove/internal/policy"
	"alcove/internal/practice"
	"alcove/internal/store"
)

// node starts another node on the world's database, whose program ends the policy so.
func (w *world) node(ending string) *policy.Service {
	w.Helper()
	compose := pages.PolicyWords(store.Inventory)
	s := policy.New(policy.Config{
		Store: w.db.Policies(), Settings: func(context.Context) (practice.Settings, error) { return w.settings, nil },
		Inventory: store.Inventory, Clock: func() time.Time { return time.Date(2026, 11, 27, 1, 0, 0, 0, time.UTC) },
		Compose: func(settings practice.Settings, facts policy.Facts) (policy.Words, error) {
			words, err := compose(settings, facts)
			words["en"] = append(words["en"], policy.Section{ID: "ending", Text: ending})
			return words, err
		},
	})
	w.says(s, ending, 0)
	return s
}

// says holds that a node shows the version of this number (0: any) and ending.
func (w *world) says(s *policy.Service, ending string, number uint32) {
	w.Helper()
	v, heads, err := s.Current(w.Context())
	if err != nil {
		w.Fatal(err)
	}
	english := v.Words["en"]
	if got := english[len(english)-1].Text; got != ending || number > 0 && v.Number != number || len(heads) != int(v.Number) {
		w.Errorf("version %d of %d, ends with %q; want %d, %q", v.Number, len(heads), got, number, ending)
	}
}

// together has all nodes do something at once, and counts what came of it by code.
func together(all []*policy.Service, do func(*policy.Service) error) map[string]int {
	var mu sync.Mutex
	var running sync.WaitGroup
	came := map[string]int{}
	for _, s := range all {
		running.Go(func() {
			code := ""
			if err := do(s); err != nil {
				code = fault.Of(err).Code
			}
			mu.Lock()
			defer mu.Unlock()
			came[code]++
		})
	}
	running.Wait()
	return came
}

func TestNodesShowTheSameVersion(t *testing.T) {
	w := newWorld(t)
	a, b := w.node("x"), w.node("x")
	w.says(b, "x", 1)
	facts := policy.Suggested("DE")
	facts.Authority = "BfDI"
	if n, err := a.Publish(t.Context(), 1, facts, "Where to complain", false); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	w.says(b, "x", 2)
	if v, _, err := b.Current(t.Context()); err != nil || v.Cause != policy.Steward || v.Facts.Authority != "BfDI" {
		t.Errorf("%+v %+v %v", v.Head, v.Facts, err)
	}
	facts.Authority = ""
	_, err := b.Publish(t.Context(), 1, facts, "By what was seen before", false)
	w.refused(err, "policy_moved")

	all := []*policy.Service{a, b, w.node("x"), w.node("x")}
	w.settings.Retention.Standard = 90
	came := together(all, func(s *policy.Service) error {
		_, _, err := s.Current(t.Context())
		return err
	})
	if came[""] != len(all) {
		t.Errorf("asked together, nodes answered %v", came)
	}
	for _, s := range all {
		w.says(s, "x", 3)
	}
	came = together(all, func(s *policy.Service) error {
		_, err := s.Publish(t.Context(), 3, facts, "Nowhere to complain", false)
		return err
	})
	if came[""] != 1 || came["policy_moved"] != len(all)-1 {
		t.Errorf("published together: %v", came)
	}
	for _, s := range all {
		w.says(s, "x", 4)
	}
}

// While nodes are restarted one after the other, two programs say different things.
func TestProgramsDoNotReplaceEachOthersTextByTurns(t *testing.T) {
	w := newWorld(t)
	older, other := w.node("old"), w.node("old")
	newer := w.node("new")
	for range 3 {
		for _, s := range []*policy.Service{older, newer, other} {
			w.says(s, "new", 2)
		}
	}
	// Changed settings each program puts into its own words, once.
	w.settings.Retention.Standard = 90
	w.says(newer, "new", 3)
	w.says(older, "old", 4)
	for range 3 {
		for _, s := range []*policy.Service{newer, other, older} {
			w.says(s, "old", 4)
		}
	}
	// The one that was started last decides.
	for range 2 {
		newer = w.node("new")
		w.says(newer, "new", 5)
	}
}
