package store

import (
	"context"
	"database/sql"
	"errors"

	"alcove/internal/stream"
)

func (s streams) Attestation(ctx context.Context, id stream.ID, seq uint64) (a stream.Attestation, err error) {
	if seq >= 1<<seqBits {
		return a, nil
	}
	if err := s.db.inPlace(ctx); err != nil {
		return a, err
	}
	err = s.db.reader(nil).row(ctx, `SELECT commitment, attest, kind = 1 AND length(ciphertext) = 0,
		EXISTS (SELECT 1 FROM key_exchange WHERE name = 'reports')
		FROM record WHERE place = (SELECT key FROM stream WHERE id = ?) << 32 | ?`, id[:], int64(seq)).
		Scan(&a.Commitment, &a.Attest, &a.Forgotten, &a.Exchanged)
	if errors.Is(err, sql.ErrNoRows) {
		err = nil
	}
	return a, err
}

// reattestAtOnce is how many attestations one transaction renews: others wait for it.
const reattestAtOnce = 500

func (s streams) Reattest(ctx context.Context, of func(stream.ID) (func(uint64, []byte, []byte) ([]byte, bool), error)) error {
	type room struct {
		key int64
		id  []byte
	}
	rooms, err := all(ctx, s.db, func(r *sql.Rows) (each room, err error) {
		err = r.Scan(&each.key, &each.id)
		return each, err
	}, `SELECT key, id FROM stream WHERE kind = ?`, int64(stream.Room))
	if err != nil {
		return err
	}
	for _, each := range rooms {
		renew, err := of(stream.ID(each.id))
		if err != nil {
			return err
		}
		after, end := each.key<<seqBits, (each.key+1)<<seqBits
		for found := reattestAtOnce; found == reattestAtOnce; {
			if err := s.db.Write(ctx, func(tx *sql.Tx) (err error) {
				after, found, err = reattest(tx, after, end, renew)
				return err
			}); err != nil {
				return err
			}
		}
	}
	_ = s.db.Scrub(ctx) // the writer does it by itself within half a minute
	return nil
}

// reattest renews some of the attestations after a place, and answers where it came to.
func reattest(tx *sql.Tx, after, end int64, renew func(uint64, []byte, []byte) ([]byte, bool)) (last int64, found int, err error) {
	type row struct {
		place              int64
		commitment, attest []byte
	}
	var some []row
	rows, err := tx.Query(`SELECT place, commitment, attest FROM record WHERE place > ? AND place < ? AND attest IS NOT NULL ORDER BY place LIMIT ?`, after, end, reattestAtOnce)
	if err != nil {
		return after, 0, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var r row
		if err := rows.Scan(&r.place, &r.commitment, &r.attest); err != nil {
			return after, 0, err
		}
		some, last = append(some, r), r.place
	}
	if err := rows.Err(); err != nil {
		return after, 0, err
	}
	for _, r := range some {
		next, ok := renew(uint64(r.place&(1<<seqBits-1)), r.commitment, r.attest)
		if !ok {
			continue
		}
		if _, err := tx.Exec(`UPDATE record SET attest = ? WHERE place = ?`, next, r.place); err != nil {
			return after, 0, err
		}
	}
	return last, len(some), nil
}
