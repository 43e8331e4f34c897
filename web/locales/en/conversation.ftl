# The list
list-title = Conversations
list-requests = Requests
list-open = Open
list-over = Over
list-alert = Something was refused for your safety
list-coming = Your conversations are coming to this browser …
list-empty-title = Nobody to talk to yet
list-empty-text = Look at who is here and choose somebody. You read how you are protected before you tell anything.
list-empty-go = Find somebody to talk to
state-requested-practitioner = Waiting for an answer
state-requested-client = Request
state-declined-practitioner = Declined
state-declined-client = Declined
state-referred-practitioner = Referred to a colleague
state-referred-client = Referred
state-ended-practitioner = Ended
state-ended-client = Ended

# One conversation
conversation-title = Conversation
conversation-lost-title = This conversation is not here
conversation-lost-text = It may belong to another account, or its address is not complete.
details = Details
details-title = About this conversation
private = Just the two of you
private-compared = Just the two of you. Compared.
timeline-label = Messages
earlier = Earlier messages
earlier-loading = Earlier messages are coming …
new-messages = New
later = Later messages
later-loading = Later messages are coming …
new-below = New messages below
to-newest = To the newest messages
said-by-me = You:
said-by = { $name }:
typing = { $name } is writing …
delivery-queued = Waits on this device
delivery-sending = Sending
delivery-sent = Sent
delivery-delivered = Delivered
delivery-read = Read

# Writing
composer = Message to { $name }
composer-client = Ask { $name } something first
composer-practitioner = Answer { $name }
composer-keys = Enter sends, Shift + Enter begins a new line.
composer-offline = What you send waits on this device and goes out by itself once you are online.
composer-room = { $room ->
    [one] Room for one more character.
   *[other] Room for { $room } more characters.
}
composer-too-long = { $over ->
    [one] One character too many for one message. Please send it in two parts.
   *[other] { $over } characters too many for one message. Please send it in two parts.
}
send = Send

# While nothing can be written
standing-requested-client = { $name } has your request. As soon as it is answered, you see it here.
standing-requested-practitioner = This request waits for your answer.
standing-declined-client = { $name } cannot take this on. You are welcome to ask somebody else.
standing-declined-practitioner = You declined this request.
standing-referred-client = { $name } thinks that a colleague can help you better.
standing-referred-practitioner = You referred { $name } to a colleague.
standing-ended-client = This conversation has ended. You can still read it.
standing-ended-practitioner = This conversation has ended. You can still read it.
standing-open-client = Nothing can be written here at the moment.
standing-open-practitioner = Nothing can be written here at the moment.
away = { $name } is away until { $date }.
meanwhile-title = When { $name } answers
standing-find = Find somebody else
standing-crisis = If it cannot wait: help in a crisis

# What happened
notice-requested-client = You asked { $name } for therapy.
notice-requested-practitioner = { $name } asks you for therapy.
notice-asked-back-client = { $name } has a question before deciding. You can answer below.
notice-asked-back-practitioner = You asked before deciding. { $name } can answer now.
notice-accepted-client = { $name } accepted. You can write to each other from now on.
notice-accepted-practitioner = You accepted. You can write to each other from now on.
notice-declined-client = { $name } cannot take this on, and wrote:
notice-declined-practitioner = You declined, and wrote:
notice-referred-client = { $name } thinks that { $to } can help you better, and wrote:
notice-referred-practitioner = You referred { $name } to { $to }, and wrote:
referred-go = Look at { $to }
notice-consent-agreed-client = You agreed to version { $version } of the informed consent.
notice-consent-agreed-practitioner = { $name } agreed to version { $version } of your informed consent.
notice-consent-revoked-client = You revoked your consent. The conversation has ended.
notice-consent-revoked-practitioner = { $name } revoked the consent. The conversation has ended.
notice-sealed-opened-client = { $name } opened a sealed part of your intake card: { $part }. The reason given:
notice-sealed-opened-practitioner = You opened a sealed part of the intake card: { $part }. { $name } was told the reason:
notice-device-added-mine = You use this conversation in one more browser.
notice-device-added-theirs = { $name } uses this conversation in one more browser.
notice-device-removed-mine = One of your browsers was taken out of this conversation.
notice-device-removed-theirs = One of { $name }’s browsers was taken out of this conversation.
notice-ended-mine = You ended this conversation.
notice-ended-theirs = { $name } ended this conversation.
notice-account-deleted = { $name } deleted the account. The keys to this conversation are gone on that side.
notice-unreadable = Something here cannot be read in this browser.
notice-unknown = Something here needs a newer version of this page. Please reload it.

# What was refused
security-title = Something was refused for your safety
security-unauthorised-commit = Somebody tried to change who is in this conversation without being allowed to.
security-unauthorised-payload = Something was sent in a name that is not allowed to send it.
security-bad-credential = A device came with keys that do not belong to the person it claims to be.
security-altered-record = Something was changed on its way here.
security-replayed-record = Something was sent a second time by somebody who is not part of this conversation.
security-reordered-record = Messages arrived in another order than they were written.
security-missing-record = A message that was sent did not arrive.
security-forgotten-early = Something that was to be kept is gone from the server.
security-unprovable-record = Something was refused that nobody could have reported.
security-wrong-epoch = Something was locked with keys that are no longer valid.
security-what-now = It was not taken over. What you wrote stays private. If you see this again, please compare the safety number and tell the practice.
safety-open = See the safety number

