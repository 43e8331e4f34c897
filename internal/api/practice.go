package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/practice"
	alcovev1 "alcove/proto/alcove/v1"
)

// PracticeHandler implements PracticeService. Who may call what is in access.go;
// each handler for a role asks again, so that neither place alone decides.
type PracticeHandler struct {
	practice *practice.Service
	log      *slog.Logger
}

// NewPracticeHandler returns the handler of PracticeService.
func NewPracticeHandler(practice *practice.Service, log *slog.Logger) *PracticeHandler {
	return &PracticeHandler{practice, log}
}

// callerIn returns the caller if they have the role.
func callerIn(ctx context.Context, role account.Role) (account.Session, error) {
	s, err := Caller(ctx)
	if err == nil && s.Role != role {
		return s, errRole
	}
	return s, err
}

// as runs do for a caller of the role and makes its answer the response.
func as[T any](ctx context.Context, h *PracticeHandler, role account.Role, do func(account.Session) (*T, error)) (*connect.Response[T], error) {
	session, err := callerIn(ctx, role)
	if err != nil {
		return nil, connectError(h.log, err)
	}
	response, err := do(session)
	return answer(h.log, response, err)
}

// GetPractice implements PracticeService.
func (h *PracticeHandler) GetPractice(ctx context.Context, _ *connect.Request[alcovev1.GetPracticeRequest]) (*connect.Response[alcovev1.GetPracticeResponse], error) {
	s, err := h.practice.Settings(ctx)
	return answer(h.log, &alcovev1.GetPracticeResponse{Practice: settingsToWire(s)}, err)
}

// ListProfiles implements PracticeService.
func (h *PracticeHandler) ListProfiles(ctx context.Context, req *connect.Request[alcovev1.ListProfilesRequest]) (*connect.Response[alcovev1.ListProfilesResponse], error) {
	profiles, err := h.practice.Published(ctx, practice.Filter{
		Language: req.Msg.GetLanguage(), Speciality: req.Msg.GetSpeciality(), AcceptingOnly: req.Msg.GetAcceptingOnly(),
	})
	return answer(h.log, &alcovev1.ListProfilesResponse{Profiles: profilesToWire(profiles)}, err)
}

// GetProfile implements PracticeService.
func (h *PracticeHandler) GetProfile(ctx context.Context, req *connect.Request[alcovev1.GetProfileRequest]) (*connect.Response[alcovev1.GetProfileResponse], error) {
	id, err := id16(req.Msg.GetAccountId())
	if err != nil {
		return nil, connectError(h.log, err)
	}
	p, err := h.practice.PublishedProfile(ctx, id)
	return answer(h.log, &alcovev1.GetProfileResponse{Profile: profileToWire(p)}, err)
}

// UpdatePractice implements PracticeService.
func (h *PracticeHandler) UpdatePractice(ctx context.Context, req *connect.Request[alcovev1.UpdatePracticeRequest]) (*connect.Response[alcovev1.UpdatePracticeResponse], error) {
	return as(ctx, h, account.Steward, func(account.Session) (*alcovev1.UpdatePracticeResponse, error) {
		return &alcovev1.UpdatePracticeResponse{}, h.practice.PutSettings(ctx, settingsFromWire(req.Msg.GetPractice()))
	})
}

// CreateInvitation implements PracticeService.
func (h *PracticeHandler) CreateInvitation(ctx context.Context, req *connect.Request[alcovev1.CreateInvitationRequest]) (*connect.Response[alcovev1.CreateInvitationResponse], error) {
	return as(ctx, h, account.Steward, func(account.Session) (*alcovev1.CreateInvitationResponse, error) {
		i, token, err := h.practice.Invite(ctx, req.Msg.GetLabel(), account.Role(req.Msg.GetRole()))
		return &alcovev1.CreateInvitationResponse{Invitation: invitationToWire(i), Token: token}, err
	})
}

// ListInvitations implements PracticeService.
func (h *PracticeHandler) ListInvitations(ctx context.Context, _ *connect.Request[alcovev1.ListInvitationsRequest]) (*connect.Response[alcovev1.ListInvitationsResponse], error) {
	return as(ctx, h, account.Steward, func(account.Session) (*alcovev1.ListInvitationsResponse, error) {
		all, err := h.practice.Invitations(ctx)
		response := &alcovev1.ListInvitationsResponse{}
		for _, i := range all {
			response.Invitations = append(response.Invitations, invitationToWire(i))
		}
		return response, err
	})
}

