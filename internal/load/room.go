package load

import (
	"context"
	"fmt"
	"runtime"

	"connectrpc.com/connect"

	alcovev1 "alcove/proto/alcove/v1"
)

// admitted is how many a moderator's client lets in by one commit.
const admitted = 32

// RoomWith makes a room that the practitioner leads, lets the first n clients in
// through its door, and returns its stream's id and epoch.
func (p *Practice) RoomWith(ctx context.Context, n int) (stream []byte, epoch uint64, err error) {
	if err := p.Grow(ctx, n); err != nil {
		return nil, 0, err
	}
	stream = Random(16)
	lead := p.Practitioner
	if _, err := lead.Streams.CreateStream(ctx, connect.NewRequest(&alcovev1.CreateStreamRequest{
		StreamId: stream, Kind: alcovev1.StreamKind_STREAM_KIND_ROOM, GroupInfo: Random(600),
		Members: []*alcovev1.StreamMember{{AccountId: lead.Account, Role: alcovev1.StreamRole_STREAM_ROLE_MODERATOR}},
	})); err != nil {
		return nil, 0, fmt.Errorf("create a room: %w", err)
	}
	face := &alcovev1.Room{StreamId: stream, Face: Random(2048), Listed: true, Asking: true}
	if _, err := lead.rooms.PutRoom(ctx, connect.NewRequest(&alcovev1.PutRoomRequest{Room: face})); err != nil {
		return nil, 0, fmt.Errorf("tell of a room: %w", err)
	}
	if err := Parallel(n, runtime.NumCPU(), func(i int) error {
		_, err := p.Clients[i].rooms.AskEntry(ctx, connect.NewRequest(&alcovev1.AskEntryRequest{StreamId: stream, Sealed: Random(4096)}))
		return err
	}); err != nil {
		return nil, 0, fmt.Errorf("ask at a door: %w", err)
	}
	door, err := lead.rooms.GetDoor(ctx, connect.NewRequest(&alcovev1.GetDoorRequest{StreamId: stream}))
	if err != nil {
		return nil, 0, err
	}
	for asking := door.Msg.GetAsking(); len(asking) > 0; epoch++ {
		some := asking[:min(admitted, len(asking))]
		asking = asking[len(some):]
		if err := lead.admit(ctx, stream, epoch, some); err != nil {
			return nil, 0, fmt.Errorf("let in: %w", err)
		}
	}
	return stream, epoch, nil
}

// admit appends what a moderator's commit is appended with: a Welcome and a roster.
func (p *Person) admit(ctx context.Context, stream []byte, epoch uint64, asking []*alcovev1.RoomAsking) error {
	records := []*alcovev1.NewRecord{
		{Kind: alcovev1.RecordKind_RECORD_KIND_COMMIT, Epoch: epoch, IdempotencyKey: Random(16), Ciphertext: Random(800 * len(asking))},
		{Kind: alcovev1.RecordKind_RECORD_KIND_WELCOME, Epoch: epoch + 1, IdempotencyKey: Random(16), Ciphertext: Random(1000 * len(asking))},
		RoomMessage(epoch+1, 4096, Random(16)),
	}
	request := &alcovev1.AppendRequest{StreamId: stream, Records: records, GroupInfo: Random(10_000)}
	for _, a := range asking {
		request.Admit = append(request.Admit, a.GetHandle())
	}
	_, err := p.Streams.Append(ctx, connect.NewRequest(request))
	return err
}

// RoomMessage is a new record of random bytes for a room.
func RoomMessage(epoch uint64, size int, key []byte) *alcovev1.NewRecord {
	return &alcovev1.NewRecord{
		Kind: alcovev1.RecordKind_RECORD_KIND_MESSAGE, Epoch: epoch, IdempotencyKey: key, Ciphertext: Random(size), Commitment: Random(32), News: true,
	}
}
