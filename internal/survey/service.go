package survey

import (
	"bytes"
	"context"
	"encoding/json"
	"sync"
	"time"
	"unicode/utf8"

	"alcove/internal/account"
	"alcove/internal/keylog"
	"alcove/internal/limit"
)

// Store keeps surveys. internal/store implements it. What returned nil is durable.
type Store interface {
	// Create keeps a survey and puts value into the key log under its label, in one step:
	// ErrFrozen if the id is there or ever was, ErrFull at MaxOwned or MaxOpen.
	Create(ctx context.Context, f Frozen, value keylog.Value, today int64) error
	Survey(ctx context.Context, id ID) (Survey, error)
	// ToAnswer gives, of those that are open on the day or were closed on since or later,
	// the ones that the account is of the audience of; no public ones.
	ToAnswer(ctx context.Context, id account.ID, today, since int64) ([]Survey, error)
	Own(ctx context.Context, owner account.ID) ([]Owned, error)
	// Reaches counts who is of an audience.
	Reaches(ctx context.Context, a Audience) (int, error)
	// Leads reports whether the account leads the room.
	Leads(ctx context.Context, id account.ID, room [16]byte) (bool, error)
	// TakeBallot keeps the hash of what is about to be signed for the account; ErrTaken if
	// there is another one.
	TakeBallot(ctx context.Context, id ID, by account.ID, hash [32]byte, today int64) error
	Answer(ctx context.Context, r Response, today int64) error
	Withdraw(ctx context.Context, id ID, key [32]byte, today int64) error
	Counted(ctx context.Context, id ID) (Counted, error)
	// Released gives so many of a batch's responses at most, ordered by their ballots' keys,
	// which are random, from after that key on.
	Released(ctx context.Context, id ID, batch uint32, after []byte, most int) ([]Released, error)
	// Release releases what is waiting if it is enough, and puts the batch's root into the
	// key log, in one step; before the close at most once a day. To close is to do so for
	// the last time: what is too few is erased. Repeated it changes nothing.
	Release(ctx context.Context, id ID, today int64, closing bool) error
	// Due names those that Release is to be called for: those not looked at on this day,
	// and those whose last day is over.
	Due(ctx context.Context, today int64) (look, closing []ID, err error)
	// Results gives what was published, and on which day.
	Results(ctx context.Context, id ID) (results []byte, day int64, err error)
	Publish(ctx context.Context, id ID, results []byte, day int64) error
	Delete(ctx context.Context, id ID) error
	DeleteOf(ctx context.Context, owner account.ID) error
	// Living names the surveys that are not closed.
	Living(ctx context.Context) ([]ID, error)
	// Forget erases the released responses of surveys closed before the day.
	Forget(ctx context.Context, day int64) error
}

// Proofs takes proofs of work, each once. Implemented by package account.
type Proofs interface {
	SpendProof(account.Proof) error
}

const (
	// asksPerHour bounds how often somebody asks whether an audience is large enough, or
	// has a survey frozen, by which they would be told the same.
	asksPerHour = 20
)

// Service holds the rules. It is safe for concurrent use.
type Service struct {
	store  Store
	keys   BallotKeys
	proofs Proofs
	clock  func() time.Time

	ballots *limit.Counter // by account
	asks    *limit.Counter // by account

	// freezing is held while a survey is frozen, so that its key, which is there before
	// the survey is, is not taken for one that is left over.
	freezing sync.Mutex
}

// New returns a service over its store.
func New(store Store, keys BallotKeys, proofs Proofs, clock func() time.Time) *Service {
	return &Service{store: store, keys: keys, proofs: proofs, clock: clock, ballots: limit.New(clock, time.Hour), asks: limit.New(clock, time.Hour)}
}

func (s *Service) today() int64 { return s.clock().Unix() / 86400 }

// List gives what an account may answer, open surveys and those closed within KeptDays,
// and what it owns.
func (s *Service) List(ctx context.Context, by account.Session) (toAnswer []Survey, own []Owned, err error) {
	if err := s.release(ctx); err != nil {
		return nil, nil, err
	}
	if toAnswer, err = s.store.ToAnswer(ctx, by.AccountID, s.today(), s.today()-KeptDays); err != nil {
		return nil, nil, err
	}
	own, err = s.store.Own(ctx, by.AccountID)
	return toAnswer, own, err
}

// Survey gives one to anybody who knows its id.
func (s *Service) Survey(ctx context.Context, id ID) (Survey, error) { return s.settled(ctx, id) }

// Today tells how far a survey is.
func (s *Service) Today(survey Survey) State { return survey.State(s.today()) }

// steps are the numbers by which audiences are measured: whoever asks for one between is
// answered for the next. So what is told by one bit a number is a range, and who comes or
// goes is seldom seen by it.
var steps = []int{5, 8, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500, 750, 1000}

// CheckAudience tells whether an audience has at least the smallest number.
func (s *Service) CheckAudience(ctx context.Context, by account.Session, a Audience, smallest int) (bool, error) {
	if smallest < minSmallest || smallest > maxSmallest {
		return false, errMalformed
	}
	if err := s.mayAsk(ctx, by, a); err != nil {
		return false, err
	}
	if a.Who == Public {
		return true, nil
	}
	if s.asks.Add(by.AccountID[:]) > asksPerHour {
		return false, errTooOften
	}
	there, err := s.store.Reaches(ctx, a)
	for _, step := range steps {
		if smallest <= step {
			return there >= step, err
		}
	}
	return false, err
}

