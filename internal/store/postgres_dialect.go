package store

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

// The store's SQL is written so that SQLite and PostgreSQL both understand it, but for
// two things: how parameters are marked, and a hint of SQLite's for which index to use.

var indexHint = regexp.MustCompile(` INDEXED BY \w+`)

// translated remembers what toPostgres made: the statements are constants.
var translated sync.Map // string to string

// toPostgres writes a statement with $1 in place of ?1, and of ? by its place.
func toPostgres(query string) string {
	if known, ok := translated.Load(query); ok {
		return known.(string)
	}
	var out strings.Builder
	rest, number := indexHint.ReplaceAllString(query, ""), 0
	for rest != "" {
		at := strings.IndexAny(rest, "?'\"")
		if at < 0 {
			break
		}
		out.WriteString(rest[:at])
		mark := rest[at]
		rest = rest[at+1:]
		if mark != '?' { // to the end of what is quoted
			end := strings.IndexByte(rest, mark) + 1
			out.WriteByte(mark)
			out.WriteString(rest[:end])
			rest = rest[end:]
			continue
		}
		digits := len(rest) - len(strings.TrimLeft(rest, "0123456789"))
		number++
		if digits > 0 {
			number, _ = strconv.Atoi(rest[:digits])
			rest = rest[digits:]
		}
		out.WriteString("$" + strconv.Itoa(number))
	}
	out.WriteString(rest)
	translated.Store(query, out.String())
	return out.String()
}
