package main

import (
	"crypto/rand"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"alcove/internal/blind"
)

// ballotFigures measures what ballots of surveys cost a server, without its transport and
// its disk, which the processor's time for them outweighs.
func ballotFigures(during time.Duration) ([]result, error) {
	began := time.Now()
	key, err := blind.NewKey(rand.Reader)
	if err != nil {
		return nil, err
	}
	making := time.Since(began)
	public, err := key.Public()
	if err != nil {
		return nil, err
	}
	message := make([]byte, 32)
	ballot, err := blind.Blind(public, message)
	if err != nil {
		return nil, err
	}
	signed, err := key.Sign(ballot.Message)
	if err != nil {
		return nil, err
	}
	signature, err := ballot.Finish(signed)
	if err != nil {
		return nil, err
	}
	signing, err := rate(during, func() error { _, err := key.Sign(ballot.Message); return err })
	if err != nil {
		return nil, err
	}
	verifying, err := rate(during, func() error { return blind.Verify(public, ballot.Randomizer, message, signature) })
	note := fmt.Sprintf("RSA of %d bits, on all processors", blind.Bits)
	return []result{
		{Benchmark: "survey_key", Value: float64(making.Milliseconds()), Unit: "ms", Note: "one a survey; differs much from one to the next"},
		{Benchmark: "ballots_signed", Value: signing, Unit: "ballots/s", Note: note},
		{Benchmark: "ballots_verified", Value: verifying, Unit: "ballots/s", Note: note},
	}, err
}

// rate is how often do was done a second on all processors.
func rate(during time.Duration, do func() error) (float64, error) {
	var done atomic.Int64
	var failed atomic.Pointer[error]
	var wait sync.WaitGroup
	began := time.Now()
	for range runtime.NumCPU() {
		wait.Go(func() {
			for time.Since(began) < during && failed.Load() == nil {
				if err := do(); err != nil {
					failed.Store(&err)
					return
				}
				done.Add(1)
			}
		})
	}
	wait.Wait()
	if err := failed.Load(); err != nil {
		return 0, *err
	}
	return float64(done.Load()) / time.Since(began).Seconds(), nil
}
