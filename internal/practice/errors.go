package practice

import "alcove/internal/fault"

// Refusals.
var (
	// ErrNotFound is what a Store answers for what is not there, and what the public
	// is told of a profile that is not published.
	ErrNotFound           = fault.New(fault.NotFound, "not_found", "There is no such thing here, or no longer.")
	errImageTooLarge      = fault.New(fault.Invalid, "image_too_large", "Please choose a picture of at most 4 MB and 40 megapixels.")
	errImageInvalid       = fault.New(fault.Invalid, "image_invalid", "Please choose a JPEG or PNG picture.")
	errNotPublishable     = fault.New(fault.Precondition, "profile_incomplete", "A profile can be published once its credentials are confirmed and it has a name, a language and a consent text.")
	errNoCredentials      = fault.New(fault.Precondition, "credentials_incomplete", "There are no credentials to confirm yet.")
	errInvitationRole     = fault.New(fault.Invalid, "invalid_role", "Practitioners and stewards can be invited.")
	ErrTooManyInvitations = fault.New(fault.Exhausted, "too_many_invitations", "There are too many open invitations. Revoke some first.")
	ErrTooManyVersions    = fault.New(fault.Exhausted, "too_many_versions", "The consent text has been changed too often.")
)

// invalid names the field that cannot be taken as it is: code "invalid_<field>".
func invalid(field string) error {
	return fault.New(fault.Invalid, "invalid_"+field, "Please check what you entered here.")
}
