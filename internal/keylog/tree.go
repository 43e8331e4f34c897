package keylog

import (
	"crypto/sha256"
	"encoding/binary"
)

// node is one of the map's prefix tree: a leaf at the least depth at which its label
// is alone, or the parent of at least one other node. nil is where nothing is. Nodes
// never change; setting a label makes those on its path anew.
type node struct {
	value       [32]byte
	left, right *node
	leaf        *leaf // of a leaf
}

type leaf struct {
	label   Label
	version uint32
	value   Value
}

// Tags before a node's value where its parent hashes it (draft-ietf-keytrans-protocol,
// "Prefix Tree"). Where nothing is stand 33 zero bytes.
const (
	tagLeaf   = 1
	tagParent = 2
)

// content is a node as its parent hashes it.
type content [33]byte

func (n *node) content() (c content) {
	if n == nil {
		return c
	}
	c[0] = tagParent
	if n.leaf != nil {
		c[0] = tagLeaf
	}
	copy(c[1:], n.value[:])
	return c
}

const leafPrefix = "alcove/v1/keylog/leaf"

// commitment is what a leaf says of its label: SHA-256(leafPrefix || version (4) || value (32)).
func (l leaf) commitment() [32]byte {
	var in [len(leafPrefix) + 4 + 32]byte // arrays, here and below: there are very many of these
	n := copy(in[:], leafPrefix)
	binary.BigEndian.PutUint32(in[n:], l.version)
	copy(in[n+4:], l.value[:])
	return sha256.Sum256(in[:])
}

func leafValue(label Label, commitment [32]byte) [32]byte {
	var in [64]byte
	copy(in[:], label[:])
	copy(in[32:], commitment[:])
	return sha256.Sum256(in[:])
}

func parentValue(left, right content) [32]byte {
	var in [2 * len(content{})]byte
	copy(in[:], left[:])
	copy(in[len(left):], right[:])
	return sha256.Sum256(in[:])
}

func newLeaf(l leaf) *node { return &node{value: leafValue(l.label, l.commitment()), leaf: &l} }

func newParent(left, right *node) *node {
	return &node{value: parentValue(left.content(), right.content()), left: left, right: right}
}

// bit is the label's bit at a depth, the most significant first.
func (l Label) bit(depth int) byte { return l[depth/8] >> (7 - depth%8) & 1 }

// set gives the tree with the leaf in it, in place of the one with its label.
func (n *node) set(l leaf, depth int) *node {
	switch {
	case n == nil, n.leaf != nil && n.leaf.label == l.label:
		return newLeaf(l)
	case n.leaf != nil: // another label with the same prefix: both go deeper
		split := newParentOf(n, n.leaf.label.bit(depth))
		return split.set(l, depth)
	case l.label.bit(depth) == 0:
		return newParent(n.left.set(l, depth+1), n.right)
	default:
		return newParent(n.left, n.right.set(l, depth+1))
	}
}

// newParentOf is a parent of one node alone; set goes on to hash it.
func newParentOf(only *node, side byte) *node {
	if side == 0 {
		return &node{left: only}
	}
	return &node{right: only}
}

// find walks to where a label's path ends: at its leaf, at another's, or at nothing.
// It gives the nodes beside the path too, from the root down.
func (n *node) find(label Label) (end *node, beside []content) {
	for depth := 0; n != nil && n.leaf == nil; depth++ {
		if label.bit(depth) == 0 {
			beside, n = append(beside, n.right.content()), n.left
		} else {
			beside, n = append(beside, n.left.content()), n.right
		}
	}
	return n, beside
}

// root is the map's, 32 zero bytes of an empty one.
func (n *node) root() (r [32]byte) {
	if n != nil {
		r = n.value
	}
	return r
}
