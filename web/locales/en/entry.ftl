# Welcome
welcome-title = A quiet place to talk
welcome-lead = It is good that you are here. You can begin without telling anybody who you are.
sign-up = Start anonymously
log-in = Log in
recover-link = Forgot your passphrase? Use your recovery code
welcome-room = You were invited to a room. As soon as you are logged in, you see what kind of room it is and who leads it. Nobody there learns your name here.
welcome-next = What happens next
welcome-next-1 = You choose a made-up name and a passphrase. That takes two minutes.
welcome-next-2 = You look at who is there, and read what you would agree to, before you tell anything.
welcome-next-3 = You write when you are ready. The practitioner answers here.
welcome-protects = What protects you
welcome-protects-1 = Your words are locked on this device. Only you and your practitioner can open them; the people who run this server cannot.
welcome-protects-2 = No email address, no telephone number, no real name.
welcome-protects-3 = “Leave now” at the top, or three times Escape, takes you to a harmless page at once.
welcome-limits = It cannot protect you from somebody who watches this screen or controls this device.
welcome-limits-link = What is protected, and what is not

# Signing up
sign-up-title-client = Start anonymously
sign-up-title-practitioner = Welcome to the practice
sign-up-title-steward = Set up this practice
sign-up-lead-client = We ask for no name, no email and no telephone number. A made-up name and a passphrase are all you need.
sign-up-lead-practitioner = You were invited as a practitioner. First you make your account and add a passkey; then you write the profile that clients will see.
sign-up-lead-steward = You become a steward: you look after the practice’s settings and people, and can never read a conversation. First make your account and add a passkey.
step-choose = Name and passphrase
step-code = Recovery code
step-passphrase = New passphrase
step-keep = Write down the code
step-check = Check it
pseudonym = Pseudonym
pseudonym-hint-client = What you are called here. Take this one or make up another, but please never your real name.
pseudonym-staff = Name to log in with
pseudonym-hint-steward = Only you see it. Take this one or make up another.
pseudonym-hint-practitioner = Only you see it. The name that clients see is in your profile.
other-name = Another name
passphrase = Passphrase
passphrase-hint = Six words, just for you. Write them down or save them in a password manager: nobody can reset them.
passphrase-typed-hint = Spaces between the words, as you wrote them down.
other-words = Other words
choose-own = Choose my own
own-passphrase = Your own passphrase
own-passphrase-hint = Several words that do not belong together are best. Please not one that you use elsewhere.
offer-words = Offer me words instead
strength-weak = Too easy to guess. Please go on, or add a few words.
strength-fair = Good enough. Another word would make it strong.
strength-strong = Strong.
sign-up-submit = Create account
sign-up-policy = By making the account you agree to the privacy policy.
working-proof = Your device is solving a small puzzle, which keeps robots out. This takes a few seconds.
working-keys = Your keys are being made on this device …
have-account = You have been here before?

# Invitations
invitation-checking = Your link is being checked …
invitation-unchecked = Your link could not be checked yet
link-spent-title = This link cannot be used
link-spent-what = What you can do
link-spent-used = If you have used it yourself, your account is there: log in.
link-spent-ask = Otherwise ask whoever sent it for a new one. Each link works once, and only for a while.
link-spent-client = If you are looking for help, you need no link:
contact-practice = Contact the practice
invited-while-in-title = You are logged in already
invited-while-in-text = This link makes a new account, but this browser is in use by { $name }. Log out to go on with the link, or leave everything as it is.
log-out-and-go-on = Log out and use the link
stay-logged-in = Stay logged in

# The recovery code
login-name = Login name
recovery-code = Recovery code
keep-title = Write these down now
keep-lead = They are shown only this once. If you forget your passphrase, this code is the only way back to your conversations.
keep-sheet = Keep this safe
print = Print
keep-paper = Best on paper, in a place that only you look into.
keep-manager = A password manager is good as well. Your browser may offer to save login name and passphrase.
keep-nobody = Nobody here can see or replace it. Nobody will ever ask you for it.
keep-shared = Do others use this device? Then do not let this browser save anything, and do not print where others collect the paper.
keep-done = I have written it down
check-title = Is it written down right?
check-lead = Please type the recovery code from your note. Then you know that it will work when you need it.
recovery-code-again = Type the recovery code again
recovery-code-hint = Eight groups of four. Capitals, spaces and dashes do not matter.
look-again = Look at the code again

# Logging in
log-in-title = Log in
login-name-hint = Your pseudonym and four digits, such as quiet-heron-4829.
working-log-in = One moment, your keys are being unlocked …
forgot-passphrase = I forgot my passphrase
no-account = I have no account yet
expired-title = Welcome back
expired-lead = You were away for a while, so for your safety the session ended. Nothing is lost: enter your passphrase to go on.
not-you = Is this not you?
not-you-text = This browser remembers { $name }. You can log in as somebody else, or let it forget this name.
other-account-text = A browser keeps one account at a time. When you log in with another one, what this browser keeps of { $name } is removed, such as messages not sent yet. The account itself stays.
use-other-account = Use another account
use-known-account = Go on as { $name }
forget-account = Forget this account here

# Recovering
recover-title = Recover your account
recover-lead = With the recovery code you wrote down, you get back in with all your conversations. Then you choose a new passphrase.
recover-lost = You do not have the code either?
recover-lost-text = Then nobody can open the account again, not even we: that is what keeps your words yours. You can begin anew at any time, and tell your practitioner who you were.
recover-again = Start again with the code
new-passphrase-title = Choose a new passphrase
new-passphrase-lead = Good to have you back, { $name }. The old passphrase no longer counts once you go on, and you get a new recovery code.
