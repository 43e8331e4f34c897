package api_test

import (
	"bytes"
	"fmt"
	"testing"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/store/storetest"
	alcovev1 "alcove/proto/alcove/v1"
)

func TestEachSlotIsAnAccountOfItsOwn(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	other := ann.other
	for _, p := range []*person{ann, other} {
		s, err := p.login(p.passphrase)
		must(t, err)
		if !bytes.Equal(s.GetAccountId(), p.session.GetAccountId()) {
			t.Error("a passphrase opened the other slot")
		}
	}
	// A new passphrase, a new recovery code and another vault touch the own slot only.
	must(t, ann.changePassphrase("a new passphrase", nil))
	_, err := ann.login("a new passphrase")
	must(t, err)
	_, err = other.login(other.passphrase)
	must(t, err)
	get[alcovev1.PutVaultResponse](t)(other.PutVault(t.Context(), connect.NewRequest(&alcovev1.PutVaultRequest{ExpectedVersion: 1, Vault: []byte("of the other")})))
	v := get[alcovev1.GetVaultResponse](t)(ann.GetVault(t.Context(), connect.NewRequest(&alcovev1.GetVaultRequest{})))
	if v.GetVersion() != 1 || string(v.GetVault()) != "sealed vault" {
		t.Errorf("vault %v", v)
	}
	get[alcovev1.DeleteAccountResponse](t)(other.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{})))
	must(t, ann.alive())
	_, err = other.login(other.passphrase)
	refused(t, err, "login_failed")
	if _, err := ann.login("a new passphrase"); err != nil {
		t.Error(err)
	}
}

// An empty slot answers with what has the shape of a filled one, by the same record
// each time, and its answer cannot be finished.
func TestAnEmptySlotLooksLikeAFilledOne(t *testing.T) {
	w := newWorld(t)
	doctor := w.become("doctor", w.invite(account.Practitioner))
	ann := w.become("quiet-heron", "")
	shapes := map[string]bool{}
	for _, p := range []*person{doctor, ann} {
		ke1, _ := opaqueLogin(t, "wrong")
		r := get[alcovev1.LoginStartResponse](t)(w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{
			NameHash: p.nameHash, NameNumber: p.number, Ke1: ke1,
		})))
		shapes[fmt.Sprint(len(r.GetState()), len(r.GetKe2()), len(r.GetKe2()[0]), len(r.GetKe2()[1]))] = true
	}
	if len(shapes) != 1 {
		t.Errorf("shapes %v", shapes)
	}
	one, _ := opaqueLogin(t, "wrong")
	for _, ke1 := range [][][]byte{nil, one[:1], append(one, one...)} {
		_, err := w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{NameHash: ann.nameHash, NameNumber: ann.number, Ke1: ke1}))
		refused(t, err, "invalid_request")
	}
	// Nor can one slot be asked for in place of the other.
	_, err := w.auth.LoginStart(t.Context(), connect.NewRequest(&alcovev1.LoginStartRequest{NameHash: ann.nameHash, NameNumber: ann.number + "/2", Ke1: one}))
	refused(t, err, "invalid_request")
}

func TestAClientFillsBothSlotsOrNone(t *testing.T) {
	w := newWorld(t)
	request, _ := opaqueRegister(t, "passphrase")
	start := &alcovev1.RegisterStartRequest{Proof: w.solve(), NameHash: randomBytes(t, 32), RegistrationRequests: [][]byte{request}}
	_, err := w.auth.RegisterStart(t.Context(), connect.NewRequest(start))
	refused(t, err, "invalid_request")
	invited := &alcovev1.RegisterStartRequest{
		Proof: w.solve(), NameHash: randomBytes(t, 32), RegistrationRequests: [][]byte{request, request}, Invitation: w.invite(account.Steward),
	}
	_, err = w.auth.RegisterStart(t.Context(), connect.NewRequest(invited))
	refused(t, err, "invalid_request")
	if n := w.count("account"); n != 0 {
		t.Errorf("%d accounts", n)
	}
}

// fill makes the account in the other slot as a browser does.
func (p *person) fill() error {
	t := p.w.t
	t.Helper()
	made := &person{w: p.w, nameHash: p.nameHash, number: p.number, passphrase: "of the slot that was filled"}
	request, finish := opaqueRegister(t, made.passphrase)
	started, err := p.FillSlotStart(t.Context(), connect.NewRequest(&alcovev1.FillSlotStartRequest{
		NameHash: p.nameHash, NameNumber: p.number, RegistrationRequest: request,
	}))
	if err != nil {
		return err
	}
	done, err := p.FillSlotFinish(t.Context(), connect.NewRequest(&alcovev1.FillSlotFinishRequest{
		State: started.Msg.GetState(), RegistrationRecord: finish(started.Msg.GetRegistrationResponse()), Account: made.newAccount(),
	}))
	if err == nil {
		p.other = made.use(done.Msg.GetSession())
	}
	return err
}

