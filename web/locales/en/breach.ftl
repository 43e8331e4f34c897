# What those are told whom a breach concerns
told-cover-title = A message for you
told-cover-lead = It is from the practice. It is best read when nobody looks over your shoulder.
told-cover-text = Nothing has to be done this minute. If this is not a good moment, it waits for you.
told-read = Read it now
told-later = Later
told-bar-label = A message
told-bar = A message from the practice waits for you.
told-open = Open
told-notice-title = From the practice
told-no-fault = None of this is your fault.
told-no-fault-text = You did nothing wrong by trusting us with what you said. What happened is ours to answer for.
told-no-fault-acquaintance = You did nothing wrong, whatever somebody may say to you. Nobody had the right to read or pass on what is yours.
told-happened = What happened
told-means = What it means for you
told-did = What we did
told-can = What you can do
told-here = You can do this here
told-passphrase = New passphrase
told-talk = Talk about it in a conversation
told-export = Take along what the server has
told-practice-phone = The practice, by telephone
told-practice-mail = The practice, by e-mail
told-emergency = In an emergency
told-confirm-text = When you have read it, please say so. The practice then sees one more in a number: not who, and not when.
told-confirm = I have read it
told-before-title = What the practice told you
told-before-lead = Each notice stays here for a year.
told-before-none = Nothing
told-before-none-text = The practice had nothing of this kind to tell you.
told-of = { $date }

# The stewards' register
breach-title = When it is breached
breach-lead = Everything for the day on which something got out that should not have. Take one step after the other.
breach-first-title = First
breach-first-breathe = Breathe, and get a second person to sit with you. The law gives you 72 hours.
breach-first-stop = Stop what goes on: end all sessions, refuse new accounts. Both can be undone.
breach-first-write = Write down what you know now, also if it is little. The clocks run from when you knew.
breach-first-tell = Tell those whom it concerns, before you know everything, in plain and kind words.
breach-new = Enter a breach
breach-new-lead = What you do not know yet can stay empty. Save what you have; you can go on at any time.
breach-entries = The register
breach-none = Nothing is entered
breach-none-text = May it stay so. If something happens, also something small, enter it here: the law asks for the small things too.
breach-readers = { $count ->
    [one] Sealed: { $count } steward can read it. If you lose your account, the register is lost: invite a second steward.
    *[other] Sealed: { $count } stewards can read what is saved now.
  }
breach-unreadable = Cannot be opened
breach-unreadable-text = It was sealed before you became a steward. Another steward can open it and save it again; then you can read it too.
breach-aware-on = Known since { $date }

breach-answers = What can be done at once
breach-answers-text = Each of these says what it does before it does it.
breach-end-title = End all sessions
breach-end-text = Everybody has to log in again, except you here. Who has a stolen session is out. Nothing that was written is lost. Browsers are not told of news until people are back: so send the notice first.
breach-end = End all sessions
breach-end-ask = End everybody’s sessions?
breach-end-ask-text = Everybody is logged out at once, also in the middle of a conversation. They need their passphrase to come back.
breach-ended = { $count ->
    [one] { $count } session was ended.
    *[other] { $count } sessions were ended.
  }
