package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/survey"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// SurveyHandler implements SurveyService. What is called without a session is refused
// with one by the interceptor (access.go: untraced).
type SurveyHandler struct {
	surveys *survey.Service
	log     *slog.Logger
}

var _ alcovev1connect.SurveyServiceHandler = (*SurveyHandler)(nil)

// NewSurveyHandler returns the handler of SurveyService.
func NewSurveyHandler(surveys *survey.Service, log *slog.Logger) *SurveyHandler {
	return &SurveyHandler{surveys, log}
}

func (h *SurveyHandler) wire(s survey.Survey) *alcovev1.Survey {
	return &alcovev1.Survey{
		SurveyId: s.ID[:], Definition: s.Definition, BallotKey: s.BallotKey,
		State: alcovev1.SurveyState(small(int32(h.surveys.Today(s)))), HasResults: s.HasResults,
	}
}

// of does what belongs to a survey for whoever calls, with a session or without.
func of[Q interface{ GetSurveyId() []byte }, A any](log *slog.Logger, m Q, do func(survey.ID) (*A, error)) (*connect.Response[A], error) {
	id, err := id16(m.GetSurveyId())
	if err != nil {
		return nil, connectError(log, err)
	}
	response, err := do(id)
	return answer(log, response, err)
}

// ofCaller is of, with a session.
func ofCaller[Q any, M interface {
	*Q
	GetSurveyId() []byte
}, A any](ctx context.Context, log *slog.Logger, req *connect.Request[Q], do func(account.Session, survey.ID, M) (*A, error)) (*connect.Response[A], error) {
	return called(ctx, log, req, func(by account.Session, m *Q) (*A, error) {
		id, err := id16(M(m).GetSurveyId())
		if err != nil {
			return nil, err
		}
		return do(by, id, m)
	})
}

// ListSurveys implements SurveyService.
func (h *SurveyHandler) ListSurveys(ctx context.Context, req *connect.Request[alcovev1.ListSurveysRequest]) (*connect.Response[alcovev1.ListSurveysResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, _ *alcovev1.ListSurveysRequest) (*alcovev1.ListSurveysResponse, error) {
		toAnswer, own, err := h.surveys.List(ctx, by)
		response := &alcovev1.ListSurveysResponse{}
		for _, s := range toAnswer {
			response.ToAnswer = append(response.ToAnswer, h.wire(s))
		}
		for _, o := range own {
			response.Own = append(response.Own, &alcovev1.OwnSurvey{Survey: h.wire(o.Survey), AnsweredAbout: o.AnsweredAbout, Batches: o.Batches})
		}
		return response, err
	})
}

// TakeBallot implements SurveyService.
func (h *SurveyHandler) TakeBallot(ctx context.Context, req *connect.Request[alcovev1.TakeBallotRequest]) (*connect.Response[alcovev1.TakeBallotResponse], error) {
	return ofCaller(ctx, h.log, req, func(by account.Session, id survey.ID, m *alcovev1.TakeBallotRequest) (*alcovev1.TakeBallotResponse, error) {
		signed, err := h.surveys.TakeBallot(ctx, by, id, m.GetBlinded())
		return &alcovev1.TakeBallotResponse{BlindSignature: signed}, err
	})
}

// GetSurvey implements SurveyService.
func (h *SurveyHandler) GetSurvey(ctx context.Context, req *connect.Request[alcovev1.GetSurveyRequest]) (*connect.Response[alcovev1.GetSurveyResponse], error) {
	return of(h.log, req.Msg, func(id survey.ID) (*alcovev1.GetSurveyResponse, error) {
		s, err := h.surveys.Survey(ctx, id)
		return &alcovev1.GetSurveyResponse{Survey: h.wire(s)}, err
	})
}

