package policy

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"sync"
	"time"

	"alcove/internal/disclosure"
	"alcove/internal/practice"
)

// Store keeps the versions. internal/store implements it. What returned nil is durable.
type Store interface {
	// NewestPolicy gives the number of the newest version, 0 where there is none.
	NewestPolicy(ctx context.Context) (uint32, error)
	// PolicyVersion fails with ErrNone for one that there is not.
	PolicyVersion(ctx context.Context, number uint32) (Version, error)
	// PolicyHeads lists all versions, the newest first.
	PolicyHeads(ctx context.Context) ([]Head, error)
	// AddPolicy fails with ErrMoved where there is one of its number.
	AddPolicy(ctx context.Context, v Version) error
}

// Config is what a service is made of.
type Config struct {
	Store     Store
	Settings  func(context.Context) (practice.Settings, error)
	Inventory disclosure.Inventory
	// Compose puts the policy into words.
	Compose func(practice.Settings, Facts) (Words, error)
	Clock   func() time.Time
}

// Service holds the rules. It is safe for concurrent use.
type Service struct {
	Config
	// one change at a time; nothing but the store is waited for meanwhile.
	turn sync.Mutex
	// newest was compared with these settings, or another node published it under them;
	// the program stays as it is while it runs.
	newest   Version
	heads    []Head
	compared practice.Settings
}

// New returns a service.
func New(c Config) *Service { return &Service{Config: c} }

// Preview is a version before it is published.
type Preview struct {
	Version
	Base    Version // what it takes the place of; number 0: nothing
	Changed bool
}

// Current returns the newest version, and all there are, the newest first. It makes
// one if what the newest says is not so any more. Before the practice is set up
// there is none: the number is 0 then, and the words are those there would be.
//
// It compares the newest with what this program says when it is asked for the first
// time, which is when the server starts, and whenever the settings were changed. What
// another node publishes meanwhile it takes as it is: of two programs the one that was
// started last decides, and they do not replace each other's text by turns.
func (s *Service) Current(ctx context.Context) (Version, []Head, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	return s.current(ctx)
}

// maxTurns is how often a version is made anew because another node was first.
const maxTurns = 5

func (s *Service) current(ctx context.Context) (v Version, heads []Head, err error) {
	for range maxTurns {
		if v, heads, err = s.compare(ctx); !errors.Is(err, ErrMoved) {
			break
		}
	}
	return v, heads, err
}

// compare fails with ErrMoved where it would make a version and another node just did.
func (s *Service) compare(ctx context.Context) (Version, []Head, error) {
	settings, err := s.Settings(ctx)
	if err != nil {
		return Version{}, nil, err
	}
	number, err := s.Store.NewestPolicy(ctx)
	if err != nil {
		return Version{}, nil, err
	}
	compared := s.newest.Number > 0 && reflect.DeepEqual(settings, s.compared)
	if compared && number == s.newest.Number {
		return s.newest, s.heads, nil
	}
	newest, heads, err := s.stored(ctx)
	if err != nil {
		return Version{}, nil, err
	}
	if !compared {
		if newest, heads, err = s.replace(ctx, settings, newest, heads); err != nil || newest.Number == 0 {
			return newest, nil, err
		}
	}
	s.newest, s.heads, s.compared = newest, heads, settings
	return newest, heads, nil
}

// stored reads the newest version, of number 0 where there is none.
func (s *Service) stored(ctx context.Context) (newest Version, heads []Head, err error) {
	if heads, err = s.Store.PolicyHeads(ctx); err == nil && len(heads) > 0 {
		newest, err = s.Store.PolicyVersion(ctx, heads[0].Number)
	}
	return newest, heads, err
}

// replace makes a version in the place of newest if that is not so any more.
func (s *Service) replace(ctx context.Context, settings practice.Settings, newest Version, heads []Head) (Version, []Head, error) {
	facts := newest.Facts
	if newest.Number == 0 {
		facts = Suggested(settings.Jurisdiction)
	}
	made, err := s.make(settings, facts, newest)
	switch {
	case err != nil:
		return Version{}, nil, err
	case !settings.SetUp:
		made.Number = 0
		return made.Version, nil, nil
	case !made.Changed:
		return newest, heads, nil
	}
	made.Cause = s.cause(settings, newest)
	if err := s.Store.AddPolicy(ctx, made.Version); err != nil {
		return Version{}, nil, err
	}
	return made.Version, append([]Head{made.Head}, heads...), nil
}

