package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alcove/internal/datafolder"
	"alcove/internal/store/storetest"
)

// What is said publicly is said of the database that runs: of PostgreSQL the server
// knows no backup, not even where a day of the one before lies in the data folder.
func TestTheServerSaysWhatItsDatabaseChanges(t *testing.T) {
	data := t.TempDir()
	var args []string
	if storetest.OnPostgres() {
		args = []string{"-store", storetest.URL(t, data)}
	}
	if err := os.WriteFile(filepath.Join(data, datafolder.LastBackup), []byte("2026-01-02\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := outside{t, startServing(t, data, args...)}
	var told struct {
		Store  string
		Nodes  bool
		Backup struct {
			MadeBy string `json:"made_by"`
			Last   *string
		}
	}
	if err := json.Unmarshal(o.read("/security.json"), &told); err != nil {
		t.Fatal(err)
	}
	page, list := string(o.read("/security?lang=en")), string(o.read("/inventory.json"))
	onPostgres := storetest.OnPostgres()
	if (told.Store == "postgres") != onPostgres || told.Nodes || (told.Backup.MadeBy == "others") != onPostgres || (told.Backup.Last == nil) != onPostgres {
		t.Errorf("it says %+v", told)
	}
	if strings.Contains(page, "2 January 2026") == onPostgres || strings.Contains(page, "does not know when") != onPostgres {
		t.Error("the page says something else of the backup than the server knows")
	}
	if strings.Contains(list, `"alcove.db"`) == onPostgres || strings.Contains(list, `"PostgreSQL: WAL"`) != onPostgres || strings.Contains(list, `"installation.id"`) != onPostgres {
		t.Error("the list is of another database")
	}
	if policy := string(o.read("/privacy/data?lang=en")); strings.Contains(policy, "What PostgreSQL keeps besides") != onPostgres {
		t.Error("the page of the list is of another database")
	}
}
