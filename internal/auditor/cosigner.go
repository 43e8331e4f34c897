package auditor

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"alcove/internal/keylog"
)

// How a server asks its witnesses.
const (
	// askEvery is how soon a witness hears of what was entered. It sees how the log
	// grows by that, and no finer.
	askEvery = 30 * time.Second
	// askAgain is when a cosignature of the same checkpoint is renewed, so that it
	// tells that the witness still sees this log.
	askAgain = 12 * time.Hour
	// sayAgain is how long a failure that goes on is not said again.
	sayAgain = time.Hour
)

// Asked is a witness that a server asks.
type Asked struct {
	Key string   // C2SP tlog-cosignature
	URL *url.URL // before /add-checkpoint
}

// ParseAsked reads KEY,URL.
func ParseAsked(text string) (a Asked, err error) {
	key, address, found := strings.Cut(text, ",")
	if a.URL, err = url.Parse(address); err != nil || !found || a.URL.Host == "" || a.URL.Scheme != "https" && a.URL.Hostname() != "localhost" {
		return a, errors.New("a witness is named by its key, a comma and its https address")
	}
	a.Key = key
	return a, keylog.CheckWitnessKey(key)
}

// Cosigner asks a log's witnesses for their cosignatures.
type Cosigner struct {
	Log       *keylog.Log
	Witnesses []Asked
	Clock     func() time.Time
	Client    *http.Client
	Say       *slog.Logger
}

// Run asks until ctx ends.
func (c *Cosigner) Run(ctx context.Context) {
	tick := time.NewTicker(askEvery)
	defer tick.Stop()
	sizes := map[string]int64{} // what each saw last
	done := map[string]time.Time{}
	said := map[string]time.Time{}
	for {
		head, err := c.Log.Head() // one for all, so that they cosign the same
		for _, w := range c.Witnesses {
			now := c.Clock()
			if asked, is := done[w.Key]; is && head.Size() == sizes[w.Key] && now.Sub(asked) < askAgain {
				continue
			}
			if err == nil {
				err = c.ask(ctx, w, head, sizes[w.Key])
			}
			if err == nil {
				sizes[w.Key], done[w.Key] = head.Size(), now
			} else if ctx.Err() == nil && now.Sub(said[w.Key]) > sayAgain {
				said[w.Key] = now
				c.Say.Warn("a witness did not cosign the key log", "cause", err)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// ask has a witness cosign a head; it saw the log last when it had the size old.
func (c *Cosigner) ask(ctx context.Context, w Asked, head keylog.Head, old int64) error {
	if head.Size() == 0 {
		return nil
	}
	for range 2 {
		body, err := head.FormatAddCheckpoint(old)
		if err != nil {
			return err
		}
		status, answer, err := c.post(ctx, w, body)
		if err != nil {
			return err
		}
		switch status {
		case http.StatusOK:
			return c.Log.Cosign(head, w.Key, answer)
		case http.StatusConflict: // it saw another size last
			before := old
			if old, err = strconv.ParseInt(strings.TrimSpace(string(answer)), 10, 64); err != nil || old == before || old < 0 || old > head.Size() {
				return fmt.Errorf("the witness saw another log than this one: %s", bytes.TrimSpace(answer))
			}
		default:
			return fmt.Errorf("the witness answered %d", status)
		}
	}
	return errors.New("the witness saw something else meanwhile")
}

func (c *Cosigner) post(ctx context.Context, w Asked, body []byte) (status int, answer []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, w.URL.JoinPath("add-checkpoint").String(), bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	response, err := c.Client.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer func() { _ = response.Body.Close() }()
	answer, err = io.ReadAll(io.LimitReader(response.Body, maxRequest))
	return response.StatusCode, answer, err
}
