package store

import (
	"crypto/sha256"
	"database/sql"
	"errors"

	"alcove/internal/stream"
)

// destroyAtOnce is how many records one transaction overwrites, so that whoever
// else writes waits a moment at most.
const destroyAtOnce = 64

const insertDue = `INSERT INTO record_due (place, hour) VALUES (?, ?)
	ON CONFLICT (place) DO UPDATE SET hour = excluded.hour WHERE record_due.hour > excluded.hour`

func (t *streamTx) Due(id stream.ID, k stream.Key, hour uint64) error {
	if err := t.save(); err != nil {
		return err
	}
	key, err := t.key(id)
	if err != nil {
		return err
	}
	seq, found, err := t.Seq(id, k)
	if err != nil || !found {
		return err
	}
	return t.exec(insertDue, key<<seqBits|int64(seq), int64(hour))
}

func (t *streamTx) DueAt(id stream.ID, seq, hour uint64) error {
	key, err := t.key(id)
	if err != nil {
		return err
	}
	// What never held words stays: later members follow it.
	return t.exec(`INSERT INTO record_due (place, hour) SELECT ?1, ?2
		WHERE EXISTS (SELECT 1 FROM record WHERE place = ?1 AND kind = 1 AND length(ciphertext) > 0)
		ON CONFLICT (place) DO UPDATE SET hour = excluded.hour WHERE record_due.hour > excluded.hour`, key<<seqBits|int64(seq), int64(hour))
}

func (t *streamTx) Wish(id stream.ID, account stream.AccountID, seq, hour uint64, members int) error {
	key, err := t.key(id)
	if err != nil {
		return err
	}
	place := key<<seqBits | int64(seq)
	// What was destroyed, or never held words, is not to be wished away again.
	err = t.exec(`INSERT INTO record_wish (place, account, hour) SELECT ?1, ?2, ?3
		WHERE EXISTS (SELECT 1 FROM record WHERE place = ?1 AND kind = 1 AND length(ciphertext) > 0)
		ON CONFLICT (place, account) DO UPDATE SET hour = excluded.hour WHERE record_wish.hour > excluded.hour`, place, account[:], int64(hour))
	if err != nil {
		return err
	}
	var wishes int
	var latest sql.NullInt64
	if err := t.row(background, `SELECT count(*), max(hour) FROM record_wish WHERE place = ?`, place).Scan(&wishes, &latest); err != nil {
		return err
	}
	if wishes < members || !latest.Valid {
		return nil
	}
	return t.exec(insertDue, place, latest.Int64)
}

func (t *streamTx) Mark(id stream.ID, account stream.AccountID, m stream.Mark) (n int, err error) {
	key, err := t.key(id)
	if err != nil {
		return 0, err
	}
	err = t.exec(`INSERT INTO forget_mark (stream, account, hour, up_to) VALUES (?1, ?2, ?3, ?4)
		ON CONFLICT (stream, account, hour) DO UPDATE SET up_to = excluded.up_to WHERE forget_mark.up_to < excluded.up_to`, key, account[:], int64(m.Hour), int64(m.UpTo))
	if err != nil {
		return 0, err
	}
	err = t.row(background, `SELECT count(*) FROM forget_mark WHERE stream = ? AND account = ?`, key, account[:]).Scan(&n)
	return n, err
}

func (t *streamTx) Destroy(hour uint64) (int, error) {
	if err := t.takeMarks(int64(hour)); err != nil {
		return 0, err
	}
	due, err := t.places(`SELECT place FROM record_due WHERE hour <= ? LIMIT ?`, int64(hour), int64(destroyAtOnce))
	if err != nil {
		return 0, err
	}
	if len(due) > 0 {
		return len(due), t.destroyAll(due)
	}
	return t.destroyUnneeded()
}

// takeMarks moves to the members what the marks whose hour has come say.
func (t *streamTx) takeMarks(hour int64) error {
	for _, q := range []string{
		`INSERT INTO forget_look (stream) SELECT DISTINCT stream FROM forget_mark WHERE hour <= ?1 ON CONFLICT DO NOTHING`,
		`UPDATE member SET forget_to = due.up_to
			FROM (SELECT stream, account, max(up_to) AS up_to FROM forget_mark WHERE hour <= ?1 GROUP BY stream, account) AS due
		 WHERE member.stream = due.stream AND member.account = due.account AND member.forget_to < due.up_to`,
		`DELETE FROM forget_mark WHERE hour <= ?1`,
	} {
		if err := t.exec(q, hour); err != nil {
			return err
		}
	}
	return nil
}

// What a conversation's members all need no longer stands behind its floor. Only
// those in forget_look are looked at, so that it costs the same however many
// conversations there are.
const (
	dropNeeded = `DELETE FROM forget_look WHERE NOT EXISTS (SELECT 1 FROM stream s WHERE s.key = forget_look.stream
		AND s.kind = 1 AND s.forgotten < (SELECT min(m.forget_to) FROM member m WHERE m.stream = s.key))`
	selectUnneeded = `SELECT s.key, s.forgotten, (SELECT min(m.forget_to) FROM member m WHERE m.stream = s.key)
		FROM forget_look l JOIN stream s ON s.key = l.stream LIMIT 1`
)

// destroyUnneeded goes on with one conversation whose members all need less than
// is there. stream.forgotten follows, so that nothing is looked at twice.
func (t *streamTx) destroyUnneeded() (int, error) {
	if err := t.exec(dropNeeded); err != nil {
		return 0, err
	}
	var key, from, floor int64
	err := t.row(background, selectUnneeded).Scan(&key, &from, &floor)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	places, err := t.places(`SELECT place FROM record WHERE place > ? AND place <= ? ORDER BY place LIMIT ?`,
		key<<seqBits+from, key<<seqBits+floor, int64(destroyAtOnce))
	if err != nil {
		return 0, err
	}
	if len(places) == destroyAtOnce {
		floor = places[len(places)-1] - key<<seqBits
	}
	if err := t.destroyAll(places); err != nil {
		return 0, err
	}
	return max(1, len(places)), t.exec(`UPDATE stream SET forgotten = ? WHERE key = ?`, floor, key)
}

// destroyAll leaves of messages that have ciphertext what a tombstone says.
func (t *streamTx) destroyAll(places []int64) error {
	for _, place := range places {
		var ciphertext []byte
		err := t.row(background, `SELECT ciphertext FROM record WHERE place = ? AND kind = 1 AND length(ciphertext) > 0`, place).Scan(&ciphertext)
		switch {
		case errors.Is(err, sql.ErrNoRows):
		case err != nil:
			return err
		default:
			hash := sha256.Sum256(ciphertext)
			if err := t.exec(`INSERT INTO tombstone (place, sha256) VALUES (?, ?)`, place, hash[:]); err != nil {
				return err
			}
			if err := t.exec(`UPDATE record SET ciphertext = ?, commitment = NULL, attest = NULL WHERE place = ?`, empty, place); err != nil {
				return err
			}
		}
		if err := t.exec(`DELETE FROM record_due WHERE place = ?`, place); err != nil {
			return err
		}
		if err := t.exec(`DELETE FROM record_wish WHERE place = ?`, place); err != nil {
			return err
		}
	}
	return nil
}

func (t *streamTx) places(q string, args ...any) (out []int64, err error) {
	rows, err := t.query(background, q, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var place int64
		if err := rows.Scan(&place); err != nil {
			return nil, err
		}
		out = append(out, place)
	}
	return out, rows.Err()
}
