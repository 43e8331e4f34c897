package crash

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"time"

	"connectrpc.com/connect"

	"alcove/internal/auditor"
	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// errand is what somebody does besides writing into streams: one call after the
// other, each of which can be asked again when nobody answered it.
type errand interface {
	// step asks the next call, or the one before again if that was not answered, and
	// notes the answer.
	step(ctx context.Context) error
	// examine holds everything that was answered against what the server has.
	examine(ctx context.Context) error
}

// errands are those that are under way on a server, each on its own.
func errands(p *load.Practice) []errand {
	return []errand{
		&signUps{practice: &load.Practice{Server: p.Server, Practitioner: p.Practitioner}},
		&vaultErrand{accounts: accounts(p.Clients[0].Person)},
		newFileErrand(p.Clients[1]),
		newSurveyErrand(p),
	}
}

// call asks once, for half a minute at most: what is waited for longer is lost.
func ask[Q, A any](ctx context.Context, method func(context.Context, *connect.Request[Q]) (*connect.Response[A], error), q *Q) (*A, error) {
	limited, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	answer, err := method(limited, connect.NewRequest(q))
	if err != nil {
		return nil, err
	}
	return answer.Msg, nil
}

// codeOf is the stable code of a refusal.
func codeOf(err error) string {
	var refused *connect.Error
	if !errors.As(err, &refused) {
		return ""
	}
	for _, d := range refused.Details() {
		if v, err := d.Value(); err == nil {
			if info, ok := v.(*alcovev1.ErrorInfo); ok {
				return info.GetCode()
			}
		}
	}
	return ""
}

func connection(srv *load.Server) *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: srv.TLS.Clone(), ForceAttemptHTTP2: true}}
}

func accounts(p *load.Person) rpc.AccountServiceClient {
	return rpc.NewAccountServiceClient(connection(p.Server), p.Server.URL, load.Bearer(p.Token))
}

// signUps are people who become accounts and begin a conversation.
type signUps struct {
	practice *load.Practice
	examined int
}

func (s *signUps) step(ctx context.Context) error {
	return s.practice.Grow(ctx, len(s.practice.Clients)+1)
}

// examine has those who came since the last time show themselves by their sessions.
func (s *signUps) examine(ctx context.Context) error {
	for ; s.examined < len(s.practice.Clients); s.examined++ {
		c := s.practice.Clients[s.examined]
		if _, err := ask(ctx, accounts(c.Person).GetVault, &alcovev1.GetVaultRequest{}); err != nil {
			return fmt.Errorf("an account whose sign-up was acknowledged: %w", err)
		}
		read, err := ask(ctx, c.Streams.Read, &alcovev1.ReadRequest{StreamId: c.Stream})
		if err != nil || read.GetHeadSeq() != 3 {
			return fmt.Errorf("its conversation ends at record %d: %w", read.GetHeadSeq(), err)
		}
	}
	return nil
}

// vaultErrand replaces one account's vault again and again.
type vaultErrand struct {
	accounts rpc.AccountServiceClient
	version  uint64
	content  []byte
	next     []byte // asked for and not answered
}

func (v *vaultErrand) step(ctx context.Context) error {
	if v.next != nil { // it may have taken place
		if err := v.examine(ctx); err != nil {
			return err
		}
	}
	if v.version == 0 {
		now, err := ask(ctx, v.accounts.GetVault, &alcovev1.GetVaultRequest{})
		if err != nil {
			return err
		}
		v.version, v.content = now.GetVersion(), now.GetVault()
	}
	v.next = load.Random(4096)
	done, err := ask(ctx, v.accounts.PutVault, &alcovev1.PutVaultRequest{ExpectedVersion: v.version, Vault: v.next})
	if err != nil {
		return err
	}
	v.version, v.content, v.next = done.GetVersion(), v.next, nil
	return nil
}

func (v *vaultErrand) examine(ctx context.Context) error {
	if v.version == 0 {
		return nil
	}
	now, err := ask(ctx, v.accounts.GetVault, &alcovev1.GetVaultRequest{})
	switch {
	case err != nil:
		return err
	case now.GetVersion() == v.version && bytes.Equal(now.GetVault(), v.content):
	case v.next != nil && now.GetVersion() == v.version+1 && bytes.Equal(now.GetVault(), v.next):
		v.version, v.content = now.GetVersion(), v.next
	default:
		return fmt.Errorf("the vault has version %d, acknowledged was %d, or another content", now.GetVersion(), v.version)
	}
	v.next = nil
	return nil
}

// auditLog reads the whole key log as a stranger does: it must go on from what was
// seen before.
func auditLog(ctx context.Context, srv *load.Server, seen *auditor.Seen) (*auditor.Seen, error) {
	address, err := url.Parse(srv.URL)
	if err != nil {
		return nil, err
	}
	report, err := auditor.Verify(ctx, auditor.Subject{URL: address, TLS: srv.TLS, Seen: seen})
	return &report.Seen, err
}
