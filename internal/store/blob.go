package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"alcove/internal/blob"
)

// chunkBits is how far a blob's key is shifted in blob_chunk.place.
const chunkBits = 16

// deleteChunks is how many chunks one transaction overwrites, so that messages
// wait a moment at most.
const deleteChunks = 8

// Blobs gives the part of the database that package blob asks for.
func (db *DB) Blobs() blob.Store { return blobs{db} }

type blobs struct{ db *DB }

const selectBlob = `SELECT b.id, s.id, b.size, b.write_hash, b.committed FROM blob b JOIN stream s ON s.key = b.stream
	JOIN member m ON m.stream = s.key AND m.account = ? WHERE b.id = ?`

func scanBlob(row interface{ Scan(...any) error }) (b blob.Blob, err error) {
	var id, stream, hash []byte
	err = row.Scan(&id, &stream, &b.Size, &hash, &b.Committed)
	if errors.Is(err, sql.ErrNoRows) {
		return b, blob.ErrNotFound
	}
	copy(b.ID[:], id)
	copy(b.Stream[:], stream)
	copy(b.WriteHash[:], hash)
	return b, err
}

func (s blobs) Create(ctx context.Context, account blob.ID, b blob.Blob, createdDay, mostOfStream int64) (kept blob.Blob, err error) {
	err = s.db.Write(ctx, func(tx *sql.Tx) error {
		kept, err = scanBlob(tx.QueryRow(selectBlob, account[:], b.ID[:]))
		if !errors.Is(err, blob.ErrNotFound) {
			return err
		}
		var stream, held int64
		err := tx.QueryRow(`SELECT s.key, (SELECT coalesce(sum(size), 0) FROM blob WHERE stream = s.key) FROM stream s
			JOIN member m ON m.stream = s.key AND m.account = ? WHERE s.id = ? AND s.kind = 1 AND s.closed = 0`, account[:], b.Stream[:]).Scan(&stream, &held)
		if errors.Is(err, sql.ErrNoRows) {
			return blob.ErrNotFound
		}
		if err != nil {
			return err
		}
		if held+b.Size > mostOfStream {
			return blob.ErrQuota
		}
		kept = b
		_, err = tx.Exec(`INSERT INTO blob (id, stream, size, write_hash, created_day) VALUES (?, ?, ?, ?, ?)`,
			b.ID[:], stream, b.Size, b.WriteHash[:], createdDay)
		if isUnique(err) { // somebody else's blob, of which the caller is told nothing more
			return blob.ErrExists
		}
		return err
	})
	return kept, err
}

func (s blobs) Blob(ctx context.Context, account, id blob.ID) (blob.Blob, error) {
	return scanBlob(s.db.reader(nil).row(ctx, selectBlob, account[:], id[:]))
}

func (s blobs) Chunks(ctx context.Context, id blob.ID) (out []uint32, err error) {
	key, err := s.key(ctx, id)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.reader(nil).query(ctx, `SELECT place - ?1 FROM blob_chunk WHERE place BETWEEN ?1 AND ?1 + 65535 ORDER BY place`, key<<chunkBits)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var index uint32
		if err := rows.Scan(&index); err != nil {
			return nil, err
		}
		out = append(out, index)
	}
	return out, rows.Err()
}

func (s blobs) PutChunk(ctx context.Context, id blob.ID, index uint32, data []byte) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		// The row is looked up again: the blob may have been deleted meanwhile.
		done, err := tx.Exec(`INSERT INTO blob_chunk (place, ciphertext) SELECT (key << 16) + ?2, ?3 FROM blob WHERE id = ?1
			ON CONFLICT DO NOTHING`, id[:], int64(index), data)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n > 0 {
			return err
		}
		var there bool
		if err := tx.QueryRow(`SELECT EXISTS (SELECT 1 FROM blob WHERE id = ?)`, id[:]).Scan(&there); err != nil {
			return err
		}
		if !there {
			return blob.ErrNotFound
		}
		return nil
	})
}

func (s blobs) Chunk(ctx context.Context, id blob.ID, index uint32) (data []byte, err error) {
	key, err := s.key(ctx, id)
	if err != nil {
		return nil, err
	}
	err = s.db.reader(nil).row(ctx, `SELECT ciphertext FROM blob_chunk WHERE place = ?`, key<<chunkBits+int64(index)).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		err = blob.ErrNotFound
	}
	return data, err
}

func (s blobs) Commit(ctx context.Context, id blob.ID, chunks uint32) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		done, err := tx.Exec(`UPDATE blob SET committed = 1 WHERE id = ?1 AND
			(SELECT count(*) FROM blob_chunk WHERE place BETWEEN blob.key << 16 AND (blob.key << 16) + 65535) = ?2`, id[:], int64(chunks))
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n > 0 {
			return err
		}
		return blob.ErrIncomplete
	})
}

func (s blobs) Due(ctx context.Context, id blob.ID, hour int64) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.Exec(`UPDATE blob SET forget_hour = ?2 WHERE id = ?1 AND (forget_hour IS NULL OR forget_hour > ?2)`, id[:], hour)
		return err
	})
}

// Delete overwrites the chunks first: should the server stop in between, the row
// that is left still says what is to be collected.
func (s blobs) Delete(ctx context.Context, id blob.ID) error {
	key, err := s.key(ctx, id)
	if errors.Is(err, blob.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	first := key << chunkBits
	if err := s.exec(ctx, `UPDATE blob SET committed = 0, stream = NULL WHERE key = ?`, key); err != nil {
		return err
	}
	for last := int64(blob.MaxSize / blob.ChunkSize); last >= 0; last -= deleteChunks {
		if err := s.exec(ctx, `DELETE FROM blob_chunk WHERE place BETWEEN ? AND ?`, first+max(0, last-deleteChunks+1), first+last); err != nil {
			return err
		}
	}
	return s.exec(ctx, `DELETE FROM blob WHERE key = ?`, key)
}

func (s blobs) Abandoned(ctx context.Context, beforeDay, hour int64) (out []blob.ID, err error) {
	rows, err := s.db.reader(nil).query(ctx, `SELECT id FROM blob WHERE stream IS NULL OR committed = 0 AND created_day < ? OR forget_hour <= ?`, beforeDay, hour)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		var id []byte
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, blob.ID(id))
	}
	return out, rows.Err()
}

func (s blobs) key(ctx context.Context, id blob.ID) (key int64, err error) {
	err = s.db.reader(nil).row(ctx, `SELECT key FROM blob WHERE id = ?`, id[:]).Scan(&key)
	if errors.Is(err, sql.ErrNoRows) {
		err = blob.ErrNotFound
	}
	return key, err
}

func (s blobs) exec(ctx context.Context, query string, args ...any) error {
	return s.db.Write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.Exec(query, args...); err != nil {
			return fmt.Errorf("delete blob: %w", err)
		}
		return nil
	})
}