// mayAsk refuses who may not ask this audience: a steward asks all clients, those of any
// practitioner, and the public; a practitioner their own clients, rooms they lead, and
// the public.
func (s *Service) mayAsk(ctx context.Context, by account.Session, a Audience) error {
	steward, practitioner := by.Role == account.Steward, by.Role == account.Practitioner
	allowed := false
	switch a.Who {
	case Public:
		allowed = steward || practitioner
	case Clients:
		allowed = steward
	case Practitioner:
		allowed = steward || practitioner && a.Of == by.AccountID
	case Room:
		if practitioner {
			leads, err := s.store.Leads(ctx, by.AccountID, a.Of)
			if err != nil {
				return err
			}
			allowed = leads
		}
	}
	if !allowed {
		return errRole
	}
	return nil
}

// Create freezes a survey. Repeated with the same id and definition it answers the same.
//
// Errors: survey_definition_invalid, survey_audience_small, not_allowed, ErrFrozen,
// ErrFull, survey_too_often.
func (s *Service) Create(ctx context.Context, by account.Session, id ID, definition []byte) (Survey, error) {
	f, err := Parse(definition)
	if err != nil {
		return Survey{}, err
	}
	f.ID, f.Owner = id, by.AccountID
	s.freezing.Lock()
	defer s.freezing.Unlock()
	there, err := s.settled(ctx, id)
	if err == nil {
		if there.Owner != f.Owner || !bytes.Equal(there.Definition, definition) {
			return Survey{}, ErrFrozen
		}
		return there, nil
	}
	if !isNotFound(err) {
		return Survey{}, err
	}
	if f.Closes < s.today() {
		return Survey{}, errDefinition
	}
	enough, err := s.CheckAudience(ctx, by, f.Audience, f.Smallest)
	if err != nil {
		return Survey{}, err
	}
	if !enough {
		return Survey{}, errSmall
	}
	key, sealed, err := s.keys.make(ctx, id)
	if err != nil {
		return Survey{}, err
	}
	f.SealedKey = sealed
	if f.BallotKey, err = key.Public(); err != nil {
		return Survey{}, err
	}
	if err := s.store.Create(ctx, f, keylog.SurveyValue(f.Definition, f.BallotKey), s.today()); err != nil {
		return Survey{}, err
	}
	return Survey{Frozen: f}, nil
}

// owned gives a survey to its owner, and to nobody else.
func (s *Service) owned(ctx context.Context, by account.Session, id ID) (Survey, error) {
	survey, err := s.settled(ctx, id)
	if err == nil && survey.Owner != by.AccountID {
		err = ErrNotFound
	}
	return survey, err
}

// releasedAtOnce responses are read in one answer: some megabytes at most.
const releasedAtOnce = 100

// Released gives the owner responses of one batch, from after a ballot's key on, or from
// the beginning if it is empty; and whether there are more.
func (s *Service) Released(ctx context.Context, by account.Session, id ID, batch uint32, after []byte) (released []Released, more bool, err error) {
	if _, err := s.owned(ctx, by, id); err != nil {
		return nil, false, err
	}
	released, err = s.store.Released(ctx, id, batch, after, releasedAtOnce+1)
	if len(released) > releasedAtOnce {
		return released[:releasedAtOnce], true, err
	}
	return released, false, err
}

// Close closes a survey before its last day.
func (s *Service) Close(ctx context.Context, by account.Session, id ID) (Survey, error) {
	survey, err := s.owned(ctx, by, id)
	if err != nil || survey.Ended != 0 {
		return survey, err
	}
	return s.end(ctx, id)
}

// Publish shows results to everybody: JSON that the owner's client made. Nothing takes
// them away.
//
// Errors: survey_unpublishable, invalid_request, ErrNotFound.
func (s *Service) Publish(ctx context.Context, by account.Session, id ID, results []byte) error {
	survey, err := s.owned(ctx, by, id)
	if err != nil {
		return err
	}
	if len(results) == 0 {
		return s.store.Publish(ctx, id, nil, 0)
	}
	if len(results) > MaxResults || !utf8.Valid(results) || !json.Valid(results) || results[0] != '{' {
		return errMalformed
	}
	counted, err := s.store.Counted(ctx, id)
	if err != nil {
		return err
	}
	if !survey.PublicResults || counted.standing() < survey.Smallest {
		return errPublish
	}
	return s.store.Publish(ctx, id, results, s.today())
}

// standing is how many released responses were not withdrawn.
func (c Counted) standing() int {
	n := -len(c.Withdrawn)
	for _, b := range c.Batches {
		n += len(b.Leaves)
	}
	return n
}

// PublishedResults gives what the owner published, with the definition it is of: nothing
// where they did not. day counts from 1970-01-01 UTC.
func (s *Service) PublishedResults(ctx context.Context, id ID) (definition, results []byte, day int64, err error) {
	survey, err := s.settled(ctx, id)
	if err != nil {
		return nil, nil, 0, err
	}
	results, day, err = s.store.Results(ctx, id)
	return survey.Definition, results, day, err
}

// Delete erases a survey with all responses, its results and its key.
func (s *Service) Delete(ctx context.Context, by account.Session, id ID) error {
	if _, err := s.owned(ctx, by, id); err != nil {
		return err
	}
	if err := s.store.Delete(ctx, id); err != nil {
		return err
	}
	return s.dropKeys(ctx)
}

// ForgetAccount erases the surveys that an account owns, before it is deleted. Ballots
// that were signed for it go with it; what it answered nobody can find.
func (s *Service) ForgetAccount(ctx context.Context, id account.ID) error {
	if err := s.store.DeleteOf(ctx, id); err != nil {
		return err
	}
	return s.dropKeys(ctx)
}
