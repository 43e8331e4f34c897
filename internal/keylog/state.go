package keylog

import (
	"fmt"
	"slices"

	"filippo.io/torchwood"
	"golang.org/x/mod/sumdb/tlog"
)

// State is the log and the map at one moment. The zero State is an empty log.
type State struct {
	entries  []Entry
	hashes   []tlog.Hash // as tlog.StoredHashIndex counts them
	labels   *node
	accounts int64
}

// Size is how many entries there are.
func (s State) Size() int64 { return int64(len(s.entries)) }

// Accounts is of how many accounts it tells that are not gone.
func (s State) Accounts() int64 { return s.accounts }

// Last is the newest entry; there must be one.
func (s State) Last() Entry { return s.entries[len(s.entries)-1] }

// Lookup says what the label's value and version are now; the version of one that
// was never set is 0.
func (s State) Lookup(label Label) (Value, uint32) {
	if end, _ := s.labels.find(label); end != nil && end.leaf.label == label {
		return end.leaf.value, end.leaf.version
	}
	return Value{}, 0
}

// Apart gives the same state to go on from beside others that do: what follows it
// overwrites nothing of what follows s.
func (s State) Apart() State {
	return State{slices.Clip(s.entries), slices.Clip(s.hashes), s.labels, s.accounts}
}

// Next gives the state with one entry more, which sets the label. s stays as it is;
// only one of the states that follow it may be gone on with (but Apart).
func (s State) Next(kind Kind, label Label, value Value) (State, error) {
	was, version := s.Lookup(label)
	next := s.labels.set(leaf{label, version + 1, value}, 0)
	return s.add(Entry{kind, label, version + 1, value, next.root()}, was, next)
}

// Replay gives the state with an entry more that was made before, and refuses one
// that does not follow from the entries before it.
func (s State) Replay(e Entry) (State, error) {
	was, version := s.Lookup(e.Label)
	next := s.labels.set(leaf{e.Label, e.Version, e.Value}, 0)
	if e.Version != version+1 || e.Root != next.root() {
		return s, fmt.Errorf("entry %d of the key log does not follow from those before it", s.Size())
	}
	return s.add(e, was, next)
}

func (s State) add(e Entry, was Value, labels *node) (State, error) {
	hashes, err := tlog.StoredHashes(s.Size(), e.Encode(), s)
	if err != nil {
		return s, err
	}
	accounts := s.accounts
	if e.Kind == Account {
		accounts += there(e.Value) - there(was)
	}
	return State{append(s.entries, e), append(s.hashes, hashes...), labels, accounts}, nil
}

// there is 1 where a value says something, 0 where nothing or that it is gone.
func there(v Value) int64 {
	if v == Gone {
		return 0
	}
	return 1
}

// ReadHashes implements tlog.HashReader.
func (s State) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	out := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index < 0 || index >= int64(len(s.hashes)) {
			return nil, fmt.Errorf("hash %d of the key log: %w", index, errMalformed)
		}
		out[i] = s.hashes[index]
	}
	return out, nil
}

// Tree is the log's size and root hash.
func (s State) Tree() (tlog.Tree, error) {
	hash, err := tlog.TreeHash(s.Size(), s)
	return tlog.Tree{N: s.Size(), Hash: hash}, err
}

// ProveNewest proves that the newest entry is in the log.
func (s State) ProveNewest() (tlog.RecordProof, error) {
	return tlog.ProveRecord(s.Size(), s.Size()-1, s)
}

// ProveSince proves that the log of an earlier size is the beginning of this one.
func (s State) ProveSince(size int64) (tlog.TreeProof, error) {
	if size < 1 || size > s.Size() {
		return nil, fmt.Errorf("there was no key log of %d entries", size)
	}
	return tlog.ProveTree(s.Size(), size, s)
}

// ProveLabel proves what the map says of a label.
func (s State) ProveLabel(label Label) MapProof { return s.labels.prove(label) }

// Tile gives what C2SP tlog-tiles serves at a path ("tile/0/000", "tile/entries/000.p/5").
func (s State) Tile(path string) ([]byte, error) {
	t, err := torchwood.ParseTilePath(path)
	if err != nil {
		return nil, err
	}
	if t.L >= 0 {
		return tlog.ReadTileData(t, s)
	}
	from := t.N * torchwood.TileWidth
	if from < 0 || from+int64(t.W) > s.Size() {
		return nil, fmt.Errorf("%s: %w", path, errMalformed)
	}
	out := make([]byte, 0, t.W*(2+EntrySize))
	for _, e := range s.entries[from : from+int64(t.W)] {
		if out, err = torchwood.AppendTileEntry(out, e.Encode()); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Entries gives those from a size on.
func (s State) Entries(from int64) []Entry { return slices.Clone(s.entries[min(from, s.Size()):]) }
