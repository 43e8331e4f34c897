package account

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"alcove/internal/keyfile"
)

// Keys are the server's secrets as its key file holds them: generations of them, the
// oldest first, each derived by HKDF-SHA256 (RFC 5869) from a root of 32 bytes. The
// file lies outside the database, so that a stolen database alone can be neither
// searched for names nor guessed at. Who loses the file loses every log-in: it
// belongs into the backup, kept apart.
//
// A line is a generation: 64 hexadecimal digits, its root; or, once nobody logs in
// under it any more, twice 64 digits, the pepper and the code key, in which the
// later ones are layered (see nameKeys). A file begins with one line, and gets
// another whenever the secrets are exchanged (exchange.go).
type Keys struct {
	path        string
	generations []generation
}

// generation is one of the server's secrets.
type generation struct {
	root    [32]byte // zero once the generation has ended: then only pepper and codes are left
	pepper  [32]byte // keys the look-up of names
	codes   [32]byte // keys one-time codes
	opaque  [32]byte // seed of the OPAQUE key pair and OPRF keys
	sealing [32]byte // seals states that travel through the client
	proof   [32]byte // authenticates proof-of-work challenges
}

func (g generation) ended() bool { return g.root == [32]byte{} }

// LoadKeys reads the secrets from path (mode 0600) or makes their first generation
// from random on the first start.
func LoadKeys(path string, random io.Reader) (Keys, error) {
	text, err := keyfile.Load(path, func() (string, error) {
		root, err := newRoot(random)
		return hex.EncodeToString(root[:]), err
	})
	if err != nil {
		return Keys{}, fmt.Errorf("server key: %w", err)
	}
	k := Keys{path: path}
	if k.generations, err = parseKeys(text); err != nil {
		return Keys{}, fmt.Errorf("server key %s: %w", path, err)
	}
	return k, nil
}

var errKeyFile = errors.New("a line is 64 hexadecimal digits, or twice 64")

// parseKeys reads the lines of the file. The newest generation is never an ended one.
func parseKeys(text string) (all []generation, err error) {
	for line := range strings.Lines(text) {
		g, err := parseGeneration(strings.TrimSpace(line))
		if err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	if len(all) == 0 || all[len(all)-1].ended() {
		return nil, errKeyFile
	}
	return all, nil
}

func parseGeneration(line string) (g generation, err error) {
	var parts [][32]byte
	for _, digits := range strings.Split(line, " ") {
		part, err := hex.DecodeString(digits)
		if err != nil || len(part) != 32 || [32]byte(part) == [32]byte{} {
			return g, errKeyFile
		}
		parts = append(parts, [32]byte(part))
	}
	switch len(parts) {
	case 1:
		return derive(parts[0])
	case 2:
		return generation{pepper: parts[0], codes: parts[1]}, nil
	}
	return g, errKeyFile
}

func newRoot(random io.Reader) (root [32]byte, err error) {
	_, err = io.ReadFull(random, root[:])
	return root, err
}

// derive derives a generation from its root.
func derive(root [32]byte) (generation, error) {
	g := generation{root: root}
	for _, d := range []struct {
		to   *[32]byte
		info string
	}{
		{&g.pepper, "alcove/v1/server/pepper"},
		{&g.opaque, "alcove/v1/server/opaque"},
		{&g.sealing, "alcove/v1/server/sealing"},
		{&g.proof, "alcove/v1/server/proof-of-work"},
		{&g.codes, "alcove/v1/server/one-time-codes"},
	} {
		b, err := hkdf.Key(sha256.New, root[:], nil, d.info, 32)
		if err != nil {
			return g, err
		}
		*d.to = [32]byte(b)
	}
	return g, nil
}

// Fingerprint tells these secrets from others, and with of from those of another kind,
// without saying anything of them. An exchange does not change it: what later
// generations are layered in stays.
func (k Keys) Fingerprint(of string) [32]byte {
	mac := hmac.New(sha256.New, k.generations[0].pepper[:])
	mac.Write([]byte("alcove/v1/server/installation" + of))
	return [32]byte(mac.Sum(nil))
}

// For derives of the newest generation a secret for somebody else, named by a label.
func (k Keys) For(label string) (secret [32]byte, err error) {
	root := k.newest().root
	b, err := hkdf.Key(sha256.New, root[:], nil, label, len(secret))
	copy(secret[:], b)
	return secret, err
}

// Generations is how many the file holds.
func (k Keys) Generations() int { return len(k.generations) }

// Living are the numbers of those under which log-ins can still take place, the
// newest first.
func (k Keys) Living() (living []int) {
	for i, g := range slices.Backward(k.generations) {
		if !g.ended() {
			living = append(living, i+1)
		}
	}
	return living
}

// with is these and one generation more; without is these, the secrets of one
// generation gone but what later ones are layered in. Both keep the file first.
func (k Keys) with(random io.Reader) (Keys, error) {
	root, err := newRoot(random)
	if err != nil {
		return k, err
	}
	next, err := derive(root)
	if err != nil {
		return k, err
	}
	return k.keep(append(slices.Clone(k.generations), next))
}

func (k Keys) without(number int) (Keys, error) {
	rest := slices.Clone(k.generations)
	rest[number-1] = generation{pepper: rest[number-1].pepper, codes: rest[number-1].codes}
	return k.keep(rest)
}

func (k Keys) keep(all []generation) (Keys, error) {
	var lines []string
	for _, g := range all {
		if g.ended() {
			lines = append(lines, hex.EncodeToString(g.pepper[:])+" "+hex.EncodeToString(g.codes[:]))
			continue
		}
		lines = append(lines, hex.EncodeToString(g.root[:]))
	}
	if err := keyfile.Replace(k.path, strings.Join(lines, "\n")); err != nil {
		return k, fmt.Errorf("server key: %w", err)
	}
	return Keys{k.path, all}, nil
}

// nameKeys are the keyed names of a slot in every generation, the first one first:
// HMAC-SHA256(pepper, name) under the first pepper, and HMAC-SHA256(pepper, the one
// before) under each later one. So what the database holds can be layered without
// knowing a name, and takes all peppers to be searched.
func (k Keys) nameKeys(name ...[]byte) [][]byte {
	return layers(k.generations, func(g generation) [32]byte { return g.pepper }, name...)
}

// codeKeys are the same of a one-time code.
func (k Keys) codeKeys(code ...[]byte) [][]byte {
	return layers(k.generations, func(g generation) [32]byte { return g.codes }, code...)
}

func layers(generations []generation, key func(generation) [32]byte, content ...[]byte) (all [][]byte) {
	for _, g := range generations {
		secret := key(g)
		m := hmac.New(sha256.New, secret[:])
		for _, part := range content {
			m.Write(part)
		}
		all = append(all, m.Sum(nil))
		content = all[len(all)-1:]
	}
	return all
}
