package account

import "context"

// What the server holds on an account is told to the account itself as it is
// stored, by the names of the inventory of data (docs/inventory.md). The store
// says which rows are an account's; here it is only seen to that an account asks
// for its own, and not so often that counting keeps the server busy.

// HeldTable is a table of the database, as it is told to an account.
type HeldTable struct {
	Name     string
	Columns  []string // in the order of a row's values; none: no row is an account's
	Replaced []string // those that are not told as they are stored: see the store
	ByStream bool     // its rows are asked for stream by stream, and counted there
	Rows     uint64
}

// HeldStream counts what one of the account's streams has in the tables by stream.
type HeldStream struct {
	ID     [16]byte
	Counts []HeldCount
}

// HeldCount counts rows, and the bytes of ciphertext or hashes in them.
type HeldCount struct {
	Table       string
	Rows, Bytes uint64
}

// HeldValue is what a column has in a row: an int64, a string, a []byte or nil.
type HeldValue struct {
	Value any
	Size  int // of all bytes, also where only their beginning is given
}

// HeldQuery asks for rows of one table.
type HeldQuery struct {
	Table  string
	Stream [16]byte // where the table's rows are a stream's
	After  uint64
	Whole  bool // bytes in full, not only their beginning
	Limit  int  // of rows; 0: as many as go
}

// Held is what one answer tells. Next is where the rest begins; 0 where there is none.
type Held struct {
	Tables  []HeldTable
	Streams []HeldStream
	Rows    [][]HeldValue
	Next    uint64
}

// heldPerHour bounds how often an account has its streams counted.
const heldPerHour = 600

// Held tells the caller what is held on their account: which tables there are and
// what each stream has in them, or the rows of one table.
func (s *Service) Held(ctx context.Context, by Session, q HeldQuery) (Held, error) {
	if q.Table != "" {
		return s.Store.HeldRows(ctx, by.AccountID, q)
	}
	if s.limits.held.Add(by.AccountID[:]) > heldPerHour {
		return Held{}, errTooMany
	}
	var out Held
	var err error
	if q.After == 0 {
		if out.Tables, err = s.Store.HeldTables(ctx, by.AccountID); err != nil {
			return Held{}, err
		}
	}
	out.Streams, out.Next, err = s.Store.HeldStreams(ctx, by.AccountID, q.After)
	return out, err
}
