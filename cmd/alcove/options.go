package main

import (
	"crypto/x509"
	"errors"
	"flag"
	"fmt"
	"net"
	"net/url"
	"os"
	"strings"

	"alcove/internal/auditor"
	"alcove/internal/certs"
	"alcove/internal/disclosure"
	"alcove/internal/mailer"
	"alcove/internal/pages"
	"alcove/internal/store"
)

type options struct {
	data    string
	store   string // URL of a PostgreSQL database; empty for SQLite in the data folder
	listen  string
	drill   bool // a copy is served, to rehearse on
	metrics string
	public  *url.URL // where browsers reach the server
	cert    certs.Source
	mail    *mailer.SMTP // nil for no e-mail
	// securityContact are URIs at which a weakness can be reported; published.
	securityContact []string
	// witnesses cosign the key log; witnessCAs vouch for their certificates beside the system's.
	witnesses  []auditor.Asked
	witnessCAs *x509.CertPool
	relay      relayOptions
	// pushServices may be called beside those known, as host or host:port.
	pushServices []string
}

// keptIn says which database holds the practice.
func (o options) keptIn() disclosure.Store {
	if o.store != "" {
		return disclosure.Postgres
	}
	return disclosure.SQLite
}

// storeFlag explains -store. A password in an argument is seen by everybody on the machine.
const storeFlag = "URL of the PostgreSQL database that holds the practice, postgres://USER@HOST/DATABASE?sslmode=verify-full; empty for SQLite in the data folder. The password is taken from PGPASSWORD or the file that PGPASSFILE names"

var errStoreURL = errors.New("-store must look like postgres://USER@HOST/DATABASE?sslmode=verify-full")

func parseOptions(args []string) (options, error) {
	var o options
	var public string
	var smtp mailer.SMTP
	f := flag.NewFlagSet("alcove serve", flag.ContinueOnError)
	f.StringVar(&o.data, "data", "./data", "folder of the database, the server's key and certificates")
	f.StringVar(&o.store, "store", "", storeFlag)
	f.StringVar(&o.listen, "listen", "localhost:8443", "address to serve HTTPS on")
	f.StringVar(&o.metrics, "metrics", "127.0.0.1:9464", "loopback address of /healthz, /readyz and /metrics; empty for none")
	f.StringVar(&public, "public-url", "", "where browsers reach the server, if it is not https://LISTEN or the ACME domain")
	f.StringVar(&o.cert.CertFile, "cert", "", "certificate chain, PEM")
	f.StringVar(&o.cert.KeyFile, "key", "", "private key of the certificate, PEM")
	f.StringVar(&o.cert.ACMEDomain, "acme-domain", "", "get a certificate for this domain from Let's Encrypt (accepts their terms)")
	f.StringVar(&o.cert.ACMEEmail, "acme-email", "", "where Let's Encrypt may reach you")
	f.StringVar(&smtp.Host, "smtp-host", "", "mail server for contentless e-mail; empty for none")
	f.IntVar(&smtp.Port, "smtp-port", 0, "its port, if it is not the usual one")
	f.StringVar(&smtp.TLS, "smtp-tls", "implicit", "implicit (465), starttls (587), or none (only on this machine)")
	f.StringVar(&smtp.User, "smtp-user", "", "who logs in there; the password is taken from ALCOVE_SMTP_PASSWORD")
	f.StringVar(&smtp.From, "smtp-from", "", "sender of e-mail, such as \"Office <office@example.org>\"")
	f.StringVar(&smtp.CAFile, "smtp-ca", "", "certificates to trust besides the system's, PEM")
	o.relay.flags(f)
	f.Func("push-service", "HOST or HOST:PORT of a push service that may be called beside those of the usual browsers, also within this network; may be given several times", func(host string) error {
		if host == "" || strings.ContainsAny(host, "/@ ") {
			return errors.New("a host, or host:port, is expected")
		}
		o.pushServices = append(o.pushServices, host)
		return nil
	})
	f.Func("security-contact", "where a weakness can be reported, for everybody to see: an e-mail address, or a URL such as https://… or tel:+49…; may be given several times, the best first", func(given string) error {
		contact, err := pages.ParseContact(given)
		o.securityContact = append(o.securityContact, contact)
		return err
	})
	f.Func("witness", "KEY,URL of a witness that is asked to cosign the key log (alcove witness prints its key); may be given several times", func(given string) error {
		w, err := auditor.ParseAsked(given)
		o.witnesses = append(o.witnesses, w)
		return err
	})
	f.Func("witness-ca", "certificates to trust of witnesses, besides the system's, PEM", func(file string) (err error) {
		o.witnessCAs, err = readCAs(file)
		return err
	})
	if err := f.Parse(args); err != nil {
		return o, err
	}
	if f.NArg() > 0 {
		return o, errors.New("unknown argument " + f.Arg(0))
	}
	if o.store != "" && !store.IsPostgres(o.store) {
		return o, errStoreURL
	}
	if o.relay.url != "" && o.store == "" {
		return o, errors.New("-relay is for several nodes of one practice, which keep it in one PostgreSQL database: -store is missing")
	}
	if (o.cert.CertFile == "") != (o.cert.KeyFile == "") {
		return o, errors.New("-cert and -key go together")
	}
	o.cert.Listen = o.listen
	if o.metrics != "" && !isLoopback(o.metrics) {
		return o, errors.New("-metrics must be a loopback address: the figures are not for the public")
	}
	if err := o.setPublic(public); err != nil {
		return o, err
	}
	return o, o.setMail(smtp)
}

func readCAs(file string) (*x509.CertPool, error) {
	pem, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		return nil, err
	}
	if !pool.AppendCertsFromPEM(pem) {
		return nil, errors.New("no certificates in " + file)
	}
	return pool, nil
}

// setMail checks how mail is to be sent. The password comes by the environment:
// arguments can be seen by everybody on the machine, and the database holds none.
func (o *options) setMail(smtp mailer.SMTP) error {
	if smtp.Host == "" {
		return nil
	}
	if smtp.User != "" {
		smtp.Password = os.Getenv("ALCOVE_SMTP_PASSWORD")
	}
	smtp.Name = o.public.Hostname()
	o.mail = &smtp
	if err := smtp.Check(); err != nil {
		return fmt.Errorf("e-mail: %w", err)
	}
	return nil
}

func (o *options) setPublic(given string) (err error) {
	switch {
	case given != "":
	case o.cert.ACMEDomain != "":
		given = "https://" + o.cert.ACMEDomain
	default:
		host, port, err := net.SplitHostPort(o.listen)
		if err != nil {
			return err
		}
		if ip := net.ParseIP(host); host == "" || ip != nil && (ip.IsUnspecified() || ip.IsLoopback()) {
			host = "localhost" // passkeys need a name
		}
		given = "https://" + net.JoinHostPort(host, port)
		if port == "443" {
			given = "https://" + host
		}
	}
	if o.public, err = url.Parse(given); err != nil {
		return err
	}
	if o.public.Scheme != "https" || o.public.Host == "" || o.public.Path != "" {
		return errors.New("-public-url must look like https://talk.example.org")
	}
	return nil
}

func isLoopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return false
	}
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
