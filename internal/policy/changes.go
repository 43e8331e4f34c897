package policy

import (
	"slices"
	"strings"
)

// Kind is what became of a section.
type Kind string

const (
	Added   Kind = "added"
	Removed Kind = "removed"
	Changed Kind = "changed"
)

// Kinds are all kinds, so that there are words for each.
var Kinds = []Kind{Added, Removed, Changed}

// Change is what is different in one section: its lines that went and that came.
type Change struct {
	ID    string
	Title string
	Kind  Kind
	Lines []Line
}

// Line is a paragraph or an entry of a list.
type Line struct {
	Gone bool // else it came
	Text string
}

// Changes compares two texts in one language, in the order of the newer; what is
// gone altogether comes last.
func Changes(before, after []Section) []Change {
	var changes []Change
	find := func(in []Section, id string) (Section, bool) {
		i := slices.IndexFunc(in, func(s Section) bool { return s.ID == id })
		if i < 0 {
			return Section{}, false
		}
		return in[i], true
	}
	for _, s := range after {
		was, there := find(before, s.ID)
		switch {
		case !there:
			changes = append(changes, Change{s.ID, s.Title, Added, lines(nil, linesOf(s))})
		case was != s:
			changes = append(changes, Change{s.ID, s.Title, Changed, lines(linesOf(was), linesOf(s))})
		}
	}
	for _, s := range before {
		if _, there := find(after, s.ID); !there {
			changes = append(changes, Change{s.ID, s.Title, Removed, lines(linesOf(s), nil)})
		}
	}
	return changes
}

// linesOf gives the lines of a section; its title is one where it could have changed.
func linesOf(s Section) (out []string) {
	out = append(out, s.Title)
	for line := range strings.SplitSeq(s.Text, "\n") {
		if line = strings.TrimPrefix(line, "- "); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// lines is the shortest way from one text to the other, by the longest common
// subsequence of their lines; what stayed is left out.
func lines(before, after []string) (out []Line) {
	if before == nil || after == nil { // the title is told anyway
		for _, text := range slices.Concat(before, after)[1:] {
			out = append(out, Line{Gone: after == nil, Text: text})
		}
		return out
	}
	common := make([][]int, len(before)+1)
	for i := range common {
		common[i] = make([]int, len(after)+1)
	}
	for i := len(before) - 1; i >= 0; i-- {
		for j := len(after) - 1; j >= 0; j-- {
			if before[i] == after[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(before) || j < len(after) {
		switch {
		case i < len(before) && j < len(after) && before[i] == after[j]:
			i, j = i+1, j+1
		case j == len(after) || i < len(before) && common[i+1][j] >= common[i][j+1]:
			out = append(out, Line{Gone: true, Text: before[i]})
			i++
		default:
			out = append(out, Line{Text: after[j]})
			j++
		}
	}
	return out
}
