// Package coding says which content codings a browser takes (RFC 9110, section
// 12.5.3), and prepares texts in them.
package coding

import (
	"bytes"
	"compress/gzip"
	"strconv"
	"strings"
	"sync"
)

// Accepts reports whether an Accept-Encoding header allows a coding. It has to be
// named: "*" is taken for nothing in particular, and a text goes out as it is.
func Accepts(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, parameters, _ := strings.Cut(part, ";")
		if !strings.EqualFold(strings.TrimSpace(name), coding) {
			continue
		}
		weight, given := strings.CutPrefix(strings.ToLower(strings.ReplaceAll(parameters, " ", "")), "q=")
		q, err := strconv.ParseFloat(weight, 64)
		return !given || err == nil && q > 0
	}
	return false
}

var writers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// Gzip compresses a text.
func Gzip(text []byte) []byte {
	var out bytes.Buffer
	w := writers.Get().(*gzip.Writer)
	defer writers.Put(w)
	w.Reset(&out)
	_, _ = w.Write(text) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}
