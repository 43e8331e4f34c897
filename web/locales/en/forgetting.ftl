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
forget-reach = This cannot reach what { $name } remembers or wrote down, screenshots, a browser that was changed, and backups of the server until they are replaced.
forget-known = I know that it cannot be undone

## The practice's part

retention-bounds = How long conversations are kept
retention-bounds-text = Practitioners and clients choose for each conversation, within these bounds. The server is not told what they choose.
retention-shortest = At least
retention-longest = At most
retention-standard = New conversations
retention-standard-hint = Both sides see it from the start and can change it within the bounds.
record-none = When messages are forgotten here, the practitioner keeps no sealed record of them.
record-kept = When messages are forgotten here, the practitioner may keep a sealed record of them for { $time }, because the law asks for it.
