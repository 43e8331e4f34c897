package nodes

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"alcove/internal/relay"
	"alcove/internal/stream"
)

const (
	// lookEvery is how often the database is asked while hints do not arrive.
	lookEvery = 2 * time.Second
	// lookAnyway is how often it is asked though they seem to.
	lookAnyway = time.Minute
	// fewRecords of one stream are told one by one; of more only the last of these, and
	// who misses those before reads from the cursor.
	fewRecords = 32
)

// Place is where a stream stands, as far as somebody who is connected has to hear of it.
type Place struct {
	Head, Epoch uint64
	Closed      bool
	Members     int
	Asking      int // at a room's door
}

// Standing is where an account's streams and its vault stand.
type Standing struct {
	Vault   uint64 // its version
	Streams map[stream.ID]Place
}

// Store is the database that all nodes have in common. internal/store implements it.
type Store interface {
	// Standing gives it of each of the accounts.
	Standing(ctx context.Context, accounts []Account) (map[Account]Standing, error)
	// Living tells which of the sessions have not been ended.
	Living(ctx context.Context, sessions []Session) (map[Session]bool, error)
}

// Streams reads as an account may. Implemented by package stream.
type Streams interface {
	ListStreams(ctx context.Context, account Account) ([]stream.Stream, error)
	Read(ctx context.Context, account Account, id stream.ID, r stream.Range) (stream.Page, error)
}

// Poller asks the database what is new for whoever is connected to this node, and tells
// them: while hints of other nodes do not arrive, once after one may have been lost, and
// now and then anyway.
type Poller struct {
	Hub     *relay.Hub
	Link    *Link // nil where nodes do not tell each other anything
	Store   Store
	Streams Streams
	// Asked tells what was asked of all devices.
	Asked  func(context.Context) (relay.Rekeying, error)
	Steady func() time.Time
	Log    *slog.Logger

	known  map[Account]Standing
	asked  relay.Rekeying
	looked time.Time
	unsure bool // what was not known the last time may have changed unheard
	failed bool
}

// ErrBehind is what a Store answers once another node exchanged the server's secrets
// while this one had no connection with the database, or was starting: it would find no
// name any more.
var ErrBehind = errors.New("the server's keys were exchanged while this node was cut off from the database or starting: copy all *.key files of the node where that was done into this node's data folder, and start it again")

// Run asks until ctx ends. It fails with ErrBehind, when this node has to end.
func (p *Poller) Run(ctx context.Context) error {
	ticker := time.NewTicker(lookEvery)
	defer ticker.Stop()
	var doubt <-chan struct{}
	if p.Link != nil {
		doubt = p.Link.doubt
	}
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-doubt:
			p.unsure = true
		case <-ticker.C:
			up := p.Link != nil && p.Link.Up()
			p.unsure = p.unsure || !up
			if up && !p.unsure && p.Steady().Sub(p.looked) < lookAnyway {
				continue
			}
		}
		err := p.Look(ctx)
		if errors.Is(err, ErrBehind) {
			return ErrBehind
		}
		if failed := err != nil && ctx.Err() == nil; failed != p.failed {
			if p.failed = failed; failed {
				p.Log.Warn("asking for what other nodes stored failed", "cause", err)
			}
		}
	}
}

// Look asks once, and tells what is new.
func (p *Poller) Look(ctx context.Context) error {
	connected := p.Hub.Connected()
	accounts := make([]Account, 0, len(connected))
	var sessions []Session
	for a, of := range connected {
		accounts, sessions = append(accounts, a), append(sessions, of...)
	}
	living, err := p.Store.Living(ctx, sessions)
	if err != nil {
		return err
	}
	for a, of := range connected {
		for _, s := range of {
			if !living[s] {
				p.Hub.EndSessions(a, []Session{s})
			}
		}
	}
	asked, err := p.Asked(ctx)
	if err != nil {
		return err
	}
	now, err := p.Store.Standing(ctx, accounts)
	if err != nil {
		return err
	}
	if p.known != nil && asked != p.asked {
		p.Hub.PublishToAll(&relay.RekeyingAsked{Asked: asked})
	}
	p.asked = asked
	for a, standing := range now {
		before, known := p.known[a]
		switch {
		case !known && p.unsure:
			p.begin(a)
		case known:
			if err := p.tell(ctx, a, before, standing); err != nil {
				return err // and again the next time, from where it was known
			}
		}
	}
	p.known, p.looked, p.unsure = now, p.Steady(), false
	return nil
}

// begin has an account's devices read everything from their cursors.
func (p *Poller) begin(a Account) {
	p.Hub.Publish([]Account{a}, &relay.Ready{Asked: p.asked})
}

// tell tells an account's devices what is new since it was known the last time.
func (p *Poller) tell(ctx context.Context, a Account, before, now Standing) error {
	to := []Account{a}
	if now.Vault != before.Vault {
		p.Hub.Publish(to, &relay.VaultChanged{Version: now.Vault})
	}
	for id := range before.Streams {
		if _, still := now.Streams[id]; !still {
			p.begin(a)
			return nil
		}
	}
	changed := map[stream.ID]bool{}
	for id, place := range now.Streams {
		was, known := before.Streams[id]
		if place.Head > was.Head {
			if err := p.tellRecords(ctx, a, id, was.Head); err != nil {
				return err
			}
		}
		was.Head, was.Epoch = place.Head, place.Epoch // who reads the records knows it
		changed[id] = !known || was != place
	}
	return p.tellChanged(ctx, a, changed)
}

func (p *Poller) tellRecords(ctx context.Context, a Account, id stream.ID, after uint64) error {
	page, err := p.Streams.Read(ctx, a, id, stream.Range{Backwards: true, Limit: fewRecords})
	if err != nil {
		return err
	}
	for i := len(page.Records) - 1; i >= 0; i-- {
		if r := page.Records[i]; r.Seq > after {
			p.Hub.Publish([]Account{a}, &relay.RecordAdded{Stream: id, Record: r})
		}
	}
	return nil
}

func (p *Poller) tellChanged(ctx context.Context, a Account, changed map[stream.ID]bool) error {
	some := false
	for _, c := range changed {
		some = some || c
	}
	if !some {
		return nil
	}
	all, err := p.Streams.ListStreams(ctx, a)
	for _, st := range all {
		if changed[st.ID] {
			p.Hub.Publish([]Account{a}, &relay.StreamChanged{Stream: st})
		}
	}
	return err
}