// TakePublicBallot implements SurveyService.
func (h *SurveyHandler) TakePublicBallot(ctx context.Context, req *connect.Request[alcovev1.TakePublicBallotRequest]) (*connect.Response[alcovev1.TakePublicBallotResponse], error) {
	return of(h.log, req.Msg, func(id survey.ID) (*alcovev1.TakePublicBallotResponse, error) {
		signed, err := h.surveys.TakePublicBallot(ctx, id, req.Msg.GetBlinded(), proof(req.Msg.GetProof()))
		return &alcovev1.TakePublicBallotResponse{BlindSignature: signed}, err
	})
}

// Answer implements SurveyService.
func (h *SurveyHandler) Answer(ctx context.Context, req *connect.Request[alcovev1.AnswerRequest]) (*connect.Response[alcovev1.AnswerResponse], error) {
	return of(h.log, req.Msg, func(id survey.ID) (*alcovev1.AnswerResponse, error) {
		m := req.Msg
		key, err := bytes32(m.GetBallot().GetPublicKey())
		if err != nil {
			return nil, err
		}
		return &alcovev1.AnswerResponse{}, h.surveys.Answer(ctx, survey.Response{
			Survey: id, Ballot: survey.Ballot{Key: key, Randomizer: m.GetBallot().GetRandomizer(), Signature: m.GetBallot().GetSignature()},
			Sealed: m.GetSealed(), Signature: m.GetSignature(),
		})
	})
}

func bytes32(b []byte) (out [32]byte, err error) {
	if len(b) != len(out) {
		return out, errTokenHash
	}
	return [32]byte(b), nil
}

// Withdraw implements SurveyService.
func (h *SurveyHandler) Withdraw(ctx context.Context, req *connect.Request[alcovev1.WithdrawRequest]) (*connect.Response[alcovev1.WithdrawResponse], error) {
	return of(h.log, req.Msg, func(id survey.ID) (*alcovev1.WithdrawResponse, error) {
		key, err := bytes32(req.Msg.GetPublicKey())
		if err != nil {
			return nil, err
		}
		return &alcovev1.WithdrawResponse{}, h.surveys.Withdraw(ctx, id, key, req.Msg.GetSignature())
	})
}

// GetCounted implements SurveyService.
func (h *SurveyHandler) GetCounted(ctx context.Context, req *connect.Request[alcovev1.GetCountedRequest]) (*connect.Response[alcovev1.GetCountedResponse], error) {
	return of(h.log, req.Msg, func(id survey.ID) (*alcovev1.GetCountedResponse, error) {
		counted, err := h.surveys.Counted(ctx, id)
		response := &alcovev1.GetCountedResponse{
			State: alcovev1.SurveyState(small(int32(counted.State))), Withdrawn: leaves(counted.Withdrawn), Erased: leaves(counted.Erased),
		}
		for _, b := range counted.Batches {
			response.Batches = append(response.Batches, &alcovev1.Batch{Number: b.Number, Leaves: leaves(b.Leaves)})
		}
		return response, err
	})
}

func leaves(all []survey.Leaf) (wire [][]byte) {
	for i := range all {
		wire = append(wire, all[i][:])
	}
	return wire
}

// GetResults implements SurveyService.
func (h *SurveyHandler) GetResults(ctx context.Context, req *connect.Request[alcovev1.GetResultsRequest]) (*connect.Response[alcovev1.GetResultsResponse], error) {
	return of(h.log, req.Msg, func(id survey.ID) (*alcovev1.GetResultsResponse, error) {
		s, err := h.surveys.Survey(ctx, id)
		if err != nil {
			return nil, err
		}
		_, results, day, err := h.surveys.PublishedResults(ctx, id)
		return &alcovev1.GetResultsResponse{Survey: h.wire(s), Results: results, Day: day}, err
	})
}

