package backup

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"filippo.io/age"

	"alcove/internal/durable"
)

// ParseRecipients reads recipients, one a line, as age and age-keygen write them.
func ParseRecipients(r io.Reader) ([]age.Recipient, error) {
	text, err := io.ReadAll(io.LimitReader(r, 1<<20))
	if err != nil {
		return nil, err
	}
	if bytes.Contains(text, []byte("AGE-SECRET-KEY-")) {
		return nil, errors.New("that is a secret key: here belongs its public half, which begins with age1")
	}
	recipients, err := age.ParseRecipients(bytes.NewReader(text))
	if err != nil {
		return nil, fmt.Errorf("recipients: %w", err)
	}
	return recipients, nil
}

// ParseIdentities reads secret keys, one a line, as age-keygen and NewKey write them.
func ParseIdentities(r io.Reader) ([]age.Identity, error) {
	identities, err := age.ParseIdentities(r)
	if err != nil {
		return nil, fmt.Errorf("secret key: %w", err)
	}
	return identities, nil
}

// NewKey makes a secret key for backups, hybrid post-quantum, in a file of its
// own that is not there yet, and returns its recipient.
func NewKey(path string) (recipient string, err error) {
	identity, err := age.GenerateHybridIdentity()
	if err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	recipient = identity.Recipient().String()
	text := strings.Join([]string{"# opens backups of an Alcove server; its public half is", "# " + recipient, identity.String(), ""}, "\n")
	_, err = f.WriteString(text)
	if err := errors.Join(err, f.Sync(), f.Close(), durable.SyncFolder(filepath.Dir(path))); err != nil {
		return "", errors.Join(err, os.Remove(path))
	}
	return recipient, nil
}

// fileKey is the symmetric key of one age file, which age makes and hands to each
// recipient. It is held while the file is written and compared: so the writer can
// read back what only the steward can read afterwards.
type fileKey struct{ key []byte }

func (k *fileKey) heldBeside(recipients []age.Recipient) []age.Recipient {
	out := make([]age.Recipient, len(recipients))
	for i, r := range recipients {
		out[i] = holding{r, k}
	}
	return out
}

func (k *fileKey) identity() age.Identity { return age.NewInjectedFileKeyIdentity(k.key) }

func (k *fileKey) wipe() { clear(k.key) }

// holding is a recipient that also leaves the file key with us.
type holding struct {
	age.Recipient
	key *fileKey
}

// WrapWithLabels implements age.RecipientWithLabels: the labels keep age from
// mixing recipients that a quantum computer breaks with such that it does not.
func (h holding) WrapWithLabels(key []byte) (stanzas []*age.Stanza, labels []string, err error) {
	h.key.key = append(h.key.key[:0], key...)
	if r, ok := h.Recipient.(age.RecipientWithLabels); ok {
		return r.WrapWithLabels(key)
	}
	stanzas, err = h.Wrap(key)
	return stanzas, nil, err
}
