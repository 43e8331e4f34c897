package api

import (
	"context"
	"log/slog"

	"connectrpc.com/connect"

	"alcove/internal/account"
	"alcove/internal/room"
	"alcove/internal/stream"
	alcovev1 "alcove/proto/alcove/v1"
	"alcove/proto/alcove/v1/alcovev1connect"
)

// RoomHandler serves rooms to who is not in them, and their doors.
type RoomHandler struct {
	rooms   *room.Service
	streams *stream.Service
	log     *slog.Logger
}

var _ alcovev1connect.RoomServiceHandler = (*RoomHandler)(nil)

// NewRoomHandler returns the handler of RoomService.
func NewRoomHandler(rooms *room.Service, streams *stream.Service, log *slog.Logger) *RoomHandler {
	return &RoomHandler{rooms, streams, log}
}

// ListRooms implements RoomService.
func (h *RoomHandler) ListRooms(ctx context.Context, _ *connect.Request[alcovev1.ListRoomsRequest]) (*connect.Response[alcovev1.ListRoomsResponse], error) {
	rooms, err := h.rooms.Listed(ctx)
	out := &alcovev1.ListRoomsResponse{}
	for _, r := range rooms {
		out.Rooms = append(out.Rooms, roomMessage(r))
	}
	return answer(h.log, out, err)
}

// GetRoom implements RoomService.
func (h *RoomHandler) GetRoom(ctx context.Context, req *connect.Request[alcovev1.GetRoomRequest]) (*connect.Response[alcovev1.GetRoomResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetRoomRequest) (*alcovev1.GetRoomResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		r, standing, err := h.rooms.Get(ctx, by.AccountID, id)
		return &alcovev1.GetRoomResponse{Room: roomMessage(r), Standing: alcovev1.RoomStanding(standing)}, err
	})
}

// AskEntry implements RoomService.
func (h *RoomHandler) AskEntry(ctx context.Context, req *connect.Request[alcovev1.AskEntryRequest]) (*connect.Response[alcovev1.AskEntryResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.AskEntryRequest) (*alcovev1.AskEntryResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.AskEntryResponse{}, h.rooms.Ask(ctx, by.AccountID, id, m.GetSealed())
	})
}

// WithdrawEntry implements RoomService.
func (h *RoomHandler) WithdrawEntry(ctx context.Context, req *connect.Request[alcovev1.WithdrawEntryRequest]) (*connect.Response[alcovev1.WithdrawEntryResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.WithdrawEntryRequest) (*alcovev1.WithdrawEntryResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.WithdrawEntryResponse{}, h.rooms.Withdraw(ctx, by.AccountID, id)
	})
}

// PutRoom implements RoomService.
func (h *RoomHandler) PutRoom(ctx context.Context, req *connect.Request[alcovev1.PutRoomRequest]) (*connect.Response[alcovev1.PutRoomResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PutRoomRequest) (*alcovev1.PutRoomResponse, error) {
		r := m.GetRoom()
		id, err := id16(r.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.PutRoomResponse{}, h.rooms.Put(ctx, by.AccountID, room.Room{ID: id, Face: r.GetFace(), Listed: r.GetListed(), Asking: r.GetAsking()})
	})
}

// GetDoor implements RoomService.
func (h *RoomHandler) GetDoor(ctx context.Context, req *connect.Request[alcovev1.GetDoorRequest]) (*connect.Response[alcovev1.GetDoorResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetDoorRequest) (*alcovev1.GetDoorResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		asking, banned, err := h.rooms.Door(ctx, by.AccountID, id)
		out := &alcovev1.GetDoorResponse{}
		for _, a := range asking {
			out.Asking = append(out.Asking, &alcovev1.RoomAsking{Handle: a.Handle[:], Sealed: a.Sealed, Day: uint32(a.Day)})
		}
		for _, b := range banned {
			out.Banned = append(out.Banned, b[:])
		}
		return out, err
	})
}

// DeclineEntry implements RoomService.
func (h *RoomHandler) DeclineEntry(ctx context.Context, req *connect.Request[alcovev1.DeclineEntryRequest]) (*connect.Response[alcovev1.DeclineEntryResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.DeclineEntryRequest) (*alcovev1.DeclineEntryResponse, error) {
		return &alcovev1.DeclineEntryResponse{}, atDoor(ctx, by, m, h.rooms.Decline)
	})
}

