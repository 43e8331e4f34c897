package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"alcove/internal/webapp"
)

// kept is how much memory Go has of the system for its heap, in bytes.
func kept() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapSys - m.HeapReleased
}

var sink []byte

func litter(megabytes int) {
	for range megabytes {
		sink = make([]byte, 1<<20)
		for i := 0; i < len(sink); i += 4096 {
			sink[i] = 1 // each page is there only once it is written to
		}
	}
	sink = nil
}

func TestMemoryIsGivenBackWhenNobodyIsBusy(t *testing.T) {
	const much = 128
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // all of it lies about
	debug.FreeOSMemory()
	before := kept()
	ticks := make(chan time.Time)
	go freeWhenQuiet(t.Context(), ticks)
	ticks <- time.Now()
	litter(much)
	ticks <- time.Now() // somebody has been busy since the last one
	ticks <- time.Now() // it was looked at that one by now
	if now := kept(); now < before+much<<20*3/4 {
		t.Errorf("given back while somebody is busy: %d MiB more than before, %d lie about", (int(now)-int(before))>>20, much)
	}
	ticks <- time.Now()
	ticks <- time.Now()
	if now := kept(); now > before+much<<20/4 {
		t.Errorf("%d MiB more than before are kept", (now-before)>>20)
	}
}

// inFile is how much memory pages of files take, in KiB, those of files that are in memory
// themselves with them, as this program is where temporary files are.
func inFile(t *testing.T) (kib int) {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"RssFile:", "RssShmem:"} {
		_, after, _ := strings.Cut(string(status), kind)
		n, err := strconv.Atoi(strings.Fields(after)[0])
		if err != nil {
			t.Fatal(err)
		}
		kib += n
	}
	return kib
}

// fetchAll has every file of the web client, which are in the program's, brought into memory.
func fetchAll(t *testing.T) {
	t.Helper()
	app, err := webapp.New(func(context.Context) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	release, err := webapp.ReadRelease()
	if err != nil {
		t.Fatal(err)
	}
	for path := range release.Files {
		answer := httptest.NewRecorder()
		app.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil))
		if answer.Code != http.StatusOK {
			t.Fatal(path, answer.Code)
		}
	}
}

func TestPagesOfTheProgramAreGivenBack(t *testing.T) {
	freeFile()
	few := inFile(t)
	fetchAll(t)
	many := inFile(t)
	freeFile()
	now := inFile(t)
	if many < few+2048 || now > many-1024 {
		t.Errorf("%d KiB of files are in memory, with those of the web client %d, and after all were given back %d", few, many, now)
	}
}
