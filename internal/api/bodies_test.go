package api_test

import (
	"crypto/rand"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"alcove/internal/api"
)

// Long bodies that come slowly do not fill the memory: one address has so many at a time,
// all together too; who sends little is not held up, and there is room again afterwards.
func TestWhatIsReadOfRequestsAtOnceIsBounded(t *testing.T) {
	const longest = 5 << 20
	reading := make(chan struct{}, 100)
	h := api.BoundBodies(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		reading <- struct{}{}
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			http.Error(w, "too long", http.StatusRequestEntityTooLarge)
		}
	}), longest, api.NewAddresses(time.Now, rand.Reader))
	send := func(from string, size int64, body io.Reader) int {
		r := httptest.NewRequest(http.MethodPost, "/", body)
		r.RemoteAddr, r.ContentLength = from, size
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Code
	}
	var slow []*io.PipeWriter
	var answered sync.WaitGroup
	hold := func(from string, size int64) {
		body, end := io.Pipe()
		slow = append(slow, end)
		answered.Go(func() {
			if code := send(from, size, body); code != http.StatusOK {
				t.Errorf("%s was answered %d", from, code)
			}
		})
		<-reading
	}
	for i := range 12 { // of an IPv6 /64, and once without saying how long
		size := int64(longest)
		if i == 5 {
			size = -1
		}
		hold("[2001:db8::"+string(rune('a'+i%6))+"]:1", size)
	}
	if code := send("[2001:db8::f]:7", longest, strings.NewReader("")); code != http.StatusServiceUnavailable {
		t.Errorf("one address's thirteenth was answered %d", code)
	}
	if code := send("[2001:db8::f]:7", 10, strings.NewReader("0123456789")); code != http.StatusOK {
		t.Errorf("a short one was answered %d", code)
	}
	<-reading
	for i := range 39 {
		hold("192.0.2."+string(rune('1'+i%6))+":1", longest)
	}
	if code := send("198.51.100.1:1", longest, strings.NewReader("")); code != http.StatusServiceUnavailable {
		t.Errorf("beyond what all may was answered %d", code)
	}
	for _, end := range slow {
		_ = end.Close()
	}
	answered.Wait()
	if code := send("[2001:db8::f]:7", longest, strings.NewReader(strings.Repeat("a", longest))); code != http.StatusOK {
		t.Errorf("afterwards one was answered %d", code)
	}
	if code := send("[2001:db8::f]:7", -1, strings.NewReader(strings.Repeat("a", longest+1))); code != http.StatusRequestEntityTooLarge {
		t.Errorf("a longer one was answered %d", code)
	}
}
