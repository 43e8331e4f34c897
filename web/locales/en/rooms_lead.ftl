# Leading a room: making it, its door, its people, keeping order
lead-rooms = Rooms
lead-undo = Undo

# Making a room
lead-new-title = Open a room
lead-new-lead = A room is a talk among several people that you lead. Everybody in it goes by a name chosen for this room alone.
lead-step-describe = Describe it
lead-step-look = Look at it
lead-describe-title = What is it about?
lead-look-title = This is what others see
lead-look-text = People see this before they ask to be let in. Nobody sees it yet.
lead-look-label = The room as others see it
lead-to-look = Continue
lead-back-to-describe = Back
lead-make = Open the room
lead-make-busy = The room is being made …
lead-title = Name of the room
lead-title-hint = Short and plain. Somebody may see it over a shoulder.
lead-purpose = Purpose
lead-purpose-hint = For whom it is, and what one can hope for here.
lead-rules = Rules
lead-rules-hint = What everybody keeps to. Who asks to be let in reads them first.
lead-rules-suggest = Begin with a suggestion
lead-rules-start = What is said here stays here.
  We speak of ourselves and let others speak for themselves.
  Nobody has to say anything.
  We give advice only when somebody asks for it.
  Who is in danger gets help: please tell me, or use the crisis help at the top of the page.
lead-language = Language
lead-language-hint = In which one talks here.
lead-days = How long things are kept
lead-days-hint = After that, what was said goes from the server and from every device. A session is over when its time is, or when you close the room.
lead-days-told = What is said here is kept for { $time }.
lead-days-none = until the session is over
lead-days-none-told = What is said here is destroyed when the session is over.
lead-questions = Intake card
lead-questions-hint = What you ask before somebody comes in. Only those who lead the room read the answers.
lead-questions-none = Nothing is asked before one comes in.
lead-question = Question { $number }
lead-question-required = Has to be answered
lead-question-up = Move up
lead-question-remove = Remove
lead-question-removed = The question was removed.
lead-question-add = Add a question
lead-question-suggest = Suggest questions
lead-question-brings = What brings you here?
lead-question-medical = Is there anything medical I should know, such as a diagnosis or medication?
lead-question-helps = What helps you in a crisis?
lead-question-contact = Whom may I reach if you are in danger? A name and a number are enough.
lead-listed = Who can find it
lead-listed-no = Only who has the link
lead-listed-no-hint = The server cannot read the name and purpose of the room either.
lead-listed-yes = All clients of the practice
lead-listed-yes-hint = It stands in the list of rooms. Name, purpose and rules are public to whoever has an account here, and readable on the server.
lead-listed-no-told = Only who has the link finds this room.
lead-listed-yes-told = This room stands in the list of rooms.
lead-led-by = Led by
error-lead_title_missing = Please give the room a name.

# Leading it
lead-screen-title = Lead the room
lead-to-room = To the room
lead-none-title = You do not lead this room
lead-none-text = It may have ended, or somebody else leads it now.
lead-parts = Leading the room
lead-part-door = Door
lead-part-people = People
lead-part-link = Invite
lead-part-settings = Room
lead-closed-now = The room is closed: everybody can read, nobody can write or come in.

# The door
lead-door-title = At the door
lead-door-text = They see nothing of what is said until you let them in.
lead-door-empty = Nobody is waiting. Whoever asks to be let in appears here.
lead-since-today = since today
lead-since = since { $date }
lead-further = They are in the room already and ask for another device.
lead-alike = This name could be taken for “{ $name }”. Decline, and they can ask again under another name.
lead-alike-beside = Somebody else who waits is called “{ $name }”, which looks the same. Let one of them in and decline the other.
lead-card = Intake card
lead-card-none = Nothing was asked.
lead-card-empty = No answer
lead-choose = Choose { $name }
lead-admit = Let in
lead-admit-all = { $count ->
    [one] Let { $count } in
   *[other] Let all { $count } in
  }
lead-admit-some = { $count ->
    [one] Let { $count } chosen in
   *[other] Let { $count } chosen in
  }
lead-admitting = { $count ->
    [one] Letting them in …
   *[other] Letting { $count } people in …
  }
lead-admitted-one = { $name } is in.
lead-admitted = { $count ->
    [one] { $count } person is in.
   *[other] { $count } people are in.
  }
lead-decline = Decline
lead-decline-title = Decline { $name }?
lead-decline-text = They learn that you did not let them in, without a reason, and may ask again. What they told you is deleted on the server.
lead-declined = { $name } was declined.

# People
lead-people-title = { $count ->
    [one] { $count } person in the room
   *[other] { $count } people in the room
  }
lead-people-alone = Nobody but you is here yet. Pass the link on, then let people in at the door.
lead-people-look = Find somebody
lead-people-found = { $count ->
    [one] { $count } found
   *[other] { $count } found
  }
