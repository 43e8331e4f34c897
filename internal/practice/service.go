package practice

import (
	"context"
	"io"
	"slices"
	"sync"
	"time"

	"golang.org/x/text/language"

	"alcove/internal/account"
)

// Store keeps what a practice publishes. internal/store implements it. What is not
// there is ErrNotFound; what returned nil is durable.
type Store interface {
	// Settings answers blank ones while none were saved.
	Settings(ctx context.Context) (Settings, error)
	PutSettings(ctx context.Context, s Settings) error

	// AddInvitation first deletes those that ended before stale and refuses to keep
	// more than MaxInvitations.
	AddInvitation(ctx context.Context, i Invitation, now, stale time.Time) error
	// ReplaceSetUpInvitation replaces unused invitations of the same label. It
	// changes nothing and answers false when there is a steward.
	ReplaceSetUpInvitation(ctx context.Context, i Invitation, now time.Time) (bool, error)
	InvitationByToken(ctx context.Context, tokenHash []byte) (Invitation, error)
	Invitations(ctx context.Context) ([]Invitation, error)
	DeleteInvitation(ctx context.Context, id [16]byte) error

	// Profile answers a blank profile for a practitioner who has not written one.
	Profile(ctx context.Context, id account.ID) (Profile, error)
	// Profiles lists those of all practitioners, or the published ones, by name.
	Profiles(ctx context.Context, publishedOnly bool) ([]Profile, error)
	// UpdateProfile lets change alter draft, confirmation and publication in one
	// transaction and answers the profile as it is then.
	UpdateProfile(ctx context.Context, id account.ID, change func(*Profile) error) (Profile, error)
	Photo(ctx context.Context, id account.ID, publishedOnly bool) ([]byte, error)
	PutPhoto(ctx context.Context, id account.ID, jpeg []byte) error
	// AddConsentText adds a version after the current one, unless they say the same,
	// and answers the version that is current then.
	AddConsentText(ctx context.Context, id account.ID, c ConsentText) (uint32, error)
	// ConsentText answers any version.
	ConsentText(ctx context.Context, id account.ID, version uint32) (ConsentText, error)
}

// Service holds the rules. It is safe for concurrent use.
type Service struct {
	store  Store
	clock  func() time.Time
	random io.Reader
	// decoding admits one picture at a time: one of 40 megapixels takes 160 MiB.
	decoding sync.Mutex
}

// New returns a service over its store.
func New(store Store, clock func() time.Time, random io.Reader) *Service {
	return &Service{store: store, clock: clock, random: random}
}

// Settings returns what the practice says about itself, blank before set-up.
func (s *Service) Settings(ctx context.Context) (Settings, error) { return s.store.Settings(ctx) }

// PutSettings saves the settings; the practice is set up from then on.
func (s *Service) PutSettings(ctx context.Context, settings Settings) error {
	if err := settings.Validate(); err != nil {
		return err
	}
	settings.SetUp = true
	return s.store.PutSettings(ctx, settings)
}

// Filter narrows the directory; zero fields do not.
type Filter struct {
	Language      string // matched by its base language: "de" finds "de-AT"
	Speciality    string
	AcceptingOnly bool
}

func (f Filter) matches(p Profile) bool {
	if f.AcceptingOnly && !p.Accepting || f.Speciality != "" && !slices.Contains(p.Specialities, f.Speciality) {
		return false
	}
	return f.Language == "" || slices.ContainsFunc(p.Languages, func(l string) bool { return baseLanguage(l) == baseLanguage(f.Language) })
}

func baseLanguage(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	b, _ := t.Base()
	return b.String()
}

// Published lists the published profiles that match, by name.
func (s *Service) Published(ctx context.Context, f Filter) ([]Profile, error) {
	all, err := s.store.Profiles(ctx, true)
	if err != nil {
		return nil, err
	}
	now := s.clock()
	for i := range all {
		all[i].Availability.forget(now)
	}
	return slices.DeleteFunc(all, func(p Profile) bool { return !f.matches(p) }), nil
}

// PublishedProfile returns a profile if the public may see it.
func (s *Service) PublishedProfile(ctx context.Context, id account.ID) (Profile, error) {
	p, err := s.store.Profile(ctx, id)
	if err == nil && !p.Published {
		return Profile{}, ErrNotFound
	}
	p.Availability.forget(s.clock())
	return p, err
}

// Photo returns the JPEG of a published profile.
func (s *Service) Photo(ctx context.Context, id account.ID) ([]byte, error) {
	return s.store.Photo(ctx, id, true)
}

// AnyPhoto returns the JPEG of a profile, published or not: for the practitioner
// it shows and for stewards.
func (s *Service) AnyPhoto(ctx context.Context, id account.ID) ([]byte, error) {
	return s.store.Photo(ctx, id, false)
}

// AllProfiles lists the profiles of all practitioners, for stewards.
func (s *Service) AllProfiles(ctx context.Context) ([]Profile, error) {
	return s.store.Profiles(ctx, false)
}

// Review takes a steward's decision on a profile.
func (s *Service) Review(ctx context.Context, id account.ID, confirmed, published bool) (Profile, error) {
	return s.store.UpdateProfile(ctx, id, func(p *Profile) error { return p.review(confirmed, published) })
}

// OwnProfile returns a practitioner's profile, blank until written.
func (s *Service) OwnProfile(ctx context.Context, id account.ID) (Profile, error) {
	return s.store.Profile(ctx, id)
}

// PutOwnProfile saves what a practitioner writes about themselves.
func (s *Service) PutOwnProfile(ctx context.Context, id account.ID, d Draft) (Profile, error) {
	if err := d.Validate(); err != nil {
		return Profile{}, err
	}
	return s.store.UpdateProfile(ctx, id, func(p *Profile) error { p.write(d); return nil })
}

// PutAvailability saves when a practitioner answers. What was confirmed and published stays so.
func (s *Service) PutAvailability(ctx context.Context, id account.ID, a Availability) (Profile, error) {
	if err := a.Validate(); err != nil {
		return Profile{}, err
	}
	return s.store.UpdateProfile(ctx, id, func(p *Profile) error { p.Availability = a; return nil })
}

// PutPhoto saves a practitioner's photograph, cut to a square and re-encoded.
func (s *Service) PutPhoto(ctx context.Context, id account.ID, upload []byte) error {
	jpeg, err := s.squarePhoto(upload)
	if err != nil {
		return err
	}
	return s.store.PutPhoto(ctx, id, jpeg)
}

func (s *Service) squarePhoto(upload []byte) ([]byte, error) {
	s.decoding.Lock()
	defer s.decoding.Unlock()
	return squarePhoto(upload)
}

// PutConsentText adds a version of a practitioner's consent text and returns its
// number; a text that is the current one already keeps its number.
func (s *Service) PutConsentText(ctx context.Context, id account.ID, c ConsentText) (uint32, error) {
	if err := c.Validate(); err != nil {
		return 0, err
	}
	return s.store.AddConsentText(ctx, id, c)
}

// ConsentText returns any version of a practitioner's consent text.
func (s *Service) ConsentText(ctx context.Context, id account.ID, version uint32) (ConsentText, error) {
	return s.store.ConsentText(ctx, id, version)
}
