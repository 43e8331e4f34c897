// Package account knows who somebody is without knowing who they are.
//
// An account is a pseudonymous identity: an Ed25519 identity key, a role, an
// OPAQUE record (RFC 9807) that lets its owner log in without ever sending the
// passphrase, a vault the server cannot open, and for practitioners and stewards
// a passkey. The server never holds a login name; it finds an account by a keyed
// hash of the name (see Keys).
//
// Invariants:
//   - an account's id is derived from its identity key, so the key under an id
//     cannot be swapped;
//   - a session is known by the SHA-256 of its token only, expires, and may be
//     restricted (second factor to be presented or added, passphrase to be set);
//     the interceptor in package api decides what a restricted session may call;
//   - an unknown name and a known one are answered alike, by the same steps;
//   - credentials change only from a session that logged in within FreshFor;
//   - a step of a handshake that must survive until the next request travels
//     through the client, sealed (see sealer), so that the server keeps nothing
//     for those who never come back.
//
// On disk: the tables of migration 0001_account.sql, and data/server.key, from
// which every secret of the server derives and which can be exchanged (exchange.go). In memory only, and lost on restart:
// counts of failures, spent proofs of work and spent log-in states.
package account

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"strings"
	"time"

	"alcove/internal/fault"
)

// ID names an account: the first 16 bytes of
// SHA-256("alcove/v1/account" || identity key).
type ID = [16]byte

// IDOf derives the id of the account with this identity key.
func IDOf(identityKey []byte) ID {
	sum := sha256.Sum256(append([]byte("alcove/v1/account"), identityKey...))
	return ID(sum[:16])
}

// Role says what an account is for. The numbers are those of the schema.
type Role int

const (
	Client       Role = 1 // seeks help; known by a pseudonym
	Practitioner Role = 2 // has a public profile and clients
	Steward      Role = 3 // runs the practice's settings; reads no conversation
)

// NeedsSecondFactor reports whether accounts of this role log in with a passkey too.
func (r Role) NeedsSecondFactor() bool { return r == Practitioner || r == Steward }

// Limits. All input is bounded before it is stored.
const (
	MaxVault          = 512 << 10
	maxWrappedKey     = 256
	maxRecipient      = 4096
	maxKeyPackage     = 32 << 10
	MaxKeyPackages    = 50 // of one device
	MaxDevices        = 20 // of one account
	maxPasskeys       = 10
	oneTimeCodes      = 8
	FreshFor          = 10 * time.Minute
	stateLifetime     = 10 * time.Minute
	challengeLifetime = 10 * time.Minute
	SessionIdle       = 12 * time.Hour
	SessionLifetime   = 30 * 24 * time.Hour
	// MaxSessions is how many an account has at most, all its browsers together. One more
	// ends the one that was not used for longest, of those first that could do nothing yet.
	MaxSessions = 50
	// SetBack is by how much time may be set back without ending what has begun. After
	// a loss of power it goes on from the last sweep, minutes before.
	SetBack = time.Hour
)

// Session is who is calling and what is still to be done before they may call more.
type Session struct {
	TokenHash            [32]byte
	AccountID            ID
	Role                 Role
	SecondFactorRequired bool // may only present a passkey or a code
	SecondFactorMissing  bool // may only add a passkey
	Recovering           bool // may only read the vault and set a new passphrase
	Fresh                bool // logged in or recovered within FreshFor
	Expires              time.Time
}

// Restricted reports whether something has to be done before the session is whole.
func (s Session) Restricted() bool {
	return s.SecondFactorRequired || s.SecondFactorMissing || s.Recovering
}

// Opened is a session together with its token, which is handed out once.
type Opened struct {
	Session
	Token []byte // 32 bytes
}

// Recovery is what lets the owner of a recovery code back in.
type Recovery struct {
	ID         []byte // 16 bytes
	AuthHash   []byte // SHA-256 of the 32-byte secret derived from the code
	WrappedKey []byte // the vault key wrapped under the code
}

func (r Recovery) validate() error {
	if len(r.ID) != 16 || len(r.AuthHash) != 32 || !wrappedKeyOK(r.WrappedKey) {
		return errBadAccount
	}
	return nil
}

// PublicKeys is what others need to verify and reach an account.
type PublicKeys struct {
	IdentityKey      []byte // Ed25519, 32 bytes
	SealingRecipient string // age recipient, age1pq1…
	SealingSignature []byte // by IdentityKey over "alcove/v1/sealing" || SealingRecipient
}

// NewAccount is what a client sends to become an account.
type NewAccount struct {
	PublicKeys
	Vault                []byte
	WrappedKeyPassphrase []byte
	Recovery             Recovery
}

// Validate refuses what could not have been made by an honest client.
func (a NewAccount) Validate() error {
	if len(a.IdentityKey) != ed25519.PublicKeySize || len(a.SealingSignature) != ed25519.SignatureSize {
		return errBadAccount
	}
	if len(a.SealingRecipient) > maxRecipient || !strings.HasPrefix(a.SealingRecipient, "age1pq1") {
		return errBadAccount
	}
	if !ed25519.Verify(a.IdentityKey, []byte("alcove/v1/sealing"+a.SealingRecipient), a.SealingSignature) {
		return errBadAccount
	}
	if !wrappedKeyOK(a.WrappedKeyPassphrase) {
		return errBadAccount
	}
	if err := vaultOK(a.Vault); err != nil {
		return err
	}
	return a.Recovery.validate()
}

func wrappedKeyOK(k []byte) bool { return len(k) >= 32 && len(k) <= maxWrappedKey }

func vaultOK(v []byte) error {
	if len(v) == 0 {
		return errBadAccount
	}
	if len(v) > MaxVault {
		return fault.New(fault.Exhausted, "vault_too_large", "There is no more room for this account's own data.")
	}
	return nil
}

// Vault is an account's secrets as the server sees them.
type Vault struct {
	Version              uint64
	Ciphertext           []byte
	WrappedKeyPassphrase []byte
	WrappedKeyRecovery   []byte
}

// DeviceKeyPackage is a key package claimed for one device.
type DeviceKeyPackage struct {
	DeviceID   [16]byte
	KeyPackage []byte
}

// InvitationHash is what is stored of a set-up or invitation token:
// SHA-256 of the token as it stands in the link.
func InvitationHash(token string) []byte {
	sum := sha256.Sum256([]byte(strings.TrimSpace(token)))
	return bytes.Clone(sum[:])
}
