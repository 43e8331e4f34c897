package store_test

import (
	"path/filepath"
	"slices"
	"testing"

	"alcove/internal/disclosure"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

// A fresh database has the columns that are declared, and no others.
func TestEveryColumnIsDeclared(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	query := `SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type <> 'index'`
	if storetest.OnPostgres() {
		query = `SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'`
	}
	rows, err := db.Reader().Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var there []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		there = append(there, name)
	}
	if err := rows.Err(); err != nil || len(there) == 0 {
		t.Fatal(there, err)
	}
	declared := store.Inventory
	if storetest.OnPostgres() {
		declared = slices.Concat(declared, store.PostgresInventory)
	}
	for _, wrong := range declared.Kind(disclosure.Column).Compare(there) {
		t.Error(wrong)
	}
}
