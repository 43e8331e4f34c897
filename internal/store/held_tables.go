package store

import "strings"

// heldTable says which rows of a table belong to an account, and how they are
// told to it (held.go). Who adds a table or a column says it here, or a test
// fails: a column is not told because it is there, but because somebody saw that
// it says nothing of another account.
type heldTable struct {
	name string
	// nobodys says why no row is an account's; then the rest is empty.
	nobodys string
	// columns are the names in the inventory, each as it is selected: by itself, or
	// "name=expression". The latter is for handles: numbers that count the rows of
	// all accounts, and so would tell how much others use the server; instead of a
	// handle stands what it stands for, or NULL. And it is for what would tell which
	// of a login name's two accounts is used: how often the vault was written, how much
	// was noted for the access log and when, and on
	// which day the history was made; there NULL stands.
	columns string
	// from is what follows FROM. The row's own table is t; ?1 is the account's id, and
	// ?2, where the rows are told by stream, the key of one of its streams.
	from string
	// order is an expression or several. It is the same at each call, and that of an
	// index: SQLite would sort the whole rows otherwise, ciphertext and all.
	order string
	// byStream: there may be very many of a stream.
	byStream bool
	// seq, of a table by stream, is the record's number: the rows are ordered by place
	// and found by it. Without, the rows before are counted.
	seq string
	// weight is the column whose bytes are counted.
	weight string
}

const (
	ofAccount = " t WHERE t.account_id = ?1"
	// ofStreams finds the rows of the streams that the account shares: there is one
	// row for all who share it.
	ofStreams = " JOIN stream s ON s.key = t.stream JOIN member m ON m.stream = s.key AND m.account = ?1"
	// shared is the one stream that is asked for, if the account shares it.
	shared = " JOIN member m ON m.stream = ?2 AND m.account = ?1 JOIN stream s ON s.key = m.stream"
	// atPlaces finds its records after a sequence number.
	atPlaces = " t" + shared + " WHERE t.place > (?2 << 32) + " + afterSeq + " AND t.place < (?2 + 1) << 32"
	// afterSeq is what was asked for, and for a member not before what they begin with.
	afterSeq = "CASE WHEN ?3 < m.first_seq THEN m.first_seq - 1 ELSE ?3 END"
	// seqOf is the number of a record by its place.
	seqOf = "t.place&4294967295" // without spaces: they part columns
)

