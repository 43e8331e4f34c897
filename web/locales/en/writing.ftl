# What can be done with a message
message-menu-mine = Your message of { $time }: what to do with it
message-menu-theirs = Message from { $name } of { $time }: what to do with it
reply = Reply
answering = You answer { $name }
answering-me = You answer yourself
answering-leave = Do not answer this message
quote-answers = In answer to
quote-me = You
quote-not-here = Answers a message that is not in this browser.

# Editing and taking back
edit = Edit
edit-title = Edit your message
edit-words = Your words
edit-hint = { $name } sees that you edited it, and can read what it said before.
edit-submit = Save
edited = Edited
wordings-title = What this message said before
wording-at = { $date }, { $time }
wording-now = as it is now
take-back = Take back
take-back-title = Take this message back?
take-back-text = Its words disappear from this conversation on both sides, and both of you see that a message was taken back. { $name } may have read them already, and a device that is switched off forgets them only when it is online again.
taken-back-mine = You took this message back.
taken-back-theirs = { $name } took this message back.
taken-back-short = Taken back

# Reactions
react = React
react-with = React with { $emoji }
react-other = Another reaction
react-other-title = Another reaction
react-field = Your reaction
react-hint = One character, such as one emoji from your keyboard.
react-submit = React
reactions = Reactions
reaction-mine = from you
reaction-theirs = from { $name }
reaction-both = from you and { $name }

# Search
search = Search
search-words = Words to look for
search-hint = The beginnings of words are enough. Only this device searches; nothing is asked of the server.
search-everywhere = In all conversations
search-found = { $total ->
    [0] Nothing was found.
    [one] One message was found.
   *[other] { $total } messages were found; the newest { $shown } are shown.
}
search-at = { $date }, { $time }
search-mine = You
search-mine-to = You to { $name }
search-day = Go to a day
search-date = Day
search-go = Go there
search-day-none = Nothing was said on that day or after it.

# Stars
star = Star, for me alone
unstar = Take the star away
starred = Starred
starred-one = Starred.
starred-none = Star a message to find it here again. Only you see your stars.

# Quick phrases
phrases = Quick phrases
phrases-none = What you write again and again can wait here: a greeting, how to reach you in a crisis, the next appointment.
phrase-new = New phrase
phrase-change = Change
phrase-change-this = Change “{ $phrase }”
phrase-words = Phrase
phrase-hint = It is put where you are writing, and you can change it there before you send it.
phrase-save = Save
phrase-remove = Remove
