package pages_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"alcove/internal/disclosure"
	"alcove/internal/pages"
	"alcove/internal/policy"
	"alcove/internal/practice"
)

// versions keeps policies in memory; the real store is tested with package policy.
type versions []policy.Version

func (s *versions) NewestPolicy(context.Context) (uint32, error) { return uint32(len(*s)), nil }

func (s *versions) PolicyVersion(_ context.Context, number uint32) (policy.Version, error) {
	if number == 0 || int(number) > len(*s) {
		return policy.Version{}, policy.ErrNone
	}
	return (*s)[number-1], nil
}

func (s *versions) PolicyHeads(context.Context) (heads []policy.Head, err error) {
	for _, v := range *s {
		heads = append([]policy.Head{v.Head}, heads...)
	}
	return heads, nil
}

func (s *versions) AddPolicy(_ context.Context, v policy.Version) error {
	*s = append(*s, v)
	return nil
}

func policiesOf(s pages.Source, held disclosure.Inventory) *policy.Service {
	return policy.New(policy.Config{
		Store: &versions{}, Settings: s.Settings, Inventory: held, Compose: pages.PolicyWords(held),
		Clock: func() time.Time { return time.Date(2026, 11, 26, 18, 30, 0, 0, time.UTC) },
	})
}

// policyWorld is a site whose practice can change.
type policyWorld struct {
	*testing.T
	source   source
	policies *policy.Service
	handler  http.Handler
}

func newPolicyWorld(t *testing.T) *policyWorld {
	w := &policyWorld{T: t, source: ready()}
	made := siteOf(w.source)
	w.policies = policy.New(policy.Config{
		Store: &versions{}, Settings: func(context.Context) (practice.Settings, error) { return w.source.settings, nil },
		Inventory: inventory, Compose: pages.PolicyWords(inventory), Clock: made.Clock,
	})
	made.Policies = w.policies
	w.handler = pages.New(made)
	return w
}

func (w *policyWorld) get(path string, status int) string {
	w.Helper()
	answer := httptest.NewRecorder()
	w.handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	if answer.Code != status {
		w.Fatalf("%s: status %d, want %d", path, answer.Code, status)
	}
	return answer.Body.String()
}

func TestEachVersionStaysReadableAndDifferencesAreShown(t *testing.T) {
	for _, lang := range pages.Languages {
		w := newPolicyWorld(t)
		w.get("/privacy?lang="+lang, 200)
		w.source.settings.Retention = practice.Retention{Shortest: 7, Longest: 730, Standard: 365}
		if page := w.get("/privacy?lang="+lang, 200); !strings.Contains(page, "365") || !strings.Contains(page, `/privacy/1?lang=`+lang) {
			t.Errorf("%s: the new version does not say 365, or does not lead to the first", lang)
		}
		if page := w.get("/privacy/1?lang="+lang, 200); strings.Contains(page, "365") || !strings.Contains(page, `href="/privacy?lang=`+lang) {
			t.Errorf("%s: the first version says what the second does, or does not lead to it", lang)
		}
		page := w.get("/privacy/changes?from=1&to=2&lang="+lang, 200)
		_, came, _ := strings.Cut(page, "<ins>")
		if !strings.Contains(page, "<del>") || !strings.Contains(came, "365") {
			t.Errorf("%s: the differences do not show the new time:\n%s", lang, page)
		}
		if w.get("/privacy/changes?lang="+lang, 200) == "" {
			t.Error("no differences by default")
		}
	}
	w := newPolicyWorld(t)
	for _, path := range []string{"/privacy/2", "/privacy/0", "/privacy/01", "/privacy/x", "/privacy/changes?from=1&to=9", "/privacy/99999999999999999999"} {
		w.get(path, 404)
	}
}

func TestPolicyShowsTheFactsAndEscapesThem(t *testing.T) {
	w := newPolicyWorld(t)
	facts := policy.Facts{
		Controller: hostile, Officer: "Dr. " + hostile, Authority: "BfDI", GDPR: false, HIPAA: true,
		Processors: []policy.Processor{{Name: hostile, Purpose: "backups", Place: "Iceland"}},
	}
	if strings.Contains(w.get("/privacy?lang=en", 200), "HIPAA") {
		t.Error("HIPAA in Germany")
	}
	if _, err := w.policies.Publish(t.Context(), 1, facts, "We "+hostile, false); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/privacy", "/privacy/2", "/privacy/changes"} {
		page := w.get(path+"?lang=en", 200)
		for _, bad := range []string{"<script", "<img src=x", "ZgotmplZ"} {
			if strings.Contains(page, bad) {
				t.Errorf("%s: contains %s", path, bad)
			}
		}
		for _, want := range []string{"HIPAA", "BfDI", "Iceland"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: does not say %s", path, want)
			}
		}
	}
	if strings.Contains(w.get("/privacy?lang=en", 200), "With nobody") {
		t.Error("says that nobody processes data, though somebody does")
	}
}

func TestPolicyForPrograms(t *testing.T) {
	w := newPolicyWorld(t)
	w.get("/privacy", 200)
	w.source.settings.ContactPhone = "+49 30 2"
	var told struct {
		Schema, Version int
		Day             string
		Sections        []policy.Section
		Facts           policy.Facts
		Versions        []struct {
			Version int
			Cause   string
			Matters bool
			Note    string
			Changes []struct {
				ID, Title, Kind string
				Gone, Came      []string
			}
		}
	}
	if err := json.Unmarshal([]byte(w.get("/privacy.json?lang=de", 200)), &told); err != nil {
		t.Fatal(err)
	}
	if told.Schema != 1 || told.Version != 2 || told.Day != "2026-11-26" || len(told.Sections) < 10 || !told.Facts.GDPR || len(told.Versions) != 2 {
		t.Errorf("%+v", told)
	}
	newest := told.Versions[0]
	if newest.Matters || newest.Cause != "settings" || newest.Note == "" || len(newest.Changes) != 1 || newest.Changes[0].ID != "responsible" || len(newest.Changes[0].Came) != 1 {
		t.Errorf("a telephone number: %+v", newest)
	}
	if !told.Versions[1].Matters || told.Versions[1].Cause != "first" {
		t.Errorf("the first version: %+v", told.Versions[1])
	}
}
