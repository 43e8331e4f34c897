package mailer

import (
	"context"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"net"
	netmail "net/mail"
	"os"
	"strings"
	"time"
	"unicode"

	mail "github.com/wneessen/go-mail"
)

// sendWithin bounds one delivery, from the first packet to the last.
const sendWithin = 30 * time.Second

// SMTP is how the practice's mail server is reached.
type SMTP struct {
	Host     string
	Port     int
	TLS      string // "implicit" (RFC 8314), "starttls", or "none", which only goes to the same machine
	User     string
	Password string
	From     string // "Practice <office@example.org>" or an address alone
	Name     string // this machine's name in the greeting
	CAFile   string // certificates to trust besides the system's, PEM
	from     *netmail.Address
	roots    *x509.CertPool
}

// Check refuses what cannot be right, and fills in what follows from it.
func (s *SMTP) Check() (err error) {
	if s.from, err = netmail.ParseAddress(s.From); err != nil {
		return fmt.Errorf("the sender's address: %w", err)
	}
	switch s.TLS {
	case "implicit":
		s.defaultPort(465)
	case "starttls":
		s.defaultPort(587)
	case "none":
		s.defaultPort(25)
		if ip := net.ParseIP(s.Host); s.Host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			return errors.New("mail without TLS goes to the same machine only")
		}
	default:
		return errors.New("TLS must be implicit, starttls or none")
	}
	if (s.User == "") != (s.Password == "") {
		return errors.New("user and password go together")
	}
	if s.CAFile == "" {
		return nil
	}
	pem, err := os.ReadFile(s.CAFile)
	if err != nil {
		return err
	}
	if s.roots, err = x509.SystemCertPool(); err != nil {
		s.roots = x509.NewCertPool()
	}
	if !s.roots.AppendCertsFromPEM(pem) {
		return errors.New("there is no certificate in the file of certificates")
	}
	return nil
}

func (s *SMTP) defaultPort(port int) {
	if s.Port == 0 {
		s.Port = port
	}
}

// Trouble says what kept a mail from being sent, for the steward.
type Trouble string

const (
	unreachable   Trouble = "unreachable"    // nobody answers, or TLS fails
	loginRefused  Trouble = "login_refused"  // user or password
	senderRefused Trouble = "sender_refused" // the server does not send for this address
	notTaken      Trouble = "not_taken"      // the server answered, and did not take the mail
)

// refusal is a mail server's answer that will stay the same: this address gets no mail.
type refusal struct{ error }

// failure is anything else, which may go better later.
type failure struct {
	error
	trouble Trouble
}

func troubleOf(err error) Trouble {
	var f failure
	if errors.As(err, &f) {
		return f.trouble
	}
	return notTaken
}

// deliver sends one mail. Its errors hold no address.
func (s *SMTP) deliver(ctx context.Context, to string, t text, stop string) error {
	message, err := s.message(to, t, stop)
	if err != nil {
		return err
	}
	client, err := s.client()
	if err != nil {
		return failure{errors.New("the mail server's options are not right"), unreachable}
	}
	ctx, cancel := context.WithTimeout(ctx, sendWithin)
	defer cancel()
	if err := client.DialWithContext(ctx); err != nil {
		return failure{fmt.Errorf("connecting to the mail server: %T", err), dialTrouble(err)}
	}
	defer func() { _ = client.Close() }()
	return classify(client.Send(message))
}

func (s *SMTP) message(to string, t text, stop string) (*mail.Msg, error) {
	if strings.ContainsFunc(to, unicode.IsControl) {
		return nil, errAddress
	}
	parsed, err := netmail.ParseAddress(to)
	if err != nil || parsed.Address != to {
		return nil, errAddress
	}
	m := mail.NewMsg(mail.WithNoDefaultUserAgent())
	m.FromMailAddress(s.from)
	m.ToMailAddress(parsed)
	m.Subject(t.subject)
	// The library's own would tell the machine's name and this process's number.
	_, domain, _ := strings.Cut(s.from.Address, "@")
	m.SetMessageIDWithValue(randomName() + "@" + domain)
	m.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834
	if stop != "" {
		m.SetGenHeaderPreformatted("List-Unsubscribe", "<"+stop+">")
		m.SetGenHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")
	}
	m.SetBodyString(mail.TypeTextPlain, t.body)
	return m, nil
}

func randomName() string {
	b := make([]byte, 16)
	_, _ = rand.Read(b) // never fails
	return base64.RawURLEncoding.EncodeToString(b)
}

func (s *SMTP) client() (*mail.Client, error) {
	options := []mail.Option{
		mail.WithPort(s.Port), mail.WithTimeout(sendWithin), mail.WithHELO(s.Name),
		mail.WithTLSConfig(&tls.Config{ServerName: s.Host, MinVersion: tls.VersionTLS12, RootCAs: s.roots}),
	}
	switch s.TLS {
	case "implicit":
		options = append(options, mail.WithSSL())
	case "starttls":
		options = append(options, mail.WithTLSPolicy(mail.TLSMandatory))
	default:
		options = append(options, mail.WithTLSPolicy(mail.NoTLS))
	}
	if s.User != "" {
		options = append(options, mail.WithSMTPAuth(mail.SMTPAuthAutoDiscover), mail.WithUsername(s.User), mail.WithPassword(s.Password))
	}
	return mail.NewClient(s.Host, options...)
}

func dialTrouble(err error) Trouble {
	if strings.Contains(err.Error(), "SMTP AUTH") { // the library's own words: codes are the servers'
		return loginRefused
	}
	return unreachable
}

func classify(err error) error {
	if err == nil {
		return nil
	}
	var e *mail.SendError
	if !errors.As(err, &e) {
		return failure{fmt.Errorf("sending: %T", err), notTaken}
	}
	cause := fmt.Errorf("the mail server answered %d %s", e.ErrorCode(), e.EnhancedStatusCode())
	switch {
	case e.IsTemp():
		return failure{cause, notTaken}
	case e.Reason == mail.ErrSMTPRcptTo:
		return refusal{cause}
	case e.Reason == mail.ErrSMTPMailFrom:
		return failure{cause, senderRefused}
	default:
		return failure{cause, notTaken}
	}
}
