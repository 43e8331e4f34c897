package keylog

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// labelOf is SHA-256("alcove/v1/keylog/label/" || kind || what). The kind is in the
// label's hash, so that one of another kind never stands in for it.
func labelOf(kind string, what []byte) Label {
	return sha256.Sum256(append([]byte("alcove/v1/keylog/label/"+kind), what...))
}

// AccountLabel is where the keys of an account are found.
func AccountLabel(id [16]byte) Label { return labelOf("account", id[:]) }

// AccountValue is what is said there. The identity key is in the account's id
// already; the sealing recipient is what a server could exchange, if it had the
// identity key to sign another one.
func AccountValue(identityKey []byte, sealingRecipient string) Value {
	recipient := sha256.Sum256([]byte(sealingRecipient))
	return sha256.Sum256(slices.Concat([]byte("alcove/v1/keylog/account"), identityKey, recipient[:]))
}

// ReleaseLabel is where a release of the web client is found: what it says there is
// that it was served. text is that of webapp.Release.
func ReleaseLabel(text []byte) Label {
	value := ReleaseValue(text)
	return labelOf("release", value[:])
}

// ReleaseValue is SHA-256(text).
func ReleaseValue(text []byte) Value { return sha256.Sum256(text) }

// DirectoryLabel is where the list of all published practitioners is found: one list
// for everybody, so that nobody can be shown an impostor whom the others do not see.
func DirectoryLabel() Label { return labelOf("directory", nil) }

// Listed is a practitioner as the public knows them.
type Listed struct {
	Account [16]byte
	// Name, profession, registration body and number.
	Name, Profession, Body, Number string
}

// DirectoryValue is SHA-256("alcove/v1/keylog/directory" || each), each by account id:
// id (16) || the four texts, each with its length in bytes before it (4).
func DirectoryValue(all []Listed) Value {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b Listed) int { return bytes.Compare(a.Account[:], b.Account[:]) })
	out := []byte("alcove/v1/keylog/directory")
	for _, l := range sorted {
		out = append(out, l.Account[:]...)
		for _, text := range []string{l.Name, l.Profession, l.Body, l.Number} {
			out = binary.BigEndian.AppendUint32(out, uint32(len(text)))
			out = append(out, text...)
		}
	}
	return sha256.Sum256(out)
}
