package room_test

import (
	"bytes"
	"crypto/rand"
	"os"
	"strings"
	"sync"
	"testing"

	"alcove/internal/attest"
	"alcove/internal/exchange"
	"alcove/internal/stream"
)

// keyLines are those of the file of the key that attests.
func (w *world) keyLines() []string {
	w.t.Helper()
	text, err := os.ReadFile(w.key)
	must(w.t, err)
	return strings.Fields(string(text))
}

func TestAReportIsProvedAfterTheKeyWasExchanged(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	said, led, forgotten := w.say(ada), w.say(lea), w.say(ada)
	must(t, w.streams.Forget(ctx, lea, id, stream.Forgetting{Seqs: []uint64{forgotten.Seq}}))
	former := w.keyLines()
	for range 2 { // what was renewed once is renewed again
		must(t, w.streams.ExchangeAttest(ctx, rand.Reader))
		must(t, w.db.Exchanges().PutExchanged(ctx, exchange.Reports, 20_000))
	}
	if now := w.keyLines(); len(now) != 1 || now[0] == former[0] {
		t.Fatal("the former key is still there")
	}
	page, err := w.streams.Read(ctx, lea, id, stream.Range{After: said.Seq - 1})
	must(t, err)
	if again := page.Records[0].Attest; len(again) != attest.Size || bytes.Equal(again, said.Attest) {
		t.Error("not attested anew")
	}
	// A report holds what its writer received before the exchange, or after it.
	for _, r := range []stream.Record{said, page.Records[0]} {
		sender, err := w.attested(lea, r)
		must(t, err)
		if sender != (attest.Sender{ID: h}) {
			t.Errorf("sent by %+v", sender)
		}
	}
	sender, err := w.attested(lea, led)
	must(t, err)
	if sender != (attest.Sender{Leads: true, ID: lea}) {
		t.Errorf("sent by %+v", sender)
	}
	// By what was destroyed, only who has the former key would be believed.
	_, err = w.attested(lea, forgotten)
	refused(t, err, stream.ErrAttestedBefore)
	_, err = w.attested(ada, said)
	refused(t, err, stream.ErrModeratorsOnly)

	after := w.say(ada)
	sender, err = w.attested(lea, after)
	must(t, err)
	if sender != (attest.Sender{ID: h}) {
		t.Errorf("sent by %+v", sender)
	}
	for what, r := range map[string]stream.Record{
		"something else":            with(said, func(r *stream.Record) { r.Commitment = led.Commitment }),
		"another number":            with(said, func(r *stream.Record) { r.Seq++ }),
		"a number that never was":   with(said, func(r *stream.Record) { r.Seq = 1 << 40 }),
		"of after it, by no proof":  with(after, func(r *stream.Record) { r.Attest = nil }),
		"of after it, by a made-up": with(after, func(r *stream.Record) { r.Attest = said.Attest }),
	} {
		if _, err := w.attested(lea, r); err == nil {
			t.Errorf("%s: taken", what)
		}
	}
}

func with(r stream.Record, change func(*stream.Record)) stream.Record { change(&r); return r }

// The process can end when the file holds both keys, and some is attested by either.
func TestAnExchangeOfTheKeyThatWasBrokenOffIsFinished(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	said := w.say(ada)
	key, err := attest.LoadKey(w.key, rand.Reader)
	must(t, err)
	_, err = key.Next(rand.Reader)
	must(t, err)
	w.start()
	sender, err := w.attested(lea, said) // meanwhile
	must(t, err)
	if sender != (attest.Sender{ID: h}) {
		t.Errorf("sent by %+v", sender)
	}
	between := w.say(ada)
	for _, want := range []bool{true, false} {
		if found, err := w.streams.SettleAttest(ctx); found != want || err != nil {
			t.Fatal(found, err)
		}
	}
	w.start()
	for _, r := range []stream.Record{said, between} {
		sender, err := w.attested(lea, r)
		must(t, err)
		if sender != (attest.Sender{ID: h}) || len(w.keyLines()) != 1 {
			t.Errorf("sent by %+v", sender)
		}
	}
}

// Whatever is written while the key is exchanged can be proved afterwards.
func TestMessagesAreAttestedWhileTheKeyIsExchanged(t *testing.T) {
	w := newWorld(t)
	h := w.letIn(ada)
	const each, writers = 15, 3
	var records [writers][]stream.NewRecord
	for i := range records {
		for range each {
			records[i] = append(records[i], w.record(stream.Message, w.epoch()))
		}
	}
	var all sync.WaitGroup
	for _, some := range records {
		all.Go(func() {
			for _, r := range some {
				if _, err := w.streams.Append(ctx, ada, id, []stream.NewRecord{r}, nil); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 4 {
		must(t, w.streams.ExchangeAttest(ctx, rand.Reader))
	}
	all.Wait()
	page, err := w.streams.Read(ctx, lea, id, stream.Range{})
	must(t, err)
	n := 0
	for _, r := range page.Records {
		if r.Kind != stream.Message {
			continue
		}
		n++
		if sender, err := w.attested(lea, r); err != nil || sender != (attest.Sender{ID: h}) {
			t.Errorf("%d: %+v %v", r.Seq, sender, err)
		}
	}
	if n != each*writers {
		t.Errorf("%d messages", n)
	}
}
