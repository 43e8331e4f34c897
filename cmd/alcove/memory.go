package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

// garbage is how much may lie about before it is collected, in percent of what is in use:
// what ten thousand connections leave behind is a tenth of what they take. Go's own 100
// stands where GOGC says so.
const garbage = 75

// reserve may lie about at most, in bytes, where more than that is not in use: as much as is
// made in a second. Where many write, a tenth of the server's work was collecting again and
// again what was made since. Not always: then a server with little to do would
// take all of it, too.
const reserve = 96 << 20

// lookEvery is how often it is looked whether nobody is busy, and worthIt how much must have
// been made since memory was last given back.
const (
	lookEvery = 10 * time.Second
	worthIt   = 4 << 20
)

// freeStart gives back to the system the memory that starting took and nothing needs now,
// the first sweep with it: that reads much and keeps nothing. From then on collections are
// as seldom as it is told above.
func (s *server) freeStart(ctx context.Context) {
	_ = s.entering.wait() // run says what became of it
	if os.Getenv("GOGC") == "" {
		allowGarbage(ctx, time.Time{}, 0) // long ago
	}
	freeMemory()
}

// allowGarbage sets after each collection how much may lie about until the next one, from
// what was made since the one before: at that time, and when so much had been made.
func allowGarbage(ctx context.Context, before time.Time, madeBefore uint64) {
	if ctx.Err() != nil {
		return
	}
	now := time.Now()
	all, live := made()
	debug.SetGCPercent(garbageFor(all-madeBefore, now.Sub(before), live))
	unused := new([4]uint64) // so the next collection finds it
	runtime.AddCleanup(unused, func(struct{}) { allowGarbage(ctx, now, all) }, struct{}{})
}

// garbageFor is how much may lie about, in percent of what is in use.
func garbageFor(made uint64, during time.Duration, live uint64) int {
	inASecond := float64(made) / max(during, time.Millisecond).Seconds()
	return max(garbage, int(100*min(inASecond, reserve)/float64(max(live, 1<<20))))
}

// freeWhenQuiet does the same at those of the ticks at which nobody has been busy since the
// one before. By itself Go keeps room for the garbage of the next burst, as large as that of
// the last one: for connections that only wait, half as much again as they need.
func freeWhenQuiet(ctx context.Context, ticks <-chan time.Time) {
	freed, _ := made()
	before := freed
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticks:
		}
		now, live := made()
		if now-before < live/16 && now-freed > worthIt {
			freeMemory()
			freed = now
		}
		before = now
	}
}

func freeMemory() {
	debug.FreeOSMemory()
	freeFile()
}

// freeFile gives back the pages of the program's own file. Starting runs through much of
// it once, and the system brings what lies beside; a quiet server needs a third of that at most,
// which it finds in the system's cache again. Pages that were written to since they were read
// (by a loader, for addresses) are nowhere else, so a part that has some is left alone.
// Where this cannot be done, the system does it by itself when it needs memory.
func freeFile() {
	own, err := os.Readlink("/proc/self/exe")
	if err != nil {
		return
	}
	parts, err := os.ReadFile("/proc/self/smaps") // proc_pid_smaps(5)
	if err != nil {
		return
	}
	var from, to uintptr
	for line := range strings.Lines(string(parts)) {
		fields := strings.Fields(line)
		switch begins := !strings.HasSuffix(fields[0], ":"); {
		case begins:
			from, to = 0, 0
			if strings.HasSuffix(line, " "+own+"\n") && !strings.Contains(fields[1], "w") {
				_, _ = fmt.Sscanf(fields[0], "%x-%x", &from, &to)
			}
		case fields[0] == "Anonymous:" && fields[1] == "0" && to > from:
			_, _, _ = unix.Syscall(unix.SYS_MADVISE, from, to-from, unix.MADV_DONTNEED)
		}
	}
}

// made is how many bytes the process has made until now, and how many of them the last
// collection found in use.
func made() (all, live uint64) {
	of := []metrics.Sample{{Name: "/gc/heap/allocs:bytes"}, {Name: "/gc/heap/live:bytes"}}
	metrics.Read(of)
	return of[0].Value.Uint64(), of[1].Value.Uint64()
}