lead-leads = leads the room
lead-you-lead = you
lead-is-muted = muted
lead-mute = Mute
lead-mute-for = Mute for { $minutes } minutes
lead-muted = { $name } is muted: they read along and see that they cannot write.
lead-unmute = Unmute
lead-unmuted = { $name } can write again.
lead-more = More
lead-remove = Remove
lead-remove-title = Remove { $name } from the room?
lead-remove-text = They see that they are not in the room any more, and read nothing that is said from now on. They may ask to be let in again. The others see that they went.
lead-removed = { $name } is not in the room any more.
lead-ban = Ban
lead-ban-title = Ban { $name } for good?
lead-ban-text = They are removed and cannot ask again, whatever they call themselves next, until you lift the ban. The others see only that they went.
lead-banned = { $name } is banned.
lead-bans = Banned
lead-bans-text = They cannot ask to be let in. The server knows which account that is, and no name.
lead-bans-unknown = Somebody whom another moderator banned
lead-ban-lift = Let them ask again

# The link
lead-link-title = Invitation link
lead-link-text = Who has this link can read about the room and ask to be let in. Nobody gets in without you.
lead-link-listed = The room also stands in the list of rooms.
lead-link-unlisted = Its second half is the key to the room’s name and purpose. It never reaches the server: pass the link on whole.
lead-link-qr = QR code of the invitation link
lead-link-qr-hint = To be scanned by a telephone, on a screen or printed.

# How the room stands
lead-close-title = The room is open
lead-close-text = Members can read and write.
lead-close = Close the room
lead-close-ask = Close the room?
lead-close-ask-text = Everybody sees that the room is closed. They can still read, but nobody can write or come in until you open it again.
lead-close-destroys = What was said is destroyed then, on the server and on every device.
lead-open = Open it again
lead-face-title = What others see
lead-face-text = This is signed by who leads the room. Members’ devices check it.

# What waits, and stopping everything
lead-part-hands = Hands
lead-part-held = Held back
lead-part-whispers = Whispers
lead-part-talk = Talk
lead-wait = { $count ->
    [one] waits for you
   *[other] wait for you
  }
lead-panic = Stop and show help
lead-panic-title = Close the room now?
lead-panic-text = Nobody can write any more, and everybody is shown where there is help in a crisis.
lead-panic-submit = Stop now
lead-panic-now = The room is closed, and everybody is shown where there is help.

# Hands and the floor
lead-hands-title = Raised hands
lead-hands-empty = No hand is raised, and nobody has the floor.
lead-floor-free = Nobody has the floor.
lead-floor-has = { $name } has the floor.
lead-floor-next = Give { $name } the floor
lead-floor-end = End their turn
lead-floor-give = Give the floor
lead-queue = Speak in turn
lead-queue-hint = Of the members only who has the floor can write. The others raise a hand.

# What is held back
lead-held-title = Held back
lead-held-text = Only those who lead the room have seen this.
lead-held-empty = Nothing is held back.
lead-held-warning = Warning: { $warning }
lead-pass = Pass on
lead-return = Send back
lead-return-title = Send this back to { $name }?
lead-return-text = Only they see it. They read your words and can write anew.
lead-return-why = Why
lead-return-start = I would rather not show this to everybody like that. Could you put it another way?
lead-review = Read everything first
lead-review-hint = What members write comes to you, and the others see it once you pass it on.

# Whispers
lead-whispers-title = Whispers
lead-whispers-text = Said to those who lead the room alone. Nobody else sees the answers either.
lead-whispers-empty = Nobody has whispered to you. Members can do so at any time, unseen by the others.
lead-whisper-open = waits for an answer
lead-whisper-you = You
lead-whisper-gone = They are not in the room any more.
lead-whisper-to = Answer to { $name }
lead-whisper-submit = Answer
lead-whisper-sent = Only they can read it.
error-lead_whisper_empty = Please write something first.

# How one talks
lead-talk-title = How one talks here
lead-slow = Slow down
lead-slow-hint = How long a member waits between two messages. Who leads the room does not.
lead-slow-none = Not slowed down
lead-pinned-title = Pinned
lead-pinned-none = Nothing is pinned. A message can be pinned from its menu in the room.
lead-unpin = Unpin
lead-welcome-title = Welcome
lead-welcome = Words of welcome
lead-welcome-hint = Whoever comes in reads them first.
lead-agenda-title = Agenda
lead-agenda-text = Everybody sees what it is about now, and for how long.
lead-agenda-open = as long as it takes
lead-agenda-on = now
lead-agenda-left = { $count ->
    [one] now, { $count } minute left
   *[other] now, { $count } minutes left
  }
lead-agenda-over = now, its time is over
lead-agenda-begin = Begin
lead-agenda-start = Begin with { $title }
lead-agenda-next = Go on to { $title }
lead-agenda-end = End the agenda
lead-agenda-item = Next item
lead-agenda-minutes = How long
lead-agenda-add = Add to the agenda
error-lead_agenda_empty = Please say what it is about.