// cause tells what changed beside the steward's own publishing: while the program
// runs it can only be the settings.
func (s *Service) cause(settings practice.Settings, newest Version) Cause {
	switch {
	case newest.Number == 0:
		return First
	case s.newest.Number > 0 && !reflect.DeepEqual(settings, s.compared):
		return Settings
	default:
		return Server
	}
}

// make gives what would be published now in the place of base.
func (s *Service) make(settings practice.Settings, facts Facts, base Version) (Preview, error) {
	words, err := s.Compose(settings, facts)
	if err != nil {
		return Preview{}, err
	}
	v := Version{Facts: facts, Substance: SubstanceOf(s.Inventory, settings, facts), Words: words}
	v.Number, v.Day = base.Number+1, s.Clock().UTC().Format(time.DateOnly)
	v.Matters = base.Number == 0 || v.Substance.Heavier(base.Substance)
	return Preview{v, base, base.Number == 0 || v.Matters || !reflect.DeepEqual(words, base.Words)}, nil
}

// Preview shows what Publish would make of these facts.
func (s *Service) Preview(ctx context.Context, facts Facts) (Preview, error) {
	s.turn.Lock()
	defer s.turn.Unlock()
	return s.preview(ctx, facts)
}

func (s *Service) preview(ctx context.Context, facts Facts) (Preview, error) {
	if err := facts.Validate(); err != nil {
		return Preview{}, err
	}
	base, _, err := s.current(ctx)
	if err != nil {
		return Preview{}, err
	}
	settings, err := s.Settings(ctx)
	if err != nil {
		return Preview{}, err
	}
	return s.make(settings, facts, base)
}

// Publish makes a version with these facts and a sentence on what is new. It takes
// the place of base, which whoever publishes has seen. What matters by its substance
// matters whatever is said.
func (s *Service) Publish(ctx context.Context, base uint32, facts Facts, note string, matters bool) (uint32, error) {
	if err := practice.Tidy("note", &note, 1, maxText); err != nil {
		return 0, err
	}
	s.turn.Lock()
	defer s.turn.Unlock()
	made, err := s.preview(ctx, facts)
	switch {
	case err != nil:
		return 0, err
	case base == 0, made.Base.Number != base:
		return 0, ErrMoved
	case !made.Changed:
		return 0, errUnchanged
	}
	made.Cause, made.Note, made.Matters = Steward, note, made.Matters || matters
	if err := s.Store.AddPolicy(ctx, made.Version); err != nil {
		return 0, err
	}
	s.newest, s.heads = made.Version, append([]Head{made.Head}, s.heads...)
	return made.Number, nil
}

// Version returns any version.
func (s *Service) Version(ctx context.Context, number uint32) (Version, error) {
	return s.Store.PolicyVersion(ctx, number)
}

// Step is a version and what it changed.
type Step struct {
	Head
	Changes []Change
}

// maxSteps is how far back Steps goes.
const maxSteps = 20

// Steps returns the newest versions, the newest first, each with what is different
// from the one before, in one language.
func (s *Service) Steps(ctx context.Context, heads []Head, lang string) ([]Step, error) {
	if len(heads) > maxSteps {
		heads = heads[:maxSteps]
	}
	steps := make([]Step, 0, len(heads))
	var after []Section
	for i := len(heads) - 1; i >= 0; i-- {
		v, err := s.Store.PolicyVersion(ctx, heads[i].Number)
		if err != nil {
			return nil, err
		}
		step := Step{Head: heads[i]}
		if after == nil && v.Number > 1 {
			before, err := s.Store.PolicyVersion(ctx, v.Number-1)
			if err != nil && !errors.Is(err, ErrNone) {
				return nil, err
			}
			after = before.Words[lang]
		}
		if v.Number > 1 {
			step.Changes = Changes(after, v.Words[lang])
		}
		after = v.Words[lang]
		steps = append(steps, step)
	}
	slices.Reverse(steps)
	return steps, nil
}
