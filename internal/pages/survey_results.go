package pages

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"strconv"
)

// leastShown is the smallest count that is ever shown of answers to a survey
// (docs/surveys.md, "Results"). The owner's client holds back what is below; here it is
// refused once more.
const leastShown = 5

var errResults = errors.New("not the published results of this survey")

type interval [2]float64

// surveyDefinition is of a definition what a page of results needs. The server read it
// strictly when the survey was frozen.
type surveyDefinition struct {
	Languages    []string          `json:"languages"`
	Title        map[string]string `json:"title"`
	Introduction map[string]string `json:"introduction"`
	Owner        string            `json:"owner"`
	Questions    []surveyQuestion  `json:"questions"`
	Scores       []struct {
		Kind      string            `json:"kind"`
		Name      map[string]string `json:"name"`
		Questions []string          `json:"questions"`
	} `json:"scores"`
}

type surveyQuestion struct {
	ID       string              `json:"id"`
	Kind     string              `json:"kind"`
	Text     map[string]string   `json:"text"`
	Required bool                `json:"required"`
	Options  []map[string]string `json:"options"`
	Rows     []map[string]string `json:"rows"`
	Columns  []map[string]string `json:"columns"`
	From     int                 `json:"from"`
	To       int                 `json:"to"`
	Low      map[string]string   `json:"low"`
	High     map[string]string   `json:"high"`
}

// surveyResults is SurveyResults of web/core/survey_api.ts.
type surveyResults struct {
	V        int           `json:"v"`
	Answered *int          `json:"answered"`
	Smallest int           `json:"smallest"`
	Tables   []resultTable `json:"tables"`
	Scores   []resultScore `json:"scores"`
}

type resultTable struct {
	Question string `json:"question"`
	Kind     string `json:"kind"`
	Parts    []struct {
		Of    *int         `json:"of"`
		Cells []resultCell `json:"cells"`
	} `json:"parts"`
	Mean *resultFigure `json:"mean"`
}

type resultCell struct {
	Count    *int      `json:"count"`
	Interval *interval `json:"interval"`
}

type resultFigure struct {
	Value    float64  `json:"value"`
	Interval interval `json:"interval"`
}

type resultScore struct {
	Kind     string    `json:"kind"`
	Value    *float64  `json:"value"`
	Interval *interval `json:"interval"`
	Of       *int      `json:"of"`
}

// publishedSurvey is what the page shows.
type publishedSurvey struct {
	definition surveyDefinition
	Day        string
	Answered   int
	Scores     []publishedScore
	Tables     []publishedTable
}

func (p publishedSurvey) Title() map[string]string        { return p.definition.Title }
func (p publishedSurvey) Introduction() map[string]string { return p.definition.Introduction }
func (p publishedSurvey) Owner() string                   { return p.definition.Owner }

type publishedScore struct {
	Name     map[string]string
	Kind     string
	From, To float64
	Figure   *resultFigure // nil where it is held back
	Of       int
}

type publishedTable struct {
	Question surveyQuestion
	Parts    []publishedPart
	Mean     *resultFigure
}

type publishedPart struct {
	Words map[string]string // of a row of a matrix
	Of    *int
	Cells []publishedCell
}

// Asked writes how many were asked.
func (p publishedPart) Asked() string { return strconv.Itoa(*p.Of) }

// publishedCell is called by Words of the survey, by a Value of a scale, by both, or by
// the text Named of ours.
type publishedCell struct {
	Words    map[string]string
	Value    *int
	Named    string
	Count    *int
	Share    float64 // per cent
	Interval *interval
}

// readResults refuses what is not of the format, does not belong to the definition, or
// has a count that is never shown.
func readResults(definition, results []byte) (p publishedSurvey, err error) {
	var r surveyResults
	in := json.NewDecoder(bytes.NewReader(results))
	in.DisallowUnknownFields()
	if in.Decode(&r) != nil || json.Unmarshal(definition, &p.definition) != nil || len(p.definition.Languages) == 0 {
		return p, errResults
	}
	if _, err := in.Token(); !errors.Is(err, io.EOF) {
		return p, errResults
	}
	if r.V != 1 || r.Answered == nil || *r.Answered < max(leastShown, r.Smallest) || len(r.Scores) != len(p.definition.Scores) {
		return p, errResults
	}
	p.Answered = *r.Answered
	for i, score := range r.Scores {
		if err := p.addScore(i, score); err != nil {
			return p, err
		}
	}
	tables := r.Tables
	for _, q := range p.definition.Questions {
		if q.Kind == "text" {
			continue
		}
		if len(tables) == 0 {
			return p, errResults
		}
		if err := p.addTable(q, tables[0]); err != nil {
			return p, err
		}
		tables = tables[1:]
	}
	if len(tables) > 0 {
		return p, errResults
	}
	return p, nil
}

