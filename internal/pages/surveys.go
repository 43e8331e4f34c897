package pages

import (
	"context"
	"encoding/hex"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// Surveys are what owners of surveys show to everybody. *survey.Service is one.
type Surveys interface {
	// PublishedResults gives the definition of a survey and the results that its owner
	// published (docs/surveys.md, "Results"), empty where there are none, with the day,
	// counted from 1970-01-01 UTC. Unknown surveys are a fault.NotFound.
	PublishedResults(ctx context.Context, id [16]byte) (definition, results []byte, day int64, err error)
}

// surveyPage is what /surveys/ID shows. No page leads there: its owner gives the link
// to whom they like.
func (s *site) surveyPage(w http.ResponseWriter, r *http.Request) {
	var id [16]byte
	raw := r.PathValue("id")
	if len(raw) != hex.EncodedLen(len(id)) || strings.ToLower(raw) != raw {
		s.notFound(w, r)
		return
	}
	if _, err := hex.Decode(id[:], []byte(raw)); err != nil {
		s.notFound(w, r)
		return
	}
	definition, results, day, err := s.Surveys.PublishedResults(r.Context(), id)
	if err != nil {
		s.failed(w, r, err)
		return
	}
	w.Header().Set("X-Robots-Tag", "noindex")
	// What is not of the format, or would tell of a few, is not shown at all.
	shown, err := readResults(definition, results)
	if err != nil {
		s.page(w, r, "survey", nil)
		return
	}
	shown.Day = time.Unix(day*86400, 0).UTC().Format(time.DateOnly)
	s.page(w, r, "survey", shown)
}

// SurveyWords gives a text of a survey in the page's language, or in the survey's first
// one where it lacks that.
func (v view) SurveyWords(p publishedSurvey, words map[string]string) string {
	return words[v.SurveyLanguage(p, words)]
}

// SurveyLanguage is the language in which a text of a survey is shown.
func (v view) SurveyLanguage(p publishedSurvey, words map[string]string) string {
	if words[v.Lang] != "" {
		return v.Lang
	}
	return p.definition.Languages[0]
}

// CellName is what a cell is called: by the survey, or by us.
func (v view) CellName(p publishedSurvey, c publishedCell) (string, error) {
	if c.Words == nil && c.Value == nil {
		return v.T(c.Named)
	}
	words := v.SurveyWords(p, c.Words)
	if c.Value == nil || words == "" {
		return words + valueOf(c), nil
	}
	return v.T("survey.end", "value", valueOf(c), "words", words)
}

func valueOf(c publishedCell) string {
	if c.Value == nil {
		return ""
	}
	return strconv.Itoa(*c.Value)
}

// Percent writes a share.
func (v view) Percent(share float64) (string, error) {
	return v.T("survey.percent", "share", strconv.FormatFloat(share, 'f', 0, 64))
}

// Between writes an interval of a share.
func (v view) Between(i interval) (string, error) {
	low, err := v.Percent(i[0])
	if err != nil {
		return "", err
	}
	high, err := v.Percent(i[1])
	if err != nil {
		return "", err
	}
	return v.T("survey.range", "low", low, "high", high)
}

// Figure writes a score or a mean, to a tenth where that is not zero.
func (v view) Figure(figure float64) string {
	text := strings.TrimSuffix(strconv.FormatFloat(figure, 'f', 1, 64), ".0")
	if v.Lang == "en" {
		return text
	}
	if v.Lang == "ar" {
		return strings.Replace(text, ".", "٫", 1)
	}
	return strings.Replace(text, ".", ",", 1)
}
