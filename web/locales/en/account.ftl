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
deleted-done = Your account is deleted, and this browser keeps nothing of it. Take care of yourself.

# Proving once more
fresh-title = Once more, your passkey
fresh-text = You have been logged in for a while. Before something this important is changed, please confirm that it is still you. What you entered stays.

held-title = What the server knows about me
