package api

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"
)

func TestAnInternalErrorIsLoggedAndToldNobody(t *testing.T) {
	var log bytes.Buffer
	err := connectError(slog.New(slog.NewJSONHandler(&log, nil)), errors.New("disk at /secret/place failed"))
	if strings.Contains(err.Error(), "secret") || !strings.Contains(err.Error(), "internal") {
		t.Errorf("told %q", err)
	}
	if n := strings.Count(log.String(), "/secret/place"); n != 1 {
		t.Errorf("logged %d times: %s", n, log.String())
	}
}
