package store

import (
	"context"
	"database/sql"
	"sync"
)

// statements keeps prepared statements by their text. Preparing needs a
// connection of the pool, which a caller inside a transaction must not wait for:
// it could be the last one. So inside a transaction one asks have, and what was
// missing is prepared when no transaction is open.
type statements struct {
	db *sql.DB

	mu     sync.RWMutex
	ready  map[string]*sql.Stmt
	wanted map[string]struct{}
}

func newStatements(db *sql.DB) *statements {
	return &statements{db: db, ready: map[string]*sql.Stmt{}, wanted: map[string]struct{}{}}
}

// have returns the statement if it is prepared; if not it is noted as wanted.
func (s *statements) have(query string) *sql.Stmt {
	s.mu.RLock()
	stmt := s.ready[query]
	s.mu.RUnlock()
	if stmt == nil {
		s.mu.Lock()
		s.wanted[query] = struct{}{}
		s.mu.Unlock()
	}
	return stmt
}

// get returns the statement, preparing it if need be. Not for callers that hold
// a connection.
func (s *statements) get(ctx context.Context, query string) (*sql.Stmt, error) {
	s.mu.RLock()
	stmt := s.ready[query]
	s.mu.RUnlock()
	if stmt != nil {
		return stmt, nil
	}
	if err := s.prepare(ctx, query); err != nil {
		return nil, err
	}
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.ready[query], nil
}

// prepare makes the statements ready. Not for callers that hold a connection.
func (s *statements) prepare(ctx context.Context, queries ...string) error {
	for _, q := range queries {
		s.mu.RLock()
		_, there := s.ready[q]
		s.mu.RUnlock()
		if there {
			continue
		}
		stmt, err := s.db.PrepareContext(ctx, q)
		if err != nil {
			return err
		}
		s.mu.Lock()
		if s.ready[q] == nil {
			s.ready[q], stmt = stmt, nil
		}
		delete(s.wanted, q)
		s.mu.Unlock()
		if stmt != nil {
			_ = stmt.Close() // somebody else was first
		}
	}
	return nil
}

// prepareWanted makes ready what have was asked for in vain.
func (s *statements) prepareWanted(ctx context.Context) error {
	s.mu.RLock()
	queries := make([]string, 0, len(s.wanted))
	for q := range s.wanted {
		queries = append(queries, q)
	}
	s.mu.RUnlock()
	return s.prepare(ctx, queries...)
}
