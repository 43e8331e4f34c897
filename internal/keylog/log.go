package keylog

import "sync"

// Log is the log as it is told to everybody: what is durable, under a signature.
type Log struct {
	key     Key
	durable func() State

	mu     sync.Mutex
	signed Head // the newest that was asked for
}

// Head is a state with its checkpoint.
type Head struct {
	State
	Checkpoint []byte
}

// NewLog returns the log over what durable gives: states whose entries are on the disk.
func NewLog(key Key, durable func() State) *Log { return &Log{key: key, durable: durable} }

// Key is the log's public key (C2SP signed-note).
func (l *Log) Key() string { return l.key.Verifier() }

// Origin names the log.
func (l *Log) Origin() string { return l.key.Origin() }

// Head gives the log as it is now. Of each size one checkpoint is signed.
func (l *Log) Head() (Head, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := l.durable()
	if l.signed.Checkpoint != nil && l.signed.Size() == now.Size() {
		return l.signed, nil
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
	return l.signed, nil
}
