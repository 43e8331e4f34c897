package keylog

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"sort"
	"sync"

	"golang.org/x/mod/sumdb/tlog"
)

// Rebuild gives the state of entries that were replayed or made before, whose log had
// this tree. It refuses others: the tree's hash is over every byte of every entry, so
// what Replay finds out entry by entry holds of these, and only what the map says in the
// end is computed. That takes a twentieth of the time.
func Rebuild(entries []Entry, tree [32]byte) (State, error) {
	s := State{entries: entries}
	var both sync.WaitGroup
	both.Go(func() { s.labels, s.accounts = buildMap(entries) })
	s.hashes = storedHashes(entries)
	both.Wait()
	now, err := s.Tree()
	if err != nil {
		return State{}, err
	}
	if now.Hash != tree || len(entries) > 0 && s.Last().Root != s.labels.root() {
		return State{}, fmt.Errorf("the key log of %d entries is another one than was written", len(entries))
	}
	return s, nil
}

// storedHashes are those of tlog.StoredHashes for each entry, one after the other.
func storedHashes(entries []Entry) []tlog.Hash {
	all := make([]tlog.Hash, 0, 2*len(entries))
	var left []tlog.Hash // by level: the complete subtree that waits for the one beside it
	for i, e := range entries {
		hash := tlog.RecordHash(e.Encode())
		all = append(all, hash)
		level := 0
		for ; i>>level&1 == 1; level++ {
			hash = tlog.NodeHash(left[level], hash)
			all = append(all, hash)
		}
		if level == len(left) {
			left = append(left, hash)
		}
		left[level] = hash
	}
	return all
}

// buildMap gives the map after all entries, and how many accounts it tells of.
func buildMap(entries []Entry) (labels *node, accounts int64) {
	type at struct {
		prefix uint64
		place  int
	}
	order := make([]at, len(entries))
	for i, e := range entries {
		order[i] = at{binary.BigEndian.Uint64(e.Label[:]), i}
	}
	slices.SortFunc(order, func(a, b at) int {
		if a.prefix != b.prefix {
			return cmp.Compare(a.prefix, b.prefix)
		}
		x, y := entries[a.place].Label, entries[b.place].Label
		return cmp.Or(slices.Compare(x[:], y[:]), cmp.Compare(a.place, b.place))
	})
	leaves := make([]leaf, 0, len(order))
	for i, o := range order {
		e := entries[o.place]
		if i+1 < len(order) && entries[order[i+1].place].Label == e.Label {
			continue // set again later
		}
		leaves = append(leaves, leaf{e.Label, e.Version, e.Value})
		if e.Kind == Account {
			accounts += there(e.Value)
		}
	}
	return buildNode(leaves, 0), accounts
}

// apart is below how many leaves it is not worth a goroutine to build a side.
const apart = 4096

// buildNode gives the tree of leaves, sorted by label, which agree on all bits before depth.
func buildNode(leaves []leaf, depth int) *node {
	switch len(leaves) {
	case 0:
		return nil
	case 1:
		l := &leaves[0]
		return &node{value: leafValue(l.label, l.commitment()), leaf: l}
	}
	ones := sort.Search(len(leaves), func(i int) bool { return leaves[i].label.bit(depth) == 1 })
	var left, right *node
	if len(leaves) < apart {
		left, right = buildNode(leaves[:ones], depth+1), buildNode(leaves[ones:], depth+1)
	} else {
		var both sync.WaitGroup
		both.Go(func() { left = buildNode(leaves[:ones], depth+1) })
		right = buildNode(leaves[ones:], depth+1)
		both.Wait()
	}
	return newParent(left, right)
}
