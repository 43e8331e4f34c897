package main

import (
	"context"
	"crypto/rand"
	"encoding/binary"
	"path/filepath"

	"alcove/internal/datafolder"
	"alcove/internal/keylog"
	"alcove/internal/load"
	"alcove/internal/store"
	"alcove/internal/stream"
)

// together is how many records or entries are written at once.
const together = 500

// fill makes a practice's database that has been used for long: through the store, since
// by calls it would take days. Its people have no accounts and do nothing.
func fill(ctx context.Context, folder string, o options) (err error) {
	if o.records == 0 && o.keys == 0 {
		return nil
	}
	db, err := store.Open(ctx, filepath.Join(folder, datafolder.Database))
	if err != nil {
		return err
	}
	defer func() {
		if closed := db.Close(); err == nil {
			err = closed
		}
	}()
	if err := fillKeys(ctx, db.Keylog(), o.keys); err != nil {
		return err
	}
	streams := min(o.streams, o.records)
	return load.Parallel(streams, writers, func(i int) error {
		return fillStream(ctx, db.Streams(), uint64(i+1), o.records/streams+max(0, min(1, o.records%streams-i)))
	})
}

func fillKeys(ctx context.Context, log keylog.Appender, n int) error {
	return load.Parallel(n, together, func(int) error {
		var label keylog.Label
		_, _ = rand.Read(label[:]) // never fails
		return log.Append(ctx, keylog.Survey, label, keylog.Value(label))
	})
}

// fillStream makes a conversation with n messages.
func fillStream(ctx context.Context, streams stream.Store, number uint64, n int) error {
	s := stream.Stream{Kind: stream.Conversation, Members: []stream.Member{{Role: stream.Client}, {Role: stream.Practitioner}}}
	binary.BigEndian.PutUint64(s.ID[8:], number)
	for i := range s.Members {
		binary.BigEndian.PutUint64(s.Members[i].Account[8:], number)
		s.Members[i].Account[0] = byte(i)
	}
	if err := streams.Update(ctx, func(tx stream.Tx) error { return tx.Create(s, 1) }, func() {}); err != nil {
		return err
	}
	ciphertext := load.Random(load.Sizes[0])
	for head := 0; head < n; {
		upTo := min(n, head+together)
		err := streams.Update(ctx, func(tx stream.Tx) error {
			for seq := head + 1; seq <= upTo; seq++ {
				r := stream.Record{Seq: uint64(seq), NewRecord: stream.NewRecord{Kind: stream.Message, Epoch: 1, Key: stream.Key(load.Message(seq, 0).IdempotencyKey), Ciphertext: ciphertext}}
				if err := tx.Add(s.ID, r); err != nil {
					return err
				}
			}
			return tx.SetHead(s.ID, uint64(upTo), 1)
		}, func() {})
		if err != nil {
			return err
		}
		head = upTo
	}
	return nil
}
