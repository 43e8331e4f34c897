package nodes

import (
	"slices"

	"github.com/nats-io/nats.go"

	"alcove/internal/relay"
)

// receive takes a hint of another node. NATS calls it, one at a time.
func (l *Link) receive(m *nats.Msg) {
	content, fresh := l.open(m.Data)
	if !fresh {
		return
	}
	l.stats.received.Add(1)
	var h hint
	if err := decode(content, &h); err != nil {
		l.Doubt() // a newer node, perhaps
		return
	}
	if h.Leaving {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.peers, [16]byte(m.Data[1:17]))
		return
	}
	l.take(h)
}

// open opens a hint and notes its count. A hint that is older than one that came before
// is dropped; one that does not follow it shows that there were others.
func (l *Link) open(message []byte) (content []byte, fresh bool) {
	node, count, err := sender(message)
	if err != nil {
		l.Doubt()
		return nil, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	p, known := l.peers[node]
	if !known {
		aead, err := aeadOf(l.seal.secret, node)
		if err != nil {
			return nil, false
		}
		p = &peer{opener: opener{aead}}
	}
	if content, err = p.open(kindHint, message); err != nil || known && count <= p.count {
		return nil, false
	}
	if !known {
		l.peers[node] = p  // only here: who cannot seal does not fill the map
		l.tell(outgoing{}) // so that it knows of us
	}
	if count != p.count+1 {
		l.Doubt()
	}
	p.count, p.heard = count, l.Steady()
	return content, true
}

func (l *Link) take(h hint) {
	to := accountsOf(h.To)
	switch {
	case len(h.Ended) > 0:
		for _, a := range to {
			l.Hub.EndSessions(a, sessionsOf(h.Ended))
		}
	case h.All:
		l.Hub.PublishToAll(relay.Relayed(h.Frame))
	case len(to) > 0:
		l.Hub.Publish(to, relay.Relayed(h.Frame))
	}
	for _, a := range accountsOf([][]byte{h.AtWork}) {
		l.Notices.HeardOf(a)
	}
	for _, a := range accountsOf([][]byte{h.Told}) {
		l.Notices.Told(a, h.Way)
	}
}

// answer answers another node's question. NATS calls it, one at a time.
func (l *Link) answer(m *nats.Msg) {
	node, count, err := sender(m.Data)
	if err != nil || m.Reply == "" {
		return
	}
	l.mu.Lock()
	seal := l.seal
	l.mu.Unlock()
	aead, err := aeadOf(seal.secret, node)
	if err != nil {
		return
	}
	content, err := opener{aead}.open(kindAsk, m.Data)
	if err != nil {
		return
	}
	var q question
	if err := decode(content, &q); err != nil {
		return // who asked waits in vain, for a moment
	}
	a := answer{Node: node[:], Count: count, Here: bytesOf(l.Hub.Here(accountsOf(q.Here)))}
	if q.Link != nil {
		if found, there := l.Mailboxes.Serve(*q.Link); there {
			a.Link = &found
		}
	}
	_ = m.Respond(seal.close(kindAnswer, seal.next(kindAnswer), encode(a)))
}

// answersTo reports whether this is the answer to a question.
func (a answer) answersTo(node [16]byte, count uint64) bool {
	return slices.Equal(a.Node, node[:]) && a.Count == count
}
