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
lock-text-set = A PIN is set. This browser locks when you press “Leave now” or three times Escape, and whenever its window was closed.
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
pin-limits = What a PIN can do, and what it cannot
pin-limits-nearby = It keeps out somebody who picks up this device: after five wrong attempts everything this browser keeps is destroyed. Your account stays, and your passphrase opens it again.
pin-limits-copy = It holds back only for a while somebody who knows a lot about computers and copies the browser’s files: they can try all PINs of four digits in minutes, those of eight in days or weeks. Files that the browser had before you set a PIN may still be found by them. If you fear that, use this service without leaving traces, or on another device.
pin-limits-forms = What you are typing in a form stays in this window’s memory while it is locked, so that it is not lost. A message you are writing is kept locked on the device.

# Without traces
no-trace = This is not my device
no-trace-hint = For a shared computer or a borrowed phone: this app writes nothing to it, and closing the window logs you out.
no-trace-limits = The browser itself still remembers that this site was visited, unless you use a private window. Do not let it save your passphrase, and close the window when you are done.
