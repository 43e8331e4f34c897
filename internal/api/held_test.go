package api_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
)

// held asks for what the server holds on this person's account.
func (p *person) held(q *alcovev1.GetHeldRequest) (*alcovev1.GetHeldResponse, error) {
	r, err := p.GetHeld(p.w.t.Context(), connect.NewRequest(q))
	if err != nil {
		return nil, err
	}
	return r.Msg, nil
}

func (p *person) endOthers() error {
	_, err := p.EndOtherSessions(p.w.t.Context(), connect.NewRequest(&alcovev1.EndOtherSessionsRequest{}))
	return err
}

// Both accounts of a login name are told the same tables with as many rows each, and
// each its own: nothing says which of the two it is, or that the other is used, also
// after one was used and the other not.
func TestBothSlotsAreToldTheSameShape(t *testing.T) {
	w := newWorld(t)
	w.become("grey-owl", "") // somebody else
	ann := w.become("quiet-heron", "")
	for _, p := range []*person{ann, ann.other} {
		_, err := w.streams.CreateStream(t.Context(), account.ID(p.session.GetAccountId()), stream.NewStream{
			ID: [16]byte(randomBytes(t, 16)), Kind: stream.History, Members: []stream.Member{{Account: account.ID(p.session.GetAccountId()), Role: stream.Owner}},
		})
		must(t, err)
		w.pass(48 * time.Hour)
		for _, each := range []*person{ann, ann.other} {
			s, err := each.login(each.passphrase)
			must(t, err)
			must(t, each.use(s).endOthers())
		}
	}
	for version := range uint64(3) {
		get[alcovev1.PutVaultResponse](t)(ann.PutVault(t.Context(), connect.NewRequest(&alcovev1.PutVaultRequest{ExpectedVersion: version + 1, Vault: []byte("sealed vault")})))
	}
	var shapes [2]string
	for i, p := range []*person{ann, ann.other} {
		all, err := p.held(&alcovev1.GetHeldRequest{})
		must(t, err)
		for _, table := range all.GetTables() {
			shapes[i] += fmt.Sprintln(table)
			if len(table.GetColumns()) == 0 || table.GetByStream() {
				continue
			}
			rows, err := p.held(&alcovev1.GetHeldRequest{Table: table.GetName(), Whole: true})
			must(t, err)
			if len(rows.GetRows()) != int(table.GetRows()) {
				t.Errorf("%s: %d rows, said to be %d", table.GetName(), len(rows.GetRows()), table.GetRows())
			}
			for _, row := range rows.GetRows() {
				shapes[i] += table.GetName()
				for k, v := range row.GetValues() {
					column := table.GetColumns()[k]
					shapes[i] += fmt.Sprintf(" %s %T %d %d", column, v.GetValue(), v.GetNumber(), v.GetSize())
					if column == "account_id" && !bytes.Equal(v.GetBytes(), p.session.GetAccountId()) {
						t.Errorf("%s.%s is another's", table.GetName(), column)
					}
				}
				shapes[i] += "\n"
			}
		}
	}
	if shapes[0] != shapes[1] {
		t.Errorf("told\n%s\nand\n%s", shapes[0], shapes[1])
	}
}

func TestWhatIsHeldIsCountedSoOftenAndNoMore(t *testing.T) {
	w := newWorld(t)
	ann := w.become("quiet-heron", "")
	for range 600 {
		_, err := ann.held(&alcovev1.GetHeldRequest{})
		must(t, err)
	}
	_, err := ann.held(&alcovev1.GetHeldRequest{})
	refused(t, err, "too_many_attempts")
	_, err = ann.held(&alcovev1.GetHeldRequest{Table: "session"})
	must(t, err)
	_, err = ann.held(&alcovev1.GetHeldRequest{Table: "record", Stream: []byte("short")})
	refused(t, err, "malformed_record")
}
