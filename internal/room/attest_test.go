package room_test

import (
	"bytes"
	"testing"
	"time"

	"alcove/internal/attest"
	"alcove/internal/stream"
)

// say is a message by who; it gives what a member receives of it.
func (w *world) say(who stream.AccountID) stream.Record {
	w.t.Helper()
	seqs, err := w.streams.Append(ctx, who, id, []stream.NewRecord{w.record(stream.Message, w.epoch())}, nil)
	must(w.t, err)
	page, err := w.streams.Read(ctx, lea, id, stream.Range{After: seqs[0] - 1})
	must(w.t, err)
	return page.Records[0]
}

func (w *world) attested(who stream.AccountID, r stream.Record) (attest.Sender, error) {
	return w.streams.Attested(ctx, who, id, r.Seq, r.Commitment, r.Attest)
}

func TestAReportIsProvedToModeratorsAlone(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	w.letIn(eve)
	said, led := w.say(ada), w.say(lea)
	if len(said.Attest) != attest.Size || len(said.Attest) != len(led.Attest) {
		t.Fatalf("%d and %d bytes", len(said.Attest), len(led.Attest))
	}
	sender, err := w.attested(lea, said)
	must(t, err)
	if sender != (attest.Sender{ID: h}) {
		t.Fatalf("sent by %+v", sender)
	}
	sender, err = w.attested(lea, led)
	must(t, err)
	if sender != (attest.Sender{Leads: true, ID: lea}) {
		t.Fatalf("sent by %+v", sender)
	}
	for _, who := range []stream.AccountID{ada, eve} {
		_, err := w.attested(who, said)
		refused(t, err, stream.ErrModeratorsOnly)
	}
	_, err = w.attested(sam, said)
	refused(t, err, stream.ErrNotFound)

	// What is not as it was relayed is proved to nobody.
	for what, change := range map[string]func(*stream.Record){
		"of another number":  func(r *stream.Record) { r.Seq++ },
		"of something else":  func(r *stream.Record) { r.Commitment = led.Commitment },
		"of another message": func(r *stream.Record) { r.Attest = led.Attest },
		"made up":            func(r *stream.Record) { r.Attest = bytes.Repeat([]byte{7}, attest.Size) },
		"of nothing":         func(r *stream.Record) { r.Attest = nil },
	} {
		r := said
		change(&r)
		if _, err := w.attested(lea, r); err == nil {
			t.Errorf("%s: taken", what)
		}
	}
}

func TestTheProofIsInTheReportAlone(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	said := w.say(ada)
	// It goes with the ciphertext.
	must(t, w.streams.Forget(ctx, lea, id, stream.Forgetting{Seqs: []uint64{said.Seq}}))
	page, err := w.streams.Read(ctx, lea, id, stream.Range{After: said.Seq - 1})
	must(t, err)
	if r := page.Records[0]; len(r.Forgotten) != 32 || r.Commitment != nil || r.Attest != nil {
		t.Fatalf("left is %+v", r)
	}
	// Who has it can still prove it, also once the sender left.
	must(t, w.streams.LeaveStream(ctx, ada, id))
	sender, err := w.attested(lea, said)
	must(t, err)
	if sender != (attest.Sender{ID: h}) {
		t.Fatalf("sent by %+v", sender)
	}

	ending := w.record(stream.Message, w.epoch())
	ending.ForgetHour = uint64(time.Now().Add(2*time.Hour).Unix() / 3600)
	seqs, err := w.streams.Append(ctx, lea, id, []stream.NewRecord{ending}, nil)
	must(t, err)
	w.later = 3 * time.Hour
	must(t, w.streams.Sweep(ctx))
	page, err = w.streams.Read(ctx, lea, id, stream.Range{After: seqs[0] - 1})
	must(t, err)
	if r := page.Records[0]; len(r.Forgotten) != 32 || r.Attest != nil {
		t.Fatalf("left is %+v", r)
	}
}

func TestEveryMessageOfARoomIsCommittedTo(t *testing.T) {
	w := newWorld(t)
	w.letIn(ada)
	for _, commitment := range [][]byte{nil, make([]byte, 31), make([]byte, 33)} {
		r := w.record(stream.Message, 1)
		r.Commitment = commitment
		_, err := w.streams.Append(ctx, ada, id, []stream.NewRecord{r}, nil)
		refused(t, err, stream.ErrMalformed)
	}
	r := w.record(stream.Commit, 1)
	r.Commitment = make([]byte, 32)
	_, err := w.streams.Append(ctx, lea, id, []stream.NewRecord{r}, info)
	refused(t, err, stream.ErrMalformed)
	own := stream.ID{'h'}
	_, err = w.streams.CreateStream(ctx, ada, stream.NewStream{ID: own, Kind: stream.History, Members: []stream.Member{{Account: ada, Role: stream.Owner}}})
	must(t, err)
	_, err = w.streams.Append(ctx, ada, own, []stream.NewRecord{w.record(stream.Message, 0)}, nil)
	refused(t, err, stream.ErrMalformed)
}

// One account is one member: otherwise somebody could say under a second identity
// what no report would be proved of.
func TestWhoIsInAsksUnderTheirHandle(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	if again := w.ask(ada, "another identity"); again != h {
		t.Fatal("named otherwise")
	}
	_, err := w.commit(stream.Change{Admit: []stream.Handle{h}})
	must(t, err)
	sender, err := w.attested(lea, w.say(ada))
	must(t, err)
	if sender.ID != h {
		t.Fatalf("sent by %+v", sender)
	}
}
