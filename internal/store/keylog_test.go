package store_test

import (
	"crypto/sha256"
	"database/sql"
	"errors"
	"path/filepath"
	"sync"
	"testing"

	"alcove/internal/account"
	"alcove/internal/keylog"
	"alcove/internal/practice"
	"alcove/internal/store"
)

// person makes a row as package account would.
func person(mark byte, role account.Role) account.NewAccountRow {
	bytes := func(n int, more byte) []byte {
		sum := sha256.Sum256([]byte{mark, more})
		return append(sum[:], sum[:]...)[:n]
	}
	identity := bytes(32, 1)
	id := account.IDOf(identity)
	return account.NewAccountRow{
		AccountRow: account.AccountRow{ID: id, NameKey: bytes(32, 2), OpaqueRecord: bytes(32, 3), Role: role,
			Keys: account.PublicKeys{IdentityKey: identity, SealingRecipient: "age1pq1" + string('a'+rune(mark%20)), SealingSignature: bytes(64, 4)}},
		Vault:      account.Vault{Ciphertext: bytes(40, 5), WrappedKeyPassphrase: bytes(40, 6), WrappedKeyRecovery: bytes(40, 7)},
		RecoveryID: bytes(16, 8), RecoveryAuthHash: bytes(32, 9),
		Session: account.SessionRow{TokenHash: [32]byte(bytes(32, 10)), AccountID: id, IdleUntilHour: 1, ExpiresHour: 1},
	}
}

func state(t *testing.T, db *store.DB) keylog.State {
	t.Helper()
	s, err := db.Keylog().State()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func said(t *testing.T, db *store.DB, l keylog.Label) (keylog.Value, uint32) {
	t.Helper()
	s := state(t, db)
	p := s.ProveLabel(l)
	var root [32]byte
	if s.Size() > 0 {
		root = s.Last().Root
	}
	if err := p.Check(root, l); err != nil {
		t.Fatal(err)
	}
	return p.Value, p.Version
}

func TestAccountsEnterTheKeyLogAndLeaveATombstone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	a, b := person(1, account.Client), person(2, account.Client)
	if err := db.Accounts().CreateAccounts(ctx, a, b); err != nil {
		t.Fatal(err)
	}
	if v, n := said(t, db, keylog.AccountLabel(a.ID)); n != 1 || v != keylog.AccountValue(a.Keys.IdentityKey, a.Keys.SealingRecipient) {
		t.Fatal(v, n)
	}
	if err := db.Accounts().CreateAccounts(ctx, person(3, account.Client), a); !errors.Is(err, account.ErrAccountExists) {
		t.Fatal(err)
	}
	if n := state(t, db).Size(); n != 2 {
		t.Fatalf("%d entries after an account that was not made", n)
	}
	if ok, err := db.Accounts().DeleteAccount(ctx, a.ID); err != nil || !ok {
		t.Fatal(ok, err)
	}
	if v, n := said(t, db, keylog.AccountLabel(a.ID)); n != 2 || v != keylog.Gone {
		t.Fatal(v, n)
	}
	was, _ := state(t, db).Tree()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	db = open(t, path)
	if now, _ := state(t, db).Tree(); now != was {
		t.Fatal("another log after a restart")
	}
}

