package main

import (
	"context"
	"net/http"
	"time"
)

// start ends the server and starts it again, and measures from when the process is made
// until it has answered: the first page, which nothing has to be read for, and the head
// of the key log, for which all of it has.
func start(ctx context.Context, p practice, _ options) ([]result, error) {
	begun := time.Now()
	if err := p.Server.Restart(ctx); err != nil {
		return nil, err
	}
	begun = begun.Add(p.Server.Ending)
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: p.Server.TLS}}
	defer client.CloseIdleConnections()
	answered := func(path string) (float64, error) {
		request, err := http.NewRequestWithContext(ctx, http.MethodGet, p.Server.URL+path, nil)
		if err != nil {
			return 0, err
		}
		response, err := client.Do(request)
		if err != nil {
			return 0, err
		}
		if response.Body.Close(); response.StatusCode != http.StatusOK {
			return 0, errUnanswered
		}
		return float64(time.Since(begun).Microseconds()) / 1000, nil
	}
	page, err := answered("/")
	if err != nil {
		return nil, err
	}
	log, err := answered("/log/checkpoint")
	return []result{
		{Benchmark: "start", Value: page, Unit: "ms", Target: "at most 150", Note: "from making the process to the first page over TLS"},
		{Benchmark: "start_keylog", Value: log, Unit: "ms", Note: "to the key log's signed head"},
	}, err
}
