package keylog

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"

	"alcove/internal/keyfile"
)

// Witness cosigns the checkpoints of logs it knows, as C2SP tlog-witness says: each
// only if it goes on from the one before. So what has a witness's cosignature is part
// of one history, whoever was shown it. It knows nothing of what is in the log.
type Witness struct {
	signer *torchwood.CosignatureSigner
	logs   map[string]string // verifier keys by origin
	kept   WitnessStore

	mu sync.Mutex // from looking at the last checkpoint until the next one is kept
}

// WitnessStore keeps the last checkpoint of each log.
type WitnessStore interface {
	// Load gives nil while there is none.
	Load(origin string) ([]byte, error)
	// When says when that was kept; zero while there is none.
	When(origin string) (time.Time, error)
	// Save is durable when it returns.
	Save(origin string, checkpoint []byte) error
}

// What a witness refuses a checkpoint for.
var (
	ErrUnknownLog = errors.New("this witness does not know the log")
	ErrNotSigned  = errors.New("the checkpoint is not signed by its log")
	ErrRequest    = errors.New("not a request of C2SP tlog-witness")
	// ErrInconsistent: the log does not go on from what was cosigned. Either somebody
	// made a mistake, or there are two histories.
	ErrInconsistent = errors.New("the checkpoint does not go on from the one before")
)

// ConflictError says that the last checkpoint is not of the size it was taken for.
type ConflictError struct{ Size int64 }

func (e ConflictError) Error() string {
	return fmt.Sprintf("the last checkpoint was of size %d", e.Size)
}

// LoadWitness reads the witness's key from path or makes it, under the name given then.
func LoadWitness(path, name string, random io.Reader, logs []string, kept WitnessStore) (*Witness, error) {
	text, err := keyfile.Load(path, func() (string, error) {
		secret, _, err := note.GenerateKey(random, name)
		return secret, err
	})
	if err != nil {
		return nil, fmt.Errorf("key of the witness: %w", err)
	}
	// The file is written as that of a log; a key of its own kind is made of the same seed.
	signer, err := note.NewSigner(text)
	if err != nil {
		return nil, fmt.Errorf("key of the witness: %w", err)
	}
	key, err := seedOf(text)
	if err != nil {
		return nil, fmt.Errorf("key of the witness: %w", err)
	}
	w := &Witness{logs: map[string]string{}, kept: kept}
	if w.signer, err = torchwood.NewCosignatureSigner(signer.Name(), key); err != nil {
		return nil, fmt.Errorf("key of the witness: %w", err)
	}
	for _, log := range logs {
		v, err := note.NewVerifier(log)
		if err != nil {
			return nil, fmt.Errorf("key of a log: %w", err)
		}
		w.logs[v.Name()] = log
	}
	return w, nil
}

// Verifier is the witness's public key as C2SP tlog-cosignature writes it.
func (w *Witness) Verifier() string { return w.signer.Verifier().String() }

// Witnessed is what a witness last cosigned of a log.
type Witnessed struct {
	Origin, Key string
	Checkpoint  Checkpoint
	When        time.Time // zero: nothing yet
}

// Root is the tree's hash, hexadecimal, as /security.json writes it.
func (w Witnessed) Root() string { return hex.EncodeToString(w.Checkpoint.Tree.Hash[:]) }

// Witnessed tells of each log, in the order of their names.
func (w *Witness) Witnessed() (all []Witnessed, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, origin := range slices.Sorted(maps.Keys(w.logs)) {
		one := Witnessed{Origin: origin, Key: w.logs[origin]}
		kept, err := w.kept.Load(origin)
		if err != nil {
			return nil, err
		}
		if kept != nil {
			if one.Checkpoint, err = OpenCheckpoint(kept, one.Key); err != nil {
				return nil, err
			}
			if one.When, err = w.kept.When(origin); err != nil {
				return nil, err
			}
		}
		all = append(all, one)
	}
	return all, nil
}