var heldTables = []heldTable{
	{name: "account", from: "account t WHERE t.id = ?1", order: "t.id",
		columns: "id role identity_key sealing_recipient sealing_signature name_key opaque_record opaque_generation recovery_id recovery_auth_hash noted=NULL"},
	{name: "access_note", from: "access_note" + ofAccount, order: "t.number", columns: "account_id number=NULL fold day=NULL more sealed"},
	{name: "passkey", from: "passkey" + ofAccount, order: "t.credential_id", columns: "credential_id account_id credential"},
	{name: "one_time_code", from: "one_time_code" + ofAccount, order: "t.code_hash", columns: "account_id code_hash"},
	{name: "vault", from: "vault" + ofAccount, order: "t.account_id", columns: "account_id version=NULL ciphertext key_by_passphrase key_by_recovery"},
	{name: "session", from: "session" + ofAccount, order: "t.token_hash",
		columns: "token_hash account_id restrictions fresh_until_unix idle_until_hour expires_hour ceremony former"},
	{name: "farewell", from: "farewell" + ofAccount, order: "t.token_hash", columns: "token_hash account_id signature expires_hour"},
	{name: "key_package", from: "key_package" + ofAccount, order: "t.id", columns: "id=NULL account_id device_id last_resort package"},
	{name: "stream", from: "stream t JOIN member m ON m.stream = t.key AND m.account = ?1", order: "m.stream",
		columns: "key=NULL id kind head epoch closed created_day=CASE(t.kind)WHEN(2)THEN(NULL)ELSE(t.created_day)END forgotten"},
	// The rows of those who share a stream are theirs.
	{name: "member", from: "member t JOIN stream s ON s.key = t.stream WHERE t.account = ?1", order: "t.stream",
		columns: "stream=s.id account role forget_to handle first_seq"},
	// A room's would tell a member of the others' devices.
	{name: "group_info", from: "group_info t" + ofStreams + " WHERE m.role <> 5", order: "m.stream", columns: "stream=s.id epoch info"},
	// What is told of a room is its moderators'.
	{name: "room", from: "room t" + ofStreams + " WHERE m.role = 4", order: "m.stream", columns: "stream=s.id face listed asking"},
	{name: "room_asking", from: "room_asking t JOIN stream s ON s.key = t.stream WHERE t.account = ?1", order: "t.stream",
		columns: "handle stream=s.id account sealed declined day"},
	{name: "room_card", from: "room_card t JOIN stream s ON s.key = t.stream WHERE t.account = ?1", order: "t.stream", columns: "stream=s.id account sealed"},
	{name: "room_ban", from: "room_ban t JOIN stream s ON s.key = t.stream WHERE t.account = ?1", order: "t.stream", columns: "stream=s.id account handle"},
	{name: "record", from: "record" + atPlaces, order: "t.place", byStream: true, seq: seqOf, weight: "ciphertext",
		columns: "place=" + seqOf + " kind epoch idempotency ciphertext commitment attest"},
	{name: "record_key", order: "r.place", byStream: true, seq: "r.place&4294967295", weight: "idempotency",
		from: "record r JOIN record_key t ON t.stream = ?2 AND t.idempotency = r.idempotency" + shared +
			" WHERE r.place > (?2 << 32) + " + afterSeq + " AND r.place < (?2 + 1) << 32",
		columns: "stream=s.id idempotency seq"},
	{name: "arrival_mark", nobodys: "random; the records that bear it are put in their places before anybody is told what is held"},
	{name: "record_due", from: "record_due" + atPlaces, order: "t.place", byStream: true, seq: seqOf, columns: "place=" + seqOf + " hour"},
	{name: "record_wish", from: "record_wish" + atPlaces + " AND t.account = ?1", order: "t.place", byStream: true, seq: seqOf,
		columns: "place=" + seqOf + " account hour"},
	{name: "tombstone", from: "tombstone" + atPlaces, order: "t.place", byStream: true, seq: seqOf, weight: "sha256",
		columns: "place=" + seqOf + " sha256"},
	{name: "forget_mark", from: "forget_mark t" + ofStreams + " WHERE t.account = ?1", order: "m.stream, t.hour",
		columns: "stream=s.id account hour up_to"},
	{name: "forget_look", from: "forget_look t" + ofStreams, order: "m.stream", columns: "stream=s.id"},
	{name: "blob", from: "blob t" + ofStreams, order: "m.stream, t.key",
		columns: "key=NULL id stream=s.id size write_hash committed created_day forget_hour"},
	// Whose id stands in the row is the file's, with the number of the piece behind it.
	{name: "blob_chunk", from: "blob b JOIN blob_chunk t ON t.place BETWEEN b.key << 16 AND (b.key << 16) + 65535" + shared + " WHERE b.stream = ?2",
		order: "b.key, t.place", byStream: true, weight: "ciphertext",
		columns: "place=lower(hex(b.id))||'/'||(t.place-(b.key<<16)) ciphertext"},
	{name: "push", from: "push" + ofAccount, order: "t.token_hash", columns: "token_hash account_id sealed expires_hour"},
	{name: "mail", from: "mail" + ofAccount, order: "t.account_id", columns: "account_id address language state code tries salt stop expires_hour"},
	{name: "breach_told", from: "breach_told t JOIN breach_notice n ON n.key = t.notice WHERE t.account_id = ?1", order: "t.notice",
		columns: "account_id notice=n.id sealed confirmed"},
	{name: "breach_notice", from: "breach_told told JOIN breach_notice t ON t.key = told.notice WHERE told.account_id = ?1", order: "told.notice",
		columns: "key=NULL id breach audience day text told confirmed withdrawn"},
	{name: "survey", from: "survey t WHERE t.owner = ?1", order: "t.key",
		columns: `key=NULL id owner definition ballot_key ballot_sealed=NULL audience audience_of opens closes smallest batches public_results looked
			ended ended_day results results_day`},
	{name: "survey_ballot", from: "survey_ballot t JOIN survey s ON s.key = t.survey WHERE t.account_id = ?1", order: "t.survey",
		columns: "survey=s.id account_id blinded"},
	{name: "survey_response", nobodys: "nobody can tell whose a response is"},
	{name: "survey_leaf", nobodys: "it is public, and nobody can tell whose response it stands for"},
	{name: "profile", from: "profile" + ofAccount, order: "t.account_id",
		columns: `account_id display_name profession registration_body registration_number languages specialities about modality
			accepting photo hours away_until urgent credentials_confirmed published`},
	{name: "consent_text", from: "consent_text" + ofAccount, order: "t.version",
		columns: `account_id version language credentials risks_and_benefits limits_of_confidentiality response_times
			technology_failure emergencies fees record_keeping record_years`},
	{name: "practice", nobodys: "it is about the practice, and public"},
	{name: "policy_version", nobodys: "it is about the practice, and public; who agreed to it is in the vaults"},
	{name: "keylog_entry", nobodys: "it is public as a whole, and says of no entry whose it is"},
	{name: "breach", nobodys: "it is sealed to the stewards"},
	{name: "breach_state", nobodys: "it is about the practice"},
	{name: "rekeying", nobodys: "it is about the practice"},
	{name: "clock", nobodys: "it is about the server"},
	{name: "key_generation", nobodys: "it is about the server"},
	{name: "key_exchange", nobodys: "it is about the server"},
	{name: "invitation", nobodys: "which account was made with an invitation is not kept"},
}

// heldColumn is one of the columns: its name and how it is selected.
type heldColumn struct{ name, as string }

func (h heldTable) each() (all []heldColumn) {
	for column := range strings.FieldsSeq(h.columns) {
		name, as, replaced := strings.Cut(column, "=")
		if !replaced {
			as = "t." + name
		}
		all = append(all, heldColumn{name, as})
	}
	return all
}

// replaced names the columns that are not told as they are stored.
func (h heldTable) replaced() (names []string) {
	for _, c := range h.each() {
		if c.as != "t."+c.name {
			names = append(names, c.name)
		}
	}
	return names
}
