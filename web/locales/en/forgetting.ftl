## How long words are kept

keeping-title = How long it is kept
keeping-text = Both of you see these settings, and every change of them. After that time the words are destroyed in your browsers and on the server, together with the keys.
keeping-without-end = without end
keeping-save = Change it for both
retention = Everything here is kept for
retention-hint = Counted from when something was said; your practice sets the bounds.
retention-shorter = What is older than { $time } goes at once on both sides, and does not come back.
disappear = What is said from now on disappears after
disappear-hint = Files, edits and reactions go with their message.
disappear-off = it does not disappear
goes-at = Goes: { $when }
notice-retention-mine = You set that everything here is kept for: { $time }.
notice-retention-theirs = { $name } set that everything here is kept for: { $time }.
notice-disappear-mine = From now on, what is said here disappears after { $time }. You set that.
notice-disappear-theirs = From now on, what is said here disappears after { $time }. { $name } set that.
notice-disappear-off-mine = You set that words no longer disappear by themselves.
notice-disappear-off-theirs = { $name } set that words no longer disappear by themselves.
notice-forget-asked-mine = You asked { $name } to forget what was said until then, as you did.
notice-forget-asked-theirs = { $name } forgot what was said until here, and asks you to do the same.
notice-forgotten-mine = You forgot what was said until here.
notice-forgotten-theirs = { $name } forgot it as well.

## Forgetting a conversation

forget = Forget this conversation …
forget-title = Forget what was said
forget-submit = Forget it
forget-too = Forget it as well …
forget-text = What was said here until now, with files and the intake card, will be gone. That you talk with each other, and what was agreed, stays.
forget-asked-text = { $name } forgot what was said here and asks you to do the same. You need not. If you do, it is gone in all your browsers and on the server.
forget-where = Where
forget-scope-here = Only in this browser
forget-scope-here-hint = Your other browsers keep it, and one you log in with later brings it back.
forget-scope-account = In all my browsers
forget-scope-account-hint = Your history and its keys are destroyed. { $name } keeps theirs and is not told.
forget-scope-both = In all my browsers, and ask { $name } too
forget-scope-both-hint = { $name } sees that you ask and decides. Once both have agreed, the server destroys it as well.
forget-save-first = If you want to keep a copy, close this and take the conversation along as a file first.
forget-code-word = The code word you agreed on is forgotten too. You can agree on one again afterwards.
forget-reach = This cannot reach what { $name } remembers or wrote down, screenshots, a browser that was changed, and backups of the server until they are replaced.
forget-known = I know that it cannot be undone

## The practice's part

retention-bounds = How long conversations are kept
retention-bounds-text = Practitioners and clients choose for each conversation, within these bounds. The server is not told what they choose.
retention-shortest = At least
retention-longest = At most
retention-standard = New conversations
retention-standard-hint = Both sides see it from the start and can change it within the bounds.

## The practitioner's sealed record

record-none = What is forgotten here is not kept by the practitioner either.
record-kept = The practitioner is obliged to keep a record. What goes from here, because its time is over, because it disappears or because it is forgotten, is sealed first on the practitioner’s device, where only the practitioner can open it. Files, and the sealed parts of the intake card, are not in it.
record-kept-after-end = It is destroyed when this time has passed since your conversation ended: { $time }.
record-kept-until = It is destroyed on { $date }.
record-years = Sealed record
record-years-hint = Where you are obliged to keep records longer than both of you see the conversation. Clients read this before they agree; it holds for who agreed to it, and also for words that disappear.
record-years-none = I keep none
record-years-after = { $time } after the end
records-title = Sealed records
records-text = What left conversations whose consent text says that you keep a record. Only your account opens them; they go with it, so take them along before you delete it.
records-none = There is none yet.
record-after-end = Kept until this long after the conversation’s end: { $time }.
record-until = Kept until { $date }.
record-open = Open
record-open-of = Open the record of { $name }
record-title = Sealed record of { $name }
record-reading = You can read this and take it along, not change it.
record-damaged = A part of this record could not be opened.
