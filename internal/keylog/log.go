package keylog

import (
	"bytes"
	"errors"
	"maps"
	"slices"
	"sync"
)

// Log is the log as it is told to everybody: what is durable, under a signature.
type Log struct {
	key     Key
	durable func() (State, error)

	mu     sync.Mutex
	signed Head // the newest that was asked for
	// witnessed is the newest that a witness cosigned, and cosigned are the lines that
	// each put under its checkpoint.
	witnessed Head
	cosigned  map[string][]byte
}

// Head is a state with its checkpoint, and the cosignatures that there are of it.
type Head struct {
	State
	Checkpoint []byte
}

// NewLog returns the log over what durable gives: states whose entries are on the disk.
// It may wait until they are read; while it fails nothing is signed.
func NewLog(key Key, durable func() (State, error)) *Log { return &Log{key: key, durable: durable} }

// Key is the log's public key (C2SP signed-note).
func (l *Log) Key() string { return l.key.Verifier() }

// Origin names the log.
func (l *Log) Origin() string { return l.key.Origin() }

// Head gives the log as it is now. Of each size one checkpoint is signed.
func (l *Log) Head() (Head, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now, err := l.durable()
	if err != nil {
		return Head{}, err
	}
	if l.signed.Checkpoint != nil && l.signed.Size() == now.Size() {
		return l.withCosignatures(), nil
	}
	tree, err := now.Tree()
	if err != nil {
		return Head{}, err
	}
	checkpoint, err := l.key.Sign(tree)
	if err != nil {
		return Head{}, err
	}
	l.signed = Head{now, checkpoint}
	return l.withCosignatures(), nil
}

func (l *Log) withCosignatures() Head {
	if l.witnessed.Checkpoint == nil || l.witnessed.Size() != l.signed.Size() {
		return l.signed
	}
	return l.withLines()
}

// Witnessed gives the newest log that a witness cosigned, with all cosignatures of it;
// its Checkpoint is nil where none did since the start.
func (l *Log) Witnessed() Head {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.withLines()
}

func (l *Log) withLines() Head {
	h := Head{l.witnessed.State, slices.Clone(l.witnessed.Checkpoint)}
	for _, key := range slices.Sorted(maps.Keys(l.cosigned)) {
		h.Checkpoint = append(h.Checkpoint, l.cosigned[key]...)
	}
	return h
}

// Cosign keeps what a witness answered for a head that Head gave: it is served with
// that. Lines of others, or that do not hold, are refused.
func (l *Log) Cosign(head Head, witness string, lines []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	c, err := OpenCheckpoint(slices.Concat(head.Checkpoint, lines), l.Key(), witness)
	if err != nil {
		return err
	}
	if len(c.Cosigned) != 1 || bytes.Count(lines, []byte("\n")) != 1 {
		return ErrNotCosigned
	}
	switch now := l.witnessed; {
	case now.Checkpoint == nil || now.Size() < head.Size():
		l.witnessed, l.cosigned = head, map[string][]byte{}
	case now.Size() > head.Size():
		return nil // others are further; this one is asked again
	}
	l.cosigned[witness] = slices.Clone(lines)
	return nil
}

// ErrNotCosigned: a witness's answer is not its cosignature.
var ErrNotCosigned = errors.New("the witness answered something else than its cosignature")
