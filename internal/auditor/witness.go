package auditor

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"alcove/internal/durable"
	"alcove/internal/keylog"
)

// Checkpoints keeps a witness's last checkpoint of each log in a folder, a file each.
type Checkpoints struct{ Folder string }

var _ keylog.WitnessStore = Checkpoints{}

func (c Checkpoints) path(origin string) string {
	sum := sha256.Sum256([]byte(origin))
	return filepath.Join(c.Folder, hex.EncodeToString(sum[:])+".checkpoint")
}

// Load implements keylog.WitnessStore.
func (c Checkpoints) Load(origin string) ([]byte, error) {
	b, err := os.ReadFile(c.path(origin))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// When implements keylog.WitnessStore.
func (c Checkpoints) When(origin string) (time.Time, error) {
	info, err := os.Stat(c.path(origin))
	if errors.Is(err, fs.ErrNotExist) {
		return time.Time{}, nil
	}
	if err != nil {
		return time.Time{}, err
	}
	return info.ModTime(), nil
}

// Save implements keylog.WitnessStore: the file is the former one or the new one, whatever happens.
func (c Checkpoints) Save(origin string, checkpoint []byte) error {
	f, err := os.CreateTemp(c.Folder, "new-*")
	if err != nil {
		return err
	}
	defer func() { _ = os.Remove(f.Name()) }() // there only when something below failed
	_, err = f.Write(checkpoint)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), c.path(origin)); err != nil {
		return err
	}
	return durable.SyncFolder(c.Folder)
}

// maxRequest bounds a request to a witness: 63 hashes and a checkpoint.
const maxRequest = 16 << 10

// NewWitness serves a witness: POST /add-checkpoint of C2SP tlog-witness, and a page
// that says what it cosigned.
func NewWitness(w *keylog.Witness, log *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", func(out http.ResponseWriter, _ *http.Request) {
		witnessed, err := w.Witnessed()
		if err != nil {
			log.Error("witnessing failed", "cause", err)
			http.Error(out, "500", http.StatusInternalServerError)
			return
		}
		out.Header().Set("Content-Type", "text/html; charset=utf-8")
		_ = witnessPage.Execute(out, map[string]any{"Key": w.Verifier(), "Logs": witnessed})
	})
	mux.HandleFunc("POST /add-checkpoint", func(out http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(out, r.Body, maxRequest))
		if err != nil {
			http.Error(out, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		line, err := w.AddCheckpoint(body)
		var conflict keylog.ConflictError
		switch {
		case err == nil:
			out.Header().Set("Content-Type", "text/plain; charset=utf-8")
			_, _ = out.Write(line)
		case errors.As(err, &conflict):
			out.Header().Set("Content-Type", "text/x.tlog.size")
			out.WriteHeader(http.StatusConflict)
			_, _ = fmt.Fprintf(out, "%d\n", conflict.Size)
		case errors.Is(err, keylog.ErrUnknownLog):
			http.Error(out, err.Error(), http.StatusNotFound)
		case errors.Is(err, keylog.ErrNotSigned):
			http.Error(out, keylog.ErrNotSigned.Error(), http.StatusForbidden)
		case errors.Is(err, keylog.ErrRequest):
			http.Error(out, keylog.ErrRequest.Error(), http.StatusBadRequest)
		case errors.Is(err, keylog.ErrInconsistent):
			log.Warn("a log does not go on from what was cosigned: keep what it signed", "cause", err)
			http.Error(out, keylog.ErrInconsistent.Error(), http.StatusUnprocessableEntity)
		default:
			log.Error("witnessing failed", "cause", err)
			http.Error(out, "500", http.StatusInternalServerError)
		}
	})
	return mux
}
