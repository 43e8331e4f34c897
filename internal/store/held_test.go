package store_test

import (
	"bytes"
	"database/sql"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alcove/internal/account"
	"alcove/internal/disclosure"
	"alcove/internal/fault"
	"alcove/internal/store"
)

// Each column that is declared is told to the account whose row it stands in, but
// those of tables of which no row is an account's; and nothing else is told.
func TestEveryDeclaredColumnIsToldToItsAccount(t *testing.T) {
	accounts := open(t, filepath.Join(t.TempDir(), "alcove.db")).Accounts()
	tables, err := accounts.HeldTables(ctx, account.ID{})
	if err != nil {
		t.Fatal(err)
	}
	nobodys := map[string]bool{"practice": true, "policy_version": true, "keylog_entry": true, "clock": true, "key_generation": true, "key_exchange": true, "invitation": true, "breach": true, "breach_state": true, "rekeying": true, "survey_response": true, "survey_leaf": true, "arrival_mark": true}
	var told []string
	for _, table := range tables {
		if (len(table.Columns) == 0) != nobodys[table.Name] {
			t.Errorf("%s has the columns %v", table.Name, table.Columns)
		}
		for _, column := range table.Columns {
			name := table.Name + "." + column
			told = append(told, name)
			handle := column == "key" || column == "place" || column == "stream" || name == "key_package.id" || name == "breach_told.notice" || name == "survey_ballot.survey"
			tells := slices.Contains([]string{"vault.version", "stream.created_day", "account.noted", "access_note.number", "access_note.day"}, name) // which of a name's two accounts is used
			secret := name == "survey.ballot_sealed"                                                                                                  // the server's
			if (handle || tells || secret) != slices.Contains(table.Replaced, column) {
				t.Errorf("%s: told as it is stored: %v", name, !handle && !tells && !secret)
			}
		}
	}
	declared := slices.DeleteFunc(store.Inventory.Kind(disclosure.Column), func(i disclosure.Item) bool {
		table, _, _ := strings.Cut(i.Name, ".")
		return nobodys[table]
	})
	for _, wrong := range declared.Compare(told) {
		t.Errorf("internal/store/held_tables.go: %s", wrong)
	}
}

// somebody is an account and a conversation it shares, in which every bytes and
// text says whose it is.
type somebody struct {
	mark   byte
	id     account.ID
	stream [16]byte // shared with who comes next
}

func newSomebody(mark byte) somebody {
	fill := [16]byte(bytes.Repeat([]byte{mark}, 16))
	return somebody{mark: mark, id: fill, stream: fill}
}

// long is longer than what is given when not the whole is asked for.
func (s somebody) long() []byte { return bytes.Repeat([]byte{s.mark}, 64) }
func (s somebody) hash() []byte { return bytes.Repeat([]byte{s.mark}, 32) }
func (s somebody) text() string { return strings.Repeat(string(rune(s.mark)), 8) }

