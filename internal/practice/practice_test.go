package practice_test

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/fault"
	"alcove/internal/practice"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

// world is a practice over a real database, with a clock that can be moved.
type world struct {
	*testing.T
	*practice.Service
	accounts store.Accounts
	now      time.Time
}

func newWorld(t *testing.T) *world {
	t.Helper()
	db := storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	t.Cleanup(func() { _ = db.Close() })
	w := &world{T: t, accounts: db.Accounts(), now: time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)}
	w.Service = practice.New(db.Practice(), func() time.Time { return w.now }, rand.Reader)
	return w
}

// join makes an account, using up an invitation if there is a token.
func (w *world) join(role account.Role, token string) (account.ID, error) {
	w.Helper()
	random := func(n int) []byte { b := make([]byte, n); _, _ = rand.Read(b); return b }
	key := random(ed25519.PublicKeySize)
	id := account.IDOf(key)
	a := account.NewAccountRow{
		AccountRow: account.AccountRow{ID: id, NameKey: random(32), OpaqueRecord: random(192), Role: role,
			Keys: account.PublicKeys{IdentityKey: key, SealingRecipient: "age1pq1example", SealingSignature: random(64)}},
		Vault:      account.Vault{Ciphertext: random(32), WrappedKeyPassphrase: random(60), WrappedKeyRecovery: random(60)},
		RecoveryID: random(16), RecoveryAuthHash: random(32), Now: w.now,
		Session: account.SessionRow{TokenHash: [32]byte(random(32)), AccountID: id},
	}
	if token != "" {
		a.InvitationHash = account.InvitationHash(token)
	}
	return id, w.accounts.CreateAccounts(context.Background(), a)
}

func (w *world) practitioner() account.ID {
	w.Helper()
	id, err := w.join(account.Practitioner, "")
	w.must(err)
	return id
}

func (w *world) must(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
}

func (w *world) refused(err error, code string) {
	w.Helper()
	if err == nil || fault.Of(err).Code != code {
		w.Errorf("got %v, want %s", err, code)
	}
}

var ctx = context.Background()

func settings() practice.Settings {
	return practice.Settings{Name: " Lindenhof ", Languages: []string{"DE", "en-gb", "de"}, Jurisdiction: "de", ContactEmail: "a@example.org"}
}

func draft() practice.Draft {
	return practice.Draft{DisplayName: "Anna Weber", Languages: []string{"de-AT"}, Specialities: []string{"grief", "grief"}, Accepting: true,
		Credential: practice.Credential{Profession: "Psychotherapist", RegistrationBody: "Chamber", RegistrationNumber: "1"}}
}

func consent() practice.ConsentText {
	return practice.ConsentText{Language: "de", Credentials: "a", RisksAndBenefits: "b", LimitsOfConfidentiality: "c", ResponseTimes: "d",
		TechnologyFailure: "e", Emergencies: "f", Fees: "g", RecordKeeping: "h"}
}

func TestSettings(t *testing.T) {
	w := newWorld(t)
	before, err := w.Settings(ctx)
	w.must(err)
	if before.SetUp {
		t.Error("set up before anybody did")
	}
	w.must(w.PutSettings(ctx, settings()))
	got, err := w.Settings(ctx)
	w.must(err)
	if !got.SetUp || got.Name != "Lindenhof" || strings.Join(got.Languages, " ") != "de en-GB" || got.Jurisdiction != "DE" {
		t.Errorf("%+v", got)
	}
	if c := got.Crisis(); c.EmergencyNumber != "112" || len(c.Lines) != 4 {
		t.Errorf("no numbers of the country: %+v", c)
	}
}

