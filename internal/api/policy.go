package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/policy"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// PolicyHandler implements PolicyService: stewards only.
type PolicyHandler struct {
	policies *policy.Service
	log      *slog.Logger
}

var _ alcovev1connect.PolicyServiceHandler = (*PolicyHandler)(nil)

// NewPolicyHandler returns the handler of PolicyService.
func NewPolicyHandler(policies *policy.Service, log *slog.Logger) *PolicyHandler {
	return &PolicyHandler{policies, log}
}

// PreviewPolicy implements PolicyService.
func (h *PolicyHandler) PreviewPolicy(ctx context.Context, req *connect.Request[alcovev1.PreviewPolicyRequest]) (*connect.Response[alcovev1.PreviewPolicyResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PreviewPolicyRequest) (*alcovev1.PreviewPolicyResponse, error) {
		if by.Role != account.Steward {
			return nil, errRole
		}
		made, err := h.policies.Preview(ctx, factsFromWire(m.GetFacts()))
		if err != nil {
			return nil, err
		}
		answer := &alcovev1.PreviewPolicyResponse{Base: made.Base.Number, Matters: made.Matters, Changed: made.Changed}
		sections := made.Words[m.GetLanguage()]
		for _, s := range sections {
			answer.Sections = append(answer.Sections, &alcovev1.PolicySection{Id: s.ID, Title: s.Title, Text: s.Text})
		}
		for _, c := range policy.Changes(made.Base.Words[m.GetLanguage()], sections) {
			change := &alcovev1.PolicyChange{Id: c.ID, Title: c.Title, Kind: string(c.Kind)}
			for _, line := range c.Lines {
				if line.Gone {
					change.Gone = append(change.Gone, line.Text)
				} else {
					change.Came = append(change.Came, line.Text)
				}
			}
			answer.Changes = append(answer.Changes, change)
		}
		return answer, nil
	})
}

// PublishPolicy implements PolicyService.
func (h *PolicyHandler) PublishPolicy(ctx context.Context, req *connect.Request[alcovev1.PublishPolicyRequest]) (*connect.Response[alcovev1.PublishPolicyResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PublishPolicyRequest) (*alcovev1.PublishPolicyResponse, error) {
		if by.Role != account.Steward {
			return nil, errRole
		}
		version, err := h.policies.Publish(ctx, m.GetBase(), factsFromWire(m.GetFacts()), m.GetNote(), m.GetMatters())
		return &alcovev1.PublishPolicyResponse{Version: version}, err
	})
}

func factsFromWire(f *alcovev1.PolicyFacts) policy.Facts {
	facts := policy.Facts{
		Controller: f.GetController(), Officer: f.GetOfficer(), Authority: f.GetAuthority(), GDPR: f.GetGdpr(), HIPAA: f.GetHipaa(), Processors: []policy.Processor{},
	}
	for _, p := range f.GetProcessors() {
		facts.Processors = append(facts.Processors, policy.Processor{Name: p.GetName(), Purpose: p.GetPurpose(), Place: p.GetPlace()})
	}
	return facts
}
