package account

import (
	"context"
	"time"
)

// Restriction bits as stored.
const (
	RestrictRequired   = 1
	RestrictMissing    = 2
	RestrictRecovering = 4
)

// SessionRow is a session as stored. Times are coarse on purpose: see the schema.
type SessionRow struct {
	TokenHash      [32]byte
	AccountID      ID
	Role           Role // read from the account, ignored when writing
	Restrictions   int
	FreshUntilUnix int64
	IdleUntilHour  int64
	ExpiresHour    int64
}

// AccountRow is an account as stored, without its vault.
type AccountRow struct {
	ID           ID
	NameKey      []byte
	OpaqueRecord []byte
	// OpaqueGeneration is that of the server's secrets that the record was made under.
	OpaqueGeneration int
	Role             Role
	Keys             PublicKeys
}

// NewAccountRow is everything that CreateAccounts writes of one account.
type NewAccountRow struct {
	AccountRow
	Vault Vault
	// Recovery's wrapped key is in Vault.
	RecoveryID, RecoveryAuthHash []byte
	// InvitationHash, when set, must name an unused invitation of the same role
	// that has not expired at Now; it is marked used in the same transaction.
	InvitationHash []byte
	Now            time.Time
	Session        SessionRow
}

// Passphrase is what ChangePassphrase writes in one transaction.
type Passphrase struct {
	OpaqueRecord, WrappedKey []byte
	OpaqueGeneration         int
	Recovery                 *Recovery // replaces the recovery code when set
	Notes                    []Note
}

