package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"io/fs"
	"net/url"
	"os"

	"alcove/internal/stream"
)

// journal is a second database, beside the first, in which records are durable until they
// are in their places (arrivals.go). It has two halves, each of which is written from its
// beginning and then anew: in rows of always the same length, one on each page, so that a
// commit writes as many pages as it has bytes, and no others.
type journal struct {
	path  string
	db    *sql.DB // nil until it is open; one connection, the writer's
	stmts *statements
	args  []any
	used  [2]int // rows of each half that are not zeros
	dirty bool   // there are such, or there were and its log has them still
}

// mark tells the rows of a half that count from those that were left there before.
type mark [16]byte

const (
	// pieceSize fills a page of 4,096 bytes with one row.
	pieceSize = 4020
	// halfBits is how far the number of a half is shifted in a row's.
	halfBits = 24
)

// journalOf is where the journal of the database at path lies.
func journalOf(path string) string { return path + "-arrivals" }

func (j *journal) open() error {
	if j.db != nil {
		return nil
	}
	q := url.Values{"_pragma": {
		"busy_timeout(200)", "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(1)", "temp_store(MEMORY)", "cache_size(-8000)", "wal_autocheckpoint(8000)",
	}}
	db, err := sql.Open("sqlite", "file:"+(&url.URL{Path: j.path}).EscapedPath()+"?"+q.Encode())
	if err != nil {
		return err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec(`CREATE TABLE IF NOT EXISTS piece (n INTEGER PRIMARY KEY, mark BLOB NOT NULL, bytes BLOB NOT NULL) STRICT`); err != nil {
		return errors.Join(err, db.Close())
	}
	stmts := newStatements(db)
	for _, q := range putPieces {
		if err := stmts.prepare(background, q); err != nil {
			return errors.Join(err, db.Close())
		}
	}
	j.db, j.stmts = db, stmts
	return nil
}

// piecesAtOnce are the numbers of rows that one statement writes.
var piecesAtOnce = []int{64, 32, 16, 12, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1}

var putPieces = severally(`INSERT OR REPLACE INTO piece (n, mark, bytes) VALUES `, `(?, ?, ?)`, piecesAtOnce)

// append makes bytes, a multiple of pieceSize, durable from the first-th row of a half on.
func (j *journal) append(half, first int, m mark, bytes []byte) error {
	if err := j.open(); err != nil {
		return err
	}
	pieces := len(bytes) / pieceSize
	j.used[half], j.dirty = max(j.used[half], first+pieces), true
	if putPieces[pieces] != "" {
		return j.put(reader{stmts: j.stmts}, half, first, m, bytes)
	}
	tx, err := j.db.Begin()
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }() // if it was not committed
	if err := j.put(reader{j.stmts, tx}, half, first, m, bytes); err != nil {
		return err
	}
	return tx.Commit()
}

func (j *journal) put(in reader, half, first int, m mark, bytes []byte) error {
	defer func() { clear(j.args[:cap(j.args)]) }() // of ciphertext nothing is kept
	for n := range several(len(bytes)/pieceSize, piecesAtOnce) {
		j.args = j.args[:0]
		for range n {
			j.args = append(j.args, int64(half)<<halfBits|int64(first), m[:], bytes[:pieceSize])
			bytes, first = bytes[pieceSize:], first+1
		}
		if err := in.execNow(putPieces[n], j.args...); err != nil {
			return err
		}
	}
	return nil
}

// pack makes of records what append takes.
func pack(records []addition) (bytes []byte, packed []addition) {
	size := 4
	for i := range records {
		size += packedHead + len(records[i].Commitment) + len(records[i].Attest) + len(records[i].Ciphertext)
	}
	bytes = make([]byte, 4, (size+pieceSize-1)/pieceSize*pieceSize)
	binary.BigEndian.PutUint32(bytes, uint32(size))
	packed = make([]addition, len(records))
	for i, r := range records {
		bytes = binary.BigEndian.AppendUint64(bytes, uint64(r.place()))
		bytes = append(bytes, byte(r.Kind), byte(len(r.Commitment)), byte(len(r.Attest)), 0)
		bytes = binary.BigEndian.AppendUint64(bytes, r.Epoch)
		bytes = binary.BigEndian.AppendUint64(bytes, r.ForgetHour)
		bytes = append(bytes, r.Key[:]...)
		bytes = binary.BigEndian.AppendUint32(bytes, uint32(len(r.Ciphertext)))
		for _, b := range []*[]byte{&r.Commitment, &r.Attest, &r.Ciphertext} {
			if *b != nil {
				at := len(bytes)
				bytes = append(bytes, *b...)
				*b = bytes[at:len(bytes):len(bytes)]
			}
		}
		packed[i] = r
	}
	return bytes[:cap(bytes)], packed
}

