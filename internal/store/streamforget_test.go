package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

// What is asked after every Forget must not cost more the more streams there are:
// nothing but the list of those to be looked at is read from end to end.
func TestForgettingLooksThroughNoWholeTable(t *testing.T) {
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "alcove.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, q := range []string{dropNeeded, selectUnneeded} {
		rows, err := db.Reader().Query("EXPLAIN QUERY PLAN " + q)
		if err != nil {
			t.Fatal(err)
		}
		looked := false
		for rows.Next() {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				t.Fatal(err)
			}
			looked = true
			if strings.HasPrefix(detail, "SCAN") && detail != "SCAN forget_look" && detail != "SCAN l" {
				t.Errorf("%s: %s", detail, q)
			}
		}
		if err := rows.Close(); err != nil || !looked {
			t.Fatal(fmt.Errorf("no plan: %w", err))
		}
	}
}
