package store

import "alcove/internal/disclosure"

// Inventory declares every column. How each is made and used stands beside it in
// migrations/*.sql; here stands in what form it is held, and to which entry of the
// inventory it belongs. Who adds a column adds a line, or a test fails.
var Inventory = func() (all disclosure.Inventory) {
	of := func(entry string, columns ...disclosure.Item) {
		for _, c := range columns {
			c.Kind, c.Entry = disclosure.Column, entry
			all = append(all, c)
		}
	}
	of("account",
		plain("account.id", "hash of the identity key: names the account"),
		plain("account.role", "client, practitioner or steward"),
		plain("account.identity_key", "public key that vouches for the account's devices"),
		plain("account.sealing_recipient", "public key that things are sealed to"),
		plain("account.sealing_signature", "the identity key's signature over it"))
	of("access",
		plain("account.noted", "how many notes there have been"),
		plain("access_note.account_id", "whose it is"),
		plain("access_note.number", "counts the account's notes"),
		keyed("access_note.fold", "of kind and day; the key is in memory only and lost on restart"),
		plain("access_note.day", "day of the note"),
		plain("access_note.more", "how often something was done after it that was only counted"),
		sealed("access_note.sealed", "what was done, on which day and by which session"))
	of("login",
		keyed("account.name_key", "of the login name, whose digits the server picked"),
		keyed("account.opaque_record", "what OPAQUE checks a passphrase against"),
		plain("account.opaque_generation", "of the server's keys that this was made under: older than the newest until somebody logs in"),
		hashed("account.recovery_id", "derived from the recovery code"),
		hashed("account.recovery_auth_hash", "of what proves that somebody has the recovery code"),
		plain("passkey.credential_id", "the passkey's name for itself"),
		plain("passkey.account_id", "whose it is"),
		plain("passkey.credential", "public key, flags and counter of the passkey"),
		plain("one_time_code.account_id", "whose it is"),
		keyed("one_time_code.code_hash", "of a code that replaces a passkey once"))
	of("vault",
		plain("vault.account_id", "whose it is"),
		plain("vault.version", "how often it was written"),
		sealed("vault.ciphertext", "the account's own secrets"),
		sealed("vault.key_by_passphrase", "the vault's key, opened by the passphrase"),
		sealed("vault.key_by_recovery", "the vault's key, opened by the recovery code"))
	of("session",
		hashed("session.token_hash", "of the token that the browser has"),
		hashed("session.former", "of the tokens that it had before, by which it can be ended as well"),
		plain("session.account_id", "whose it is"),
		plain("session.restrictions", "what is still to be done before it may do everything"),
		plain("session.fresh_until_unix", "until when credentials may be changed: ten minutes after log-in, then 0"),
		plain("session.idle_until_hour", "hour at which it ends if unused"),
		plain("session.expires_hour", "hour at which it ends in any case"),
		plain("session.ceremony", "challenge of a passkey that is being asked for"))
	of("farewell",
		hashed("farewell.token_hash", "of the ended session's token"),
		plain("farewell.account_id", "whose it was"),
		plain("farewell.signature", "the account's word that the device was logged out"),
		plain("farewell.expires_hour", "hour at which the row is deleted"))
	of("device",
		plain("key_package.id", "order of publication"),
		plain("key_package.account_id", "whose it is"),
		plain("key_package.device_id", "random id of the device"),
		plain("key_package.last_resort", "whether it is handed out again and again"),
		plain("key_package.package", "public keys by which the device is added to a conversation"))
	of("conversation",
		plain("stream.key", "handle within the database"),
		plain("stream.id", "random id of the conversation, the room or the history"),
		plain("stream.kind", "1 conversation, 2 history, 3 room"),
		plain("stream.head", "number of records"),
		plain("stream.epoch", "number of changes of the group's keys"),
		plain("stream.closed", "whether it ended"),
		plain("stream.created_day", "day on which it was made"),
		plain("member.stream", "the conversation, room or history"),
		plain("member.account", "who shares it"),
		plain("member.role", "as what: 1 client, 2 practitioner, 3 owner of a history, 4 moderator of a room, 5 member of a room"),
		plain("member.handle", "random: how a room's moderators name the member"),
		plain("member.first_seq", "from which record on the member reads"),
		plain("group_info.stream", "the conversation"),
		plain("group_info.epoch", "the change of keys it belongs to"),
		plain("group_info.info", "public keys and credentials of the devices that take part"))
	of("room",
		plain("room.stream", "the room"),
		plain("room.face", "what is told of the room; ciphertext unless it is listed"),
		plain("room.listed", "whether it is shown to everybody"),
		plain("room.asking", "whether one may ask to be let in"),
		plain("room_asking.handle", "random: names who asks"),
		plain("room_asking.stream", "into which room"),
		plain("room_asking.account", "who asks"),
		sealed("room_asking.sealed", "what they tell its moderators; empty once they were declined"),
		plain("room_asking.declined", "whether the answer was no"),
		plain("room_asking.day", "day on which they asked"),
		plain("room_card.stream", "the room"),
		plain("room_card.account", "whose intake card it is"),
		sealed("room_card.sealed", "what they tell its moderators"),
		plain("room_ban.stream", "the room"),
		plain("room_ban.account", "who is not let in any more"),
		plain("room_ban.handle", "random: how its moderators name them"))
	of("message",
		plain("record.place", "stream and number of the record"),
		plain("record.kind", "message, commit or welcome"),
		plain("record.epoch", "the change of keys it was made in"),
		plain("record.idempotency", "how many records the writer knew, in 64s, and random; or derived: tells a repeated sending from a new one"),
		sealed("record.ciphertext", "what was said, padded; empty once it is destroyed"),
		sealed("record.commitment", "of a room's message: fixes what was said, and tells it to nobody"),
		sealed("record.attest", "of a room's message: who sent it, opened by attest.key"),
		plain("record_key.stream", "the same, to find it by"),
		plain("record_key.idempotency", "the same, to find it by"),
		plain("record_key.seq", "the record's number"),
		plain("arrival_mark.half", "1 or 0: a half of alcove.db-arrivals"),
		plain("arrival_mark.mark", "random: what is not in its place yet bears it there"))
	of("ending",
		plain("record_due.place", "a record that has an end"),
		plain("record_due.hour", "hour at which it is destroyed, more than a week ahead a day"),
		plain("record_wish.place", "a record that a member needs no longer"),
		plain("record_wish.account", "which member"),
		plain("record_wish.hour", "from which hour on"),
		plain("member.forget_to", "up to which record the member needs nothing"),
		plain("forget_mark.stream", "the conversation"),
		plain("forget_mark.account", "which member"),
		plain("forget_mark.hour", "from which hour on"),
		plain("forget_mark.up_to", "up to which record"),
		plain("forget_look.stream", "a conversation in which something is to be destroyed"),
		plain("stream.forgotten", "up to which record all is destroyed"),
		plain("tombstone.place", "a record that was destroyed"),
		hashed("tombstone.sha256", "of the ciphertext that was there"))
	of("attachment",
		plain("blob.key", "handle within the database"),
		plain("blob.id", "random id"),
		plain("blob.stream", "the conversation it belongs to"),
		plain("blob.size", "padded size"),
		hashed("blob.write_hash", "of the key that allows writing and deleting"),
		plain("blob.committed", "whether all of it arrived"),
		plain("blob.created_day", "day on which it was announced"),
		plain("blob.forget_hour", "hour or day at which it is destroyed"),
		plain("blob_chunk.place", "file and number of the piece"),
		sealed("blob_chunk.ciphertext", "a piece of the file"))
	of("push",
		hashed("push.token_hash", "of the token of the session that asked for it"),
		plain("push.account_id", "whose it is"),
		sealed("push.sealed", "the browser's address at its push service, opened by push.key"),
		plain("push.expires_hour", "hour at which the row is deleted"))
	of("mail",
		plain("mail.account_id", "whose it is"),
		sealed("mail.address", "the e-mail address, opened by mail.key; empty once it is refused or stopped"),
		plain("mail.language", "in which mails are written"),
		plain("mail.state", "asked, on, refused or stopped"),
		keyed("mail.code", "of the code that confirms the address"),
		plain("mail.tries", "how often a wrong code was given"),
		plain("mail.salt", "random: what the link that stops mails is made from, with mail.key"),
		hashed("mail.stop", "of that link's token"),
		plain("mail.expires_hour", "hour at which an address that was not confirmed is deleted"))
	of("keylog",
		public("keylog_entry.place", "number of the entry in the key log"),
		public("keylog_entry.kind", "what it is about: an account, who is listed, a release, a survey"),
		public("keylog_entry.label", "fingerprint of that, an account's for example; whose it is, tells only who knows the account"),
		public("keylog_entry.version", "how often that was entered"),
		public("keylog_entry.value", "fingerprint of the public keys, or zeros: the account is gone"),
		public("keylog_entry.root", "fingerprint of all entries that count now"),
		public("keylog_entry.tree", "fingerprint of all entries up to this one"))
	of("practice",
		plain("practice.id", "always 1"),
		public("practice.name", "what it is called"),
		public("practice.languages", "which it speaks"),
		public("practice.contact_email", "how it is reached"),
		public("practice.contact_phone", "how it is reached"),
		public("practice.contact_address", "how it is reached"),
		public("practice.jurisdiction", "whose law applies"),
		public("practice.emergency_number", "whom to call in an emergency"),
		public("practice.crisis_lines", "whom to call in a crisis"),
		public("practice.retention_shortest", "fewest days that conversations may be kept"),
		public("practice.retention_longest", "most days that conversations may be kept"),
		public("practice.retention_standard", "days that new conversations are kept"),
		public("policy_version.number", "which version of the privacy policy it is"),
		public("policy_version.day", "when it was published"),
		public("policy_version.cause", "whether a steward or the server made it"),
		public("policy_version.matters", "whether people are asked again"),
		public("policy_version.note", "a steward’s sentence on what changed"),
		public("policy_version.facts", "who is responsible, and who processes data for the practice"),
		public("policy_version.substance", "what is compared with the next version"),
		public("policy_version.words", "its text in each language"))
	of("profile",
		public("profile.account_id", "the practitioner"),
		public("profile.display_name", "name"),
		public("profile.profession", "profession"),
		public("profile.registration_body", "who registered them"),
		public("profile.registration_number", "under which number"),
		public("profile.languages", "which they speak"),
		public("profile.specialities", "what they work on"),
		public("profile.about", "about them"),
		public("profile.modality", "how they work"),
		public("profile.accepting", "whether they take new clients"),
		public("profile.photo", "photograph without metadata"),
		public("profile.hours", "when they answer"),
		public("profile.away_until", "last day of an absence"),
		public("profile.urgent", "what to do when it cannot wait"),
		plain("profile.credentials_confirmed", "whether a steward checked the credentials"),
		plain("profile.published", "whether everybody may see it"),
		public("consent_text.account_id", "the practitioner"),
		public("consent_text.version", "number of the version"),
		public("consent_text.language", "in which it is written"),
		public("consent_text.credentials", "part of the text"),
		public("consent_text.risks_and_benefits", "part of the text"),
		public("consent_text.limits_of_confidentiality", "part of the text"),
		public("consent_text.response_times", "part of the text"),
		public("consent_text.technology_failure", "part of the text"),
		public("consent_text.emergencies", "part of the text"),
		public("consent_text.fees", "part of the text"),
		public("consent_text.record_keeping", "part of the text"),
		public("consent_text.record_years", "for how many years a sealed record is kept"))
	of("invitation",
		plain("invitation.id", "random id"),
		hashed("invitation.token_hash", "of the link's token"),
		plain("invitation.role", "practitioner or steward"),
		plain("invitation.label", "the steward's own words, perhaps a colleague's name"),
		plain("invitation.expires_unix", "until when the link works"),
		plain("invitation.used", "whether an account was made with it; which, is not kept"),
		plain("invitation.created_day", "day on which it was made"))
	of("breach",
		plain("breach.id", "random id of an entry of the register"),
		plain("breach.number", "counts the entries of the register, for their order"),
		plain("breach.version", "how often it was written"),
		sealed("breach.sealed", "what happened, when, whom it concerns and what was done"),
		plain("breach_state.id", "always 1"),
		plain("breach_state.signups_frozen", "whether new accounts are refused for now"),
		plain("rekeying.id", "always 1"),
		plain("rekeying.number", "how often all devices were asked to replace their keys"),
		plain("rekeying.day", "day on which they were asked last"))
	of("notice",
		plain("breach_notice.key", "handle within the database"),
		plain("breach_notice.id", "random id of the notice"),
		plain("breach_notice.breach", "the entry of the register it belongs to"),
		plain("breach_notice.audience", "everybody, a practitioner's clients, a room, or single accounts"),
		plain("breach_notice.day", "day on which it was published"),
		plain("breach_notice.text", "what everybody concerned is told; empty for single accounts"),
		plain("breach_notice.told", "how many accounts were told"),
		plain("breach_notice.confirmed", "how many said that they read it"),
		plain("breach_notice.withdrawn", "whether it was taken back"),
		plain("breach_told.account_id", "who was told"),
		plain("breach_told.notice", "what they were told"),
		sealed("breach_told.sealed", "for single accounts: what they were told"),
		plain("breach_told.confirmed", "whether they said that they read it; not when"))
	of("survey",
		plain("survey.key", "handle within the database"),
		plain("survey.id", "random id of the survey"),
		plain("survey.owner", "who asks"),
		public("survey.definition", "questions and all else, as it was frozen"),
		sealed("survey.ballot_sealed", "where several servers sign ballots: the key for it, under the server's secrets, until the close"),
		public("survey.ballot_key", "public key by which this survey's ballots are signed"),
		public("survey.audience", "who may answer: 1 all with a conversation, 2 a room, 3 a practitioner's clients, 4 whoever has the link"),
		plain("survey.audience_of", "the room or the practitioner"),
		public("survey.opens", "first day"),
		public("survey.closes", "last day"),
		public("survey.smallest", "how many responses there must be"),
		public("survey.batches", "whether responses are released before the close too"),
		public("survey.public_results", "whether results may be shown to everybody"),
		plain("survey.looked", "day on which it was last looked at whether enough responses were waiting"),
		public("survey.ended", "0 until the close, 3 closed, 4 with too few responses"),
		public("survey.ended_day", "day of the close"),
		public("survey.results", "what of the results is shown to everybody"),
		public("survey.results_day", "day on which that was published"))
	of("ballot",
		plain("survey_ballot.survey", "for which survey"),
		plain("survey_ballot.account_id", "who was signed a ballot"),
		hashed("survey_ballot.blinded", "of the ballot, blinded"))
	of("response",
		plain("survey_response.survey", "to which survey"),
		plain("survey_response.ballot", "key made for this response alone"),
		plain("survey_response.randomizer", "randomness that is signed with it"),
		plain("survey_response.ballot_signature", "the server's signature over it, which it does not know again"),
		sealed("survey_response.sealed", "the answers, opened by who asks"),
		plain("survey_response.signature", "the ballot's signature over them"),
		plain("survey_response.batch", "with which others it was released; 0: not yet"),
		plain("survey_response.withdrawn", "whether it was withdrawn"),
		plain("survey_leaf.survey", "to which survey"),
		public("survey_leaf.batch", "with which others it was released; 0: erased at the close"),
		hashed("survey_leaf.leaf", "of a response"),
		public("survey_leaf.withdrawn", "whether it was withdrawn afterwards"))
	of("folder",
		plain("clock.id", "always 1"),
		plain("clock.known_unix", "the server's own time when it was kept last, every ten minutes whatever happens"),
		plain("clock.since_unix", "since when the machine's clock has not been believed; 0: it is"),
		plain("key_generation.generation", "how often the server's keys were exchanged, and 1"),
		plain("key_generation.day", "day on which they were"),
		plain("key_exchange.name", "another of the server's keys that was exchanged"),
		plain("key_exchange.day", "day on which it was last"))
	return all
}()

// PostgresInventory declares the columns of the one table that SQLite does not have.
var PostgresInventory = func() (all disclosure.Inventory) {
	for _, c := range []disclosure.Item{
		plain("installation.id", "always 1"),
		plain("installation.schema", "of which version the tables are"),
		keyed("installation.secrets", "of the server's keys, by which nodes that were given others are refused"),
	} {
		c.Kind, c.Entry = disclosure.Column, "folder"
		all = append(all, c)
	}
	return all
}()

func plain(name, holds string) disclosure.Item {
	return disclosure.Item{Name: name, Form: disclosure.Clear, Holds: holds}
}

func public(name, holds string) disclosure.Item {
	return disclosure.Item{Name: name, Form: disclosure.Public, Holds: holds}
}

func sealed(name, holds string) disclosure.Item {
	return disclosure.Item{Name: name, Form: disclosure.Ciphertext, Holds: holds}
}

func keyed(name, holds string) disclosure.Item {
	return disclosure.Item{Name: name, Form: disclosure.KeyedHash, Holds: holds}
}

func hashed(name, holds string) disclosure.Item {
	return disclosure.Item{Name: name, Form: disclosure.Hash, Holds: holds}
}