func TestSettingsAreRefused(t *testing.T) {
	w := newWorld(t)
	line := func(l practice.CrisisLine) func(*practice.Settings) {
		return func(s *practice.Settings) { s.CrisisLines = []practice.CrisisLine{l} }
	}
	for _, c := range []struct {
		code   string
		change func(*practice.Settings)
	}{
		{"invalid_name", func(s *practice.Settings) { s.Name = " \u200b " }},
		{"invalid_name", func(s *practice.Settings) { s.Name = strings.Repeat("ä", practice.MaxName+1) }},
		{"invalid_name", func(s *practice.Settings) { s.Name = "a\nb" }},
		{"invalid_name", func(s *practice.Settings) { s.Name = "a\u202eb" }},
		{"invalid_name", func(s *practice.Settings) { s.Name = "\xff" }},
		{"invalid_languages", func(s *practice.Settings) { s.Languages = nil }},
		{"invalid_languages", func(s *practice.Settings) { s.Languages = []string{"klingon language"} }},
		{"invalid_languages", func(s *practice.Settings) { s.Languages = make([]string, practice.MaxLanguages+1) }},
		{"invalid_jurisdiction", func(s *practice.Settings) { s.Jurisdiction = "ZZ" }},
		{"invalid_jurisdiction", func(s *practice.Settings) { s.Jurisdiction = "Germany" }},
		{"invalid_jurisdiction", func(s *practice.Settings) { s.Jurisdiction = "" }},
		{"invalid_contact_email", func(s *practice.Settings) { s.ContactEmail = "Anna <a@example.org>" }},
		{"invalid_contact_email", func(s *practice.Settings) { s.ContactEmail = "nobody" }},
		{"invalid_contact_phone", func(s *practice.Settings) { s.ContactPhone = "call me" }},
		{"invalid_contact_address", func(s *practice.Settings) { s.ContactAddress = strings.Repeat("a", practice.MaxAddress+1) }},
		{"invalid_emergency_number", func(s *practice.Settings) { s.EmergencyNumber = "1" }},
		{"invalid_crisis_lines", func(s *practice.Settings) { s.CrisisLines = make([]practice.CrisisLine, practice.MaxCrisisLines+1) }},
		{"invalid_crisis_lines", line(practice.CrisisLine{Name: "Help"})},
		{"invalid_crisis_lines", line(practice.CrisisLine{Number: "112"})},
		{"invalid_crisis_lines", line(practice.CrisisLine{Name: "Help", Number: "javascript"})},
		{"invalid_crisis_lines", line(practice.CrisisLine{Name: "Help", URL: "javascript:alert(1)"})},
		{"invalid_crisis_lines", line(practice.CrisisLine{Name: "Help", URL: "http://help.example"})},
		{"invalid_crisis_lines", line(practice.CrisisLine{Name: "Help", URL: "https://user@help.example"})},
	} {
		s := settings()
		c.change(&s)
		w.refused(w.PutSettings(ctx, s), c.code)
	}
}

