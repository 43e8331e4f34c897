# For whoever is told
mail-title = E-mail when something is new
mail-text = When something is new and you have the app open nowhere, a mail says only that: not what, not from whom, without your name here. At most one in four hours. It is off until you switch it on.
mail-reveals = What an e-mail reveals
mail-reveals-inbox = Whoever sees your inbox sees that there is a mail “One new item”, from the practice’s address. If somebody reads along there, leave it off.
mail-reveals-provider = Your mail provider, and the practice’s, learn that address and when a mail comes. They do not learn what is new.
mail-reveals-practice = Here your address is kept encrypted, and only the part of the server that sends mail can open it, at that moment. Others in the practice do not see it in the app.
mail-address = E-mail address
mail-address-hint = Take one that only you read.
mail-send-code = Send me a code
mail-asked = A code is on its way to that address. It may take some minutes; look among the unwanted mails too.
mail-code = The code from the mail
mail-confirm = Switch on
mail-other-address = Another address
mail-on = E-mail is on.
mail-off = Switch off and delete the address
mail-refused = A mail server did not accept your address, so the mails were switched off and the address was deleted. You can enter another one.
mail-stopped = The mails were stopped from a mail program, and the address was deleted. You can enter one again at any time.

# For the steward
mail-steward-title = E-mail
mail-steward-text = A mail server is set up. Practitioners and clients can choose to be told by e-mail, without content, that something is new.
mail-steward-none = No mail server is set up on this server, so nobody can be told by e-mail. How to do that stands in its guide to operation.
mail-test = Send a test
mail-test-busy = The test is being sent …
mail-test-done = The mail server has taken it. Please look whether it arrives.
mail-test-address = Where to send the test
