continue = Continue
save = Save
log-out = Log out
other-tab-title = Open in another window
other-tab-text = Alcove is already open in another window or tab. Only one at a time can hold your keys. Nothing is lost: go on there, or bring it here.
take-over = Use it here
failed-title = This could not start
failed-text = Nothing is lost. What you can do:
starting = One moment…
crisis = Help in a crisis
leave-now = Leave now
connection-connecting = Connecting…
connection-offline = You are offline. You can read what is on this device, and what you write is sent as soon as there is a connection.
copy = Copy
copied = Copied
optional = (optional)
show-passphrase = Show
close = Close
cancel = Cancel
back = Back
skip = Skip to the content
help-label = Help and leaving
choose-language = Language
nav-label = Main
nav-conversations = Conversations
nav-start = Find a practitioner
nav-rooms = Rooms
nav-profile = My profile
nav-people = Practitioners
nav-practice = Practice
nav-surveys = Surveys
nav-settings = Settings
unread = { $count ->
    [one] unread message
   *[other] unread messages
}
