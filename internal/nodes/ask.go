package nodes

import (
	"context"

	"alcove/internal/fault"
	"alcove/internal/linking"
)

// Mailboxes are those that this node keeps. Implemented by package linking.
type Mailboxes interface {
	// Serve does what another node was asked for, if the mailbox is here.
	Serve(linking.Request) (a linking.Answer, there bool)
}

// errUnreachable: only the node that has the mailbox can tell, and it cannot be asked.
var errUnreachable = fault.New(fault.Unavailable, "link_unreachable", "The server cannot reach the other device just now. Please try again in a moment.")

// maxAsked bounds the accounts of one question.
const maxAsked = 4096

// Here returns those of the accounts of which a device is connected, to this node or
// another. What others do not answer at once counts as not connected.
func (l *Link) Here(ctx context.Context, accounts []Account) []Account {
	here := l.Hub.Here(accounts)
	for len(accounts) > 0 {
		some := accounts[:min(maxAsked, len(accounts))]
		accounts = accounts[len(some):]
		_ = l.ask(ctx, question{Here: bytesOf(some)}, func(a answer) bool {
			here = append(here, accountsOf(a.Here)...)
			return false
		})
	}
	return here
}

// AskLink asks the node that has a mailbox. there is false where none has it.
//
// Errors: link_unreachable when not all nodes answered and none of them had it.
func (l *Link) AskLink(ctx context.Context, r linking.Request) (found linking.Answer, there bool, err error) {
	err = l.ask(ctx, question{Link: &r}, func(a answer) bool {
		if a.Link != nil {
			found, there = *a.Link, true
		}
		return there
	})
	if err != nil && !there {
		return found, false, errUnreachable
	}
	return found, there, nil
}

// ask asks all other nodes and gives each answer to take, until that is content or all
// have answered. It fails when some did not.
func (l *Link) ask(ctx context.Context, q question, take func(answer) bool) error {
	l.mu.Lock()
	conn, seal, waiting := l.conn, l.seal, 0
	for range l.peers {
		waiting++
	}
	l.mu.Unlock()
	inbox, err := conn.SubscribeSync(conn.NewInbox())
	if err != nil {
		return err
	}
	defer func() { _ = inbox.Unsubscribe() }()
	count := seal.next(kindAsk)
	if err := conn.PublishRequest(seal.subject+onAsk, inbox.Subject, seal.close(kindAsk, count, encode(q))); err != nil {
		return err
	}
	limited, cancel := untilAnswered(ctx)
	defer cancel()
	for waiting > 0 {
		m, err := inbox.NextMsgWithContext(limited)
		if err != nil {
			return err
		}
		a, err := openAnswer(seal, m.Data)
		if err != nil || !a.answersTo(seal.node, count) {
			continue
		}
		waiting--
		if take(a) {
			return nil
		}
	}
	if !conn.IsConnected() {
		return errUnreachable
	}
	return nil
}

func openAnswer(seal *sealer, message []byte) (a answer, err error) {
	node, _, err := sender(message)
	if err != nil {
		return a, err
	}
	aead, err := aeadOf(seal.secret, node)
	if err != nil {
		return a, err
	}
	content, err := opener{aead}.open(kindAnswer, message)
	if err != nil {
		return a, err
	}
	return a, decode(content, &a)
}
