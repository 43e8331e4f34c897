# All rooms
rooms-title = Rooms
rooms-lead = A room is a group that meets in writing and is led by a professional. Everybody is there under a name of their own choice.
rooms-own = Your rooms
rooms-at-door = Where you asked to be let in
rooms-listed = Rooms of this practice
rooms-none-title = No rooms here yet
rooms-none-client = As soon as the practice opens a room for everybody, you see it here. If somebody gave you an invitation link, open it in this browser. Until then you can talk with a practitioner alone.
rooms-none-practitioner = As soon as somebody opens a room for everybody, you see it here.
rooms-new = Open a room
room-lead = Lead
room-badge-out = You are not in it any more
room-badge-closed = Closed
room-badge-led = You lead it
room-badge-full = Takes nobody in at the moment
room-badge-muted = Muted
room-standing-asking = Waiting for an answer
room-standing-declined = Not let in
room-led-by = Led by { $names }
room-to-all = To all rooms

# From outside
room-title = Room
room-lost-title = This room is not here
room-lost-text = Its address may be incomplete, or the room is gone. If somebody gave you an invitation link, please open it once more, whole as it was given to you.
room-led-title = Who leads it
room-led-text = They keep order: they decide who comes in, and can take down what hurts.
room-spoken = Spoken here: { $language }
room-rules-title = How people treat each other here
room-known-title = Who learns what of you
room-known-members = The others in the room
room-known-members-text = They see the name you choose for this room, and what you write. Not what you are called elsewhere here, not your conversations, not your other rooms.
room-known-leaders = Those who lead it ({ $names })
room-known-leaders-text = The same, and your answers to the questions asked when you come in. Nobody else can open those. Who you are they learn only if you tell.
room-known-leaders-nothing = The same as the others. Who you are they learn only if you tell.
room-known-server = The server of this practice
room-known-server-text = That your account is in this room, and when something is sent, but not a word of what is said, and not what you are called there.
room-known-kept = How long it is kept
room-known-kept-text = What is said is destroyed after { $time }, on the server and on every device.
room-known-limits = What nobody can promise
room-known-limits-text = Whoever is in the room can remember or copy what they read. Please tell only what you can bear others to know.
room-ask = Ask to be let in
room-takes-nobody = Nobody is let in at the moment. Please look again later, or ask { $names }.

# At the door
room-waiting-title = You have asked to be let in
room-waiting-text = Those who lead the room ({ $names }) see that somebody asks, and read what you told. It may take a day or two; you see the answer here. You need not stay on this page.
room-ask-anew = Change what I told
room-withdraw = Do not ask any more
room-declined-title = You were not let in this time
room-declined-text = That can have many reasons, and most have nothing to do with you: the group may be full, or of another kind than you need. { $names } decided it; nobody else learns of it. What you told was destroyed.
room-declined-else = You do not have to be alone with it:
room-ask-once-more = Ask once more

# Asking
room-ask-lead = Choose what you want to be called, and tell { $names } what they need to know. Nothing is sent before you press the button below.
room-name = Your name in this room
room-name-hint = Only for this room: it tells nobody what you are called elsewhere. Please not your real name. 2 to 40 letters in one script.
room-card-title = Your intake card
room-card-text = Only { $names } can open your answers; they are sealed on this device. The others in the room never see them.
room-card-known = I know that { $names } will read this
room-ask-submit = Ask to be let in
error-room_answer_too_long = This is too long. Please shorten it to 2,000 characters.
error-room_readers_unknown = Please tick this box, so that we know that you know who reads it.

# Inside
room-here-as = You are { $name } here
room-people-button = { $count ->
    [one] One person is in this room. About the room
   *[other] { $count } people are in this room. About the room
}
room-nothing-said = Nothing has been said here since you came in. What was said before belongs to those who were there.
room-leads = Leads the room
room-me = (you)
room-composer = Message to the room
room-came-mine = You came in.
room-came-theirs = { $name } came in.
room-went-mine = You are not in this room any more.
room-went-theirs = { $name } left.
room-muted-mine = You were muted. You can still read.
room-muted-theirs = { $name } was muted.
room-unmuted-mine = You can write again.
room-unmuted-theirs = { $name } can write again.
room-taken-down-mine = Your message was taken down.
room-taken-down-theirs = This message was taken down.
room-taken-down-short = Taken down
room-take-back-text = Its words disappear for everybody in the room, and all see that a message was taken down. Some may have read them already, and a device that is switched off forgets them only when it is online again.
room-security-what-now = It was not taken over. If you see this again, please tell those who lead the room.
room-standing-out = You are not in this room any more
room-standing-out-text = What you could read before stays on this device until its time is over; what is said now you do not see. If you do not know why, ask { $names }.
room-standing-closed = This room is closed at the moment
room-standing-closed-text = { $names } closed it. You can read what was said, and write again as soon as it is open.
room-standing-muted = You cannot write here for now
room-standing-muted-text = { $names } muted you for the moment. You can still read. It is no judgement of you: a room sometimes needs quiet.