func (p *publishedSurvey) addScore(i int, score resultScore) error {
	named := p.definition.Scores[i]
	out := publishedScore{Name: named.Name, Kind: named.Kind, To: 100}
	switch {
	case score.Kind != named.Kind || (score.Value == nil) != (score.Interval == nil) || !isCount(score.Of, p.Answered):
		return errResults
	case named.Kind == "nps":
		out.From = -100
	case named.Kind == "mean":
		for _, q := range p.definition.Questions {
			if len(named.Questions) > 0 && q.ID == named.Questions[0] {
				out.From, out.To = float64(q.From), float64(q.To)
			}
		}
	}
	if score.Value != nil {
		out.Figure = &resultFigure{*score.Value, *score.Interval}
		if score.Of == nil || !out.Figure.within(out.From, out.To) {
			return errResults
		}
		out.Of = *score.Of
	}
	p.Scores = append(p.Scores, out)
	return nil
}

func (p *publishedSurvey) addTable(q surveyQuestion, table resultTable) error {
	parts := 1
	if q.Kind == "matrix" {
		parts = len(q.Rows)
	}
	if table.Question != q.ID || table.Kind != q.Kind || len(table.Parts) != parts {
		return errResults
	}
	out := publishedTable{Question: q, Mean: table.Mean}
	if table.Mean != nil && (q.Kind != "scale" || !table.Mean.within(float64(q.From), float64(q.To))) {
		return errResults
	}
	names := cellNames(q)
	for i, part := range table.Parts {
		shown := publishedPart{Of: part.Of}
		if q.Kind == "matrix" {
			shown.Words = q.Rows[i]
		}
		if !isCount(part.Of, p.Answered) || len(part.Cells) > len(names) || part.Of != nil && len(part.Cells) < len(names)-1 {
			return errResults
		}
		for j, cell := range part.Cells {
			c, err := filled(names[j], cell, part.Of)
			if err != nil {
				return err
			}
			shown.Cells = append(shown.Cells, c)
		}
		out.Parts = append(out.Parts, shown)
	}
	p.Tables = append(p.Tables, out)
	return nil
}

// filled is a cell with its count and its share.
func filled(c publishedCell, cell resultCell, of *int) (publishedCell, error) {
	if cell.Count == nil {
		return c, nil
	}
	if of == nil || !isCount(cell.Count, *of) || cell.Interval == nil || !(resultFigure{cell.Interval[0], *cell.Interval}).within(0, 100) {
		return c, errResults
	}
	c.Count, c.Interval, c.Share = cell.Count, cell.Interval, float64(*cell.Count)/float64(*of)*100
	return c, nil
}

// isCount reports whether a count may be shown, or is not.
func isCount(n *int, most int) bool { return n == nil || *n >= leastShown && *n <= most }

func (f resultFigure) within(low, high float64) bool {
	const rounded = 1e-6
	return !math.IsNaN(f.Value) && f.Value >= low-rounded && f.Value <= high+rounded && f.Interval[0] >= low-rounded && f.Interval[1] <= high+rounded && f.Interval[0] <= f.Interval[1]
}

// lengths are the cells of a question of kind "dates".
var lengths = []string{"survey.week", "survey.month", "survey.quarter", "survey.year", "survey.longer"}

// cellNames are the cells of a question in their order, as SurveyResults has them.
func cellNames(q surveyQuestion) (all []publishedCell) {
	for _, words := range append(q.Options, q.Columns...) {
		all = append(all, publishedCell{Words: words})
	}
	if q.Kind == "scale" {
		for value := q.From; value <= q.To; value++ {
			c := publishedCell{Value: &value}
			if value == q.From {
				c.Words = q.Low
			} else if value == q.To {
				c.Words = q.High
			}
			all = append(all, c)
		}
	}
	if q.Kind == "dates" {
		for _, length := range lengths {
			all = append(all, publishedCell{Named: length})
		}
	}
	return append(all, publishedCell{Named: "survey.none"})
}
