# The access log: loaded when it is first needed.
access-title = Access log
access-text = What was done with your account: log-ins, new browsers, changed keys, opened parts of your intake card. Only you can read it.
access-show = Open the access log
access-open = { $count ->
    [one] One entry asks you something
   *[other] { $count } entries ask you something
  }
access-lead = What was done with your account, the newest first. Only your own browsers can read it.
access-none = Nothing is in it yet
access-none-text = From your next log-in on, it is written down here.
access-calm = Nothing in it needs an answer from you.
access-waiting = { $count ->
    [one] About one entry we would like to ask you. Mostly there is a harmless reason.
   *[other] About { $count } entries we would like to ask you. Mostly there is a harmless reason.
  }
access-to-first = Go to it
access-earlier = Show earlier ones
access-today = Today
access-yesterday = Yesterday
access-nowhere = In which browser is not known

# What happened
access-log-in = Logged in
access-log-in-new = Logged in with a new browser
access-recovered = Came in with the recovery code
access-linked = Linked another browser
access-passphrase = Changed the passphrase
access-recovery-code = Made a new recovery code
access-passkey = Added a passkey
access-one-time-code = Used a one-time code
access-sessions-ended = Logged out the other browsers
access-renewed = Renewed the record of the passphrase
access-all-ended = The practice logged everybody out
access-mail = Set an e-mail address
access-mail-removed = Removed the e-mail address
access-push = Turned on notifications in a browser
access-push-removed = Turned off notifications in a browser
access-anew = Went on with another access log
access-unreadable = Something that cannot be read
access-more = { $count ->
    [one] The same once more that day
   *[other] The same { $count } times more that day
  }
access-expired = { $count ->
    [one] One entry that nobody fetched in time
   *[other] { $count } entries that nobody fetched in time
  }
access-begun = The access log begins
access-opened-medical = { $name } opened your medical information
access-opened-contact = { $name } opened your real name and emergency contact
access-opened-card = { $name } opened your intake card
access-exported-conversation = Saved a conversation as a file
access-exported-record = Saved a sealed record as a file
access-exported-held = Saved as a file what the server knows
access-exported-log = Saved the access log as a file
access-policy = Agreed to version { $version } of the privacy policy
access-compared = Compared the safety number with { $name }

# What it means
access-means-log-in = Your login name and your passphrase were entered.
access-means-session = This browser says so itself. The server only counted it.
access-means-recovered = Your recovery code was entered. It opens the account without the passphrase.
access-means-linked = It was let in by a browser that was logged in already, without the passphrase.
access-means-passphrase = From then on, only the new one opens your account.
access-means-recovery-code = From then on, only the new one counts.
access-means-passkey = From then on, it confirms a log-in like the ones before.
access-means-one-time-code = It stood in for a passkey, and is used up.
access-means-sessions-ended = They can read nothing new from then on.
access-means-renewed = The server got new keys, and what checks your passphrase was made anew with them. The passphrase itself stays.
access-means-all-ended = Everybody here was logged out, not only you. A practice does so when it wants to be on the safe side.
access-means-mail = When there is something new, an e-mail without content goes there.
access-means-mail-removed = No e-mail is sent any more when there is something new.
access-means-push = It shows that there is something new, and nothing of what it is.
access-means-push-removed = It no longer shows that there is something new.
access-means-anew = Somebody accepted in this browser that the server showed another access log than before.
access-means-unreadable = The server noted something that your keys do not open.
access-means-more = When something is done again and again on one day, the server only counts it.
access-means-expired = The server keeps an entry for 90 days. In that time none of your browsers was here.
access-means-begun = From here on all is written down; what was before is not.
access-means-opened = You were told of it at once.
access-means-exported = Alcove cannot protect a file any more. Keep it well.
access-means-policy = You can read the policy again at any time.
access-means-compared = You both had the same number, so nobody stands between you.

# The question, and the answers
access-ask = Was that you?
access-mine = That was me
access-not-mine = That was not me
access-why-unknown = You have not said yet whether this browser is yours.
access-why-nobody = None of your browsers says that it was there. A private window that was closed quickly can be the reason.
access-why-rare = This happens so rarely that we ask in any case.
access-why-unreadable = That may be a mistake of the server.
access-said-mine = You said: that was me.
access-said-not-mine = You said: that was not me.
access-otherwise = Answer otherwise
access-do = What you can do now
access-no-fault = It is good that you looked. None of this is your fault, and you can shut the door again:
access-do-exported = A file that was taken cannot be brought back. You can see to it that there are no more.
access-do-end = Log out the browser you do not know. Then it can read nothing more.
access-do-passphrase = Change your passphrase, and have a new recovery code made with it. The old ones then open nothing.
access-do-reach = Look in the settings where e-mails and notifications go, and remove what is not yours.
access-do-near = If somebody near you may have done it and you do not feel safe, you do not have to settle that alone.

# What it is worth
access-signed-title = Why you can rely on it
access-signed-text = Each of your browsers signs what it writes with your own key, and every entry names the one before. This browser remembers the last one it saw.
access-signed-server = So the server cannot quietly take anything out, change or reorder it: this browser would notice and say so above every screen.
access-cannot-title = What it cannot show
access-cannot-before = What happened before it began.
access-cannot-server = What a server that wants to deceive never notes at all. It cannot take out what stands here, nor leave out your own log-ins unnoticed.
access-cannot-who = Who sat at the browser. A browser is known, a person is not.
access-cannot-read = What was read or written. Nobody writes that down.
access-cannot-seen = What somebody sees who looks at your screen, or uses your unlocked device.
access-cannot-passphrase = Whoever has your passphrase can write entries too. They can deceive a new browser with that, not one that was here before.

# Above every screen
access-bar = There is something in your access log that we would like to ask you about.
access-bar-show = Look at it
access-alarm-label = Warning about the access log
access-alarm-title = Something is wrong with your access log
access-alarm-access_older = It may be that the practice set the server back to a backup. It may also be that somebody wants to hide what they did with your account.
access-alarm-access_broken = It may be a mistake of the server. It may also be that somebody wants to hide what they did with your account.
access-alarm-access_foreign = Only somebody with the keys of your account can do that, or a copy of this browser. It is safest to log out everywhere else and to change your passphrase.
access-alarm-access_unnoted = So it may have left out others, too. Your log-in itself worked, and nothing is lost.
access-alarm-do = Please ask the practice by another way than this app, by telephone for example, and read them the sentence above. Until then nothing more is written down here. None of this is your fault.
access-alarm-settings = To the settings
access-accept = It has been explained to me
access-accept-title = Go on with what the server shows now?
access-accept-text = Do this only if somebody of the practice told you, by another way than this app, why it is so. What this browser saw before and is not on the server will be gone from the list.
access-accept-do = Go on with it

error-access_broken = The server shows another access log than before, or something is missing from it.
error-access_foreign = In your access log there is an entry in the name of this browser that it did not write.
error-access_older = The server shows an older access log than before.
error-access_unnoted = The server did not note your log-in.

access-take-title = Take the log along
access-take-text = One file (JSON) with every entry, in words and in full. It shows when you were here and with which browsers. Keep it well.
access-take-so-far = { $so } entries so far