# About the room
room-about = About this room
room-people-title = { $count ->
    [one] One person is here
   *[other] { $count } people are here
}
room-what = What this room is
room-leave = Leave the room
room-leave-text = You can go whenever you like, and need not say why.
room-leave-title = Leave this room?
room-leave-sure = What was said here is erased from this device, and you get nothing any more. What you wrote stays for the others until its time is over. To come back you have to ask { $names } again.
room-leave-submit = Leave and erase

# How it is led, and what not everybody reads
room-now-slow = { $seconds ->
    [one] From now on at least one second lies between two messages of the same person.
   *[other] From now on at least { $seconds } seconds lie between two messages of the same person.
}
room-now-slow-off = Everybody may write as fast as they like again.
room-now-review = From now on those who lead the room read messages first, before everybody sees them.
room-now-review-off = Messages are seen by everybody at once again.
room-now-queue = From now on one speaks after the other. Raise your hand when you want to say something.
room-now-queue-off = Everybody may write again.
room-now-floor = { $name } has the floor.
room-now-check = Those who lead this room ask how everybody is.
room-now-mood = Here is how everybody was, as one picture.
room-now-pinned = A message of { $name } was pinned.
room-now-running = Now: { $title }
room-now-help = Those who lead the room closed it. If you are not well, there is help right now.
room-now-help-off = The room goes on.
room-held-on-mine = Those who lead the room read your messages first for now, before the others see them.
room-held-on-theirs = Messages of { $name } are held for review.
room-held-off-mine = Your messages are seen by everybody at once again.
room-held-off-theirs = Messages of { $name } are seen at once again.
room-held-mine = Waits: those who lead the room read it first
room-held-theirs = Waits for review
room-held-returned = Was not shown to the others
room-whisper-mine = Only those who lead the room read this
room-whisper-to = Only { $name } and those who lead the room read this
room-whisper-theirs = Only those who lead the room read this
room-whisper-leaders = Among those who lead the room
room-whisper-back = Only to you
room-standing-queue = One speaks after the other here at the moment
room-standing-queue-text = Raise your hand when you want to say something. Those who lead the room ({ $names }) give you the floor.
room-standing-help = This room is closed for now
room-standing-help-text = { $names } closed it, because somebody may not be well. If that is you: you do not have to wait until it opens. There is somebody to talk to right now.

# What people do with words, turns and hands; what counts just now
room-thanks = Thank you
room-thanks-wordless = Say thank you without words
room-reacted = { $count ->
    [one] { $emoji } from one person
   *[other] { $emoji } from { $count } people
}
room-speak-to = Speak to
room-to-me = Speaks to you
room-about-words = This is about:
room-unfold = Read it
room-fold = Fold it up
room-warned-of = About: { $warning }
room-warn = Warn what it is about
room-warn-example = for example: self-harm
room-warn-not = No warning
room-passed-by = Passed on by { $name }
room-unheard = Nobody was shown this: it arrived after you were muted or somebody else had the floor.
room-pin = Pin
room-unpin = Take the pin away
room-take-down = Take down
room-take-down-title = Take this message down?
room-erase = Erase it from this device
room-erase-title = Erase what you could read here?
room-erase-text = What was said in this room while you were in it is erased from this device. It cannot be brought back.
room-more = More ways to write
room-confide = Write only to those who lead
room-confiding = Only those who lead the room read this.
room-to-everybody = To everybody
room-composer-confided = To those who lead the room
room-reviewed = Those who lead the room read this first, before the others see it.
room-slow-left = { $seconds ->
    [one] You can write again in one second.
   *[other] You can write again in { $seconds } seconds.
}
room-slow-soon = You can write again in a moment.
room-hand-up = Raise my hand
room-hand-down = Lower my hand
room-hand-waits = { $count ->
    [0] You are next.
    [one] One person is before you.
   *[other] { $count } people are before you.
}
room-badge-hand = Hand raised
room-floor-mine = You have the floor.
room-floor-free = Nobody has the floor at the moment.
room-hands = { $count ->
    [one] One hand is raised.
   *[other] { $count } hands are raised.
}
room-pinned = Pinned: { $name }
room-minutes-left = { $count ->
    [one] One more minute
   *[other] { $count } more minutes
}
room-minutes-over = The time for it is over
room-agenda = What is planned
room-welcome = Welcome
room-help-title = There is help right now
room-help-text = You need not know what to say; “I am not well” is enough to begin.
room-help-emergency = If a life is in danger
room-help-more = What helps in the next few minutes

