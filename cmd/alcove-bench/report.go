package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	// The histogram that its own field measures with: any quantile within 0.1 %, in constant memory.
	"github.com/HdrHistogram/hdrhistogram-go"
)

// result is one line of output.
type result struct {
	Benchmark string  `json:"benchmark"`
	Value     float64 `json:"value"`
	Unit      string  `json:"unit"`
	Target    string  `json:"target,omitempty"`
	Note      string  `json:"note,omitempty"`
	// Quantiles of latencies, in milliseconds.
	Quantiles map[string]float64 `json:"quantiles,omitempty"`
}

// report prints results as JSON lines, and writes them in the format of Go's benchmarks
// to a file, for benchstat.
type report struct {
	json *json.Encoder
	file *os.File // nil without
}

// higher are the units of which more is better; of the others less is.
var higher = []string{"msgs/s", "deliveries/s", "ballots/s"}

func newReport(path string) (*report, error) {
	r := &report{json: json.NewEncoder(os.Stdout)}
	if path == "" {
		return r, nil
	}
	var err error
	if r.file, err = os.Create(path); err != nil {
		return nil, err
	}
	fmt.Fprintf(r.file, "goos: %s\ngoarch: %s\npkg: alcove/cmd/alcove-bench\n", runtime.GOOS, runtime.GOARCH)
	for _, unit := range higher {
		fmt.Fprintf(r.file, "Unit %s better=higher\n", unit)
	}
	return r, nil
}

func (r *report) add(results []result) error {
	for _, one := range results {
		if err := r.json.Encode(one); err != nil {
			return err
		}
		if r.file == nil {
			continue
		}
		name := strings.ReplaceAll(one.Benchmark, "_", "/")
		if _, err := fmt.Fprintf(r.file, "Benchmark%s%s-%d 1 %g %s\n", strings.ToUpper(name[:1]), name[1:], runtime.NumCPU(), one.Value, one.Unit); err != nil {
			return err
		}
	}
	return nil
}

func (r *report) close() error {
	if r.file == nil {
		return nil
	}
	return r.file.Close()
}

// latencies are a histogram of microseconds.
type latencies struct{ *hdrhistogram.Histogram }

// longest is what a latency is cut to.
const longest = time.Minute

func newLatencies() latencies {
	return latencies{hdrhistogram.New(1, longest.Microseconds(), 3)}
}

func (l latencies) add(d time.Duration) {
	_ = l.RecordValue(min(max(d, time.Microsecond), longest).Microseconds()) // in range
}

// at is a quantile in milliseconds.
func (l latencies) at(percent float64) float64 {
	return float64(l.ValueAtQuantile(percent)) / 1000
}

// result is the 99th percentile, with the others beside it.
func (l latencies) result(name, target, note string) result {
	return result{Benchmark: name, Value: l.at(99), Unit: "ms", Target: target, Note: note, Quantiles: map[string]float64{
		"50": l.at(50), "90": l.at(90), "99": l.at(99), "99.9": l.at(99.9), "100": l.at(100),
	}}
}

// merged is one histogram of several.
func merged(all []latencies) latencies {
	sum := newLatencies()
	for _, l := range all {
		sum.Merge(l.Histogram)
	}
	return sum
}

// perMessage is what was spent on each.
func perMessage(total time.Duration, messages int64) float64 {
	return float64(total.Microseconds()) / float64(messages)
}

var errUnanswered = errors.New("the server did not answer")
