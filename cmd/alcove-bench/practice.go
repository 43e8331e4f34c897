package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"

	"connectrpc.com/connect"

	alcovev1 "alcove/proto/alcove/v1"
)

// practice is who uses the server during the measurement.
type practice struct {
	srv          *server
	practitioner *person
	mu           sync.Mutex
	clients      []client
}

type client struct {
	*person
	stream []byte // the conversation with the practitioner
}

// enrolPractice sets the server up and invites one practitioner.
func enrolPractice(ctx context.Context, srv *server) (*practice, error) {
	steward, err := register(ctx, srv, srv.setUp)
	if err != nil {
		return nil, fmt.Errorf("steward: %w", err)
	}
	invited, err := steward.practice.CreateInvitation(ctx, connect.NewRequest(&alcovev1.CreateInvitationRequest{
		Label: "bench", Role: alcovev1.Role_ROLE_PRACTITIONER,
	}))
	if err != nil {
		return nil, fmt.Errorf("invite: %w", err)
	}
	practitioner, err := register(ctx, srv, invited.Msg.GetToken())
	if err != nil {
		return nil, fmt.Errorf("practitioner: %w", err)
	}
	return &practice{srv: srv, practitioner: practitioner}, nil
}

// grow registers clients, each with a conversation, until there are n.
func (p *practice) grow(ctx context.Context, n int) error {
	missing := n - len(p.clients)
	return parallel(missing, runtime.NumCPU(), func(int) error {
		person, err := register(ctx, p.srv, "")
		if err != nil {
			return fmt.Errorf("client: %w", err)
		}
		stream, err := person.converse(ctx, p.practitioner)
		if err != nil {
			return err
		}
		p.mu.Lock()
		defer p.mu.Unlock()
		p.clients = append(p.clients, client{person, stream})
		return nil
	})
}

// parallel does n jobs, at most width at a time, and returns the first error.
func parallel(n, width int, job func(i int) error) error {
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
