package survey

import (
	"context"
	"errors"
)

func isNotFound(err error) bool { return errors.Is(err, ErrNotFound) }

// settled gives a survey, closed first if its last day is over: nobody is told of one as
// it would be a moment before the next sweep.
func (s *Service) settled(ctx context.Context, id ID) (Survey, error) {
	survey, err := s.store.Survey(ctx, id)
	if err == nil && survey.over(s.today()) {
		return s.end(ctx, id)
	}
	return survey, err
}

// end closes a survey and destroys its key.
func (s *Service) end(ctx context.Context, id ID) (Survey, error) {
	if err := s.store.Release(ctx, id, s.today(), true); err != nil {
		return Survey{}, err
	}
	survey, err := s.store.Survey(ctx, id)
	if err != nil {
		return survey, err
	}
	return survey, s.keys.drop(id)
}

// release looks at all surveys that are due.
func (s *Service) release(ctx context.Context) error {
	look, closing, err := s.store.Due(ctx, s.today())
	for _, id := range look {
		err = errors.Join(err, s.store.Release(ctx, id, s.today(), false))
	}
	for _, id := range closing {
		_, ended := s.end(ctx, id)
		err = errors.Join(err, ended)
	}
	return err
}

// Sweep releases and closes what is due, erases responses whose time is over, and
// destroys keys that no survey needs.
func (s *Service) Sweep(ctx context.Context) error {
	s.ballots.Purge()
	s.asks.Purge()
	return errors.Join(s.release(ctx), s.store.Forget(ctx, s.today()-KeptDays), s.dropKeys(ctx))
}

// dropKeys destroys the keys of surveys that are closed or gone, or never came to be
// because the server was stopped meanwhile.
func (s *Service) dropKeys(ctx context.Context) error {
	s.freezing.Lock()
	defer s.freezing.Unlock()
	living, err := s.store.Living(ctx)
	if err != nil {
		return err
	}
	return s.keys.keepOnly(living)
}
