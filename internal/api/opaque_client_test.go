package api_test

import (
	"errors"
	"testing"

	"alcove/internal/account"
	"alcove/internal/opaque"
)

// opaqueClient stretches nothing: these passphrases need not withstand a thief.
func opaqueClient() *opaque.Client {
	return opaque.NewClientStretching(func(input []byte) []byte { return input })
}

// opaqueRegister begins a registration; finish makes the record.
func opaqueRegister(t *testing.T, passphrase string) (request []byte, finish func(response []byte) []byte) {
	t.Helper()
	r, request, err := opaqueClient().Register([]byte(passphrase))
	must(t, err)
	return request, func(response []byte) []byte {
		record, _, err := r.Finish(response)
		must(t, err)
		return record
	}
}

// opaqueLogin begins a log-in, a run of OPAQUE for each slot; finish makes the KE3
// of the one that opens. An honest client stops when none does; this one presents
// zeros then, so that the server is asked.
func opaqueLogin(t *testing.T, passphrase string) (ke1 [][]byte, finish func(ke2 [][]byte) []byte) {
	t.Helper()
	var runs []*opaque.Login
	for range account.Slots {
		l, first, err := opaqueClient().Login([]byte(passphrase))
		must(t, err)
		runs, ke1 = append(runs, l), append(ke1, first)
	}
	return ke1, func(ke2 [][]byte) []byte {
		proved := make([]byte, opaque.KE3Size)
		for i, l := range runs {
			ke3, _, _, err := l.Finish(ke2[i])
			if errors.Is(err, opaque.ErrAuthentication) {
				continue
			}
			must(t, err)
			proved = ke3
		}
		return proved
	}
}
