package api_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"image"
	"image/png"
	"testing"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
	rpc "alcove/proto/alcove/v1/alcovev1connect"
)

// practiceClient calls PracticeService as the person, or as nobody.
func practiceClient(w *world, p *person) rpc.PracticeServiceClient {
	return rpc.NewPracticeServiceClient(w.server.Client(), w.server.URL, connect.WithInterceptors(connect.UnaryInterceptorFunc(
		func(next connect.UnaryFunc) connect.UnaryFunc {
			return func(ctx context.Context, r connect.AnyRequest) (connect.AnyResponse, error) {
				if p != nil {
					r.Header().Set("Authorization", "Bearer "+base64.RawURLEncoding.EncodeToString(p.session.GetToken()))
				}
				return next(ctx, r)
			}
		})))
}

func TestAPracticeIsSetUpAndAProfilePublished(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	nobody := practiceClient(w, nil)
	if p := get[alcovev1.GetPracticeResponse](t)(nobody.GetPractice(ctx, connect.NewRequest(&alcovev1.GetPracticeRequest{}))).GetPractice(); p.GetSetUp() || p.GetEmergencyNumber() != "112" {
		t.Errorf("before set-up: %v", p)
	}
	token, err := w.practice.SetUpToken(ctx)
	must(t, err)
	boss := w.become("boss", token)
	boss.addPasskey(newAuthenticator(t))
	steward := practiceClient(w, boss)
	_, err = steward.UpdatePractice(ctx, connect.NewRequest(&alcovev1.UpdatePracticeRequest{Practice: &alcovev1.Practice{
		Name: "Lindenhof", Languages: []string{"de", "en"}, Jurisdiction: "DE",
		CrisisLines: []*alcovev1.CrisisLine{{Name: "Line", Number: "116 123"}},
	}}))
	must(t, err)
	_, err = steward.UpdatePractice(ctx, connect.NewRequest(&alcovev1.UpdatePracticeRequest{}))
	refused(t, err, "invalid_name")

	invited := get[alcovev1.CreateInvitationResponse](t)(steward.CreateInvitation(ctx, connect.NewRequest(&alcovev1.CreateInvitationRequest{Label: "Anna", Role: alcovev1.Role(account.Practitioner)})))
	anna := w.become("anna", invited.GetToken())
	anna.addPasskey(newAuthenticator(t))
	own := practiceClient(w, anna)
	p := get[alcovev1.PutOwnProfileResponse](t)(own.PutOwnProfile(ctx, connect.NewRequest(&alcovev1.PutOwnProfileRequest{Profile: &alcovev1.Profile{
		DisplayName: "Anna", Languages: []string{"de"}, Specialities: []string{"grief"}, Accepting: true,
		Credential:           &alcovev1.Credential{Profession: "Counsellor", RegistrationBody: "Chamber", RegistrationNumber: "1"},
		CredentialsConfirmed: true, Published: true, // not hers to say
	}}))).GetProfile()
	if p.GetPublished() || p.GetCredentialsConfirmed() {
		t.Fatal("a practitioner published herself")
	}
	_, err = own.PutConsentText(ctx, connect.NewRequest(&alcovev1.PutConsentTextRequest{Consent: &alcovev1.ConsentText{
		Language: "de", Credentials: "a", RisksAndBenefits: "b", LimitsOfConfidentiality: "c", ResponseTimes: "d",
		TechnologyFailure: "e", Emergencies: "f", Fees: "g", RecordKeeping: "h",
	}}))
	must(t, err)
	var picture bytes.Buffer
	must(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 9, 9))))
	_, err = own.PutPhoto(ctx, connect.NewRequest(&alcovev1.PutPhotoRequest{Image: picture.Bytes()}))
	must(t, err)
	_, err = nobody.GetProfile(ctx, connect.NewRequest(&alcovev1.GetProfileRequest{AccountId: p.GetAccountId()}))
	refused(t, err, "not_found")
	get[alcovev1.ReviewProfileResponse](t)(steward.ReviewProfile(ctx, connect.NewRequest(&alcovev1.ReviewProfileRequest{
		AccountId: p.GetAccountId(), CredentialsConfirmed: true, Published: true,
	})))
	public := get[alcovev1.GetProfileResponse](t)(nobody.GetProfile(ctx, connect.NewRequest(&alcovev1.GetProfileRequest{AccountId: p.GetAccountId()}))).GetProfile()
	if public.GetConsent().GetVersion() != 1 || !public.GetHasPhoto() || len(public.GetIdentityKey()) != 32 || public.GetSealingRecipient() == "" {
		t.Errorf("%v", public)
	}
	if all := get[alcovev1.ListProfilesResponse](t)(nobody.ListProfiles(ctx, connect.NewRequest(&alcovev1.ListProfilesRequest{Speciality: "grief"}))).GetProfiles(); len(all) != 1 {
		t.Errorf("%d listed", len(all))
	}
}

