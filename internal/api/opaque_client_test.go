package api_test

import (
	"errors"
	"testing"

	"alcove/internal/opaque"
)

// opaqueRegister begins a registration; finish makes the record.
func opaqueRegister(t *testing.T, passphrase string) (request []byte, finish func(response []byte) []byte) {
	t.Helper()
	r, request, err := opaque.NewClient().Register([]byte(passphrase))
	must(t, err)
	return request, func(response []byte) []byte {
		record, _, err := r.Finish(response)
		must(t, err)
		return record
	}
}

// opaqueLogin begins a log-in; finish makes KE3. An honest client stops when KE2
// does not verify; this one presents zeros then, so that the server is asked.
func opaqueLogin(t *testing.T, passphrase string) (ke1 []byte, finish func(ke2 []byte) []byte) {
	t.Helper()
	l, ke1, err := opaque.NewClient().Login([]byte(passphrase))
	must(t, err)
	return ke1, func(ke2 []byte) []byte {
		ke3, _, _, err := l.Finish(ke2)
		if errors.Is(err, opaque.ErrAuthentication) {
			return make([]byte, opaque.KE3Size)
		}
		must(t, err)
		return ke3
	}
}
