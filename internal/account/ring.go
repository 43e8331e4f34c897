package account

import (
	"alcove/internal/opaque"
)

// ring is the server's secrets in use. It changes as a whole, when they are
// exchanged: whoever looks for a name holds Service.mu for reading meanwhile, so
// that nobody looks for it by one generation among names of another.
type ring struct {
	Keys
	opaque []*opaque.Server // by generation; nil for one that has ended
	seal   sealer           // of the newest generation
}

// newRing takes the first so many generations into use.
func (c Config) newRing(k Keys, generations int) (ring, error) {
	r := ring{Keys: Keys{k.path, k.generations[:generations:generations]}}
	for _, g := range r.generations {
		if g.ended() {
			r.opaque = append(r.opaque, nil)
			continue
		}
		server, err := opaque.NewServer(g.opaque[:])
		if err != nil {
			return r, err
		}
		r.opaque = append(r.opaque, server)
	}
	var err error
	r.seal, err = newSealer(r.newest().sealing, c.Random, c.Clock)
	return r, err
}

func (k Keys) newest() generation { return k.generations[len(k.generations)-1] }

// opaqueNow is the server's half of OPAQUE for new records.
func (r ring) opaqueNow() *opaque.Server { return r.opaque[len(r.opaque)-1] }

// older is the number of the generation that is so many before the newest, of those
// that live; false where there is none.
func (r ring) older(n uint32) (number int, ok bool) {
	living := r.Living()
	if uint64(n) >= uint64(len(living)) {
		return 0, false
	}
	return living[n], true
}