// fill gives somebody a row in each table, and more than one answer holds of records.
// The numbers that they have are told by the key of their stream.
func fill(t *testing.T, db *store.DB, s somebody, key int64, peer somebody, records int) {
	t.Helper()
	place := key << 32
	long, hash, text := s.long(), s.hash(), s.text()
	type row struct {
		table  string
		values []any
	}
	rows := []row{
		{"account", []any{s.id[:], hash, long, 1, hash, text, long, s.id[:], hash, 1, 2}},
		{"access_note", []any{s.id[:], 2, s.id[:], 20_780, 0, long}},
		{"vault", []any{s.id[:], 1, long, long, long}},
		{"session", []any{hash, s.id[:], 0, 0, 1, 1, long, hash}},
		{"passkey", []any{long, s.id[:], long}},
		{"one_time_code", []any{s.id[:], hash}},
		{"key_package", []any{key, s.id[:], s.stream[:], 0, long}},
		{"farewell", []any{hash, s.id[:], long, 1}},
		{"push", []any{hash, s.id[:], long, 1}},
		{"mail", []any{s.id[:], long, text, 1, hash, 0, hash, hash, 1}},
		{"stream", []any{key, s.stream[:], 1, records, 1, 0, 1, 0}},
		{"member", []any{key, s.id[:], 4, 0, s.stream[:], 0}},
		{"member", []any{key, peer.id[:], 5, 0, peer.stream[:], 0}},
		{"room", []any{key, long, 1, 1}},
		{"room_asking", []any{s.stream[:], key, s.id[:], long, 0, 1}},
		{"room_asking", []any{fmt.Appendf(nil, "%c%015d", peer.mark, key), key, peer.id[:], peer.long(), 0, 1}},
		{"room_card", []any{key, s.id[:], long}},
		{"room_card", []any{key, peer.id[:], peer.long()}},
		{"room_ban", []any{key, s.id[:], s.stream[:]}},
		{"room_ban", []any{key, peer.id[:], peer.stream[:]}},
		{"group_info", []any{key, 1, long}},
		{"forget_mark", []any{key, s.id[:], 1, 1}},
		{"forget_look", []any{key}},
		{"record_due", []any{place + 1, 1}},
		{"record_wish", []any{place + 1, s.id[:], 1}},
		{"record_wish", []any{place + 1, peer.id[:], 1}},
		{"tombstone", []any{place + 1, hash}},
		{"blob", []any{key, s.stream[:], key, 64, hash, 1, 1, 1}},
		{"blob_chunk", []any{key << 16, long}},
		{"breach", []any{s.id[:], 1, long, 1}},
		{"breach_notice", []any{key, s.id[:], s.id[:], 4, 1, long, 1, 0, 0}},
		{"breach_told", []any{s.id[:], key, long, 0}},
		{"survey", []any{key, s.id[:], s.id[:], long, long, 1, s.id[:], 1, 1, 5, 0, 0, 1, 0, 0, long, 0, long}},
		{"survey_ballot", []any{key, s.id[:], hash}},
		{"profile", []any{s.id[:], text, text, text, text, text, text, text, text, 0, long, 0, 0, text, text, text}},
		{"consent_text", []any{s.id[:], 1, text, text, text, text, text, text, text, text, text, 0}},
	}
	for n := 1; n <= records; n++ {
		idempotency := []byte(fmt.Sprintf("%c%015d", s.mark, n))
		rows = append(rows, row{"record", []any{place + int64(n), 1, 1, idempotency, long, hash, long[:45]}}, row{"record_key", []any{key, idempotency, n}})
	}
	if err := db.Write(ctx, func(tx *sql.Tx) error {
		for _, r := range rows {
			marks := strings.TrimSuffix(strings.Repeat("?,", len(r.values)), ",")
			if _, err := tx.Exec("INSERT INTO "+r.table+" VALUES ("+marks+")", r.values...); err != nil {
				return fmt.Errorf("%s: %w", r.table, err)
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// heldOf gives all rows of a table that are told to an account, page by page.
func heldOf(t *testing.T, accounts store.Accounts, s somebody, table string, whole bool) (rows [][]account.HeldValue) {
	t.Helper()
	q := account.HeldQuery{Table: table, Stream: s.stream, Whole: whole}
	for {
		held, err := accounts.HeldRows(ctx, s.id, q)
		if err != nil {
			t.Fatal(table, err)
		}
		rows = append(rows, held.Rows...)
		if q.After = held.Next; q.After == 0 {
			return rows
		}
	}
}

// Three people, of whom two share a conversation: each is told their own rows, all
// of them and in full, and of the others nothing but what stands in a row they share.
func TestNobodyIsToldAnothersRows(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	accounts := db.Accounts()
	ann, bob, zoe := newSomebody('a'), newSomebody('b'), newSomebody('z')
	const records = 1_100
	fill(t, db, bob, 1, zoe, 3)
	fill(t, db, ann, 2, zoe, records)
	fill(t, db, zoe, 3, newSomebody('y'), 3)
	tables, err := accounts.HeldTables(ctx, ann.id)
	if err != nil {
		t.Fatal(err)
	}
	streams, next, err := accounts.HeldStreams(ctx, ann.id, 0)
	if err != nil || next != 0 || len(streams) != 1 || streams[0].ID != ann.stream {
		t.Fatal(streams, next, err)
	}
	counted := map[string]account.HeldCount{}
	for _, c := range streams[0].Counts {
		counted[c.Table] = c
	}
	many := map[string]int{"record": records, "record_key": records}
	for _, table := range tables {
		if len(table.Columns) == 0 {
			continue
		}
		want := max(1, many[table.Name])
		for _, whole := range []bool{false, true} {
			rows := heldOf(t, accounts, ann, table.Name, whole)
			if len(rows) != want {
				t.Errorf("%s: %d rows, want %d", table.Name, len(rows), want)
			}
			for _, row := range rows {
				isAnns(t, table, row, whole)
			}
		}
		if table.ByStream && counted[table.Name].Rows != uint64(want) || !table.ByStream && table.Rows != uint64(want) {
			t.Errorf("%s: counted %v and %d, want %d", table.Name, counted[table.Name], table.Rows, want)
		}
	}
	if got := counted["record"].Bytes; got != records*64 {
		t.Errorf("%d bytes of records", got)
	}
	for name, table := range maps.All(counted) {
		for _, stream := range [][16]byte{bob.stream, zoe.stream, {}} {
			if _, err := accounts.HeldRows(ctx, ann.id, account.HeldQuery{Table: name, Stream: stream}); fault.Of(err).Code != "stream_not_found" {
				t.Errorf("%v of another's stream: %v", table, err)
			}
		}
	}
	few, err := accounts.HeldRows(ctx, ann.id, account.HeldQuery{Table: "record", Stream: ann.stream, After: 10, Limit: 3})
	if err != nil || len(few.Rows) != 3 || few.Next != 13 || few.Rows[0][0].Value != int64(11) {
		t.Errorf("%v %v", few, err)
	}
	// No number makes the pages begin in what is another's.
	for _, after := range []uint64{1 << 32, 1<<63 + 5, 1<<64 - 1<<32 - 1, 1<<64 - 1} {
		for _, name := range []string{"record", "session", "blob_chunk"} {
			held, err := accounts.HeldRows(ctx, ann.id, account.HeldQuery{Table: name, Stream: ann.stream, After: after})
			if fault.Of(err).Code != "invalid_request" {
				t.Errorf("%s after %d: %v %v", name, after, held, err)
			}
		}
	}
	for _, name := range []string{"", "invitation", "practice", "account; --", "sqlite_schema"} {
		if _, err := accounts.HeldRows(ctx, ann.id, account.HeldQuery{Table: name}); fault.Of(err).Code != "invalid_request" {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// isAnns looks for a mark of somebody else, and for numbers that count all accounts'
// rows: those are told by 2, the key of her stream.
func isAnns(t *testing.T, table account.HeldTable, row []account.HeldValue, whole bool) {
	t.Helper()
	for i, v := range row {
		name := table.Name + "." + table.Columns[i]
		switch value := v.Value.(type) {
		case []byte:
			if !whole && len(value) != min(v.Size, 32) || whole && len(value) != v.Size {
				t.Errorf("%s: %d of %d bytes", name, len(value), v.Size)
			}
			if strings.Trim(string(value), "a0123456789") != "" {
				t.Errorf("%s is %q", name, value)
			}
		case string:
			if strings.Trim(value, "a0123456789/") != "" && value != strings.Repeat("61", 16)+"/0" {
				t.Errorf("%s is %q", name, value)
			}
		case int64:
			if slices.Contains(table.Replaced, table.Columns[i]) && value>>16 != 0 {
				t.Errorf("%s is the handle %d", name, value)
			}
		case nil:
			if !slices.Contains(table.Replaced, table.Columns[i]) {
				t.Errorf("%s is empty", name)
			}
		}
	}
}

// Who came into a room later is not told of what was said before, nor of the others' devices.
func TestAMemberOfARoomIsToldWhatIsTheirs(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	accounts := db.Accounts()
	ann, zoe := newSomebody('a'), newSomebody('z')
	fill(t, db, ann, 1, zoe, 9)
	if err := db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec("UPDATE member SET first_seq = 7 WHERE account = ?", zoe.id[:])
		return err
	}); err != nil {
		t.Fatal(err)
	}
	for table, want := range map[string]int{"record": 3, "record_key": 3, "tombstone": 0, "record_due": 0, "group_info": 0, "room": 0, "room_asking": 1, "room_ban": 1} {
		zoes := somebody{mark: zoe.mark, id: zoe.id, stream: ann.stream}
		if rows := heldOf(t, accounts, zoes, table, true); len(rows) != want {
			t.Errorf("%s: %d rows, want %d", table, len(rows), want)
		}
	}
}
