# What the server knows about me
held-lead = Every row that the server stores on this account, as it has it. You can read it line by line, take it along, and see what deletes it.
held-nothing = Nothing
held-rows = { $count ->
    [one] { $count } row
    *[other] { $count } rows
  }
held-why = Why
held-readers = Who can read it
held-kept = How long
held-deleted-by = What deletes it
held-delete-settings = Logging out the device, switching it off or replacing it:
held-delete-conversations = Forgetting a conversation, in its details:
held-to-conversations = Your conversations
held-delete-account = It goes by itself, or with the account:
held-conversation = Conversation with { $name }
held-history = Your history, which nobody else can read
held-more = Show more
held-replaced = Not shown; why, is said at the end.
held-empty = empty
held-not-title = What the server does not have
held-not-name = Your name, where you live or your telephone number. What you confide to your practitioner about yourself is ciphertext to it.
held-not-pseudonym = What you call yourself.
held-not-login = Your login name, passphrase and recovery code: only what checks them.
held-not-words = What is said and sent in conversations, pictures and voices too: it has ciphertext, and never had its keys.
held-not-who = Who wrote a message, and at what time. Where messages have an end, the hour or day of it stands there.
held-not-address = The network address you come from. It is neither stored nor written into the log.
held-not-looked = What you read, looked for or starred.
held-memory-title = Only in working memory
held-memory-text = All of this is gone when the server stops, most of it much sooner.
held-memory-connection = While you are connected: the network address of the connection, and which account it is.
held-memory-counts = Counts against abuse, for a day at most: by your account, or by a fingerprint of the network address whose key changes every hour.
held-memory-due = That you are to be told of something new, until you were told or looked.
held-memory-linking = For a few minutes, what your devices say to each other while one is linked, encrypted.
held-beside-title = What you should know besides
held-beside-others = That somebody else shares a conversation stands in a row of theirs, which only they are shown. So the server knows which two accounts talk, not who they are.
held-beside-numbers = Not shown are numbers that count the rows of everybody, because they would tell how many others there are; nor how often the vault was written and on which day the history was made, because that would tell which account of a login name is used.
held-beside-slots = Every client’s login name has a second account of the same shape from the beginning. The server shows each account its own rows alone, and this is the one you are logged in to.
held-beside-backups = Backups hold what was there when they were made, until the practice deletes them.
held-export-title = Take it along
held-export-text = One file (JSON) with every row, and all bytes in full. It opens no conversation, but tells how much was written, on which days conversations began and when your sessions end.
held-pieces = With the pieces of pictures and files ({ $size })
held-pieces-hint = They are ciphertext. To see pictures and files, save the conversation instead.
held-progress = How much has been fetched
