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
devices-title = Where you are logged in
devices-text = Every browser in which you use this account. Nobody else can see these names, the server neither.
device-kind = { $browser } on { $system }
device-unnamed = Unnamed browser
device-current = This browser
device-used-today = Last used today.
device-used-week = Last used in the past week.
device-used-month = Last used in the past month.
device-used-earlier = Not used for more than a month.
device-used-unknown = It has not said what it is. If you do not know it, log it out.
device-since = Here since { $date }.
device-today = today
device-leaving = Will be logged out as soon as there is a connection.
device-rename = Rename
device-rename-title = Name this browser
device-name = Name
device-name-hint = Left empty, it is called “{ $kind }”.
device-remove = Log out there
device-remove-ask = Log out “{ $name }”?
device-remove-text = It is logged out at once and destroys what it kept. What you write from then on cannot be read there. The people you talk with see that one of your browsers left.
device-new = A browser was added to your account: { $name }, { $date }. Was that you?
device-new-mine = Yes, that was me
device-new-not-mine = No, that was not me
device-new-remove-text = It is logged out at once. Whoever used it knows your passphrase or was let in from one of your devices: the settings open next, please change it there straight away.
removed-here = This browser was logged out from another of your browsers. Everything it kept is destroyed. If that was you, all is well.
end-other-sessions = Log out everywhere else
end-other-sessions-ask = Log out everywhere else?
end-other-sessions-text = Every other browser is logged out at once and destroys what it kept. Here you stay logged in. The people you talk with see that your other browsers left.
sessions-ended = { $count ->
    [0] You were logged in nowhere else.
    [one] One other browser was logged out.
   *[other] { $count } other browsers were logged out.
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

second-title = A second passphrase
second-text = With the same login name it opens another account, in which nothing ever happened. It is for the moment when somebody insists on seeing yours.
second-is-set = A second passphrase is set.
second-is-not-set = No second passphrase is set.
second-set = Set a second passphrase
second-change = Change the second passphrase
second-submit = Set this one
second-saved = The second passphrase is set. Try it once in another browser.
second-remove = Take it away
second-remove-text = Then only your own passphrase opens anything.
second-remove-submit = Take the second passphrase away
second-removed = The second passphrase opens nothing any more.
second-limits = What it does and what it cannot do
second-limits-device = Logging in with it in a browser that keeps your account removes what is kept there, as any other account’s log-in does; your conversations stay with the practice. While your account is open nobody is asked for a passphrase, so leave or lock it in time.
second-limits-inside = The other account works like any new one, and its settings say that no second passphrase is set. One that is set there opens nothing. Whoever changes its recovery code or deletes it does not reach yours.
second-limits-search = It helps against somebody who stands beside you, not against a search of the device or of the server by people who know how Alcove works.
second-limits-code = Your recovery code opens your own account, never the other. If you delete your account, the other goes with it.

held-title = What the server knows about me
held-text = Every row that the server holds on this account, explained line by line, and what it does not have.
held-open = Look at it

told-settings-title = From the practice
told-settings-text = If confidentiality was ever breached, what the practice told you about it is here.
told-settings-open = Show
