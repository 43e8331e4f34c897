package survey

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"
	"syscall"

	"alcove/internal/blind"
	"alcove/internal/fault"
	"alcove/internal/keyfile"
)

// BallotKeys are the private keys by which ballots are signed: Keys, or SharedKeys where
// there are several nodes.
type BallotKeys interface {
	// of gives a survey's key.
	of(ctx context.Context, id ID) (key blind.Key, ok bool, err error)
	// make makes a survey's key. Either it is kept when it returns, and given again when
	// it is called again; or it is sealed, to be kept with the survey.
	make(ctx context.Context, id ID) (key blind.Key, sealed []byte, err error)
	// drop destroys the key of a survey that is closed.
	drop(id ID) error
	// keepOnly destroys the keys of all other surveys.
	keepOnly(living []ID) error
}

// Keys are the private keys by which ballots are signed, one a survey that is not closed,
// in a file of their own. They are not sealed into the database: so whoever steals that
// alone can make no ballot, what is destroyed at the close is in no page, log or snapshot
// of it, and there is no key above them that would have to be exchanged. A line is a
// survey's id in hexadecimal, a space, and PKCS #8 in base64.
type Keys struct {
	path   string
	random io.Reader

	mu    sync.Mutex
	lines map[ID]blind.Key
}

var errKeys = errors.New("a line is 32 hexadecimal digits, a space, and a private key in base64")

// LoadKeys reads the file at path (mode 0600), or makes an empty one.
func LoadKeys(path string, random io.Reader) (*Keys, error) {
	text, err := keyfile.Load(path, func() (string, error) { return "", nil })
	if err != nil {
		return nil, fmt.Errorf("ballot keys: %w", err)
	}
	k := &Keys{path: path, random: random, lines: map[ID]blind.Key{}}
	for line := range strings.Lines(text) {
		id, key, err := parseKey(strings.TrimSpace(line))
		if err != nil {
			return nil, fmt.Errorf("ballot keys %s: %w", path, err)
		}
		k.lines[id] = key
	}
	return k, nil
}

func parseKey(line string) (id ID, key blind.Key, err error) {
	digits, encoded, _ := strings.Cut(line, " ")
	raw, err := hex.DecodeString(digits)
	if err != nil || len(raw) != len(id) {
		return id, key, errKeys
	}
	copy(id[:], raw)
	der, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return id, key, errKeys
	}
	if key, err = blind.ParseKey(der); err != nil {
		return id, key, errKeys
	}
	return id, key, nil
}

func (k *Keys) of(_ context.Context, id ID) (key blind.Key, ok bool, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	key, ok = k.lines[id]
	return key, ok, nil
}

// make keeps the key, durable; one that is there already it gives.
func (k *Keys) make(ctx context.Context, id ID) (key blind.Key, sealed []byte, err error) {
	if key, ok, err := k.of(ctx, id); ok || err != nil {
		return key, nil, err
	}
	if key, err = blind.NewKey(k.random); err != nil { // outside of mu: it takes long
		return key, nil, err
	}
	return key, nil, k.put(id, key)
}

// put keeps a key, durable.
func (k *Keys) put(id ID, key blind.Key) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	next := maps.Clone(k.lines)
	next[id] = key
	return k.keep(next)
}

// drop destroys a survey's key.
func (k *Keys) drop(gone ID) error { return k.dropWhere(func(id ID) bool { return id == gone }) }

// keepOnly destroys the keys of all other surveys.
func (k *Keys) keepOnly(living []ID) error {
	return k.dropWhere(func(id ID) bool { return !slices.Contains(living, id) })
}

func (k *Keys) dropWhere(gone func(ID) bool) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	next := maps.Clone(k.lines)
	maps.DeleteFunc(next, func(id ID, _ blind.Key) bool { return gone(id) })
	if len(next) == len(k.lines) {
		return nil
	}
	return k.keep(next)
}

func (k *Keys) keep(next map[ID]blind.Key) error {
	var lines []string
	for id, key := range next {
		der, err := key.Encode()
		if err != nil {
			return err
		}
		lines = append(lines, hex.EncodeToString(id[:])+" "+base64.StdEncoding.EncodeToString(der))
	}
	slices.Sort(lines) // by id: the order in which they were made tells nothing
	if err := keyfile.Replace(k.path, strings.Join(lines, "\n")); err != nil {
		return notKept(fmt.Errorf("ballot keys: %w", err))
	}
	k.lines = next
	return nil
}

// notKept tells whoever asked what it is that failed, as a Store does.
func notKept(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return fault.Wrap(err, fault.Unavailable, "storage_full", "The server's disk is full. Please try again later.")
	}
	return fault.Wrap(err, fault.Unavailable, "storage_failed", "The server could not store this. Please try again.")
}
