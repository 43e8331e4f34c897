package coding_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"sync"
	"testing"

	"alcove/internal/coding"
)

func TestAccepts(t *testing.T) {
	for header, want := range map[string]bool{
		"gzip": true, "gzip, deflate, br": true, "br;q=1.0, GZIP;q=0.2": true, "br ; q=1 , gzip ; q=0.001": true,
		"": false, "br": false, "*": false, "identity": false, "gzipped": false, "x-gzip": false,
		"gzip;q=0": false, "gzip; q=0.000": false, "gzip;q=": false, "gzip;q=much": false, "gzip;q=NaN": false,
	} {
		if got := coding.Accepts(header, "gzip"); got != want {
			t.Errorf("%q: %v", header, got)
		}
	}
}

func TestGzipFromManyAtOnce(t *testing.T) {
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			text := []byte(strings.Repeat("a quiet place ", 100*i))
			r, err := gzip.NewReader(bytes.NewReader(coding.Gzip(text)))
			if err != nil {
				t.Error(err)
				return
			}
			if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, text) {
				t.Errorf("%d: %v", i, err)
			}
		})
	}
	all.Wait()
}
