package mailer

import (
	"context"
	"crypto/sha256"
	"fmt"

	"filippo.io/age"

	"alcove/internal/account"
	"alcove/internal/keyfile"
)

// exchange makes another identity after a theft of the file, and seals every address
// to it: the mailer can, because it opens them. use is told of the keys as they come
// into use. The file holds both identities until the last address was sealed anew; an
// exchange that was broken off is finished by the next start.
//
// Links in mails that were sent before stop nothing any more, since who has the former
// key could make them; nor do codes that were mailed before.
func (k Keys) exchange(ctx context.Context, store Store, use func(Keys)) error {
	if k.former == nil {
		identity, err := age.GenerateHybridIdentity()
		if err != nil {
			return err
		}
		next, err := keysOf(k.path, identity, k.identity)
		if err != nil {
			return err
		}
		if err := keyfile.Replace(k.path, k.identity.String()+"\n"+identity.String()); err != nil {
			return fmt.Errorf("mail key: %w", err)
		}
		k = next
		use(k)
	}
	return k.settle(ctx, store, use)
}

// settle finishes an exchange; it does nothing where none is under way.
func (k Keys) settle(ctx context.Context, store Store, use func(Keys)) error {
	if k.former == nil {
		return nil
	}
	rows, err := store.Addresses(ctx)
	if err != nil {
		return err
	}
	for _, row := range rows {
		next, ok, err := k.reseal(row)
		if err != nil {
			return err
		}
		if !ok {
			continue
		}
		if err := store.Reseal(ctx, row.Address, next); err != nil {
			return err
		}
	}
	if err := keyfile.Replace(k.path, k.identity.String()); err != nil {
		return fmt.Errorf("mail key: %w", err)
	}
	k.former = nil
	use(k)
	return nil
}

// reseal seals a row's address to the new identity. Not what is sealed to it already,
// nor what nobody can open: that is refused when it is used.
func (k Keys) reseal(row Row) (next Row, ok bool, err error) {
	padded, err := decrypt(row.Address, k.former)
	if err != nil {
		return row, false, nil
	}
	defer clear(padded)
	sealed, err := account.SealTo(k.identity.Recipient(), padded)
	if err != nil {
		return row, false, err
	}
	row.Address, row.Stop = sealed, sha256.Sum256([]byte(k.stop(row.Salt)))
	return row, true, nil
}

// Exchange exchanges the key while mails are sent. To be called by one at a time.
func (s *Service) Exchange(ctx context.Context) error {
	return s.keys.Load().exchange(ctx, s.Store, func(k Keys) { s.keys.Store(&k) })
}

// Settle finishes an exchange that was broken off; false where there is none.
func (s *Service) Settle(ctx context.Context) (found bool, err error) {
	keys := s.keys.Load()
	return keys.former != nil, keys.settle(ctx, s.Store, func(k Keys) { s.keys.Store(&k) })
}

// Recipient is what browsers seal addresses to.
func (s *Service) Recipient() string { return s.keys.Load().Recipient }