# One's own card, other browsers, places and hours
room-card-empty = There is nothing on your card. Those who lead the room know only your name here, and what you write.
room-card-read-by = Only { $names } can read it.
room-card-asked-by = { $names } came to lead this room since you filled in your card, and cannot read it. You decide.
room-card-share = Let them read it, too
room-card-openings = When it was opened
room-card-unopened = Nobody has opened it so far. As soon as somebody does, you see it here.
room-card-opened = { $name }, { $date }, { $time }
room-card-fill = Fill it in
room-card-change = Change my card
room-card-withdraw = Take my answers back
room-card-withdraw-title = Take your answers back?
room-card-withdraw-text = Those who lead the room cannot open them any more. What somebody has read already, nobody can make unread. You stay in the room.
room-ask-again-text = You are in this room with another browser. Each browser is let in by itself; your name there and your card go along.
room-ask-again = Ask for this browser
room-known-capacity-text = { $count ->
    [one] There is one place.
   *[other] There are places for { $count } people.
}
room-known-kept-session = What is said is destroyed when the session is over, on the server and on every device.
room-entry-open = You need not wait: whoever asks is let in.
room-hours-title = When it meets
room-hours-always = It is open at any time.
room-hours-each = Every week: { $start } to { $end }
room-hours-yours = Told in the time of your device.
room-meets-now = It meets now, until { $end }.
room-meets-next = It meets next on { $start }.
room-ask-again-title = This browser is not in the room yet
room-asked-again = It is asked. As soon as somebody opens, you see it here.
room-ask-to-lead = Ask to lead it, too

# Reporting
room-report = Report
room-report-title = Report this message?
room-report-text = Those who lead the room get this message, with proof that { $name } wrote it here, and see who reports it. { $name } and the others learn nothing of it. Only this one message is shown; all others stay what they are.
room-report-why = What is wrong with it?
room-report-submit = Report it
room-reported = You reported this
room-reported-title = It was reported
room-reported-text = Those who lead the room see it now. You need not do anything more, and need not read on in that place.

# Who is here and who writes; set times
room-typing = { $count ->
    [one] Somebody is writing …
   *[other] Several are writing …
}
room-present = Let the others see when I am here
room-present-hint = Off until you switch it on. The others then see when this room is on your screen. Nothing of it is kept.
room-badge-here = Here now
room-standing-hours = This room meets at set times
room-standing-hours-text = It is not open just now. What was said you can read; writing begins again with the next session.

# How everybody is
room-check-start = How are you as we begin?
room-check-end = How are you as we end?
room-check-hint = If you like. Nobody is shown your answer: only how many people answered what, and only if at least { $least } did.
room-check-worst = 0: not well at all
room-check-best = 10: very well
room-checked = Thank you. You can change it as long as the question is open.
room-moods = How the room is
room-mood-start = At the start
room-mood-end = At the end
room-mood-people = { $count ->
    [0] nobody
    [one] one person
   *[other] { $count } people
}
room-appointed-title = The practice asks { $name } to lead this room
room-appointed-text = Whoever led it may not be here any more. { $name } is a practitioner of this practice. Until you have decided, nothing that is said here now reaches you, and { $name } does not know who you are.
room-appointed-means = If you go on, { $name } is told the name that you have in this room, and keeps order here from now on. What was said before, they cannot read.
room-appointed-unsure = If you are not sure whether this is right, ask the practice in another way first. You need not decide today.
room-appointed-card = Let { $name } read my intake card, too
room-appointed-agree = Go on with { $name }
room-appointed-done = The practice appointed { $name } to lead this room, and you went on with them.
room-badge-appointed = You are asked to lead it
room-take-up-title = The practice asks you to lead this room
room-take-up-text = Its members are asked, too, each on their own device: whoever agrees goes on with you. What was said before you cannot read, and who is here you learn as they agree.
room-take-up = Lead this room
room-appoint-title = When nobody leads this room any more
room-appoint-text = You can ask a practitioner to lead it. Each member is told so and decides for themselves: they go on, or they leave. Nobody comes into the room without that.
room-appoint-who = Practitioner
room-appoint = Ask them to lead it
room-appoint-none = Every practitioner with a profile leads it already.
room-appoint-done = { $name } finds the room under “Rooms”. If it is not listed, pass its invitation link on to them.
rooms-steward-lead = The rooms that everybody can see. To find another one, open its invitation link in this browser.
rooms-none-steward = No room is listed.
error-last_moderator = You are the last to lead this room. Appoint somebody else before you leave.
error-room_asks_first = First say whether you go on with whoever leads this room now. Your words are still here.
error-room_check_over = This question is not open any more.
error-room_flooded = Very much was written from here in this room within a minute. What you wrote waits, and goes out by itself in a moment.
error-room_hours = This room meets at set times, and not now. Your words are still here.
error-room_muted = Those who lead this room have muted you for now. You can still read.
error-room_not_in = You are not in this room any more.
error-room_not_your_turn = Somebody else has the floor. You can raise your hand; your words are still here.
error-room_slow = This room is going slowly: there has to be some time between two messages. Your words are still here; please send them in a moment.
