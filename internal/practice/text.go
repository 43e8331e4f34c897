package practice

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// textRule bounds a text that is shown to the public. Lengths are in characters
// (Unicode code points) after tidying.
type textRule struct {
	min, max int
	lines    bool // line breaks are allowed
}

// tidy normalises the text (NFC, LF, no space around it) and refuses what is too
// short or long, is not UTF-8, or holds characters that could make it look like
// something else: control characters and bidirectional overrides (UTS #55).
func (r textRule) tidy(field string, s *string) error {
	if len(*s) > 8*r.max+64 || !utf8.ValidString(*s) {
		return invalid(field)
	}
	t := strings.ReplaceAll(*s, "\r\n", "\n")
	t = strings.TrimSpace(norm.NFC.String(t))
	for _, c := range t {
		switch {
		case r.lines && (c == '\n' || c == '\t'):
		case unicode.IsControl(c), c >= 0x202a && c <= 0x202e, c >= 0x2066 && c <= 0x2069, c == 0x2028, c == 0x2029:
			return invalid(field)
		}
	}
	if n := utf8.RuneCountInString(t); n < r.min || n > r.max || n > 0 && blank(t) {
		return invalid(field)
	}
	*s = t
	return nil
}

// Tidy normalises a line that is shown to the public and refuses one that cannot be:
// code "invalid_<field>". Lengths are in characters.
func Tidy(field string, line *string, least, most int) error {
	return textRule{min: least, max: most}.tidy(field, line)
}

// blank reports whether nothing of the text can be seen.
func blank(s string) bool {
	return strings.IndexFunc(s, func(c rune) bool { return unicode.IsGraphic(c) && !unicode.IsSpace(c) }) < 0
}
