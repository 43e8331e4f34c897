package keylog

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"

	"golang.org/x/mod/sumdb/tlog"
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

// SurveyLabel is where a survey is found. It is set once and never again: a second
// version would be another survey under the same name.
func SurveyLabel(id [16]byte) Label { return labelOf("survey", id[:]) }

// SurveyValue is what is said there: SHA-256("alcove/v1/survey" || SHA-256(definition)
// || SHA-256(ballot key)), so that all who answer are shown the same questions and the
// same key, by which nobody can be told from the others.
func SurveyValue(definition, ballotKey []byte) Value {
	d, k := sha256.Sum256(definition), sha256.Sum256(ballotKey)
	return sha256.Sum256(slices.Concat([]byte("alcove/v1/survey"), d[:], k[:]))
}

// SurveyBatchLabel is where the root of a survey's batch is found, by the batch's number
// (uint32) behind the id.
func SurveyBatchLabel(id [16]byte, batch uint32) Label {
	return labelOf("survey-batch", binary.BigEndian.AppendUint32(id[:], batch))
}

// SurveyBatchValue is the root of the tree of RFC 6962 over a batch's leaves, in the
// order that they are given in: the ascending one.
func SurveyBatchValue(leaves [][32]byte) (Value, error) {
	var hashes hashes
	for i, leaf := range leaves {
		more, err := tlog.StoredHashes(int64(i), leaf[:], hashes)
		if err != nil {
			return Value{}, err
		}
		hashes = append(hashes, more...)
	}
	root, err := tlog.TreeHash(int64(len(leaves)), hashes)
	return Value(root), err
}

// hashes are those of a tree in memory.
type hashes []tlog.Hash

// ReadHashes implements tlog.HashReader.
func (h hashes) ReadHashes(indexes []int64) (out []tlog.Hash, _ error) {
	for _, i := range indexes {
		out = append(out, h[i])
	}
	return out, nil
}
