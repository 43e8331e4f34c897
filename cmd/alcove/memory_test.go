package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"
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
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		freeWhenQuiet(t.Context(), ticks)
	}()
	ticks <- time.Now()
	litter(much)
	ticks <- time.Now() // somebody has been busy since the last one
	ticks <- time.Now() // it was looked at that one by now
	if now := kept(); now < before+much<<20 {
		t.Errorf("given back while somebody is busy: %d MiB more than before, %d lie about", (int(now)-int(before))>>20, much)
	}
	ticks <- time.Now()
	ticks <- time.Now()
	if now := kept(); now > before+much<<20/4 {
		t.Errorf("%d MiB more than before are kept", (now-before)>>20)
	}
}

// inFile is how much memory pages of files take, in KiB.
func inFile(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(status), "RssFile:")
	n, err := strconv.Atoi(strings.Fields(after)[0])
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestPagesOfTheProgramAreGivenBack(t *testing.T) {
	before := inFile(t)
	freeFile()
	// Asking brings some of them back.
	if now := inFile(t); now > before-1024 {
		t.Errorf("of %d KiB of files %d are in memory still", before, now)
	}
}
