package nodes

import (
	"slices"

	// Deterministic, strict where it is told to be, and in the program already (passkeys).
	"github.com/fxamacker/cbor/v2"

	"alcove/internal/linking"
)

// hint is what a node tells the others, in CBOR (RFC 8949). Members that a node does not
// know it ignores, so that a newer one can tell more; without any it is but a count.
type hint struct {
	To      [][]byte `cbor:"1,keyasint,omitempty"` // accounts
	All     bool     `cbor:"2,keyasint,omitempty"` // instead of To: everybody who is connected
	Frame   []byte   `cbor:"3,keyasint,omitempty"` // what they are told
	Ended   [][]byte `cbor:"4,keyasint,omitempty"` // sessions of To, instead of Frame
	AtWork  []byte   `cbor:"5,keyasint,omitempty"` // an account of which a device is
	Told    []byte   `cbor:"6,keyasint,omitempty"` // an account that was told outside of the app
	Way     uint8    `cbor:"7,keyasint,omitempty"` // in this way
	Leaving bool     `cbor:"8,keyasint,omitempty"` // the node says goodbye
}

// question is what a node asks all others.
type question struct {
	Here [][]byte         `cbor:"1,keyasint,omitempty"` // accounts: which of them are connected?
	Link *linking.Request `cbor:"2,keyasint,omitempty"`
}

// answer is what each of them answers, to the question of this node and count.
type answer struct {
	Node  []byte          `cbor:"1,keyasint"`
	Count uint64          `cbor:"2,keyasint"`
	Here  [][]byte        `cbor:"3,keyasint,omitempty"`
	Link  *linking.Answer `cbor:"4,keyasint,omitempty"` // nil: no such mailbox here
}

// Bounds of what is decoded.
var decoding = must(cbor.DecOptions{
	DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden,
	MaxArrayElements: 1 << 14, MaxMapPairs: 16, MaxNestedLevels: 4,
}.DecMode())

func must(m cbor.DecMode, err error) cbor.DecMode {
	if err != nil {
		panic(err) // the options above are wrong: no test would pass
	}
	return m
}

func encode(m any) []byte {
	b, err := cbor.Marshal(m)
	if err != nil {
		panic(err) // cannot be: bytes, numbers and booleans
	}
	return b
}

func decode(b []byte, m any) error { return decoding.Unmarshal(b, m) }

func bytesOf[A ~[16]byte | ~[32]byte](all []A) [][]byte {
	out := make([][]byte, len(all))
	for i := range all {
		switch v := any(all[i]).(type) {
		case [16]byte:
			out[i] = v[:]
		case [32]byte:
			out[i] = v[:]
		}
	}
	return out
}

// accountsOf takes those that are accounts.
func accountsOf(all [][]byte) []Account {
	out := make([]Account, 0, len(all))
	for _, b := range all {
		if len(b) == len(Account{}) {
			out = append(out, Account(b))
		}
	}
	return slices.Clip(out)
}

func sessionsOf(all [][]byte) []Session {
	out := make([]Session, 0, len(all))
	for _, b := range all {
		if len(b) == len(Session{}) {
			out = append(out, Session(b))
		}
	}
	return out
}