const packedHead = 8 + 4 + 8 + 8 + 16 + 4

// journalled is a record as it lies in the journal.
type journalled struct {
	stream int64 // its key
	stream.Record
}

var errJournal = errors.New("what lies beside the database, in the file that ends with -arrivals, cannot be read")

// unpack reads what pack made, and more of it after that.
func unpack(bytes []byte) (out []journalled, err error) {
	for len(bytes) > 0 {
		if len(bytes) < pieceSize {
			return nil, errJournal
		}
		size := int(binary.BigEndian.Uint32(bytes))
		whole := (size + pieceSize - 1) / pieceSize * pieceSize
		if size < 4 || whole > len(bytes) {
			return nil, errJournal
		}
		for rest := bytes[4:size]; len(rest) > 0; {
			var r journalled
			if r, rest, err = unpackOne(rest); err != nil {
				return nil, err
			}
			out = append(out, r)
		}
		bytes = bytes[whole:]
	}
	return out, nil
}

func unpackOne(b []byte) (r journalled, rest []byte, err error) {
	if len(b) < packedHead {
		return r, nil, errJournal
	}
	place := binary.BigEndian.Uint64(b)
	r.stream, r.Seq = int64(place>>seqBits), place&(1<<seqBits-1)
	r.Kind = stream.RecordKind(b[8])
	commitment, attest := int(b[9]), int(b[10])
	r.Epoch = binary.BigEndian.Uint64(b[12:])
	r.ForgetHour = binary.BigEndian.Uint64(b[20:])
	copy(r.Key[:], b[28:])
	ciphertext := int(binary.BigEndian.Uint32(b[44:]))
	b = b[packedHead:]
	if commitment+attest+ciphertext > len(b) {
		return r, nil, errJournal
	}
	take := func(n int) []byte {
		part := b[:n:n]
		b = b[n:]
		return part
	}
	if commitment > 0 {
		r.Commitment = take(commitment)
	}
	if attest > 0 {
		r.Attest = take(attest)
	}
	r.Ciphertext = take(ciphertext)
	return r, b, nil
}

// read returns the records of the halves that bear these marks.
func (j *journal) read(ctx context.Context, marks [2]mark) (out []journalled, err error) {
	if _, err := os.Stat(j.path); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err := j.open(); err != nil {
		return nil, err
	}
	for half, m := range marks {
		bytes, err := j.pieces(ctx, half, m)
		if err != nil {
			return nil, err
		}
		found, err := unpack(bytes)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}

// pieces returns what bears the mark, and sees how much of the half is not zeros: nothing,
// where its first row is.
func (j *journal) pieces(ctx context.Context, half int, m mark) (out []byte, err error) {
	rows, err := j.db.QueryContext(ctx, `SELECT mark, bytes FROM piece WHERE n >= ? AND n < ? ORDER BY n`, half<<halfBits, (half+1)<<halfBits)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var found, bytes sql.RawBytes
		if err := rows.Scan(&found, &bytes); err != nil {
			return nil, err
		}
		if j.used[half] == 0 && mark(found) == (mark{}) {
			break
		}
		j.used[half]++
		j.dirty = true
		if string(found) == string(m[:]) {
			out = append(out, bytes...)
		}
	}
	return out, rows.Err()
}

// has reports whether a half bears this mark.
func (j *journal) has(ctx context.Context, half int, m mark) (found bool, err error) {
	if err := j.open(); err != nil {
		return false, err
	}
	err = j.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM piece WHERE n = ? AND mark = ?)`, half<<halfBits, m[:]).Scan(&found)
	return found, err
}

// wipedAtOnce are some milliseconds, in which nothing is received.
const wipedAtOnce = 256

// wipe overwrites some of what is there with zeros, the last rows first, and once that is
// all empties the log. Nothing may be waiting.
func (j *journal) wipe() error {
	if err := j.open(); err != nil {
		return err
	}
	for half, n := range j.used {
		if n == 0 {
			continue
		}
		rest := max(0, n-wipedAtOnce)
		_, err := j.db.Exec(`UPDATE piece SET mark = zeroblob(16), bytes = zeroblob(?) WHERE n >= ? AND n < ?`,
			pieceSize, half<<halfBits|rest, half<<halfBits|n)
		if err == nil {
			j.used[half] = rest
		}
		return err
	}
	err := emptyLog(j.db)
	j.dirty = err != nil
	return err
}

func (j *journal) close() error {
	if j.db == nil {
		return nil
	}
	return j.db.Close()
}
