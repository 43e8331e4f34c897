# Choosing somebody
start-title = Find somebody to talk to
start-lead = Take your time. You can read about everybody here, and how you are protected, before you tell anything.
first-title = You would rather not choose?
first-text = We take you to somebody who takes new clients now. Whether you go on is up to you.
first-text-language = We take you to somebody who takes new clients now and writes in { $language }. Whether you go on is up to you.
first-available = First available
choices-title = Who is here
choices-count = { $count ->
    [0] Nobody
    [one] One practitioner
   *[other] { $count } practitioners
}
filter-label = Narrow the list
filter-language = Language
filter-speciality = What it is about
filter-any = Any
filter-accepting = Takes new clients now
choose = Choose { $name }
choice-more = More about { $name }
choice-confirmed = Confirmed by the practice
choice-requested = { $name } has your request, and will answer you.
choice-open = You are talking with { $name } already.
go-to-conversation = Go to your conversation
nobody-title = Nobody is listed here yet
nobody-text = The practice has not published any profiles so far. Please look in again, or get in touch.
nobody-fits-title = Nobody matches all of this
nobody-fits-text = Many practitioners also help with what is not on their list. Have a look at everybody.
show-all = Show everybody

# Where no request can be made
not-now-title = Not possible at the moment
not-now-gone = This practitioner is not listed here, or no longer. Others may be able to help you now.
not-now-closed = { $name } takes no new clients at present. Others may be able to help you now.
not-now-no-consent = { $name } has no consent text yet, and without one therapy cannot begin. Others may be able to help you now.
not-now-kept = What you wrote is still here. You can take it with you to somebody else, and look over it before anything is sent.
see-everybody = See who is here
everybody = All practitioners
in-touch-title = You are in touch already

# Step by step
start-step-protection = Protection
start-step-consent = Consent
start-step-intake = Intake card
start-step-review = Look over
start-protection-title = How you are protected
start-consent-title = What you agree to
start-intake-title = What brings you here
start-review-title = Look it over once more

protection-lead = Read this first. Nothing is asked of you yet, and nothing is sent before the last step.
protection-readers = Who can read what you write
protection-readers-text = Only you and { $name }. Your words are locked on this device before they leave it. The practice, its other practitioners and the people who run the server cannot open them.
protection-server = What the server sees
protection-server-text = That your account and the account of { $name } belong to one conversation, on which days something is sent, roughly how much, and who is connected. Not your pseudonym, and not a single word.
protection-sealed = What stays sealed
protection-sealed-text = Medical information, your real name and an emergency contact, if you give them at all. { $name } can open them only by stating a reason, and you are told when and why.
protection-ending = You can stop at any time
protection-ending-text = You can withdraw your request, revoke your consent, end the conversation or delete your account, without asking anybody.
unprotected-title = What is not protected
unprotected-device = This device. Whoever controls it, or knows your passphrase, can read along.
unprotected-watched = Your screen, when somebody looks over your shoulder. “Leave now” at the top, or three times Escape, takes you to a harmless page at once.
unprotected-law = There are limits of confidentiality. In some situations, such as danger to life, the law can oblige { $name } to pass something on. Which ones, you read on the next page.
protection-more = Security, in detail (opens in a new tab)

consent-step-lead = This is what { $name } offers you, and how you would work together. Read it at your own pace.
consent-recorded = Your agreement is recorded inside the encryption, for you and { $name } alone. You can read this text again and revoke your agreement at any time.
consent-agree = I have read this and agree

intake-lead = This card is for { $name } alone. As short or as long as you like.
intake-reason-hint = There is no wrong answer, and a few words are enough. You can say more later.
intake-region-hint = So that { $name } knows which emergency services are near you. For example: Kiel, Germany
intake-sealed-title = The sealed part
intake-sealed-text = It stays sealed until { $name } opens it for a stated reason. You are told when and why. You can leave all of it empty.
intake-medical-hint = Illnesses, medication, a pregnancy: what could matter.
intake-real-name-hint = Only if you want to give it. It helps if help has to come to you.
intake-emergency-contact-hint = Whom may { $name } call if you are in danger? A name and a number.

review-lead = Nothing has been sent yet. This is what { $name } gets.
review-agreed = Read and agreed to, version { $version }
review-sealed = Sealed
review-nothing = Nothing given
request-then = { $name } then accepts, asks you something first, or tells you who can help you better. You see the answer under “Conversations”.
request-send = Send to { $name }
request-sending = Your card is being sealed and sent …

error-consent_not_agreed = Please tick this once you have read the text and agree. If you do not agree, you can go back; nothing is sent.
error-intake_reason_missing = Please write a few words, however few. “I do not know where to begin” is enough.
error-intake_region_missing = Please name a country or region. You need not say more precisely where you are.

intake-before = I was here before and lost my way in
intake-before-text = If you agreed on a code word with { $name }, tell it here with the pseudonym you had. Only { $name } can read it, will probably want to hear your voice as well, and what was said then stays closed at first.
intake-former-name = Your former pseudonym