func TestDefaultsAreValidSettings(t *testing.T) {
	for _, country := range practice.Countries() {
		c := practice.Defaults(country)
		s := settings()
		s.Jurisdiction, s.EmergencyNumber, s.CrisisLines = country, c.EmergencyNumber, c.Lines
		if err := s.Validate(); err != nil || len(c.Lines) == 0 {
			t.Errorf("%s: %v", country, err)
		}
	}
	if len(practice.Countries()) < 10 {
		t.Errorf("only %v", practice.Countries())
	}
	if c := practice.Defaults("XX"); c.EmergencyNumber != "112" || c.Country != "" || len(c.Lines) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestInvitations(t *testing.T) {
	w := newWorld(t)
	inv, token, err := w.Invite(ctx, "Anna", account.Practitioner)
	w.must(err)
	if len(token) != 43 {
		t.Errorf("token of %d characters", len(token))
	}
	role, expires, err := w.Check(ctx, token)
	w.must(err)
	if role != account.Practitioner || !expires.Equal(w.now.Add(practice.InvitationLifetime)) {
		t.Error(role, expires)
	}
	if _, err := w.join(account.Steward, token); !errors.Is(err, account.ErrInvitationInvalid) {
		t.Errorf("an invitation of another role was taken: %v", err)
	}
	_, err = w.join(account.Practitioner, token)
	w.must(err)
	_, _, err = w.Check(ctx, token)
	w.refused(err, "invitation_invalid")
	if _, err := w.join(account.Practitioner, token); !errors.Is(err, account.ErrInvitationInvalid) {
		t.Errorf("used twice: %v", err)
	}
	all, err := w.Invitations(ctx)
	w.must(err)
	if len(all) != 1 || !all[0].Used || all[0].ID != inv.ID || all[0].Label != "Anna" {
		t.Errorf("%+v", all)
	}
	w.must(w.Revoke(ctx, inv.ID))
	w.must(w.Revoke(ctx, inv.ID))

	_, token, err = w.Invite(ctx, "", account.Steward)
	w.must(err)
	w.now = w.now.Add(practice.InvitationLifetime)
	for _, bad := range []string{token, "", "x", strings.Repeat("x", 10_000)} {
		_, _, err = w.Check(ctx, bad)
		w.refused(err, "invitation_invalid")
	}
	_, _, err = w.Invite(ctx, "x", account.Client)
	w.refused(err, "invalid_role")
	_, _, err = w.Invite(ctx, strings.Repeat("x", practice.MaxName+1), account.Steward)
	w.refused(err, "invalid_label")
}

func TestInvitationsAreBoundedAndForgotten(t *testing.T) {
	w := newWorld(t)
	for range practice.MaxInvitations {
		_, _, err := w.Invite(ctx, "x", account.Practitioner)
		w.must(err)
	}
	_, _, err := w.Invite(ctx, "x", account.Practitioner)
	w.refused(err, "too_many_invitations")
	w.now = w.now.Add(38 * 24 * time.Hour)
	_, _, err = w.Invite(ctx, "x", account.Practitioner)
	w.must(err)
	if all, _ := w.Invitations(ctx); len(all) != 1 {
		t.Errorf("%d kept", len(all))
	}
}

func TestSetUpToken(t *testing.T) {
	w := newWorld(t)
	first, err := w.SetUpToken(ctx)
	w.must(err)
	second, err := w.SetUpToken(ctx)
	w.must(err)
	_, _, err = w.Check(ctx, first)
	w.refused(err, "invitation_invalid")
	_, err = w.join(account.Steward, second)
	w.must(err)
	if none, err := w.SetUpToken(ctx); none != "" || err != nil {
		t.Errorf("a token although there is a steward: %v", err)
	}
}

func TestProfileFromBlankToPublished(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	blank, err := w.OwnProfile(ctx, id)
	w.must(err)
	if blank.DisplayName != "" || len(blank.Keys.IdentityKey) != 32 {
		t.Errorf("%+v", blank)
	}
	_, err = w.Review(ctx, id, true, false)
	w.refused(err, "credentials_incomplete")
	p, err := w.PutOwnProfile(ctx, id, draft())
	w.must(err)
	if len(p.Specialities) != 1 {
		t.Error("doubled speciality")
	}
	_, err = w.Review(ctx, id, true, true)
	w.refused(err, "profile_incomplete") // no consent text
	_, err = w.PutConsentText(ctx, id, consent())
	w.must(err)
	_, err = w.Review(ctx, id, false, true)
	w.refused(err, "profile_incomplete")
	_, err = w.PublishedProfile(ctx, id)
	w.refused(err, "not_found")
	_, err = w.Review(ctx, id, true, true)
	w.must(err)
	p, err = w.PublishedProfile(ctx, id)
	w.must(err)
	if p.Consent == nil || p.Consent.Version != 1 || !p.CredentialsConfirmed {
		t.Errorf("%+v", p)
	}

	d := draft()
	d.About, d.Accepting = "More about me", false
	p, err = w.PutOwnProfile(ctx, id, d)
	w.must(err)
	if !p.Published || !p.CredentialsConfirmed {
		t.Error("editing the text withdrew the profile")
	}
	d.Credential.RegistrationNumber = "2"
	p, err = w.PutOwnProfile(ctx, id, d)
	w.must(err)
	if p.Published || p.CredentialsConfirmed {
		t.Error("changed credentials stay confirmed")
	}
	if all, _ := w.Published(ctx, practice.Filter{}); len(all) != 0 {
		t.Error("listed although withdrawn")
	}
	if all, _ := w.AllProfiles(ctx); len(all) != 1 {
		t.Error("stewards do not see it")
	}
}

func TestAvailability(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	_, err := w.PutOwnProfile(ctx, id, draft())
	w.must(err)
	_, err = w.PutConsentText(ctx, id, consent())
	w.must(err)
	_, err = w.Review(ctx, id, true, true)
	w.must(err)
	a := practice.Availability{Hours: " Monday to Thursday\nin the evening ", AwayUntil: "2026-12-31", Urgent: "Call 112."}
	_, err = w.PutAvailability(ctx, id, a)
	w.must(err)
	p, err := w.PublishedProfile(ctx, id)
	w.must(err)
	a.Hours = "Monday to Thursday\nin the evening"
	if p.Availability != a || !p.Published {
		t.Errorf("%+v", p)
	}
	for code, bad := range map[string]practice.Availability{
		"invalid_hours":      {Hours: strings.Repeat("a", practice.MaxAvailability+1)},
		"invalid_urgent":     {Urgent: "hidden \u202e text"},
		"invalid_away_until": {AwayUntil: "31.12.2026"},
	} {
		_, err := w.PutAvailability(ctx, id, bad)
		w.refused(err, code)
	}
	for days, shown := range map[int]bool{-2: false, 0: true, 9: true} {
		a.AwayUntil = w.now.AddDate(0, 0, days).Format(time.DateOnly)
		_, err := w.PutAvailability(ctx, id, a)
		w.must(err)
		p, err := w.PublishedProfile(ctx, id)
		w.must(err)
		if got := p.Availability.AwayUntil != ""; got != shown {
			t.Errorf("an absence that ends in %d days is shown: %v", days, got)
		}
	}
}

func TestDirectoryFilter(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	_, err := w.PutOwnProfile(ctx, id, draft())
	w.must(err)
	_, err = w.PutConsentText(ctx, id, consent())
	w.must(err)
	_, err = w.Review(ctx, id, true, true)
	w.must(err)
	for f, want := range map[practice.Filter]int{
		{}: 1, {Language: "de"}: 1, {Language: "de-CH"}: 1, {Language: "en"}: 0, {Language: "??"}: 0,
		{Speciality: "grief", AcceptingOnly: true}: 1, {Speciality: "sleep"}: 0,
	} {
		if got, err := w.Published(ctx, f); err != nil || len(got) != want {
			t.Errorf("%+v: %d, want %d (%v)", f, len(got), want, err)
		}
	}
}

// What people write in clear goes through the database as it is, whatever it would mean there.
func TestWhatIsWrittenIsNeverAQuery(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	for _, hostile := range []string{`x'; DROP TABLE profile; --`, `x" OR ""="`, `%_\\`, "x`y", `?1 $1 :a @b`, `' UNION SELECT opaque_record FROM account --`} {
		s, d := settings(), draft()
		s.Name, d.DisplayName = hostile, hostile
		w.must(w.PutSettings(ctx, s))
		_, err := w.PutOwnProfile(ctx, id, d)
		w.must(err)
		settings, err := w.Settings(ctx)
		w.must(err)
		profile, err := w.OwnProfile(ctx, id)
		w.must(err)
		if settings.Name != hostile || profile.DisplayName != hostile {
			t.Errorf("%q became %q and %q", hostile, settings.Name, profile.DisplayName)
		}
		if found, err := w.Published(ctx, practice.Filter{Language: hostile, Speciality: hostile}); err != nil || len(found) != 0 {
			t.Errorf("%q finds %d: %v", hostile, len(found), err)
		}
	}
}

func TestOnlyPractitionersHaveProfiles(t *testing.T) {
	w := newWorld(t)
	client, err := w.join(account.Client, "")
	w.must(err)
	_, err = w.PutOwnProfile(ctx, client, draft())
	w.refused(err, "not_found")
	_, err = w.PutConsentText(ctx, client, consent())
	w.refused(err, "not_found")
	w.refused(w.PutPhoto(ctx, client, encode(w.T, false, 8, 8)), "not_found")
}

func TestDraftsAreRefused(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	for _, c := range []struct {
		code   string
		change func(*practice.Draft)
	}{
		{"invalid_display_name", func(d *practice.Draft) { d.DisplayName = "" }},
		{"invalid_about", func(d *practice.Draft) { d.About = strings.Repeat("a", practice.MaxAbout+1) }},
		{"invalid_modality", func(d *practice.Draft) { d.Modality = strings.Repeat("a", practice.MaxLine+1) }},
		{"invalid_profession", func(d *practice.Draft) { d.Credential.Profession = "\x00" }},
		{"invalid_registration_body", func(d *practice.Draft) { d.Credential.RegistrationBody = strings.Repeat("a", practice.MaxLine+1) }},
		{"invalid_registration_number", func(d *practice.Draft) { d.Credential.RegistrationNumber = strings.Repeat("a", practice.MaxName+1) }},
		{"invalid_languages", func(d *practice.Draft) { d.Languages = []string{"und"} }},
		{"invalid_specialities", func(d *practice.Draft) { d.Specialities = []string{"astrology"} }},
		{"invalid_specialities", func(d *practice.Draft) { d.Specialities = make([]string, 17) }},
	} {
		d := draft()
		c.change(&d)
		_, err := w.PutOwnProfile(ctx, id, d)
		w.refused(err, c.code)
	}
}

func TestConsentTextsAreKeptByVersion(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	for i, want := range []uint32{1, 1, 2} {
		c := consent()
		if i == 2 {
			c.Fees = "More"
		}
		if got, err := w.PutConsentText(ctx, id, c); err != nil || got != want {
			t.Errorf("version %d, want %d (%v)", got, want, err)
		}
	}
	old, err := w.ConsentText(ctx, id, 1)
	w.must(err)
	if old.Fees != "g" {
		t.Error("the earlier version changed")
	}
	_, err = w.ConsentText(ctx, id, 3)
	w.refused(err, "not_found")
	blank := consent()
	blank.Emergencies = " \n\t\u00a0"
	_, err = w.PutConsentText(ctx, id, blank)
	w.refused(err, "invalid_consent_emergencies")
	long := consent()
	long.Fees = strings.Repeat("a", practice.MaxConsentSection+1)
	_, err = w.PutConsentText(ctx, id, long)
	w.refused(err, "invalid_consent_fees")
	nolang := consent()
	nolang.Language = ""
	_, err = w.PutConsentText(ctx, id, nolang)
	w.refused(err, "invalid_languages")
}

func TestAConsentTextSaysForHowLongARecordIsKept(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	for _, years := range []uint32{0, 1, 10, practice.MaxRecordYears} {
		c := consent()
		c.RecordYears = years
		version, err := w.PutConsentText(ctx, id, c)
		w.must(err)
		kept, err := w.ConsentText(ctx, id, version)
		w.must(err)
		if kept.RecordYears != years {
			t.Errorf("%d years, want %d", kept.RecordYears, years)
		}
	}
	long := consent()
	long.RecordYears = practice.MaxRecordYears + 1
	_, err := w.PutConsentText(ctx, id, long)
	w.refused(err, "invalid_consent_record_years")
}

func encode(t testing.TB, asPNG bool, width, height int) []byte {
	t.Helper()
	m := image.NewRGBA(image.Rect(0, 0, width, height))
	for x := range width {
		for y := range height {
			m.Set(x, y, color.RGBA{R: map[bool]uint8{true: 255}[y < height/2], B: 80, A: 255}) // red above
		}
	}
	var b bytes.Buffer
	err := jpeg.Encode(&b, m, nil)
	if asPNG {
		b.Reset()
		err = png.Encode(&b, m)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withOrientation puts an EXIF segment with the orientation and a secret after the start of a JPEG.
func withOrientation(jpeg []byte, orientation byte) []byte {
	body := append([]byte("Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), orientation, 0, 0, 0, 0, 0, 0)
	body = append(body, "52.5200N 13.4050E"...)
	segment := append([]byte{0xff, 0xe1, 0, byte(len(body) + 2)}, body...)
	return append(append([]byte{0xff, 0xd8}, segment...), jpeg[2:]...)
}

func TestPhotographs(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	_, err := w.PutOwnProfile(ctx, id, draft())
	w.must(err)
	_, err = w.PutConsentText(ctx, id, consent())
	w.must(err)
	_, err = w.Review(ctx, id, true, true)
	w.must(err)
	_, err = w.Photo(ctx, id)
	w.refused(err, "not_found")

	w.must(w.PutPhoto(ctx, id, encode(t, true, 900, 300)))
	w.must(w.PutPhoto(ctx, id, withOrientation(encode(t, false, 300, 300), 3))) // upside down
	kept, err := w.Photo(ctx, id)
	w.must(err)
	if bytes.Contains(kept, []byte("Exif")) || bytes.Contains(kept, []byte("13.4050E")) {
		t.Error("metadata was kept")
	}
	m, err := jpeg.Decode(bytes.NewReader(kept))
	w.must(err)
	if m.Bounds() != image.Rect(0, 0, practice.PhotoSize, practice.PhotoSize) {
		t.Error(m.Bounds())
	}
	if r, _, _, _ := m.At(256, 480).RGBA(); r < 0xc000 {
		t.Error("the picture was not turned upright")
	}
	_, err = w.Review(ctx, id, true, false)
	w.must(err)
	_, err = w.Photo(ctx, id)
	w.refused(err, "not_found")
	hidden, err := w.AnyPhoto(ctx, id)
	w.must(err)
	if !bytes.Equal(hidden, kept) {
		t.Error("another photo is there once the profile is withdrawn")
	}
}

func TestPhotographsAreRefused(t *testing.T) {
	w := newWorld(t)
	id := w.practitioner()
	huge := encode(t, true, 1, 1)
	copy(huge[16:], []byte{0, 0, 0x20, 0, 0, 0, 0x20, 0}) // IHDR says 8192 by 8192; its checksum follows
	fix := pngChecksum(huge[12:29])
	copy(huge[29:], fix)
	for code, uploads := range map[string][][]byte{
		"image_invalid":   {nil, []byte("GIF89a"), []byte("<svg/>"), encode(t, false, 64, 64)[:200], encode(t, true, 64, 64)[:60]},
		"image_too_large": {make([]byte, practice.MaxPhoto+1), huge},
	} {
		for _, u := range uploads {
			w.refused(w.PutPhoto(ctx, id, u), code)
		}
	}
}
