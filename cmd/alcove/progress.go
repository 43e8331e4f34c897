package main

import (
	"fmt"
	"os"
	"strconv"
	"time"

	"alcove/internal/backup"
)

// progress tells a terminal several times a second how far a step has come, and
// a log when one begins and once a minute.
type progress struct {
	to       *os.File
	terminal bool
	step     backup.Step
	told     time.Time
	count    func(int64) string // how what is counted is said
}

func newProgress(to *os.File) *progress {
	info, err := to.Stat()
	return &progress{to: to, terminal: err == nil && info.Mode()&os.ModeCharDevice != 0, count: size}
}

func (p *progress) tell(step backup.Step, done, total int64) {
	every := time.Minute
	if p.terminal {
		every = 200 * time.Millisecond
	}
	if step == p.step && done < total && time.Since(p.told) < every || step == p.step && done >= total && !p.terminal {
		return
	}
	p.end()
	p.step, p.told = step, time.Now()
	fmt.Fprint(p.to, step)
	if total > 0 {
		fmt.Fprintf(p.to, ": %s of %s (%d %%)", p.count(done), p.count(total), 100*done/total)
	}
	if !p.terminal {
		fmt.Fprintln(p.to)
	}
}

// countRows has what is counted be rows, until what it returns is called.
func (p *progress) countRows() (until func()) {
	p.count = func(n int64) string { return strconv.FormatInt(n, 10) + " rows" }
	return func() { p.count = size }
}

// end leaves the line on a terminal free for something else.
func (p *progress) end() {
	if p.terminal && p.step != "" {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

func size(n int64) string {
	const unit = 1024
	switch {
	case n < unit:
		return fmt.Sprintf("%d B", n)
	case n < unit*unit:
		return fmt.Sprintf("%.1f KiB", float64(n)/unit)
	case n < unit*unit*unit:
		return fmt.Sprintf("%.1f MiB", float64(n)/unit/unit)
	}
	return fmt.Sprintf("%.1f GiB", float64(n)/unit/unit/unit)
}

// describe says of a backup what somebody can tell whether it is plausible by.
func describe(m backup.Manifest) string {
	return fmt.Sprintf("made %s, %d accounts, %d conversations and histories, %d records, %d files",
		m.Made.Format("2006-01-02 15:04 MST"), m.Rows["account"], m.Rows["stream"], m.Rows["record"], m.Rows["blob"])
}