// What is undone with its transaction was never in the log, and what follows it in the
// same one stands on what is there.
func TestTheKeyLogFollowsTheDatabaseWhateverIsUndone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	var group sync.WaitGroup
	for i := range byte(100) {
		group.Go(func() {
			p := person(i, account.Client)
			switch i % 3 {
			case 0: // fails after its first account was entered
				twin := p
				twin.ID, twin.RecoveryID = account.ID{0xff, i}, p.NameKey[:16]
				_ = db.Accounts().CreateAccounts(ctx, p, twin)
			case 1:
				if err := db.Accounts().CreateAccounts(ctx, p); err != nil {
					t.Error(err)
				}
			case 2:
				if err := db.Keylog().Append(ctx, keylog.Release, keylog.Label{i}, keylog.Value{i}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	now := state(t, db)
	if now.Size() != 66 {
		t.Fatalf("%d entries", now.Size())
	}
	was, _ := now.Tree()
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if now, _ := state(t, open(t, path)).Tree(); now != was {
		t.Fatal("in memory was another log than on the disk")
	}
}

func TestADatabaseFromBeforeTheKeyLogIsEnteredOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	for i := range byte(5) {
		if err := db.Accounts().CreateAccounts(ctx, person(i, account.Client)); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec(`DELETE FROM keylog_entry`); return err }); err != nil {
		t.Fatal(err)
	}
	_ = db.Close()
	db = open(t, path)
	for range 2 {
		if err := db.Keylog().Backfill(ctx); err != nil {
			t.Fatal(err)
		}
		if n := state(t, db).Size(); n != 5 {
			t.Fatal(n)
		}
	}
}

func TestAChangedKeyLogIsNotStartedOn(t *testing.T) {
	for name, change := range map[string]string{
		"changed":                   `UPDATE keylog_entry SET value = root WHERE place = 1`,
		"its root changed":          `UPDATE keylog_entry SET root = value WHERE place = 1`,
		"the tree changed":          `UPDATE keylog_entry SET tree = root WHERE place = 2`,
		"missing":                   `DELETE FROM keylog_entry WHERE place = 1`,
		"the first missing":         `DELETE FROM keylog_entry WHERE place = 0`,
		"changed, of an older time": `UPDATE keylog_entry SET tree = NULL, value = CASE place WHEN 1 THEN root ELSE value END`,
	} {
		path := filepath.Join(t.TempDir(), "alcove.db")
		db := open(t, path)
		for i := range byte(3) {
			if err := db.Keylog().Append(ctx, keylog.Survey, keylog.Label{i}, keylog.Value{1, i}); err != nil {
				t.Fatal(err)
			}
		}
		if err := db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec(change); return err }); err != nil {
			t.Fatal(err)
		}
		_ = db.Close()
		db = open(t, path)
		if _, err := db.Keylog().State(); err == nil {
			t.Errorf("%s: told of", name)
		}
		if err := db.Keylog().Append(ctx, keylog.Survey, keylog.Label{9}, keylog.Value{9}); err == nil {
			t.Errorf("%s: gone on with", name)
		}
		_ = db.Close()
	}
}

// Entries from before their tree's hash was kept are gone through one by one; the next
// one has it again.
func TestAKeyLogFromBeforeItsTreeWasKeptIsStartedOn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	db := open(t, path)
	for i := range byte(5) {
		if err := db.Keylog().Append(ctx, keylog.Survey, keylog.Label{i}, keylog.Value{1, i}); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Write(ctx, func(tx *sql.Tx) error { _, err := tx.Exec(`UPDATE keylog_entry SET tree = NULL`); return err }); err != nil {
		t.Fatal(err)
	}
	for i := range byte(2) {
		was, _ := state(t, db).Tree()
		_ = db.Close()
		db = open(t, path)
		if now, _ := state(t, db).Tree(); now != was {
			t.Fatal("another log")
		}
		if err := db.Keylog().Append(ctx, keylog.Survey, keylog.Label{50 + i}, keylog.Value{1}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestWhoIsListedStandsInTheKeyLog(t *testing.T) {
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	p := person(9, account.Practitioner)
	if err := db.Accounts().CreateAccounts(ctx, p); err != nil {
		t.Fatal(err)
	}
	change := func(f func(*practice.Profile)) {
		t.Helper()
		if _, err := db.Practice().UpdateProfile(ctx, p.ID, func(p *practice.Profile) error { f(p); return nil }); err != nil {
			t.Fatal(err)
		}
	}
	change(func(p *practice.Profile) { p.DisplayName = "Anna" })
	if _, n := said(t, db, keylog.DirectoryLabel()); n != 0 {
		t.Fatal("listed before it was published")
	}
	change(func(p *practice.Profile) { p.CredentialsConfirmed, p.Published = true, true })
	v, n := said(t, db, keylog.DirectoryLabel())
	if n != 1 || v != keylog.DirectoryValue([]keylog.Listed{{Account: p.ID, Name: "Anna"}}) {
		t.Fatal(v, n)
	}
	change(func(p *practice.Profile) { p.About = "more" })
	if _, n := said(t, db, keylog.DirectoryLabel()); n != 1 {
		t.Fatal("entered again though nobody would be taken for somebody else")
	}
	change(func(p *practice.Profile) { p.DisplayName = "Hannah" })
	if _, n := said(t, db, keylog.DirectoryLabel()); n != 2 {
		t.Fatal(n)
	}
	if all, err := db.Keylog().Listed(ctx); err != nil || len(all) != 1 || all[0].Name != "Hannah" {
		t.Fatal(all, err)
	}
	if _, err := db.Accounts().DeleteAccount(ctx, p.ID); err != nil {
		t.Fatal(err)
	}
	if v, n := said(t, db, keylog.DirectoryLabel()); n != 3 || v != keylog.DirectoryValue(nil) {
		t.Fatal(v, n)
	}
}
