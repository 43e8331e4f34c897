package account

import "context"

// Vault returns the account's vault and both wrappings of its key.
func (s *Service) Vault(ctx context.Context, by Session) (Vault, error) {
	return s.Store.Vault(ctx, by.AccountID)
}

// PutVault replaces the vault if its version is still expected and returns the
// new version. It fails with code "vault_conflict" and the present version when
// another device was first.
func (s *Service) PutVault(ctx context.Context, by Session, expected uint64, ciphertext []byte) (uint64, error) {
	if err := vaultOK(ciphertext); err != nil {
		return 0, err
	}
	version, err := s.Store.PutVault(ctx, by.AccountID, expected, ciphertext)
	if err != nil {
		return 0, err
	}
	s.Events.VaultChanged(by.AccountID, version)
	return version, nil
}
