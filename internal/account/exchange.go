package account

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"alcove/internal/fault"
)

// After a theft of the server's key file its secrets are exchanged for new ones, a
// generation more of them:
//
//   - names and one-time codes are layered: what the database holds is hashed once
//     more under the new generation, so that nobody's name is needed for it, and who
//     has the former secrets only finds nothing in a database stolen later;
//   - states sealed before, and proofs of work, count no more: who was just logging in
//     begins again. Whoever has the sealing key could log in as anybody;
//   - OPAQUE records stay bound to the generation they were made under, because only
//     who knows the passphrase can make another. So a log-in takes place under any
//     generation that lives: the client begins with the newest, and where nothing
//     opens goes back one by one. Each name is answered in each generation, those that
//     do not exist too, and always by the same: from outside nobody can tell under which
//     one somebody's record is. After a log-in under an older one the client makes a
//     new record of the same passphrase;
//   - once no record is of an older generation, that generation's OPAQUE seed is
//     destroyed.
//
// The file is kept before the database, whose one transaction decides: a file with a
// generation more than the database is an exchange that was broken off, and finished
// at the next start. What cannot be taken back is what the thief has: with secrets and
// database of before the exchange they guess at their own pace.

// Layering is what Store.Layer does: each name and code is replaced by what Name and
// Code make of it.
type Layering struct {
	From, To   int // generations
	Day        int64
	Name, Code func(keyed []byte) []byte
}

// ErrOtherKeys: the key file is not the one that belongs to the database.
var ErrOtherKeys = errors.New("the database needs a later generation of the server's secrets than its key file has: put back the file that belongs to it, as the backup holds it or, with several nodes, the node where the keys were exchanged; with this one nobody could log in")

// maxOlder is how many generations back clients go at a log-in (docs/protocol.md): with
// one more whoever has a record of the oldest could not come in any more.
const maxOlder = 8

// ErrTooManyGenerations: somebody has a record of that many generations ago.
var ErrTooManyGenerations = fault.New(fault.Precondition, "too_many_generations", "The keys were exchanged eight times, and somebody has not logged in since. Once more would lock them out.")

// Settle brings the database to the newest generation of the secrets. It refuses a
// database that is further than they are: its names could not be found by them.
func (k Keys) Settle(ctx context.Context, store Store, now time.Time) error {
	at, err := store.Generation(ctx)
	if err != nil {
		return err
	}
	switch {
	case at > k.Generations():
		return fmt.Errorf("%s ends with generation %d, the database has %d: %w", k.path, k.Generations(), at, ErrOtherKeys)
	case at == k.Generations():
		return nil
	}
	later := k.generations[at:]
	return store.Layer(ctx, Layering{
		From: at, To: k.Generations(), Day: now.Unix() / 86400,
		Name: func(keyed []byte) []byte {
			return last(layers(later, func(g generation) [32]byte { return g.pepper }, keyed))
		},
		Code: func(keyed []byte) []byte {
			return last(layers(later, func(g generation) [32]byte { return g.codes }, keyed))
		},
	})
}

func last(all [][]byte) []byte { return all[len(all)-1] }

// Exchange makes a new generation of the secrets and brings the database to it. One
// that was broken off is finished instead.
func (k Keys) Exchange(ctx context.Context, store Store, random io.Reader, now time.Time) (Keys, error) {
	at, err := store.Generation(ctx)
	if err != nil {
		return k, err
	}
	if at == k.Generations() {
		if len(k.Living()) > maxOlder {
			return k, ErrTooManyGenerations
		}
		if k, err = k.with(random); err != nil {
			return k, err
		}
	}
	return k, k.Settle(ctx, store, now)
}

// ExchangeKeys exchanges the secrets while the server serves, and answers which
// generation is in use. Log-ins that are under way wait for it and begin again.
func (s *Service) ExchangeKeys(ctx context.Context) (generation int, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ctx = context.WithoutCancel(ctx) // half of it would have to be finished all the same
	was, err := s.Store.Generation(ctx)
	if err != nil {
		return 0, err
	}
	kept, err := s.kept.Exchange(ctx, s.Store, s.Random, s.Clock())
	s.kept = kept
	if err != nil {
		// Nobody can know whether a write that failed took place.
		if at, asked := s.Store.Generation(ctx); asked != nil || at == was || at != kept.Generations() {
			return 0, err
		}
	}
	return kept.Generations(), s.adopt(kept)
}

// adopt takes secrets into use. To be called with mu held for writing.
func (s *Service) adopt(k Keys) error {
	next, err := s.newRing(k, k.Generations())
	if err != nil {
		return err
	}
	s.ring, s.kept = next, k
	s.proofs.rekey(next.newest().proof)
	return nil
}

// KeysState says how far an exchange is.
type KeysState struct {
	Generation int
	Day        int64 // on which the newest began; 0 for the first
	// Waiting is how many accounts have not logged in since, rounded up: 0, or a multiple of waitingStep.
	Waiting int
	Ended   int // how many older generations are destroyed
}

// waitingStep keeps a count from telling of single accounts.
const waitingStep = 10

// SecretFor is Keys.For of the secrets in use.
func (s *Service) SecretFor(label string) ([32]byte, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ring.For(label)
}

// KeysState gives it.
func (s *Service) KeysState(ctx context.Context) (KeysState, error) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ring.State(ctx, s.Store)
}

// State says how far an exchange is, of secrets that are in use.
func (k Keys) State(ctx context.Context, store Store) (KeysState, error) {
	accounts, began, err := store.Generations(ctx)
	state := KeysState{Generation: k.Generations(), Day: began[k.Generations()], Ended: k.Generations() - len(k.Living())}
	for number, n := range accounts {
		if number < state.Generation {
			state.Waiting += n
		}
	}
	state.Waiting = (state.Waiting + waitingStep - 1) / waitingStep * waitingStep
	return state, err
}

// endUnused destroys the OPAQUE seeds of generations that no account's record is of.
// It waits until that was so at two sweeps: a backup copies the file after the
// database, and must not find a seed destroyed that a record in it still needs.
func (s *Service) endUnused(ctx context.Context) error {
	s.mu.RLock()
	living := s.ring.Living()
	s.mu.RUnlock()
	if len(living) == 1 {
		return nil
	}
	accounts, _, err := s.Store.Generations(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.kept.Generations() != s.ring.Generations() {
		return nil // an exchange failed, and is to be finished first
	}
	unused := map[int]bool{}
	for _, number := range s.ring.Living()[1:] {
		if accounts[number] > 0 {
			continue
		}
		unused[number] = true
		if !s.unused[number] {
			continue
		}
		rest, err := s.kept.without(number)
		if err != nil {
			return err
		}
		if err := s.adopt(rest); err != nil {
			return err
		}
	}
	s.unused = unused
	return nil
}
