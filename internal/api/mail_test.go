package api_test

import (
	"crypto/rand"
	"crypto/sha256"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/mailer"
)

// A scanner that follows links in mails must not stop them; a mail program's one click must.
func TestOnlyAPostStopsTheMails(t *testing.T) {
	w := newWorld(t)
	id := account.ID(w.become("quiet-heron", "").session.GetAccountId())
	keys, err := mailer.LoadKeys(filepath.Join(t.TempDir(), "mail.key"))
	if err != nil {
		t.Fatal(err)
	}
	log := slog.New(slog.DiscardHandler)
	notes, err := account.NewNoter(w.db.Accounts(), w.clock, rand.Reader)
	must(t, err)
	mail := mailer.New(mailer.Config{Store: w.db.Mails(), Notes: notes, Keys: keys, Clock: time.Now, Random: rand.Reader, Log: log})
	token := strings.Repeat("a", 22)
	if err := w.db.Mails().PutMail(t.Context(), mailer.Row{
		Account: id, Address: []byte("sealed"), Language: "en", State: mailer.On, Code: []byte{}, Salt: []byte{1}, Stop: sha256.Sum256([]byte(token)),
	}); err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle(api.MailStopPath+"{token}", api.NewMailStopHandler(mail, api.NewAddresses(time.Now, rand.Reader), log))
	for _, c := range []struct {
		method, token string
		status        int
		state         mailer.State
	}{
		{http.MethodGet, token, http.StatusSeeOther, mailer.On},
		{http.MethodHead, token, http.StatusSeeOther, mailer.On},
		{http.MethodDelete, token, http.StatusMethodNotAllowed, mailer.On},
		{http.MethodPost, strings.Repeat("b", 22), http.StatusOK, mailer.On},
		{http.MethodPost, "short", http.StatusOK, mailer.On},
		{http.MethodPost, token, http.StatusOK, mailer.Stopped},
		{http.MethodPost, token, http.StatusOK, mailer.Stopped},
	} {
		answer := httptest.NewRecorder()
		mux.ServeHTTP(answer, httptest.NewRequest(c.method, api.MailStopPath+c.token, strings.NewReader("List-Unsubscribe=One-Click")))
		state, err := mail.State(t.Context(), id)
		if answer.Code != c.status || state != c.state || err != nil {
			t.Errorf("%s %s: %d, state %d, %v", c.method, c.token, answer.Code, state, err)
		}
	}
}
