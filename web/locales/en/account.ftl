# Second factor
second-factor-title = Confirm that it is you
second-factor-lead = Your passphrase was right. Because of your role, your passkey is needed as well.
use-passkey = Use passkey
use-passkey-instead = Use my passkey instead
passkey-waiting = Your browser is asking you …
no-passkey = My passkey is not at hand
use-code = Use one-time code
one-time-code = One-time code
one-time-code-hint = One of the eight codes you kept. Each works once.
codes-remaining-title = { $remaining ->
    [0] That was your last one-time code
    [one] You have one one-time code left
   *[other] You have { $remaining } one-time codes left
}
codes-remaining-enough = Cross out the one you used.
codes-remaining-few = Cross out the one you used. If your passkey is gone for good, add another one in the settings now.
second-factor-missing-title = Add a passkey
second-factor-missing-practitioner = You will hold what clients confide to you. So a stolen passphrase alone must not open your account.
second-factor-missing-steward = You look after the practice. So a stolen passphrase alone must not open your account.
passkey-what = A passkey is a key that your device or a security key keeps. You use it with your fingerprint, face or PIN.
passkey-where = Fingerprint and face never leave your device.
passkey-then = Afterwards you get eight one-time codes, for days when the passkey is not at hand.
create-passkey = Create passkey
one-time-codes-title = Your one-time codes
one-time-codes-text = For days when your passkey is not at hand. Each works once, together with your passphrase. They are shown only now.
one-time-codes-sheet = One-time codes
one-time-codes-where = Keep them apart from your passphrase, best on paper.
codes-kept = I have kept them

# Settings
settings-title = Settings
settings-who = Who you are here
own-name = What you are called
own-name-hint-client = Practitioners you write to from now on see this name. Earlier conversations keep the one they began with. Your login name stays as it is.
own-name-hint-steward = Only you see this name. Your login name stays as it is.
own-name-hint-practitioner = Only you see this name. The name others see is in your profile; your login name stays as it is.
settings-marks = What the other side sees
read-marks = Show when I have read something
read-marks-hint = When it is off, the other side only sees that a message arrived.
typing-shown = Show when I am writing
typing-shown-hint = What you write is never shown before you send it.
change-passphrase = Change passphrase
change-passphrase-text = Do this if somebody may have seen it. Your conversations stay as they are; every other browser is logged out.
change-passphrase-submit = Change it now
present-passphrase = Your present passphrase
with-new-code = Make a new recovery code as well
with-new-code-hint = The one you have then no longer counts.
passphrase-changed = Your passphrase was changed.
new-code = New recovery code
new-code-text = Do this if you lost the one you had, or somebody may have seen it. The old one then no longer counts.
new-code-submit = Make a new code
passkeys-title = Passkeys
passkeys-text = With a passkey on a second device, a lost one locks you out of nothing.
add-passkey = Add another passkey
passkey-added = The passkey was added.
sessions-title = Other devices
sessions-text = If you logged in somewhere else and did not log out, you can do that from here.
end-other-sessions = End all other sessions
end-other-sessions-ask = End all other sessions?
end-other-sessions-text = Every other browser is logged out of your account at once. Here you stay logged in.
sessions-ended = { $count ->
    [0] There was no other session.
    [one] One other session was ended.
   *[other] { $count } other sessions were ended.
}
log-out-text = This browser then forgets you and everything it kept. To come back you need login name and passphrase.
delete-title = Delete account
delete-text = Your keys and your history are destroyed. This cannot be undone.
delete-open = Delete my account …
delete-ask = Delete your account?
delete-keys = Your keys are destroyed. What the server still holds for you is unreadable from then on, for everybody.
delete-told = Everybody you have a conversation with is told that your account is gone.
delete-remains = What your practitioner has already received stays in their records, as their profession requires.
delete-remains-staff = What clients have already received stays with them. Please hand over first whom you care for.
delete-final = Neither passphrase nor recovery code brings it back.
delete-submit = Delete account for good
delete-busy = Telling the others and destroying the keys …
deleted-done = Your account is deleted, and this browser keeps nothing of it. Take care of yourself.

# Proving once more
fresh-title = Once more, your passkey
fresh-text = You have been logged in for a while. Before something this important is changed, please confirm that it is still you. What you entered stays.
