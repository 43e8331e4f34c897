package store_test

import (
	"path/filepath"
	"testing"

	"alcove/internal/disclosure"
	"alcove/internal/store"
)

// A fresh database has the columns that are declared, and no others.
func TestEveryColumnIsDeclared(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	rows, err := db.Reader().Query(`SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_xinfo(t.name) c WHERE t.type <> 'index'`)
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
	for _, wrong := range store.Inventory.Kind(disclosure.Column).Compare(there) {
		t.Error(wrong)
	}
}