// CheckAudience implements SurveyService.
func (h *SurveyHandler) CheckAudience(ctx context.Context, req *connect.Request[alcovev1.CheckAudienceRequest]) (*connect.Response[alcovev1.CheckAudienceResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.CheckAudienceRequest) (*alcovev1.CheckAudienceResponse, error) {
		a := survey.Audience{Who: survey.Who(m.GetAudience())}
		if a.Who == survey.Room || a.Who == survey.Practitioner {
			id, err := id16(m.GetOf())
			if err != nil {
				return nil, err
			}
			a.Of = id
		}
		large, err := h.surveys.CheckAudience(ctx, by, a, int(m.GetSmallest()))
		return &alcovev1.CheckAudienceResponse{LargeEnough: large}, err
	})
}

// CreateSurvey implements SurveyService.
func (h *SurveyHandler) CreateSurvey(ctx context.Context, req *connect.Request[alcovev1.CreateSurveyRequest]) (*connect.Response[alcovev1.CreateSurveyResponse], error) {
	return ofCaller(ctx, h.log, req, func(by account.Session, id survey.ID, m *alcovev1.CreateSurveyRequest) (*alcovev1.CreateSurveyResponse, error) {
		s, err := h.surveys.Create(ctx, by, id, m.GetDefinition())
		return &alcovev1.CreateSurveyResponse{Survey: h.wire(s)}, err
	})
}

// GetReleased implements SurveyService.
func (h *SurveyHandler) GetReleased(ctx context.Context, req *connect.Request[alcovev1.GetReleasedRequest]) (*connect.Response[alcovev1.GetReleasedResponse], error) {
	return ofCaller(ctx, h.log, req, func(by account.Session, id survey.ID, m *alcovev1.GetReleasedRequest) (*alcovev1.GetReleasedResponse, error) {
		released, more, err := h.surveys.Released(ctx, by, id, m.GetBatch(), m.GetAfter())
		response := &alcovev1.GetReleasedResponse{More: more}
		for _, r := range released {
			response.Responses = append(response.Responses, &alcovev1.Released{
				Ballot: &alcovev1.Ballot{PublicKey: r.Key[:], Randomizer: r.Randomizer, Signature: r.Ballot.Signature},
				Sealed: r.Sealed, Signature: r.Response.Signature, Withdrawn: r.Withdrawn,
			})
		}
		return response, err
	})
}

// CloseSurvey implements SurveyService.
func (h *SurveyHandler) CloseSurvey(ctx context.Context, req *connect.Request[alcovev1.CloseSurveyRequest]) (*connect.Response[alcovev1.CloseSurveyResponse], error) {
	return ofCaller(ctx, h.log, req, func(by account.Session, id survey.ID, _ *alcovev1.CloseSurveyRequest) (*alcovev1.CloseSurveyResponse, error) {
		s, err := h.surveys.Close(ctx, by, id)
		return &alcovev1.CloseSurveyResponse{Survey: h.wire(s)}, err
	})
}

// PublishResults implements SurveyService.
func (h *SurveyHandler) PublishResults(ctx context.Context, req *connect.Request[alcovev1.PublishResultsRequest]) (*connect.Response[alcovev1.PublishResultsResponse], error) {
	return ofCaller(ctx, h.log, req, func(by account.Session, id survey.ID, m *alcovev1.PublishResultsRequest) (*alcovev1.PublishResultsResponse, error) {
		return &alcovev1.PublishResultsResponse{}, h.surveys.Publish(ctx, by, id, m.GetResults())
	})
}

// DeleteSurvey implements SurveyService.
func (h *SurveyHandler) DeleteSurvey(ctx context.Context, req *connect.Request[alcovev1.DeleteSurveyRequest]) (*connect.Response[alcovev1.DeleteSurveyResponse], error) {
	return ofCaller(ctx, h.log, req, func(by account.Session, id survey.ID, _ *alcovev1.DeleteSurveyRequest) (*alcovev1.DeleteSurveyResponse, error) {
		return &alcovev1.DeleteSurveyResponse{}, h.surveys.Delete(ctx, by, id)
	})
}
