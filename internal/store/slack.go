package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"
)

// Pages of a b-tree as SQLite's file format has them (https://sqlite.org/fileformat2.html,
// "B-tree Pages").
const (
	interiorIndex, interiorTable = 0x02, 0x05
	leafIndex, leafTable         = 0x0a, 0x0d

	fileHeader     = 100 // before the first page's own header
	leafHeader     = 8
	interiorHeader = 12
	// mostPages is up to where no page of another kind can be taken for one of a b-tree:
	// those begin with a page's number, whose first byte is smaller then. 128 GiB.
	mostPages = interiorIndex << 24

	slackAtOnce  = 64      // pages that one transaction overwrites
	slackPerPass = 1 << 16 // pages that one pass looks at: 256 MiB
)

// slackOf is what lies on a page between the list of its cells and the first of them, if
// there is something: it belongs to nothing. secure_delete overwrites what is deleted where
// it is; but when SQLite moves rows to other pages to balance a tree, copies of them stay
// behind there, and would outlive the rows. number is the page's, and pages how many there
// are.
func slackOf(number, pages int64, page []byte) []byte {
	if pages >= mostPages || len(page) == 0 {
		return nil
	}
	at := 0
	if number == 1 {
		at = fileHeader
	}
	size := leafHeader
	switch page[at] {
	case interiorIndex, interiorTable:
		size = interiorHeader
	case leafIndex, leafTable:
	default:
		return nil
	}
	from := at + size + 2*int(binary.BigEndian.Uint16(page[at+3:]))
	to := int(binary.BigEndian.Uint16(page[at+5:]))
	if from >= to || to > len(page) || !slices.ContainsFunc(page[from:to], func(b byte) bool { return b != 0 }) {
		return nil
	}
	return page[from:to]
}

// ClearSlack overwrites copies of rows that SQLite left behind (slackOf), and goes on
// where it stopped the last time: all of a database of some hundred megabytes, a part of
// a larger one. It is to be called after what is due was destroyed, by one at a time.
func (db *DB) ClearSlack(ctx context.Context) error {
	if db.onPostgres() {
		return nil
	}
	found, pages, err := db.findSlack(ctx)
	if err != nil {
		return err
	}
	for some := range slices.Chunk(found, slackAtOnce) {
		if err := db.Write(ctx, func(tx *sql.Tx) error { return overwriteSlack(tx, some, pages) }); err != nil {
			return err
		}
	}
	if db.slackFrom += slackPerPass; db.slackFrom >= pages {
		db.slackFrom = 0
	}
	return nil
}

// findSlack reads without keeping others from writing. Page by page: a walk over all of
// them would be one long read, and keep the log from being emptied.
func (db *DB) findSlack(ctx context.Context) (found []int64, pages int64, err error) {
	if err := db.read.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages); err != nil {
		return nil, 0, err
	}
	read, err := db.read.PrepareContext(ctx, selectPage)
	if err != nil {
		return nil, 0, err
	}
	defer func() { _ = read.Close() }()
	for number := db.slackFrom + 1; number <= min(pages, db.slackFrom+slackPerPass); number++ {
		rows, err := read.QueryContext(ctx, number)
		if err != nil {
			return nil, 0, err
		}
		var page sql.RawBytes
		for rows.Next() {
			if err := rows.Scan(&page); err == nil && slackOf(number, pages, page) != nil {
				found = append(found, number)
			}
		}
		if err := errors.Join(rows.Err(), rows.Close()); err != nil {
			return nil, 0, err
		}
	}
	return found, pages, nil
}

const selectPage = `SELECT data FROM sqlite_dbpage WHERE pgno = ?`

func overwriteSlack(tx *sql.Tx, numbers []int64, pages int64) error {
	for _, number := range numbers {
		var page []byte
		err := tx.QueryRow(selectPage, number).Scan(&page)
		if errors.Is(err, sql.ErrNoRows) {
			continue // it went meanwhile
		}
		if err != nil {
			return err
		}
		slack := slackOf(number, pages, page)
		if slack == nil {
			continue
		}
		clear(slack)
		if _, err := tx.Exec(`UPDATE sqlite_dbpage SET data = ? WHERE pgno = ?`, page, number); err != nil {
			return err
		}
	}
	return nil
}
