package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/room"
	"alcove/internal/stream"
)

// Rooms gives the part of the database that package room asks for.
func (db *DB) Rooms() room.Store { return rooms{streams{db}} }

type rooms struct{ streams }

func (s rooms) Update(ctx context.Context, fn func(room.Tx) error, after func()) error {
	return s.db.do(&job{ctx: ctx, after: after, done: make(chan struct{}), run: func(w *work) error {
		if err := w.save(); err != nil {
			return err
		}
		return fn(&roomTx{streamTx{w}})
	}})
}

const selectRoom = `SELECT s.id, r.face, r.listed, r.asking FROM room r JOIN stream s ON s.key = r.stream `

func (s rooms) Listed(ctx context.Context) ([]room.Room, error) {
	return s.db.reader(nil).rooms(ctx, selectRoom+`WHERE r.listed = 1 ORDER BY r.stream`)
}

func (s rooms) Room(ctx context.Context, id stream.ID) (room.Room, error) {
	return s.db.reader(nil).room(ctx, id)
}

func (r reader) room(ctx context.Context, id stream.ID) (room.Room, error) {
	found, err := r.rooms(ctx, selectRoom+`WHERE s.id = ?`, id[:])
	if err == nil && len(found) == 0 {
		err = room.ErrNotFound
	}
	if err != nil {
		return room.Room{}, err
	}
	return found[0], nil
}

func (r reader) rooms(ctx context.Context, q string, args ...any) (out []room.Room, err error) {
	rows, err := r.query(ctx, q, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var one room.Room
		var id sql.RawBytes
		if err := rows.Scan(&id, &one.Face, &one.Listed, &one.Asking); err != nil {
			return nil, err
		}
		copy(one.ID[:], id)
		out = append(out, one)
	}
	return out, rows.Err()
}

func (s rooms) Standing(ctx context.Context, account stream.AccountID, id stream.ID) (room.Standing, error) {
	var standing room.Standing
	err := s.db.reader(nil).row(ctx, `SELECT CASE
		WHEN EXISTS (SELECT 1 FROM member WHERE stream = s.key AND account = ?1) THEN 3
		WHEN EXISTS (SELECT 1 FROM room_ban WHERE stream = s.key AND account = ?1) THEN 2
		ELSE coalesce((SELECT 1 + declined FROM room_asking WHERE stream = s.key AND account = ?1), 0) END
		FROM stream s WHERE s.id = ?2`, account[:], id[:]).Scan(&standing)
	if errors.Is(err, sql.ErrNoRows) {
		return room.Outside, nil
	}
	return standing, err
}

func (s rooms) Asking(ctx context.Context, id stream.ID) (out []room.Asking, err error) {
	rows, err := s.db.reader(nil).query(ctx, `SELECT a.handle, a.sealed, a.day FROM room_asking a JOIN stream s ON s.key = a.stream
		WHERE s.id = ? AND a.declined = 0 ORDER BY a.day, a.handle`, id[:])
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var one room.Asking
		var handle sql.RawBytes
		if err := rows.Scan(&handle, &one.Sealed, &one.Day); err != nil {
			return nil, err
		}
		copy(one.Handle[:], handle)
		out = append(out, one)
	}
	return out, rows.Err()
}

func (s rooms) Cards(ctx context.Context, id stream.ID) (out []room.Card, err error) {
	rows, err := s.db.reader(nil).query(ctx, `SELECT m.handle, c.sealed FROM room_card c JOIN stream s ON s.key = c.stream
		JOIN member m ON m.stream = c.stream AND m.account = c.account WHERE s.id = ? ORDER BY m.handle`, id[:])
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var one room.Card
		var handle sql.RawBytes
		if err := rows.Scan(&handle, &one.Sealed); err != nil {
			return nil, err
		}
		copy(one.Handle[:], handle)
		out = append(out, one)
	}
	return out, rows.Err()
}

func (s rooms) Bans(ctx context.Context, id stream.ID) (out []stream.Handle, err error) {
	rows, err := s.db.reader(nil).query(ctx, `SELECT b.handle FROM room_ban b JOIN stream s ON s.key = b.stream WHERE s.id = ? ORDER BY b.handle`, id[:])
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var handle sql.RawBytes
		if err := rows.Scan(&handle); err != nil {
			return nil, err
		}
		out = append(out, stream.Handle(handle))
	}
	return out, rows.Err()
}

// roomTx is what happens inside one Update.
type roomTx struct{ streamTx }

func (t *roomTx) Room(id stream.ID) (room.Room, error) { return t.room(background, id) }

func (t *roomTx) PutRoom(r room.Room) error {
	return t.execOn(r.ID, `INSERT INTO room (stream, face, listed, asking) VALUES (?1, ?2, ?3, ?4)
		ON CONFLICT (stream) DO UPDATE SET face = excluded.face, listed = excluded.listed, asking = excluded.asking`, r.Face, r.Listed, r.Asking)
}

func (t *roomTx) IsBanned(id stream.ID, account stream.AccountID) (banned bool, err error) {
	key, err := t.key(id)
	if err != nil {
		return false, err
	}
	err = t.row(background, `SELECT EXISTS (SELECT 1 FROM room_ban WHERE stream = ? AND account = ?)`, key, account[:]).Scan(&banned)
	return banned, err
}

