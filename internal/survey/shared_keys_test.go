package survey_test

import (
	"context"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alcove/internal/account"
	"alcove/internal/blind"
	"alcove/internal/fault"
	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/survey"
)

// spent takes any proof of work.
type spent struct{}

func (spent) SpendProof(account.Proof) error { return nil }

// secrets are the server's, as account.Service has them.
type secrets struct{ account.Keys }

func newSecrets(t *testing.T) *secrets {
	t.Helper()
	keys, err := account.LoadKeys(filepath.Join(t.TempDir(), "server.key"), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return &secrets{keys}
}

func noon() time.Time { return time.Date(2026, 11, 28, 12, 0, 0, 0, time.UTC) }

func publicSurvey(t *testing.T) []byte {
	t.Helper()
	d := whole()
	d["audience"] = object{"who": "public"}
	return written(t, d)
}

var asker = account.Session{AccountID: account.ID{1}, Role: account.Steward, Fresh: true}

func addAsker(t *testing.T, db *store.DB) {
	t.Helper()
	filled := make([]byte, 64)
	if err := db.Accounts().CreateAccounts(t.Context(), account.NewAccountRow{
		AccountRow: account.AccountRow{ID: asker.AccountID, NameKey: filled[:32], OpaqueRecord: filled[:1], Role: account.Steward,
			Keys: account.PublicKeys{IdentityKey: filled[:32], SealingRecipient: "age1pq1", SealingSignature: filled}},
		Vault:      account.Vault{Version: 1, Ciphertext: filled[:1], WrappedKeyPassphrase: filled[:1], WrappedKeyRecovery: filled[:1]},
		RecoveryID: filled[:16], RecoveryAuthHash: filled[:32], Session: account.SessionRow{AccountID: asker.AccountID},
	}); err != nil {
		t.Fatal(err)
	}
}

// signs has a node sign a ballot and verifies it by the key that the survey was frozen with.
func signs(t *testing.T, node *survey.Service, frozen survey.Survey) error {
	t.Helper()
	b, err := blind.Blind(frozen.BallotKey, make([]byte, 32))
	if err != nil {
		t.Fatal(err)
	}
	signed, err := node.TakePublicBallot(t.Context(), frozen.ID, b.Message, account.Proof{})
	if err != nil {
		return err
	}
	_, err = b.Finish(signed)
	return err
}

func TestEachNodeSignsBallotsUntilTheCloseAndAfterAnExchange(t *testing.T) {
	ctx := context.Background()
	db := storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	defer func() { _ = db.Close() }()
	addAsker(t, db)
	seal := newSecrets(t)
	keys := survey.NewSharedKeys(db.BallotKeys(), seal, rand.Reader)
	one := survey.New(db.Surveys(), keys, spent{}, noon)
	other := survey.New(db.Surveys(), survey.NewSharedKeys(db.BallotKeys(), seal, rand.Reader), spent{}, noon)
	frozen, err := one.Create(ctx, asker, survey.ID{1}, publicSurvey(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := signs(t, other, frozen); err != nil {
		t.Fatal(err)
	}
	if seal.Keys, err = seal.Exchange(ctx, db.Accounts(), rand.Reader, noon()); err != nil {
		t.Fatal(err)
	}
	if err := keys.Renew(ctx, nil); err != nil {
		t.Fatal(err)
	}
	sealed, err := db.BallotKeys().BallotKey(ctx, frozen.ID)
	if err != nil || sealed[3] != 2 {
		t.Fatalf("after an exchange it is under generation %d: %v", sealed[3], err)
	}
	if err := signs(t, other, frozen); err != nil {
		t.Fatal(err)
	}
	if err := one.Sweep(ctx); err != nil { // destroys nothing that another node needs
		t.Fatal(err)
	}
	if err := signs(t, other, frozen); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Close(ctx, asker, frozen.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := db.BallotKeys().BallotKey(ctx, frozen.ID); err != survey.ErrNotFound {
		t.Fatal("a key outlived its survey's close:", err)
	}
	if err := signs(t, one, frozen); fault.Of(err).Code != survey.ErrClosed.Code {
		t.Fatal("a ballot of a survey that is closed")
	}
}

// A practice that had one node, with its ballots' keys in a file, gets a second one.
func TestKeysOfAFileAreTakenIn(t *testing.T) {
	ctx := context.Background()
	db := storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	defer func() { _ = db.Close() }()
	addAsker(t, db)
	path := filepath.Join(t.TempDir(), "ballot.key")
	file, err := survey.LoadKeys(path, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	frozen, err := survey.New(db.Surveys(), file, spent{}, noon).Create(ctx, asker, survey.ID{1}, publicSurvey(t))
	if err != nil {
		t.Fatal(err)
	}
	keys := survey.NewSharedKeys(db.BallotKeys(), newSecrets(t), rand.Reader)
	if err := keys.Renew(ctx, file); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil || strings.TrimSpace(string(text)) != "" {
		t.Errorf("a key stays in the file, where no close destroys it (%v)", err)
	}
	if file, err = survey.LoadKeys(path, rand.Reader); err != nil { // as the next start does
		t.Fatal(err)
	}
	if err := keys.Renew(ctx, file); err != nil {
		t.Fatal(err)
	}
	if err := signs(t, survey.New(db.Surveys(), keys, spent{}, noon), frozen); err != nil {
		t.Fatal(err)
	}
	// Under secrets that open nothing of it a server starts all the same.
	if err := survey.NewSharedKeys(db.BallotKeys(), newSecrets(t), rand.Reader).Renew(ctx, nil); !errors.Is(err, survey.ErrUnopened) {
		t.Errorf("by other secrets: %v", err)
	}
	if err := signs(t, survey.New(db.Surveys(), keys, spent{}, noon), frozen); err != nil {
		t.Error("what could not be opened was replaced:", err)
	}
}

// A practice that was restored from PostgreSQL into SQLite goes on signing, by its file.
func TestKeysOfTheDatabaseAreHandedOverToAFile(t *testing.T) {
	ctx := context.Background()
	db := storetest.Open(t, filepath.Join(t.TempDir(), "alcove.db"))
	defer func() { _ = db.Close() }()
	addAsker(t, db)
	seal := newSecrets(t)
	keys := survey.NewSharedKeys(db.BallotKeys(), seal, rand.Reader)
	frozen, err := survey.New(db.Surveys(), keys, spent{}, noon).Create(ctx, asker, survey.ID{1}, publicSurvey(t))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "ballot.key")
	file := func() *survey.Keys {
		k, err := survey.LoadKeys(path, rand.Reader)
		if err != nil {
			t.Fatal(err)
		}
		return k
	}
	if err := survey.NewSharedKeys(db.BallotKeys(), newSecrets(t), rand.Reader).HandOver(ctx, file()); !errors.Is(err, survey.ErrUnopened) {
		t.Errorf("by other secrets: %v", err)
	}
	for range 2 { // the second time there is nothing to be done
		if err := keys.HandOver(ctx, file()); err != nil {
			t.Fatal(err)
		}
		if _, err := db.BallotKeys().BallotKey(ctx, frozen.ID); err != survey.ErrNotFound {
			t.Error("a key stays in the database:", err)
		}
		if err := signs(t, survey.New(db.Surveys(), file(), spent{}, noon), frozen); err != nil {
			t.Fatal(err)
		}
	}
}
