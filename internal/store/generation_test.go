package store_test

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"path/filepath"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/fault"
	"alcove/internal/nodes"
	"alcove/internal/relay"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
)

// cutOff has PostgreSQL end every connection of the nodes that have the database.
func cutOff(t *testing.T, url string) {
	t.Helper()
	storetest.Run(t, url, `SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'alcove %'`)
}

// settled waits until a node is connected again: its first calls find the connections gone.
func settled(t *testing.T, db *store.DB) error {
	t.Helper()
	for {
		_, err := db.Accounts().Generation(ctx)
		if err == nil || errors.Is(err, nodes.ErrBehind) {
			return err
		}
	}
}

// Nothing is read or written by a node of which nobody knew while the secrets were exchanged.
func TestANodeWithFormerSecretsIsRefusedAndEnds(t *testing.T) {
	storetest.OnlyPostgres(t)
	path := filepath.Join(t.TempDir(), "alcove.db")
	one, other := open(t, path), open(t, path)
	createTable(t, one)
	if _, err := other.Accounts().Generation(ctx); err != nil {
		t.Fatal(err)
	}
	keys, err := account.LoadKeys(filepath.Join(t.TempDir(), "server.key"), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	cutOff(t, storetest.URL(t, path))
	if err := settled(t, one); err != nil {
		t.Fatal("nothing was exchanged, and still:", err)
	}
	if keys, err = keys.Exchange(ctx, one.Accounts(), rand.Reader, time.Now()); err != nil || keys.Generations() != 2 {
		t.Fatal(keys.Generations(), err)
	}
	if err := settled(t, other); !errors.Is(err, nodes.ErrBehind) || fault.Of(err).Code != "storage_away" {
		t.Errorf("a node with former secrets reads: %v", err)
	}
	if err := other.Write(ctx, insert(1, 1)); !errors.Is(err, nodes.ErrBehind) || fault.Of(err).Code != "storage_failed" {
		t.Errorf("a node with former secrets writes: %v", err)
	}
	poller := nodes.Poller{
		Hub: relay.New(), Store: other.Nodes(), Steady: time.Now, Log: slog.New(slog.DiscardHandler),
		Asked: func(ctx context.Context) (relay.Rekeying, error) {
			asked, err := other.Breaches().Rekeying(ctx)
			return relay.Rekeying{Number: asked.Number, Day: asked.Day}, err
		},
	}
	if err := poller.Run(ctx); !errors.Is(err, nodes.ErrBehind) {
		t.Errorf("it goes on: %v", err)
	}

	// Who exchanged them goes on, and whoever starts with them.
	cutOff(t, storetest.URL(t, path))
	if err := settled(t, one); err != nil {
		t.Error(err)
	}
	if err := one.Write(ctx, insert(2, 1)); err != nil {
		t.Error(err)
	}
	if err := keys.Settle(ctx, open(t, path).Accounts(), time.Now()); err != nil {
		t.Error(err)
	}
}

func TestNodesAreCountedWhateverTheirURLCallsThem(t *testing.T) {
	storetest.OnlyPostgres(t)
	url := storetest.URL(t, filepath.Join(t.TempDir(), "alcove.db")) + "&application_name=practice"
	for n := range 2 {
		db, err := store.OpenPostgres(ctx, url)
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = db.Close() }()
		if alone, err := db.Alone(ctx); err != nil || alone != (n == 0) {
			t.Errorf("node %d is alone: %v, %v", n+1, alone, err)
		}
	}
}

// A node reads its key files, another one that does not see it yet exchanges the secrets,
// and the first is connected with the database all the while.
func TestANodeThatStartsWhileSecretsAreExchangedStoresNothingUnderFormerOnes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "alcove.db")
	one, starting := open(t, path), open(t, path)
	createTable(t, one)
	// It has a connection of each kind before.
	if _, err := starting.Accounts().Generation(ctx); err != nil {
		t.Fatal(err)
	}
	if err := starting.Accounts().CreateAccounts(ctx, person(1, account.Client)); err != nil {
		t.Fatal(err)
	}
	keys, err := account.LoadKeys(filepath.Join(t.TempDir(), "server.key"), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := keys.Exchange(ctx, one.Accounts(), rand.Reader, time.Now()); err != nil {
		t.Fatal(err)
	}

	late := person(2, account.Client)
	late.OpaqueGeneration = 1
	if err := starting.Accounts().CreateAccounts(ctx, late); !errors.Is(err, nodes.ErrBehind) || fault.Of(err).Code != "storage_failed" {
		t.Errorf("an account under a former name: %v", err)
	}
	if _, err := one.Accounts().AccountByID(ctx, late.ID); err == nil {
		t.Error("it is there all the same")
	}
	if _, err := starting.Accounts().ChangePassphrase(ctx, person(1, account.Client).ID, [32]byte{}, account.Passphrase{OpaqueGeneration: 1}); !errors.Is(err, nodes.ErrBehind) {
		t.Errorf("a passphrase under former secrets: %v", err)
	}
	late.OpaqueGeneration = 2
	if err := one.Accounts().CreateAccounts(ctx, late); err != nil {
		t.Error(err)
	}
	if !storetest.OnPostgres() {
		return // where another process cannot have the data folder, the rest has no former secrets
	}
	if err := starting.Write(ctx, insert(1, 1)); !errors.Is(err, nodes.ErrBehind) {
		t.Errorf("it goes on writing: %v", err)
	}
	if _, err := starting.Nodes().Living(ctx, nil); !errors.Is(err, nodes.ErrBehind) {
		t.Errorf("its poller does not hear of it: %v", err)
	}
}