breach-freeze-title = New accounts
breach-freeze-text = Nobody can sign up while this is frozen, not even with an invitation. Who has an account notices nothing.
breach-frozen-text = Frozen: nobody can sign up. Who tries is told to come back in a few days.
breach-freeze = Freeze sign-ups
breach-freeze-ask = Freeze sign-ups?
breach-freeze-ask-text = Who looks for help for the first time is turned away until you allow it again. The crisis numbers stay in sight.
breach-thaw = Allow sign-ups again
breach-thaw-ask = Allow sign-ups again?
breach-thaw-ask-text = Everybody can make an account from now on.
breach-rekey-title = Replace all keys
breach-rekey-text = Every device makes new keys for each of its conversations. Whoever copied keys before can then read nothing of what is said next with them. People notice nothing, and what was said stays readable. It does not take back what was copied, and it is no help while a stolen device or passphrase can still log in: end all sessions too.
breach-rekey = Replace all keys
breach-rekey-ask = Replace everybody’s keys?
breach-rekey-ask-text = All devices are asked now; one that is away does it when it is opened again. In a room members get theirs once a device of somebody who leads it is there, too. You can ask once a day.
breach-rekeyed = All devices were asked on { $date }. The server cannot see which of them have done it.
breach-keys-title = The server’s keys
breach-keys-text = The server has keys of its own: it finds login names and checks passphrases with them, and opens e-mail addresses and the addresses of notifications. If somebody may have copied files from the server, have it make new ones. Nobody is logged out, everybody keeps their passphrase, and nothing that was written is lost. It does not take back what was copied.
breach-keys-never = They are those that were made first.
breach-keys-login = Names and log-in
breach-keys-mail = E-mail addresses
breach-keys-push = Notifications
breach-keys-reports = Reports from rooms
breach-keys-certificate = The certificate that the server made itself
breach-keys-since = new since { $date }
breach-keys-first = as it was made first
breach-keys-nobody-waits = Everybody has logged in since. What was kept under the former keys is replaced.
breach-keys-waiting = { $count ->
    [one] At most { $count } account has not logged in since. Until it does, who has the former keys can go on guessing at its passphrase.
    *[other] At most { $count } accounts have not logged in since. Until they do, who has the former keys can go on guessing at their passphrases.
  }
breach-keys = Exchange the server’s keys
breach-keys-ask = Exchange the server’s keys?
breach-keys-ask-text = This can take a minute; leave this page open. Who is logging in at this moment begins again. Codes and links in e-mails that were sent before stop working, and browsers notify of news again once the app was opened in them. You can do this once a day.
breach-keys-ask-own = The certificate that the server made itself is replaced too: browsers will ask whether they can trust the new one.
breach-keys-busy = The keys are being exchanged …
breach-keys-done = The keys are new. Have a backup made now, and destroy older ones as soon as you can do without them.
breach-server-title = On the server
breach-server-text = What has to be done on the machine itself stands in the operations manual under “When it is breached”.

breach-facts = What is known
breach-sealed-text = Only stewards can read what is written here. The server keeps it sealed.
breach-name = A name for it
breach-name-hint = For yourselves, such as “The lost laptop”.
breach-kind = What sort of breach
breach-kind-intruder = Somebody broke in, or a copy was stolen
breach-kind-acquaintance = Somebody learnt something about a person they know
breach-kind-mistake = Something went to the wrong person
breach-kind-lost = A device or paper was lost
breach-aware = When you became aware of it
breach-aware-hint = The clocks run from here.
breach-happened = What happened
breach-happened-hint = What, how, and how it was found.
breach-when = When it happened, as far as known
breach-data = What data
breach-data-hint = From the inventory of everything the server holds.
breach-affected = Who is affected
breach-affected-hint = Which kinds of people and records, and about how many. No names.
breach-people = About how many people
breach-risk = What it may mean for them
breach-risk-unlikely = A risk to them is unlikely
breach-risk-risk = There is a risk
breach-risk-high = The risk is high
breach-consequences = What is likely to follow
breach-consequences-hint = For those affected: who could learn what of them.
breach-measures = What was done, and what will be
breach-measures-hint = To stop it, to make it good, so that it does not happen again.
breach-contact = Whom the authority can ask
breach-authority-at = When the supervisory authority was told
breach-late = Why it was told late
breach-late-hint = Only if it took more than 72 hours. The law asks for the reason, not for an excuse.
breach-hhs-at = When the US Department of Health was told

