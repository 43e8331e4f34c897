error-unknown = That did not work. Please try again.
error-recovery_code_differs = That is not the code shown above. Please check it.
error-invalid = Something here is not as it should be. Please look at what you entered.

# Log-in and accounts

error-account_exists = This account was made already. Please log in.
error-account_not_found = There is no such account, or no longer.
error-fresh_login_required = To be sure it is you: please log in again before you change this.
error-invalid_account = The new account could not be made. Please reload the page and try again.
error-invalid_role = Only practitioners and stewards can be invited.
error-invitation_invalid = This link was used already or has expired. Please ask for a new one.
error-last_steward = You are the only steward. Please invite another one before you delete your account.
error-login_failed = The login name or the passphrase is not right. Please check both: the name ends in four digits.
error-not_allowed = Your account cannot do this.
error-not_logged_in = Please log in.
error-passkey_known = This passkey is in use already. Please take another one.
error-passphrase_required = Please choose a new passphrase first.
error-passphrase_weak = This passphrase could be guessed. Add a word or two, or take the one we suggest.
error-pseudonym_empty = Please enter a name. It need not be your own.
error-pseudonym_too_long = This name is too long. Please take a shorter one.
error-recovery_failed = This recovery code is not right. Please compare it with what you wrote down; spaces, dashes and capital letters do not matter.
error-second_factor_failed = That passkey or code was not accepted. Each one-time code works once.
error-second_factor_missing = Please add a passkey first.
error-second_factor_required = Please use your passkey or a one-time code first.
error-state_expired = That took too long. Please start again.
error-too_many_attempts = There were too many attempts. Please wait an hour and try again.
error-too_many_devices = This account is used on too many devices. Please end the other sessions in the settings first.
error-too_many_passkeys = This account has as many passkeys as it can have.

# This device, its storage and the way to the server

error-offline = The server cannot be reached just now. Please check your connection and try again.
error-internal = Something went wrong. Please try again.
error-invalid_request = The server could not accept this. Please reload the page and try again.
error-not_found = This is not here, or no longer.
error-other_tab = Alcove is open in another window of this browser.
error-proof_invalid = Your browser's answer to a small puzzle came too late. Please try again.
error-proof_required = Your browser has to solve a small puzzle first. Please try again.
error-rate_limited = Too many requests are coming from your network. Please wait a minute.
error-shutting_down = The server is restarting. Please wait a moment; what you wrote is kept here.
error-storage_damaged = What this browser had kept cannot be read any more. Please log in again.
error-storage_failed = The server could not store this. It is kept here and will be sent again.
error-storage_full = There is no room left to store this. What you wrote is kept here and will be sent again.
error-storage_unavailable = This browser does not let the page store anything. Please allow it, or use a window that is not private.
error-too_many_connections = Alcove is open in too many places at once. Please close some.
error-too_many_key_packages = This device has published enough keys already.
error-try_again = That did not work this time. Please try once more.
error-unknown_procedure = This page is older or newer than the server. Please reload it.
error-vault_conflict = Another window changed this first. Please try again.
error-vault_damaged = Your account's own data cannot be read. Please tell the practice, and do not delete anything.
error-vault_too_large = There is no more room for this account's own data.

# Conversations

error-bad_credential = The keys of the other side could not be confirmed, so nothing was sent. Please tell the practice.
error-consent_changed = The practitioner changed this text while you were reading. Please read it once more.
error-conversation_not_found = This conversation is not here, or no longer.
error-conversation_not_open = In this conversation nothing can be written now.
error-epoch_stale = The conversation has moved on. Please try again.
error-history_exists = This account has its history already. Please reload the page.
error-join_failed = This device could not join the conversation yet. Please try again in a moment.
error-malformed_payload = Something in this conversation cannot be read by this version.
error-malformed_record = The server could not accept this. Please reload the page and try again.
error-message_empty = Please write something first.
error-message_too_long = This message is too long. Please send it in two parts.
error-missing_record = Part of this conversation did not arrive. Please try again; tell the practice if it stays away.
error-nobody_available = Nobody is taking new clients just now. Please look again later, or see the crisis page if it cannot wait.
error-not_a_member = You can only start a conversation that you are part of.
error-nothing_sealed = Nothing was given in this part.
error-practitioner_unreachable = This practitioner cannot be written to yet. Please choose somebody else, or try again later.
error-reason_missing = Please write a reason: the client is told it.
error-record_too_large = This message is too long. Please send it in two parts.
error-signal_too_large = The server could not accept this. Please reload the page and try again.
error-strangers_in_group = Somebody is in this conversation who does not belong there, so nothing was sent. Please tell the practice.
error-stream_closed = This conversation has ended. You can still read it.
error-stream_exists = This conversation exists already. Please reload the page.
error-stream_not_found = This conversation does not exist, or you are not part of it.
error-too_many_records = Too much was sent at once. Please wait a moment.
error-too_many_streams = No further conversation can be opened with this account.
error-wrong_epoch = The conversation has moved on. Please try again.
error-wrong_members = A conversation is between one client and one practitioner.
