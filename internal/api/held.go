package api

import (
	"context"

	"connectrpc.com/connect"

	"alcove/internal/account"
	alcovev1 "alcove/proto/alcove/v1"
)

// GetHeld implements AccountService. Whose rows are given is the session's account:
// the request cannot say.
func (h *AccountHandler) GetHeld(ctx context.Context, req *connect.Request[alcovev1.GetHeldRequest]) (*connect.Response[alcovev1.GetHeldResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetHeldRequest) (*alcovev1.GetHeldResponse, error) {
		q := account.HeldQuery{Table: m.GetTable(), After: m.GetAfter(), Whole: m.GetWhole(), Limit: int(m.GetLimit())}
		if len(m.GetStream()) > 0 {
			var err error
			if q.Stream, err = id16(m.GetStream()); err != nil {
				return nil, err
			}
		}
		held, err := h.accounts.Held(ctx, by, q)
		if err != nil {
			return nil, err
		}
		return heldMessage(held), nil
	})
}

func heldMessage(held account.Held) *alcovev1.GetHeldResponse {
	out := &alcovev1.GetHeldResponse{Next: held.Next}
	for _, t := range held.Tables {
		out.Tables = append(out.Tables, &alcovev1.HeldTable{
			Name: t.Name, Columns: t.Columns, Replaced: t.Replaced, ByStream: t.ByStream, Rows: t.Rows,
		})
	}
	for _, s := range held.Streams {
		told := &alcovev1.HeldStream{Id: s.ID[:]}
		for _, c := range s.Counts {
			told.Counts = append(told.Counts, &alcovev1.HeldCount{Table: c.Table, Rows: c.Rows, Bytes: c.Bytes})
		}
		out.Streams = append(out.Streams, told)
	}
	for _, row := range held.Rows {
		told := &alcovev1.HeldRow{}
		for _, v := range row {
			told.Values = append(told.Values, heldValue(v))
		}
		out.Rows = append(out.Rows, told)
	}
	return out
}

func heldValue(v account.HeldValue) *alcovev1.HeldValue {
	out := &alcovev1.HeldValue{Size: uint64(v.Size)}
	switch value := v.Value.(type) {
	case int64:
		out.Value = &alcovev1.HeldValue_Number{Number: value}
	case string:
		out.Value = &alcovev1.HeldValue_Text{Text: value}
	case []byte:
		out.Value = &alcovev1.HeldValue_Bytes{Bytes: value}
	}
	return out
}
