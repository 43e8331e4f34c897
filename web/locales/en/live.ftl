# Proposing a live session
live-propose = Live session
live-propose-text = You both sit together for an agreed time, with a clock that both of you see. { $name } is invited at once; if nobody comes within ten minutes, the invitation ends by itself.
live-propose-submit = Invite
live-length = How long
live-minutes = { $minutes } minutes
live-invited = { $name } invites you to a live session of { $minutes } minutes.
live-invited-text = It begins when you join. You can answer until { $time }.
live-join = Join
live-decline = Not now
live-waiting = Waiting for { $name }
live-waiting-text = { $name } sees your invitation. It is open until { $time } and then ends by itself.
live-withdraw = Take the invitation back
live-elsewhere-proposed = { $name } invites you to a live session
live-elsewhere-on = The live session with { $name } is on: go there
live-is-on = The live session with { $name } is on.
live-return = Back to the session
live-is-over = The live session with { $name } is over.
live-to-closing = What shall we keep for next time?

# In it
live-with = Live session with { $name }
live-here = { $name } is here.
live-left = { $count ->
    [one] About a minute left
   *[other] About { $count } minutes left
}
live-time-over = The agreed time is over
live-until = Until { $time }
live-word-ten = Ten minutes are left. Is there something that should still have room today?
live-word-two = Two minutes are left. Take your time to come to an end.
live-word-over = The agreed time is over. End when it suits both of you, or agree on more time.
live-change = Change the end
live-change-text = The end moves only when { $name } agrees.
live-new-end = New end
live-longer = { $count ->
    [one] One minute longer, until { $time }
   *[other] { $count } minutes longer, until { $time }
}
live-shorter = { $count ->
    [one] One minute shorter, until { $time }
   *[other] { $count } minutes shorter, until { $time }
}
live-ask = Ask { $name }
live-asked-mine = You asked to stay until { $time }. { $name } has not answered yet.
live-asked-theirs = { $name } asks to stay until { $time }.
live-agree = Agree: until { $time }
live-rather-not = Rather not
live-take-back = Take this back
live-step-out = Show the whole conversation
live-end = End the session
live-end-title = End the session?
live-end-text = It ends for { $name } too. After that you can both write what you want to keep for next time.
live-from-last-time = Kept from last time

# The closing ritual
live-closing-title = The session is over
live-closing-text = What shall we keep for next time? One sentence is enough, and you need not write anything.
live-keep-label = To keep for next time
live-keep-hint = { $name } can read it. It stands at the top of your next session, and under “Details”.
live-keep = Keep this
live-skip = Keep nothing
live-later = Later
kept-title = Kept for next time
kept-mine = You

# What happened
notice-live-started-mine = You invited { $name } to a live session of { $minutes } minutes.
notice-live-started-theirs = { $name } invited you to a live session of { $minutes } minutes.
notice-live-began = The live session began.
notice-live-changed = You agreed that the session lasts { $minutes } minutes.
notice-live-ended-mine = You ended the live session.
notice-live-ended-theirs = { $name } ended the live session.
notice-live-declined-mine = You could not come just now.
notice-live-declined-theirs = { $name } cannot come just now.
notice-live-withdrawn-mine = You took the invitation back.
notice-live-withdrawn-theirs = { $name } took the invitation back.
notice-live-lapsed-mine = { $name } did not come to the live session. That can have many reasons; you can invite again at any time.
notice-live-lapsed-theirs = You were invited to a live session and were not here. That is all right; write when it suits you.
notice-live-kept-mine = You keep for next time:
notice-live-kept-theirs = { $name } keeps for next time:
notice-live-unkept-mine = You took back what you wanted to keep for next time.
notice-live-unkept-theirs = { $name } took back what was to be kept for next time.