breach-clocks = The clocks
breach-clocks-text = Which of these laws applies to you depends on where you and your clients are. If in doubt, ask your data protection officer or a lawyer today.
breach-clock-authority = Tell the supervisory authority (GDPR, Article 33: 72 hours)
breach-clock-people = Tell those affected (GDPR, Article 34: without undue delay)
breach-clock-hipaa = Tell each person affected (HIPAA, 45 CFR 164.404: 60 days at most)
breach-clock-hhs = Tell the US Department of Health (HIPAA, 45 CFR 164.408)
breach-clock-now = Now
breach-clock-left = Until { $date }. Left: { $span }.
breach-clock-late = Late. It was due on { $date }, { $span } ago. Do it today and say why.
breach-clock-done = Done: { $date }
breach-clock-done-late = Done: { $date }. That was late by { $span }.
breach-late-ask = The 72 hours were not kept. Article 33 asks you to give the reasons: write them into the field below.

breach-telling = Telling those affected
breach-telling-text = They find it in the app, before anything else, when they come in next. Who is away is told by their browser or by e-mail that something is new, never what.
breach-tell = Write a notice
breach-who = Who is told
breach-who-everybody = Everybody
breach-who-everybody-hint = All clients and practitioners.
breach-who-clients = Those who talk with a practitioner
breach-who-clients-hint = And the practitioner.
breach-who-room = Those in a listed room
breach-who-room-hint = Members and moderators.
breach-who-accounts = Single accounts
breach-who-accounts-hint = Sealed to each of them: nobody else can read it.
breach-of-practitioner = Practitioner
breach-of-room = Room
breach-accounts = Their account numbers
breach-accounts-hint = 32 letters and digits each, one in a line. People find theirs in their settings, under “What the server knows about me”, as account.id.
breach-public = This text lies on the server in clear, and many read it: write nothing in it that is about one person.
breach-words-in = In { $language }
breach-words-happened-hint = Two or three plain sentences: what, when, and how you know. Do not make it small.
breach-preview = See it as they will
breach-preview-title = So they will read it
breach-preview-back = Change it
breach-publish = Send it to them
breach-publish-text = It reaches them at once. You can withdraw it, but not from the memory of who has read it.
breach-told-on = Sent on { $date }.
breach-read-by = { $count ->
    [one] Read by { $confirmed } of { $count } account
    *[other] Read by { $confirmed } of { $count } accounts
  }
breach-withdraw = Withdraw
breach-withdraw-ask = Withdraw this notice?
breach-withdraw-text = Nobody sees it any more. Send a better one, if it was wrong: silence after a notice frightens.
breach-withdrawn = Withdrawn

breach-papers = Papers for authorities
breach-papers-text = Filled in from what you saved above. What you do not know yet stands there as not known: you may send it later, in phases.
breach-paper-gdpr = Supervisory authority (GDPR, Article 33)
breach-paper-hipaa = US Department of Health (HIPAA, 45 CFR 164.408)
breach-paper-gdpr-head = Notification of a personal data breach to the supervisory authority (GDPR, Article 33)
breach-paper-hipaa-head = Notice of a breach of unsecured protected health information (45 CFR 164.404, 164.408)
breach-paper-practice = Practice (controller, covered entity)
breach-paper-told = Those affected were told
breach-paper-unknown = Not known yet
breach-paper-save = Save as a file

error-breach_accounts_wrong = Please enter account numbers of 32 letters and digits, one in a line.
error-breach_conflict = Another steward changed this entry first. Copy what you wrote, go back and open it again.
error-breach_happened_missing = Please say what happened, in each language.
error-breach_placeholders = Please replace what stands in [brackets] by what you know, or take it out.
error-breach_nobody = Nobody would be told by this. Please choose somebody else.
error-breach_register_full = The register cannot take any more.
error-breach_title_missing = Please give it a name.
error-breach_too_large = This is too long. Please shorten it.
error-keys_exchanged_today = All of these keys are of today. You can exchange them again tomorrow.
error-keys_not_all_exchanged = Some of the keys could not be exchanged. Those that are new stay; please try again. The server’s log says why.
error-rekeyed_today = The keys are being replaced already. You can ask for it again tomorrow.
error-too_many_generations = The keys of log-in were exchanged eight times while somebody has not logged in. Once more would lock them out, so they stay as they are.
