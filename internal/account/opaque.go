package account

import "errors"

// opaqueServer is the server's half of OPAQUE (RFC 9807) as accounts need it:
// bytes in, bytes out. The credential identifier is always the account's name key.
type opaqueServer interface {
	// RegistrationResponse answers a RegistrationRequest (§5.2.2).
	RegistrationResponse(request, credentialID []byte) ([]byte, error)
	// CheckRecord refuses what is no RegistrationRecord.
	CheckRecord(record []byte) error
	// LoginStart answers KE1 with KE2 (§6.2.2); without a record, from a fake one
	// that is the same each time for this identifier (§10.9).
	LoginStart(record, credentialID, ke1 []byte) (state, ke2 []byte, err error)
	// LoginFinish verifies KE3 (§6.2.4).
	LoginFinish(state, ke3 []byte) error
}

// newOpaqueServer fails until log-in is linked in: without it nobody can register,
// which is better than a server that answers wrongly.
func newOpaqueServer([32]byte) (opaqueServer, error) {
	return nil, errors.New("log-in is not built in")
}
