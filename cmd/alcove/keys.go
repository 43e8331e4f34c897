package main

import (
	"context"
	"crypto/rand"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"alcove/internal/account"
	"alcove/internal/certs"
	"alcove/internal/datafolder"
	"alcove/internal/exchange"
	"alcove/internal/mailer"
	"alcove/internal/push"
	"alcove/internal/store"
	"alcove/internal/stream"
)

// exchanged are the secrets that are exchanged besides that of log-in. The certificate
// comes last: who waits for the answer has connected before.
func exchanged(mail *mailer.Service, pushes *push.Service, streams *stream.Service, own *certs.Own, now func() time.Time, random io.Reader) []exchange.Secret {
	all := []exchange.Secret{
		{Name: exchange.Mail, Exchange: mail.Exchange, Settle: mail.Settle},
		{Name: exchange.Push, Exchange: pushes.Exchange},
		{Name: exchange.Reports, Exchange: func(ctx context.Context) error { return streams.ExchangeAttest(ctx, random) }, Settle: streams.SettleAttest},
	}
	if own != nil {
		all = append(all, exchange.Secret{Name: exchange.Connection, Exchange: func(context.Context) error { return own.Exchange(now()) }})
	}
	return all
}

// runKeys tells of the server's keys, or exchanges them, where no server runs: for
// who cannot log in as a steward, and for the machine that is set up anew.
func runKeys(ctx context.Context, args []string, out io.Writer) (err error) {
	wanted := len(args) > 0 && args[0] == "exchange"
	if wanted {
		args = args[1:]
	}
	f := flag.NewFlagSet("alcove keys", flag.ContinueOnError)
	data := f.String("data", "./data", "data folder of a server that is stopped")
	url := f.String("store", "", storeFlag)
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return errors.New("unknown argument " + f.Arg(0))
	}
	s, err := openStopped(ctx, *data, *url)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	keys, err := stoppedKeys(*data, s)
	if err != nil {
		return err
	}
	keys.Alone = s.db.Alone
	// What was broken off is finished by looking, as it is by a server that starts.
	if _, err := keys.State(ctx); err != nil {
		return err // also before a key file that is not the database's is made worse
	}
	if err := keys.Settle(ctx); err != nil {
		return err
	}
	if wanted {
		if err := keys.ExchangeAll(ctx); errors.Is(err, exchange.ErrOthers) {
			return errors.New("nodes of this practice are running: stop all of them, and try again")
		} else if err != nil {
			return err
		}
	}
	state, err := keys.State(ctx)
	if err == nil {
		tellKeys(state, wanted, out)
	}
	return err
}

// stoppedKeys are the secrets of a server that does not run.
func stoppedKeys(data string, s stopped) (*exchange.Service, error) {
	if _, err := os.Stat(filepath.Join(data, datafolder.ServerKey)); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("the data folder has no %s", datafolder.ServerKey) // which would be made
	}
	all, err := loadSecrets(data, rand.Reader)
	if err != nil {
		return nil, err
	}
	var own *certs.Own
	folder := filepath.Join(data, datafolder.TLS)
	if _, err := os.Stat(filepath.Join(folder, certs.OwnKey)); err == nil {
		if own, err = certs.MakeOwn(folder, s.now()); err != nil {
			return nil, err
		}
	}
	return exchange.New(s.db.Exchanges(), &stoppedLogIn{all.account, s.db.Accounts(), s.now}, s.now, exchanged(
		mailer.New(mailer.Config{Store: s.db.Mails(), Keys: all.mail, Clock: s.now, Random: rand.Reader}),
		push.New(push.Config{Store: s.db.Pushes(), Keys: all.push, Clock: s.now, Random: rand.Reader}),
		stream.New(s.db.Streams(), nil, nil, s.now, all.attest), own, s.now, rand.Reader,
	)...), nil
}

// stoppedLogIn is the secret of names and log-in, where nobody logs in.
type stoppedLogIn struct {
	keys  account.Keys
	store store.Accounts
	now   func() time.Time
}

// ExchangeKeys implements exchange.LogIn.
func (l *stoppedLogIn) ExchangeKeys(ctx context.Context) (generation int, err error) {
	l.keys, err = l.keys.Exchange(ctx, l.store, rand.Reader, l.now())
	return l.keys.Generations(), err
}

// KeysState implements exchange.LogIn.
func (l *stoppedLogIn) KeysState(ctx context.Context) (account.KeysState, error) {
	if err := l.keys.Settle(ctx, l.store, l.now()); err != nil {
		return account.KeysState{}, err
	}
	return l.keys.State(ctx, l.store)
}

func tellKeys(s exchange.State, done bool, out io.Writer) {
	if done {
		fmt.Fprintln(out, "exchanged: the next backup is the first that opens with these keys; destroy older ones as soon as you can do without them")
	}
	fmt.Fprintf(out, "generation %d of the keys of names and log-in is in use", s.Generation)
	if s.Day > 0 {
		fmt.Fprintf(out, ", since %s", dayOf(s.Day))
	}
	fmt.Fprintln(out)
	switch {
	case s.Generation == 1:
	case s.Waiting > 0:
		fmt.Fprintf(out, "at most %d accounts have not logged in since: what is kept of their passphrases can be guessed at by who has the former keys\n", s.Waiting)
	default:
		fmt.Fprintln(out, "every account has logged in since; the former keys are destroyed by the running server, if they are not yet")
	}
	for _, each := range []struct {
		name exchange.Name
		text string
	}{
		{exchange.Mail, datafolder.MailKey}, {exchange.Push, datafolder.PushKey}, {exchange.Reports, datafolder.AttestKey},
		{exchange.Connection, "the server's own certificate"},
	} {
		switch day := s.Days[each.name]; {
		case each.name == exchange.Connection && !s.Own:
			fmt.Fprintln(out, "the certificate is not the server's own: renew it with a new key where it was issued, and have the former one revoked")
		case day > 0:
			fmt.Fprintf(out, "%s: since %s\n", each.text, dayOf(day))
		default:
			fmt.Fprintf(out, "%s: as it was made first\n", each.text)
		}
	}
	if done {
		fmt.Fprintf(out, "%s is as it was: clients and witnesses hold to it (docs/operations.md, \"When it is breached\")\n", datafolder.KeylogKey)
	}
}