// RevokeInvitation implements PracticeService.
func (h *PracticeHandler) RevokeInvitation(ctx context.Context, req *connect.Request[alcovev1.RevokeInvitationRequest]) (*connect.Response[alcovev1.RevokeInvitationResponse], error) {
	return as(ctx, h, account.Steward, func(account.Session) (*alcovev1.RevokeInvitationResponse, error) {
		id, err := id16(req.Msg.GetInvitationId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.RevokeInvitationResponse{}, h.practice.Revoke(ctx, id)
	})
}

// ListAllProfiles implements PracticeService.
func (h *PracticeHandler) ListAllProfiles(ctx context.Context, _ *connect.Request[alcovev1.ListAllProfilesRequest]) (*connect.Response[alcovev1.ListAllProfilesResponse], error) {
	return as(ctx, h, account.Steward, func(account.Session) (*alcovev1.ListAllProfilesResponse, error) {
		all, err := h.practice.AllProfiles(ctx)
		return &alcovev1.ListAllProfilesResponse{Profiles: profilesToWire(all)}, err
	})
}

// ReviewProfile implements PracticeService.
func (h *PracticeHandler) ReviewProfile(ctx context.Context, req *connect.Request[alcovev1.ReviewProfileRequest]) (*connect.Response[alcovev1.ReviewProfileResponse], error) {
	return as(ctx, h, account.Steward, func(account.Session) (*alcovev1.ReviewProfileResponse, error) {
		id, err := id16(req.Msg.GetAccountId())
		if err != nil {
			return nil, err
		}
		p, err := h.practice.Review(ctx, id, req.Msg.GetCredentialsConfirmed(), req.Msg.GetPublished())
		return &alcovev1.ReviewProfileResponse{Profile: profileToWire(p)}, err
	})
}

// GetPhoto implements PracticeService.
func (h *PracticeHandler) GetPhoto(ctx context.Context, req *connect.Request[alcovev1.GetPhotoRequest]) (*connect.Response[alcovev1.GetPhotoResponse], error) {
	id, err := id16(req.Msg.GetAccountId())
	if err != nil {
		return nil, connectError(h.log, err)
	}
	s, err := Caller(ctx)
	if err != nil {
		return nil, connectError(h.log, err)
	}
	if s.Role != account.Steward && (s.Role != account.Practitioner || s.AccountID != id) {
		return nil, connectError(h.log, errRole)
	}
	jpeg, err := h.practice.AnyPhoto(ctx, id)
	return answer(h.log, &alcovev1.GetPhotoResponse{Image: jpeg}, err)
}

// GetOwnProfile implements PracticeService.
func (h *PracticeHandler) GetOwnProfile(ctx context.Context, _ *connect.Request[alcovev1.GetOwnProfileRequest]) (*connect.Response[alcovev1.GetOwnProfileResponse], error) {
	return as(ctx, h, account.Practitioner, func(s account.Session) (*alcovev1.GetOwnProfileResponse, error) {
		p, err := h.practice.OwnProfile(ctx, s.AccountID)
		return &alcovev1.GetOwnProfileResponse{Profile: profileToWire(p)}, err
	})
}

// PutOwnProfile implements PracticeService.
func (h *PracticeHandler) PutOwnProfile(ctx context.Context, req *connect.Request[alcovev1.PutOwnProfileRequest]) (*connect.Response[alcovev1.PutOwnProfileResponse], error) {
	return as(ctx, h, account.Practitioner, func(s account.Session) (*alcovev1.PutOwnProfileResponse, error) {
		p, err := h.practice.PutOwnProfile(ctx, s.AccountID, draftFromWire(req.Msg.GetProfile()))
		return &alcovev1.PutOwnProfileResponse{Profile: profileToWire(p)}, err
	})
}

// PutAvailability implements PracticeService.
func (h *PracticeHandler) PutAvailability(ctx context.Context, req *connect.Request[alcovev1.PutAvailabilityRequest]) (*connect.Response[alcovev1.PutAvailabilityResponse], error) {
	return as(ctx, h, account.Practitioner, func(s account.Session) (*alcovev1.PutAvailabilityResponse, error) {
		p, err := h.practice.PutAvailability(ctx, s.AccountID, availabilityFromWire(req.Msg.GetAvailability()))
		return &alcovev1.PutAvailabilityResponse{Profile: profileToWire(p)}, err
	})
}

// PutPhoto implements PracticeService.
func (h *PracticeHandler) PutPhoto(ctx context.Context, req *connect.Request[alcovev1.PutPhotoRequest]) (*connect.Response[alcovev1.PutPhotoResponse], error) {
	return as(ctx, h, account.Practitioner, func(s account.Session) (*alcovev1.PutPhotoResponse, error) {
		return &alcovev1.PutPhotoResponse{}, h.practice.PutPhoto(ctx, s.AccountID, req.Msg.GetImage())
	})
}

// PutConsentText implements PracticeService.
func (h *PracticeHandler) PutConsentText(ctx context.Context, req *connect.Request[alcovev1.PutConsentTextRequest]) (*connect.Response[alcovev1.PutConsentTextResponse], error) {
	return as(ctx, h, account.Practitioner, func(s account.Session) (*alcovev1.PutConsentTextResponse, error) {
		version, err := h.practice.PutConsentText(ctx, s.AccountID, consentFromWire(req.Msg.GetConsent()))
		return &alcovev1.PutConsentTextResponse{Version: version}, err
	})
}
