package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"io/fs"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/blob"
	"alcove/internal/breach"
	"alcove/internal/clock"
	"alcove/internal/disclosure"
	"alcove/internal/mailer"
	"alcove/internal/pages"
	"alcove/internal/practice"
	"alcove/internal/room"
	"alcove/internal/survey"
)

func TestEverythingDeclaredHasAnEntryAndWords(t *testing.T) {
	if err := inventory.Check(); err != nil {
		t.Fatal(err)
	}
}

// What a column holds is said in each language of the pages; of what is not there
// any more no words are left.
func TestEveryColumnHasWordsInEachLanguage(t *testing.T) {
	for _, lang := range pages.Languages[1:] {
		file, err := os.ReadFile("../../internal/pages/items/" + lang + ".json")
		if err != nil {
			t.Fatal(err)
		}
		words := map[string]string{}
		if err := json.Unmarshal(file, &words); err != nil {
			t.Fatal(lang, err)
		}
		var names []string
		for name, text := range words {
			if names = append(names, name); strings.TrimSpace(text) == "" {
				t.Errorf("%s: %s has no words", lang, name)
			}
		}
		for _, wrong := range inventory.Kind(disclosure.Column).Compare(names) {
			t.Errorf("%s: %s", lang, wrong)
		}
	}
}

// A running server has the files that are declared in its data folder, and no others.
func TestEveryFileIsDeclared(t *testing.T) {
	data := t.TempDir()
	startServing(t, data)
	backUp(t, data)
	var there []string
	err := filepath.WalkDir(data, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			name, _ := filepath.Rel(data, path)
			there = append(there, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, wrong := range inventoryOf(disclosure.SQLite).Kind(disclosure.File).Compare(there) {
		t.Error(wrong)
	}
}

// metricsServed is what a server that was asked for a page has under /metrics.
func metricsServed(t *testing.T) string {
	t.Helper()
	o, err := parseOptions([]string{"-data", t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	s, err := assemble(t.Context(), o, clock.Machine(), slog.New(slog.DiscardHandler), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.db.Close() }()
	s.handler.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/privacy", nil))
	answer := httptest.NewRecorder()
	s.adminHandler().ServeHTTP(answer, httptest.NewRequest("GET", "/metrics", nil))
	return answer.Body.String()
}

// Whoever reads /metrics finds what is declared there, by the same labels, and nothing else.
func TestEveryMetricIsDeclared(t *testing.T) {
	var there []string
	for line := range strings.Lines(metricsServed(t)) {
		if name := metricName(line); name != "" && !slices.Contains(there, name) {
			there = append(there, name)
		}
	}
	for _, wrong := range inventory.Kind(disclosure.Metric).Compare(there) {
		t.Error(wrong)
	}
}

var (
	sample = regexp.MustCompile(`^([a-z_]+)(?:\{(.*)\})? `)
	label  = regexp.MustCompile(`(\w+)="(?:[^"\\]|\\.)*"`)
)

// metricName gives a sample's name as it is declared: a histogram's as the histogram's.
func metricName(line string) string {
	m := sample.FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	name := regexp.MustCompile(`_(bucket|sum|count)$`).ReplaceAllString(m[1], "")
	var labels []string
	for _, l := range label.FindAllStringSubmatch(m[2], -1) {
		if l[1] != "le" {
			labels = append(labels, l[1])
		}
	}
	if labels == nil {
		return name
	}
	slices.Sort(labels)
	return name + "{" + strings.Join(labels, ",") + "}"
}

// Whatever any package says to the log has a fixed sentence and declared fields.
func TestEveryLogFieldIsDeclared(t *testing.T) {
	var line bytes.Buffer
	slog.New(slog.NewJSONHandler(&line, nil)).Info("stopping")
	own := map[string]any{}
	if err := json.Unmarshal(line.Bytes(), &own); err != nil {
		t.Fatal(err)
	}
	there := logFields(t)
	for name := range own {
		there = append(there, name)
	}
	for _, wrong := range inventory.Kind(disclosure.Log).Compare(there) {
		t.Error(wrong)
	}
}

// How long things are kept, as visitors are told, is how long they are kept.
func TestFiguresAreThoseOfTheCode(t *testing.T) {
	const day = 24 * time.Hour
	hours := func(d time.Duration) int { return int(d / time.Hour) }
	days := func(d time.Duration) int { return int(d / day) }
	real := map[string]map[string]int{
		"session":    {"hours": hours(account.SessionIdle), "days": days(account.SessionLifetime)},
		"farewell":   {"days": days(account.SessionLifetime)},
		"access":     {"days": account.NotesDays},
		"push":       {"days": days(account.SessionLifetime)},
		"attachment": {"days": blob.KeepUncommitted},
		"mail":       {"hours": hours(mailer.CodeLasts)},
		"room":       {"days": room.AskedDays},
		"notice":     {"days": breach.KeptDays},
		"response":   {"days": survey.KeptDays},
		"invitation": {"days": days(practice.InvitationLifetime), "later": days(practice.InvitationKept)},
	}
	for _, e := range disclosure.Entries {
		if len(e.Figures) != len(real[e.ID]) {
			t.Errorf("%s: %v, want %v", e.ID, e.Figures, real[e.ID])
		}
		for name, n := range e.Figures {
			if real[e.ID][name] != n {
				t.Errorf("%s: %s are %d, want %d", e.ID, name, n, real[e.ID][name])
			}
		}
	}
}

func TestTheDocumentIsCurrent(t *testing.T) {
	var now bytes.Buffer
	if err := run(t.Context(), []string{"inventory"}, &now); err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile("../../docs/inventory.md")
	if err != nil {
		t.Fatal(err)
	}
	if now.String() != string(kept) {
		t.Error("docs/inventory.md is not current: make generate")
	}
}