func TestAPhotoIsSeenBeforeItIsPublished(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	anna := w.become("anna", w.invite(account.Practitioner))
	anna.addPasskey(newAuthenticator(t))
	ben := w.become("ben", w.invite(account.Practitioner))
	ben.addPasskey(newAuthenticator(t))
	boss := w.become("boss", w.invite(account.Steward))
	boss.addPasskey(newAuthenticator(t))
	own := practiceClient(w, anna)
	id := get[alcovev1.GetOwnProfileResponse](t)(own.GetOwnProfile(ctx, connect.NewRequest(&alcovev1.GetOwnProfileRequest{}))).GetProfile().GetAccountId()
	photo := func(p *person) (*connect.Response[alcovev1.GetPhotoResponse], error) {
		return practiceClient(w, p).GetPhoto(ctx, connect.NewRequest(&alcovev1.GetPhotoRequest{AccountId: id}))
	}
	_, err := photo(anna)
	refused(t, err, "not_found")
	var picture bytes.Buffer
	must(t, png.Encode(&picture, image.NewGray(image.Rect(0, 0, 9, 9))))
	_, err = own.PutPhoto(ctx, connect.NewRequest(&alcovev1.PutPhotoRequest{Image: picture.Bytes()}))
	must(t, err)
	for _, p := range []*person{anna, boss} {
		if shown := get[alcovev1.GetPhotoResponse](t)(photo(p)).GetImage(); !bytes.HasPrefix(shown, []byte{0xff, 0xd8}) {
			t.Errorf("%d bytes that are no JPEG", len(shown))
		}
	}
	for code, p := range map[string]*person{"not_allowed": ben, "not_logged_in": nil} {
		_, err = photo(p)
		refused(t, err, code)
	}
	_, err = photo(w.become("client", ""))
	refused(t, err, "not_allowed")
}

func TestThePracticeIsWrittenByThoseWhoMay(t *testing.T) {
	w, ctx := newWorld(t), t.Context()
	anna := w.become("anna", w.invite(account.Practitioner))
	anna.addPasskey(newAuthenticator(t))
	boss := w.become("boss", w.invite(account.Steward))
	boss.addPasskey(newAuthenticator(t))
	client := w.become("client", "")
	calls := func(c rpc.PracticeServiceClient) (stewards, practitioners []error) {
		_, e1 := c.UpdatePractice(ctx, connect.NewRequest(&alcovev1.UpdatePracticeRequest{}))
		_, e2 := c.CreateInvitation(ctx, connect.NewRequest(&alcovev1.CreateInvitationRequest{}))
		_, e3 := c.ListInvitations(ctx, connect.NewRequest(&alcovev1.ListInvitationsRequest{}))
		_, e4 := c.RevokeInvitation(ctx, connect.NewRequest(&alcovev1.RevokeInvitationRequest{}))
		_, e5 := c.ListAllProfiles(ctx, connect.NewRequest(&alcovev1.ListAllProfilesRequest{}))
		_, e6 := c.ReviewProfile(ctx, connect.NewRequest(&alcovev1.ReviewProfileRequest{}))
		_, p1 := c.GetOwnProfile(ctx, connect.NewRequest(&alcovev1.GetOwnProfileRequest{}))
		_, p2 := c.PutOwnProfile(ctx, connect.NewRequest(&alcovev1.PutOwnProfileRequest{}))
		_, p3 := c.PutPhoto(ctx, connect.NewRequest(&alcovev1.PutPhotoRequest{}))
		_, p4 := c.PutConsentText(ctx, connect.NewRequest(&alcovev1.PutConsentTextRequest{}))
		return []error{e1, e2, e3, e4, e5, e6}, []error{p1, p2, p3, p4}
	}
	all := func(errs []error, code string) {
		t.Helper()
		for _, err := range errs {
			refused(t, err, code)
		}
	}
	s, p := calls(practiceClient(w, client))
	all(append(s, p...), "not_allowed")
	s, _ = calls(practiceClient(w, anna))
	all(s, "not_allowed")
	_, p = calls(practiceClient(w, boss))
	all(p, "not_allowed")
	s, p = calls(practiceClient(w, nil))
	all(append(s, p...), "not_logged_in")
}