// Store is the storage that accounts need. What returns an error has changed
// nothing; what returns nil is durable, and so are the notes it was given (note.go).
// A missing row is ErrNotFound.
type Store interface {
	// CreateAccounts makes all of them or none, in one transaction. It fails with
	// ErrNameTaken, ErrAccountExists or ErrInvitationInvalid.
	CreateAccounts(ctx context.Context, accounts ...NewAccountRow) error
	AccountByName(ctx context.Context, nameKey []byte) (AccountRow, error)
	AccountByID(ctx context.Context, id ID) (AccountRow, error)
	AccountByRecovery(ctx context.Context, recoveryID []byte) (row AccountRow, authHash []byte, err error)
	// DeleteAccount removes every row of the account; it refuses the last steward
	// with ok == false.
	DeleteAccount(ctx context.Context, id ID) (ok bool, err error)
	StewardCount(ctx context.Context) (int, error)

	// CreateSession stores a session and returns those that ended for it (MaxSessions).
	CreateSession(ctx context.Context, s SessionRow, n Note) (ended [][32]byte, err error)
	Session(ctx context.Context, tokenHash [32]byte) (SessionRow, error)
	// TouchSession moves the idle expiry on.
	TouchSession(ctx context.Context, tokenHash [32]byte, idleUntilHour int64) error
	// RenewSession gives a session another token, clears bits, moves freshness on, and
	// keeps the former hash with it. ErrNotFound if it ended meanwhile, or was renewed
	// MaxRenewals times.
	RenewSession(ctx context.Context, former, next [32]byte, lift int, freshUntilUnix int64) error
	DeleteSession(ctx context.Context, tokenHash [32]byte) error
	// DeleteOtherSessions returns the hashes of those it ended; where there were none,
	// nothing is noted.
	DeleteOtherSessions(ctx context.Context, id ID, keep [32]byte, n Note) ([][32]byte, error)
	// SessionHolders gives the accounts that have sessions besides keep, or had some
	// whose browsers are still told of news.
	SessionHolders(ctx context.Context, keep [32]byte) ([]ID, error)
	// EndSessions deletes those of the sessions that are the account's, by their hash or
	// one that they had before, returns their present hashes, and keeps the farewells, at most so many of an account. Where there were
	// none, nothing is noted.
	EndSessions(ctx context.Context, id ID, farewells []FarewellRow, most int, n Note) ([][32]byte, error)
	Farewell(ctx context.Context, tokenHash [32]byte) ([]byte, error)
	// SweepSessions deletes expired sessions, farewells and notes and forgets past freshness.
	SweepSessions(ctx context.Context, now time.Time) error

	Vault(ctx context.Context, id ID) (Vault, error)
	// PutVault fails with ErrVaultConflict (Current: the present version).
	PutVault(ctx context.Context, id ID, expected uint64, ciphertext []byte) (uint64, error)
	// ChangePassphrase also ends all sessions but keep, lifts its Recovering bit,
	// and returns the hashes of those ended.
	ChangePassphrase(ctx context.Context, id ID, keep [32]byte, p Passphrase) ([][32]byte, error)
	SetRecovery(ctx context.Context, id ID, r Recovery, n Note) error
	// RenewRecord replaces record and wrapped key of an account whose record is of an
	// older generation, in one transaction; of any other it changes nothing.
	RenewRecord(ctx context.Context, id ID, p Passphrase) error

	// Generation is up to which generation of the server's secrets names and codes are layered.
	Generation(ctx context.Context) (int, error)
	// Layer layers all keyed names and codes, and says up to which generation and on
	// which day, in one transaction. It does nothing where that was done already.
	Layer(ctx context.Context, l Layering) error
	// Generations counts the accounts by the generation of their record, and gives the
	// day on which each but the first began.
	Generations(ctx context.Context) (accounts map[int]int, began map[int]int64, err error)

	PutCeremony(ctx context.Context, tokenHash [32]byte, ceremony []byte) error
	// TakeCeremony returns the ceremony and empties it: each can be finished once.
	TakeCeremony(ctx context.Context, tokenHash [32]byte) ([]byte, error)
	Passkeys(ctx context.Context, id ID) ([][]byte, error)
	HasPasskey(ctx context.Context, id ID) (bool, error)
	// AddPasskey stores a credential. When it is the account's first it also
	// replaces the one-time codes and reports first == true.
	AddPasskey(ctx context.Context, id ID, credentialID, credential []byte, codeHashes [][]byte, n Note) (first bool, err error)
	UpdatePasskey(ctx context.Context, id ID, credentialID, credential []byte) error
	// UseCode deletes a code and returns how many are left; ErrNotFound if there is none such.
	UseCode(ctx context.Context, id ID, codeHash []byte, n Note) (remaining int, err error)

	PublishKeyPackages(ctx context.Context, id ID, device [16]byte, packages [][]byte, lastResort []byte) error
	ClaimKeyPackages(ctx context.Context, id ID) ([]DeviceKeyPackage, error)
	CountKeyPackages(ctx context.Context, id ID, device [16]byte) (int, error)
	RemoveDevice(ctx context.Context, id ID, device [16]byte) error

	// Notes gives at most so many notes after a number.
	Notes(ctx context.Context, id ID, after uint64, most int) (Noted, error)

	// HeldTables gives all tables, with how many rows of each are the account's.
	HeldTables(ctx context.Context, id ID) ([]HeldTable, error)
	// HeldStreams counts the account's streams from the after-th on, some at a time.
	HeldStreams(ctx context.Context, id ID, after uint64) (streams []HeldStream, next uint64, err error)
	// HeldRows gives rows of one table that are the account's, some at a time. It
	// fails with code "invalid_request" for a table that has none, and with
	// "stream_not_found" for a stream that is not the account's.
	HeldRows(ctx context.Context, id ID, q HeldQuery) (Held, error)
}

// Invitations checks set-up and invitation tokens. Implemented by package practice.
type Invitations interface {
	// Check fails with ErrInvitationInvalid for a token that cannot be used any more.
	Check(ctx context.Context, token string) (Role, time.Time, error)
}

// SignUps says whether new accounts are refused for now. Implemented by package breach.
type SignUps interface {
	Frozen(ctx context.Context) (bool, error)
}

// Streams is what accounts need to know of conversations. Implemented by package stream.
type Streams interface {
	// ShareStream reports whether both accounts are members of one stream.
	ShareStream(ctx context.Context, a, b ID) (bool, error)
}

// Forgetter destroys what another concept holds about an account that is being
// deleted, and tells those concerned. It must be repeatable.
type Forgetter interface {
	ForgetAccount(ctx context.Context, id ID) error
}

// Events are told to whoever is connected. Implementations must not block.
type Events interface {
	VaultChanged(id ID, version uint64)
	SessionsEnded(id ID, tokenHashes [][32]byte)
}
