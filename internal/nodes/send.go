package nodes

import (
	"time"

	"alcove/internal/relay"
)

// outgoing is a hint on its way; its event is encoded by whoever sends it.
type outgoing struct {
	hint
	event relay.Event
	size  int64
}

// Publish implements relay.Others.
func (l *Link) Publish(to []Account, e relay.Event) {
	l.tell(outgoing{hint: hint{To: bytesOf(to)}, event: e})
}

// PublishToAll implements relay.Others.
func (l *Link) PublishToAll(e relay.Event) { l.tell(outgoing{hint: hint{All: true}, event: e}) }

// EndSessions implements relay.Others.
func (l *Link) EndSessions(account Account, sessions []Session) {
	l.tell(outgoing{hint: hint{To: bytesOf([]Account{account}), Ended: bytesOf(sessions)}})
}

// AtWork tells the others that a device of the account is.
func (l *Link) AtWork(account Account) { l.tell(outgoing{hint: hint{AtWork: account[:]}}) }

// Told tells the others that an account was told, in a way.
func (l *Link) Told(account Account, way uint8) {
	l.tell(outgoing{hint: hint{Told: account[:], Way: way}})
}

// tell queues a hint, or drops it so that the others notice: it never waits.
func (l *Link) tell(o outgoing) {
	o.size = int64(64 + 17*len(o.To) + 33*len(o.Ended))
	if e, ok := o.event.(*relay.RecordAdded); ok {
		o.size += int64(len(e.Record.Ciphertext))
	}
	if l.queued.Add(o.size) <= maxQueueBytes {
		select {
		case l.queue <- o:
			return
		default:
		}
	}
	l.queued.Add(-o.size)
	l.stats.dropped.Add(1)
	l.lost.Store(true)
}

// send sends what is queued, one after the other, until the link is closed; then it
// says goodbye.
func (l *Link) send() {
	defer close(l.done)
	beat := time.NewTicker(beatEvery)
	defer beat.Stop()
	for {
		select {
		case o := <-l.queue:
			l.queued.Add(-o.size)
			l.publish(o)
		case <-beat.C:
			l.publish(outgoing{})
		case <-l.stop:
			for len(l.queue) > 0 {
				l.publish(<-l.queue)
			}
			l.publish(outgoing{hint: hint{Leaving: true}})
			return
		}
	}
}

// publish counts a hint and sends it. One that cannot be sent leaves a gap in the count,
// by which the others know.
func (l *Link) publish(o outgoing) {
	if o.event != nil {
		o.Frame = o.event.Frame(func() []byte { return l.Encode(o.event) })
	}
	l.mu.Lock()
	conn, seal := l.conn, l.seal
	l.forget()
	l.mu.Unlock()
	if l.lost.Swap(false) {
		seal.next(kindHint)
	}
	count := seal.next(kindHint)
	if err := conn.Publish(seal.subject+onHint, seal.close(kindHint, count, encode(o.hint))); err != nil {
		l.stats.dropped.Add(1)
		return
	}
	l.stats.sent.Add(1)
}