// BanEntry implements RoomService.
func (h *RoomHandler) BanEntry(ctx context.Context, req *connect.Request[alcovev1.BanEntryRequest]) (*connect.Response[alcovev1.BanEntryResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.BanEntryRequest) (*alcovev1.BanEntryResponse, error) {
		return &alcovev1.BanEntryResponse{}, atDoor(ctx, by, m, h.rooms.Ban)
	})
}

// LiftBan implements RoomService.
func (h *RoomHandler) LiftBan(ctx context.Context, req *connect.Request[alcovev1.LiftBanRequest]) (*connect.Response[alcovev1.LiftBanResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.LiftBanRequest) (*alcovev1.LiftBanResponse, error) {
		return &alcovev1.LiftBanResponse{}, atDoor(ctx, by, m, h.rooms.LiftBan)
	})
}

// CheckAttest implements RoomService.
func (h *RoomHandler) CheckAttest(ctx context.Context, req *connect.Request[alcovev1.CheckAttestRequest]) (*connect.Response[alcovev1.CheckAttestResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.CheckAttestRequest) (*alcovev1.CheckAttestResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		sender, err := h.streams.Attested(ctx, by.AccountID, id, m.GetSeq(), m.GetCommitment(), m.GetAttest())
		if err != nil {
			return nil, err
		}
		if sender.Leads {
			return &alcovev1.CheckAttestResponse{Sender: &alcovev1.CheckAttestResponse_Moderator{Moderator: sender.ID[:]}}, nil
		}
		return &alcovev1.CheckAttestResponse{Sender: &alcovev1.CheckAttestResponse_Handle{Handle: sender.ID[:]}}, nil
	})
}

// PutCard implements RoomService.
func (h *RoomHandler) PutCard(ctx context.Context, req *connect.Request[alcovev1.PutCardRequest]) (*connect.Response[alcovev1.PutCardResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.PutCardRequest) (*alcovev1.PutCardResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.PutCardResponse{}, h.rooms.PutCard(ctx, by.AccountID, id, m.GetSealed())
	})
}

// GetCards implements RoomService.
func (h *RoomHandler) GetCards(ctx context.Context, req *connect.Request[alcovev1.GetCardsRequest]) (*connect.Response[alcovev1.GetCardsResponse], error) {
	return called(ctx, h.log, req, func(by account.Session, m *alcovev1.GetCardsRequest) (*alcovev1.GetCardsResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		cards, err := h.rooms.Cards(ctx, by.AccountID, id)
		out := &alcovev1.GetCardsResponse{}
		for _, c := range cards {
			out.Cards = append(out.Cards, &alcovev1.RoomCard{Handle: c.Handle[:], Sealed: c.Sealed})
		}
		return out, err
	})
}

// AppointModerator implements RoomService.
func (h *RoomHandler) AppointModerator(ctx context.Context, req *connect.Request[alcovev1.AppointModeratorRequest]) (*connect.Response[alcovev1.AppointModeratorResponse], error) {
	return called(ctx, h.log, req, func(_ account.Session, m *alcovev1.AppointModeratorRequest) (*alcovev1.AppointModeratorResponse, error) {
		id, err := id16(m.GetStreamId())
		if err != nil {
			return nil, err
		}
		who, err := id16(m.GetAccountId())
		if err != nil {
			return nil, err
		}
		return &alcovev1.AppointModeratorResponse{}, h.streams.Appoint(ctx, id, who)
	})
}

// atDoor does something with somebody who is named by a handle.
func atDoor(ctx context.Context, by account.Session, m interface {
	GetStreamId() []byte
	GetHandle() []byte
}, act func(context.Context, stream.AccountID, stream.ID, stream.Handle) error) error {
	id, err := id16(m.GetStreamId())
	if err != nil {
		return err
	}
	handle, err := id16(m.GetHandle())
	if err != nil {
		return err
	}
	return act(ctx, by.AccountID, id, handle)
}

func roomMessage(r room.Room) *alcovev1.Room {
	return &alcovev1.Room{StreamId: r.ID[:], Face: r.Face, Listed: r.Listed, Asking: r.Asking}
}
