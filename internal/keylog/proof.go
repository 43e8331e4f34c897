package keylog

import (
	"bytes"
	"errors"
)

// MapProof proves what the map says of one label.
type MapProof struct {
	// Beside are the nodes beside the label's path, from the root down, each with its
	// tag before its value.
	Beside [][]byte
	// Found: the label has a leaf, and Version and Value are what it says.
	Found   bool
	Version uint32
	Value   Value
	// Other is, where the label has none, the leaf at which its path ends, if it does
	// not end at nothing: another label and its commitment.
	Other *OtherLeaf
}

// OtherLeaf is somebody else's, of whom no more is told than stands in the tree.
type OtherLeaf struct {
	Label      Label
	Commitment [32]byte
}

func (n *node) prove(label Label) (p MapProof) {
	end, beside := n.find(label)
	for _, c := range beside {
		p.Beside = append(p.Beside, bytes.Clone(c[:]))
	}
	switch {
	case end == nil:
	case end.leaf.label == label:
		p.Found, p.Version, p.Value = true, end.leaf.version, end.leaf.value
	default:
		p.Other = &OtherLeaf{end.leaf.label, end.leaf.commitment()}
	}
	return p
}

// ErrProof: what was said does not follow from what was signed.
var ErrProof = errors.New("the key log's proof does not hold")

// Check verifies that the map with this root says that of the label.
func (p MapProof) Check(root [32]byte, label Label) error {
	depth := len(p.Beside)
	if depth > 256 || p.Found && p.Other != nil || p.Found && p.Version == 0 {
		return ErrProof
	}
	var at content
	switch {
	case p.Found:
		at[0] = tagLeaf
		value := leafValue(label, leaf{label, p.Version, p.Value}.commitment())
		copy(at[1:], value[:])
	case p.Other != nil:
		// It must lie where the label's path leads, and be another one.
		if p.Other.Label == label || !samePrefix(p.Other.Label, label, depth) {
			return ErrProof
		}
		at[0] = tagLeaf
		value := leafValue(p.Other.Label, p.Other.Commitment)
		copy(at[1:], value[:])
	}
	for depth--; depth >= 0; depth-- {
		beside, err := readContent(p.Beside[depth])
		if err != nil {
			return err
		}
		left, right := at, beside
		if label.bit(depth) == 1 {
			left, right = beside, at
		}
		value := parentValue(left, right)
		at[0] = tagParent
		copy(at[1:], value[:])
	}
	if !bytes.Equal(at[1:], root[:]) {
		return ErrProof
	}
	return nil
}

func readContent(b []byte) (c content, err error) {
	if len(b) != len(c) || b[0] > tagParent || b[0] == 0 && !bytes.Equal(b, c[:]) {
		return c, ErrProof
	}
	return content(b), nil
}

func samePrefix(a, b Label, bits int) bool {
	for i := range bits {
		if a.bit(i) != b.bit(i) {
			return false
		}
	}
	return true
}