# Request
request-title = { $name } asks for your help
request-sealed-note = Sealed parts stay closed until you open them under “Details” for a reason that you state. The client is told.
request-ask-note = If you need to know something first, just write below: it goes to the client as a question, and the request stays open.
accept = Accept
refer = Refer to a colleague
decline = Decline
decline-title = Decline the request of { $name }?
decline-text = { $name } reads your words as they stand here. A kind word, and where else there is help, matters much at this moment.
decline-words = Your words
decline-starter = Thank you for your trust, and for writing. I am sorry that I cannot take this on at present. That says nothing about you or your concern. Please do not give up: my colleagues here may have room, and the crisis help at the top of the page answers at any time.
decline-submit = Decline
refer-title = Refer { $name } to a colleague?
refer-text = { $name } is led to the profile that you choose and can write there. Nothing of the intake card is passed on.
refer-to = Colleague
refer-nobody = No colleague takes new clients at present.
refer-words = Your words
refer-starter = Thank you for your trust, and for writing. I think that my colleague can help you better with this than I can, and would be glad if you wrote there.
refer-submit = Refer

# Intake card
intake-title = Intake card
intake-title-own = Your intake card
intake-reason = Reason for coming
intake-region = Country or region
intake-sealed = Sealed parts
intake-sealed-none = None were given
intake-real-name = Real name
intake-emergency-contact = Emergency contact
sealed-medical = Medical information
sealed-contact = Real name and emergency contact
sealed-open-medical = Open the medical information
sealed-open-contact = Open real name and emergency contact
sealed-open-text = { $name } is told at once that you opened this, when, and the reason that you give. You see it only after that was sent.
sealed-open-reason = Reason
sealed-open-submit = Open and tell the client
sealed-not-opened = { $name } has not opened this.
sealed-not-opened-yet = Not opened so far.
sealed-opened-on = Opened on { $date } at { $time }:

# Informed consent
consent-agreed-on = Agreed to version { $version } on { $date }.
consent-revoked-on = Revoked on { $date }.

# Safety number
safety-title = Safety number
safety-text = When you speak with { $name } by telephone or face to face, read these words to each other. If you both see the same ones, nobody stands between you.
safety-words = Safety number as words
safety-other-forms = As a QR code and as digits
safety-qr = Safety number as a QR code
safety-compared = Compared: the same on both sides
safety-same = We compared it: it is the same
safety-undo = Take this back
safety-differs = It is not the same?
safety-differs-text = Then do not write anything private here for now. Reload the page on both sides and compare again. If it still differs, somebody may be standing between you: tell the practice by the contact page, and agree on another way to talk.

# Ending
ending-title = Ending
end = End this conversation
end-title = End this conversation?
end-text-client = { $name } is told. Both of you can still read what was said, and neither can write any more. If you want to talk again later, you can ask again.
end-text-practitioner = { $name } is told. Both of you can still read what was said, and neither can write any more. Please have said goodbye before.
end-withdraw = Withdraw my request
end-withdraw-title = Withdraw your request?
revoke-consent = Revoke my consent
revoke-consent-title = Revoke your consent?
revoke-consent-text = The conversation ends, and { $name } is told that you revoked your consent. What was agreed and said before stays readable for both of you.

code-word-title = Code word
code-word-text-client = With it { $name } can know you again if you ever lose passphrase and recovery code. Agree on it face to face or by telephone, and do not write it down where others look.
code-word-text-practitioner = With it you can know { $name } again who lost passphrase and recovery code. Agree on it face to face or by telephone.
code-word-agreed = Agreed:
code-word-proposed-mine = You proposed this one; { $name } has yet to agree:
code-word-proposed-theirs = { $name } proposes:
code-word-agree = Agree to it
code-word-propose = Propose a code word
code-word-other = Propose another one
code-word-submit = Propose it
code-word = Code word
code-word-hint = Two words that nobody would think of with you. Accents, capital letters, spaces and dashes do not matter later.
notice-code-word-proposed-mine = You proposed a code word. It stands under Details.
notice-code-word-proposed-theirs = { $name } proposes a code word. It stands under Details.
notice-code-word-agreed = You both agreed on a code word. It stands under Details.
notice-vouched-client = { $name } knows you again: this conversation continues a former one. What was said there stays closed unless { $name } shares it. Please compare the safety number anew.
notice-vouched-practitioner = You vouched for { $name }: this conversation continues a former one. Please compare the safety number anew.
notice-continued-client = { $name } was asked by another account that named you and the code word, and goes on with it in a new conversation.
notice-continued-practitioner = You vouched that { $name } goes on in a new conversation.
notice-objected-client = You said that it was not you.
notice-objected-practitioner = { $name } says: that was not me.
returning-title = Was here before
returning-says = This person says they are { $name }, and lost every way into that account.
returning-matches = The code word is the one you agreed on with { $name }.
returning-differs = The code word is not the one you agreed on with { $name }.
returning-nobody = You have no conversation with anybody called { $name }.
returning-no-word = You never agreed on a code word with { $name }.
returning-too-many = Too many wrong code words were tried for { $name }, so none is compared any more.
returning-attempts = { $count ->
    [one] This is the first request that names this person.
   *[other] This is request number { $count } that names this person.
}
returning-voice = Before you decide, check it another way: by voice, or face to face. Do not tell which part was wrong.
returning-vouch = Vouch for this person
returning-vouch-text = Both conversations will say so, also to the former account, whose owner can object. What was said before stays closed for { $name }.
returning-vouched = You vouched for this person
returning-share = Share the former conversation
returning-share-text = Everything that was said there is sent to { $name } as a file in this conversation. It cannot be called back.
returning-objected = The former account of { $name } says that this is somebody else. Do not tell anything in confidence here before you have spoken to the person.
continued-text = Somebody with another account named you and your code word, and { $name } takes them for you. Was that you?
continued-object = That was not me
continued-objected = { $name } was told that it was not you. Speak to each other by another way, and agree on another code word.
