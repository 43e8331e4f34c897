package attest

import (
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"alcove/internal/keyfile"
)

// After a theft of the key whoever has it can make attestations, so those made under
// it prove nothing by themselves any more. What the server still keeps beside a message
// does: it is attested anew under the next key, and marked as renewed; a report that
// holds the former attestation of such a message is then believed by what the server
// itself keeps, if that is of the same place and commitment. So the former key is
// needed no longer than it takes to renew, and is destroyed.

// Next is another key, which the file holds after this one: with it what was attested
// is renewed, until Alone.
func (k Key) Next(random io.Reader) (Key, error) {
	root, err := newRoot(random)
	if err != nil {
		return k, err
	}
	former := k.root
	next := Key{k.path, root, &former}
	return next, next.keep(former, root)
}

// Alone is the key without the former one, which is destroyed.
func (k Key) Alone() (Key, error) {
	return Key{k.path, k.root, nil}, k.keep(k.root)
}

func (k Key) keep(roots ...[32]byte) error {
	var lines []string
	for _, root := range roots {
		lines = append(lines, base64.RawURLEncoding.EncodeToString(root[:]))
	}
	if err := keyfile.Replace(k.path, strings.Join(lines, "\n")); err != nil {
		return fmt.Errorf("attest key: %w", err)
	}
	return nil
}

// Changing reports whether there is a former key.
func (k Key) Changing() bool { return k.former != nil }

// Former is Stream under the former key; false where there is none.
func (k Key) Former(id [16]byte) (Stream, bool, error) {
	if k.former == nil {
		return Stream{}, false, nil
	}
	s, err := streamOf(*k.former, id)
	return s, true, err
}

// Renew attests under s what was attested under former. It fails with ErrForeign where
// that was not.
func (s Stream) Renew(former Stream, seq uint64, c Commitment, attestation []byte) ([]byte, error) {
	plain, err := former.open(seq, c, attestation)
	if err != nil {
		return nil, err
	}
	plain[0] |= renewed
	return s.seal(seq, c, plain), nil
}

// OpenRenewed is Open for what was renewed alone.
func (s Stream) OpenRenewed(seq uint64, c Commitment, attestation []byte) (Sender, error) {
	plain, err := s.open(seq, c, attestation)
	if err == nil && plain[0]&renewed == 0 {
		err = ErrForeign
	}
	if err != nil {
		return Sender{}, err
	}
	return senderOf(plain), nil
}
