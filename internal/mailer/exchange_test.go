package mailer_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"filippo.io/age"

	"alcove/internal/mailer"
)

// opens reports whether who has this identity can read the account's address.
func (o *office) opens(t *testing.T, identity string) bool {
	t.Helper()
	key, err := age.ParseHybridIdentity(identity)
	if err != nil {
		t.Fatal(err)
	}
	row, err := o.db.Mails().Mail(t.Context(), heron)
	if err != nil {
		t.Fatal(err)
	}
	_, err = age.Decrypt(bytes.NewReader(row.Address), key)
	return err == nil
}

func (o *office) identities(t *testing.T) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(o.data, "mail.key"))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Fields(string(text))
}

func TestWhoIsToldByMailIsToldAfterTheKeyWasExchanged(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	o.switchOn(t)
	o.Tell(t.Context(), heron)
	token, _ := strings.CutPrefix(strings.Trim(o.until(t, 2).header("List-Unsubscribe"), "<>"), "https://talk.example.org/mail/stop/")
	stolen, recipient := o.identities(t)[0], o.Recipient()
	if !o.opens(t, stolen) {
		t.Fatal("the address is sealed to nobody")
	}
	if err := o.Exchange(t.Context()); err != nil {
		t.Fatal(err)
	}
	if left := o.identities(t); len(left) != 1 || left[0] == stolen || o.Recipient() == recipient {
		t.Error("the former key is still there")
	}
	if o.opens(t, stolen) {
		t.Error("who has the former key still reads the address")
	}
	// Who has the former key could make the link: it stops nothing.
	if err := o.StopBy(t.Context(), token); err != nil {
		t.Fatal(err)
	}
	o.untilState(t, mailer.On)
	o.Tell(t.Context(), heron)
	m := o.until(t, 3)
	if m.to != address {
		t.Errorf("told %q", m.to)
	}
	token, _ = strings.CutPrefix(strings.Trim(m.header("List-Unsubscribe"), "<>"), "https://talk.example.org/mail/stop/")
	if err := o.StopBy(t.Context(), token); err != nil {
		t.Fatal(err)
	}
	o.untilState(t, mailer.Stopped)
}

// The process can end when the file holds both identities: the next start goes on.
func TestAnExchangeOfTheMailKeyThatWasBrokenOffIsFinished(t *testing.T) {
	o := openOffice(t, startMailServer(t, "none"))
	o.switchOn(t)
	stolen := o.identities(t)[0]
	next, err := age.GenerateHybridIdentity()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(o.data, "mail.key")
	if err := os.WriteFile(path, []byte(stolen+"\n"+next.String()+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	keys, err := mailer.LoadKeys(path)
	if err != nil {
		t.Fatal(err)
	}
	again := mailer.New(mailer.Config{Store: o.db.Mails(), Keys: keys, Clock: o.Clock, Random: o.Random})
	for _, want := range []bool{true, false} {
		if found, err := again.Settle(t.Context()); err != nil || found != want {
			t.Fatal(found, err)
		}
	}
	if left := o.identities(t); len(left) != 1 || left[0] != next.String() || o.opens(t, stolen) || !o.opens(t, next.String()) {
		t.Error("not finished")
	}
	if err := os.WriteFile(path, []byte(strings.Repeat(stolen+"\n", 3)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := mailer.LoadKeys(path); err == nil {
		t.Error("took three identities")
	}
}
