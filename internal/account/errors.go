package account

import "alcove/internal/fault"

// Refusals. Those about names, passphrases and recovery codes are the same
// whatever was wrong, so that they tell an outsider nothing.
var (
	errNotLoggedIn     = fault.New(fault.Unauthenticated, "not_logged_in", "Please log in.")
	errLoginFailed     = fault.New(fault.Unauthenticated, "login_failed", "The name or the passphrase is not right.")
	errRecoveryFailed  = fault.New(fault.Unauthenticated, "recovery_failed", "This recovery code is not right.")
	errStateInvalid    = fault.New(fault.Precondition, "state_expired", "That took too long. Please start again.")
	errBadAccount      = fault.New(fault.Invalid, "invalid_account", "The new account's data is not as it must be.")
	errBadRequest      = fault.New(fault.Invalid, "invalid_request", "The request is not as it must be.")
	errProofRequired   = fault.New(fault.Precondition, "proof_required", "Your browser has to solve a small puzzle first.")
	errProofInvalid    = fault.New(fault.Invalid, "proof_invalid", "The puzzle's answer is wrong or too old. Please try again.")
	errTooMany         = fault.New(fault.Exhausted, "too_many_attempts", "There were too many attempts. Please wait an hour and try again.")
	errNotFresh        = fault.New(fault.Precondition, "fresh_login_required", "Please log in again before you change this.")
	errFrozen          = fault.New(fault.Precondition, "sign_ups_frozen", "No new accounts are made here for the moment. Please try again in a few days.")
	errLastSteward     = fault.New(fault.Precondition, "last_steward", "You are the only steward. Invite another one before you delete your account.")
	errSecondFactor    = fault.New(fault.Unauthenticated, "second_factor_failed", "That passkey or code was not accepted.")
	errNotOffered      = fault.New(fault.Forbidden, "not_allowed", "Your account cannot do this.")
	errTooManyPasskeys = fault.New(fault.Exhausted, "too_many_passkeys", "This account has as many passkeys as it can have.")
	errSlotTaken       = fault.New(fault.Conflict, "slot_taken", "There is nothing to be added to this login name.")
	errUnknownAccount  = fault.New(fault.NotFound, "account_not_found", "There is no such account.")

	// ErrNameTaken is what a Store answers when the keyed name is in use: two
	// people chose the same pseudonym and were given the same number at once.
	ErrNameTaken = fault.New(fault.Conflict, "try_again", "Please try once more.")
	// ErrAccountExists is what a Store answers when id or recovery id are in use,
	// as they are when a registration is sent twice.
	ErrAccountExists = fault.New(fault.Conflict, "account_exists", "This account was made already. Please log in.")
	// ErrInvitationInvalid covers unknown, used, revoked and expired links.
	ErrInvitationInvalid = fault.New(fault.Precondition, "invitation_invalid", "This link was used already or has expired. Please ask for a new one.")
	// ErrTooManyDevices is answered when MaxDevices devices have key packages already.
	ErrTooManyDevices = fault.New(fault.Exhausted, "too_many_devices", "This account is used on too many devices. Remove one first.")
	// ErrTooManyPackages is answered when a device would exceed MaxKeyPackages.
	ErrTooManyPackages = fault.New(fault.Exhausted, "too_many_key_packages", "This device has published enough keys.")
	// ErrPasskeyKnown is answered when the credential id is in use.
	ErrPasskeyKnown = fault.New(fault.Conflict, "passkey_known", "This passkey is in use already. Please take another one.")
	// ErrVaultConflict carries the present version in Current.
	ErrVaultConflict = fault.New(fault.Conflict, "vault_conflict", "Another window changed this first.")
	// ErrNotHeld is a Store's answer to a question for rows that no account can have.
	ErrNotHeld = errBadRequest
	// ErrNotFound is a Store's answer for a row that is not there.
	ErrNotFound = errUnknownAccount
)