func (t *roomTx) CountAsking(id stream.ID, account stream.AccountID) (there, own int, err error) {
	key, err := t.key(id)
	if err != nil {
		return 0, 0, err
	}
	err = t.row(background, `SELECT (SELECT count(*) FROM room_asking WHERE stream = ?1 AND account <> ?2 AND declined = 0),
		(SELECT count(*) FROM room_asking WHERE account = ?2 AND stream <> ?1)`, key, account[:]).Scan(&there, &own)
	return there, own, err
}

func (t *roomTx) PutAsking(id stream.ID, account stream.AccountID, a room.Asking) error {
	return t.execOn(id, `INSERT INTO room_asking (handle, stream, account, sealed, declined, day) VALUES (?2, ?1, ?3, ?4, 0, ?5)
		ON CONFLICT (stream, account) DO UPDATE SET handle = excluded.handle, sealed = excluded.sealed, declined = 0, day = excluded.day`,
		a.Handle[:], account[:], a.Sealed, a.Day)
}

func (t *roomTx) Withdraw(id stream.ID, account stream.AccountID) error {
	return t.execOn(id, `DELETE FROM room_asking WHERE stream = ?1 AND account = ?2`, account[:])
}

func (t *roomTx) Asker(id stream.ID, h stream.Handle) (stream.AccountID, error) {
	return t.asker(id, h)
}

func (t *roomTx) Decline(id stream.ID, h stream.Handle) error {
	return t.execOn(id, `UPDATE room_asking SET declined = 1, sealed = ?3 WHERE stream = ?1 AND handle = ?2`, h[:], empty)
}

func (t *roomTx) Ban(id stream.ID, account stream.AccountID, h stream.Handle) error {
	return t.execOn(id, `INSERT INTO room_ban (stream, account, handle) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING`, account[:], h[:])
}

func (t *roomTx) LiftBan(id stream.ID, h stream.Handle) error {
	return t.execOn(id, `DELETE FROM room_ban WHERE stream = ?1 AND handle = ?2`, h[:])
}

func (t *roomTx) PutCard(id stream.ID, account stream.AccountID, sealed []byte) error {
	return t.execOn(id, `INSERT INTO room_card (stream, account, sealed) VALUES (?1, ?2, ?3)
		ON CONFLICT (stream, account) DO UPDATE SET sealed = excluded.sealed`, account[:], sealed)
}

func (t *roomTx) SweepAsking(day int64) error {
	return t.exec(`DELETE FROM room_asking WHERE day < ?`, day)
}

// asker is the account that asks by a handle.
func (t *streamTx) asker(id stream.ID, h stream.Handle) (account stream.AccountID, err error) {
	key, err := t.key(id)
	if err != nil {
		return account, err
	}
	var found []byte
	err = t.row(background, `SELECT account FROM room_asking WHERE stream = ? AND handle = ? AND declined = 0`, key, h[:]).Scan(&found)
	if errors.Is(err, sql.ErrNoRows) {
		return account, stream.ErrNotAsking
	}
	copy(account[:], found)
	return account, err
}

// Admit leaves who is a member already as they are: they asked for a further device.
func (t *streamTx) Admit(id stream.ID, h stream.Handle, first uint64) (stream.AccountID, error) {
	if err := t.save(); err != nil {
		return stream.AccountID{}, err
	}
	account, err := t.asker(id, h)
	if err != nil {
		return account, err
	}
	err = t.execOn(id, `INSERT INTO member (stream, account, role, handle, first_seq) VALUES (?1, ?2, ?3, ?4, ?5)
		ON CONFLICT (stream, account) DO NOTHING`, account[:], int64(stream.RoomMember), h[:], int64(first))
	if err != nil {
		return account, err
	}
	// Who changed or withdrew their card since they came in is believed that, not what they ask with now.
	err = t.execOn(id, `INSERT INTO room_card (stream, account, sealed)
		SELECT stream, account, sealed FROM room_asking WHERE stream = ?1 AND handle = ?2
		ON CONFLICT (stream, account) DO NOTHING`, h[:])
	if err != nil {
		return account, err
	}
	return account, t.execOn(id, `DELETE FROM room_asking WHERE stream = ?1 AND handle = ?2`, h[:])
}

// AddModerator makes an account a moderator that was not in the room, and is at its door no longer.
func (t *streamTx) AddModerator(id stream.ID, account stream.AccountID, first uint64) error {
	if err := t.execOn(id, `DELETE FROM room_asking WHERE stream = ?1 AND account = ?2`, account[:]); err != nil {
		return err
	}
	return t.execOn(id, `INSERT INTO member (stream, account, role, first_seq) VALUES (?1, ?2, ?3, ?4)`, account[:], int64(stream.Moderator), int64(first))
}

func (t *streamTx) ForgetAsking(account stream.AccountID) error {
	if err := t.exec(`DELETE FROM room_asking WHERE account = ?`, account[:]); err != nil {
		return err
	}
	return t.exec(`DELETE FROM room_ban WHERE account = ?`, account[:])
}
