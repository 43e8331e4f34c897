package main

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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

func TestHowMuchMayLieAbout(t *testing.T) {
	const mib = 1 << 20
	for _, c := range []struct {
		what       string
		made, live uint64
		during     time.Duration
		want       int
	}{
		{"next to nothing is made", mib, 20 * mib, time.Minute, 75},
		{"as much as is made in a second", 20 * mib, 20 * mib, time.Second / 2, 200},
		{"no more than the reserve", 1000 * mib, 24 * mib, time.Second, 400},
		{"much is in use", 1000 * mib, 1000 * mib, time.Second, 75},
		{"nothing is known yet", 0, 0, 0, 75},
	} {
		if got := garbageFor(c.made, c.during, c.live); got != c.want {
			t.Errorf("%s: %d %%, not %d", c.what, got, c.want)
		}
	}
}

func collections() uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NumGC
}

// allowed is how much may lie about, in percent of what is in use.
func allowed() int {
	of := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(of)
	return int(of[0].Value.Uint64())
}

// A server that is busy collects seldom, and as soon as there is nothing to do it lets no
// more lie about than before.
func TestCollectionsAreSeldomWhileMuchIsMade(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	runtime.GC()
	before := collections()
	litter(1024)
	often := collections() - before
	allowGarbage(ctx, time.Time{}, 0)
	before = collections()
	litter(1024)
	if seldom := collections() - before; seldom > often/2 {
		t.Errorf("%d collections, and %d without a reserve", seldom, often)
	}
	if now := allowed(); now < 2*garbage {
		t.Errorf("while much is made %d %% may lie about", now)
	}
	for until := time.Now().Add(time.Minute); allowed() != garbage; time.Sleep(100 * time.Millisecond) {
		if time.Now().After(until) {
			t.Fatal("as much may lie about as when it was busy")
		}
		runtime.GC()
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
