package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"
	"golang.org/x/mod/sumdb/tlog"

	"alcove/internal/fault"
	"alcove/internal/keylog"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// Bounds of one question.
const (
	maxLabels = 200
	maxKnown  = 4
)

// KeylogHandler implements KeyLogService.
type KeylogHandler struct {
	keys      *keylog.Log
	witnesses []string
	listed    func(context.Context) ([]keylog.Listed, error)
	log       *slog.Logger
}

var _ alcovev1connect.KeyLogServiceHandler = (*KeylogHandler)(nil)

// NewKeylogHandler returns the handler of KeyLogService. witnesses are the keys of
// those that cosign; listed gives who is listed now.
func NewKeylogHandler(keys *keylog.Log, witnesses []string, listed func(context.Context) ([]keylog.Listed, error), log *slog.Logger) *KeylogHandler {
	return &KeylogHandler{keys, witnesses, listed, log}
}

// LookUp implements KeyLogService.
func (h *KeylogHandler) LookUp(ctx context.Context, req *connect.Request[alcovev1.LookUpRequest]) (*connect.Response[alcovev1.LookUpResponse], error) {
	m := req.Msg
	if len(m.GetLabels()) > maxLabels || len(m.GetKnown()) > maxKnown {
		return nil, connectError(h.log, errTokenHash)
	}
	head, listed, err := h.head(ctx, m.GetDirectory())
	if err != nil {
		return nil, connectError(h.log, err)
	}
	r := &alcovev1.LookUpResponse{Key: h.keys.Key(), Checkpoint: head.Checkpoint}
	for _, label := range m.GetLabels() {
		if len(label) != len(keylog.Label{}) {
			return nil, connectError(h.log, errTokenHash)
		}
		r.Labels = append(r.Labels, proofToWire(head.ProveLabel(keylog.Label(label))))
	}
	for _, size := range m.GetKnown() {
		known, err := consistency(head, size)
		if err != nil {
			return nil, connectError(h.log, err)
		}
		r.Known = append(r.Known, known)
	}
	if err := h.addWitnessed(r, head); err != nil {
		return nil, connectError(h.log, err)
	}
	if head.Size() > 0 {
		proof, err := head.ProveNewest()
		if err != nil {
			return nil, connectError(h.log, err)
		}
		r.Newest, r.NewestProof = head.Last().Encode(), hashesToWire(proof)
	}
	if m.GetDirectory() {
		r.Directory, r.DirectoryProof = listedToWire(listed), proofToWire(head.ProveLabel(keylog.DirectoryLabel()))
	}
	return connect.NewResponse(r), nil
}

func (h *KeylogHandler) addWitnessed(r *alcovev1.LookUpResponse, head keylog.Head) (err error) {
	r.Witnesses = h.witnesses
	witnessed := h.keys.Witnessed()
	if witnessed.Checkpoint == nil || witnessed.Size() > head.Size() { // head was taken before
		return nil
	}
	r.Witnessed = witnessed.Checkpoint
	r.WitnessedProof, err = consistency(head, uint64(witnessed.Size()))
	return err
}

// consistency proves that the log of an earlier size is the beginning of this one.
func consistency(head keylog.Head, size uint64) (*alcovev1.Consistency, error) {
	if size == 0 || size >= uint64(head.Size()) {
		return &alcovev1.Consistency{}, nil
	}
	proof, err := head.ProveSince(int64(size))
	return &alcovev1.Consistency{Hashes: hashesToWire(proof)}, err
}

var errTryAgain = fault.New(fault.Conflict, "try_again", "Please try once more.")

// head gives the log and, if asked for, who is listed by it: both of one moment, while
// profiles may be changing.
func (h *KeylogHandler) head(ctx context.Context, directory bool) (head keylog.Head, listed []keylog.Listed, err error) {
	for range 5 {
		if head, err = h.keys.Head(); err != nil || !directory {
			return head, nil, err
		}
		if listed, err = h.listed(ctx); err != nil {
			return head, nil, err
		}
		value, version := head.Lookup(keylog.DirectoryLabel())
		if version == 0 && len(listed) == 0 || version > 0 && value == keylog.DirectoryValue(listed) {
			return head, listed, nil
		}
	}
	return head, nil, errTryAgain
}

func proofToWire(p keylog.MapProof) *alcovev1.LabelProof {
	w := &alcovev1.LabelProof{Beside: p.Beside}
	switch {
	case p.Found:
		w.Version, w.Value = p.Version, p.Value[:]
	case p.Other != nil:
		w.OtherLabel, w.OtherCommitment = p.Other.Label[:], p.Other.Commitment[:]
	}
	return w
}

func hashesToWire[T ~[]tlog.Hash](proof T) (all [][]byte) {
	for _, hash := range proof {
		all = append(all, hash[:])
	}
	return all
}

func listedToWire(all []keylog.Listed) (wire []*alcovev1.Listed) {
	for _, l := range all {
		wire = append(wire, &alcovev1.Listed{
			AccountId: l.Account[:], DisplayName: l.Name, Profession: l.Profession, RegistrationBody: l.Body, RegistrationNumber: l.Number,
		})
	}
	return wire
}
