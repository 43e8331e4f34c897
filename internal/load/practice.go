package load

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"

	"connectrpc.com/connect"

	alcovev1 "alcove/proto/alcove/v1"
)

// Practice is who uses the server.
type Practice struct {
	Server       *Server
	Steward      *Person
	Practitioner *Person
	Clients      []Client
	mu           sync.Mutex // of Clients, while they grow
}

// Client is a client and where it talks.
type Client struct {
	*Person
	Stream []byte // the conversation with the practitioner
	Known  int    // records of it that were acknowledged to the client
}

// EnrolPractice sets the server up and invites one practitioner.
func EnrolPractice(ctx context.Context, srv *Server) (*Practice, error) {
	steward, err := register(ctx, srv, srv.setUp)
	if err != nil {
		return nil, fmt.Errorf("steward: %w", err)
	}
	invited, err := steward.practice.CreateInvitation(ctx, connect.NewRequest(&alcovev1.CreateInvitationRequest{
		Label: "load", Role: alcovev1.Role_ROLE_PRACTITIONER,
	}))
	if err != nil {
		return nil, fmt.Errorf("invite: %w", err)
	}
	practitioner, err := register(ctx, srv, invited.Msg.GetToken())
	if err != nil {
		return nil, fmt.Errorf("practitioner: %w", err)
	}
	return &Practice{Server: srv, Steward: steward, Practitioner: practitioner}, nil
}

// Grow registers clients, each with a conversation, until there are n.
func (p *Practice) Grow(ctx context.Context, n int) error {
	missing := n - len(p.Clients)
	return Parallel(missing, runtime.NumCPU(), func(int) error {
		person, err := register(ctx, p.Server, "")
		for connect.CodeOf(err) == connect.CodeResourceExhausted { // all of them have one address, which may ask so often a minute
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-time.After(5 * time.Second):
			}
			person, err = register(ctx, p.Server, "")
		}
		if err != nil {
			return fmt.Errorf("client: %w", err)
		}
		stream, err := person.converse(ctx, p.Practitioner)
		if err != nil {
			return err
		}
		p.mu.Lock()
		defer p.mu.Unlock()
		p.Clients = append(p.Clients, Client{person, stream, 0})
		return nil
	})
}

// Parallel does n jobs, at most width at a time, and returns the first error.
func Parallel(n, width int, job func(i int) error) error {
	var (
		wg    sync.WaitGroup
		once  sync.Once
		first error
		next  = make(chan int)
	)
	for range width {
		wg.Go(func() {
			for i := range next {
				if err := job(i); err != nil {
					once.Do(func() { first = err })
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	wg.Wait()
	return first
}
