# What is said when the key log does not hold: loaded when it is first needed.
keylog-label = Warning about keys
keylog-title = This server shows something that should not be
keylog-danger = It may be a mistake. It may also be that somebody is trying to read along. So nobody new is met here until this is clear. What you have said already stays protected.
keylog-do = Please ask the practice by another way than this app, by telephone for example, and read them the sentence above. None of this is your fault.
keylog-more = What the key log is
keylog-accept = The practice has explained it to me
keylog-accept-title = Begin anew with what the server shows now?
keylog-accept-text = Do this only if somebody of the practice told you, by another way than this app, why it is so: for example that the server was set back to a backup. Then compare your safety numbers again.
keylog-accept-do = Begin anew

error-keylog_forked = The server shows another key log than it did before.
error-keylog_impostor = Somebody else is listed here under your name.
error-keylog_key = The key log is signed by another key than before.
error-keylog_listed = Who works here is not what stands in the key log for everybody. So nothing was sent.
error-keylog_older = The server shows an older key log than before.
error-keylog_own = Other keys stand in the key log for your account than yours.
error-keylog_peer = Other keys stand in the key log for this person than the server gave us. So nothing was sent.
error-keylog_proof = What the server says of keys, it cannot prove.
error-keylog_silent = The server has kept its key log back for days.
error-keylog_unwitnessed = For a week nobody of those who watch over the key log from outside has confirmed what the server shows.
