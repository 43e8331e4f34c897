// Package auditor is what others than the server do with its key log, so that nobody
// has to believe it: whoever likes reads all of it and verifies it (Verify), and a
// witness cosigns what goes on from what it saw before (NewWitness). The server's own
// part in that is to ask its witnesses (Cosigner). See package keylog for the log.
package auditor

import (
	"bytes"
	"context"
	"crypto/tls"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/tlog"

	"alcove/internal/keylog"
)

// Subject is a server whose log is verified.
type Subject struct {
	URL *url.URL // https://talk.example.org
	TLS *tls.Config
	// Key is the log's; empty to believe the server's word for it.
	Key string
	// Witnesses are keys of which at least one must have cosigned the checkpoint.
	Witnesses []string
	// Seen is what was verified before; the log has to go on from it.
	Seen *Seen
}

// Seen is a checkpoint that was verified.
type Seen struct {
	Key  string `json:"key"`
	Size int64  `json:"size"`
	Hash string `json:"sha256"`
}

// Report is what a log was found to be.
type Report struct {
	Seen
	Origin string
	// Live and Gone count labels by kind: those that say something, and those that say
	// no more than that it is gone.
	Live, Gone map[keylog.Kind]int
	Cosigned   map[string]int64 // by witness: when, Unix
	state      keylog.State
}

// Lists reports whether this is whom the log says are listed. By it a list that the
// server shows can be verified.
func (r Report) Lists(all []keylog.Listed) bool {
	value, version := r.state.Lookup(keylog.DirectoryLabel())
	return version == 0 && len(all) == 0 || version > 0 && value == keylog.DirectoryValue(all)
}

// Released reports whether the log says that a release of the web client, by its
// text, was served.
func (r Report) Released(text []byte) bool {
	value, version := r.state.Lookup(keylog.ReleaseLabel(text))
	return version > 0 && value == keylog.ReleaseValue(text)
}

// Findings that do not depend on the network: the log is not what it has to be.
var (
	ErrKey         = errors.New("the log is signed by another key")
	ErrOlder       = errors.New("the log is older than what was seen before")
	ErrForked      = errors.New("the log is another one than what was seen before")
	ErrBroken      = errors.New("the log's entries and its checkpoint do not fit")
	ErrUnwitnessed = errors.New("no witness asked for has cosigned the checkpoint")
)

// maxAnswer bounds what is read of an answer: a whole entry bundle is 26 KB.
const maxAnswer = 1 << 20

// Verify reads the whole log: the checkpoint's signature, every entry, the map's root
// after each, every tile, and that the log goes on from what was seen.
func Verify(ctx context.Context, s Subject) (r Report, err error) {
	client := &http.Client{Transport: &http.Transport{TLSClientConfig: s.TLS}}
	defer client.CloseIdleConnections()
	get := func(path string) ([]byte, error) { return fetch(ctx, client, s.URL.JoinPath("log", path).String()) }
	named, err := get("key")
	if err != nil {
		return r, err
	}
	key := strings.TrimSpace(string(named))
	if s.Key != "" && s.Key != key || s.Seen != nil && s.Seen.Key != key {
		return r, fmt.Errorf("%w: %s", ErrKey, key)
	}
	signed, err := get("checkpoint")
	if err != nil {
		return r, err
	}
	c, err := keylog.OpenCheckpoint(signed, key, s.Witnesses...)
	if err != nil {
		return r, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	r = Report{Seen: Seen{key, c.Tree.N, hex.EncodeToString(c.Tree.Hash[:])}, Origin: c.Origin, Cosigned: c.Cosigned, Live: map[keylog.Kind]int{}, Gone: map[keylog.Kind]int{}}
	if len(s.Witnesses) > 0 && len(c.Cosigned) == 0 {
		return r, ErrUnwitnessed
	}
	if r.state, err = replay(get, c.Tree); err != nil {
		return r, err
	}
	if err := follows(r.state, s.Seen); err != nil {
		return r, err
	}
	r.count()
	return r, nil
}

// replay makes the log anew from its entries, and compares.
func replay(get func(string) ([]byte, error), tree tlog.Tree) (state keylog.State, err error) {
	for state.Size() < tree.N {
		n := state.Size() / torchwood.TileWidth
		width := int(min(tree.N-state.Size(), torchwood.TileWidth))
		bundle, err := get(torchwood.TilePath(tlog.Tile{H: torchwood.TileHeight, L: -1, N: n, W: width}))
		if err != nil {
			return state, err
		}
		for range width {
			var raw []byte
			if raw, bundle, err = torchwood.ReadTileEntry(bundle); err != nil {
				return state, fmt.Errorf("%w: %w", ErrBroken, err)
			}
			e, err := keylog.DecodeEntry(raw)
			if err != nil {
				return state, fmt.Errorf("%w: %w", ErrBroken, err)
			}
			if state, err = state.Replay(e); err != nil {
				return state, fmt.Errorf("%w: %w", ErrBroken, err)
			}
		}
		if len(bundle) > 0 {
			return state, fmt.Errorf("%w: a bundle has more entries than it should", ErrBroken)
		}
	}
	made, err := state.Tree()
	if err != nil {
		return state, err
	}
	if made != tree {
		return state, fmt.Errorf("%w: the entries have another root", ErrBroken)
	}
	for _, tile := range tlog.NewTiles(torchwood.TileHeight, 0, tree.N) {
		path := torchwood.TilePath(tile)
		served, err := get(path)
		if err != nil {
			return state, err
		}
		own, err := state.Tile(path)
		if err != nil {
			return state, err
		}
		if !bytes.Equal(served, own) {
			return state, fmt.Errorf("%w: %s has other hashes", ErrBroken, path)
		}
	}
	return state, nil
}

func follows(state keylog.State, seen *Seen) error {
	switch {
	case seen == nil || seen.Size == 0:
		return nil
	case seen.Size > state.Size():
		return fmt.Errorf("%w: %d entries, and there were %d", ErrOlder, state.Size(), seen.Size)
	}
	hash, err := tlog.TreeHash(seen.Size, state)
	if err != nil {
		return err
	}
	if hex.EncodeToString(hash[:]) != seen.Hash {
		return ErrForked
	}
	return nil
}

func (r *Report) count() {
	seen := map[keylog.Label]bool{}
	for _, e := range slices.Backward(r.state.Entries(0)) {
		if seen[e.Label] {
			continue
		}
		seen[e.Label] = true
		if e.Value == keylog.Gone {
			r.Gone[e.Kind]++
		} else {
			r.Live[e.Kind]++
		}
	}
}

func fetch(ctx context.Context, client *http.Client, address string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, err
	}
	answer, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer func() { _ = answer.Body.Close() }()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", address, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, maxAnswer))
}
