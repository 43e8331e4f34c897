package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

const monitoring = "../../deploy/monitoring/"

// dashboardQueries are what the dashboard asks Prometheus, its variables filled in.
func dashboardQueries(t *testing.T) (queries []string) {
	t.Helper()
	text, err := os.ReadFile(monitoring + "dashboard.json")
	if err != nil {
		t.Fatal(err)
	}
	var d struct {
		Panels []struct {
			Title, Description string
			Targets            []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(text, &d); err != nil {
		t.Fatal(err)
	}
	for _, p := range d.Panels {
		if p.Title == "" || p.Description == "" || len(p.Targets) == 0 {
			t.Errorf("panel %q explains or asks nothing", p.Title)
		}
		for _, target := range p.Targets {
			queries = append(queries, strings.NewReplacer("$__rate_interval", "5m", "$instance", ".*").Replace(target.Expr))
		}
	}
	return queries
}

// figuresServed are the labels of each figure, as /metrics gives it.
func figuresServed(t *testing.T) map[string][]string {
	t.Helper()
	figures := map[string][]string{"up": nil} // Prometheus' own
	for line := range strings.Lines(metricsServed(t)) {
		if m := sample.FindStringSubmatch(line); m != nil {
			figures[m[1]] = []string{}
			for _, l := range label.FindAllStringSubmatch(m[2], -1) {
				figures[m[1]] = append(figures[m[1]], l[1])
			}
		}
	}
	return figures
}

// A figure that is renamed leaves no panel empty and no alert silent.
func TestWhatIsWatchedIsServed(t *testing.T) {
	rules, err := os.ReadFile(monitoring + "alerts.yml")
	if err != nil {
		t.Fatal(err)
	}
	queries := append(dashboardQueries(t), regexp.MustCompile(`(?m)^ +(annotations|summary|description|labels):.*$`).ReplaceAllString(string(rules), ""))
	figures := figuresServed(t)
	asked := regexp.MustCompile(`\b((?:alcove|go|process)_[a-z_]+|up)\{([^}]*)\}`)
	matcher := regexp.MustCompile(`(\w+)(?:=~|=)"([^"]*)"`)
	found := 0
	for _, query := range queries {
		for _, m := range asked.FindAllStringSubmatch(query, -1) {
			found++
			labels, is := figures[m[1]]
			if !is {
				t.Errorf("%s is not served", m[1])
			}
			for _, l := range matcher.FindAllStringSubmatch(m[2], -1) {
				if l[1] != "job" && l[1] != "instance" && !slices.Contains(labels, l[1]) {
					t.Errorf("%s has no label %s", m[1], l[1])
				}
				if l[1] == "route" && !procedures[l[2]] {
					t.Errorf("nothing is answered at %s", l[2])
				}
			}
		}
		if bare := regexp.MustCompile(`\balcove_[a-z_]+[^a-z_{]`).FindString(query); bare != "" {
			t.Errorf("%s is asked for without a job", bare)
		}
	}
	if found < 30 {
		t.Errorf("%d figures were found", found)
	}
}

// Prometheus' own checker reads the rules and the dashboard's queries, and plays the alerts.
func TestPrometheusReadsTheRulesAndQueries(t *testing.T) {
	promtool, err := exec.LookPath("promtool")
	if err != nil {
		t.Skip("there is no promtool here: apt-get install prometheus")
	}
	type rule struct {
		Record string `json:"record"`
		Expr   string `json:"expr"`
	}
	var recorded []rule
	for _, query := range dashboardQueries(t) {
		recorded = append(recorded, rule{"panel:" + string(rune('a'+len(recorded)%26)) + string(rune('a'+len(recorded)/26)), query})
	}
	text, err := json.Marshal(map[string]any{"groups": []map[string]any{{"name": "dashboard", "rules": recorded}}})
	if err != nil {
		t.Fatal(err)
	}
	queries := filepath.Join(t.TempDir(), "queries.yml") // JSON is YAML
	if err := os.WriteFile(queries, text, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"check", "rules", monitoring + "alerts.yml", queries}, {"test", "rules", monitoring + "alerts_test.yml"}} {
		if out, err := exec.CommandContext(t.Context(), promtool, args...).CombinedOutput(); err != nil {
			t.Errorf("promtool %q: %v\n%s", args, err, out)
		}
	}
}
