package crash

import (
	"fmt"
	"math/rand/v2"
	"time"

	"alcove/internal/auditor"
	"alcove/internal/load"
	alcovev1 "alcove/proto/alcove/v1"
)

const (
	guests = asked // clients, of whom the first have the conversations
	inRoom = 2     // of them are in the room
)

// stage is a server with everything that goes on there.
type stage struct {
	*load.Server
	talks   []*talk
	errands []errand
	seen    *auditor.Seen // of the key log
}

// newStage starts a server and has its people come: conversations, a room, and who runs
// errands.
func newStage(srv *load.Server) (*stage, error) {
	practice, err := load.EnrolPractice(ctx, srv)
	if err != nil {
		return nil, err
	}
	if err := practice.Grow(ctx, guests); err != nil {
		return nil, err
	}
	s := &stage{Server: srv, errands: errands(practice)}
	for _, c := range practice.Clients[:conversations] {
		s.talks = append(s.talks, &talk{Client: c, practitioner: practice.Practitioner, message: load.Message})
	}
	room, epoch, err := practice.RoomWith(ctx, inRoom)
	if err != nil {
		return nil, err
	}
	inside := practice.Clients[0]
	inside.Stream = room
	s.talks = append(s.talks, &talk{Client: inside, practitioner: practice.Practitioner, pause: 200 * time.Millisecond, message: func(known, size int) *alcovev1.NewRecord {
		return load.RoomMessage(epoch, size, load.Message(known, 0).GetIdempotencyKey())
	}})
	for _, k := range s.talks {
		log, err := k.readAll()
		if err != nil {
			return nil, err
		}
		k.next(log)
	}
	return s, nil
}

// examine holds what the server has against all that it ever answered.
func (s *stage) examine(random *rand.Rand, total *tally) (err error) {
	for _, k := range s.talks {
		if err := k.examine(random, total); err != nil {
			return err
		}
	}
	for _, e := range s.errands {
		if err := e.examine(ctx); err != nil {
			return fmt.Errorf("%T: %w", e, err)
		}
	}
	s.seen, err = auditLog(ctx, s.Server, s.seen)
	return err
}
