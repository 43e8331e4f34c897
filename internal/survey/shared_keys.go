package survey

import (
	"context"
	"errors"
	"io"

	"alcove/internal/blind"
)

// SharedKeys are the private keys by which ballots are signed, where several nodes sign
// them: in the database beside their surveys, so that all nodes have a key as soon as
// there is a survey, each sealed under the server's secrets, which are not in the
// database. They go with the close, in the same step.
type SharedKeys struct {
	store  KeyStore
	seal   Sealer
	random io.Reader
}

// KeyStore keeps them. internal/store implements it.
type KeyStore interface {
	// BallotKey gives a survey's, sealed; ErrNotFound where there is none (any more).
	BallotKey(ctx context.Context, id ID) (sealed []byte, err error)
	// ReplaceBallotKeys replaces each by what seal makes of it, in one step. It is given
	// nil of a survey that is not closed and has none, and where it gives nil all stays;
	// where it gives an empty one, the survey has none any more.
	ReplaceBallotKeys(ctx context.Context, seal func(id ID, sealed []byte) ([]byte, error)) error
}

// Sealer seals under the server's secrets. Implemented by package account.
type Sealer interface {
	// SealAs seals content for a purpose, of which a part names what it is of.
	SealAs(purpose string, content []byte) ([]byte, error)
	OpenAs(purpose string, sealed []byte) ([]byte, error)
}

// NewSharedKeys returns those that are in a database.
func NewSharedKeys(store KeyStore, seal Sealer, random io.Reader) *SharedKeys {
	return &SharedKeys{store, seal, random}
}

// sealedFor is the purpose for which a survey's key is sealed.
func sealedFor(id ID) string { return "alcove/v1/survey/key" + string(id[:]) }

func (k *SharedKeys) of(ctx context.Context, id ID) (key blind.Key, ok bool, err error) {
	sealed, err := k.store.BallotKey(ctx, id)
	if errors.Is(err, ErrNotFound) {
		return key, false, nil
	}
	if err != nil {
		return key, false, err
	}
	der, err := k.seal.OpenAs(sealedFor(id), sealed)
	if err != nil {
		return key, false, err
	}
	key, err = blind.ParseKey(der)
	return key, err == nil, err
}

func (k *SharedKeys) make(_ context.Context, id ID) (key blind.Key, sealed []byte, err error) {
	if key, err = blind.NewKey(k.random); err != nil {
		return key, nil, err
	}
	sealed, err = k.sealed(id, key)
	return key, sealed, err
}

func (k *SharedKeys) sealed(id ID, key blind.Key) ([]byte, error) {
	der, err := key.Encode()
	if err != nil {
		return nil, err
	}
	return k.seal.SealAs(sealedFor(id), der)
}

// The database drops a key with its survey's close.
func (k *SharedKeys) drop(ID) error       { return nil }
func (k *SharedKeys) keepOnly([]ID) error { return nil }

// ErrUnopened: a key is sealed under secrets that were destroyed.
var ErrUnopened = errors.New("a survey's ballots cannot be signed any more: close it and ask again")

// Renew seals all of them anew, under the secrets of now, and takes in those that a file
// holds of a time when there was one node: in the file none is left, for nothing would
// destroy it there with its survey's close.
//
// It fails with ErrUnopened when one could not be opened and all others are renewed.
func (k *SharedKeys) Renew(ctx context.Context, former *Keys) error {
	unopened := false
	err := k.store.ReplaceBallotKeys(ctx, func(id ID, sealed []byte) ([]byte, error) {
		if sealed == nil {
			if former == nil {
				return nil, nil
			}
			key, ok, err := former.of(ctx, id)
			if err != nil || !ok {
				return nil, err
			}
			return k.sealed(id, key)
		}
		der, err := k.seal.OpenAs(sealedFor(id), sealed)
		if err != nil {
			unopened = true
			return nil, nil
		}
		return k.seal.SealAs(sealedFor(id), der)
	})
	if err == nil && former != nil {
		err = former.keepOnly(nil)
	}
	if err == nil && unopened {
		err = ErrUnopened
	}
	return err
}

// HandOver puts all of them into the file of a server that is alone, and takes them out of
// the database: a practice that was restored from PostgreSQL goes on without it.
//
// It fails with ErrUnopened when one could not be opened and all others are in the file.
func (k *SharedKeys) HandOver(ctx context.Context, to *Keys) error {
	unopened := false
	err := k.store.ReplaceBallotKeys(ctx, func(id ID, sealed []byte) ([]byte, error) {
		if sealed == nil {
			return nil, nil
		}
		der, err := k.seal.OpenAs(sealedFor(id), sealed)
		if err != nil {
			unopened = true
			return nil, nil
		}
		key, err := blind.ParseKey(der)
		if err != nil {
			return nil, err
		}
		return []byte{}, to.put(id, key) // durable before the database forgets it
	})
	if err == nil && unopened {
		err = ErrUnopened
	}
	return err
}
