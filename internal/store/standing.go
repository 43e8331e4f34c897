package store

import (
	"context"
	"database/sql"
	"strings"

	"alcove/internal/nodes"
	"alcove/internal/stream"
)

// Nodes gives the part of the database that package nodes asks for.
func (db *DB) Nodes() nodes.Store { return standings{db} }

type standings struct{ db *DB }

// askedAtOnce is how many are asked for by one query. A shorter list is filled up with
// its last one, so that there is but one statement.
const askedAtOnce = 200

var askedPlaces = `(?` + strings.Repeat(`, ?`, askedAtOnce-1) + `)`

func asked(some [][]byte) []any {
	args := make([]any, askedAtOnce)
	for i := range args {
		args[i] = some[min(i, len(some)-1)]
	}
	return args
}

var (
	selectPlaces = `SELECT m.account, s.id, s.head, s.epoch, s.closed,
		(SELECT count(*) FROM member o WHERE o.stream = s.key), (SELECT count(*) FROM room_asking a WHERE a.stream = s.key)
		FROM member m JOIN stream s ON s.key = m.stream WHERE m.account IN ` + askedPlaces
	selectVaults   = `SELECT account_id, version FROM vault WHERE account_id IN ` + askedPlaces
	selectSessions = `SELECT token_hash FROM session WHERE token_hash IN ` + askedPlaces
)

func (s standings) Standing(ctx context.Context, accounts []nodes.Account) (map[nodes.Account]nodes.Standing, error) {
	if err := s.db.inPlace(ctx); err != nil {
		return nil, err
	}
	all := make(map[nodes.Account]nodes.Standing, len(accounts))
	for len(accounts) > 0 {
		some := accounts[:min(askedAtOnce, len(accounts))]
		accounts = accounts[len(some):]
		var ids [][]byte
		for _, a := range some {
			ids = append(ids, a[:])
			all[a] = nodes.Standing{Streams: map[stream.ID]nodes.Place{}}
		}
		if err := s.places(ctx, ids, all); err != nil {
			return nil, err
		}
		if err := s.vaults(ctx, ids, all); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func (s standings) places(ctx context.Context, ids [][]byte, all map[nodes.Account]nodes.Standing) error {
	var account, id sql.RawBytes
	var p nodes.Place
	return s.each(ctx, selectPlaces, ids, func(rows *sql.Rows) error {
		if err := rows.Scan(&account, &id, &p.Head, &p.Epoch, &p.Closed, &p.Members, &p.Asking); err != nil {
			return err
		}
		all[nodes.Account(account)].Streams[stream.ID(id)] = p
		return nil
	})
}

func (s standings) vaults(ctx context.Context, ids [][]byte, all map[nodes.Account]nodes.Standing) error {
	var account sql.RawBytes
	var version uint64
	return s.each(ctx, selectVaults, ids, func(rows *sql.Rows) error {
		if err := rows.Scan(&account, &version); err != nil {
			return err
		}
		of := all[nodes.Account(account)]
		of.Vault = version
		all[nodes.Account(account)] = of
		return nil
	})
}

func (s standings) Living(ctx context.Context, sessions []nodes.Session) (map[nodes.Session]bool, error) {
	if err := s.db.look(ctx); err != nil {
		return nil, err
	}
	living := make(map[nodes.Session]bool, len(sessions))
	var hash sql.RawBytes
	for len(sessions) > 0 {
		some := sessions[:min(askedAtOnce, len(sessions))]
		sessions = sessions[len(some):]
		var hashes [][]byte
		for _, h := range some {
			hashes = append(hashes, h[:])
		}
		if err := s.each(ctx, selectSessions, hashes, func(rows *sql.Rows) error {
			if err := rows.Scan(&hash); err != nil {
				return err
			}
			living[nodes.Session(hash)] = true
			return nil
		}); err != nil {
			return nil, err
		}
	}
	return living, nil
}

// Alone reports whether this is the only process that has the database open.
func (db *DB) Alone(ctx context.Context) (alone bool, err error) {
	if db.vacuum == nil {
		return true, nil // SQLite: the data folder's lock sees to it
	}
	err = db.Reader().QueryRowContext(ctx, `SELECT count(*) = 0 FROM pg_stat_activity WHERE datname = current_database()
		AND application_name LIKE 'alcove %' AND application_name <> current_setting('application_name')`).Scan(&alone)
	return alone, err
}

func (s standings) each(ctx context.Context, query string, of [][]byte, take func(*sql.Rows) error) error {
	rows, err := s.db.reader(nil).query(ctx, query, asked(of)...)
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		if err := take(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}