// AddCheckpoint takes the body of a request and gives the cosignature's line.
func (w *Witness) AddCheckpoint(body []byte) ([]byte, error) {
	old, proof, signed, err := parseAddCheckpoint(body)
	if err != nil {
		return nil, err
	}
	origin, _, _ := strings.Cut(string(signed), "\n")
	key, known := w.logs[origin]
	if !known {
		return nil, ErrUnknownLog
	}
	now, err := OpenCheckpoint(signed, key)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotSigned, err)
	}
	if old > now.Tree.N {
		return nil, fmt.Errorf("%w: the old size is the larger one", ErrRequest)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.follows(origin, key, old, now.Tree, proof); err != nil {
		return nil, err
	}
	if err := w.kept.Save(origin, signed); err != nil {
		return nil, err
	}
	return w.cosign(signed)
}

// follows verifies that the tree goes on from the last one that was cosigned.
func (w *Witness) follows(origin, key string, old int64, now tlog.Tree, proof tlog.TreeProof) error {
	last := tlog.Tree{}
	kept, err := w.kept.Load(origin)
	if err != nil {
		return err
	}
	if kept != nil {
		c, err := OpenCheckpoint(kept, key)
		if err != nil {
			return err
		}
		last = c.Tree
	}
	switch {
	case old != last.N:
		return ConflictError{last.N}
	case old == 0:
		if len(proof) > 0 {
			return ErrInconsistent
		}
		return nil
	case old == now.N:
		if now.Hash != last.Hash {
			return ConflictError{last.N}
		}
		if len(proof) > 0 {
			return ErrInconsistent
		}
		return nil
	}
	if err := tlog.CheckTree(proof, now.N, now.Hash, last.N, last.Hash); err != nil {
		return fmt.Errorf("%w: %w", ErrInconsistent, err)
	}
	return nil
}

func (w *Witness) cosign(signed []byte) ([]byte, error) {
	text := signed[:bytes.LastIndex(signed, []byte("\n\n"))+1]
	whole, err := note.Sign(&note.Note{Text: string(text)}, w.signer)
	if err != nil {
		return nil, err
	}
	return whole[len(text)+1:], nil
}

// maxProof is how many hashes a proof may have.
const maxProof = 63

// parseAddCheckpoint reads "old N", the proof's lines, an empty line, a checkpoint.
func parseAddCheckpoint(body []byte) (old int64, proof tlog.TreeProof, checkpoint []byte, err error) {
	head, checkpoint, found := bytes.Cut(body, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	size, isOld := strings.CutPrefix(lines[0], "old ")
	if old, err = strconv.ParseInt(size, 10, 64); err != nil || !found || !isOld || old < 0 || strconv.FormatInt(old, 10) != size || len(lines) > 1+maxProof {
		return 0, nil, nil, ErrRequest
	}
	for _, line := range lines[1:] {
		hash, err := base64.StdEncoding.DecodeString(line)
		if err != nil || len(hash) != tlog.HashSize {
			return 0, nil, nil, ErrRequest
		}
		proof = append(proof, tlog.Hash(hash))
	}
	if !bytes.Contains(checkpoint, []byte("\n\n")) {
		return 0, nil, nil, ErrRequest
	}
	return old, proof, checkpoint, nil
}

// FormatAddCheckpoint writes the request by which a witness is asked to cosign a head
// after the size that it saw last.
func (h Head) FormatAddCheckpoint(old int64) ([]byte, error) {
	out := fmt.Appendf(nil, "old %d\n", old)
	if old > 0 && old < h.Size() {
		proof, err := h.ProveSince(old)
		if err != nil {
			return nil, err
		}
		for _, hash := range proof {
			out = append(out, hash.String()...)
			out = append(out, '\n')
		}
	}
	return append(append(out, '\n'), h.Checkpoint...), nil
}