func TestOnlyAnEmptySlotIsFilledAndOnlyByItsNamesOwnAccount(t *testing.T) {
	w := newWorld(t)
	ann, bob := w.become("quiet-heron", ""), w.become("blue-door", "")
	refused(t, ann.fill(), "slot_taken")
	refused(t, ann.other.fill(), "slot_taken")
	thief := *bob
	thief.nameHash, thief.number = ann.nameHash, ann.number
	refused(t, thief.fill(), "invalid_request")

	get[alcovev1.DeleteAccountResponse](t)(ann.other.DeleteAccount(t.Context(), connect.NewRequest(&alcovev1.DeleteAccountRequest{})))
	must(t, ann.fill())
	refused(t, ann.fill(), "slot_taken")
	for _, p := range []*person{ann, ann.other} {
		s, err := p.login(p.passphrase)
		must(t, err)
		if !bytes.Equal(s.GetAccountId(), p.session.GetAccountId()) {
			t.Error("a passphrase opened the other slot")
		}
	}
	w.pass(account.FreshFor)
	refused(t, ann.fill(), "fresh_login_required")
	doctor := w.become("doctor", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(t))
	refused(t, doctor.fill(), "not_allowed")
}

// Setting the passphrase of the other slot's account is a recovery and a change of
// passphrase there: afterwards every table is of the same shape as before, and the
// same as that of somebody who did not do it.
func TestTheTablesDoNotTellWhoseOtherPassphraseWasSet(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	w.become("blue-door", "")
	before := w.shapes()
	s, err := ann.other.recover()
	must(t, err)
	inside := (&person{w: w, nameHash: ann.nameHash, number: ann.number}).use(s)
	must(t, inside.changePassphrase("one that somebody knows", nil))
	get[alcovev1.LogOutResponse](t)(inside.LogOut(t.Context(), connect.NewRequest(&alcovev1.LogOutRequest{})))
	// The session from the registration had ended long ago.
	_, err = ann.other.GetSession(t.Context(), connect.NewRequest(&alcovev1.GetSessionRequest{}))
	refused(t, err, "not_logged_in")
	after := w.shapes()
	for table, rows := range before {
		if table != "session" && after[table] != rows {
			t.Errorf("%s was %s and is %s", table, rows, after[table])
		}
	}
	if _, err := ann.login("one that somebody knows"); err != nil {
		t.Error(err)
	}
	// The tables hold nothing by which the two rows of a name are found: no column of them is equal.
	keys := map[string]int{}
	for _, column := range []string{"id", "name_key", "opaque_record", "identity_key", "sealing_signature", "recovery_id", "recovery_auth_hash"} {
		for _, value := range w.column("account", column) {
			keys[value]++
		}
	}
	for value, n := range keys {
		if n > 1 {
			t.Errorf("%d rows share %x", n, value)
		}
	}
}

// shapes are, of every table, the type and length of each value, row by row.
func (w *world) shapes() map[string]string {
	w.t.Helper()
	out := map[string]string{}
	tables, columns, of := `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
		`SELECT name FROM pragma_table_info('%s')`, `SELECT typeof(%[1]s) || coalesce(length(%[1]s), '') FROM %[2]s ORDER BY 1`
	if storetest.OnPostgres() {
		tables, columns = `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
			`SELECT column_name FROM information_schema.columns WHERE table_name = '%s' ORDER BY ordinal_position`
		of = `SELECT coalesce(pg_typeof(%[1]s)::text || CASE pg_typeof(%[1]s)::text WHEN 'bigint' THEN '' ELSE octet_length(%[1]s::text)::text END, '') FROM %[2]s ORDER BY 1`
	}
	for _, table := range w.strings(tables) {
		shape := ""
		for _, column := range w.strings(fmt.Sprintf(columns, table)) {
			shape += fmt.Sprint(column, w.strings(fmt.Sprintf(of, column, table)))
		}
		out[table] = shape
	}
	return out
}

func (w *world) column(table, column string) []string {
	w.t.Helper()
	return w.strings(`SELECT ` + column + ` FROM ` + table)
}

func (w *world) strings(query string) []string {
	w.t.Helper()
	rows, err := w.db.Reader().QueryContext(w.t.Context(), query)
	must(w.t, err)
	defer func() { _ = rows.Close() }()
	var all []string
	for rows.Next() {
		var s string
		must(w.t, rows.Scan(&s))
		all = append(all, s)
	}
	must(w.t, rows.Err())
	return all
}