# Reading what somebody writes first
lead-hold = Read first
lead-unhold = Stop reading first
lead-is-held = read first
lead-held-on = What { $name } writes comes to you first. They see that.
lead-held-off = What { $name } writes is seen by all again.

# Who leads it with you, and intake cards of those inside
lead-colleague = A practitioner who asks to lead this room with you.
lead-appoint = Appoint
lead-appoint-title = Let { $name } lead with you?
lead-appoint-text = They can do whatever you can here: let in, mute, remove, read what is whispered. Intake cards that members filled in before they can read only where a member agrees. Everybody sees that they lead.
lead-appointed = { $name } leads the room with you.
lead-link-colleague = A colleague of the practice who opens the link can ask to lead the room with you. You appoint them at the door.
lead-card-of = Intake card of { $name }
lead-card-told = They are told that you open it, and when. So open it when you need it.
lead-card-open = Open it

# When, how many, and how one comes in
lead-sessions = When you meet
lead-sessions-hint = Each week, by your own clock. Everybody else sees it by theirs.
lead-sessions-none = The room is always open.
lead-session = { $day }, { $from } to { $to }
lead-session-add = Add a time
lead-session-day = Day
lead-session-start = Begins at
lead-session-minutes = For
lead-capacity = Places
lead-capacity-hint = With more than about thirty, one person can hardly hear everybody.
lead-capacity-told = { $count ->
    [one] There is { $count } place.
   *[other] There are { $count } places.
  }
lead-entry = How one comes in
lead-entry-request = You let each person in
lead-entry-request-hint = Whoever asks waits at the door until you answer.
lead-entry-open = Whoever asks comes in
lead-entry-open-hint = As soon as your device is there. Only for rooms in which nobody could be hurt by a stranger.
lead-face-change = Change
lead-face-change-text = Everybody in the room is told what it is by now.
lead-asking = One may ask to be let in
lead-asking-hint = Otherwise the door is shut: nobody can ask until you open it.

# Reports
lead-part-reports = Reports
lead-reports-title = Reports
lead-reports-text = Only those who lead the room see who reported what.
lead-reports-empty = Nothing was reported.
lead-report-by = { $name } reported this.
lead-report-why = { $name } reported this: “{ $why }”
lead-report-down = Take down
lead-report-done = Done
lead-verdict-proved = It is proved that { $name } said this here.
lead-verdict-altered = What this report shows is not what it was made of. Do nothing because of it.
lead-verdict-not-sent = Nothing like this was said in the room. Do nothing because of it.
lead-verdict-other-sender = Somebody else said this, not { $name }. Do nothing because of it.
lead-verdict-unknown-sender = This was said here, but it cannot be told by whom.
lead-verdict-before-exchange = This was sent before the server’s keys were exchanged, and it is no longer kept. Nobody can tell any more whether it was said so.
lead-verdict-unchecked = This could not be checked yet. It is tried again once there is a connection.

# How everybody is, notes, and who was there
lead-part-after = Notes
lead-mood-title = How everybody is
lead-mood-text = { $count ->
    [one] You ask, and each member answers with a number from 0 to 10. All see one picture once { $count } answered; single answers are shown to nobody.
   *[other] You ask, and each member answers with a number from 0 to 10. All see one picture once { $count } or more answered; single answers are shown to nobody.
  }
lead-mood-ask-start = Ask at the start
lead-mood-ask-end = Ask at the end
lead-mood-asked-start = Everybody is asked how they arrive.
lead-mood-asked-end = Everybody is asked how they leave.
lead-mood-answers = { $count ->
    [one] { $count } answer so far.
   *[other] { $count } answers so far.
  }
lead-mood-finish = End the question
lead-mood-start = At the start
lead-mood-end = At the end
lead-mood-step = From bad to good
lead-mood-count = How many
lead-notes-title = Notes
lead-notes-text = Only those who lead the room now can read them. They stay until you remove them.
lead-note = New note
lead-note-add = Keep the note
lead-note-remove-title = Remove this note?
lead-note-remove-text = It is removed for all who lead the room. This cannot be undone.
lead-attendance-title = Who was there
lead-attendance-text = By the names of this room, for as long as things are kept here.
lead-attendance-none = Nobody was there yet, as far as it is still kept.
lead-unanswered = { $count ->
    [one] One person has not answered yet whether they go on with you.
   *[other] { $count } people have not answered yet whether they go on with you.
}
lead-unanswered-text = Until they agree they read nothing of what is said now, and you do not know who they are.
lead-go-on = Go on without them
lead-go-on-title = Go on without those who have not answered?
lead-go-on-text = They are taken out of the room. They can ask at the door to be let in again.
error-attested_before = The server’s keys were exchanged after this was sent, and it is no longer kept. Nobody can tell any more who sent it.
error-not_asking = This person does not ask to come in any more.
error-not_attested = Nobody sent this message in this room.
error-room_card_not_shared = This member has not shared their intake card with you.
