package store_test

import (
	"bytes"
	"log/slog"
	"net"
	"path/filepath"
	"strings"
	"testing"

	"alcove/internal/store"
	"alcove/internal/store/storetest"
	"alcove/internal/stream"
)

// logged is what a log holds of an error, and fails the test where it tells the database's
// place or who asks there.
func logged(t *testing.T, err error, secrets ...string) string {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	var log bytes.Buffer
	slog.New(slog.NewJSONHandler(&log, nil)).Error("failed", "cause", err)
	for _, s := range secrets {
		if strings.Contains(log.String(), s) {
			t.Errorf("%q is in the log: %s", s, log.String())
		}
	}
	return log.String()
}

// What cannot be used is told by a stable code, and not by where and whose it is.
func TestADatabaseThatIsAwayIsNotNamedInLogs(t *testing.T) {
	storetest.OnlyPostgres(t)
	nobody, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_, port, _ := net.SplitHostPort(nobody.Addr().String())
	if err := nobody.Close(); err != nil {
		t.Fatal(err)
	}
	_, folder, _ := strings.Cut(storetest.EmptyURL(t), "?host=")
	for _, c := range []struct{ url, code string }{
		{"postgres://keeper:hush@127.0.0.1:" + port + "/cabinet", "database_refused"},
		{"postgres://keeper:hush@cupboard.invalid:" + port + "/cabinet", "database_unresolved"},
		{"postgres://keeper:hush@/cabinet?host=" + folder + "/cupboard", "database_refused"},
		{"postgres://alcove:hush@/cabinet?host=" + folder, "database_answered: there is no such database (SQLSTATE 3D000)"},
		{"postgres://keeper:hush@/postgres?host=" + folder, "database_answered: it refused the user or the password"},
	} {
		_, err := store.OpenPostgres(ctx, c.url)
		if said := logged(t, err, "keeper", "hush", "cabinet", "cupboard", "127.0.0.1", port, folder); !strings.Contains(said, c.code) {
			t.Errorf("%s is missing: %s", c.code, said)
		}
	}
}

func TestADatabaseThatGoesAwayIsNotNamedInLogs(t *testing.T) {
	storetest.OnlyPostgres(t)
	url := storetest.EmptyURL(t)
	line := lineTo(t, url)
	db, err := store.OpenPostgres(ctx, line.url)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	createTable(t, db)
	name, folder, _ := strings.Cut(strings.TrimPrefix(url, "postgres://alcove@/"), "?host=")
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(strings.Split(line.url, "/")[2], "alcove@"))
	secrets := []string{name, filepath.Base(folder), "127.0.0.1", port, `user`, "alcove"}
	_, err = db.Streams().StreamsOf(ctx, stream.AccountID{1})
	if err != nil {
		t.Fatal(err)
	}
	line.end()
	for range 3 { // those that it had, and those that it makes anew
		_, err := db.Streams().StreamsOf(ctx, stream.AccountID{1})
		logged(t, err, secrets...)
		logged(t, db.Write(ctx, insert(1, 1)), secrets...)
		logged(t, db.Scrub(ctx), secrets...)
	}
	if said := logged(t, db.Write(ctx, insert(1, 1)), secrets...); !strings.Contains(said, "database_refused") {
		t.Error(said)
	}
}

// A statement that is refused is told by what of the schema it breaks, without what was in it.
func TestARefusedStatementIsToldWithoutItsContent(t *testing.T) {
	storetest.OnlyPostgres(t)
	db := open(t, filepath.Join(t.TempDir(), "alcove.db"))
	createTable(t, db)
	_, err := db.Reader().ExecContext(ctx, `SELECT 'dear diary'::bigint`)
	if said := logged(t, err, "diary"); !strings.Contains(said, "SQLSTATE 22P02") {
		t.Error(said)
	}
}
