package api_test

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/store/storetest"
	alcovev1 "alcove/proto/alcove/v1"
)

// A full disk is told by a code of its own; what was acknowledged stays, and
// what was refused is taken, once, when there is room again.
func TestAFullDiskLosesNothing(t *testing.T) {
	storetest.OnlySQLite(t, "a pragma fills its disk")
	w := newWorld(t)
	as := w.streamServer()
	heron, doctor := w.become("heron", ""), w.become("doctor", w.invite(account.Practitioner))
	doctor.addPasskey(newAuthenticator(t))
	id := randomBytes(t, 16)
	_, err := as(heron).CreateStream(t.Context(), connect.NewRequest(request(heron, doctor, id)))
	must(t, err)

	room := func(pages int) {
		t.Helper()
		// A pragma of the one connection that writes: as good as a full disk, and no root needed.
		must(t, w.db.Write(t.Context(), func(tx *sql.Tx) error {
			_, err := tx.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages))
			return err
		}))
	}
	var now int
	must(t, w.db.Reader().QueryRow("PRAGMA page_count").Scan(&now))
	room(now + 100)
	send := func(r *alcovev1.NewRecord) error {
		_, err := as(heron).Append(t.Context(), connect.NewRequest(&alcovev1.AppendRequest{StreamId: id, Records: []*alcovev1.NewRecord{r}}))
		return err
	}
	acked, refusedRecord := 0, (*alcovev1.NewRecord)(nil)
	for range 100 {
		r := text(t, 1, string(randomBytes(t, 16<<10)))
		if err := send(r); err != nil {
			refused(t, err, "storage_full")
			refusedRecord = r
			break
		}
		acked++
	}
	if w.db.Stats().Failures != 1 || !strings.Contains(w.log.String(), "storage_full") {
		t.Errorf("whoever runs the server is told of %d failures, and in the log: %s", w.db.Stats().Failures, w.log)
	}
	if refusedRecord == nil || acked == 0 {
		t.Fatalf("%d acknowledged, and the disk is not full", acked)
	}
	head := func() uint64 {
		return get[alcovev1.ReadResponse](t)(as(doctor).Read(t.Context(), connect.NewRequest(&alcovev1.ReadRequest{StreamId: id}))).GetHeadSeq()
	}
	if got := head(); got != uint64(2+acked) {
		t.Fatalf("%d records for %d acknowledged", got-2, acked)
	}
	room(1 << 30)
	for range 2 { // the client may repeat itself
		must(t, send(refusedRecord))
	}
	if got := head(); got != uint64(2+acked+1) {
		t.Fatalf("%d records for %d acknowledged", got-2, acked+1)
	}
}
