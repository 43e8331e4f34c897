package api_test

import (
	"bytes"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/binary"
	"math/big"
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
)

// evidence is all that a server has which keeps everything: each request in its order,
// and its database with the log of it.
type evidence struct {
	ballotKey []byte
	traffic   []seenRequest
	files     map[string][]byte
}

// seenRequest is a request as the server sees it. who is the account of the session.
type seenRequest struct {
	connection string
	path       string
	body       []byte
	answer     []byte
	who        *account.ID
}

// guess says of responses whose they are, by the keys of their ballots.
type guess map[[32]byte]account.ID

// guesses are by everything that this guesser knows to try. Each is right for one in all
// if there is nothing to be found; where something is, one of them finds it.
func (e evidence) guesses(t *testing.T) map[string]guess {
	t.Helper()
	taken, answered := e.taken(t), e.answered(t)
	all := map[string]guess{
		"order":            inOrder(answered, taken, same, same),
		"order, backwards": inOrder(reversed(answered), taken, same, same),
		"connection":       byConnection(e.traffic, answered),
		"session before":   e.beside(answered, -1),
		"session after":    e.beside(answered, 1),
		"sizes":            inOrder(answered, taken, func(r answeredOne) int { return len(r.raw) }, func(b takenOne) int { return len(b.raw) }),
		"bytes":            byBytes(answered, taken),
		"algebra":          byAlgebra(t, e.ballotKey, answered, taken),
	}
	for name, content := range e.files {
		first := func(needle []byte) int { return bytes.Index(content, needle) }
		last := func(needle []byte) int { return bytes.LastIndex(content, needle) }
		for which, find := range map[string]func([]byte) int{"first in ": first, "last in ": last} {
			all[which+name] = inOrder(answered, taken,
				func(r answeredOne) int {
					return find(slices.Concat(r.GetBallot().GetPublicKey(), r.GetBallot().GetRandomizer()))
				},
				func(b takenOne) int { hash := sha256.Sum256(b.blinded); return find(append(b.by[:], hash[:]...)) })
		}
	}
	return all
}

type takenOne struct {
	by               account.ID
	blinded, blindly []byte
	raw              []byte
}

type answeredOne struct {
	*alcovev1.AnswerRequest
	raw []byte
	at  int // place in the traffic
}

func (r answeredOne) key() [32]byte { return [32]byte(r.GetBallot().GetPublicKey()) }

func (e evidence) taken(t *testing.T) (all []takenOne) {
	for _, s := range e.traffic {
		if s.path != "/alcove.v1.SurveyService/TakeBallot" || s.who == nil {
			continue
		}
		var q alcovev1.TakeBallotRequest
		var a alcovev1.TakeBallotResponse
		must(t, proto.Unmarshal(s.body, &q))
		must(t, proto.Unmarshal(s.answer, &a))
		all = append(all, takenOne{*s.who, q.GetBlinded(), a.GetBlindSignature(), slices.Concat(s.body, s.answer)})
	}
	return all
}

func (e evidence) answered(t *testing.T) (all []answeredOne) {
	for i, s := range e.traffic {
		if s.path != "/alcove.v1.SurveyService/Answer" {
			continue
		}
		q := &alcovev1.AnswerRequest{}
		must(t, proto.Unmarshal(s.body, q))
		all = append(all, answeredOne{q, s.body, i})
	}
	return all
}

func same[T any](T) int { return 0 }

func reversed[T any](all []T) []T {
	all = slices.Clone(all)
	slices.Reverse(all)
	return all
}

// inOrder lines both up by a number and, where that is the same, as they came.
func inOrder(answered []answeredOne, taken []takenOne, ofResponse func(answeredOne) int, ofBallot func(takenOne) int) guess {
	answered, taken = sortedBy(answered, ofResponse), sortedBy(taken, ofBallot)
	g := guess{}
	for i := range min(len(answered), len(taken)) {
		g[answered[i].key()] = taken[i].by
	}
	return g
}

func sortedBy[T any](all []T, number func(T) int) (out []T) {
	type numbered struct {
		one T
		n   int
	}
	var with []numbered
	for _, one := range all {
		with = append(with, numbered{one, number(one)})
	}
	slices.SortStableFunc(with, func(a, b numbered) int { return a.n - b.n })
	for _, w := range with {
		out = append(out, w.one)
	}
	return out
}

// byConnection takes whose session came by the same connection.
func byConnection(traffic []seenRequest, answered []answeredOne) guess {
	g, users := guess{}, map[string]*account.ID{}
	for _, s := range traffic {
		if s.who != nil {
			users[s.connection] = s.who
		}
	}
	for _, r := range answered {
		if who := users[traffic[r.at].connection]; who != nil {
			g[r.key()] = *who
		}
	}
	return g
}

// beside takes whose session was the nearest before or after.
func (e evidence) beside(answered []answeredOne, step int) guess {
	g := guess{}
	for _, r := range answered {
		for i := r.at + step; i >= 0 && i < len(e.traffic); i += step {
			if who := e.traffic[i].who; who != nil {
				g[r.key()] = *who
				break
			}
		}
	}
	return g
}

// byBytes looks for any eight bytes of a ballot in what was said when one was taken.
func byBytes(answered []answeredOne, taken []takenOne) guess {
	windows := map[uint64][]account.ID{}
	for _, b := range taken {
		for i := 0; i+8 <= len(b.raw); i++ {
			w := binary.BigEndian.Uint64(b.raw[i:])
			if known := windows[w]; len(known) == 0 || known[len(known)-1] != b.by {
				windows[w] = append(known, b.by)
			}
		}
	}
	g := guess{}
	for _, r := range answered {
		b := r.GetBallot()
		hash := sha256.Sum256(b.GetPublicKey())
		told := slices.Concat(b.GetPublicKey(), b.GetRandomizer(), b.GetSignature(), r.GetSignature(), hash[:], r.GetSealed())
		for i := 0; i+8 <= len(told); i++ {
			// What all have in common says nothing.
			if who := windows[binary.BigEndian.Uint64(told[i:])]; len(who) == 1 {
				g[r.key()] = who[0]
			}
		}
	}
	return g
}

// byAlgebra computes for each ballot and each response the one blinding factor by which
// they could belong together, and takes those that stand out: one that is small, or that
// several pairs share.
func byAlgebra(t *testing.T, ballotKey []byte, answered []answeredOne, taken []takenOne) guess {
	t.Helper()
	parsed, err := x509.ParsePKIXPublicKey(ballotKey)
	must(t, err)
	n := parsed.(*rsa.PublicKey).N
	type pair struct {
		response [32]byte
		by       account.ID
	}
	factors := map[[32]byte][]pair{}
	g := guess{}
	for _, r := range answered {
		inverse := new(big.Int).ModInverse(new(big.Int).SetBytes(r.GetBallot().GetSignature()), n)
		if inverse == nil {
			continue
		}
		for _, b := range taken {
			factor := new(big.Int).Mul(new(big.Int).SetBytes(b.blindly), inverse)
			factor.Mod(factor, n)
			if factor.BitLen() < n.BitLen()-64 {
				g[r.key()] = b.by
			}
			name := sha256.Sum256(factor.Bytes())
			factors[name] = append(factors[name], pair{r.key(), b.by})
		}
	}
	for _, pairs := range factors {
		if len(pairs) > 1 {
			for _, p := range pairs {
				g[p.response] = p.by
			}
		}
	}
	return g
}
