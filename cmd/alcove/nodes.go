package main

import (
	"context"
	"errors"
	"flag"
	"log/slog"
	"net/url"
	"os"
	"strings"

	"alcove/internal/account"
	"alcove/internal/api"
	"alcove/internal/linking"
	"alcove/internal/nodes"
	"alcove/internal/relay"
)

// labelNodes derives what the nodes of a practice share of the server's secrets.
const labelNodes = "alcove/v1/server/nodes"

// relayPassword is where the password for NATS is taken from: arguments can be seen by
// everybody on the machine.
const relayPassword = "ALCOVE_RELAY_PASSWORD"

// relayOptions say how this node reaches the others.
type relayOptions struct {
	url, credentials, ca string
}

func (r *relayOptions) flags(f *flag.FlagSet) {
	f.Func("relay", "NATS servers between the nodes of one practice, as nats://HOST:4222 or tls://USER@HOST:4222, several with commas between; the password is taken from "+relayPassword, r.set)
	f.StringVar(&r.credentials, "relay-credentials", "", "NATS credentials file, where NATS wants one")
	f.StringVar(&r.ca, "relay-ca", "", "certificates to trust of NATS, besides the system's, PEM")
}

func (r *relayOptions) set(given string) error {
	var all []string
	for one := range strings.SplitSeq(given, ",") {
		u, err := url.Parse(one)
		if err != nil || u.Host == "" || u.Scheme != "nats" && u.Scheme != "tls" {
			return errors.New("nats://HOST:4222 or tls://HOST:4222 is expected")
		}
		if _, some := u.User.Password(); some {
			return errors.New("the password is taken from " + relayPassword + ", not from here, where everybody on the machine can see it")
		}
		if user := u.User.Username(); user != "" {
			u.User = url.UserPassword(user, os.Getenv(relayPassword))
		}
		all = append(all, u.String())
	}
	r.url = strings.Join(all, ",")
	return nil
}

// connectNodes begins to connect this node with the others, if there are any.
func (s *server) connectNodes(o relayOptions, keys account.Keys, log *slog.Logger) error {
	s.links = linking.Anywhere{Here: linking.New(s.clock.Steady)}
	if o.url == "" {
		return nil
	}
	secret, err := keys.For(labelNodes)
	if err != nil {
		return err
	}
	s.nodes, err = nodes.Connect(nodes.Config{
		URL: o.url, Credentials: o.credentials, CAs: o.ca, Secret: secret,
		Hub: s.hub, Encode: api.EncodeEvent, Mailboxes: s.links.Here, Notices: s.notices, Steady: s.clock.Steady, Log: log,
	})
	if err != nil {
		return err
	}
	s.hub.Join(s.nodes)
	s.notices.Join(s.nodes)
	s.links.Others = s.nodes
	return nil
}

// sealing has the accounts seal, which are made after what asks for it.
type sealing struct{ *server }

// SealAs implements survey.Sealer.
func (s sealing) SealAs(purpose string, content []byte) ([]byte, error) {
	return s.accounts.SealAs(purpose, content)
}

// OpenAs implements survey.Sealer.
func (s sealing) OpenAs(purpose string, sealed []byte) ([]byte, error) {
	return s.accounts.OpenAs(purpose, sealed)
}

// renewShared goes on under what follows from the exchanged secrets, as other nodes will
// when they start with them.
func (s *server) renewShared() error {
	failed := s.ballots.Renew(context.Background(), nil)
	if s.nodes == nil {
		return failed
	}
	secret, err := s.accounts.SecretFor(labelNodes)
	if err != nil {
		return errors.Join(failed, err)
	}
	return errors.Join(failed, s.nodes.Renew(secret))
}

// poller asks the database for what other nodes store.
func (s *server) poller(log *slog.Logger) *nodes.Poller {
	return &nodes.Poller{
		Hub: s.hub, Link: s.nodes, Store: s.db.Nodes(), Streams: s.streams, Steady: s.clock.Steady, Log: log,
		Asked: func(ctx context.Context) (relay.Rekeying, error) {
			asked, err := s.breaches.Rekeying(ctx)
			return relay.Rekeying{Number: asked.Number, Day: asked.Day}, err
		},
	}
}

// here names those of the accounts of which a device is connected to any node.
func (s *server) here(ctx context.Context, accounts []nodes.Account) []nodes.Account {
	if s.nodes == nil {
		return s.hub.Here(accounts)
	}
	return s.nodes.Here(ctx, accounts)
}

// online reports whether a device of an account is.
func (s *server) online(a account.ID) bool {
	return len(s.here(context.Background(), []nodes.Account{a})) > 0
}
