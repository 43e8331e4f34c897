# Lock
lock-now = Lock
locked-title = Locked
pin = PIN
unlock = Open
unlocking = One moment …
attempts-left = { $count ->
    [one] One attempt is left. If the next PIN is wrong, everything this browser keeps is destroyed.
   *[other] { $count } attempts are left. After that, everything this browser keeps is destroyed.
}
pin-forgotten = No PIN at hand?
pin-forgotten-text = Login name and passphrase open it as well, and nothing is lost. Or let this browser forget everything.
use-passphrase = Use passphrase
empty-browser = Empty this browser
empty-browser-ask = Empty this browser?
empty-browser-text = Everything it keeps is destroyed, such as messages not sent yet. Your account stays, and your passphrase opens it again.
lock-title = Lock on this device
lock-text = With a PIN of four to eight digits, this browser locks itself while you are away, and when you press “Leave now”. Without one, “Leave now” ends your session here, and your passphrase is asked for again.
lock-text-set = This browser locks when you press “Leave now” or three times Escape, and whenever its window was closed.
lock-after = Lock when nothing was touched for
lock-minutes = { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
lock-never = Never by itself
lock-on-hide = Lock when the window is out of sight
lock-on-hide-hint = Also when you look at another tab or app for a moment, or choose a photo.
lock-no-trace = This session leaves nothing on the device, so there is nothing to lock. “Leave now” ends it.
pin-set = Set a PIN
pin-change = Change PIN
pin-new = New PIN
pin-again = The same PIN again
pin-hint = Four to eight digits. Please no birthday, nothing the people around you could guess, and not the PIN of your phone.
pin-save = Set this PIN
pin-saving = What this browser keeps is being locked anew …
pin-is-set = The PIN is set.
pin-remove = Remove PIN
pin-removed = The PIN is removed.
lock-passkey-title = Passkey
lock-passkey-name = Lock of this browser
lock-passkey-text = Fingerprint, face or the code of this device can open the lock, beside a PIN or instead of one. The passkey is made for this lock alone; the server never hears of it. The device may show it among its passkeys, with the address of this site.
lock-passkey-text-set = A passkey of this device opens the lock. After it is removed here, you can delete it in the settings of the device as well.
lock-passkey-impossible = This browser or device cannot open the lock with a passkey. A PIN can do it.
lock-passkey-set = Use a passkey
lock-passkey-is-set = The passkey opens the lock from now on.
lock-passkey-remove = Remove the passkey
lock-passkey-removed = The passkey is removed.
lock-passkey-lost = Neither works?
unlock-passkey = Open with the passkey
pin-limits = What a PIN can do, and what it cannot
pin-limits-nearby = It keeps out somebody who picks up this device: after five wrong attempts everything this browser keeps is destroyed. Your account stays, and your passphrase opens it again.
pin-limits-copy = It holds back only for a while somebody who knows a lot about computers and copies the browser’s files: they can try all PINs of four digits in minutes, those of eight in days or weeks. Files that the browser had before you set a PIN may still be found by them. If you fear that, use this service without leaving traces, or on another device.
pin-limits-forms = What you are typing in a form stays in this window’s memory while it is locked, so that it is not lost. A message you are writing is kept locked on the device.

# Without traces
no-trace = This is not my device
no-trace-hint = For a shared computer or a borrowed phone: this app writes nothing to it, and closing the window logs you out.
no-trace-limits = The browser itself still remembers that this site was visited, unless you use a private window. Do not let it save your passphrase, and close the window when you are done.

# Look
look-title = What others see in passing
look-called = What this window is called
look-called-hint = In the bar of tabs, in the list of open windows and in the browser’s history. The icon becomes a sheet of paper, and new messages are only “one new item”. The address stays, and so does what was written down before.
look-own = The practice’s name
look-notes = Notes
look-recipes = Recipes
look-timetable = Timetable
look-new = { $count ->
    [one] one new item
   *[other] { $count } new items
}
look-here = On this device also before I log in
look-here-hint = This browser then remembers the other name. While a page loads, the practice’s own may be seen for a moment.
look-hide = Show nothing while I use another window
look-hide-hint = The screen goes blank when you look at another tab, window or app, and comes back when you do. Some phones take their picture for the overview before.

# Is somebody watching this device?
watched-link = Could somebody be watching this device?
watched-title = Could somebody be watching this device?
watched-lead = A few questions to ask yourself before you begin. They take two minutes.
watched-how = Answer them only in your head: nothing is asked, sent or written down here.
watched-questions = Think of the people around you
watched-unlocked = Can somebody open this device without you: because they know its PIN, or because their finger or face opens it?
watched-knows = Does somebody know things they could only have from your messages, calls or whereabouts?
watched-given = Did somebody give you this device, set it up for you, or take it away for a while?
watched-accounts = Does somebody know the password of your email, Apple or Google account, or pay for your contract?
watched-strange = Is there an app you did not install, or does the device run warm and empty its battery while you do not use it?
watched-shared = Is it a device of a family, a school, an employer or a library?
watched-no = All of them no?
watched-no-text = Then this device is probably a good place to begin. You can set a PIN in the settings later, and “Leave now” is always at the top.
watched-yes = One yes, or not sure?
watched-yes-other = If you can, begin on another device: one that this person never had in their hands, such as that of somebody you trust.
watched-yes-account = Use accounts and networks there that are not connected with yours.
watched-yes-wait = Do not delete or change anything on this device in a hurry. Whoever watches may notice it, and what is on it can be evidence later.
watched-yes-trace = On a borrowed device, choose “This is not my device” when you sign up or log in, in a private window.
watched-yes-help = A helpline can think this through with you, also about your safety at home.
watched-limits = No page can find spyware or protect you from it: whoever controls a device sees what is on its screen, here as well.
