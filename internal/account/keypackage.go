package account

import (
	"context"
)

// PublishKeyPackages adds key packages (RFC 9420 §10) of one of the caller's
// devices, so that others can add it to a group while it is away. A non-empty
// lastResort replaces the stored one. At most MaxKeyPackages lie ready for a
// device and at most MaxDevices devices have any.
func (s *Service) PublishKeyPackages(ctx context.Context, by Session, device []byte, packages [][]byte, lastResort []byte) error {
	id, err := deviceID(device)
	if err != nil {
		return err
	}
	if len(packages) > MaxKeyPackages {
		return ErrTooManyPackages
	}
	for _, p := range packages {
		if len(p) == 0 || len(p) > maxKeyPackage {
			return errBadRequest
		}
	}
	if len(lastResort) > maxKeyPackage {
		return errBadRequest
	}
	return s.Store.PublishKeyPackages(ctx, by.AccountID, id, packages, lastResort)
}

// ClaimKeyPackages takes one key package for each device of an account. The
// caller must be allowed to see the account (see visible) and may claim
// claimsPerHour times an hour, so that nobody can drain another's packages.
func (s *Service) ClaimKeyPackages(ctx context.Context, by Session, of []byte) ([]DeviceKeyPackage, error) {
	target, err := s.visible(ctx, by, of)
	if err != nil {
		return nil, err
	}
	if s.limits.claim.Add(by.AccountID[:]) > claimsPerHour {
		return nil, errTooMany
	}
	return s.Store.ClaimKeyPackages(ctx, target.ID)
}

// CountKeyPackages tells how many ordinary key packages of a device are left.
func (s *Service) CountKeyPackages(ctx context.Context, by Session, device []byte) (int, error) {
	id, err := deviceID(device)
	if err != nil {
		return 0, err
	}
	return s.Store.CountKeyPackages(ctx, by.AccountID, id)
}

// RemoveDevice deletes the key packages of one of the caller's devices.
func (s *Service) RemoveDevice(ctx context.Context, by Session, device []byte) error {
	id, err := deviceID(device)
	if err != nil {
		return err
	}
	return s.Store.RemoveDevice(ctx, by.AccountID, id)
}

// PublicKeys returns the public keys of an account that the caller may see.
func (s *Service) PublicKeys(ctx context.Context, by Session, of []byte) (PublicKeys, error) {
	target, err := s.visible(ctx, by, of)
	return target.Keys, err
}

// visible finds an account that the caller may know of: practitioners are public,
// everybody knows themselves, and anybody else is known to those who share a
// stream with them. Others and those who do not exist look alike.
func (s *Service) visible(ctx context.Context, by Session, of []byte) (AccountRow, error) {
	if len(of) != len(ID{}) {
		return AccountRow{}, errBadRequest
	}
	target, err := s.Store.AccountByID(ctx, ID(of))
	if err != nil {
		return AccountRow{}, err
	}
	if target.Role == Practitioner || target.ID == by.AccountID {
		return target, nil
	}
	shared, err := s.Streams.ShareStream(ctx, by.AccountID, target.ID)
	if err != nil {
		return AccountRow{}, err
	}
	if !shared {
		return AccountRow{}, errUnknownAccount
	}
	return target, nil
}

func deviceID(b []byte) ([16]byte, error) {
	if len(b) != 16 {
		return [16]byte{}, errBadRequest
	}
	return [16]byte(b), nil
}
